// The search page: which records hold all the words of the address's `q`?
// Words and links come from the page and from records.json; nothing is loaded on other pages.

const MOST_SHOWN = 50;

/** Full and half width, upper and lower case, 臺 and 台, 帳 and 賬 count as the same. */
const plain = (words) =>
  words.normalize("NFKC").toLowerCase().replaceAll("臺", "台").replaceAll("賬", "帳");

/** A record's rank for the words asked: 0 when one is missing; words in the title count most. */
function rank(record, asked) {
  const [, title, , told, words] = record.map(plain);
  let sum = 0;
  for (const word of asked) {
    if (title.includes(word)) sum += title.startsWith(word) ? 5 : 4;
    else if (words.includes(word)) sum += 2;
    else if (told.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

function entry([path, title, kind, told, , titleLang, toldLang], base) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = base + path || "./";
  link.textContent = title;
  if (titleLang) link.lang = titleLang;
  item.append(link);
  for (const [words, lang] of [[kind], [told, toldLang]]) {
    if (!words) continue;
    const line = document.createElement("span");
    line.className = "soft";
    line.textContent = words;
    if (lang) line.lang = lang;
    item.append(line);
  }
  return item;
}

async function search(words) {
  const room = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const { records, base, found, none, failed } = room.dataset;
  room.hidden = false;
  try {
    const answer = await fetch(records);
    if (!answer.ok) throw new Error(`${records}: ${answer.status}`);
    const asked = plain(words).split(/\s+/u).filter(Boolean);
    const ranked = (await answer.json())
      .map((record) => ({ record, rank: rank(record, asked) }))
      .filter((one) => one.rank > 0)
      .sort((one, other) => other.rank - one.rank);
    const shown = ranked.slice(0, MOST_SHOWN);
    room.querySelector("ol").replaceChildren(...shown.map((one) => entry(one.record, base)));
    status.textContent = ranked.length
      ? found.replace("{count}", ranked.length).replace("{shown}", shown.length)
      : none.replace("{words}", () => words);
  } catch (error) {
    status.textContent = failed;
    throw error;
  }
}

const words = (new URLSearchParams(location.search).get("q") ?? "").trim();
document.getElementById("search-words").value = words;
if (words) search(words);
