"""Judges of pages: html-validate, axe-core in Chromium, and a parser that looks for what a page runs or fetches."""

from __future__ import annotations

import html
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from judges import HERE, _found, _install

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_FETCHING = {"src", "srcset", "poster", "background", "data", "action", "formaction", "ping", "srcdoc", "manifest"}
_FETCHED = {"audio", "base", "embed", "frame", "iframe", "img", "link", "object", "source", "track", "video"}
_FOREIGN = {"svg", "math", "form", "input", "button", "template", "portal", "noscript"}


def invalid(pages: Iterable[bytes]) -> str:
    """What html-validate says of pages by its recommended rules; nothing where all is well."""
    _install()
    with tempfile.TemporaryDirectory(prefix=".pages-", dir=HERE) as folder:
        Path(folder, ".htmlvalidate.json").write_text('{"root": true, "extends": ["html-validate:recommended"]}')
        for number, page in enumerate(pages):
            Path(folder, f"{number}.html").write_bytes(page)
        command = [_found("node"), str(HERE / "node_modules/html-validate/bin/html-validate.mjs"), "--formatter=text"]
        done = subprocess.run([*command, folder], cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 1), done.stderr
    return (done.stdout + done.stderr).replace(folder + "/", "")


def violations(page: bytes, is_dark: bool = False) -> list[Any]:
    """What axe-core finds in a page that Chromium shows on a phone, in light or dark colours: rule and elements."""
    _install()
    axe = (HERE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    report = "JSON.stringify([r.passes.length, r.violations.map(v => [v.id, v.nodes.map(n => n.html)])])"
    script = f"axe.run().then(r => {{ const p = document.createElement('pre'); p.id = 'axe'; p.textContent = {report};"
    judged = _POLICY.sub("", page.decode())
    judged = judged.replace("(prefers-color-scheme: dark)", "all") if is_dark else judged
    added = f"<script>{axe}</script><script>{script} document.body.append(p) }})</script></body>"
    shown = chromium(judged.replace("</body>", added), "--dump-dom", "--virtual-time-budget=30000")
    found = re.search(r'<pre id="axe">(.*?)</pre>', shown, re.DOTALL)
    assert found is not None, shown[-1000:]
    passes, wrong = json.loads(html.unescape(found[1]))
    assert passes > 10
    return list(wrong)


def chromium(page: str, *options: str) -> str:
    """What Chromium prints of a page."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(page, encoding="utf-8")
        base = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--window-size=390,2000",
            f"--user-data-dir={folder}/user",
        ]
        command = [_found("chromium"), *base, *options, file.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return done.stdout


class _Looking(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.styles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.styles += tag == "style"
        if (tag == "script" and given.get("type") != "application/ld+json") or tag in _FETCHED | _FOREIGN:
            self.found.append(f"<{tag}>")
        if tag == "meta" and given.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
            self.found.append(f"<meta {given['http-equiv']}>")
        for name, value in given.items():
            is_address = name in ("href", "cite")
            safe = not is_address or re.match(r"(?:https?://|mailto:|#)", value, re.IGNORECASE)
            if name in _FETCHING or name.startswith("on") or name == "style" or not safe:
                self.found.append(f"{tag} {name}={value[:40]}")


def unsafe(page: bytes) -> list[str]:
    """What a browser would run or fetch of a page without being asked, and links that are none of http and mail."""
    looking = _Looking()
    looking.feed(page.decode())
    looking.close()
    return looking.found + (["<style>"] if looking.styles != 1 else [])
