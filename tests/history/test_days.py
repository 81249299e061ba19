"""On which days a file was changed, read off repositories made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.history.days import days_of_files
from disclosure.history.git import Refused, Shallow, Unavailable, read_log
from disclosure.history.log import Commit, commits
from tests.history.repository import Repository

LONG = "".join(f"{number}\n" for number in range(40))
#: Signs anything, and finds every signature good.
SIGNER = """#!/bin/sh
case "$*" in
  *--verify*) echo "gpg: Good signature" >&2; echo "[GNUPG:] GOODSIG 1 staff" ;;
  *) cat >/dev/null
     echo "[GNUPG:] SIG_CREATED " >&2
     printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n' ;;
esac
"""


def days(folder: Path, *, all_count: bool = False) -> dict[str, list[str]]:
    """`path → days` of the folders `data` and `content`."""

    def counts(commit: Commit) -> bool:
        return all_count or commit.is_content

    found = days_of_files(commits(read_log(folder, ["data", "content"])), counts)
    return {path: sorted(map(str, some)) for path, some in found.items()}


def test_every_commit_that_changes_a_file_gives_it_a_day(repository: Repository) -> None:
    repository.commit("2026-01-05", {"data/a.yml": "1\n", "data/b.yml": "1\n"})
    repository.commit("2026-02-05", {"data/a.yml": "2\n", "other/c.yml": "1\n"})
    repository.commit("2026-03-05", {"other/c.yml": "2\n"})
    assert days(repository.root) == {
        "data/a.yml": ["2026-01-05", "2026-02-05"],
        "data/b.yml": ["2026-01-05"],
    }


def test_what_is_not_committed_does_not_count(repository: Repository) -> None:
    repository.commit("2026-01-05", {"data/a.yml": "1\n"})
    repository.write("data/a.yml", "2\n")
    repository.write("data/b.yml", "1\n")
    repository.git("add", "data/b.yml")
    assert days(repository.root) == {"data/a.yml": ["2026-01-05"]}


def test_a_day_is_a_day_in_taiwan_and_the_author_s(repository: Repository) -> None:
    repository.write("data/a.yml", "1\n")
    repository.git("add", ".")
    repository.git("commit", "--quiet", "-m", "一", date="2026-01-31T23:30:00-05:00")
    # Moved onto another commit, as a rebase does, weeks later.
    repository.git("commit", "--quiet", "--amend", "--no-edit", date="2026-03-31")
    assert days(repository.root) == {"data/a.yml": ["2026-02-01"]}


def test_a_renamed_file_keeps_its_days_and_the_mere_renaming_is_none(
    repository: Repository,
) -> None:
    repository.commit("2026-01-05", {"content/faq/old.md": LONG})
    repository.git("mv", "content/faq/old.md", "content/faq/new.md")
    repository.commit("2026-02-05")
    repository.commit("2026-03-05", {"content/faq/new.md": LONG + "more\n"})
    repository.git("mv", "content/faq/new.md", "content/faq/newest.md")
    repository.commit("2026-04-05", {"content/faq/newest.md": LONG + "more and more\n"})
    assert days(repository.root) == {
        "content/faq/newest.md": ["2026-01-05", "2026-03-05", "2026-04-05"]
    }


def test_a_name_that_is_taken_again_begins_anew(repository: Repository) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG})
    repository.git("mv", "data/a.yml", "data/b.yml")
    repository.commit("2026-02-05")
    repository.commit("2026-03-05", {"data/a.yml": "something else\n"})
    repository.commit("2026-04-05", {"data/a.yml": "something new\n"})
    assert days(repository.root) == {
        "data/b.yml": ["2026-01-05"],
        "data/a.yml": ["2026-03-05", "2026-04-05"],
    }


def test_a_deleted_file_is_gone(repository: Repository) -> None:
    repository.commit("2026-01-05", {"data/a.yml": "1\n", "data/b.yml": "2\n"})
    repository.git("rm", "--quiet", "data/a.yml")
    repository.commit("2026-02-05")
    assert days(repository.root) == {"data/b.yml": ["2026-01-05"]}


@pytest.mark.parametrize("main_first", [True, False])
def test_a_change_on_one_branch_follows_a_renaming_on_the_other(
    repository: Repository, main_first: bool
) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG, "data/z.yml": "1\n"})
    repository.git("checkout", "--quiet", "-b", "side")
    renames, edits = ("main", "side") if main_first else ("side", "main")
    repository.git("checkout", "--quiet", renames)
    repository.git("mv", "data/a.yml", "data/b.yml")
    repository.commit("2026-02-05")
    repository.git("checkout", "--quiet", edits)
    repository.commit("2026-03-05", {"data/a.yml": f"{LONG}more\n"})
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-edit", "side", date="2026-04-05")
    assert not (repository.root / "data/a.yml").exists()
    assert days(repository.root)["data/b.yml"] == ["2026-01-05", "2026-03-05"]


def test_a_merge_is_no_change_but_what_it_brings_is(repository: Repository) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG})
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("2026-02-05", {"data/a.yml": f"before\n{LONG}"})
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-02-10", {"data/a.yml": f"{LONG}behind\n"})
    repository.git("merge", "--quiet", "--no-edit", "side", date="2026-05-05")
    assert days(repository.root) == {"data/a.yml": ["2026-01-05", "2026-02-05", "2026-02-10"]}


@pytest.mark.parametrize("trailer", ["Content: none", "content: None", "X: y\nContent: none"])
def test_a_commit_that_says_so_is_no_content(repository: Repository, trailer: str) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG})
    repository.commit("2026-02-05", {"data/a.yml": f"{LONG}\n"}, f"整理空白\n\n{trailer}")
    assert days(repository.root) == {"data/a.yml": ["2026-01-05"]}
    assert days(repository.root, all_count=True)["data/a.yml"] == ["2026-01-05", "2026-02-05"]


@pytest.mark.parametrize("message", ["Content: none of it is left", "說明\n\nContent: new"])
def test_other_messages_do_not_say_so(repository: Repository, message: str) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG}, f"說明\n\n{message}")
    assert days(repository.root) == {"data/a.yml": ["2026-01-05"]}


def as_it_is(repository: Repository, author: str, message: bytes) -> None:
    """Commit what is staged as other programs do, which git itself would not."""
    tree, parent = repository.git("write-tree"), repository.git("rev-parse", "HEAD")
    committer = "committer A <a@example.gov.tw> 1770000000 +0000"
    head = f"tree {tree}\nparent {parent}\n{author}\n{committer}\n\n".encode()
    path = repository.root / ".git" / "as-it-is"
    path.write_bytes(head + message)
    made = repository.git("hash-object", "-t", "commit", "-w", "--literally", str(path))
    repository.git("reset", "--quiet", "--hard", made)


@pytest.mark.parametrize("trailer", ["Content: a\x1fb", "Content: a\x1fb\nContent: none"])
def test_a_trailer_may_hold_the_sign_between_the_fields(
    repository: Repository, trailer: str
) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG})
    repository.commit("2026-02-05", {"data/a.yml": f"{LONG}\n"}, f"說明\n\n{trailer}")
    expected = ["2026-01-05"] + ["2026-02-05"] * (not trailer.endswith("none"))
    assert days(repository.root) == {"data/a.yml": expected}


@pytest.mark.parametrize("time", ["253402300800 +0000", "99999999999999999 +0000", ""])
def test_a_commit_of_no_possible_day_counts_for_nothing_but_a_renaming(
    repository: Repository, time: str
) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG})
    repository.git("mv", "data/a.yml", "data/b.yml")
    repository.write("data/b.yml", f"{LONG}more\n")
    repository.git("add", "--all")
    as_it_is(repository, f"author A <a@example.gov.tw> {time}", b"x\n")
    repository.commit("2026-03-05", {"data/b.yml": f"{LONG}more and more\n"})
    assert days(repository.root) == {"data/b.yml": ["2026-01-05", "2026-03-05"]}


def test_a_message_that_is_no_utf8_is_read(repository: Repository) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG})
    repository.write("data/a.yml", f"{LONG}more\n")
    repository.git("add", "--all")
    message = "說明\n\nContent: 無\n".encode("cp950")
    as_it_is(repository, "author A <a@example.gov.tw> 1772694000 +0000", message)
    assert days(repository.root) == {"data/a.yml": ["2026-01-05", "2026-03-05"]}


def test_a_renaming_that_is_no_content_is_still_followed(repository: Repository) -> None:
    repository.commit("2026-01-05", {"data/a.yml": LONG})
    repository.git("mv", "data/a.yml", "data/b.yml")
    repository.commit("2026-02-05", {"data/b.yml": f"{LONG}\n"}, "改名\n\nContent: none")
    assert days(repository.root) == {"data/b.yml": ["2026-01-05"]}


def test_names_in_chinese_and_odd_ones_are_read_as_they_are(repository: Repository) -> None:
    names = ("data/接見.yml", "data/a b\tc.yml", 'data/"q".yml', "data/M", "data/R100")
    repository.commit("2026-01-05", {name: name for name in names})
    repository.git("mv", "data/接見.yml", "data/會面 時間.yml")
    repository.commit("2026-02-05")
    assert set(days(repository.root)) == {"data/會面 時間.yml", *names[1:]}


def test_a_site_below_the_repository_s_folder(repository: Repository) -> None:
    repository.commit("2026-01-05", {"網站/data/a.yml": LONG, "data/a.yml": "another\n"})
    repository.commit("2026-02-05", {"網站/data/a.yml": f"{LONG}more\n"})
    assert days(repository.root / "網站") == {"data/a.yml": ["2026-01-05", "2026-02-05"]}


def test_a_further_work_tree(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-05", {"data/a.yml": "1\n"})
    repository.git("worktree", "add", "--quiet", str(tmp_path / "tree"))
    assert days(tmp_path / "tree") == {"data/a.yml": ["2026-01-05"]}


def test_the_configuration_of_the_machine_does_not_matter(
    repository: Repository, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer = home / "gpg"
    signer.write_text(SIGNER, encoding="utf-8")
    signer.chmod(0o755)
    repository.git("config", "gpg.program", str(signer))
    repository.commit("2026-01-05", {"data/a.yml": LONG})
    repository.git("mv", "data/a.yml", "data/接見.yml")
    repository.write("data/接見.yml", f"{LONG}more\n")
    repository.git("commit", "--quiet", "--all", "-S", "-m", "簽章", date="2026-02-05")
    expected = list(commits(read_log(repository.root, ["data", "content"])))
    (home / ".gitconfig").write_text(
        "[log]\nshowRoot = false\nshowSignature = true\nfollow = true\n"
        "[diff]\nrenames = false\nrelative = false\nnoprefix = true\n"
        "[color]\nui = always\n[core]\nquotePath = true\npager = false\n"
        "[i18n]\nlogOutputEncoding = Big5\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    assert list(commits(read_log(repository.root, ["data", "content"]))) == expected
    assert days(repository.root) == {"data/接見.yml": ["2026-01-05", "2026-02-05"]}


def test_a_hook_s_idea_of_where_it_is_does_not_matter(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    repository.commit("2026-01-05", {"data/a.yml": "1\n"})
    other = Repository(tmp_path / "other", home)
    other.commit("2020-01-05", {"data/z.yml": "1\n"})
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    assert days(repository.root) == {"data/a.yml": ["2026-01-05"]}


def test_a_shallow_clone_is_refused(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-05", {"data/a.yml": "1\n"})
    repository.commit("2026-02-05", {"data/a.yml": "2\n"})
    source = repository.root.as_uri()
    repository.git("clone", "--quiet", "--depth", "1", source, str(tmp_path / "clone"))
    with pytest.raises(Shallow):
        read_log(tmp_path / "clone", ["data"])
    repository.git("-C", str(tmp_path / "clone"), "fetch", "--quiet", "--unshallow")
    assert days(tmp_path / "clone") == {"data/a.yml": ["2026-01-05", "2026-02-05"]}


def test_no_repository_no_commit_and_no_git(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").mkdir()
    for folder in (tmp_path / "plain", repository.root):
        with pytest.raises(Unavailable):
            read_log(folder, ["data"])
    repository.commit("2026-01-05", {"data/a.yml": "1\n"})
    monkeypatch.setenv("PATH", str(tmp_path / "plain"))
    with pytest.raises(Unavailable, match="no program git"):
        read_log(repository.root, ["data"])


def test_a_repository_that_git_does_not_trust_or_cannot_read(
    repository: Repository, tmp_path: Path
) -> None:
    repository.commit("2026-01-05", {"data/a.yml": "1\n"})
    (repository.root / ".git" / "config").write_text("[core\n", encoding="utf-8")
    with pytest.raises(Refused, match="bad config"):
        read_log(repository.root, ["data"])


def test_a_history_in_which_nothing_of_the_site_was_touched(repository: Repository) -> None:
    repository.commit("2026-01-05", {"README.md": "1\n"})
    assert days(repository.root) == {}
