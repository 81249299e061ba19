// The part of a text that answers, with the words of the question marked.

import { stem, WORD } from "./words.js";

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;
/** Characters of an excerpt: a Chinese one says as much as two or three letters. */
const HAN_LENGTH = 90;
const LETTERS_LENGTH = 200;
/** An excerpt begins with its sentence, if that begins so near. */
const NEAR = 24;
const SENTENCE_END = /[。！？；\n]|[.!?;] /g;
/** At the end of a text: a word of letters, or the beginning of one. */
const LAST_WORD = /(?:(?![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])[\p{L}\p{N}])+$/u;

/** `[from, to, token]` of each marked token in a text, in their order. */
function hits(text, normal, marked) {
  const found = [];
  // One character at a time, so that places in the folded text are places in the text.
  const folded = Array.from({ length: text.length }, (_, at) => {
    const one = normal.fold(text[at]);
    return one.length === 1 ? one : text[at];
  });
  const line = folded.join("");
  for (let at = 0; at < line.length; at += 1) {
    if (!HAN.test(line[at])) continue;
    if (marked.has(line.slice(at, at + 2)) && HAN.test(line[at + 1] ?? "")) found.push([at, at + 2, line.slice(at, at + 2)]);
    else if (marked.has(line[at])) found.push([at, at + 1, line[at]]);
  }
  for (const match of line.matchAll(WORD)) {
    if (HAN.test(match[0])) continue;
    const token = match[0].replace(/[a-z]+/g, stem);
    if (marked.has(token)) found.push([match.index, match.index + match[0].length, token]);
  }
  return found.sort(([one], [other]) => one - other);
}

/** Text → `[words, isMarked]`, joined where marks touch. */
export function marks(text, normal, marked, [from, to] = [0, text.length]) {
  const parts = [];
  const add = (words, isMarked) => {
    if (!words) return;
    if (parts.length && parts.at(-1)[1] === isMarked) parts.at(-1)[0] += words;
    else parts.push([words, isMarked]);
  };
  let place = from;
  for (const [start, end] of hits(text, normal, marked)) {
    if (end <= place || start < from || end > to) continue;
    add(text.slice(place, Math.max(place, start)), false);
    add(text.slice(Math.max(place, start), end), true);
    place = end;
  }
  add(text.slice(place, to), false);
  return parts;
}

/** The best part of a text: `{parts, found}`; `found` tells how many words of the question it holds. */
export function excerpt(text, normal, { marked }) {
  const length = HAN.test(text) ? HAN_LENGTH : LETTERS_LENGTH;
  const places = hits(text, normal, marked);
  let [start, found] = [0, 0];
  for (const [from] of places) {
    const inside = places.filter(([one, end]) => one >= from && end <= from + length - NEAR);
    const { size } = new Set(inside.map(([, , token]) => marked.get(token)));
    if (size > found) [start, found] = [from, size];
  }
  start = beginning(text, start);
  const end = ending(text, start + length);
  const parts = marks(text, normal, marked, [start, end]);
  if (start > 0) parts.unshift(["…", false]);
  if (end < text.length) parts.push(["…", false]);
  return { parts, found };
}

/** The beginning of the sentence, or a little before the place. */
function beginning(text, place) {
  if (place <= NEAR) return 0;
  const before = text.slice(place - NEAR, place);
  const ends = [...before.matchAll(SENTENCE_END)];
  const blank = HAN.test(text) ? -1 : before.indexOf(" ");
  const at = ends.length ? ends.at(-1).index + ends.at(-1)[0].length : blank + 1;
  return place - before.slice(at).trimStart().length;
}

/** The place, or the last end of a word before it. */
function ending(text, place) {
  if (place >= text.length) return text.length;
  const word = LAST_WORD.exec(text.slice(0, place + 1));
  const end = word && word[0].length <= NEAR ? word.index : place;
  return text.slice(0, end).trimEnd().length;
}
