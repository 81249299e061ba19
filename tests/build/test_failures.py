"""A build that cannot succeed tells everything at once and leaves the published site alone."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from mkdocs.exceptions import PluginError

from disclosure.site.spec import PageSpec
from disclosure.writing.renderer import Renderer
from disclosure.writing.staging import Staging
from tests.build.minisite import BASE, Minisite, differing, page, snapshot

PLAN = BASE["data/plans/plan-115.yml"]

#: Every kind of bad input: file → what it says; and the place and rule of each problem.
BAD: dict[str, str | bytes] = {
    "data/agencies.yml": """
        agencies:
          - {id: model-prison, name: {zh: 示範監獄, en: Model Prison}}
          - {id: model-prison, name: {zh: 示範監獄, en: Model Prison}}
    """,
    "data/units.yml": """
        units:
          - {id: guard, name: {zh: 戒護科, eng: Guard Section}}
          - {id: Secretary Office, name: {zh: 秘書室}}
          - {id: health, name: {en: Health Section}}
    """,
    "data/unitz.yml": "units: []\n",
    "data/classification/theme.yml": """
        scheme: theme
        name: {zh: 主題, en: Theme}
        terms:
          - {code: "300", name: {zh: 法務, en: Law}, attested: seen}
          - {code: "330", name: {zh: 矯正, en: Prisons}, attested: seen, parent: "30"}
          - {code: "300", name: {zh: 法務, en: Law}, attested: seen}
          - {code: "310", name: {zh: 法律, en: Acts}, attested: seen, parent: "310"}
    """,
    "data/classification/colour.yml": "scheme: colour\n",
    "data/translations/en.yml": """
        words:
          hom: Start
    """,
    "data/plans/bad-date.yml": PLAN.replace("plan-115", "bad-date").replace(
        "published: 2026-01-05", "published: 2026-02-30"
    ),
    "data/plans/bad-code.yml": PLAN.replace("plan-115", "bad-code").replace('"330"', '"33O"'),
    "data/plans/bad-field.yml": PLAN.replace("plan-115", "bad-field").replace(
        "sections:", "sectoins:"
    ),
    "data/plans/bad-name.yml": PLAN,
    "data/plans/bad-yaml.yml": PLAN.replace("plan-115", "bad-yaml").replace(
        "number: 一\n", "number: [一\n"
    ),
    "data/plans/bad-year.yml": PLAN.replace("plan-115", "bad-year").replace("2026\n", "115\n"),
    "data/plans/bad-reference.yml": PLAN.replace("plan-115", "bad-reference")
    .replace("[guard]", "[gaurd]")
    .replace("agency: model-prison", "agency: model-prisn\ncarries_out: nothing"),
    "data/plans/bad-link.yml": PLAN.replace("plan-115", "bad-link").replace(
        "zh: 便民。", 'zh: "見[計畫](record:plan-116)。"'
    ),
    "data/plans/empty.yml": "",
    "data/plans/list.yml": "- a\n- b\n",
    "data/plans/sharing.yml": "id: &x sharing\n",
    "data/plans/twice.yml": "id: twice\nid: twice\n",
    "data/plans/octal.yml": "id: octal\nagency: 0123\n",
    "data/plans/control.yml": "id: con\x07trol\n",
    "data/plans/big5.yml": "id: big5\ntitle: {zh: 中文}\n".encode("big5"),
    "data/plans/bom.yml": b"\xef\xbb\xbfid: bom\n",
    "data/plans/windows.yml": b"id: windows\r\n",
    "data/plans/notes.txt": "notes\n",
    "content/visits.md": page("接見", "# 標題"),
    "content/links.md": page("連結", "[一](nowhere.md) [二](index.md#nowhere)"),
    "content/no-head.md": "內文。\n",
    "content/open.md": "---\ntitle: 沒有結束\n\n內文。\n",
    "content/Big Name.md": page("檔名", "內文。"),
    "content/en/orphan.md": "---\ntitle: Orphan\n---\n",
    "content/faq/visiting/what.md": page("問題", "答案[在這](../index.md)。", "number: 1"),
    "content/faq/nowhere/what-else.md": page("問題", "答案。", "related: [nothing]\nnumber: 1"),
    "data/faq.yml": "categories:\n  - {id: visiting, name: {zh: 接見}}\n",
}
#: What must be told. A reference may wait until what it refers to can be read: it has a test of
#: its own.
TOLD = """
    data/agencies.yml:3 duplicate-id
    data/classification/colour.yml unknown-file
    data/classification/theme.yml:5 unknown-parent
    data/classification/theme.yml:6 duplicate-code
    data/classification/theme.yml:7 classification-cycle
    data/plans/bad-date.yml:11 not-a-date
    data/plans/bad-field.yml:25 unknown-field
    data/plans/bad-name.yml:1 id-differs
    data/plans/bad-year.yml:13 out-of-range
    data/plans/big5.yml:2 not-utf8
    data/plans/bom.yml:1 byte-order-mark
    data/plans/control.yml:1 control-character
    data/plans/empty.yml:1 empty-file
    data/plans/list.yml:1 not-a-mapping
    data/plans/notes.txt unknown-file
    data/plans/octal.yml:2 octal-number
    data/plans/sharing.yml:1 yaml-sharing
    data/plans/twice.yml:2 duplicate-field
    data/plans/windows.yml:1 line-ends
    data/translations/en.yml translation-unknown
    data/units.yml:2 unknown-language
    data/units.yml:3 wrong-form
    data/units.yml:4 missing-language
    data/unitz.yml unknown-file
    content/links.md:8 broken-link
    content/visits.md:8 second-title
    content/no-head.md:1 no-front-matter
    content/Big Name.md file-name
    content/en/orphan.md translation-without-original
    content/faq/visiting/what.md:9 link-form
    content/faq/nowhere/what-else.md:1 unknown-category
