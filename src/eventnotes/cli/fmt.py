"""`eventnotes fmt`: labels, attributions and front matter in their canonical spelling."""

from __future__ import annotations

from typing import Any

import click

from eventnotes.cli._rewriting import rewrite, rewriting_options


@click.command(short_help="Write labels, attributions and front matter one way.")
@rewriting_options
def fmt(**options: Any) -> None:
    """Format write-ups in place: files, folders, or - from standard input to standard output.

    Prose is not touched, and what a write-up says stays the same: the new text is read back before it is written. The
    names of files that change go to standard output. A file with errors is left as it is.

    Exits with 0; with 1 where a file has errors, cannot be written, or, with --check, would change; 2 on wrong usage.
    """
    from eventnotes.formatting import formatted

    rewrite(formatted, "formatted", **options)
