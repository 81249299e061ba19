"""Small sites and records for unit tests. Each test changes only what it is about."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent
from typing import Any

from disclosure import build
from disclosure.model.agency import Agency, NamedAgency, Unit
from disclosure.model.catalogue import FILED_SCHEMES, Catalogue, Source
from disclosure.model.classification import Scheme, Tree
from disclosure.model.dates import Deadline
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import Faq, FaqCategory
from disclosure.model.form import Form
from disclosure.model.page import Page
from disclosure.model.plan import Plan
from disclosure.model.record import Classification, Record
from disclosure.model.service import Service
from disclosure.model.settings import Settings
from disclosure.model.text import Text, text
from disclosure.problems import Problem
from disclosure.reading.strings import Strings, read_strings
from disclosure.reading.yaml_reader import Document, read_yaml
from disclosure.resources import translation_folder
from disclosure.site.voice import Site, Voice

LANGUAGES = ("zh", "en")
DAY = dt.date(2026, 1, 5)

FILES: dict[str, str] = {
    # Short lists of the site's own: the packaged ones are long.
    "data/classification/theme.yml": """
        scheme: theme
        name: {zh: 主題}
        terms:
          - {code: "300", name: {zh: 甲}, attested: seen}
          - {code: "310", name: {zh: 乙}, parent: "300", attested: seen}
          - {code: "330", name: {zh: 丙}, parent: "300", attested: seen}
    """,
    "data/classification/cake.yml": """
        scheme: cake
        name: {zh: 施政}
        terms:
          - {code: "600", name: {zh: 甲}, attested: seen}
          - {code: "634", name: {zh: 乙}, parent: "600", attested: seen}
    """,
    "data/classification/service.yml": """
        scheme: service
        name: {zh: 服務}
        terms: [{code: I00, name: {zh: 甲}, attested: seen}]
    """,
    "data/classification/audience.yml": """
        scheme: audience
        name: {zh: 對象}
        official: false
        terms: [{code: families, name: {zh: 甲}, attested: label}]
    """,
    "data/classification/disclosure.yml": """
        scheme: disclosure
        name: {zh: 類別}
        official: false
        terms: [{code: "5", name: {zh: 甲}, attested: label}]
    """,
    "data/agency.yml": """
        name: {zh: 示範監獄, en: Model Prison}
        address: {zh: 示範路一號, en: 1 Model Road}
    """,
    "data/agencies.yml": """
        agencies:
          - {id: model-prison, name: {zh: 示範監獄, en: Model Prison}}
    """,
    "data/units.yml": """
        units:
          - {id: guard, name: {zh: 戒護科, en: Guard Section}}
          - {id: secretary, name: {zh: 秘書室, en: Secretary Office}}
    """,
    "data/faq.yml": """
        categories:
          - {id: visits, name: {zh: 接見, en: Visits}}
    """,
    "data/plans/plan-115.yml": """
        id: plan-115
        title: {zh: 115 年度服務計畫, en: Service Plan for 2026}
        units: [secretary]
        classification: {theme: ["330"], cake: ["634"], service: [I00]}
        published: 2026-01-05
        agency: model-prison
        year: 2026
        basis:
          - authority: {zh: 法務部, en: Ministry of Justice}
            title: {zh: 服務方案, en: Service Program}
        goals: {zh: 便民。, en: To serve.}
        scope: {zh: 全體同仁, en: All staff}
        scope_heading: {zh: 實施對象, en: Who carries it out}
        columns:
          section: {zh: 實施要項, en: Area}
          strategy: {zh: 執行策略, en: Strategy}
        sections:
          - id: service
            number: 一
            title: {zh: 服務, en: Service}
            strategies:
              - id: visits
                number: "1"
                title: {zh: 接見, en: Visits}
                text: {zh: 縮短等候時間。, en: Shorten the waiting time.}
                units: [guard]
    """,
    "content/index.md": """
        ---
        title: 歡迎
        classification: {theme: ["310"], cake: ["600"], service: [I00]}
        published: 2026-01-05
        ---

        請看[計畫](record:plan-115)。
    """,
    "content/en/index.md": """
        ---
        title: Welcome
        ---

        See [the plan](record:plan-115).
    """,
    "content/about/index.md": """
        ---
        title: 關於
        classification: {theme: ["310"], cake: ["600"], service: [I00]}
        published: 2026-01-05
        ---

        ## 聯絡方式

        回[首頁](../index.md)。
    """,
    "content/faq/visits/book-a-visit.md": """
        ---
        title: 怎麼預約接見？
        number: 1
        units: [guard]
        classification: {theme: ["330"], cake: ["634"], service: [I00]}
        published: 2026-01-05
        related: [plan-115]
        ---

        請看[計畫](record:plan-115)。
    """,
    "content/en/faq/visits/book-a-visit.md": """
        ---
        title: How do I book a visit?
        ---

        See [the plan](record:plan-115).
    """,
}

#: A service whose flow has two ways in, a join, a correction loop and two ends. For those tests
#: that write it to `SERVICE_FILE`.
SERVICE_FILE = "data/services/certificate.yml"
SERVICE = """
    id: certificate
    title: {zh: 出監證明, en: Release certificate}
    units: [guard]
    classification: {theme: ["330"], cake: ["634"], service: [I00]}
    published: 2026-01-05
    number: 1
    documents:
      - {id: identity, name: {zh: 身分證件, en: Proof of identity}}
      - {id: letter, name: {zh: 委託書, en: Letter of authority}}
    time_limit:
      time: {number: 7, unit: calendar-days}
    remedy: {zh: 可以陳情。, en: File a petition.}
    contact:
      - {unit: guard}
    flow:
      lanes:
        - {id: citizen, name: {zh: 申請人, en: Applicant}, citizen: true}
        - {id: front, unit: secretary}
        - {id: back, unit: guard}
      steps:
        - id: come
          lane: citizen
          kind: start
          action: {zh: 到櫃檯申請, en: Apply at the counter}
          documents: [identity]
          next: receive
        - id: write
          lane: citizen
          kind: start
          action: {zh: 寫信申請, en: Apply by letter}
        - id: receive
          lane: front
          action: {zh: 收件, en: Receive}
          time: {number: 1, unit: calendar-days}
        - id: complete
          lane: front
          kind: decision
          action: {zh: 文件齊全嗎？, en: Is everything there?}
          branches:
            - {label: {zh: 齊全, en: Complete}, to: issue}
            - {label: {zh: 缺件, en: Incomplete}, to: correct}
            - {label: {zh: 不符, en: Not entitled}, to: refuse}
        - id: correct
          lane: citizen
          action: {zh: 補正, en: Supply what is missing}
          documents: [letter]
          time: {number: 30, unit: calendar-days}
          next: receive
        - id: refuse
          lane: front
          kind: end
          action: {zh: 函復不符, en: Refuse}
        - id: issue
          lane: back
          action: {zh: 製作證明, en: Make the certificate}
          time: {number: 5, unit: calendar-days}
        - id: hand-over
          lane: front
          kind: end
          action: {zh: 領取, en: Hand it over}