"""


def spoil(minisite: Minisite) -> None:
    for name, words in BAD.items():
        if isinstance(words, bytes):
            (minisite.root / name).write_bytes(words)
        else:
            minisite.write({name: words})


def told(log: str) -> list[tuple[str, int, str]]:
    """The problems of a report as `(path, line, rule)`, in the report's order."""
    found = re.findall(
        r"^((?:data|content)/[^:\n]+?)(?::(\d+))?(?::\d+)?: .*\n {4}.*\[([a-z0-9-]+)\]$",
        log,
        re.MULTILINE,
    )
    return [(path, int(line or 0), rule) for path, line, rule in found]


def test_every_problem_of_every_file_comes_at_once(minisite: Minisite) -> None:
    spoil(minisite)
    built = minisite.try_build()
    found = told(built.log)
    assert found == sorted(found, key=lambda one: one[:2])
    places = {(f"{path}:{line}" if line else path, rule) for path, line, rule in found}
    wanted = {
        (place, rule)
        for place, _, rule in (line.strip().rpartition(" ") for line in TOLD.strip().split("\n"))
    }
    assert wanted - places == set(), built.log
    assert {path for path, _, _ in found} >= {name for name in BAD if "yaml" in name}
    count = re.search(r"共 (\d+) 個問題.*，在 (\d+) 個檔案。", built.log)
    assert count is not None
    assert int(count[2]) == len({path for path, _, _ in found})


