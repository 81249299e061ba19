"""The editor in the browser as a part of a site: all of it, or nothing."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile

import pytest

from disclosure.admin import packages
from disclosure.admin.configuration import configuration
from disclosure.admin.packages import COMMAND, FOLDER, Package
from disclosure.cli import settings
from disclosure.reading.site import read_site
from tests.build.minisite import Minisite, page

OPTION = "{service: gitlab, repository: agency/site, application: 4f1c}"
OWN = {"index.html", "config.json", "start.js", "format.js", "patch.js", "file-name.js"}


@pytest.fixture
def fetched(minisite: Minisite, monkeypatch: pytest.MonkeyPatch) -> Minisite:
    """The base site, with a small package in place of the two large ones."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as made:
        member = tarfile.TarInfo("package/dist/decap-cms.js")
        member.size = 3
        made.addfile(member, io.BytesIO(b"cms"))
    digest = base64.b64encode(hashlib.sha512(stream.getvalue()).digest()).decode()
    wanted = (("dist/decap-cms.js", "decap-cms.js"),)
    monkeypatch.setattr(packages, "PACKAGES", (Package("one", "1.0.0", digest, wanted),))
    (minisite.root / FOLDER).mkdir(parents=True)
    (minisite.root / FOLDER / "one-1.0.0.tgz").write_bytes(stream.getvalue())
    return minisite


@pytest.mark.parametrize("off", [False, True])
def test_a_site_without_the_option_has_nothing_of_it(fetched: Minisite, off: bool) -> None:
    if off:
        fetched.option(admin="false")
    built = fetched.build()
    assert [name for name in built.files if "admin" in name] == []
    assert "admin" not in built.text("sitemap.xml")


def test_the_editor_stands_beside_the_site(fetched: Minisite) -> None:
    plain = fetched.build()
    before, sitemap = plain.files, plain.text("sitemap.xml")
    fetched.option(admin=OPTION)
    built = fetched.build()
    assert built.files - before == {f"admin/{name}" for name in OWN | {"decap-cms.js"}}
    assert built.text("sitemap.xml") == sitemap
    assert '<meta name="robots" content="noindex, nofollow">' in built.text("admin/index.html")
    assert built.text("admin/decap-cms.js") == "cms"
    config = json.loads(built.text("admin/config.json"))
    assert config["backend"]["repo"] == "agency/site"
    assert config["locale"] == "zh_Hant"
    linked = [name for name in before if name.endswith(".html") and "admin/" in built.text(name)]
    assert linked == []
    again = fetched.build()
    assert again.files == built.files
    assert json.loads(again.text("admin/config.json")) == config


def test_drafts_are_named_on_ones_own_computer_only(fetched: Minisite) -> None:
    fetched.write({"content/secret.md": page("還不能說的事", "草稿。", "life: draft\n")})
    catalogue = read_site(settings(fetched.root)).catalogue
    assert catalogue is not None
    local = json.dumps(configuration(catalogue, settings(fetched.root)), ensure_ascii=False)
    assert "還不能說的事" in local
    fetched.option(admin=OPTION)
    made = fetched.build().text("admin/config.json")
    assert "歡迎" in made
    assert "還不能說的事" not in made
    assert "secret" not in made.replace("secretary", "")


def test_without_its_javascript_the_build_says_what_to_do(minisite: Minisite) -> None:
    minisite.option(admin=OPTION)
    built = minisite.try_build()
    assert built.error is not None
    assert f"請執行：{COMMAND}" in built.log
    assert not minisite.site.exists()
    # What is read and checked needs none of it.
    assert minisite.run("disclosure.cli", "check").returncode == 0


def test_an_option_that_cannot_work_is_told(minisite: Minisite) -> None:
    minisite.option(admin="{service: gitlab, repository: agency/site}")
    built = minisite.try_build()
    assert "admin 還要有 application" in built.log
    checked = minisite.run("disclosure.cli", "check")
    assert checked.returncode == 1
    assert "admin 還要有 application" in checked.stdout


def test_its_address_is_taken(fetched: Minisite) -> None:
    fetched.write({"content/admin/index.md": page("管理", "給同仁看。")})
    assert fetched.build().warnings == []
    fetched.option(admin=OPTION)
    assert "網址 /admin/ 已經由" in fetched.try_build().log


def test_a_file_in_its_place_is_told(fetched: Minisite) -> None:
    fetched.write({"content/admin/start.js": "own()\n"})
    fetched.option(admin=OPTION)
    assert "網站的 /admin/start.js 是產生出來的" in fetched.try_build().log
