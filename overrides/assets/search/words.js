// What counts as the same word. `plugins/disclosure/searching/words.py` and `stem.py` do the same for
// the texts, step by step; a test compares the two. (No lookbehind: older phones lack it.)

const HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
/** A run of Chinese characters, or a word or number of another script. */
export const WORD = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
const HAN_RUN = new RegExp(`^[${HAN}]`, "u");
/** A run of so many Chinese characters may be one word. */
const LONGEST_WORD = 3;
/** A year of the Republic, from the eightieth on. */
const ROC_YEAR = /(?:民國 *)?((?:8|9|1[0-9])[0-9]) *年/g;
const ROC_OFFSET = 1911;

/** An English word without plural, -ing, -ed and silent e. */
export function stem(word) {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  word = singular(word);
  for (const ending of ["ing", "ed"]) {
    if (!word.endsWith(ending)) continue;
    const left = word.slice(0, -ending.length);
    if (left.length < 3 || !/[aeiouy]/.test(left)) continue;
    word = ending === "ed" && left.endsWith("i") ? `${left.slice(0, -1)}y` : left;
    word = word.replace(/([bdfgmnprt])\1$/, "$1");
    break;
  }
  return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
}

function singular(word) {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes)$/.test(word)) return word.slice(0, -2);
  if (/s$/.test(word) && !/(?:ss|us|is)$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}

/** Pairs of neighbouring Chinese characters, and words of other scripts, in their order. */
export function tokens(form) {
  return (form.match(WORD) ?? []).flatMap((word) => {
    if (!HAN_RUN.test(word)) return [word];
    const characters = [...word];
    return characters.slice(1).map((character, at) => characters[at] + character);
  });
}

/** The same of a question, where a character that stands alone says something too: 藥, 錢. */
const asked = (form) => (form.match(WORD) ?? []).flatMap((word) => ([...word].length === 1 ? [word] : tokens(word)));

/** Any of the words, the longest first; none of them ends in the middle of a word. */
function alternation(words) {
  const order = words.filter(Boolean).sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  const escaped = order.map((word) => {
    const plain = word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    return /[0-9a-z]$/.test(word) ? `${plain}(?![0-9a-z])` : plain;
  });
  return order.length ? new RegExp(escaped.join("|"), "g") : null;
}

const LETTER = /[0-9a-z]/;

/** What a pattern finds, replaced, unless it begins in the middle of a word. */
function substituted(form, pattern, substitute) {
  let [made, from] = ["", 0];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(form); match; match = pattern.exec(form)) {
    const { index } = match;
    if (index > 0 && LETTER.test(form[index]) && LETTER.test(form[index - 1])) {
      pattern.lastIndex = index + 1;
    } else {
      made += form.slice(from, index) + substitute(...match);
      from = pattern.lastIndex;
    }
  }
  return made + form.slice(from);
}

export class Normal {
  /** The vocabulary as `index.json` has it. */
  constructor({ variants, synonyms, ignored, names }) {
    this.variants = variants;
    this.synonyms = synonyms;
    this.names = names;
    this.synonym = alternation(Object.keys(synonyms));
    this.replaced = alternation([...Object.keys(synonyms), ...ignored]);
    this.ignored = new Set(ignored);
  }

  /** Width, case and variants of characters made equal. */
  fold(text) {
    const folded = text.normalize("NFKC").toLowerCase();
    return Array.from(folded, (one) => this.variants[one] ?? one).join("");
  }

  form(text) {
    return this.fold(text)
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/['\u2019]s(?![0-9a-z])/g, "")
      .replace(/([0-9]),(?=[0-9]{3}(?![0-9]))/g, "$1")
      .replace(/[a-z]+/g, stem);
  }

  /** Synonyms and years of the Republic in one spelling; `change` is told of each replacement. */
  canonical(form, pattern = this.synonym, change = () => {}) {
    const dated = substituted(form, ROC_YEAR, (match, year) => ` ${Number(year) + ROC_OFFSET} `);
    if (!pattern) return dated;
    return substituted(dated, pattern, (match) => {
      if (!Object.hasOwn(this.synonyms, match)) return " ";
      change(match, this.synonyms[match]);
      return this.synonyms[match];
    });
  }

  /** How a synonym is written for readers. */
  name(form) {
    return Object.hasOwn(this.names, form) ? this.names[form] : form;
  }

  /** Words of the vocabulary that share a character or a beginning with a text. */
  similar(text) {
    const form = this.form(text);
    const alike = (word) =>
      [...word].some((one) => HAN_RUN.test(one) && form.includes(one)) ||
      (form.match(/[a-z]{4,}/g) ?? []).some((one) => word.startsWith(one.slice(0, 4)));
    const pairs = Object.entries(this.synonyms).filter((pair) => pair.some(alike));
    return [...new Set(pairs.map(([, use]) => this.name(use)))];
  }

  /**
   * A question's tokens, those of its own words, what else it was taken for, and what is to be
   * marked: `token → meaning`.
   */
  question(text) {
    const form = this.form(text);
    const also = new Map();
    let canonical = this.canonical(form, this.replaced, (from, use) => also.set(from, use));
    let found = asked(canonical);
    if (!found.length) {
      // Nothing but words that are skipped otherwise.
      also.clear();
      canonical = this.canonical(form, this.synonym, (from, use) => also.set(from, use));
      found = asked(canonical);
    }
    const words = form.match(WORD) ?? [];
    const others = Object.entries(this.synonyms).filter(([, use]) => canonical.includes(use));
    const ignored = new Set([...this.ignored].flatMap(tokens));
    const marked = new Map();
    const mark = (some, meaning) => some.filter((one) => !ignored.has(one)).forEach((one) => marked.set(one, meaning ?? one));
    others.forEach(([from, use]) => mark(tokens(from), tokens(use)[0]));
    mark([...found, ...tokens(form)]);
    return {
      tokens: [...new Set(found)],
      own: [...new Set(tokens(form))].filter((one) => !ignored.has(one)),
      also,
      isOneWord: words.length === 1 && (!HAN_RUN.test(words[0]) || words[0].length <= LONGEST_WORD),
      marked,
    };
  }
}
