// A file of the site as the editor shows it, and back again.
//
// The editor holds every entry as plain data; the text that it was read from travels along in the
// entry, so that what the form does not show (comments, layout, fields that it does not know) is
// still there when the entry is written.

import { PLACE, equal, isObject, parse, patch, plain } from "./patch.js";

const SOURCE = "source text"; // no field is called so: names of fields have no blanks
const BROKEN = "cannot be read";
const WARNING = "檔案的格式有錯，這裡不能編輯，請先用文字編輯器修好";
const AT = "place in the list";
const HEAD = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;

// The two functions that the editor asks for, for files with these fields. In a Markdown file the
// field `body` is what follows the head.
export function format(fields, isMarkdown) {
  return {
    fromFile(text) {
      const source = text.replaceAll("\r\n", "\n");
      try {
        const { head, body } = taken(source, isMarkdown);
        const data = shownFields(plain(parse(head).contents), fields);
        if (isMarkdown) data.body = body.trim();
        return { ...data, [SOURCE]: text };
      } catch (error) {
        // An empty form that is saved would empty the file: it is shown as broken, never written.
        console.error(error);
        return { ...warning(fields), [SOURCE]: text, [BROKEN]: error.message };
      }
    },

    toFile(data) {
      if (data[BROKEN]) throw new Error(`${WARNING} / mend the file first: ${data[BROKEN]}`);
      const text = data[SOURCE] ?? (isMarkdown ? "---\n---\n\n" : "");
      const source = text.replaceAll("\r\n", "\n");
      const { head, body, before, after } = taken(source, isMarkdown);
      const raw = head.trim() ? plain(parse(head).contents) : {};
      const written = before + patched(head, raw, data, fields) + after + bodyOf(data, body, isMarkdown);
      return text.includes("\r\n") && !/[^\r]\n/.test(text) ? written.replaceAll("\n", "\r\n") : written;
    },
  };
}

// In place of the title, where lists of entries show it too.
function warning(fields) {
  const title = fields.find(({ name }) => name === "title");
  return title ? { title: title.fields ? { [title.fields[0].name]: WARNING } : WARNING } : {};
}

function taken(source, isMarkdown) {
  if (!isMarkdown) return { head: source, body: "", before: "", after: "" };
  const found = source.startsWith("---") && HEAD.exec(source);
  if (!found) throw new Error("the file does not begin with its fields between two `---` lines");
  const start = source.indexOf("\n") + 1;
  const end = start + found[1].length;
  return {
    before: source.slice(0, start),
    head: found[1],
    after: source.slice(end, found[0].length),
    body: source.slice(found[0].length),
  };
}

function patched(head, raw, data, fields) {
  const wanted = writtenFields(data, raw, fields);
  return equal(wanted, raw) ? head : patch(head, wanted);
}

function bodyOf(data, body, isMarkdown) {
  const text = (data.body ?? "").replaceAll("\r\n", "\n").trim();
  if (!isMarkdown || text === body.trim()) return body;
  const [lead] = body.match(/^\s*/);
  return `${body.trim() ? lead : "\n"}${text}\n`;
}

function shownFields(raw, fields) {
  const known = isObject(raw) ? raw : {};
  const pairs = fields.map((field) => [field.name, shown(known[field.name], field)]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

// What stands in the file, as the field's widget wants it.
function shown(raw, field) {
  if (field.widget === "object") {
    const whole = typeof raw === "string" && field.short && raw ? { [field.short]: raw } : raw;
    return isObject(whole) ? shownFields(whole, field.fields) : undefined;
  }
  if (field.widget === "list" || field.multiple) return Array.isArray(raw) ? shownItems(raw, field) : undefined;
  if (typeof raw !== "string" || raw === "") return undefined;
  if (field.widget === "boolean") return raw === "true";
  if (field.widget === "number") return Number(raw);
  return raw.trimEnd();
}

function shownItems(raw, field) {
  if (field.multiple) return raw.map((item) => (isObject(item) ? item[field.key] : item));
  if (field.field) return raw.map((item) => shown(item, field.field));
  return raw.map((item, at) => ({ ...shown(item, { ...field, widget: "object" }), [AT]: at }));
}

// The whole mapping as it is to be written: fields in the form's order, then those it does not know.
function writtenFields(data, raw, fields) {
  const known = isObject(raw) ? raw : {};
  const names = new Set(fields.map(({ name }) => name));
  const pairs = fields
    .filter(({ name, widget }) => name !== "body" && widget !== "file-name")
    .map((field) => [field.name, written(data?.[field.name], known[field.name], field)]);
  const others = Object.entries(known).filter(([name]) => !names.has(name));
  return Object.fromEntries([...pairs, ...others].filter(([, value]) => value !== undefined));
}

// What a widget holds, as it stands in the file; what says the same as before stays as it was.
function written(value, raw, field) {
  const said = meaning(value);
  if (equal(said ?? "", meaning(shown(raw, field)) ?? "")) return raw;
  if (said === undefined) return undefined;
  if (field.widget === "object") return writtenObject(value, raw, field);
  if (field.multiple) return value.map((item) => raw?.find?.((old) => isObject(old) && old[field.key] === item) ?? item);
  if (field.field) return value.filter((item) => meaning(item) !== undefined);
  if (field.widget === "list") return writtenItems(value, raw, field);
  if (field.widget === "number") return Number(value);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trimEnd() : value;
}

// In short, where it was written in short and still can be: `title: 乙` for `title: {zh: 乙}`.
function writtenObject(value, raw, field) {
  const isShort = typeof raw === "string" && field.short;
  const whole = writtenFields(value, isShort ? { [field.short]: raw } : raw, field.fields);
  const keys = Object.keys(whole);
  return isShort && keys.length === 1 && keys[0] === field.short ? whole[field.short] : whole;
}

function writtenItems(value, raw, field) {
  return value.filter((item) => meaning({ ...item, [AT]: undefined }) !== undefined).map((item) => {
    const old = raw?.[item[AT]];
    const one = writtenObject(item, old, field);
    if (!isObject(one) || old === undefined) return one;
    return Object.defineProperty({ ...one }, PLACE, { value: item[AT] });
  });
}

// What a value says, without what says nothing: empty words, empty lists, boxes not ticked.
function meaning(value) {
  if (value === null || value === undefined || value === false) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(meaning).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (isObject(value)) {
    const pairs = Object.entries(value).map(([key, one]) => [key, meaning(one)]).filter(([, one]) => one !== undefined);
    return pairs.length ? Object.fromEntries(pairs) : undefined;
  }
  const text = String(value).replaceAll("\r\n", "\n").trimEnd();
  return text === "" ? undefined : text;
}