"""


def not_shown(life: str, indent: str = "") -> str:
    """What a file says of a record that is a draft or withdrawn."""
    if life == "draft":
        return "life: draft"
    group = "withdrawn: {date: 2026-01-05, reason: {zh: 過時。}}"
    return f"life: withdrawn\n{indent}{group}"


class Project:
    """A project's folder with the files of a small, faultless site."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, words in FILES.items():
            self.write(name, words)

    def write(self, name: str, words: str) -> None:
        """Write a file, less the common indentation."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(words).lstrip("\n"), encoding="utf-8", newline="\n")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace words that stand in a file just once."""
        path = self.root / name
        words = path.read_text(encoding="utf-8")
        assert words.count(old) == 1, f"{words.count(old)} times in {name}: {old}"
        path.write_text(words.replace(old, new), encoding="utf-8", newline="\n")

    def remove(self, name: str) -> None:
        """Delete a file."""
        (self.root / name).unlink()

    def settings(self, **options: Any) -> Settings:
        """What `mkdocs.yml` would say."""
        return Settings(root=self.root, site_name="示範監獄", **options)

    def prepare(self, **options: Any) -> build.Prepared:
        """Read and check everything."""
        return build.prepare(self.settings(**options))

    def problems(self, **options: Any) -> list[Problem]:
        """Every problem of the project."""
        return self.prepare(**options).problems

    def only_problem(self, **options: Any) -> Problem:
        """The one problem that there must be."""
        problems = self.problems(**options)
        assert len(problems) == 1, [str(problem) for problem in problems]
        return problems[0]


