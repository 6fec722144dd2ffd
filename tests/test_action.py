"""The action for GitHub: what it declares, and its steps run as a runner runs them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from action import Job, Step
from runner import commands
from test_ci import PAGE, SNIPPETS

ACTION = Path(__file__).parents[1] / "action.yml"
GOOD = "---\nevent: {name: A, start: 2024}\n---\n"
FAULTY = "---\nevent: {name: A, start: 2024}\n---\n\n**Lesson (Bo):** a\n"
WARNED = "---\nevent: A\n---\n"
PLANTED = "raise SystemExit('a module of the checkout was run')\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the runner keeps its temporary files in, after the first step: eventnotes is installed from the checkout."""
    workspace, temporary = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("temp")
    for name in ("pip", "venv", "click", "eventnotes", "site", "sitecustomize"):
        (workspace / f"{name}.py").write_text(PLANTED, encoding="utf-8")
    job = Job(workspace, temporary, ACTION)
    job.action["runs"]["steps"] = job.action["runs"]["steps"][:1]
    assert [(one.name, one.code) for one in job.run(python=sys.executable)] == [("Install eventnotes", 0)]
    return temporary


@pytest.fixture
def job(installed: Path, tmp_path: Path) -> Job:
    """A job whose checkout holds a good and a faulty post, and modules that must not be run."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "posts" / "faulty.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "warned.md").write_text(WARNED, encoding="utf-8")
    for name in ("click", "eventnotes", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text(PLANTED, encoding="utf-8")
    return Job(tmp_path, installed, ACTION)


def check(job: Job, **inputs: str) -> Step:
    (done,) = job.run(1, **inputs)
    return done


def test_the_action_is_what_github_accepts() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


def test_what_is_given_reaches_the_shell_by_variables_only(job: Job) -> None:
    steps: list[dict[str, Any]] = job.action["runs"]["steps"]
    assert all("${{" not in step["run"] for step in steps)
    assert {name for step in steps for name in re.findall(r"inputs\.([a-z]+)", json.dumps(step["env"]))} == {
        *job.action["inputs"]
    }
    assert [step for step in steps if "uses" in step] == []


def test_a_faulty_post_fails_and_is_marked_at_its_line(job: Job) -> None:
    done = check(job, paths="posts")
    assert done.code == 1
    assert "posts/faulty.md:5:11: error unknown-speaker" in done.output
    assert [(one.name, one.properties["file"], one.properties["line"]) for one in commands(done.output)] == [
        ("error", "posts/faulty.md", "5")
    ]


def test_good_posts_pass(job: Job) -> None:
    done = check(job, paths="posts/good.md\n\nwarned.md\n")
    assert done.code == 0
    assert "2 write-ups checked: 1 warning\n" in done.output
    assert check(job, paths="warned.md", args="--strict\n").code == 1


def test_without_inputs_the_whole_checkout_is_looked_at(job: Job) -> None:
    done = check(job)
    assert done.code == 1
    assert "3 write-ups checked: 1 error, 1 warning\n" in done.output


def test_sarif_is_written_whether_or_not_something_is_found(job: Job) -> None:
    for paths, number in (("posts", 1), ("posts/good.md", 0)):
        assert check(job, paths=paths, sarif="out put.sarif").code == (1 if number else 0)
        (run,) = json.loads((job.workspace / "out put.sarif").read_text(encoding="utf-8"))["runs"]
        assert len(run["results"]) == number


@pytest.mark.parametrize("name", ["write-ups.yml", "code-scanning.yml"])
def test_the_workflows_of_the_page_use_the_action_as_it_is(job: Job, name: str) -> None:
    steps: list[dict[str, Any]] = SNIPPETS[name]["jobs"]["check"]["steps"]
    (used,) = (step["with"] for step in steps if step["uses"].startswith("OWNER/eventnotes@"))
    done = check(job, **used)
    assert done.code == 1
    assert [one.properties["file"] for one in commands(done.output)] == ["posts/faulty.md"]
    uploaded = [step for step in steps if "upload-sarif" in step["uses"]]
    assert [step["if"] for step in uploaded] == ["always()"] * ("sarif" in used)
    assert all((job.workspace / step["with"]["sarif_file"]).stat().st_size > 1_000 for step in uploaded)


def test_a_pull_request_that_takes_an_id_away_is_told(job: Job) -> None:
    (used,) = (step["with"] for step in SNIPPETS["ids.yml"]["jobs"]["check"]["steps"] if "eventnotes@" in step["uses"])
    post = job.workspace / "posts" / "faulty.md"
    talk = GOOD + "\n## Old title\n\n- **Speaker:** Ana Lima\n"
    post.write_text(talk, encoding="utf-8")
    git = ("git", "-C", str(job.workspace), "-c", "user.name=A", "-c", "user.email=a@b.example")
    for command in (
        ("init", "-q"),
        ("add", "."),
        ("commit", "-qm", "A"),
        ("update-ref", "refs/remotes/origin/x", "HEAD"),
    ):
        subprocess.run([*git, *command], check=True, capture_output=True)
    post.write_text(talk.replace("Old", "New"), encoding="utf-8")
    done = check(job, **used | {"args": used["args"].replace("${{ github.base_ref }}", "x")})
    assert [(one.name, one.properties["title"]) for one in commands(done.output)] == [("warning", "vanished-id")]
    assert done.code == 0


def test_the_page_names_every_input(job: Job) -> None:
    assert re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE) == [*job.action["inputs"]]


@pytest.mark.parametrize("hostile", ["$(touch x)", "`touch x`", "; touch x", '"; touch x; "', "--report=json:x", "\\"])
def test_a_path_is_a_path_whatever_it_is_called(job: Job, hostile: str) -> None:
    done = check(job, paths=hostile)
    assert (done.code, sorted(one.name for one in job.workspace.glob("x*"))) == (2, [])
    assert "does not exist" in done.output
    (job.workspace / hostile).mkdir()
    (job.workspace / hostile / "a.md").write_text(FAULTY, encoding="utf-8")
    assert check(job, paths=hostile).code == 1
    assert sorted(one.name for one in job.workspace.glob("x*")) == []


def test_an_old_interpreter_and_a_version_that_is_none_are_told(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    (done,) = Job(tmp_path, tmp_path, ACTION).run(python=str(old))
    assert done.code == 1
    assert [one.data for one in commands(done.output)] == [
        "eventnotes needs Python 3.11 or newer; put actions/setup-python before it"
    ]
    (done,) = Job(tmp_path, tmp_path, ACTION).run(python=sys.executable, version="0.0.0$(touch x)")
    assert done.code == 1
    assert "Invalid requirement: 'eventnotes==0.0.0$(touch x)'" in done.output
    assert not (tmp_path / "x").exists()
