// The files that a question needs, and what stands in them. `searching/index.py` says how they are made.

const KEPT = new Map();
/** From here on stand Chinese characters. */
const HAN = 0x3400;

/** A file beside the search page, once a page. */
function load(name, version = "") {
  if (!KEPT.has(name)) {
    const address = new URL(version ? `${name}?v=${version}` : name, document.baseURI);
    const answer = fetch(address, version ? {} : { cache: "no-cache" }).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.json();
    });
    KEPT.set(name, answer);
    // What did not come is asked for again the next time.
    answer.catch(() => KEPT.delete(name));
  }
  return KEPT.get(name);
}

/** `0,1,1|5` → the numbers of each level. */
function levels(written) {
  return written.split("|").map((level) => {
    let number = 0;
    return level ? level.split(",").map((distance) => (number += parseInt(distance, 36))) : [];
  });
}

/** Where any of some words stands: each number once, at its most prominent level. */
function together(all) {
  const best = new Map();
  for (const numbers of all) {
    numbers.forEach((level, at) => level.forEach((one) => best.set(one, Math.max(at, best.get(one) ?? 0))));
  }
  const joined = [];
  best.forEach((level, number) => (joined[level] ??= []).push(number));
  return Array.from(joined, (numbers) => numbers ?? []);
}

/** Do two words differ by one letter: a wrong, missing, additional or exchanged one? */
function near(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, left] = [one.slice(start), other.slice(start)];
  return (
    rest.slice(1) === left.slice(1) ||
    rest.slice(1) === left ||
    rest === left.slice(1) ||
    (rest[0] === left[1] && rest[1] === left[0] && rest.slice(2) === left.slice(2))
  );
}

export class Index {
  static async open() {
    return new Index(await load("index.json"));
  }

  constructor(content) {
    Object.assign(this, content);
    // The codes of each document, by facet.
    this.codesOf = this.codes.flatMap(([count, ...codes]) => Array(count).fill(codes));
  }

  shardOf(token) {
    const [first, second] = Array.from(token, (one) => one.codePointAt(0));
    const isWord = first < HAN && second !== undefined;
    return (isWord ? first * 31 + second : first) % this.shards;
  }

  /** Where a token stands: `{levels, instead}`; `instead` when only a similar word is known. */
  async find(token) {
    const words = await load(`words/${this.shardOf(token)}.json`, this.version);
    if (Object.hasOwn(words, token)) return { levels: levels(words[token]) };
    const known = Object.keys(words);
    const beginning = known.filter((one) => one.startsWith(token));
    const any = (some) => together(some.map((one) => levels(words[one])));
    // A Chinese character stands at the beginning of a pair, wherever it occurs but at the very end.
    if (token.codePointAt(0) >= HAN && [...token].length === 1) return { levels: any(beginning) };
    if (!/^[a-z]{3,}$/.test(token)) return { levels: [] };
    const similar = beginning.length || token.length < 4 ? beginning : known.filter((one) => near(one, token));
    return similar.length ? { levels: any(similar), instead: similar } : { levels: [] };
  }

  /** What is shown of a document. */
  async show(number) {
    let chunk = this.chunks.length - 1;
    while (this.chunks[chunk] > number) chunk -= 1;
    const rows = await load(`texts/${chunk}.json`, this.version);
    const [path, title, titleLang, summary, body, bodyLang, trail, unit, date] = rows[number - this.chunks[chunk]];
    const [kind] = this.codesOf[number][0];
    return { path, title, titleLang, summary, body, bodyLang, trail, unit, date, kind };
  }
}
