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
_LABEL = r"[^\u0000-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u00a0\u2028\u2029\u3000]"
_HOST_INSIDE = _LABEL.replace(r"\u0000-\u002f", r"\u0000-\u002c\u002e\u002f")
_HOST = rf"{_LABEL}(?:{_HOST_INSIDE}*{_LABEL})?(?:\.{_LABEL}(?:{_HOST_INSIDE}*{_LABEL})?)*\.?"
_IPV6 = r"\[(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{0,4}|[0-9]{1,3}(?:\.[0-9]{1,3}){3})\]"
_PORT = r"(?::(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{0,4}))?"
_VISIBLE = rf"[^{_WHITE}{_CONTROL}\u007f\u005c]"
_USER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:%-]+@)?"
_HTTP = rf"[Hh][Tt][Tt][Pp][Ss]?://{_USER}(?:{_HOST}|{_IPV6}){_PORT}(?:[/?#]{_VISIBLE}*)?"

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
is_language = re.compile(LANGUAGE.removesuffix("$") + r"\Z").match
is_slug = re.compile(SLUG.removesuffix("$") + r"\Z").match

_INT64 = 2**63


def json_values(extra: dict[str, Any]) -> dict[str, Any]:
    """`extra`, refused where it holds what JSON cannot (RFC 8259 §6, RFC 7493 §2): NaN, infinities, objects, whole
    numbers beyond 64 bits, control characters."""
    pending: list[tuple[tuple[str | int, ...], Any]] = [((key,), value) for key, value in extra.items()]
    for key in extra:
        _text(key, (key,))
    while pending:
        loc, value = pending.pop()
        if isinstance(value, str):
            _text(value, loc)
        elif isinstance(value, float) and not math.isfinite(value):
            raise _refused("a number that is not finite", loc)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            if abs(value) >= _INT64 and value == int(value) and value != -_INT64:
                raise _refused("a whole number beyond 64 bits", loc)
        elif isinstance(value, dict):
            for key, inner in value.items():
                if not isinstance(key, str):
                    raise _refused("a key that is not text", loc)
                _text(key, loc)
                pending.append(((*loc, key), inner))
        elif isinstance(value, list):
            pending.extend(((*loc, index), inner) for index, inner in enumerate(value))
        elif value is not None and not isinstance(value, bool):
            raise _refused(f"a {type(value).__name__}, which JSON does not have", loc)
    return extra


def _text(value: str, loc: tuple[str | int, ...]) -> None:
    if FORBIDDEN.search(value) or "\r" in value:
        raise _refused("a control character or surrogate", loc)


def _refused(what: str, loc: tuple[str | int, ...]) -> PydanticCustomError:
    return PydanticCustomError("json_value", "holds {what}", {"what": what, "loc": loc})
