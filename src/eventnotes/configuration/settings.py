"""Settings: what a team asks of its write-ups, and how it applies to one file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from eventnotes.codes import PAGES
from eventnotes.diagnostic import Diagnostic, Severity
from eventnotes.limits import DEFAULT, Limits
from eventnotes.rules import ON, Rule
from eventnotes.source import SyntaxProblem

_GLOB = re.compile(
    r"(?P<folders>\*\*/)|(?P<any>\*\*)|(?P<some>\*)|(?P<one>\?)|\[(?P<not>!?)(?P<set>\]?[^\]/]+|\])\]|.", re.DOTALL
)


@dataclass(frozen=True)
class Settings:
    """What is asked of write-ups.

    Attributes:
        rules: those that look at an event.
        silent: codes of warnings that reading gives and nobody wants to see.
        severities: how much warnings of reading matter, by code; a rule knows its own.
        per_file: patterns of files, and the codes that are silent in them.
        exclude: patterns of what a walk passes by.
        limits: what each source may cost.
        folder: what patterns are relative to.
        baseline: the file that holds the known findings.
        broken: findings on rules that cannot be loaded.
    """

    rules: tuple[Rule, ...] = ON
    silent: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    per_file: tuple[tuple[str, frozenset[str]], ...] = ()
    exclude: tuple[str, ...] = ()
    limits: Limits = DEFAULT
    folder: str = ""
    baseline: str | None = None
    broken: tuple[Diagnostic, ...] = ()

    def of(self, path: str) -> Settings:
        """The settings for one file: the same, less what is silent in it."""
        if not self.per_file:
            return self
        name = self._name(path)
        return self._without(frozenset(code for glob, codes in self.per_file if matches(glob, name) for code in codes))

    def excludes(self, path: str) -> bool:
        """Whether a walk passes by a file or folder."""
        return bool(self.exclude) and any(matches(glob, self._name(path)) for glob in self.exclude)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the rules."""
        return frozenset(rule.code for rule in self.rules)

    def asks(self, code: str, unmet: frozenset[str] = frozenset()) -> bool:
        """Whether findings of a code are looked for, and told.

        Args:
            code: the code of a finding.
            unmet: what its rule may need and was not told.
        """
        if code in self.codes:
            return not unmet or all(rule.needs not in unmet for rule in self.rules if rule.code == code)
        return code in PAGES and code not in self.silent

    def wanted(self, problems: Iterable[SyntaxProblem]) -> list[SyntaxProblem]:
        """What reading found, less the warnings that are silent, each as severe as it is said to be."""
        if not (self.silent or self.severities):
            return list(problems)
        return [self._weighed(one) for one in problems if one.severity == "error" or one.code not in self.silent]

    def _weighed(self, problem: SyntaxProblem) -> SyntaxProblem:
        severity = self.severities.get(problem.code) if problem.severity == "warning" else None
        return problem if severity is None else replace(problem, severity=severity.value, is_optional=True)

    def _without(self, codes: frozenset[str]) -> Settings:
        rules = tuple(rule for rule in self.rules if rule.code not in codes)
        return replace(self, rules=rules, silent=self.silent | codes) if codes else self

    def _name(self, path: str) -> str:
        return os.path.relpath(path, self.folder or ".").replace(os.sep, "/")


def matches(glob: str, name: str) -> bool:
    """Whether a pattern means a file, or a folder it lies in.

    `*` and `?` stay within one name, `**` goes through folders. A pattern without a slash means that name anywhere.

    Args:
        glob: the pattern.
        name: the file's path from the folder that patterns are relative to, with `/`.

    Raises:
        re.error: for a pattern that is none.
    """
    return _pattern(glob).fullmatch(name) is not None


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    wanted = glob.removeprefix("./").rstrip("/")
    anywhere = "" if "/" in wanted else "(?:.*/)?"
    return re.compile(f"{anywhere}{_GLOB.sub(_translated, wanted.lstrip('/'))}(?:/.*)?", re.DOTALL)


def _translated(match: re.Match[str]) -> str:
    if match["set"] is not None:
        inside = re.sub(r"([\\\[\]&~|^])", r"\\\1", match["set"])
        return f"[{'^/' if match['not'] else ''}{inside}]"
    pieces = {"folders": "(?:.*/)?", "any": ".*", "some": "[^/]*", "one": "[^/]"}
    return pieces.get(match.lastgroup or "", "") or re.escape(match.group())
