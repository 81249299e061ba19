// Writes changed values into YAML that somebody wrote by hand: only the characters of what differs
// are replaced. Comments, the order of keys, quotes and the layout of everything else stay as they
// are, so that whoever reviews a change sees that change alone.
//
// Every scalar is text here, as it is to the checks: what `330` or `no` means is for the field to say.

import { isMap, isScalar, isSeq, parseDocument, stringify } from "./yaml/index.js";

// The place of a list's item in the file, kept as it is edited, moved and deleted.
export const PLACE = Symbol("place");

export function parse(source) {
  const document = parseDocument(source, { schema: "failsafe", keepSourceTokens: true });
  if (document.errors.length) throw new Error(document.errors[0].message);
  return document;
}

// A node as plain strings, lists and objects.
export function plain(node) {
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [String(pair.key), plain(pair.value)]));
  if (isSeq(node)) return node.items.map(plain);
  return isScalar(node) ? String(node.value ?? "") : "";
}

export function equal(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => equal(item, other[at]));
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => key in other && equal(one[key], other[key]));
  }
  if (Array.isArray(one) || Array.isArray(other) || isObject(one) || isObject(other)) return false;
  return String(one) === String(other);
}

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// The text `source` with the values of `wanted`.
export function patch(source, wanted) {
  const root = parse(source).contents;
  const edits = [];
  const kept = isMap(root) && new Patch(source, edits).change(root, wanted);
  return kept ? applied(source, 0, source.length, edits) : mapping(wanted, 0);
}

// A piece of a text with the edits that fall into it.
function applied(source, start, end, edits) {
  let text = "";
  let at = start;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at, end);
}

class Patch {
  constructor(source, edits) {
    this.source = source;
    this.edits = edits;
  }

  replace(start, end, text) {
    this.edits.push({ start, end, text });
    return true;
  }

  // Makes `node` say `wanted`; false where it has to be written anew by whatever holds it.
  change(node, wanted, flow = false) {
    if (equal(plain(node), wanted)) return true;
    if (isMap(node) && isObject(wanted)) {
      return flow || node.flow ? this.changeFlow(node, wanted) : this.changeMapping(node, wanted);
    }
    if (isSeq(node) && Array.isArray(wanted)) {
      return flow || node.flow ? this.changeFlow(node, wanted) : this.changeSequence(node, wanted);
    }
    if (!isScalar(node) || typeof wanted === "object") return false;
    return this.changeScalar(node, wanted, flow);
  }

  changeScalar(node, wanted, flow) {
    const [start, end] = node.range;
    if (start === end) return false;
    if (node.type?.startsWith("BLOCK_")) {
      const header = this.source.slice(start, this.lineEnd(start)).replace(/^>/, "|");
      const first = this.source.slice(this.lineEnd(start)).match(/^(?:\s*\n)*( +)/);
      if (first && /^\|[-+]?(?: |$)/.test(header) && !/^\s/.test(wanted)) {
        return this.replace(start, this.endOf(node), header + literal(wanted, first[1].length));
      }
    }
    if (String(wanted).includes("\n") && !flow) return false;
    return this.replace(start, this.endOf(node), scalar(wanted, node.type, flow));
  }

  // A flow collection, `[a, b]` or `{a: b}`: its parts, new or as they were, joined as they were.
  changeFlow(node, wanted) {
    const parts = isMap(node) ? this.flowPairs(node, wanted) : this.flowItems(node, wanted);
    const [start, end] = node.range;
    const ends = node.items.map((item) => [this.startOf(item), this.endOf(item)]);
    const lead = ends.length ? this.source.slice(start + 1, ends[0][0]) : "";
    const tail = ends.length ? this.source.slice(ends.at(-1)[1], end - 1) : "";
    const between = ends.length > 1 ? this.source.slice(ends[0][1], ends[1][0]) : ", ";
    const comma = /^,\s*$/.test(between) ? between : ", ";
    const [open, close] = isMap(node) ? "{}" : "[]";
    return this.replace(start, end, open + lead + parts.join(comma) + tail + close);
  }

