// By what results are told apart, with counts; what is chosen stands in the address.

/** Values that stand in sight; more are folded. */
const IN_SIGHT = 6;

/** The chosen codes by facet, out of an address. */
export function chosenIn(parameters, facets) {
  return new Map(facets.map(({ id }) => [id, new Set(parameters.getAll(id))]).filter(([, codes]) => codes.size));
}

const fits = (codes, chosen) => !chosen || codes.some((code) => chosen.has(code));

/** The documents that fit what is chosen in every facet but `except`. */
export function narrowed(index, documents, chosen, except = "") {
  const places = index.facets.map(({ id }, at) => [id, at]).filter(([id]) => id !== except && chosen.has(id));
  return documents.filter((number) => places.every(([id, at]) => fits(index.codesOf[number][at], chosen.get(id))));
}

/** `code → how many of the documents have it`, as if nothing were chosen in this facet. */
function counts(index, documents, chosen, id, at) {
  const found = new Map();
  for (const number of narrowed(index, documents, chosen, id)) {
    for (const code of index.codesOf[number][at]) found.set(code, (found.get(code) ?? 0) + 1);
  }
  return found;
}

/**
 * Fill `room` with a group of boxes to tick for each facet; `changed` is called after each tick.
 * Returns what brings the counts up to date: boxes stay where they are, so that the focus does too.
 */
export function offer(room, index, documents, chosen, words, changed) {
  const updates = [];
  room.replaceChildren();
  index.facets.forEach(({ id, name, values }, at) => {
    const all = counts(index, documents, new Map(), id, at);
    const ticked = chosen.get(id) ?? new Set();
    const offered = values.filter(([code]) => all.has(code) || ticked.has(code));
    if (offered.length < 2 && !offered.some(([code]) => ticked.has(code))) return;
    offered.sort(([one], [other]) => (all.get(other) ?? 0) - (all.get(one) ?? 0));
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = name;
    group.append(legend);
    const boxes = offered.map(([code, label]) => box(id, code, label, ticked.has(code), changed));
    const lastTicked = offered.reduce((found, [code], place) => (ticked.has(code) ? place + 1 : found), 0);
    const last = Math.max(IN_SIGHT, lastTicked);
    group.append(...boxes.slice(0, last).map(({ line }) => line));
    if (boxes.length > last) {
      const rest = document.createElement("details");
      const summary = document.createElement("summary");
      summary.textContent = words.more.replace("{name}", name).replace("{count}", boxes.length - last);
      rest.append(summary, ...boxes.slice(last).map(({ line }) => line));
      group.append(rest);
    }
    room.append(group);
    updates.push((now) => {
      const found = counts(index, documents, now, id, at);
      boxes.forEach(({ input, count }) => {
        count.textContent = words.count.replace("{0}", found.get(input.value) ?? 0);
        input.checked = now.get(id)?.has(input.value) ?? false;
      });
    });
  });
  return (now) => updates.forEach((update) => update(now));
}

function box(id, code, label, checked, changed) {
  const [line, input, said, count] = ["label", "input", "span", "span"].map((name) => document.createElement(name));
  Object.assign(input, { type: "checkbox", name: id, value: code, checked });
  input.addEventListener("change", changed);
  count.className = "count";
  said.append(`${label} `, count);
  line.append(input, said);
  return { line, input, count };
}

/** The codes that are ticked now, by facet. */
export function ticked(room) {
  const chosen = new Map();
  for (const { name, value } of room.querySelectorAll("input:checked")) {
    chosen.set(name, (chosen.get(name) ?? new Set()).add(value));
  }
  return chosen;
}
