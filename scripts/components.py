"""The living page of components: every one in all its states, rendered by the real templates.

    python -m scripts.components

Reads `docs/components/states.yml` and writes `index.html` (Chinese), `en.html` and `site.css`
beside it. Nothing on the page is an imitation: the partials, the words of the interface and the
joined style sheet are those of a site.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

from disclosure.model.agency import Agency
from disclosure.model.catalogue import Catalogue
from disclosure.model.flow import Flow
from disclosure.model.glossary import GlossaryTerm
from disclosure.model.palette import Palette
from disclosure.model.record import Classification
from disclosure.model.service import Service
from disclosure.model.settings import Settings
from disclosure.model.text import Text
from disclosure.problems import report
from disclosure.reading.strings import read_strings
from disclosure.resources import shell_folder, template_folder, translation_folder
from disclosure.site import flows
from disclosure.site.voice import Site, Voice
from disclosure.writing.environment import environment
from disclosure.writing.paper import paper
from disclosure.writing.stylesheet import stylesheet
from disclosure.writing.terms import Explainer, Seen

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "components"
STATES = FOLDER / "states.yml"
LANGUAGES = ("zh", "en")
FILES = {"zh": "index.html", "en": "en.html"}
#: Where the samples' links to other pages of a site lead: to this page again.
NOWHERE = "?at="
#: The page's own words; those within the samples are the interface's.
OWN = {
    "zh": {
        "title": "元件與它們的狀態",
        "intro": "網站的每一個元件在各種狀態下的樣子：一般、很長的字、沒有資料、沒有翻譯、很多項。",
        "made": "這一頁由 make components 用真正的樣板和樣式產生，請勿手改。"
        "把視窗縮小、切換深色或列印，就能看到其他樣子；範例裡的連結不會離開這一頁。",
        "list": "全部元件",
        "use": "怎麼使用",
        "bracket": "（%d）",
        "nothing": "（什麼都不出現）",
    },
    "en": {
        "title": "Components and their states",
        "intro": "How every component of the site looks: as usual, with long words, with nothing "
        "in it, not translated, with many entries.",
        "made": "Made by make components from the real templates and styles; do not edit it. "
        "Narrow the window, switch to dark colours or print to see the other looks. The links of "
        "the samples do not leave this page.",
        "list": "All components",
        "use": "How to use it",
        "bracket": "(%d)",
        "nothing": "(nothing is shown)",
    },
}


@dataclass(frozen=True)
class Prose:
    """`!prose`: Markdown, in one or more languages."""

    words: dict[str, str]


@dataclass(frozen=True)
class Steps:
    """`!flow`: a process flow, as a service's file has it."""

    data: dict[str, Any]


@dataclass(frozen=True)
class Code:
    """`!qr`: the address of a page, as it stands on paper."""

    address: str


class _Loader(yaml.SafeLoader):
    """Reads `states.yml` with its tags."""


def _tagged(load: yaml.SafeLoader, tag: str, node: yaml.Node) -> Prose | Steps | Code:
    """A value with one of our tags; `tag` is what stands behind the `!`."""
    match tag, node:
        case "prose", yaml.MappingNode():
            return Prose({str(key): one for key, one in load.construct_mapping(node).items()})
        case "flow", yaml.MappingNode():
            data = load.construct_mapping(node, deep=True)
            return Steps({str(key): one for key, one in data.items()})
        case "qr", yaml.ScalarNode():
            return Code(str(load.construct_scalar(node)))
    raise ValueError(f"{STATES.name}, line {node.start_mark.line + 1}: what is !{tag}?")


_Loader.add_multi_constructor("!", _tagged)


def states() -> dict[str, Any]:
    """What `states.yml` holds: `shared` values and the `components`."""
    loaded: dict[str, Any] = yaml.load(STATES.read_text(encoding="utf-8"), _Loader)
    return loaded


def voices(shared: dict[str, Any]) -> dict[str, Voice]:
    """A voice for every language, of a site that holds nothing but its agency and its words."""
    strings, problems = read_strings(ROOT / "data", translation_folder(), ROOT, LANGUAGES)
    if problems:
        raise ValueError(report(problems))
    known = {"languages": LANGUAGES}
    agency = Agency.model_validate(shared["agency"], context=known)
    terms = tuple(GlossaryTerm.model_validate(one, context=known) for one in shared["glossary"])
    catalogue = Catalogue(LANGUAGES, agency, {}, {}, {}, {}, {}, {}, glossary=terms)
    site = Site(catalogue, strings, Settings(ROOT, LANGUAGES))
    return {language: Voice(site, language) for language in LANGUAGES}