def test_the_report_is_one_plugin_error(
    minisite: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(minisite)
    caught: list[Exception] = []
    monkeypatch.setattr(
        "disclosure.plugin.DisclosurePlugin.on_build_error",
        lambda self, *, error: caught.append(error),
    )
    built = minisite.try_build()
    assert [type(error) for error in caught] == [PluginError]
    assert str(caught[0]).count("個問題") == 1
    assert isinstance(built.error, SystemExit)
    assert built.error.code == 1


def test_references_are_told_with_their_places(minisite: Minisite) -> None:
    for name in ("bad-reference", "bad-link", "bad-code"):
        minisite.write({f"data/plans/{name}.yml": BAD[f"data/plans/{name}.yml"]})  # type: ignore[dict-item]
    for name in ("content/faq/nowhere/what-else.md", "data/faq.yml"):
        minisite.write({name: BAD[name]})  # type: ignore[dict-item]
    found = told(minisite.try_build().log)
    assert {one for one in found if "unused" not in one[2]} == {
        ("content/faq/nowhere/what-else.md", 1, "unknown-category"),
        ("content/faq/nowhere/what-else.md", 6, "unknown-record"),
        ("data/plans/bad-code.yml", 6, "unknown-code"),
        ("data/plans/bad-link.yml", 19, "unknown-record"),
        ("data/plans/bad-reference.yml", 12, "unknown-agency"),
        ("data/plans/bad-reference.yml", 13, "unknown-record"),
        ("data/plans/bad-reference.yml", 35, "unknown-unit"),
    }


def test_a_stray_file_hides_no_wrong_code(minisite: Minisite) -> None:
    minisite.write(
        {
            "data/classification/colour.yml": "scheme: colour\n",
            "data/classification/service.yml": "scheme: service\n",
        }
    )
    minisite.edit("data/plans/plan-115.yml", '"330"', '"33O"')
    assert ("data/plans/plan-115.yml", 6, "unknown-code") in told(minisite.try_build().log)


def test_a_refused_build_ends_with_1_and_without_a_traceback(minisite: Minisite) -> None:
    minisite.build()
    before = snapshot(minisite.root / "site")
    cache = snapshot(minisite.root / ".cache")
    spoil(minisite)
    for arguments in (("mkdocs", "build", "--strict"), ("mkdocs", "build", "--no-strict")):
        run = minisite.run(*arguments)
        assert run.returncode == 1
        assert "Traceback" not in run.stdout
        assert len(told(run.stdout)) > 30
        assert differing(snapshot(minisite.site), before) == []
    assert differing(snapshot(minisite.root / ".cache"), cache) == []
    assert not (minisite.root / ".site.mkdocs").exists()


def _hook(minisite: Minisite, words: str) -> None:
    minisite.edit("mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    minisite.write({"hook.py": words})


EVENTS = ["page_content(html, page, config, files)", "post_page(output, page, config)"]
LAST = "post_build(config)"


@pytest.mark.parametrize("event", [*EVENTS, LAST])
def test_a_late_warning_leaves_the_site_alone(minisite: Minisite, event: str) -> None:
    """MkDocs refuses a strict build for its warnings at the very end, after its last event."""
    minisite.build()
    before = snapshot(minisite.site)
    minisite.edit("data/plans/plan-115.yml", "zh: 便民。", "zh: 更便民。")
    _hook(
        minisite,
        f"""
        import logging


        def on_{event}:
            logging.getLogger("mkdocs.hook").warning("late")
        """,
    )
    run = minisite.run("mkdocs", "build", "--strict")
    assert run.returncode == 1, run.stdout
    assert "in strict mode" in run.stdout
    assert "Traceback" not in run.stdout
    assert differing(snapshot(minisite.site), before) == []
    # What was written meanwhile is not taken for what is published.
    minisite.write({"hook.py": ""})
    minisite.build()
    warm = snapshot(minisite.site)
    assert "更便民" in warm["plans/plan-115/index.html"].decode()
    minisite.remove(".cache/disclosure/pages.json")
    minisite.build()
    assert differing(snapshot(minisite.site), warm) == []


def test_in_a_build_that_is_not_strict_a_warning_is_a_warning(minisite: Minisite) -> None:
    _hook(
        minisite,
        """
        import logging


        def on_post_page(output, page, config):
            logging.getLogger("mkdocs.hook").warning("late")
        """,
    )
    run = minisite.run("mkdocs", "build", "--no-strict")
    assert run.returncode == 0, run.stdout
    assert (minisite.site / "plans/plan-115/index.html").is_file()


@pytest.mark.parametrize("event", [*EVENTS, LAST])
def test_a_plugin_that_fails_late_leaves_the_site_alone(minisite: Minisite, event: str) -> None:
    minisite.build()
    before = snapshot(minisite.site)
    minisite.edit("data/plans/plan-115.yml", "zh: 便民。", "zh: 更便民。")
    _hook(minisite, f"def on_{event}:\n    raise RuntimeError('a bug of theirs')\n")
    built = minisite.try_build()
    assert "a bug of theirs" in str(built.error)
    assert differing(snapshot(minisite.site), before) == []


def test_an_option_that_mkdocs_does_not_know_leaves_the_site_alone(minisite: Minisite) -> None:
    minisite.build()
    before = snapshot(minisite.site)
    minisite.edit("mkdocs.yml", "docs_dir:", "colour: blue\ndocs_dir:")
    run = minisite.run("mkdocs", "build", "--strict")
    assert run.returncode == 1, run.stdout
    assert "Traceback" not in run.stdout
    assert differing(snapshot(minisite.site), before) == []


@pytest.mark.parametrize(
    ("failing", "workers"),
    [("first", 1), ("middle", 1), ("middle", 2), ("last", 2), ("interrupted", 1)],
)
def test_a_failure_of_our_own_in_the_middle_of_writing_leaves_the_site_alone(
    demo_copy: Minisite, monkeypatch: pytest.MonkeyPatch, failing: str, workers: int
) -> None:
    demo_copy.option(workers=workers)
    demo_copy.build()
    before = snapshot(demo_copy.site)
    cold = before
    demo_copy.edit("data/agency.yml", "en: Demonstration Agency}", "en: Model Agency}")
    page_of = Renderer.page
    seen = 0
    stop = {"first": 1, "middle": 60, "last": -1, "interrupted": 60}[failing]

    def spoiled(self: Renderer, spec: PageSpec) -> str:
        nonlocal seen
        seen += 1
        if seen == stop or (stop < 0 and spec.path == "404.html"):
            raise KeyboardInterrupt if failing == "interrupted" else RuntimeError("a bug of ours")
        return page_of(self, spec)

    monkeypatch.setattr(Renderer, "page", spoiled)
    with suppress(KeyboardInterrupt):
        built = demo_copy.try_build()
        assert built.error is not None
        assert failing == "interrupted" or "a bug of ours" in str(built.error)
    monkeypatch.undo()
    assert differing(snapshot(demo_copy.site), before) == []
    # The next build is whole, and the one after the repair is the first one again.
    demo_copy.build()
    demo_copy.edit("data/agency.yml", "en: Model Agency}", "en: Demonstration Agency}")
    demo_copy.build()
    assert differing(snapshot(demo_copy.site), cold) == []


def test_a_template_of_the_agency_that_fails_leaves_the_site_alone(minisite: Minisite) -> None:
    minisite.edit("mkdocs.yml", "name: material", "name: material\n  custom_dir: own")
    minisite.write({"own/partials/footer.html": "<footer>{{ t['contents'] }}</footer>\n"})
    minisite.build()
    before = snapshot(minisite.site)
    for words in ("{{ t['contens'] }}", "{{ nothing }}", "{% if %}"):
        minisite.write({"own/partials/footer.html": f"<footer>{words}</footer>\n"})
        run = minisite.run("mkdocs", "build", "--strict")
        assert run.returncode != 0
        assert differing(snapshot(minisite.site), before) == []


def test_a_build_that_is_refused_leaves_the_running_one_alone(minisite: Minisite) -> None:
    """MkDocs tells the plugin of the refusal; the folder that then is cleared is the other's."""
    running = Staging(minisite.site)
    running.begin()
    try:
        running.mkdocs.mkdir()
        (running.mkdocs / "index.html").write_text("being written")
        refused = minisite.try_build()
        assert "Another build of this site is running" in refused.log
        assert snapshot(running.mkdocs) == {"index.html": b"being written"}
    finally:
        running.end()
