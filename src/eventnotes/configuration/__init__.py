"""Configuration: the settings of each file, from the nearest folder around it that states any."""

from __future__ import annotations

import os
from dataclasses import replace

from eventnotes.configuration._table import (
    NOTHING,
    Asked,
    InvalidConfiguration,
    Table,
    from_here,
    not_loaded,
    unusable,
)
from eventnotes.configuration.selection import selected
from eventnotes.configuration.settings import Settings
from eventnotes.source import Loc

__all__ = ["Asked", "Configuration", "InvalidConfiguration"]

_NAMES: tuple[tuple[str, Loc], ...] = (("eventnotes.toml", ()), ("pyproject.toml", ("tool", "eventnotes")))


class Configuration:
    """Finds the settings of files in the nearest folder: `eventnotes.toml`, or `[tool.eventnotes]` of `pyproject.toml`.

    Args:
        asked: what options ask for.
        file: a file whose settings are taken for all; its patterns and paths are relative to the current folder.
        isolated: take no settings from files.

    Raises:
        InvalidConfiguration: where `file` cannot be used.
        OSError: where `file` cannot be read.
    """

    def __init__(self, asked: Asked = NOTHING, file: str | None = None, isolated: bool = False) -> None:
        self._asked = asked
        self._found: dict[str, Settings] = {}
        self._only: Settings | None = None
        if file is not None:
            base = next((base for name, base in _NAMES if name == os.path.basename(file)), ())
            table = _read(file, base)
            if not table.is_stated:
                raise unusable(file, f"there is no table [{'.'.join(map(str, base))}] in it")
            self._only = self._stated(table, os.getcwd())
        elif isolated:
            self._only = self._stated(None, "")

    def of_folder(self, folder: str) -> Settings:
        """The settings of the files in a folder; they are looked for once.

        Raises:
            InvalidConfiguration: holding everything that is wrong in the nearest configuration.
        """
        if self._only is not None:
            return self._only
        found = self._found.get(folder)
        return self._nearest(os.path.abspath(folder), folder) if found is None else found

    def _nearest(self, folder: str, asked_as: str) -> Settings:
        found = self._found.get(folder) or self._here(folder)
        if found is None:
            above = os.path.dirname(folder)
            found = self._nearest(above, above) if above != folder else self._stated(None, "")
        self._found[folder] = self._found[asked_as] = found
        return found

    def _here(self, folder: str) -> Settings | None:
        for name, base in _NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                try:
                    table = _read(path, base)
                except OSError as error:
                    raise unusable(path, f"cannot be read: {error.strerror or error}") from None
                if table.is_stated:
                    return self._stated(table, folder)
        return None

    def _stated(self, table: Table | None, folder: str) -> Settings:
        asked = self._asked
        settings = table.settings(folder, asked) if table is not None else _unstated(asked)
        for name, value in asked.limits:
            settings = replace(settings, limits=settings.limits.but(name, value))
        return settings if asked.baseline is None else replace(settings, baseline=asked.baseline)


def _read(path: str, base: Loc) -> Table:
    with open(path, "rb") as file:
        data = file.read()
    if base and b"eventnotes" not in data:
        data = b""
    return Table(from_here(path), data, base)


def _unstated(asked: Asked) -> Settings:
    """The settings where no file states any."""
    if asked.select is None and not asked.ignore:
        return Settings()
    found = selected(asked.select, asked.ignore, {})
    broken = tuple(not_loaded(one, "--select") for one in found.broken)
    return Settings(rules=found.rules, silent=found.silent, broken=broken)
