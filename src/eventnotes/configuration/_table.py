"""The table of settings in a TOML file; what is wrong in it is told at its line and column."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, NamedTuple

from eventnotes.configuration.selection import GROUPS, objection, selected, suggestion
from eventnotes.configuration.settings import Settings, matches
from eventnotes.decoding import lines_of
from eventnotes.diagnostic import Diagnostic, Severity, printable, quoted
from eventnotes.formats.places import read_toml, toml_places
from eventnotes.limits import DEFAULT, Limits
from eventnotes.rules import Rule
from eventnotes.rules._installed import Broken
from eventnotes.rules.required import Required
from eventnotes.rules.required import objection as objection_to_field
from eventnotes.source import Loc, Span, SyntaxProblem, Unreadable, line_and_column

_KEYS = ("select", "ignore", "severity", "per-file-ignores", "exclude", "required", "limits", "baseline")
_LIMITS = [one.name for one in fields(DEFAULT)]


class Asked(NamedTuple):
    """What options ask for, besides or instead of what a configuration says."""

    select: tuple[str, ...] | None = None
    """Codes and groups in the place of the configuration's `select` and `ignore`."""
    ignore: tuple[str, ...] = ()
    """Codes that are ignored besides."""
    limits: tuple[tuple[str, int], ...] = ()
    """Limits that are changed."""
    baseline: str | None = None
    """The file with the known findings, in the place of the configuration's."""


NOTHING = Asked()


