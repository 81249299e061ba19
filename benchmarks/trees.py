"""One set of records → the source files of a site, in each tool's own notation."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import words
from records import Record, Text
from words import CATEGORIES, LANGUAGES

SITE_URL = "https://bench.example.gov.tw/"
SITE_NAME = "效能測試機關"
#: What begins the caption of a table, in each language.
CAPTIONS = ("表：", "Table: ")
HUGO = Path(__file__).resolve().parent / "hugo"

#: How a tool writes the address of another record: (from, to) → target of a Markdown link.
Link = Callable[[Record, Record], str]
Records = Sequence[Record]


def body(record: Record, language: str, by_id: dict[str, Record], link: Link) -> str:
    """The Markdown of a record; all but the targets of its links is the same for every tool."""
    text, i = record.text[language], LANGUAGES.index(language)
    related = [by_id[one] for one in record.related]
    blocks = [
        text.summary,
        _heading("answer", i),
        *text.answer,
        _heading("papers", i),
        "\n".join(f"- {paper}" for paper in text.papers),
        _heading("steps", i),
        _table(text, i),
        _heading("links", i),
        "\n".join(f"- [{one.text[language].title}]({link(record, one)})" for one in related),
    ]
    return "\n\n".join(blocks) + "\n"


def _heading(name: str, i: int) -> str:
    return f"## {words.HEADINGS[name][i]}"


def _table(text: Text, i: int) -> str:
    head = " | ".join(column[i] for column in words.COLUMNS)
    rows = "\n".join(f"| {step} | {unit} | {days} |" for step, unit, days in text.steps)
    caption = f"{CAPTIONS[i]}{words.HEADINGS['steps'][i]}"
    return f"{caption}\n\n| {head} |\n| --- | --- | ---: |\n{rows}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _front(*lines: str) -> str:
    return "\n".join(("---", *lines, "---", "", ""))


def _list(items: Sequence[str]) -> str:
    return f"[{', '.join(items)}]"


def _quoted(items: Sequence[str]) -> str:
    """A list of codes: without the quotes, 330 would be a number."""
    return _list([f'"{item}"' for item in items])


def _root(folder: Path, language: str) -> Path:
    """Where a language's pages begin: the first one's at the root."""
    return folder if language == LANGUAGES[0] else folder / language


def _by_category(records: Records) -> Iterator[tuple[words.Category, list[Record]]]:
    for category in CATEGORIES:
        yield category, [record for record in records if record.category == category.id]


# --- this plugin ---------------------------------------------------------------------------------


def write_ours(records: Records, out: Path) -> None:
    """`content/` and `data/` as the plugin reads them."""
    by_id = {record.id: record for record in records}
    numbers = _numbers(records)
    for record in records:
        for language in LANGUAGES:
            markdown = body(record, language, by_id, lambda _, to: f"record:{to.id}")
            original = language == LANGUAGES[0]
            head = (
                _our_front(record, numbers[record.id]) if original else _our_other(record, language)
            )
            folder = _root(out / "content", language) / "faq" / record.category
            _write(folder / f"{record.id}.md", head + markdown)
    _our_home(out / "content")
    _our_data(out / "data")
    _write(
        out / "mkdocs.yml",
        f"site_name: {SITE_NAME}\nsite_url: {SITE_URL}\ndocs_dir: content\n"
        "theme: {name: material, font: false}\n"
        # The Hugo of Debian 12 draws no QR codes; what ours cost is measured apart.
        "plugins: [{disclosure: {qr_codes: false}}]\n",
    )


def _classification(record: Record) -> str:
    return (
        f'classification: {{theme: ["{record.theme}"], cake: ["{record.cake}"], '
        f'service: ["{words.SERVICE}"], audience: [{record.audience}]}}'
    )


def _numbers(records: Records) -> dict[str, int]:
    """The permanent number of each question, counted within its category."""
    return {
        record.id: number
        for _, own in _by_category(records)
        for number, record in enumerate(own, 1)
    }


def _our_front(record: Record, number: int) -> str:
    text = record.text[LANGUAGES[0]]
    return _front(
        f"title: {text.title}",
        f"number: {number}",
        f"units: {_list(record.units)}",
        _classification(record),
        f"keywords: {_list(text.keywords)}",
        f"published: {record.published}",
        f"updated: {record.updated}",
        f"related: {_list(record.related)}",
    )


def _our_other(record: Record, language: str) -> str:
    text = record.text[language]
    return _front(f"title: {text.title}", f"keywords: {_list(text.keywords)}")


def _our_home(content: Path) -> None:
    classification = (
        'classification: {theme: ["310"], cake: ["623"], service: ["I00"], audience: [public]}'
    )
    lines = ["units: [service-center]", classification, "published: 2025-01-02"]
    _write(content / "index.md", _front("title: 首頁", *lines) + "歡迎。\n")
    _write(content / "en" / "index.md", _front("title: Home") + "Welcome.\n")


def _our_data(data: Path) -> None:
    _write(data / "agency.yml", AGENCY)
    _write(data / "units.yml", _register("units", words.UNITS))
    _write(data / "faq.yml", _register("categories", {c.id: c.name for c in CATEGORIES}))


def _register(field: str, rows: dict[str, words.Pair]) -> str:
    lines = [f'  - {{id: {one}, name: {{zh: {zh}, en: "{en}"}}}}' for one, (zh, en) in rows.items()]
    return "\n".join((f"{field}:", *lines, ""))


AGENCY = """\
name: {zh: 效能測試機關, en: Benchmark Agency}
description:
  zh: 只用來量測建置時間的網站，內容全部由程式產生。
  en: A site that only serves to measure builds; all of its text is generated.
