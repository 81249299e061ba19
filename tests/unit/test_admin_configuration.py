"""The editor's forms are made from the models that the checks use: nothing is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from disclosure.admin.configuration import configuration
from disclosure.admin.files import admin_files, content_policy
from disclosure.admin.widgets import LEFT_OUT, REGISTERS, Form
from disclosure.model.admin import Admin, AdminOption
from disclosure.model.agency import Agencies, Agency, Units
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import FaqCategories
from disclosure.model.form import Form as FormRecord
from disclosure.model.glossary import Glossary
from disclosure.model.service import Service
from disclosure.reading.heads import FaqHead, Head, TranslatedFaqHead, TranslatedHead
from disclosure.site.voice import Site

MODELS: dict[str, type[BaseModel]] = {
    "faq-zh-visiting": FaqHead,
    "faq-en-visiting": TranslatedFaqHead,
    "pages-zh": Head,
    "pages-en": TranslatedHead,
    "services": Service,
    "forms": FormRecord,
    "disclosure": DisclosureItem,
    "units": Units,
    "faq": FaqCategories,
    "glossary": Glossary,
    "agency": Agency,
    "agencies": Agencies,
}
GITLAB = {"service": "gitlab", "repository": "agency/site", "application": "4f1c"}


@pytest.fixture(scope="module")
def made(demo_records: Site) -> dict[str, Any]:
    return configuration(demo_records.catalogue, demo_records.settings)


@pytest.fixture(scope="module")
def collections(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in made["collections"]}


def fields_of(collection: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = collection.get("fields") or collection["files"][0]["fields"]
    return found


def every_field(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from every_field(field.get("fields", []))
        yield from every_field([field["field"]] if "field" in field else [])


@pytest.mark.parametrize("name", MODELS)
def test_every_field_of_a_model_is_in_its_form(
    name: str, collections: dict[str, dict[str, Any]]
) -> None:
    model = MODELS[name]
    wanted = {one for one in model.model_fields if (model.__name__, one) not in LEFT_OUT}
    found = [field["name"] for field in fields_of(collections[name])]
    assert len(found) == len(set(found))
    assert set(found) - {"body", "file_name"} == wanted
    for field in every_field(fields_of(collections[name])):
        assert field["label"].strip(), field


def test_what_is_left_out_exists() -> None:
    fields = {(Service.__name__, one) for one in Service.model_fields}
    assert fields >= LEFT_OUT


def test_every_register_is_used_and_filled(made: dict[str, Any]) -> None:
    fields = [one for group in made["collections"] for one in every_field(fields_of(group))]
    used = {one["options"] for one in fields if isinstance(one.get("options"), str)}
    assert used == {f"${name}" for name in made["lists"]}
    assert used == {f"${name}" for name in REGISTERS.values()}
    assert all(made["lists"].values())
    assert {"label": "戒護科（guard-control）", "value": "guard-control"} in made["lists"]["units"]


def test_what_the_checks_require_the_form_requires(collections: dict[str, Any]) -> None:
    by_name = {field["name"]: field for field in fields_of(collections["faq-zh-visiting"])}
    assert by_name["title"]["required"]
    assert by_name["title"]["label"] == "題目"
    assert not by_name["summary"]["required"]
    number = {"widget": "number", "value_type": "int", "min": 1, "max": 9999}
    assert by_name["number"].items() >= number.items()
    assert [one["value"] for one in by_name["life"]["options"]] == [
        "draft",
        "published",
        "withdrawn",
    ]
    theme = by_name["classification"]["fields"][0]
    assert (theme["widget"], theme["multiple"], theme["required"]) == ("select", True, True)
    units = {one["name"]: one for one in fields_of(collections["units"])[0]["fields"]}
    assert re.fullmatch(units["id"]["pattern"][0], "guard-control")
    assert not re.fullmatch(units["id"]["pattern"][0], "戒護科")


def test_an_object_that_may_be_left_out_asks_for_nothing() -> None:
    fields = {one["name"]: one for one in Form(("zh", "en")).fields(FaqHead)}
    assert not any(one["required"] for one in every_field([fields["withdrawn"]]))


def test_a_new_question_begins_with_the_next_number(
    demo_records: Site, collections: dict[str, Any]
) -> None:
    numbers = [faq.number or 0 for faq in demo_records.catalogue.faqs["visiting"]]
    fields = {field["name"]: field for field in fields_of(collections["faq-zh-visiting"])}
    assert fields["number"]["default"] == max(numbers) + 1


def test_nothing_is_deleted_in_the_editor(collections: dict[str, dict[str, Any]]) -> None:
    folders = [one for one in collections.values() if "folder" in one]
    assert len(folders) > 10
    assert not any(one["delete"] for one in folders)


def test_without_the_option_there_is_no_editor(demo_records: Site, tmp_path: Path) -> None:
    settings = replace(demo_records.settings, root=tmp_path)  # where no package was fetched
    assert admin_files(demo_records.catalogue, settings) == {}


@pytest.mark.parametrize("value", [False, "false", None, ""])
def test_the_option_is_off(value: object) -> None:
    assert TypeAdapter(AdminOption).validate_python(value) is None


@pytest.mark.parametrize(
    ("value", "missing"),
    [
        ({"service": "github", "repository": "a/b"}, "sign_in"),
        ({"service": "gitlab", "repository": "a/b"}, "application"),
        ({"service": "gitea", "repository": "a/b", "application": "1"}, "host"),
        ({"service": "svn", "repository": "a/b"}, "gitlab"),
        ({"service": "gitlab", "repository": "b", "application": "1"}, "pattern"),
        (True, "Admin"),
    ],
)
def test_an_option_that_cannot_work_is_refused(value: object, missing: str) -> None:
    with pytest.raises(ValidationError, match=missing):
        TypeAdapter(AdminOption).validate_python(value)


@pytest.mark.parametrize(
    ("option", "server"),
    [
        (
            GITLAB | {"host": "https://git.example.gov.tw"},
            {
                "name": "gitlab",
                "auth_type": "pkce",
                "app_id": "4f1c",
                "base_url": "https://git.example.gov.tw",
                "api_root": "https://git.example.gov.tw/api/v4",
            },
        ),
        (
            {**GITLAB, "service": "gitea", "host": "https://git.example.gov.tw/"},
            {
                "name": "gitea",
                "app_id": "4f1c",
                "base_url": "https://git.example.gov.tw",
                "api_root": "https://git.example.gov.tw/api/v1",
            },
        ),
        (
            {
                "service": "github",
                "repository": "agency/site",
                "sign_in": "https://auth.example.gov.tw",
            },
            {
                "name": "github",
                "base_url": "https://auth.example.gov.tw",
                "api_root": "https://api.github.com",
            },
        ),
    ],
)
def test_the_repository_in_the_editors_words(
    option: dict[str, str], server: dict[str, str], demo_records: Site
) -> None:
    admin = Admin.model_validate(option)
    settings = replace(demo_records.settings, admin=admin)
    made = configuration(demo_records.catalogue, settings)
    assert made["backend"] == {"repo": "agency/site", "branch": "main"} | server


def test_the_content_policy_names_the_server_and_no_other() -> None:
    policy = content_policy(Admin.model_validate(GITLAB | {"host": "https://git.example.gov.tw"}))
    hosts = re.findall(r"https?:\S+", policy)
    assert [host.rstrip(";") for host in hosts] == ["https://git.example.gov.tw"]
    assert "https:" not in content_policy(None)
