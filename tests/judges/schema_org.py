"""Judges of JSON-LD: PyLD, which makes triples of it, and TypeScript with the types of schema-dts."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pyld import jsonld

from judges import HERE, _found, _install

_CONTEXT = json.loads((HERE / "schema_org.jsonld").read_text(encoding="utf-8"))
_TSC = (
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--target",
    "es2022",
    "--module",
    "nodenext",
    "--moduleResolution",
    "nodenext",
)


def _load(url: str, options: Any) -> dict[str, Any]:
    """The context of schema.org as far as we use it; nothing is fetched."""
    assert url.rstrip("/") == "https://schema.org", url
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": _CONTEXT}


def quads(data: bytes, base: str) -> list[str]:
    """The N-Quads of a JSON-LD text at an address, in canonical order, its words of schema.org written `s:word`."""
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "base": base, "documentLoader": _load}
    text: str = jsonld.normalize(json.loads(data), options)
    short = re.sub(r"<https://schema\.org/(\w+)>", r"s:\1", text.replace(base, ""))
    return [
        one.removesuffix(" .")
        for one in short.replace("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "a").splitlines()
    ]


def type_errors(texts: Iterable[bytes]) -> str:
    """What TypeScript says of JSON-LD texts as values of schema-dts; nothing where all is of its type.

    A node that is a CreativeWork and an ItemList is shown as a HowToSection, which is both: schema-dts knows no node
    of several types.
    """
    _install()
    with tempfile.TemporaryDirectory(prefix=".types-", dir=HERE) as folder:
        for number, data in enumerate(texts):
            value = json.dumps(_single_types(json.loads(data)), indent=1)
            kind = json.loads(data)["@type"]
            imported = f'import type {{ {kind}, WithContext }} from "schema-dts";'
            Path(folder, f"{number}.ts").write_text(f"{imported}\nexport const it: WithContext<{kind}> = {value};\n")
        names = [one.name for one in Path(folder).glob("*.ts")]
        command = [_found("node"), str(HERE / "node_modules/typescript/bin/tsc"), *_TSC, *names]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 1, 2), done.stderr
    return done.stdout + done.stderr


def _single_types(value: Any) -> Any:
    if isinstance(value, list):
        return [_single_types(one) for one in value]
    if not isinstance(value, dict):
        return value
    kind = value.get("@type")
    assert not isinstance(kind, list) or kind == ["CreativeWork", "ItemList"]
    return {key: _single_types(one) for key, one in value.items()} | (
        {"@type": "HowToSection"} if isinstance(kind, list) else {}
    )
