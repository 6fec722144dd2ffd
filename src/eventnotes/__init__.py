"""eventnotes: event write-ups as data without ceasing to be posts."""

from __future__ import annotations

TYPE_CHECKING = False  # typing alone takes longer to import than all of this; type checkers know the name
if TYPE_CHECKING:
    from typing import Any

    from eventnotes.conversion import convert, dump, write, write_all
    from eventnotes.diagnostic import Diagnostic, InvalidWriteUp
    from eventnotes.document import Document, load, read, read_all
    from eventnotes.inspection import check
    from eventnotes.model import Event, Framework, Lesson, Quote, Session, Speaker

__version__ = "0.1.0"

__all__ = [
    "Diagnostic",
    "Document",
    "Event",
    "Framework",
    "InvalidWriteUp",
    "Lesson",
    "Quote",
    "Session",
    "Speaker",
    "check",
    "convert",
    "dump",
    "load",
    "read",
    "read_all",
    "write",
    "write_all",
]

_HOMES = {
    **dict.fromkeys(("Diagnostic", "InvalidWriteUp"), "diagnostic"),
    **dict.fromkeys(("convert", "dump", "write", "write_all"), "conversion"),
    **dict.fromkeys(("Document", "load", "read", "read_all"), "document"),
    "check": "inspection",
    **dict.fromkeys(("Event", "Framework", "Lesson", "Quote", "Session", "Speaker"), "model"),
}
_MODULES = (
    *("configuration", "conversion", "diagnostic", "document", "draft", "formats", "formatting", "inspection"),
    *("limits", "model", "replacement", "rules", "schema", "template", "testing", "upgrading", "when"),
)


def __getattr__(name: str) -> Any:
    """Public names and modules, imported when they are first used (PEP 562)."""
    from importlib import import_module

    if name in _HOMES:
        value = getattr(import_module(f"eventnotes.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    if name in _MODULES:
        return import_module(f"eventnotes.{name}")
    raise AttributeError(f"module 'eventnotes' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__", *_MODULES]
