"""One picture of every kind of page: six views side by side, and the gallery that shows them.

    python -m scripts.screenshots [KIND …] [--site FOLDER]

Builds the demo site (or takes one that is built), photographs the pages that `kinds.yml` names at
three widths in light and dark, and writes `docs/images/pages/*.webp` and `docs/pages.md`.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote_plus

import yaml
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser

from audit.browser import launch, open_page
from audit.markup import Page
from audit.server import serve
from audit.site import Site, build, site_url
from audit.tools import ROOT, Stop

KINDS = ROOT / "scripts" / "kinds.yml"
PICTURES = ROOT / "docs" / "images" / "pages"
GALLERY = ROOT / "docs" / "pages.md"

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
#: Of a long page only its beginning is shown.
HEIGHT = 1500
#: Small enough for six views in one picture, large enough to read when it is opened by itself.
SCALE = 0.48
GAP, LABEL = 16, 30
GREY, INK = "#8d9399", "#000000"
#: The repository keeps every version of a picture: it is made as good as this many bytes allow.
#: Below the last quality hairlines begin to vanish.
MOST_BYTES = 120_000
QUALITIES = (70, 60, 50, 40, 30, 20)


@dataclass(frozen=True)
class Shot:
    """One picture: a kind of page in one language."""

    kind: str
    name: dict[str, str]
    page: Page
    language: str
    #: what the search page is asked
    asked: str = ""

    @property
    def address(self) -> str:
        """Where it is, with the question."""
        return (
            f"{self.page.address}?q={quote_plus(self.asked)}" if self.asked else self.page.address
        )

    @property
    def file(self) -> str:
        """The picture's name."""
        return f"{self.kind}{'' if self.language == 'zh' else f'.{self.language}'}.webp"


def shots(site: Site) -> list[Shot]:
    """What is photographed. A kind that the site has and `kinds.yml` does not is a failure."""
    rows = yaml.safe_load(KINDS.read_text(encoding="utf-8"))
    pages = {page.address: page for page in site.pages}
    found = {page.kind for page in site.pages}
    named = {row["kind"]: row["page"] for row in rows}
    wrong = [f"{kind}: 沒有列出 / not listed" for kind in sorted(found - set(named))]
    wrong += [
        f"{kind}: 不是 {address} 的種類 / not the kind of {address}"
        for kind, address in named.items()
        if address not in pages or (address != "/" and pages[address].kind != kind)
    ]
    if wrong:
        raise Stop("\n".join(f"scripts/kinds.yml: {one}" for one in wrong))
    return [shot for row in rows for shot in _shots(site, row, pages[row["page"]])]


def _shots(site: Site, row: dict[str, object], page: Page) -> Iterator[Shot]:
    name = row["name"]
    assert isinstance(name, dict)
    asked = row.get("ask", {})
    assert isinstance(asked, dict)
    yield Shot(str(row["kind"]), name, page, "zh", asked.get("zh", ""))
    if row.get("en"):
        other = site.counterpart(page, "en")
        if other is None:
            raise Stop(f"{page.address}: 沒有英文頁 / no English page")
        yield Shot(str(row["kind"]), name, other, "en", asked.get("en", ""))


def photograph(browser: Browser, address: str) -> list[Image.Image]:
    """The six views of a page: every width in light, then in dark."""
    views = []
    for scheme in SCHEMES:
        size = (WIDTHS[0], HEIGHT)
        options = {"color_scheme": scheme}
        with open_page(browser, address, size, until="networkidle", **options) as page:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                long = page.evaluate("document.documentElement.scrollHeight")
                taken = page.screenshot(
                    clip={"x": 0, "y": 0, "width": width, "height": min(long, HEIGHT)},
                    animations="disabled",
                )
                views.append(Image.open(io.BytesIO(taken)).convert("RGB"))
    return views


