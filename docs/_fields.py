"""A griffe extension: the fields of a class as one list, with the types a reader needs."""

from __future__ import annotations

from typing import Any

import griffe

_SPELT_OUT = {"Attribution", "Extra", "Frameworks", "Ids", "Lessons", "Links", "Quotes", "Strings"}


class Fields(griffe.Extension):
    """List the documented fields of every class in a section of the class's own docstring.

    The text about a field is the field's own docstring; nothing about a field is written here.
    """

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Called when the whole package is known."""
        named = [*pkg.modules["texts"].attributes.items(), *pkg.modules["model"].attributes.items()]
        aliases = {name: one.value for name, one in named if not one.is_alias}
        for module in pkg.modules.values():
            for cls in module.classes.values():
                if not cls.is_alias and cls.docstring is not None:
                    rows = _rows(cls, aliases)
                    if rows:
                        cls.docstring.parsed.append(griffe.DocstringSectionAttributes(rows, title="Fields:"))


def _rows(cls: griffe.Class, aliases: dict[str, Any]) -> list[griffe.DocstringAttribute]:
    rows = []
    for name, field in cls.attributes.items():
        if field.docstring is not None and field.annotation is not None and "property" not in field.labels:
            required = "*Required.* " if field.value is None and cls.module.name == "model" else ""
            kind = _plain(field.annotation, aliases)
            rows.append(griffe.DocstringAttribute(name, description=required + field.docstring.value, annotation=kind))
    return rows


def _plain(expression: Any, aliases: dict[str, Any]) -> Any:
    """The type without its constraints, without None, and with the aliases of sequences spelt out."""
    match expression:
        case griffe.ExprBinOp(left=left, operator="|", right="None"):
            return _plain(left, aliases)
        case griffe.ExprSubscript(left=griffe.ExprName(name="Annotated"), slice=griffe.ExprTuple(elements=[first, *_])):
            return _plain(first, aliases)
        case griffe.ExprName(name=name) if name in _SPELT_OUT:
            return _plain(aliases[name], aliases)
    return expression
