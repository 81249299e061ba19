// The search page: the address tells what is asked, this fills in what was found.
// Words and markup come from the page; nothing of this is loaded on other pages.

import { excerpt, marks } from "./excerpt.js";
import { chosenIn, narrowed, offer, ticked } from "./facets.js";
import { Index } from "./index.js";
import { rank } from "./ranking.js";
import { Normal } from "./words.js";

const PAGE = 10;
const MOST_SUGGESTED = 6;
const element = (id) => document.getElementById(id);
const { dataset } = element("search-results");
const words = JSON.parse(dataset.words);
const status = element("search-status");
const facets = element("search-facets");
const room = element("search-found");
const list = room.querySelector("ol");
const pattern = list.firstElementChild;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (match, name) => values[name] ?? match);

/** The address of this page for a question, its chosen codes and a part of the results. */
function address(asked, chosen, part = 1) {
  const parameters = new URLSearchParams({ q: asked });
  chosen.forEach((codes, id) => codes.forEach((code) => parameters.append(id, code)));
  if (part > 1) parameters.set("page", part);
  return `?${parameters}`;
}

/** Fill a line with words, or with parts of `[words, isMarked]`; an empty line goes. */
function put(line, said, lang = "") {
  const parts = typeof said === "string" ? [[said, false]] : said;
  if (!parts.some(([text]) => text)) line.remove();
  if (lang) line.lang = lang;
  line.replaceChildren(
    ...parts.map(([text, isMarked]) => {
      if (!isMarked) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    }),
  );
}

function entry(found, question, normal) {
  const made = pattern.cloneNode(true);
  const slot = (name) => made.querySelector(`[data-slot="${name}"]`);
  const { marked } = question;
  const link = slot("title");
  link.href = dataset.base + found.path || "./";
  put(link, marks(found.title, normal, marked), found.titleLang);
  put(slot("kind"), words.kinds[found.kind]);
  // The kind is said already.
  const trail = found.trail.split(words.step).filter((step) => step !== words.kinds[found.kind]);
  put(slot("trail"), trail.join(words.step));
  const inBody = excerpt(found.body, normal, question);
  const inSummary = excerpt(found.summary, normal, question);
  const best = found.summary && inSummary.found >= inBody.found ? inSummary : inBody;
  put(slot("excerpt"), best.parts, found.bodyLang);
  const facts = [found.unit, found.date && fill(words.updated, found)];
  put(slot("facts"), facts.filter(Boolean).join(words.between));
  return made;
}

function pager(asked, chosen, part, count) {
  const nav = element("search-pager");
  const last = Math.ceil(count / PAGE);
  nav.hidden = last < 2;
  Object.entries({ prev: part - 1, next: part + 1 }).forEach(([rel, to]) => {
    const link = nav.querySelector(`[rel="${rel}"]`);
    link.href = address(asked, chosen, to);
    link.parentElement.hidden = to < 1 || to > last;
  });
}

function told(asked, found, chosen, documents, part) {
  if (!found.documents.length) return fill(words.none, { words: asked });
  if (!documents.length) return words.nothing;
  const said = [fill(found.complete ? words.found : words.some, { count: documents.length })];
  if (chosen.size) said.push(fill(words.of, { count: found.documents.length }));
  if (documents.length > PAGE) {
    const last = Math.min(part * PAGE, documents.length);
    said.push(fill(words.part, { first: (part - 1) * PAGE + 1, last }));
  }
  return sentences(said);
}

/** Other words to look for, as links. */
function suggest(others) {
  const line = element("search-try");
  line.hidden = !others.length;
  const links = others.map((other) => {
    const link = document.createElement("a");
    link.href = address(other, new Map());
    link.textContent = other;
    return link;
  });
  line.querySelector("span").replaceChildren(...links.flatMap((link, at) => (at ? [words.comma, link] : [link])));
}

/** Sentences behind each other: Chinese marks at the end of one make their own room. */
const sentences = (said) => said.reduce((line, one) => line + (!line || /[。）]$/.test(line) ? "" : " ") + one, "");

/** What the question was taken for besides its own words. */
function alsoSaid(normal, question, instead) {
  const said = [...question.also].map(([from, to]) => fill(words.also, { from: normal.name(from), to: normal.name(to) }));
  instead.forEach((others, token) => {
    if (token.length > 1) said.push(fill(words.instead, { from: token, to: others.slice(0, 3).join(words.comma) }));
  });
  return sentences(said);
}

async function search() {
  const parameters = new URLSearchParams(location.search);
  const asked = (parameters.get("q") ?? "").trim();
  if (!asked) return;
  document.title = fill(words.heading, { words: asked, title: document.title });
  const index = await Index.open();
  const normal = new Normal(index);
  const question = normal.question(asked);
  const found = await rank(index, question);
  const boxes = element("search-boxes");

  let current = 0;
  const show = async (chosen, wanted) => {
    const turn = (current += 1);
    const documents = narrowed(index, found.documents, chosen);
    const part = Math.min(wanted, Math.max(1, Math.ceil(documents.length / PAGE)));
    const first = (part - 1) * PAGE;
    const rows = await Promise.all(documents.slice(first, first + PAGE).map((number) => index.show(number)));
    if (turn !== current) return; // a later tick was faster
    // All at once: what appeared one after the other would push the rest about.
    list.start = first + 1;
    list.replaceChildren(...rows.map((row) => entry(row, question, normal)));
    list.hidden = !rows.length;
    pager(asked, chosen, part, documents.length);
    element("search-help").hidden = documents.length > 0;
    if (!documents.length) suggest(normal.similar(asked).slice(0, MOST_SUGGESTED));
    facets.hidden = !boxes.children.length;
    element("search-clear").hidden = !chosen.size;
    also.hidden = !also.textContent;
    update(chosen);
    room.hidden = false;
    room.setAttribute("aria-busy", "false");
    status.textContent = told(asked, found, chosen, documents, part);
  };
  const fromAddress = () => {
    const now = new URLSearchParams(location.search);
    const part = Math.max(1, Number.parseInt(now.get("page") ?? "1") || 1);
    return show(chosenIn(now, index.facets), part);
  };
  const changed = () => {
    const chosen = ticked(boxes);
    history.pushState(null, "", address(asked, chosen));
    show(chosen, 1).catch(reportError);
  };

  const update = offer(boxes, index, found.documents, chosenIn(parameters, index.facets), words, changed);
  element("search-clear").querySelector("a").href = address(asked, new Map());
  const also = element("search-also");
  also.textContent = alsoSaid(normal, question, found.instead);
  await fromAddress();
  keepPlace();
  addEventListener("popstate", () => {
    const now = (new URLSearchParams(location.search).get("q") ?? "").trim();
    if (now === asked) fromAddress().catch(reportError);
    else location.reload();
  });
}

/** Who comes back finds the place again; the browser would look for it before the results are there. */
function keepPlace() {
  if (history.state) scrollTo(0, history.state.top);
  history.scrollRestoration = "auto";
  addEventListener("pagehide", () => {
    history.scrollRestoration = "manual";
    history.replaceState({ top: scrollY, isOpen: facets.open }, "");
  });
  // Kept in memory, the page comes back as it was left.
  addEventListener("pageshow", () => (history.scrollRestoration = "auto"));
}

// On a wide screen there is room for the facets beside the results.
facets.open = history.state?.isOpen ?? matchMedia("(min-width: 64em)").matches;
// `start.js` hears of what goes wrong.
search().catch(reportError);
