// Which documents answer a question best?

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;
/** How prominent a word is: in passing, in the text, the summary, key words, title, short title. */
const WEIGHTS = [0.4, 1, 1.8, 3, 4, 5.5];
/** How much of a word counts as answered by a document that has it there. */
const CREDITS = [0.4, 0.6, 0.8, 0.9, 1, 1];
/** Somebody who asks wants to do something: what tells how stands before what was planned. */
const KINDS = { service: 1.35, faq: 1.15, form: 1.1, unit: 1, page: 1, term: 0.9, plan: 0.8, strategy: 0.5 };
/** Of a question of several words a document has to hold so much, measured by how rare they are. */
const ENOUGH = 0.4;
const ALL = 0.999;
/** What somebody typed, where it was taken for a synonym, counts a little more than the synonym. */
const OWN_WORDS = 0.4;

const known = (found) => found.some(({ levels }) => levels.length);

/** How much a word tells: the more, the fewer documents are about it. */
function rarity(levels, documents) {
  const about = levels.reduce((sum, numbers, level) => sum + (numbers.length * WEIGHTS[level]) / WEIGHTS[4], 0);
  return Math.log(1 + documents / (about + 0.5));
}

/**
 * `{documents: [number, …] best first, complete, instead: Map(token → similar words)}`;
 * `complete` tells how many of the documents hold all words.
 */
export async function rank(index, { tokens, own, also, isOneWord }) {
  const findAll = (all) => Promise.all(all.map((one) => index.find(one)));
  let [found, written] = await Promise.all([findAll(tokens), findAll(own)]);
  if (!known(found) && known(written)) [tokens, found] = [own, written];
  const isApart = !known(found);
  if (isApart) {
    // No two characters of the question stand together anywhere: all of them, then, apart.
    tokens = [...new Set(tokens.flatMap((token) => (HAN.test(token) ? [...token] : [token])))];
    found = await findAll(tokens);
  }
  const score = new Float64Array(index.documents);
  const credit = new Float64Array(index.documents);
  const covered = new Float64Array(index.documents);
  let whole = 0;
  // A pair of characters across two words of the question occurs nowhere: it says nothing.
  for (const { levels } of found.filter((one) => one.levels.length)) {
    const told = rarity(levels, index.documents);
    whole += told;
    levels.forEach((numbers, level) => {
      for (const number of numbers) {
        score[number] += told * WEIGHTS[level];
        credit[number] += told * CREDITS[level];
        covered[number] += told;
      }
    });
  }
  const held = new Uint16Array(index.documents);
  written.forEach(({ levels, instead }, at) => {
    if (instead) return;
    const told = also.size && !tokens.includes(own[at]) ? OWN_WORDS * rarity(levels, index.documents) : 0;
    levels.forEach((numbers, level) => {
      for (const number of numbers) {
        score[number] += told * WEIGHTS[level];
        held[number] += 1;
      }
    });
  });
  // What says it in the very same words answers it, whatever these were taken for.
  if (own.length) {
    held.forEach((count, number) => {
      if (count === own.length) covered[number] = whole;
    });
  }
  const all = [...covered.keys()].filter((number) => covered[number] > 0);
  const most = all.reduce((sum, number) => Math.max(sum, covered[number]), 0) / whole;
  const isUnknown = found.some(({ levels, instead }) => instead || !levels.length);
  const least = isApart || (isOneWord && most > ALL) ? ALL : ENOUGH * most;
  const value = (number) => {
    const [kind] = index.codesOf[number][0];
    return score[number] * credit[number] * (KINDS[kind] ?? 1);
  };
  const isHopeless = isApart && isUnknown;
  const documents = isHopeless ? [] : all.filter((number) => covered[number] >= least * whole);
  return {
    documents: documents
      .map((number) => [number, value(number)])
      .sort(([one, a], [other, b]) => b - a || one - other)
      .map(([number]) => number),
    complete: isUnknown ? 0 : documents.filter((number) => covered[number] > ALL * whole).length,
    instead: new Map(
      tokens.map((token, at) => [token, found[at].instead ?? []]).filter(([, words]) => words.length),
    ),
  };
}
