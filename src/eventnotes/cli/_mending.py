"""How `check` makes fixes: in the files, or shown as what would change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from eventnotes.cli._output import replace

if TYPE_CHECKING:
    from eventnotes.document import Document
    from eventnotes.inspection.fixing import Fixed


def files_of(paths: Sequence[str], fixes: bool, diff: bool, unsafe: bool) -> Files | None:
    """The files that fixes go to; None where none are made.

    Raises:
        click.UsageError: for options that do not go together.
    """
    if not (fixes or diff):
        if unsafe:
            raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
        return None
    if "-" in paths and not diff:
        raise click.UsageError("standard input is not fixed in its place; --diff shows what would change")
    return Files(paths, diff, unsafe)


class Files:
    """The files of a run, where fixes are written; or shown.

    Attributes:
        have_failed: whether one could not be written, or would change.
        mending: what `inspect` makes fixes with.
    """

    def __init__(self, paths: Sequence[str], shows: bool, unsafe: bool) -> None:
        from eventnotes.inspection import Mending

        self.have_failed = False
        self.mending = Mending(self._show if shows else self._write, unsafe)
        self._folders = [path for path in paths if os.path.isdir(path)]

    def _write(self, document: Document, fixed: Fixed) -> bool:
        try:
            replace(document, fixed.document.data, self._folders)
        except click.ClickException as error:
            error.show()
            self.have_failed = True
            return False
        return True

    def _show(self, document: Document, fixed: Fixed) -> bool:
        import sys

        from eventnotes.diagnostic import printable
        from eventnotes.report.diff import diff

        sys.stdout.writelines(diff(document.text, fixed.edits, printable(document.path, None)))
        self.have_failed = True
        return True
