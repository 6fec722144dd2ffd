"""Which characters each kind of text may hold, as patterns that pydantic and JSON Schema read alike."""

from __future__ import annotations

import math
import re
from typing import Any

from pydantic_core import PydanticCustomError

# Rust's regex, ECMA-262 with the u flag and Python's re agree on these: no look-around, no \s, no \p, \uXXXX only.
_CONTROL = r"\u0000-\u0008\u000a-\u001f\u0080-\u009f"
_WHITE = r"\u0009\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_ID = "[a-z][a-z0-9-]*"
# Their NFKC form holds one of / ? # @ : and would move the end of the host (UTS 46; urllib refuses them too).
_FOLDED = (
    r"\u2047-\u2049\u2100\u2101\u2105\u2106\u2a74"
    r"\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a\uff1f\uff20"
)
_LABEL = rf"[^\u0000-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u009f{_WHITE}{_FOLDED}]"
_HOST_INSIDE = _LABEL.replace(r"\u0000-\u002f", r"\u0000-\u002c\u002e\u002f")
_HOST = rf"{_LABEL}(?:{_HOST_INSIDE}*{_LABEL})?(?:\.{_LABEL}(?:{_HOST_INSIDE}*{_LABEL})?)*\.?"
_H16 = "[0-9A-Fa-f]{1,4}"
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"


def _ipv6(groups: int = 0) -> str:
    """The rest of an IPv6 address after so many groups (RFC 3986 §3.2.2; a dotted end only as in ::ffff:192.0.2.1)."""
    if groups == 7:
        return f":(?::|{_H16})"
    after = f"::(?:{_H16}(?::{_H16}){{0,{6 - groups}}})?"
    if groups == 0:
        return rf"(?:{after}|{_H16}{_ipv6(1)}|::(?:[Ff]{{4}}:)?{_OCTET}(?:\.{_OCTET}){{3}})"
    return f"(?:{after}|:{_H16}{_ipv6(groups + 1)})"


_PORT = r"(?::(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{0,4}))?"
_VISIBLE = rf"[^{_WHITE}{_CONTROL}\u007f\u005c]"
_USER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:%-]+@)?"
_HTTP = rf"[Hh][Tt][Tt][Pp][Ss]?://{_USER}(?:{_HOST}|\[{_ipv6()}\]){_PORT}(?:[/?#]{_VISIBLE}*)?"

TEXT = r"^[^\u0000-\u0008\u000b-\u001f\u0080-\u009f]+$"
LINE = rf"^[^{_WHITE}{_CONTROL}](?:[^{_CONTROL}]*[^{_WHITE}{_CONTROL}])?$"
SLUG = rf"^{_ID}$"
URL = rf"^{_HTTP}$"
LINK_URL = rf"^(?:{_HTTP}|[Mm][Aa][Ii][Ll][Tt][Oo]:{_VISIBLE}+@{_VISIBLE}+)$"
LANGUAGE = r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$"
TIMEZONE = r"^[A-Za-z0-9_+/-]{1,64}$"

ID = _ID
FORBIDDEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x80-\\x9f\\ud800-\\udfff]")
is_url = re.compile(URL.removesuffix("$") + r"\Z").match
is_link = re.compile(LINK_URL.removesuffix("$") + r"\Z").match
is_language = re.compile(LANGUAGE.removesuffix("$") + r"\Z").match

_INT64 = 2**63
_DEEPEST = 190  # pydantic reads JSON 200 deep, and up to six levels stand around `extra`


def json_values(extra: dict[str, Any]) -> dict[str, Any]:
    """`extra`, refused where it holds what JSON cannot (RFC 8259 §6, RFC 7493 §2): NaN, infinities, objects, whole
    numbers beyond 64 bits, control characters, and nesting that could not be written and read again.
    """
    faults: list[tuple[tuple[str | int, ...], str]] = []
    pending: list[tuple[tuple[str | int, ...], Any]] = [((), extra)]
    while pending:
        loc, value = pending.pop()
        fault = _fault(value)
        if fault:
            faults.append((loc, fault))
        elif len(loc) > _DEEPEST and isinstance(value, dict | list):
            faults = [(loc[:1], f"more than {_DEEPEST} levels")]
            break  # it may hold itself
        elif isinstance(value, dict):
            pending.extend(((*loc, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            pending.extend(((*loc, index), inner) for index, inner in enumerate(value))
    if faults:
        faults.reverse()
        what = faults[0][1]
        raise PydanticCustomError("json_value", "holds {what}", {"what": what, "loc": faults[0][0], "faults": faults})
    return extra


def _fault(value: Any) -> str:
    """What is wrong with a value itself, not with what is in it."""
    if isinstance(value, str):
        return "a control character or surrogate" if FORBIDDEN.search(value) or "\r" in value else ""
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            return "a key that is not text"
        return "a key with a control character" if any(_fault(key) for key in value) else ""
    if value is None or isinstance(value, bool | list):
        return ""
    if isinstance(value, float) and not math.isfinite(value):
        return "a number that is not finite"
    if isinstance(value, int | float):
        # Of the float -2.0**63 the shortest text is a whole number beyond: -9.223372036854776e+18.
        beyond = abs(value) >= _INT64 and value == int(value) and not (value == -_INT64 and isinstance(value, int))
        return "a whole number beyond 64 bits" if beyond else ""
    return f"a {type(value).__name__}, which JSON does not have"
