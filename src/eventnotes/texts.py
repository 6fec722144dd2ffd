"""Texts: the kinds of text and data that fields hold, each with its pattern and what its error says."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError, core_schema

from eventnotes.characters import LANGUAGE, LINE, LINK_URL, SLUG, TEXT, TIMEZONE, URL, json_values

_MARKDOWN: JsonDict = {"contentMediaType": "text/markdown"}


class _Says:
    """What an error says in place of the pattern that a text does not match."""

    def __init__(self, kind: str, message: str) -> None:
        self.kind = kind
        self.message = message

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.custom_error_schema(handler(source), self.kind, custom_error_message=self.message)


_ONE_LINE = _Says("one_line", "should be one line of text, without control characters or white space around it")
_TEXT = _Says("text", "should be text without control characters")

OneLine = Annotated[str, Field(pattern=LINE), _ONE_LINE]
Inline = Annotated[str, Field(pattern=LINE, json_schema_extra=_MARKDOWN), _ONE_LINE]
Markdown = Annotated[str, Field(pattern=TEXT, json_schema_extra=_MARKDOWN), _TEXT]
Id = Annotated[str, Field(pattern=SLUG), _Says("id", "should be an id: a-z, 0-9 and hyphens, a letter first")]
Url = Annotated[str, Field(pattern=URL), _Says("url", "should be an absolute URL: http://… or https://…")]
LinkUrl = Annotated[
    str, Field(pattern=LINK_URL), _Says("url", "should be an absolute URL: http://…, https://… or mailto:…")
]
Language = Annotated[
    str, Field(pattern=LANGUAGE), _Says("language", "should be a language tag (BCP 47) like en or pt-BR")
]
TimeZone = Annotated[str, Field(pattern=TIMEZONE), _Says("timezone", "should be an IANA time zone like Europe/London")]
Extra = Annotated[dict[str, Any], AfterValidator(json_values)]


def _not_beside_speaker(value: str | None, info: ValidationInfo) -> str | None:
    if value is not None and info.data.get("speaker") is not None:
        raise PydanticCustomError("attribution_beside_speaker", "attribution stands only where no speaker is named")
    return value


Attribution = Annotated[OneLine | None, AfterValidator(_not_beside_speaker)]