notice:
  zh: 這是測試資料，不是任何機關的公告。
  en: This is test material, not an announcement of any agency.
address: {zh: 100 臺北市中正區測試路 1 號, en: "1 Test Road, Zhongzheng District, Taipei 100"}
phone: 02-0000-0000
email: bench@example.gov.tw
rights: {zh: 效能測試機關, en: Benchmark Agency}
keywords: {zh: [資訊公開, 為民服務], en: [disclosure, public service]}
classification:
  theme: ["310"]
  cake: ["600"]
  service: ["I00"]
  audience: [public]
  disclosure: ["5"]
"""


# --- stock Material ------------------------------------------------------------------------------


def write_material(records: Records, out: Path) -> None:
    """Plain Markdown, index pages per category and language in the navigation, records not."""
    by_id = {record.id: record for record in records}
    for language in LANGUAGES:
        root = _root(out / "docs", language)
        for record in records:
            path = root / "faq" / record.category / f"{record.id}.md"
            markdown = body(record, language, by_id, _relative(".md"))
            _write(path, _front(f"title: {record.text[language].title}") + markdown)
        _material_indexes(records, language, root)
    _write(out / "mkdocs.yml", _material_config())


def _relative(end: str, above: str = "../") -> Link:
    return lambda _, to: f"{above}{to.category}/{to.id}{end}"


def _material_indexes(records: Records, language: str, root: Path) -> None:
    i = LANGUAGES.index(language)
    groups = list(_by_category(records))
    home = ("歡迎。", "Welcome.")[i]
    _write(root / "index.md", f"# {('首頁', 'Home')[i]}\n\n{home}\n")
    links = "".join(f"- [{c.name[i]}]({c.id}/index.md) ({len(own)})\n" for c, own in groups)
    _write(root / "faq" / "index.md", f"# {('常見問題', 'Questions')[i]}\n\n{links}")
    for category, own in groups:
        links = "".join(_material_entry(record, language) for record in own)
        _write(root / "faq" / category.id / "index.md", f"# {category.name[i]}\n\n{links}")


def _material_entry(record: Record, language: str) -> str:
    unit = words.UNITS[record.units[0]][LANGUAGES.index(language)]
    return f"- [{record.text[language].title}]({record.id}.md) {record.updated} {unit}\n"


def _material_config() -> str:
    nav = [*_material_nav("", "常見問題"), *_material_nav("en/", "Questions")]
    return "\n".join(
        (
            f"site_name: {SITE_NAME}",
            f"site_url: {SITE_URL}",
            "theme: {name: material, font: false}",
            "not_in_nav: '*-[0-9]*.md'",
            "nav:",
            *nav,
            "",
        )
    )


def _material_nav(prefix: str, heading: str) -> list[str]:
    categories = [f"      - {prefix}faq/{category.id}/index.md" for category in CATEGORIES]
    return [
        f"  - {prefix}index.md",
        f"  - {heading}:",
        f"      - {prefix}faq/index.md",
        *categories,
    ]


# --- Hugo ----------------------------------------------------------------------------------------


def write_hugo(records: Records, out: Path) -> None:
    """The bench's Hugo site with a content folder for each language."""
    shutil.copytree(HUGO, out, dirs_exist_ok=True)
    by_id = {record.id: record for record in records}
    numbers = _numbers(records)
    names = {unit: dict(zip(LANGUAGES, name, strict=True)) for unit, name in words.UNITS.items()}
    _write(out / "data" / "units.json", json.dumps(names, ensure_ascii=False))
    for language in LANGUAGES:
        root = out / "content" / language
        for record in records:
            path = root / "faq" / record.category / f"{record.id}.md"
            markdown = body(record, language, by_id, _relative("/", "../../"))
            _write(path, _hugo_front(record, language, by_id, numbers[record.id]) + markdown)
        _hugo_indexes(language, root)


def _hugo_front(record: Record, language: str, by_id: dict[str, Record], number: int) -> str:
    mark = f"F-{record.category}-{number:03}"
    related = [f"/faq/{by_id[one].category}/{one}" for one in record.related]
    terms = [f"{scheme}: {_quoted(own)}" for scheme, own in record.terms.items()]
    return _front(
        f"title: {record.text[language].title}",
        *terms,
        f"keywords: {_list(record.text[language].keywords)}",
        f"date: {record.published}",
        f"lastmod: {record.updated}",
        f"mark: {mark}",
        f"related: {_list(related)}",
    )


def _hugo_indexes(language: str, root: Path) -> None:
    """Titles of the sections, of the taxonomies and of their terms."""
    i = LANGUAGES.index(language)
    _write(
        root / "_index.md", _front(f"title: {('首頁', 'Home')[i]}") + ("歡迎。\n", "Welcome.\n")[i]
    )
    _write(root / "faq" / "_index.md", _front(f"title: {('常見問題', 'Questions')[i]}"))
    for category in CATEGORIES:
        _write(root / "faq" / category.id / "_index.md", _front(f"title: {category.name[i]}"))
    for scheme, name in words.SCHEMES.items():
        _write(root / scheme / "_index.md", _front(f"title: {name[i]}"))
        for code, term in words.TERMS[scheme].items():
            _write(root / scheme / code / "_index.md", _front(f'title: "{term[i]}"'))


WRITERS: dict[str, Callable[[Records, Path], None]] = {
    "ours": write_ours,
    "material": write_material,
    "hugo": write_hugo,
}
