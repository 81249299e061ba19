"""A file that records offer, but that MkDocs keeps off the site, is a dead link: it is told."""

from __future__ import annotations

from tests.build.minisite import Built, Minisite, snapshot
from tests.build.service_files import LETTER, odt, with_services

FORM = "data/forms/form-letter.yml"


def exclude(minisite: Minisite, pattern: str) -> None:
    minisite.edit("mkdocs.yml", "docs_dir: content\n", f"docs_dir: content\n{pattern}\n")


def refused(built: Built, *places: str) -> None:
    assert built.error is not None
    assert built.log.count("[file-left-out]") == len(places)
    for place in places:
        assert f"{place}: " in built.log
    files = len({place.partition(":")[0] for place in places})
    assert f"共 {len(places)} 個問題，在 {files} 個檔案。" in built.log


def test_a_file_that_mkdocs_leaves_out_is_told_where_it_is_offered(minisite: Minisite) -> None:
    with_services(minisite)
    minisite.build()
    before = snapshot(minisite.site)
    exclude(minisite, 'exclude_docs: "*.odt"')
    built = minisite.try_build()
    refused(built, f"{FORM}:7:12")
    assert (
        "forms/letter.odt 不會放上網站（mkdocs.yml 的 exclude_docs，或在 templates 資料夾），"
        "請換個位置。\n"
        "    forms/letter.odt is kept off the site by mkdocs.yml (`exclude_docs`, or a folder "
        "`templates`): put it elsewhere.  [file-left-out]" in built.log
    )
    assert snapshot(minisite.site) == before


def test_every_file_that_is_left_out_is_told_at_once(minisite: Minisite) -> None:
    with_services(minisite)
    exclude(minisite, "exclude_docs: /forms/")
    refused(minisite.try_build(), f"{FORM}:7:12", f"{FORM}:8:12")


def test_a_file_in_the_folder_that_mkdocs_always_leaves_out_is_told(minisite: Minisite) -> None:
    """MkDocs keeps `/templates/` off every site, without a word."""
    with_services(minisite)
    folder = minisite.root / "content/templates"
    folder.mkdir()
    (folder / "letter.odt").write_bytes(odt())
    minisite.edit(FORM, "path: forms/letter.odt", "path: templates/letter.odt")
    refused(minisite.try_build(), f"{FORM}:7:12")


def test_files_of_reports_are_looked_for_as_well(minisite: Minisite) -> None:
    with_services(minisite)
    minisite.write(
        {
            "data/disclosure/letters.yml": LETTER.replace("form-letter", "letters")
            .replace("service: [I00]", 'service: [I00], disclosure: ["5"]')
            .partition("    files:")[0]
            + "    reports:\n      - {period: {zh: 一}, files: [{path: forms/own.odt}]}\n"
        }
    )
    (minisite.root / "content/forms/own.odt").write_bytes(odt())
    minisite.build()
    exclude(minisite, "exclude_docs: own.odt")
    refused(minisite.try_build(), "data/disclosure/letters.yml:7:38")


def test_what_no_shown_record_offers_may_be_left_out(minisite: Minisite) -> None:
    with_services(minisite)
    (minisite.root / "content/forms/draft.odt").write_bytes(odt())
    hidden = LETTER.replace("form-letter", "draft").replace(
        "    files:", "    life: draft\n    files:"
    )
    hidden = hidden.replace("letter.odt", "draft.odt")
    minisite.write({"data/forms/draft.yml": hidden})
    exclude(minisite, "exclude_docs: draft.odt")
    built = minisite.build()
    assert "forms/draft.odt" not in built.files
    assert "forms/letter.odt" in built.files


def test_a_file_that_is_only_left_out_of_the_menu_is_on_the_site(minisite: Minisite) -> None:
    with_services(minisite)
    exclude(minisite, "not_in_nav: /forms/")
    assert "forms/letter.odt" in minisite.build().files
