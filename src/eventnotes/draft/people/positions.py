"""Positions: where beside a name words stand that tell what somebody is."""

from __future__ import annotations

import re

from eventnotes.draft.forms import INNER, KNOWN, Form, expanded

_NEAR = 80

PRONOUN = r"(?:(?<=[.!?] )|^)(?P<pronoun>He|She)"
"""A pronoun that begins a sentence."""
_IS = (
    r"(?:(?:(?:is|was|are|were)\s+)?(?:currently\s+|now\s+)?(?:work(?:s|ed|ing)?|serv(?:es?|ed|ing))"
    r"|(?:has|have)\s+(?:worked|served))\s+(?=as\s)(?:as(?=\s[A-Za-z]))|(?:is|was|are|were)"
    r"|used to be|(?:has|had|have) been"
)
_OPENS = r"(?:\A|\n)<MARKS>(?:(?P<label>(?i:presenters?|speakers?|panell?ists?)\W+)|(?i:by|with)\W+)?\Z"
_SLOT_OPENS = re.compile(
    expanded(
        rf"{_OPENS}|(?P<open>\()\Z|(?:\b(?:by|with)|[–—-]{{1,2}}|\s[|])\s+\Z|(?:\A|\s)/\s?\Z|[\"”»:]\s+\Z"
        rf"|{INNER}[^\n;]*;\s+(?:and\s+)?\Z|(?:\A|\n)[A-Z][^\n,.;:{KNOWN}]{{12,70}},\s\Z"
    )
)
_MET = re.compile(r"\b(?:interviewed(?: by)?|me?et(?:ing)?|of|saw|see(?:ing)?|to|watch(?:ed|ing)|with)\s+\Z")
"""What stands before somebody who was somewhere, and need not work there: `I met Ewa Nowak at the Tram Hall`."""
_LINE_OPENS = re.compile(expanded(_OPENS))
_ROLES = (
    r"\s+(?:currently\s+|then\s+|also\s+|both\s+|all\s+|now\s+)?(?:one of the\s+)?(?P<role>)"
    r"(?=(?:an?|the|our|their|two|three)\s|[A-Z]|(?<=\bas )"
    r"|(?:(?:lead|head|chief|senior|director|founder|co-founder|president|professor)s?|doctoral)\s"
    r"|[a-z][\w-]*(?:\s(?!(?:at|of|for|with|in)\s)[\w&-]+){0,4}\s(?:at|of|for|with)\s(?:(?:the|an?)\s)?[A-Z0-9])"
)
_WORKS = (
    r"(?:(?:works?|worked|working)\s+(?:at|for|with)"
    r"|(?:(?:works?|leads?|runs?|heads|manages?|teaches|researches|studies|builds?|coordinates?|develops?|designs?|directs?|does"
    rf"|looks?\safter|oversees?)|whose\s(?:team|group|lab|work))(?:\s[^.,;:!?()\n{KNOWN}]{{1,60}}?)?"
    r"(?:\sat|\s(?:department|office|programme|program|team|unit|work)\s(?:of|for|in)(?=\s(?:the\s)?[A-Z]))|"
    r"(?:is|was|are|were)\s+(?:now\s+)?(?:from|at|with)"
    r"|(?:joined|attended|came|comes|presented|joining)\s+(?:us\s+)?from)"
)
_ASIDE = rf"(?:,(?:[^.,;:!?()\n{KNOWN}]{{2,60}},)?)?"
"""What may stand between a name and what it is: `Ewa Nowak, based in Porto, is an engineer`."""
_NEEDS = ("He ", "She ", "He’", "She’", "He'", "She'")
APPOSITION = Form(
    "apposition",
    r"<PERSON><PAREN>(?:\s*,\s*(?:one of (?:the|its|our|their|two|three|four|many|several)\s+)?(?=\S)"
    r"|\s+(?=(?:an?|the)\s))(?P<role>)",
    0.85,
    (
        ("Then Ewa Nowak a tram engineer at Volta Grid sang.", "tram engineer | Volta Grid"),
        ("Ewa Nowak the Chief Tram Officer at Volta Grid sang.", "Chief Tram Officer | Volta Grid"),
        ("Ewa Nowak, one of the founders of Kumo, sang.", "founders | Kumo"),
        ("Ewa Nowak, head of data at Harbour Clinic, spoke first.", "head of data | Harbour Clinic"),
        ("Kwame Mensah, CTO of Volta Grid, said no.", "CTO | Volta Grid"),
        ("Marta Silva, Director, Office of Open Data, gave a talk.", "Director | Office of Open Data"),
        ("Ana Lima, Head of Maps at ARC. She sang.", "Head of Maps | ARC"),
        ("Ana Lima, tram analyst, joined the party.", "tram analyst | "),
        ("Ana Lima, Analyst, Office of Maps, City of Porto", "Analyst | Office of Maps, City of Porto"),
        ("Bo Ek (he/him), dean of the U.S. School of Trams (USST), sang.", "dean | U.S. School of Trams (USST)"),
    ),
)
BRACKETS = Form(
    "brackets",
    r"<PERSON>(?:[’']s)?(?:,?\s+<LETTERS>)?\s*(?:\(|\[(?=[A-Z]))(?:(?:she|he|they|ze)/\w+(?:/\w+)?\s*[,;|]\s*)?"
    r"(?:(?:from|of|at|representing)\s+)?"
    r"(?P<role>(?!(?:she|he|they|ze)\b)(?:[^()\[\]@\n]|@(?=\s)|(?<=\w )@(?=[A-Z])|\([^()\n]*\)){2,140})[)\]]",
    0.85,
    (
        ("Mei Lin, PhD (Kumo) spoke.", " | Kumo"),
        ("- Mei Lin [Tram Engineer, Kumo]", "Tram Engineer | Kumo"),
        ("Ngozi Adeyemi (Lagos Transit) and Bo Ek spoke.", " | Lagos Transit"),
        ("Ngozi Adeyemi (of Lagos Transit) and Bo Ek spoke.", " | Lagos Transit"),
        ("Ewa Nowak (she/her, Kumo) and Bo Ek (CTO @ Volta) spoke.", "CTO | Volta"),
        ("Ewa Nowak (she/her, Kumo) and Bo Ek spoke.", " | Kumo"),
        ("We loved Ewa Nowak’s (tram engineer, 42 Trams) talk.", "tram engineer | 42 Trams"),
        (
            "Presenter: Bo Ek (tram coordinator, Institute of Rails (IOR))",
            "tram coordinator | Institute of Rails (IOR)",
        ),
    ),
)
OF_ORGANIZATION = Form(
    "of-organization",
    r"<PERSON><PAREN>(?:,?\s+(?:also\s+|now\s+|then\s+|currently\s+|both\s+|all\s+)?(?:from|of|(?P<at>at)|@|de|von|representing)"
    r"|,\s+(?:now\s+|currently\s+)?with)\s+(?P<role>)(?=\S)",
    0.75,
    (
        ("Priya Raman from Delft Water Board showed maps.", " | Delft Water Board"),
        ("Priya Raman @ Delft Water Board", " | Delft Water Board"),
        ("Then Lars Holm, of Statens Kart, took over.", " | Statens Kart"),
    ),
)
SLOT = Form(
    "slot",
    rf"(?P<people><PEOPLE>)\s*(?:,|(?P<inner>[/|–—-]))\s*+(?!(?:and|&|et|und|y)\s)"
    rf"(?P<role>(?:[^\n.!?:;()|@/{KNOWN}]|\.(?=\w)|/(?!\s)|@(?=\s)){{2,100}}(?:\([^()\n]{{1,30}}\))?)"
    rf"(?=\)|\s*(?:\n|$|;)|\s*[|/]\s|\s*@\w|\.(?:\s|$)|\s(?:&|and)\s{KNOWN}|(?P<colon>:)\s)",
    0.75,
    (
        ("- Ewa Nowak, Kumo: Trams for towns", " | Kumo"),
        ("- Zyx Qwert, Kumo Works\n- Ewa Nowak, Open Trams", " | Open Trams"),
        ("- Ewa Nowak, Kumo President & CEO", "President & CEO | Kumo"),
        ("- Ewa Nowak and Bo Tanaka, Kumo", " | Kumo"),
        ("## Trams for many towns, Ewa Nowak, Kumo", " | Kumo"),
        ("# “Trams for towns” by Bo Ek and Jun Tanaka, Kumo", " | Kumo"),
        ("- Trams for towns - Wanjiru Kamau, Kumo", " | Kumo"),
        ("- Trams for towns (Ewa Nowak, Kumo)", " | Kumo"),
        ("Trams (Ewa Nowak, CTO at Kumo)", "CTO | Kumo"),
    ),
)
BESIDE = Form(
    "beside",
    rf"(?m:^)<MARKS>(?:(?i:presenters?|speakers?|panell?ists?|by)\W+)?<PERSON><PAREN>[ \t]+"
    rf"(?P<role>[A-Z][^\n{KNOWN}]{{3,140}}+)(?=\n|\Z)",
    0.8,
    (
        ("### Ewa Nowak Chief Tram Officer at Kumo", "Chief Tram Officer | Kumo"),
        ("- Speaker: Mei Lin Founder and CEO, Volta", "Founder and CEO | Volta"),
    ),
)
"""A line on which nothing parts a name from a role."""
DASH = Form(
    "dash",
    r"<PERSON><PAREN>(?:\s+(?:[–—|•·-]{1,2}|/)\s+|[—―﹘]|–\s+|(?P<colon>\s*[:.])\s+)(?P<role>)(?=\S)",
    0.75,
    (
        ("It was chaired by Inês Duarte - Deputy Mayor of Porto, and Bo Ek.", "Deputy Mayor | Porto"),
        ("Jun Tanaka – Staff Engineer, Kumo", "Staff Engineer | Kumo"),
        ("Jun Tanaka: A tram engineer at Kumo. He sang.", "tram engineer | Kumo"),
        ("Jun Tanaka. Tram engineer at Kumo. He sang.", "Tram engineer | Kumo"),
        ("- Jun Tanaka– Staff Engineer, Kumo", "Staff Engineer | Kumo"),
        ("- Jun Tanaka • Staff Engineer • Kumo", "Staff Engineer | Kumo"),
    ),
)
IS = Form(
    "is",
    rf"(?P<people><PEOPLE>){_ASIDE}\s+(?:\(?who[’']s|(?:\(?who\s+)?(?:{_IS})){_ROLES}",
    0.75,
    (
        ("Aoife Byrne is a data engineer at Cork Ferries.", "data engineer | Cork Ferries"),
        (
            "Ewa Nowak is the new Chief Rail and Tram Officer at Kumo and sang.",
            "Chief Rail and Tram Officer | Kumo",
        ),
        (
            "Mei Lin and Bo Ek are both doctoral students in the Porto Tram Lab, and sang.",
            "doctoral students | Porto Tram Lab",
        ),
    ),
)
SHE_IS = Form(
    "she-is",
    rf"{PRONOUN}(?:\s+(?:{_IS})|[’']s){_ROLES}",
    0.75,
    (("Then Mei Lin sang. She is the chair of the Tram Board.", "chair | Tram Board"),),
    needs=_NEEDS,
)
WORKS_AT = Form(
    "works-at",
    rf"(?P<people><PEOPLE>)(?::|{_ASIDE})\s+(?:\(?who\s+)?(?:both\s+|all\s+|now\s+|currently\s+)?{_WORKS}\s+(?P<role>)(?=\S)",
    0.75,
    (
        ("Tomasz Zając works at Baltic Rail.", " | Baltic Rail"),
        ("Bo Tanaka and Ewa Nowak both attended from Kumo.", " | Kumo"),
    ),
)
SHE_WORKS_AT = Form(
    "she-works-at",
    rf"{PRONOUN}(?:[’']s\s+(?:from|with|at)|\s+(?:now\s+|currently\s+)?{_WORKS})\s+(?P<role>)(?=\S)",
    0.75,
    (("Mei Lin sang. She’s from Kumo.", " | Kumo"),),
    needs=_NEEDS,
)
THEIR_AT = Form(
    "their-at",
    r"\b(?:(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir|[Hh]e|[Ss]he|[Tt]hey)\s(?:own\s|day\s)?"
    r"(?:team|jobs?|role|work|company|colleagues?|experiences?|works|does|do|did|built|builds|leads|runs)\b"
    rf"[^.,;:!?()\n{KNOWN}]{{0,40}}?\sat)\s+(?P<role>)(?=[A-Z])",
    0.7,
    (("Mei Lin sang of what her team at Volta Grid does.", " | Volta Grid"),),
    needs=(" at ",),
)
BELOW = Form(
    "below-name",
    r"<MARKS><PERSON><PAREN>\W*$",
    0.8,
    (
        ("## Ewa Nowak\n\nHead of maps, Harbour Clinic\n\nShe sang.", "Head of maps | Harbour Clinic"),
        ("# Ewa Nowak\n\n## Head of maps, Harbour Clinic\n\nShe sang.", "Head of maps | Harbour Clinic"),
        ("**Ewa Nowak**  \nHead of Maps at Kumo", "Head of Maps | Kumo"),
        ("## Ewa Nowak\n**Head of Maps at Kumo**", "Head of Maps | Kumo"),
    ),
)
"""A name that is all of a line, below which the role stands."""
BEFORE = Form(
    "title-before",
    "",
    0.7,
    (
        ("Volta Grid CTO Kwame Mensah was next.", "CTO | Volta Grid"),
        ("We met the deputy mayor, Inês Duarte.", "deputy mayor | "),
        ("Kumo’s Jun Tanaka showed a demo.", " | Kumo"),
        ("Then Kumo’s founder - Wanjiru Kamau - sang.", "founder | Kumo"),
        ("Then Volta Grid’s founder, Wanjiru Kamau, sang.", "founder | Volta Grid"),
    ),
)
"""Words that end where a name begins."""
SHARED = Form("shared", "", 0.65)
"""What is told of the last of several who are named together."""
BEHIND = (APPOSITION, BRACKETS, OF_ORGANIZATION, DASH, IS, SHE_IS, WORKS_AT, SHE_WORKS_AT, THEIR_AT)
"""Positions behind a name, or a pronoun."""
OF_LINES = (SLOT, BESIDE)
"""Positions on a line."""
OF_WORDS = frozenset([APPOSITION, BESIDE, DASH, IS, SHE_IS])
"""Positions in which only words for a title or an organization tell one."""
OF_TITLES = frozenset([IS, SHE_IS])
"""Positions that tell no organization alone."""
OF_ORGANIZATIONS = frozenset([OF_ORGANIZATION, WORKS_AT, SHE_WORKS_AT, THEIR_AT])
"""Positions that begin with an organization."""
OF_ALL = frozenset([APPOSITION, BRACKETS, OF_ORGANIZATION, SLOT, DASH, WORKS_AT])
"""Positions in which an organization is of all who are named together."""


def stands(form: Form, match: re.Match[str]) -> bool:
    """Whether what is before a name lets a form stand there: a slot begins a line, or is behind `by` and its like."""
    start = match.start()
    if form is SLOT:
        opens = _SLOT_OPENS.search(match.string, max(0, start - _NEAR), start)
        inside = opens is not None and (opens["open"] or opens["label"])
        alone = len(match["role"].split()) == 1
        listed = match.string.startswith(";", match.end())
        return (listed or opens is not None) and (
            bool(inside or alone or not match["inner"]) and (not match["colon"] or start < _NEAR)
        )
    if form is OF_ORGANIZATION and match["at"]:
        return not _MET.search(match.string, max(0, start - _NEAR), start)
    return form is not DASH or not match["colon"] or _LINE_OPENS.search(match.string, 0, start) is not None
