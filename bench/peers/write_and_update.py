"""Us, writing: prints how fast an event is written against reading that text, and what an update costs against it."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import eventnotes

COUNT, ROUNDS = 100, 5
LONG = 20_000


def cost(work: Callable[[], object]) -> float:
    """The least CPU time of several rounds, in seconds."""

    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(ROUNDS))


def long_post(texts: list[str]) -> str:
    """A post of 20 kB: the first, with the bodies of others below until it is long enough."""
    post = texts[0]
    for text in texts[1:]:
        if len(post.encode()) >= LONG:
            break
        post += text[text.index("\n---\n", 3) + 5 :]
    return post


def main(folder: str) -> None:
    texts = [path.read_bytes().decode() for path in sorted(Path(folder).glob("*.md"))[:COUNT]]
    events = [eventnotes.load(text=text) for text in texts]
    written = [eventnotes.write(event, "markdown") for event in events]
    write = cost(lambda: [eventnotes.write(event, "markdown") for event in events])
    read = cost(lambda: [eventnotes.read(data=data, format="markdown") for data in written])
    post = long_post(texts)
    document = eventnotes.read(text=post)
    assert document.event is not None
    changed = document.event.replace(website="https://example.org/changed/")
    update = cost(lambda: document.update(changed))
    read_post = cost(lambda: eventnotes.read(text=post))
    print(json.dumps({"write": read / write, "update": update / read_post}))


if __name__ == "__main__":
    main(sys.argv[1])