class InvalidConfiguration(ValueError):
    """A configuration that cannot be used. Its text lists what is wrong, each at its line and column.

    Attributes:
        diagnostics: everything found, in the order of the text.
        text: the file, for reports that quote it.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...], text: str = "") -> None:
        self.diagnostics = diagnostics
        self.text = text
        super().__init__("\n".join(map(str, diagnostics)))

    def __reduce__(self) -> tuple[type[InvalidConfiguration], tuple[tuple[Diagnostic, ...], str]]:
        return type(self), (self.diagnostics, self.text)


class Table:
    """Settings as a file states them.

    Args:
        path: the file, as messages name it.
        data: its bytes.
        base: the table in it that holds the settings.

    Attributes:
        is_stated: whether there is such a table.

    Raises:
        InvalidConfiguration: for what is no TOML.
    """

    def __init__(self, path: str, data: bytes, base: Loc) -> None:
        self.path = path
        self._text = lines_of(data.decode(errors="replace"))
        self._base = base
        self._problems: list[tuple[Span, str, str]] = []
        if "\ufffd" in self._text and "\ufffd".encode() not in data:
            at = self._text.index("\ufffd")
            raise self._invalid([(Span(at, at + 1), "this is not UTF-8", "save the file as UTF-8")])
        try:
            found, _ = read_toml(self._text, 0, DEFAULT)
        except Unreadable as error:
            raise self._invalid([_told(error.problem)]) from None
        for step in base:
            found = found.get(step) if isinstance(found, dict) else None
        self.is_stated = found is not None
        self._data: dict[str, Any] = found if isinstance(found, dict) else {}
        if self.is_stated and not isinstance(found, dict):
            raise self._invalid([(self._place(()), "the settings are a table", "write [tool.eventnotes] above them")])

    def settings(self, folder: str, asked: Asked) -> Settings:
        """What the table and options ask for together.

        Args:
            folder: what patterns and paths of the table are relative to.
            asked: the options.

        Raises:
            InvalidConfiguration: holding everything that is wrong in the table.
        """
        for key in self._data:
            if key not in _KEYS:
                message = f"there is no setting {quoted(key)}{suggestion(key, _KEYS)}"
                self._refuse(message, (key,), f"the settings are {', '.join(_KEYS)}")
        select = self._words("select", lambda code: objection(code, groups=True)) if "select" in self._data else None
        ignore = self._words("ignore", objection)
        severities = {code: Severity(word) for code, word in self._severities()}
        required = self._words("required", objection_to_field)
        settings = Settings(
            severities=severities,
            per_file=tuple((glob, frozenset(codes)) for glob, codes in self._per_file()),
            exclude=tuple(self._words("exclude", _objection_to_glob)),
            limits=self._limits(),
            folder=folder,
            baseline=self._baseline(folder),
        )
        if self._problems:
            raise self._invalid(self._problems)
        if asked.select is not None:
            select, ignore = list(asked.select), []
        found = selected(select, [*ignore, *asked.ignore], severities)
        rules = found.rules
        if required and "missing-field" not in found.silent:
            rules = _with_required(rules, required, severities.get("missing-field", Severity.ERROR))
        broken = tuple(self._not_loaded(one, asked) for one in found.broken)
        return replace(settings, rules=rules, silent=found.silent, broken=broken)

    def _words(self, key: str, objection_to: Callable[[str], str | None]) -> list[str]:
        """A list of text, each word of which is looked at."""
        return self._judged(self._data.get(key, []), (key,), objection_to)

    def _judged(self, words: Any, loc: Loc, objection_to: Callable[[str], str | None]) -> list[str]:
        if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
            key = loc[-1] if len(loc) == 1 else quoted(loc[-1])  # a pattern is no bare key of TOML
            self._refuse(f"{loc[-1]} is a list of text", loc, f'write it like {key} = ["…"]')
            return []
        for word in words:
            if (said := objection_to(word)) is not None:
                self._refuse(said, loc, _ADVICE.get(str(loc[0]), ""), word)
        return words

    def _mapping(self, key: str, like: str) -> dict[str, Any]:
        found = self._data.get(key, {})
        if not isinstance(found, dict):
            self._refuse(f"{key} is a table", (key,), f"write it like {key} = {like}")
            return {}
        return found

    def _severities(self) -> list[tuple[str, str]]:
        kept = []
        for code, word in self._mapping("severity", '{ missing-date = "error" }').items():
            if (said := objection(code)) is not None:
                self._refuse(said, ("severity", code), _ADVICE["ignore"], code)
            elif word not in tuple(Severity):
                message = f"the severity of {code} is error or warning, not {quoted(word)}"
                self._refuse(message, ("severity", code), "`ignore` silences a code", code)
            else:
                kept.append((code, word))
        return kept

    def _per_file(self) -> list[tuple[str, list[str]]]:
        kept = []
        for glob, codes in self._mapping("per-file-ignores", '{ "old/**" = ["missing-date"] }').items():
            loc = ("per-file-ignores", glob)
            if (said := _objection_to_glob(glob)) is not None:
                self._refuse(said, loc, "", glob)
            kept.append((glob, self._judged(codes, loc, objection)))
        return kept

    def _limits(self) -> Limits:
        limits = DEFAULT
        for name, value in self._mapping("limits", "{ size = 20000000 }").items():
            if name not in _LIMITS:
                message = f"no limit is called {quoted(name)}{suggestion(name, _LIMITS)}"
                self._refuse(message, ("limits", name), f"there are {', '.join(_LIMITS)}", name)
            elif not isinstance(value, int) or isinstance(value, bool) or value < 0:
                like = f"write it like {name} = {getattr(DEFAULT, name)}"
                self._refuse(f"the limit {name} is a whole number", ("limits", name), like, name)
            else:
                limits = limits.but(name, value)
        return limits

    def _baseline(self, folder: str) -> str | None:
        found = self._data.get("baseline")
        if found is None or (isinstance(found, str) and found):
            return None if found is None else from_here(os.path.join(folder, found))
        self._refuse("baseline is the name of a file", ("baseline",), 'write it like baseline = "known.jsonl"')
        return None

    def _refuse(self, message: str, loc: Loc, help: str, word: str | None = None) -> None:
        self._problems.append((self._place(loc, word), message, help))

    def _place(self, loc: Loc, word: str | None = None) -> Span:
        """Where a setting stands, or from there on a word of it."""
        places = toml_places(self._text, 0)
        loc = (*self._base, *loc)
        known = next((loc[:size] for size in range(len(loc), 0, -1) if loc[:size] in places), None)
        key = places[known][0] if known is not None else Span(0, 1)
        if word is None and known == loc:
            return key
        sought = re.compile(rf"(?<![\w-]){re.escape(str(loc[-1]) if word is None else word)}(?![\w-])")
        found = sought.search(self._text, key.start)
        return Span(*found.span()) if found is not None else key

    def _not_loaded(self, rule: Broken, asked: Asked) -> Diagnostic:
        if asked.select is not None:
            return not_loaded(rule, "--select")
        named = next((one for one in (rule.code, *GROUPS) if one in self._data.get("select", ())), "select")
        return self._diagnostic(self._place(("select",), named), "broken-rule", rule.told, "")

    def _invalid(self, problems: list[tuple[Span, str, str]]) -> InvalidConfiguration:
        found = [self._diagnostic(span, "configuration", message, help) for span, message, help in sorted(problems)]
        return InvalidConfiguration(tuple(found), self._text)

    def _diagnostic(self, span: Span, code: str, message: str, help: str) -> Diagnostic:
        start, end = line_and_column(self._text, span.start), line_and_column(self._text, span.end)
        return Diagnostic(
            self.path, *start, *end, Severity.ERROR, code, printable(message, None), printable(help, None)
        )


_ADVICE = {
    "select": "`eventnotes explain` lists the codes; all, and default, are groups",
    "ignore": "`eventnotes explain` lists the codes",
    "per-file-ignores": "`eventnotes explain` lists the codes",
    "required": "write a field of an event, such as start or sessions.speakers",
}


def from_here(path: str) -> str:
    """A path as messages name it: relative to the current folder where it lies there."""
    inside = os.path.relpath(path)
    return path if inside.startswith(os.pardir) else inside


def not_loaded(rule: Broken, path: str) -> Diagnostic:
    """The finding that a rule of another package, which an option asks for, cannot be loaded."""
    return Diagnostic(path, 1, 1, 1, 1, Severity.ERROR, "broken-rule", rule.told)


def unusable(path: str, message: str) -> InvalidConfiguration:
    """The error that a file holds no settings, or cannot be read."""
    found = Diagnostic(from_here(path), 1, 1, 1, 1, Severity.ERROR, "configuration", printable(message, None))
    return InvalidConfiguration((found,))


def _told(problem: SyntaxProblem) -> tuple[Span, str, str]:
    assert isinstance(problem.where, Span)
    return problem.where, problem.message, problem.help


def _objection_to_glob(glob: str) -> str | None:
    try:
        matches(glob, "")
    except re.error as error:
        return f"{quoted(glob)} is no pattern: {error.msg}"
    return None


def _with_required(rules: tuple[Rule, ...], fields: list[str], severity: Severity) -> tuple[Rule, ...]:
    """The rules with that of required fields, which says of a date what `missing-date` says."""
    kept = [rule for rule in rules if not (rule.code == "missing-date" and "start" in fields)]
    return (*kept, Rule(Required(fields), severity))