  flowPairs(node, wanted) {
    const pairs = new Map(node.items.map((pair) => [String(pair.key), pair]));
    return ordered(pairs, wanted).map((key) => {
      const pair = pairs.get(key);
      if (!pair?.value?.range || pair.value.range[0] === pair.value.range[1]) return `${key}: ${flowing(wanted[key])}`;
      return this.within(this.startOf(pair), this.endOf(pair), pair.value, wanted[key], true);
    });
  }

  flowItems(node, wanted) {
    const places = matched(node, wanted);
    return wanted.map((item, at) => {
      const old = node.items[places[at]];
      return old ? this.within(this.startOf(old), this.endOf(old), old, item, true) : flowing(item);
    });
  }

  // The text from `start` to `end` in which `node` says `wanted`.
  within(start, end, node, wanted, flow) {
    const inner = new Patch(this.source, []);
    if (!inner.change(node, wanted, flow)) inner.replace(node.range[0], this.endOf(node), flowing(wanted));
    return applied(this.source, start, end, inner.edits);
  }

  changeMapping(node, wanted) {
    const pairs = new Map(node.items.map((pair) => [String(pair.key), pair]));
    const indent = this.column(this.startOf(node.items[0]));
    const order = ordered(pairs, wanted);
    const kept = order.find((key) => pairs.has(key));
    const gone = [...pairs].filter(([key]) => !(key in wanted)).map(([, pair]) => pair);
    if (!kept || !gone.every((pair) => this.isFirstOnLine(pair))) return false;
    for (const pair of gone) this.removePair(pair);
    for (const [key, pair] of pairs) {
      if (!(key in wanted)) continue;
      if (!this.change(pair.value, wanted[key])) this.rewritePair(pair, wanted[key], indent);
    }
    let last = null;
    const first = this.startOf(pairs.get(kept));
    for (const key of order) {
      if (pairs.has(key)) {
        last = pairs.get(key);
      } else if (last) {
        const at = this.lineEnd(this.endOf(last));
        this.replace(at, at, `\n${" ".repeat(indent)}${key}:${value(wanted[key], indent)}`);
      } else {
        this.replace(first, first, `${key}:${value(wanted[key], indent)}\n${" ".repeat(indent)}`);
      }
    }
    return true;
  }

  isFirstOnLine(pair) {
    const start = this.startOf(pair);
    return this.source.slice(start - this.column(start), start).trim() === ""; // not as in `- key: …`
  }

  removePair(pair) {
    const start = this.startOf(pair);
    const end = Math.min(this.lineEnd(this.endOf(pair)) + 1, this.source.length);
    this.replace(start - this.column(start), end, "");
  }

  rewritePair(pair, wanted, indent) {
    const colon = this.source.indexOf(":", this.endOf(pair.key)) + 1;
    const end = Math.max(colon, this.endOf(pair));
    const remark = this.source.slice(end, this.lineEnd(end)).trim() !== "";
    this.replace(colon, end, remark ? ` ${flowing(wanted)}` : value(wanted, indent));
  }

  // A list with an item on each line. An item takes the comments above it along.
  changeSequence(node, wanted) {
    const dashes = node.srcToken.items.flatMap(({ start }) => start.filter(({ type }) => type === "seq-item-ind"));
    const indent = this.column(dashes[0].offset);
    const top = dashes[0].offset - indent;
    if (this.source.slice(top, dashes[0].offset).trim() !== "") return false;
    const places = matched(node, wanted);
    const style = node.items.every((item) => item.flow);
    let start = top;
    const chunks = node.items.map((item) => {
      const chunk = { start, end: this.lineEnd(this.endOf(item)) };
      start = chunk.end + 1;
      return chunk;
    });
    const texts = wanted.map((one, at) => {
      const chunk = chunks[places[at]];
      if (!chunk) return `${" ".repeat(indent)}- ${item(one, indent + 2, style)}`;
      const inner = new Patch(this.source, []);
      const old = node.items[places[at]];
      const isKept = inner.change(old, one);
      if (!isKept) inner.replace(this.startOf(old), this.endOf(old), item(one, indent + 2, style));
      return applied(this.source, chunk.start, chunk.end, inner.edits);
    });
    return this.replace(top, chunks.at(-1).end, texts.join("\n"));
  }

