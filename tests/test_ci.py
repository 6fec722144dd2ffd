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
TEXTS: dict[str, str] = dict(_FENCE.findall(PAGE))
SNIPPETS: dict[str, Any] = {name: yaml.safe_load(text) for name, text in TEXTS.items()}
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


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("write-ups.yml", "vendor.github-workflows"),
        ("code-scanning.yml", "vendor.github-workflows"),
        ("ids.yml", "vendor.github-workflows"),
        ("gitlab-ci.yml", "vendor.gitlab-ci"),
    ],
)
def test_the_snippets_are_what_their_services_accept(posts: Path, name: str, schema: str) -> None:
    Path(name).write_text(TEXTS[name], encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, name]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


def test_the_snippet_for_gitlab_keeps_the_files_that_were_written(posts: Path) -> None:
    job = SNIPPETS["gitlab-ci.yml"]["write-ups"]
    (command,) = (one for one in job["script"] if one.startswith("eventnotes check "))
    assert run(command)[0] == 1
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
    assert list(SNIPPETS) == [
        "write-ups.yml",
        "code-scanning.yml",
        "ids.yml",
        "gitlab-ci.yml",
        "pre-commit-config.yaml",
    ]


def test_the_page_has_one_placeholder_and_explains_it() -> None:
    (repo,) = SNIPPETS["pre-commit-config.yaml"]["repos"]
    assert repo["repo"] == "https://github.com/OWNER/eventnotes"
    assert "`OWNER` stands for the account that hosts the repository you install from" in PAGE
    assert re.findall(r"https?://(?!github\.com/OWNER/)\S+", PAGE) == []
