"""The benchmark of the search: its texts, its questions, its sums; and that it still asks ours."""

from __future__ import annotations

import math
import random
import subprocess
from pathlib import Path

import pytest
from searches import prose, sites, substrings, tables
from searches.engines import Ours
from searches.programs import Programs
from searches.weight import weigh

ZH = (
    "申請人應備妥身分證明文件及申請書，向本機關收發單位提出申請。",
    "收容人家屬可以在星期日上午到接見室登記，逾時就不再受理登記。",
    "本機關應於收到申請後三十日內決定，並以書面通知申請人及代理人。",
)
EN = (
    "Applicants bring their identity card and the completed form to the counter.",
    "Families register for visits on Sunday mornings before the counter closes.",
    "The agency decides within thirty days and tells the applicant in writing.",
)


def rows(count: int = 60) -> list[prose.Row]:
    """Documents with sentences in another order each."""
    rnd = random.Random(5)
    found = []
    for number in range(count):
        for language, sentences in (("zh", ZH), ("en", EN)):
            body = "".join(f"{one} " for one in rnd.sample(sentences, 3))
            title = sentences[number % 3][:20].strip("，。 ")
            row = {"language": language, "path": f"{language}/{number}/", "title": title}
            found.append(row | {"summary": "", "around": "", "body": body})
    return found


def test_texts_are_the_same_whenever_they_are_made() -> None:
    one, other = (prose.make_records(rows(), 8, 1)[0] for _ in range(2))
    assert one == other
    assert prose.make_records(rows(), 8, 2)[0] != one


def test_more_records_leave_the_texts_of_the_first_alone() -> None:
    few, many = (prose.make_records(rows(), total, 1)[0] for total in (4, 9))
    assert [record.text for record in few] == [record.text for record in many[:4]]


def test_every_record_has_a_text_of_its_own() -> None:
    records, _ = prose.make_records(rows(), 40, 1)
    for language in ("zh", "en"):
        assert len({record.text[language].answer for record in records}) == 40


def test_growth_is_read_off_the_texts() -> None:
    """Every character brings as much as the one before: the exponent is 1."""
    texts = [f"word{number}" for number in range(1000, 2000)]
    assert prose.Growth.of(texts).exponent == pytest.approx(1, abs=0.01)
    assert prose.Growth.of(texts).tokens(800) == pytest.approx(100, rel=0.05)


def test_questions_are_parts_of_texts() -> None:
    given = rows()
    texts = {row["path"]: f"{row['title']}\n{row['body']}" for row in given}
    questions = substrings.draw(given, 10, 1)
    assert len({(one.kind, one.words) for one in questions}) == len(questions) == 40
    assert [one for one in questions if one.words not in texts[one.path]] == []
    assert [one for one in questions if len(one.words) < 2] == []


def test_what_is_right_is_what_a_scan_finds() -> None:
    texts = {"a": "visit us", "b": "a visitor", "c": "Visit".lower()}
    inside = substrings.Question("visit", "en", "any", "a")
    whole = substrings.Question("Visit", "en", substrings.WHOLE_WORDS, "a")
    assert substrings.right_for(inside, texts) == {"a", "b", "c"}
    assert substrings.right_for(whole, texts) == {"a", "c"}
    assert substrings.folded("Ａ \n b") == "a b"


def test_an_answer_is_judged_by_what_is_missing_and_what_is_wrong() -> None:
    judged = substrings.judge(["a", "x", "b"], {"a", "b", "c", "d"}, "b")
    assert judged == substrings.Judged(1 / 2, 2 / 3, 2 / 4, True)
    nothing = substrings.judge([], {"a"}, "b")
    assert nothing == substrings.Judged(0, None, 0, None)
    many = {str(number) for number in range(11)}
    assert substrings.judge(sorted(many), many, "0").source is None


def test_means_leave_out_what_cannot_be_told() -> None:
    judged = [substrings.judge([], {"a"}, "a"), substrings.judge(["a"], {"a"}, "a")]
    found = substrings.score("ours", "zh", "any", judged)
    assert (found.recall, found.complete, found.precision) == (0.5, 0.5, 1.0)
    assert math.isnan(substrings.score("ours", "zh", "any", []).recall)


def test_almost_all_is_not_shown_as_all() -> None:
    score = substrings.Score("ours", "zh", "any", 5, 0.9999, 1.0, math.nan, 0.5, 0.25)
    row = tables.scores({"demo": [score]}).splitlines()[-1]
    assert row.endswith("| 5 | 0.999 | 1.000 | – | 0.500 | 0.250 |")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> sites.Content:
    """The demo site as the benchmark builds it."""
    content = sites.write_demo(tmp_path_factory.mktemp("content"))
    documents = content.folder / "documents.json"
    command = Programs("", {}, 0).ours(content.folder / "report", "--documents", str(documents))
    subprocess.run(command, cwd=content.ours, check=True)
    return content


def test_the_vocabulary_grows_as_that_of_the_demo(demo: sites.Content) -> None:
    _, composers = prose.make_records(demo.rows, 400, 1)
    for one in composers:
        wanted = one.growth.tokens(one.characters)
        assert len(one.vocabulary) == pytest.approx(wanted, rel=0.05), one.language


@pytest.mark.browser
def test_parts_of_chinese_texts_and_english_words_are_found_wherever_they_stand(
    demo: sites.Content,
) -> None:
    questions = substrings.draw(demo.rows, 15, 1)
    found = {score.kind: score for score in substrings.ask(Ours(demo), questions)}
    assert found["2–6 characters"].questions == found[substrings.WHOLE_WORDS].questions == 15
    assert found["2–6 characters"].complete == found[substrings.WHOLE_WORDS].complete == 1


@pytest.mark.browser
def test_a_question_weighs_what_its_files_weigh(demo: sites.Content, tmp_path: Path) -> None:
    found = weigh([Ours(demo)])
    assert {one.language for one in found} == {"zh", "en"}
    index = len((demo.ours / "site" / "search" / "index.json").read_bytes())
    assert all(one.requests > 5 for one in found)
    assert min(one.bytes for one in found) > index / 10