  startOf(part) {
    return (part.key ?? part).range[0];
  }

  // Where a node's own text ends, before comments and blank lines.
  endOf(part) {
    const node = part.key ? (part.value?.range ? part.value : part.key) : part;
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) return this.endOf(node.items.at(-1));
    const [start, end] = node.range;
    if (part.key && start === end) return part.key.range[1] + 1; // `key:` and nothing
    return start + this.source.slice(start, end).trimEnd().length;
  }

  lineEnd(position) {
    const found = this.source.indexOf("\n", position);
    return found === -1 ? this.source.length : found;
  }

  column(position) {
    return position - (this.source.lastIndexOf("\n", position - 1) + 1);
  }
}

// The wanted keys: those of the file in its order, each new one after the one that it follows.
function ordered(pairs, wanted) {
  const order = [...pairs.keys()].filter((key) => key in wanted);
  let last = -1;
  for (const key of Object.keys(wanted)) {
    if (pairs.has(key)) last = Math.max(last, order.indexOf(key));
    else order.splice(++last, 0, key);
  }
  return order;
}

// For each wanted item the place of the item that it was; undefined for a new one.
function matched(node, wanted) {
  const free = new Map(node.items.map((item, at) => [at, plain(item)]));
  const places = wanted.map((item) => {
    let place = item?.[PLACE];
    place ??= [...free].find(([, old]) => equal(old, item))?.[0];
    return free.delete(place) ? place : undefined;
  });
  // One scalar put in the place of another.
  return places.map((place, at) => (place === undefined && typeof wanted[at] !== "object" && free.delete(at) ? at : place));
}

function mapping(wanted, indent) {
  const line = ([key, one]) => `${" ".repeat(indent)}${key}:${value(one, indent)}\n`;
  return Object.entries(wanted).map(line).join("");
}

// What follows `key:` in a mapping whose keys stand at the column `indent`.
function value(wanted, indent) {
  if (typeof wanted !== "object") {
    const isLong = String(wanted).includes("\n") && !/^\s/.test(wanted);
    return isLong ? ` |${literal(wanted, indent + 2)}` : ` ${scalar(wanted)}`;
  }
  if (fits(wanted)) return ` ${flowing(wanted)}`;
  const inner = Array.isArray(wanted)
    ? wanted.map((one) => `${" ".repeat(indent + 2)}- ${item(one, indent + 4)}`).join("\n")
    : mapping(wanted, indent + 2).trimEnd();
  return `\n${inner}`;
}

// What follows `- ` in a list whose items' text stands at the column `indent`.
function item(wanted, indent, flow = false) {
  if (!isObject(wanted) || (flow && fits(wanted))) return flowing(wanted);
  return mapping(wanted, indent).trim();
}

// Is it one line of brackets, without lists of mappings?
function fits(wanted) {
  const parts = Array.isArray(wanted) ? wanted : Object.values(wanted);
  return parts.every((one) =>
    typeof one === "object" ? !Array.isArray(wanted) && fits(one) : !String(one).includes("\n"),
  );
}

function literal(text, indent) {
  return text.trimEnd().split("\n").map((line) => `\n${line && " ".repeat(indent)}${line}`).join("");
}

function flowing(wanted) {
  if (Array.isArray(wanted)) return `[${wanted.map(flowing).join(", ")}]`;
  if (!isObject(wanted)) return scalar(wanted, "PLAIN", true);
  return `{${Object.entries(wanted).map(([key, one]) => `${key}: ${flowing(one)}`).join(", ")}}`;
}

// One scalar on one line, quoted as it was, or else only where it must be.
function scalar(wanted, style = "PLAIN", flow = false) {
  if (typeof wanted !== "string") return String(wanted);
  if (style === "QUOTE_DOUBLE") return JSON.stringify(wanted);
  if (style === "QUOTE_SINGLE" && !wanted.includes("\n")) return `'${wanted.replaceAll("'", "''")}'`;
  const text = stringify(wanted, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();
  const bare = text === wanted && !(flow && /[[\]{},?"'#]|:(?!\/\/)/.test(wanted));
  return bare ? wanted : JSON.stringify(wanted);
}
