"""Pydantic models → JSON Schemas that tell an editor's program what our strict reader accepts.

What pydantic would say of a model is about its JSON. Our files are YAML in which every field
decides itself what its words mean, while other programs take `330` for a number and `true` for a
truth value before they ask the schema: where such words are welcome, so are those types. A field
may be left empty wherever it may be left out. A text holds the languages of the site.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from disclosure.model.base import Said
from disclosure.model.text import Text, known_languages
from disclosure.schemas.kinds import KINDS, Kind
from disclosure.schemas.labels import Label, label

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: Words that other programs do not take for text, and what they take them for.
_TAKEN_FOR = {"integer": "7", "number": "0.5", "boolean": "true"}


def schema(kind: Kind, languages: tuple[str, ...]) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    made = _Generator(languages).generate(kind.model.__pydantic_core_schema__)
    return {
        "$schema": DIALECT,
        **made,
        "title": kind.zh,
        "description": f"{kind.zh}。 / {kind.en}.",
    }


def schemas(languages: tuple[str, ...]) -> dict[str, str]:
    """`file name → text` of every schema of a site."""
    return {
        f"{kind.name}.json": json.dumps(schema(kind, languages), ensure_ascii=False, indent=2)
        + "\n"
        for kind in KINDS
    }


class _Generator(GenerateJsonSchema):
    schema_dialect = DIALECT

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self._languages = languages

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Fields stay in the order in which the model, and so the manual, has them."""
        return value

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Text, also where other programs see a number: no editor must quote `330`."""
        made = super().str_schema(schema)
        longest = made.get("maxLength", 99)
        taken = [
            name
            for name, word in _TAKEN_FOR.items()
            if re.search(made.get("pattern", ""), word) and len(word) <= longest
        ]
        if "number" in taken:  # integers are numbers too
            taken.remove("integer" if "integer" in taken else "number")
        return {**made, "type": ["string", *taken]} if taken else made

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """A number; the digits that pydantic would also take from a string are none of ours."""
        made: JsonSchemaValue = {"type": "number"}
        self.update_with_validations(made, schema, self.ValidationsMapping.numeric)
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Only a word that stands in where nothing is written is worth telling."""
        made = self.generate_inner(schema["schema"])
        default = self.get_default_value(schema)
        return {**made, "default": default} if isinstance(default, str) else made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Whether a field may be left empty is seen where it is known whether it is required."""
        return self.generate_inner(schema["schema"])

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """A text that may be written in short: plain words are those of the main language."""
        made = self.generate_inner(schema["schema"])
        return {"anyOf": [_plain_text(), made]} if "$ref" in made else made

    def function_after_schema(
        self, schema: core_schema.AfterValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Words by language: those of the site, and no others."""
        inner = schema["schema"]
        if schema["function"]["function"] is known_languages and inner["type"] == "dict":
            value = self.generate_inner(inner["values_schema"])
            return _object({code: _or_nothing(value) for code in self._languages})
        return super().function_after_schema(schema)

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Names are always words, whatever they look like."""
        made = super().dict_schema(schema)
        if "type" in (names := made.get("propertyNames", {})):
            made["propertyNames"] = {**names, "type": "string"}
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model with the names of its fields, and its short form where it has one."""
        model: type[BaseModel] = schema["cls"]
        if issubclass(model, Text):
            return self._text()
        short = None
        inner: Any = schema["schema"]
        while inner["type"] in ("function-before", "function-after"):
            if inner["type"] == "function-before":
                # What the validator makes of a word tells which field the word stands for.
                (short,) = inner["function"]["function"]("word")
            inner = inner["schema"]
        made = {**self.generate_inner(inner), "additionalProperties": False}
        required = made.get("required", ())
        made["properties"] = {
            name: _named(value, label(model, name), required=name in required)
            for name, value in made["properties"].items()
        }
        if issubclass(model, Said):
            made["not"] = {"additionalProperties": {"enum": [None, False]}}
        if short is None:
            return made
        field = _without_name(made["properties"][short])
        # A field that has a short form itself is meant in that form: `sources: [本監接見須知]`.
        return {"anyOf": [field["anyOf"][0] if "anyOf" in field else field, made]}

    def _text(self) -> JsonSchemaValue:
        main, *others = self._languages
        made = _object(
            {main: _plain_text(), **{code: _or_nothing(_plain_text()) for code in others}}
        )
        return {**made, "required": [main]}


def _plain_text() -> JsonSchemaValue:
    return {"type": ["string", "number", "boolean"], "minLength": 1}


def _object(properties: dict[str, JsonSchemaValue]) -> JsonSchemaValue:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _or_nothing(schema: JsonSchemaValue) -> JsonSchemaValue:
    """The same, or nothing behind the colon: our reader takes that for a field left out."""
    if "enum" in schema:
        schema = {**schema, "enum": [*schema["enum"], None]}
    kinds = schema.get("type")
    if kinds is None:
        ways = schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]
        return {"anyOf": [*ways, {"type": "null"}]}
    return {**schema, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}


def _named(schema: JsonSchemaValue, name: Label, *, required: bool) -> JsonSchemaValue:
    """A field with its name, a sentence, and what each of its choices means."""
    schema = _without_name(schema)
    if not required:
        schema = _or_nothing(schema)
    if name.choices and "enum" in schema:
        said = [name.choices[word] for word in schema["enum"] if word is not None]
        schema["enumDescriptions"] = [f"{one.zh} {one.en}" for one in said]
    told = name.help or f"{name.zh}。"
    return {"title": f"{name.zh} {name.en}", "description": told, **schema}


def _without_name(schema: JsonSchemaValue) -> JsonSchemaValue:
    return {key: value for key, value in schema.items() if key not in ("title", "description")}