def said(value: Any, voice: Voice) -> Any:
    """A value of `states.yml` as a template gets it: in the page's language, or marked."""
    match value:
        case Prose():
            return voice.prose(Text(value.words))
        case Steps():
            flow = Flow.model_validate(value.data, context={"languages": LANGUAGES})
            return flows.flow(voice, _service(flow), flow)
        case Code():
            return paper(value.address)
        case dt.date():
            return voice.date(value)
        case dict() if value and value.keys() <= set(LANGUAGES):
            return voice.words(Text(value))
        case dict():
            return {key: said(one, voice) for key, one in value.items()}
        case list():
            return [said(one, voice) for one in value]
        case _:
            return value


def _service(flow: Flow) -> Service:
    """A service that is handled in this way; its first step is its name."""
    return Service(
        id="sample",
        title=flow.steps[0].action,
        published=dt.date(2026, 11, 21),
        classification=Classification(theme=("300",), cake=("600",), service=("I00",)),
        flow=flow,
    )


def context(shared: dict[str, Any], state: dict[str, Any], voice: Voice) -> dict[str, Any]:
    """What a template sees in one state: the interface, the shared values, and the state's own.

    Of `frame` and `page` a state tells only what is different.
    """
    primary = voice.site.settings.primary
    interface = {
        "t": voice.strings,
        "base": NOWHERE,
        "root": NOWHERE,
        "source_lang": "" if voice.language == primary else voice.site.tag(primary),
        "han_tag": voice.site.han_tag(voice.language),
        "explainer": Explainer(voice.site.catalogue.glossary, voice.language, voice.strings),
        "seen": Seen(),
        "map_search": "",
    }
    own = {key: one for key, one in state.items() if key != "name"}
    for key in ("frame", "page"):
        own[key] = shared[key] | own.get(key, {})
    own["frame"]["tag"] = voice.site.tag(voice.language)
    values: dict[str, Any] = said(own, voice)
    return interface | values


_ID = re.compile(r'(?<=\sid=")[^"]+(?=")')
_REFERENCE = re.compile(r'(\s(?:id|for|aria-describedby|aria-labelledby)="|\shref="#)([^"]+)(?=")')
_LABELLED = re.compile(r'(\saria-labelledby="[^"]+)(?=")')
_LABEL = re.compile(r'(\saria-label="[^"]+)(?=")')
_SEARCH = re.compile(r'(?<=\srole="search")')
_KEY = re.compile(r'\saccesskey="[^"]*"')


def alone(html: str, name: str, words: str) -> str:
    """A sample that can stand beside others of its kind on one page.

    A page of the site has each component once; here ids get the sample's name before them,
    landmarks get its words behind theirs, and the keys of the site's places are not taken.
    """
    own = set(_ID.findall(html))

    def named(match: re.Match[str]) -> str:
        ids = (f"{name}-{one}" if one in own else one for one in match[2].split())
        return match[1] + " ".join(ids)

    html = _REFERENCE.sub(named, _KEY.sub("", html))
    html = _LABELLED.sub(rf"\1 {name}", html)
    html = _LABEL.sub(lambda match: f"{match[1]} ({words})", html)
    return _SEARCH.sub(f' aria-labelledby="{name}"', html)


def rendered(env: Environment, voice: Voice, held: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The components in one language, each with its states as HTML."""
    for one in held["components"]:
        template = env.from_string(one["use"])
        shown = []
        for number, state in enumerate(one["states"], 1):
            name, words = f"{one['id']}-{number}", voice.plain(Text(state["name"]))
            html = template.render(context(held["shared"], state, voice)).strip()
            shown.append({"id": name, "name": words, "html": alone(html, name, words)})
        yield one | {"name": voice.plain(Text(one["name"])), "states": shown}


def pages(env: Environment) -> dict[str, str]:
    """The files of the living page, by name."""
    held = states()
    spoken = voices(held["shared"])
    page = environment(Path(__file__).parent).get_template("components.html")
    made = {"site.css": stylesheet(Palette(), [shell_folder()])}
    for language, voice in spoken.items():
        (other,) = set(LANGUAGES) - {language}
        facts = spoken[other].strings.facts
        made[FILES[language]] = page.render(
            tag=voice.strings.facts.tag,
            own=OWN[language],
            other={"file": FILES[other], "tag": facts.tag, "name": facts.name},
            components=list(rendered(env, voice, held)),
        )
    return made


def templates() -> Environment:
    """The templates of pages' bodies and of the shell, in one environment."""
    return environment(template_folder(), shell_folder())


def main() -> int:
    """Write the living page."""
    for name, text in pages(templates()).items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"docs/components/{name}: {len(text.encode()) // 1000} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