def place(problem: Problem) -> tuple[str, int, int, str]:
    """Where a problem is, and of which rule."""
    return problem.path, problem.line, problem.column, problem.rule


def spot(problem: Problem) -> tuple[int, int, str]:
    """The same, where the file is plain."""
    return problem.line, problem.column, problem.rule


def document(words: str, first_line: int = 1) -> Document:
    """A YAML text, less the common indentation."""
    return read_yaml(dedent(words).lstrip("\n"), "a.yml", first_line)


def odt(meta: str | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An open document as a word processor writes it, in small."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        if meta is not None:
            archive.writestr("meta.xml", meta)
        archive.writestr("content.xml", "<office:document-content/>" * 20)
    return made.getvalue()


# -- records, without files ------------------------------------------------------------------


def classified(**codes: tuple[str, ...]) -> Classification:
    """A classification with the three that every record must have."""
    return Classification(
        **{"theme": ("330",), "cake": ("634",), "service": ("I00",), **codes},  # type: ignore[arg-type]
    )


def plan(name: str = "plan-115", **fields: Any) -> Plan:
    """A plan; the fields are as in a data file."""
    strategy = {"id": "visits", "number": "1", "title": _text("接見"), "text": _text("縮短等候。")}
    data: dict[str, Any] = {
        "id": name,
        "title": {"zh": "服務計畫", "en": "Service plan"},
        "classification": classified(),
        "published": DAY,
        "agency": "model-prison",
        "year": 2026,
        "basis": [{"authority": _text("法務部"), "title": _text("服務方案")}],
        "goals": _text("便民。"),
        "scope": _text("全體同仁"),
        "scope_heading": _text("實施對象"),
        "columns": {"section": _text("實施要項"), "strategy": _text("執行策略")},
        "sections": [{"id": "service", "number": "一", "strategies": [strategy]}],
        **fields,
    }
    return Plan.model_validate(data, context={"languages": LANGUAGES})


def faq(name: str = "book-a-visit", **fields: Any) -> Faq:
    """A question."""
    data = {
        "id": name,
        "title": {"zh": "怎麼預約？", "en": "How to book?"},
        "classification": classified(),
        "published": DAY,
        "category": "visits",
        "answer": {"zh": "請打電話。", "en": "Call us."},
        **fields,
    }
    return Faq.model_validate(data, context={"languages": LANGUAGES})


def service(name: str = "certificate", **fields: Any) -> Service:
    """A service of which as little as possible is known."""
    data = {
        "id": name,
        "title": {"zh": "出監證明", "en": "Release certificate"},
        "classification": classified(),
        "published": DAY,
        **fields,
    }
    return Service.model_validate(data, context={"languages": LANGUAGES})


def form(name: str = "letter-form", **fields: Any) -> Form:
    """A form with one file."""
    data = {
        "id": name,
        "title": {"zh": "委託書", "en": "Letter of authority"},
        "classification": classified(),
        "published": DAY,
        "files": [{"path": "forms/letter.odt"}],
        **fields,
    }
    return Form.model_validate(data, context={"languages": LANGUAGES})


def item(name: str = "statistics", **fields: Any) -> DisclosureItem:
    """An item of the catalogue of Article 7."""
    data = {
        "id": name,
        "title": {"zh": "業務統計", "en": "Statistics"},
        "classification": classified(disclosure=("5",)),
        "published": DAY,
        **fields,
    }
    return DisclosureItem.model_validate(data, context={"languages": LANGUAGES})


def page(path: str = "about/index.md", **fields: Any) -> Page:
    """An editors' page."""
    data = {
        "id": path.removesuffix(".md").removesuffix("/index").replace("/", "-"),
        "title": {"zh": "關於", "en": "About"},
        "classification": classified(),
        "published": DAY,
        "path": path,
        "written": LANGUAGES,
        **fields,
    }
    return Page.model_validate(data, context={"languages": LANGUAGES})


def tree(scheme: str, *terms: tuple[str, str | None], **fields: Any) -> Tree:
    """A classification of `(code, code of its parent)`."""
    data = {
        "scheme": scheme,
        "name": {"zh": scheme, "en": scheme},
        "terms": [
            {
                "code": code,
                "name": {"zh": f"類{code}", "en": f"Term {code}"},
                "parent": parent,
                "attested": "seen",
            }
            for code, parent in terms
        ],
        **fields,
    }
    return Tree(Scheme.model_validate(data))


TREES = {
    "theme": tree("theme", ("300", None), ("330", "300"), ("310", "300"), meta="Category.Theme"),
    "cake": tree("cake", ("600", None), ("634", "600"), meta="Category.Cake"),
    "service": tree("service", ("I00", None), meta="Category.Service"),
    "audience": tree("audience", ("public", None), ("families", "public"), official=False),
    "disclosure": tree("disclosure", ("5", None), official=False),
}
assert tuple(TREES) == FILED_SCHEMES


def catalogue(*records: Record, **fields: Any) -> Catalogue:
    """A catalogue of two units, one agency and one category of questions."""
    units = (
        Unit(id="guard", name=text(zh="戒護科", en="Guard Section")),
        Unit(id="secretary", name=text(zh="秘書室")),
    )
    given: dict[str, Any] = {
        "languages": LANGUAGES,
        "agency": Agency(name=text(zh="示範監獄", en="Model Prison")),
        "agencies": {
            "model-prison": NamedAgency(
                id="model-prison", name=text(zh="示範監獄", en="Model Prison")
            )
        },
        "units": {unit.id: unit for unit in units},
        "trees": TREES,
        "categories": {"visits": FaqCategory(id="visits", name=text(zh="接見", en="Visits"))},
        "records": {record.id: record for record in records},
        "sources": {record.id: Source(f"{record.id}.src") for record in records},
        **fields,
    }
    return Catalogue(**given)


def words() -> dict[str, Strings]:
    """The packaged interface words."""
    nowhere = Path("/nonexistent")
    strings, problems = read_strings(nowhere, translation_folder(), nowhere, LANGUAGES)
    assert not problems
    return strings


def site(*records: Record, settings: Settings | None = None, **fields: Any) -> Site:
    """A site of records."""
    return Site(
        catalogue(*records, **fields), words(), settings or Settings(root=Path("/nonexistent"))
    )


def voice(language: str, *records: Record, **fields: Any) -> Voice:
    """One language of a site of records."""
    return Voice(site(*records, **fields), language)


def deadline(kind: str, **fields: Any) -> Deadline:
    """A deadline of a strategy."""
    return (
        plan(
            sections=[
                {
                    "id": "s",
                    "number": "1",
                    "strategies": [
                        {
                            "id": "t",
                            "number": "1",
                            "title": _text("題"),
                            "text": _text("文"),
                            "deadlines": [{"kind": kind, **fields}],
                        }
                    ],
                }
            ]
        )
        .strategies[0]
        .deadlines[0]
    )


def rules(problems: Iterable[Problem]) -> list[str]:
    """The rules that were broken, sorted."""
    return sorted(problem.rule for problem in problems)


def _text(zh: str) -> Text:
    return text(zh=zh, en=f"({zh})")
