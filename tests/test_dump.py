"""Writing files: the formats that can be written, and the atomic replacement of what stands there."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import eventnotes as en
from eventnotes.when import When

EVENT = en.Event(name="Fête du Python", start=When("2024-05-01"), tags=("no",))
JSON = """{
  "eventnotes": 1,
  "id": "fete-du-python",
  "name": "Fête du Python",
  "start": "2024-05-01",
  "tags": [
    "no"
  ]
}
"""
YAML = "eventnotes: 1\nid: fete-du-python\nname: Fête du Python\nstart: '2024-05-01'\ntags:\n- 'no'\n"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_events_are_written_as_json_and_yaml() -> None:
    assert en.write(EVENT, "json") == JSON.encode()
    assert en.write(EVENT, format="yaml") == YAML.encode()


def test_the_ending_names_the_format_unless_it_is_given(tmp_path: Path) -> None:
    en.dump(EVENT, tmp_path / "a.event.yml")
    en.dump(EVENT, str(tmp_path / "a"), "json")
    en.dump(EVENT, tmp_path / "b.yaml", format="json")
    assert (tmp_path / "a.event.yml").read_text(encoding="utf-8") == YAML
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b.yaml").read_bytes() == JSON.encode()
    with pytest.raises(LookupError) as refused:
        en.dump(EVENT, tmp_path / "a\x1b")
    assert str(refused.value) == f'the ending of "{tmp_path}/a\\x1b" names no format; give format='


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    former = os.umask(0o027)
    try:
        en.dump(EVENT, tmp_path / "a.json")
    finally:
        os.umask(former)
    assert mode(tmp_path / "a.json") == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("bits", [0o600, 0o755, 0o646])
def test_an_existing_file_keeps_its_mode(bits: int, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(bits)
    before = path.stat().st_ino
    en.dump(EVENT, path)
    assert (mode(path), path.read_bytes()) == (bits, JSON.encode())
    assert path.stat().st_ino != before
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_a_file_that_says_the_same_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    en.dump(EVENT, path)
    os.utime(path, (1, 1))
    before = path.stat()
    en.dump(EVENT, path)
    after = path.stat()
    assert (after.st_ino, after.st_mtime) == (before.st_ino, 1.0)


def test_a_file_with_several_hard_links_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    os.link(path, tmp_path / "b.json")
    with pytest.raises(OSError, match="hard links") as refused:
        en.dump(EVENT, path)
    assert str(refused.value) == f"{path} has several hard links; replacing it would part them"
    assert path.read_text() == (tmp_path / "b.json").read_text() == "old"


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    target = tmp_path / "inner" / "target.json"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to("inner/target.json")
    en.dump(EVENT, link)
    assert link.is_symlink()
    assert (target.read_bytes(), mode(target)) == (JSON.encode(), 0o640)
    assert [one.name for one in (tmp_path / "inner").iterdir()] == ["target.json"]


def test_a_dangling_link_gets_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to("new.json")
    en.dump(EVENT, link)
    assert link.is_symlink()
    assert (tmp_path / "new.json").read_bytes() == JSON.encode()


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "fifo.json")
    for name in ("folder.json", "fifo.json"):
        with pytest.raises(OSError, match="regular") as refused:
            en.dump(EVENT, tmp_path / name)
        assert (
            str(refused.value) == f"{tmp_path / name} is not a regular file; name another, or write to standard output"
        )


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "a.json"
    with pytest.raises(FileNotFoundError) as refused:
        en.dump(EVENT, path)
    assert str(refused.value) == f"[Errno 2] No such file or directory; make its folder first: '{path}'"


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    code = f"""
import resource, signal
import eventnotes as en
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    en.dump(en.Event(name="A", notes="x" * 1_000), {str(path)!r})
except OSError as error:
    print(error.strerror)
"""
    unmeasured = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=unmeasured, timeout=60, check=True)
    assert (done.stdout, done.stderr) == ("File too large\n", "")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_converting_reads_writes_and_reports_losses(tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    en.dump(EVENT, source)
    assert en.convert(source, tmp_path / "b.yaml") == {}
    assert (tmp_path / "b.yaml").read_text(encoding="utf-8") == YAML
    assert en.convert(tmp_path / "b.yaml", tmp_path / "c", to="json", format="yaml") == {}
    assert (tmp_path / "c").read_bytes() == JSON.encode()


def test_converting_what_is_wrong_writes_nothing(tmp_path: Path) -> None:
    source = tmp_path / "post.md"
    source.write_text("---\nevent: {name: A, start: soon}\n---\n")
    with pytest.raises(en.InvalidWriteUp) as refused:
        en.convert(source, tmp_path / "out.json")
    assert [(one.line, one.column, one.code) for one in refused.value.diagnostics] == [(2, 25, "date")]
    assert [one.name for one in tmp_path.iterdir()] == ["post.md"]


def test_a_source_is_not_written_over(tmp_path: Path) -> None:
    source, link = tmp_path / "post.md", tmp_path / "link.json"
    source.write_text("---\nevent: {name: A}\n---\n\nWords.\n")
    link.hardlink_to(source)
    for target in (source, f"{tmp_path}/./post.md", link):
        with pytest.raises(ValueError, match="is read") as refused:
            en.convert(source, target)
        assert str(refused.value) == f"{target} is read, and would be written over; name another file"
    assert source.read_text() == "---\nevent: {name: A}\n---\n\nWords.\n"


def test_a_package_is_not_written_over(tmp_path: Path) -> None:
    en.dump(en.Event(name="A"), tmp_path / "tables.zip")
    with zipfile.ZipFile(tmp_path / "tables.zip") as package:
        package.extractall(tmp_path / "tables")
    target = tmp_path / "tables" / "sessions.csv"
    before = target.read_bytes()
    with pytest.raises(ValueError, match=r"sessions\.csv is read, and would be written over; name another file$"):
        en.convert(tmp_path / "tables", target, table="sessions")
    assert target.read_bytes() == before
