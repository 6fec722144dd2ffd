"""The snippets of the page about continuous integration: their commands run, and pre-commit takes its configuration."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from eventnotes.cli import eventnotes

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
_FENCE = re.compile(r'^```yaml title="([^"]+)"\n(.*?)^```', re.MULTILINE | re.DOTALL)
SNIPPETS: dict[str, Any] = {name: yaml.safe_load(text) for name, text in _FENCE.findall(PAGE)}
FAULTY = "---\nevent: {name: A, start: 2024}\n---\n\n**Lesson (Bo):** a\n"


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def run(command: str) -> tuple[int, str]:
    result = CliRunner().invoke(eventnotes, command.split()[1:])
    return result.exit_code, result.stdout


def checks(lines: list[str]) -> str:
    """The one line that checks."""
    (line,) = (one for one in lines if one.startswith("eventnotes check "))
    return line


def test_the_snippet_for_github_marks_the_lines(posts: Path) -> None:
    steps = SNIPPETS["write-ups.yml"]["jobs"]["check"]["steps"]
    code, said = run(checks([one.get("run", "") for one in steps]))
    assert code == 1
    assert "posts/a.md:5:11: error unknown-speaker" in said
    assert "::error file=posts/a.md,line=5,col=11,endLine=5,endColumn=12,title=unknown-speaker::" in said


def test_the_snippet_for_code_scanning_uploads_the_file_that_was_written(posts: Path) -> None:
    job = SNIPPETS["code-scanning.yml"]
    steps = job["jobs"]["check"]["steps"]
    assert run(checks([one.get("run", "") for one in steps]))[0] == 1
    assert (steps[-1]["if"], job["permissions"]["security-events"]) == ("always()", "write")
    assert (posts / steps[-1]["with"]["sarif_file"]).stat().st_size > 1_000


def test_the_snippet_for_gitlab_keeps_the_files_that_were_written(posts: Path) -> None:
    job = SNIPPETS["gitlab-ci.yml"]["write-ups"]
    assert run(checks(job["script"]))[0] == 1
    assert job["artifacts"]["when"] == "always"
    assert sorted(job["artifacts"]["reports"].values()) == sorted(one.name for one in posts.iterdir() if one.is_file())


def test_the_configuration_for_pre_commit_names_our_hooks(posts: Path) -> None:
    (repo,) = SNIPPETS["pre-commit-config.yaml"]["repos"]
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert sorted(one["id"] for one in repo["hooks"]) == sorted(one["id"] for one in manifest)
    Path("config.yaml").write_text(yaml.safe_dump(SNIPPETS["pre-commit-config.yaml"]))
    command = [str(Path(sys.executable).with_name("pre-commit")), "validate-config", "config.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_page_names_all_snippets() -> None:
    assert list(SNIPPETS) == ["write-ups.yml", "code-scanning.yml", "gitlab-ci.yml", "pre-commit-config.yaml"]