def contact_sheet(views: Sequence[Image.Image]) -> Image.Image:
    """The views side by side, each with its width and colours above it."""
    small = [
        view.resize(
            (round(view.width * SCALE), round(view.height * SCALE)), Image.Resampling.LANCZOS
        )
        for view in views
    ]
    width = sum(view.width for view in small) + GAP * (len(small) + 1)
    height = max(view.height for view in small) + LABEL + GAP
    sheet = Image.new("RGB", (width, height), GREY)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(18)
    labels = [f"{width} px, {scheme}" for scheme in SCHEMES for width in WIDTHS]
    left = GAP
    for view, label in zip(small, labels, strict=True):
        pen.text((left, LABEL / 2), label, fill=INK, font=font, anchor="lm")
        sheet.paste(view, (left, LABEL))
        left += view.width + GAP
    return sheet


def webp(sheet: Image.Image) -> bytes:
    """The picture as a file that is not too large."""
    for quality in QUALITIES:
        made = io.BytesIO()
        sheet.save(made, "WEBP", quality=quality, method=6)
        if made.tell() <= MOST_BYTES:
            return made.getvalue()
    raise Stop(f"圖片大於 {MOST_BYTES} 位元組 / the picture is larger than {MOST_BYTES} bytes")


def gallery(shown: Sequence[Shot]) -> str:
    """The Markdown page that lists every kind with its address and its picture."""
    parts = [
        "# 每一種頁面長什麼樣子 / What every kind of page looks like\n",
        "示範網站的每一種頁面各一張圖：寬 360、768、1280 像素，左邊三個是淺色，右邊三個是深色，"
        f"各取最上面 {HEIGHT} 像素。點圖可以放大。\n",
        "One picture for each kind of page of the demo site: 360, 768 and 1280 pixels wide, three "
        f"in light and three in dark colours, the first {HEIGHT} pixels of each. Open a picture "
        "to enlarge it.\n",
        "由 `make screenshots` 產生，請勿手改。元件的各種狀態見[元件頁](components/index.html)。 / "
        "Made by `make screenshots`; do not edit it. The states of the components are on a "
        "[page of their own](components/en.html).\n",
    ]
    for shot in shown:
        name = f"{shot.name['zh']} / {shot.name['en']}"
        heading = f"## {name}" if shot.language == "zh" else f"### {name}（英文 / English）"
        picture = f"images/pages/{shot.file}"
        parts += [
            f"{heading}\n",
            f"`{shot.address}`\n",
            f"[![{_alternative(shot)}]({picture})]({picture})\n",
        ]
    return "\n".join(parts)


def _alternative(shot: Shot) -> str:
    """What the picture shows, for those who do not see it."""
    (words,) = (words for level, words in shot.page.headings if level == 1)
    if shot.language == "zh":
        return f"{shot.name['zh']}「{words}」：手機、平板和桌機的寬度，淺色與深色"
    return (
        f"{shot.name['en']}, “{words}”: at the widths of phone, tablet and desktop, light and dark"
    )


def take(folder: Path, kinds: Sequence[str]) -> None:
    """Photograph a built site; of some kinds only, when they are named."""
    listed = shots(Site(folder, site_url()))
    unknown = sorted(set(kinds) - {shot.kind for shot in listed})
    if unknown:
        raise Stop(f"沒有這種頁面 / no such kind of page: {', '.join(unknown)}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with serve(folder) as address, launch() as browser:
        for shot in listed:
            if kinds and shot.kind not in kinds:
                continue
            views = photograph(browser, address.rstrip("/") + shot.address)
            body = webp(contact_sheet(views))
            (PICTURES / shot.file).write_bytes(body)
            print(f"{shot.file}: {len(body) // 1000} KB")
    for idle in {file.name for file in PICTURES.iterdir()} - {shot.file for shot in listed}:
        (PICTURES / idle).unlink()
    GALLERY.write_text(gallery(listed), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__.partition("\n")[0])
    parser.add_argument("kinds", nargs="*", help="only these kinds of page")
    parser.add_argument("--site", type=Path, help="a demo site that is built already")
    given = parser.parse_args(arguments)
    try:
        if given.site:
            take(given.site, given.kinds)
        else:
            with TemporaryDirectory() as folder:
                build(Path(folder) / "site")
                take(Path(folder) / "site", given.kinds)
    except Stop as why:
        print(why, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
