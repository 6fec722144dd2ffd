"""Memory that does not suffice: a line for the file, or for the command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LARGE = '{"name": "A", "extra": {"x": "' + "a" * 4_900_000 + '"}}'
SMALL = '{"name": "A", "start": "soon"}'
# All that the command needs is imported by running it once; then six megabytes more than what is used are allowed.
CODE = """
import resource, sys
from click.testing import CliRunner
import eventnotes.cli
command, small, large = sys.argv[1:]
CliRunner().invoke(eventnotes.cli.eventnotes, [command, small])
pages = int(open("/proc/self/statm").read().split()[0])
most = pages * resource.getpagesize() + 6_000_000
resource.setrlimit(resource.RLIMIT_AS, (most, most))
sys.argv = ["eventnotes", command, large]
eventnotes.cli.main()
"""


def run(command: str, folder: Path) -> tuple[int, str, str]:
    """A command over a file that needs more memory than there is: exit code, standard output, standard error."""
    small, large = folder / "small.event.json", folder / "large.event.json"
    small.write_text(SMALL)
    large.write_text(LARGE)
    asked = [sys.executable, "-c", CODE, command, str(small), str(large)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_a_file_for_which_memory_does_not_suffice_is_refused(tmp_path: Path) -> None:
    code, out, err = run("check", tmp_path)
    assert (code, err) == (1, "")
    assert out == (
        f"{tmp_path}/large.event.json:1:1: error unreadable-file cannot be checked: there is not enough memory for it\n"
        "  help: split it, or let the process use more memory\n\n"
        "1 write-up checked: 1 error\n"
    )


def test_a_command_for_which_memory_does_not_suffice_says_so(tmp_path: Path) -> None:
    assert run("convert", tmp_path) == (1, "", "eventnotes: there is not enough memory\n")
