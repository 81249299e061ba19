"""MkDocs's own pages in one build for all languages.

Chinese stands at the root of `content/`, every other language below its code, path for path. Here
an editor's page gets the language, frame and counterpart that the rest of the site has; a page that
is not translated yet gets a stand-in with the original text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from disclosure.checking.forms import unpublished
from disclosure.model.page import Page
from disclosure.model.settings import Settings
from disclosure.problems import report
from disclosure.prose_links import with_targets
from disclosure.reading.front_matter import read_markdown
from disclosure.site import content, lagging, urls
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Site, Voice
from disclosure.writing.editors_html import accessible
from disclosure.writing.prose import mark_han, resolve_links
from disclosure.writing.renderer import Renderer
from disclosure.writing.staging import Staging
from disclosure.writing.stylesheet import FOLDER as STYLES

_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#")


def language_of(src_uri: str, settings: Settings) -> tuple[str, str]:
    """`(language, path below its root)` of a content file."""
    first, _, rest = src_uri.partition("/")
    if rest and first in settings.languages[1:]:
        return first, rest
    return settings.primary, src_uri


def choose_files(files: Files, config: MkDocsConfig, site: Site, shell: list[str]) -> None:
    """Leave to MkDocs the editors' pages and our own assets; add stand-ins for translations."""
    settings = site.settings
    shown = {page.path for page in site.catalogue.pages}
    for file in list(files):
        if not file.is_documentation_page():
            if file.src_dir and file.src_dir != config.docs_dir and file.src_dir not in shell:
                files.remove(file)  # the base theme's scripts, styles and pictures
            elif file.src_dir in shell and file.src_uri.startswith(f"{STYLES}/"):
                files.remove(file)  # joined into one style sheet
            continue
        language, path = language_of(file.src_uri, settings)
        if path in shown:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        else:
            files.remove(file)  # questions, which are records, and drafts
    for page in site.catalogue.pages:
        for language in settings.languages[1:]:
            if language not in page.written:
                _stand_in(files, config, page, language, settings.languages)
    published = {file.src_uri for file in files if not file.inclusion.is_excluded()}  # type: ignore[no-untyped-call]
    left_out = unpublished(site, published)
    if left_out:
        raise PluginError("\n" + report(left_out))


def _stand_in(
    files: Files, config: MkDocsConfig, page: Page, language: str, languages: tuple[str, ...]
) -> None:
    original = files.get_file_from_path(page.path)
    src_uri = f"{language}/{page.path}"
    existing = files.get_file_from_path(src_uri)
    if existing is not None:  # a translation with a title but no text yet
        files.remove(existing)
    assert original is not None
    body = read_markdown(original.content_string, page.path).body
    folder = posixpath.dirname(page.path)
    body = with_targets(body, lambda target: _from_one_folder_below(target, folder, languages))
    files.append(
        File.generated(
            config, src_uri, content=_with_head(body), inclusion=InclusionLevel.NOT_IN_NAV
        )
    )


def _from_one_folder_below(target: str, folder: str, languages: tuple[str, ...]) -> str:
    """A relative target of a page in `folder`, as seen from the same page of another language.

    Pages are linked within the language; pictures, files and pages that are meant in one language
    stand one folder further away.
    """
    if _ABSOLUTE.match(target):
        return target
    path = target.partition("#")[0]
    first = posixpath.normpath(posixpath.join(folder, path)).partition("/")[0]
    is_page = path.endswith(".md") and first not in languages[1:]
    return target if is_page else f"../{target}"


def _with_head(body: str) -> str:
    """Prose with a head that MkDocs cannot misread; the title that is shown is the record's."""
    return f"---\ntitle: page\n---\n{body}"


def source(page: MkDocsPage) -> str:
    """What MkDocs is given to convert: the prose, and a title of plain ASCII."""
    return _with_head(read_markdown(page.file.content_string, page.file.src_uri).body)


def spec(page: MkDocsPage, site: Site) -> PageSpec:
    """The page as the shell wants it."""
    language, path = language_of(page.file.src_uri, site.settings)
    record = next(one for one in site.catalogue.pages if one.path == path)
    voice = Voice(site, language)
    written = language if language in record.written else site.settings.primary
    html = accessible(page.content or "", site.strings[written])
    site.prose[record.id, language] = html
    if written == language:
        html = mark_han(html, site.han_tag(language))
    links = voice.links_in_html(html)
    html = resolve_links(html, links, urls.base(urls.page(path)))
    return lagging.about(
        voice, (record.id,), record.title, lambda voice: content.page(voice, record, html)
    )


def context(page: MkDocsPage, site: Site, renderer: Renderer) -> dict[str, Any]:
    """The whole context of the page's template: nothing of MkDocs's own is used."""
    this = spec(page, site)
    parts = {name: Markup(html) for name, html in renderer.parts(this).items()}
    return {"page": parts, **renderer.frame_context(this.frame)}


@contextmanager
def told(staging: Staging) -> Iterator[None]:
    """What the disk refuses, told in MkDocs's way and without a traceback."""
    try:
        yield
    except BlockingIOError:
        raise PluginError(
            f"{staging.site} 正由另一個 mkdocs build 產生，請等它結束。\n"
            "    Another build of this site is running: wait for it to end."
        ) from None
    except KeyboardInterrupt:
        staging.end()  # MkDocs tells no plugin of this one
        raise
    except OSError as error:
        raise PluginError(
            f"無法寫入檔案，已發布的網站維持原樣：{error}\n"
            f"    Files cannot be written; the published site is as it was: {error}"
        ) from error
