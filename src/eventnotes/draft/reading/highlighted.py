"""Highlighted: code between two shortcodes, which no fence marks: `{% highlight python %}` and `{% endhighlight %}`."""

from __future__ import annotations

import re
from bisect import bisect_right

_SHORTCODE = re.compile(
    r"\{%-?[ \t]*(?P<ends>end)?highlight\b[^{}\n]*%\}|\{\{[<%][ \t]*(?P<closes>/[ \t]*)?highlight\b[^{}\n]*[>%]\}\}"
)


class Highlighted:
    """The ranges of code in a text, from a place on, with the shortcodes around it."""

    def __init__(self, text: str, start: int) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        is_open = False
        for match in _SHORTCODE.finditer(text, start) if "highlight" in text else ():
            is_end = match["ends"] is not None or match["closes"] is not None
            if not is_end and not is_open:
                self.starts.append(match.start())
            elif is_end and is_open:
                self.ends.append(match.end())
            is_open = not is_end
        del self.starts[len(self.ends) :]

    def meets(self, start: int, end: int) -> bool:
        """Whether any code stands in a range."""
        place = bisect_right(self.ends, start)
        return place < len(self.starts) and self.starts[place] < end
