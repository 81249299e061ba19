"""Every field that editors write has a name and, where it chooses among words, names for these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel, RootModel

from disclosure.model.base import Model
from disclosure.model.plan import Measure
from disclosure.reading.heads import FaqHead
from disclosure.schemas.kinds import KINDS
from disclosure.schemas.labels import label, labels, owner

#: Chinese of the mainland and simplified characters, in the words most likely to slip in.
_NOT_TAIWAN = re.compile(r"信息|視頻|用戶|默認|軟件|網絡|數據|文件夾|登錄|鏈接|字段|菜單|说|关|标")


def models() -> list[type[BaseModel]]:
    """Every model that a kind of file is made of."""
    found: dict[type[BaseModel], None] = {}

    def visit(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if annotation in found or issubclass(annotation, RootModel):
                return
            found[annotation] = None
            for field in annotation.model_fields.values():
                visit(field.annotation)
        for below in get_args(annotation):
            visit(below)

    for kind in KINDS:
        visit(kind.model)
    return list(found)


def choices(annotation: Any) -> Iterator[str]:
    """The words among which a field chooses; those of a mapping's names are no values."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    if get_origin(annotation) is not dict:
        for below in get_args(annotation):
            yield from choices(below)


def test_the_models_are_found() -> None:
    names = [model.__name__ for model in models()]
    assert {"FaqHead", "Service", "Step", "Target", "Synonym", "Badge"} <= set(names)
    assert len(names) == len(set(names)), "labels go by the names of models"


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_and_every_choice_has_a_name(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        found = label(model, name)
        assert found.zh
        assert found.en
        assert set(found.choices) == set(choices(field.annotation)), f"{model.__name__}.{name}"


def test_no_label_is_left_over() -> None:
    used = {(owner(model, name), name) for model in models() for name in model.model_fields}
    assert {(model, name) for model, fields in labels().items() for name in fields} == used


def test_labels_are_plain_chinese_of_taiwan() -> None:
    for fields in labels().values():
        for one in fields.values():
            words = [one.zh, one.help, *(choice.zh for choice in one.choices.values())]
            assert not _NOT_TAIWAN.search("".join(words)), words
            assert not one.help or one.help.endswith("。"), one.help
            assert re.search(r"[\u4e00-\u9fff]|MyData", one.zh), one.zh
            assert one.en.isascii(), one.en


def test_a_label_of_a_model_goes_before_that_of_what_it_follows() -> None:
    assert label(FaqHead, "title").zh == "題目"
    assert label(FaqHead, "published") == label(a_record(), "published")
    assert label(Measure, "text").zh == "內容"


def a_record() -> type[BaseModel]:
    return next(kind.model for kind in KINDS if kind.name == "service")


def test_a_field_without_a_label_is_told() -> None:
    class Odd(Model):
        colour: str

    with pytest.raises(LookupError, match=r"no label for Odd\.colour"):
        label(Odd, "colour")
