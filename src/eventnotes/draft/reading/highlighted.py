"""Highlighted: code between two shortcodes, which no fence marks: `{% highlight python %}` and `{% endhighlight %}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHORTCODE = re.compile(
    r"\{%-?[ \t]*(?P<ends>end)?highlight\b[^{}\n]*%\}|\{\{[<%][ \t]*(?P<closes>/[ \t]*)?highlight\b[^{}\n]*[>%]\}\}"
)


def highlighted(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The ranges of code in a text, from a place on, with the shortcodes around it."""
    opened = -1
    for match in _SHORTCODE.finditer(text, start) if "highlight" in text else ():
        is_end = match["ends"] is not None or match["closes"] is not None
        if not is_end and opened < 0:
            opened = match.start()
        elif is_end and opened >= 0:
            yield opened, match.end()
            opened = -1
