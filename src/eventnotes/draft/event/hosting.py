"""Hosting: the ways in which it is told who organized an event, as forms of text in which names are masked."""

from __future__ import annotations

from eventnotes.draft.event.candidates import KIND
from eventnotes.draft.event.parties import EVENT, INNER, OWN, PARTY, TITLED
from eventnotes.draft.forms import Form

_N = f"[{PARTY}{EVENT}{TITLED}{OWN}][{INNER}]*+"
ONE = rf"{_N}(?:\s+(?:team|crew|volunteers)\b)?"
"""A name."""
_FRIENDS = (
    r"(?:(?!(?:and|as|but|by|for|in|is|like|made|on|or|others?|that|to|was|were|which|who|with|s[a-z]+ed"
    r"|sponsors?|supporters?|speakers?)\b)[a-z]+,?\s+)"
    rf"{{0,7}}?(?:{_N}[’']s\s+)?"
)
"""What stands before a name: `our friends at the`, `local agency,`."""
ITEM = rf"{ONE}(?:\s*\([^()\n]{{1,60}}\))?(?:,?\s+(?:of|from|at)\s+(?:the\s+)?{_N}|\s+{_N})?"
"""A name, with what is told of it."""
JOINT = rf"(?:,?\s+(?:and|&)|,)\s+{_FRIENDS}"
"""What stands between two names of a list."""
_NAMES = rf"(?P<name>{ITEM}(?:(?:,\s+{_FRIENDS}{ITEM}){{0,12}},?\s+(?:and|&)\s+{_FRIENDS}{ITEM})?)"
_LISTED = rf"(?P<name>{ITEM}(?:{JOINT}{ITEM}){{0,12}})"


def _any(needs: str) -> tuple[str, ...]:
    return tuple(needs.split("|"))


GATHERINGS = rf"(?i:{KIND}|events?|panels?|gatherings?|sprints?)"
_SMALL = (
    r"(?:about|after|and|around|as|at|before|but|called|during|featuring|for|from|has|held|in|is|last|of|on|or|that|this"
    r"|to|took|was|were|when|where|which|while|will|with)"
)
"""What stands after a noun, rather than another."""
_BETWEEN = (
    r"(?:,\s[^,.;]{2,70},|,?\s(?:on|in)\s(?:<DAY>|<MONTH>|\d)[^.;]{0,25}?,?|\sin\s[a-z]+\swith\s[^,.;]{2,60}?|\s(?:members|volunteers|staff|students|project)"
    r"|\sand\s(?:I|(?:(?:her|his|their|the|our)\s)?(?!(?:she|he|they|we|you|an?)\b)[a-z]+)|[’']s(?:\s[a-z-]+){1,4}?)?"
    r"(?:,?\s+(?:has|have|had|is|are|was|were|will|be|been|also|again|once|just|first|together|both|all|team|who|which"
    r"|(?!famil|on)\w+ly))*"
)
"""What stands between somebody and what they did."""
_NOT_PASSIVE = r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbeen\s)(?<!\bbe\s)"
_ACTIVE = r"\b(?!\s+(?:by|at|in|on|since|worldwide|for)\b|\s*[.,;:)])"
_DOING = r"(?<=(?:is|re|as|en|be)\s)"
_BY = (
    rf"(?:\s+(?!by\b)(?:[a-z]+|\d{{4}})|,?\s+(?:at|in)\s+(?:the\s+(?:[a-z]+\s+)?)?{_N}){{0,5}}?"
    rf",?\s+by[:*]*\s+{_FRIENDS}"
)
_THANKS = (
    r"\b(?i:thanks|thank[ -]you|thank|kudos|shout-?\s?outs?|hats off|props|grateful|cheers|congrat(?:ulation)?s)\b"
)
_FOR = (
    r"(?:(?:co-?)?organi[sz]ing|running|putting|arranging|convening|helping\s+(?:us\s+|to\s+)?(?:organi[sz]e|run|host)\b"
    r"|making (?:this|it)"
    r"|(?:a|another|such an?|the|taking the) (?:(?:\w+[ -]){1,3}(?:event|conference|day|meetup|evening|workshop)"
    r"|initiatives?))"
)
"""What somebody is thanked for."""
_OTHERS = (
    r"(?:(?:all|the|his|her|their|rest|of|other|whole|entire|organi[sz]ing)\s+){0,5}"
    r"(?:crew|team|organi[sz]ers|committee|others|company)"
)
_HOST = (
    r"(?:co-?)?(?:host|hold|teach|organi[sz]e|produce|run|welcome|celebrate|put on|invite"
    rf"|announce(?=\s(?:its|their|our|the|an?)\s[^.!?]{{0,60}}?{GATHERINGS}))"
)
_READY = r"(?:[a-z]+ed|proud|happy|privileged|glad|enough|together|forces|wants?|would like)"
"""What stands before `to host`: `was honoured`, `is proud`, `agreed`, `joined forces`."""
_GUESTS = r"(?:people|guests|professionals|[a-z]+(?:ees|ants|ates|erts|ers|ists))\b"
_SUBJECT = rf"{_NAMES}{_BETWEEN}\s+"
_ORGANIZERS = (
    r"(?i:(?:co-?)?organi[sz]ers?|conven[eo]rs?|organi[sz]ing (?:team|committee)"
    r"|(?:conference|event|workshop|general)\s+(?:(?:co-?)?chairs?|co-?ordinators?)|hosts(?=\W*:))"
)
_ORGANIZED = _any("rgani|onven|put on|puts on|putting on|ogether|rranged|ordinated|andled")
BY = (
    Form(
        "organized-by",
        r"\b(?i:organi[sz](?:ed|ing|ation)|run|put (?:on|together)|convened|handled|arranged|co-?ordinated"
        r"|initiated|co-?chaired)"
        rf"{_BY}{_NAMES}",
        0.8,
        (
            ("The day was organised by Harbour Clinic and it rained.", "Harbour Clinic"),
            ("It was organised by Amara Okafor and Li Wei.", "Li Wei"),
            ("The event was organised jointly by Volta Grid and the Porto regional tram community.", "Volta Grid"),
            ("The meetup was put together by our friends at Tram Lab.", "Tram Lab"),
            ("This year's conference was run by Ana Lima, from Kumo, and Bo Ek from Volta.", "Bo Ek"),
            ("It has been organised by the amazing @TramLab, again.", "@TramLab"),
            ("A fine day organised by the lovely people at [tramlab](http://tramlab.org).", "tramlab"),
            ("The workshop was initiated by Professor Bo Ek.", "Bo Ek"),
        ),
        needs=(*_ORGANIZED, "nitiated", "chaired", " run ", "run by", "Run by"),
    ),
    Form(
        "hosted-by",
        r"\b(?i:(?:co-?)?hosted|co-?sponsored|(?:was|were|be|been|are|is|am)\s+(?:\w+\s+)?(?:invited|asked)"
        rf"|brought to (?:you|us)|staged|held){_BY}{_NAMES}",
        0.8,
        (
            ("It was hosted by Kumo, Harbour Clinic and Tram Lab.", "Tram Lab"),
            ("The day was hosted at Volta Hall by the Porto Tram Society.", "Porto Tram Society"),
            ("A meetup hosted by the Department of Trams at Porto University.", "Department of Trams"),
            ("The meetup was hosted by [tram Labs](http://tramlab.org), in Porto.", "tram Labs"),
        ),
        needs=_any("osted|ponsored by|nvited |asked |rought to |staged|held "),
    ),
    Form(
        "together-with",
        r"\b(?i:in\s+(?:close\s+)?(?:collaboration|partnership|cooperation|co-operation|conjunction|association)\s+with"
        r"|(?:together|jointly)\s+with|co-?(?:organi[sz]ed|hosted)(?:\s+[\w-]+){0,4}?\s+with"
        r"|\b(?:we|us|of)\s+(?:\w+\s+)?(?:team|partner)(?:ed|ing)\s+(?:up\s+)?with"
        rf"|(?:team|partner)(?:ed|ing)\s+(?:up\s+)?with(?=[^.!?]{{3,120}}\sto\s+(?:co-?)?{_HOST}\b)"
        r"|(?:collaboration|partnership|joint (?:effort|event|initiative))\s+"
        r"(?:between|of|by)|under the (?:auspices|umbrella)\s+of|at the invitation of"
        r"|an? (?:initiative|project|programme|production|activity) of|the brainchild of|on behalf of)"
        rf"\s+{_FRIENDS}{_NAMES}",
        0.65,
        (
            ("The event was run in partnership with Tram Lab and Kumo.", "Kumo"),
            ("The event was a joint effort of Kumo and Tram Lab.", "Tram Lab"),
            ("The day was held under the auspices of Tram Lab.", "Tram Lab"),
            ("In May Kumo partnered with our kind friends at Tram Lab to host a workshop.", "Tram Lab"),
        ),
        needs=_any(
            "behalf of |child of |ation with |ership with |unction with |ether with |ointly with |ing with |ed with "
            "| up with |o-organi"
            "|o-host|etween |ation of |ation by |ership of |ership by |joint |auspices|umbrella|ative of "
            "|roject of |gramme of |duction of |tivity of "
        ),
    ),
)
"""What tells the event first, and then who is behind it."""
SUBJECTS = (
    Form(
        "hosts",
        rf"{_SUBJECT}(?:(?:{_NOT_PASSIVE}(?:[Cc]o-?)?(?:organi[sz](?:ed|es|e)|conven(?:ed|es)|[Hh]ost(?:s|ed)?(?!(?<=Host)\s[{PARTY}]))"
        rf"|puts? on|{_DOING}(?:co-?)?(?:organi[sz]ing|hosting|putting on)|invite[sd]?(?= (?:us|me|you)\b"
        r"(?! (?:in)?to (?:its|their) (?:\w+ )?(?:offices?|space|building|home|hall)\b))"
        rf"|(?:brought together|gathered|welcomed)(?=\s[^.!?]{{0,90}}?{_GUESTS})){_ACTIVE}"
        rf"|(?:[a-z]+\s+){{0,3}}?{_READY}(?:\s+up)?(?:\s+with\s[^.,;]{{2,80}}?)?\s+to\s+{_HOST}\b)",
        0.75,
        (
            ("Kumo has been organising this event since 2012.", "Kumo"),
            ("Members of the Porto Tram Society organised a meetup.", "Porto Tram Society"),
            ("Ana Lima and her team organised the event.", "Ana Lima"),
            ("Thanks to the people at [Tram & Bell](/t) who organised the event.", "Tram & Bell"),
            ("Last week, Harbour Clinic hosted a workshop on forms.", "Harbour Clinic"),
            ("Harbour Libraries and Porto Libraries teamed up to teach a workshop.", "Harbour Libraries"),
            ("The Girls on Trams club at Porto High recently hosted a panel.", "Girls on Trams club at Porto High"),
            ("Tram Lab is honoured to produce FerryCamp 2019 this spring.", "Tram Lab"),
            ("In May, the Tram School hosted an array of climate researchers from Porto.", "Tram School"),
            ("Kumo kindly hosted us at their office.", "Kumo"),
            ("The Tram Lab was fortunate enough to welcome Ana Lima to its meetup.", "Tram Lab"),
            ("On May 5, Volta Grid brought together nearly 500 energy experts.", "Volta Grid"),
            ("# Tram Lab Hosts FerryCamp\n\nIt rained.", "Tram Lab"),
        ),
        needs=(
            *_ORGANIZED,
            *_any(
                "host|Host|gathered|welcome|invite|to hold|to teach|to produce|to run|to celebrate|to announce|nvite"
            ),
        ),
    ),
    Form(
        "we-at",
        rf"\b[Aa]t\s+{_NAMES},?\s+we\s(?:hosted|organi[sz]ed|held|ran)\b",
        0.7,
        (("Here at Tram Lab, we hosted a meetup.", "Tram Lab"),),
        needs=(" we hosted", " we organi", " we held", " we ran"),
    ),
    Form(
        "joined",
        rf"\b[Jj]oin\s+(?:the\s+)?{_NAMES}(?=\s+(?:(?:on|this|next)\s+[{PARTY}{TITLED}A-Z]|(?:for|at|as)\s[^.!?]{{1,60}}?"
        rf"\b(?:{GATHERINGS}|nights?|evenings?|talks|series|celebrat\w+)\b))",
        0.7,
        (
            ("Join Tram Lab on Tuesday, May 3, for bells.", "Tram Lab"),
            ("Please join the Tram Lab for our spring meetup.", "Tram Lab"),
        ),
        needs=("oin ",),
    ),
    Form(
        "met",
        rf"{_SUBJECT}(?:met|meets|gathered|got together|came together|convened)(?=\s(?:(?:up|again|once more)\s)?"
        r"(?:(?:on|in|at|last|this|for|to)\b|via\b|online\b|over\b))",
        0.7,
        (
            ("The Porto Tram Club met on Tuesday at the office of Kumo.", "Porto Tram Club"),
            ("Last night the Porto Tram Society gathered at the library.", "Porto Tram Society"),
        ),
        needs=(" met ", " meets ", "gathered ", "together ", "convened "),
    ),
    Form(
        "holds",
        rf"{_SUBJECT}(?:{_NOT_PASSIVE}(?:held|holds?|launched|ran|runs?|conduct(?:s|ed))|{_DOING}(?:holding|running)"
        r"|(?:ha[ds]|kicked off|wrapped up|concluded|celebrated|marked|opened|began|started) (?:its|their)"
        rf"|(?:presented|produced)(?=\s+(?:the|this)\s+(?:\w+\s+)?{GATHERINGS})){_ACTIVE}",
        0.75,
        (
            ("Volta Grid, funded by Kumo, held its very first meeting.", "Volta Grid"),
            ("In May 2021, Tram Lab ran FerryCamp for us.", "Tram Lab"),
            ("The Tram Agency presented the event, with thanks to Bo Ek.", "Tram Agency"),
        ),
        needs=_any(
            "held |hold| run| ran |launched|conduct|presented th|produced th"
            "|d its |d their |s its |s their |off its |off their |up its |up their |an its |an their "
        ),
    ),
)
"""What tells who did it first, and then what was done."""
OWNERS = (
    Form(
        "whose-event",
        rf"(?P<name>{_N})(?:[’']s|[’'](?=\s)|-(?:hosted|organi[sz]ed|run|led))\s+(?:\({_N}\)\s+)?(?:(?:\d-day|\d+(?:st|nd|rd|th)|\d{{4}}|(?!{_SMALL}\b|(?:an?|back|by|how|into|the)\b)[a-z-]+)\s+){{0,5}}?"
        rf"(?:(?:{_N}\s+)?(?:{GATHERINGS}|series|calls?|lectures?|celebrations?|hack ?(?:nights?|days?)|trainings?)\b"
        rf"(?!\s+(?!{_SMALL}\b)[a-z]+)|[{EVENT}{OWN}]|(?<=(?:st|nd|rd|th|al)\s)[{TITLED}])",
        0.65,
        (
            ("We gathered for Volta Grid’s online community summit.", "Volta Grid"),
            ("I was at Volta Grid's annual Tram Summit.", "Volta Grid"),
            ("FerryCon is Kumo's yearly conference.", "Kumo"),
            ("It was a Kumo-hosted meetup.", "Kumo"),
        ),
        needs=("’s ", "'s ", "s’ ", "s' ", "-hosted ", "-organi", "-run ", "-led "),
    ),
    Form(
        "group-event",
        rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Ll]ast|[Ff]irst)\s(?P<name>[{PARTY}{TITLED}][{INNER}]*+)\s(?:[a-z-]+ly\s|annual\s)?"
        rf"{GATHERINGS}\b(?!\s(?!{_SMALL}\b)[a-z]+)",
        0.65,
        (("I was at the Porto Tram Club meetup in May.", "Porto Tram Club"),),
        needs=_any("Group |Society |Club |Community |Association |Network |Chapter |community |group |chapter "),
    ),
)
"""What tells whose event it is."""
_COMPANY = r"(?:organi[sz]ations?|groups?|compan(?:y|ies)|charity|non-?profit|association|team|community|people)"
_BEHIND = (
    rf"{_COMPANY}\s+(?:(?:that|which|who)\s+)?(?:behind|producing|running|organi[sz]ing|hosting|runs?|organi[sz]e[sd]?"
    rf"|hosts?|produces?|facilitates?|puts on)\s+(?:(?:this|the)\s+(?:[\w-]+\s+){{0,2}}?{GATHERINGS}"
    rf"|[{TITLED}{OWN}][{INNER}]*+)"
)
"""Who stands behind the event: `the company that runs the conference`."""
_ABROAD = (
    r"(?i:organi[sz]ad[oa]s?|organisée?s?|organisiert|veranstaltet|initiiert|georganiseerd|organizzat[oa]"
    r"|zorganizowan\w+)"
)
PLAIN = (
    Form(
        "behind",
        rf"{_NAMES}(?:,|\s+(?:is|are|was|were))\s+(?:the|an?)\s+(?:[a-z-]+\s+){{0,3}}?{_BEHIND}",
        0.7,
        (
            ("Tram Lab, the organization producing this event, rang the bell.", "Tram Lab"),
            ("Tram Lab is the small company that runs this meetup.", "Tram Lab"),
        ),
        needs=(" behind ", "producing ", "running ", "rganiz", "rganis", "host", "runs ", "facilitat", "puts on"),
    ),
    Form(
        "who-is-behind",
        rf"\b{_BEHIND}(?:,|\s+(?:is|are|was|were))\s+(?:the\s+)?{_NAMES}",
        0.7,
        (
            ("The nonprofit that facilitates this event, Tram Lab, rang the bell.", "Tram Lab"),
            ("The people behind the conference are Ana Lima and Bo Ek.", "Bo Ek"),
        ),
        needs=(" behind ", "producing ", "running ", "rganiz", "rganis", "host", "runs ", "facilitat", "puts on"),
    ),
    Form(
        "did-well",
        rf"{_NAMES}\s+(?:(?:has|have|had)\s+)?(?:did|done)\s+(?:such\s+)?(?:an?\s+)?(?:[a-z]+\s+){{1,3}}"
        r"(?:jobs?|work|time)\s+(?:(?:of|in|with|at)\s+)?(?:organi[sz]ing|co-?ordinating|running|assembling|putting)\b",
        0.7,
        (
            ("Ana Lima and Bo Ek did an excellent job organizing it.", "Bo Ek"),
            ("Tram Lab has done a fine job of putting it together.", "Tram Lab"),
        ),
        needs=("rganiz", "rganis", "ordinating", "running ", "ssembling", "putting "),
    ),
    Form(
        "event-by",
        r"(?:\b(?:an?|the|this)\s+(?:[\w-]+\s+){0,2}?(?:event|conference|summit|symposium|meetup)\s+(?:(?:is|was)\s+)?"
        rf"(?:presented\s+)?|[{EVENT}{TITLED}{OWN}][{INNER}]*+(?:\s\d{{4}})?,?\s+(?:(?:is|was)\s+)?presented\s+)"
        rf"by\s+{_FRIENDS}{_NAMES}",
        0.7,
        (
            ("FerryCon is an event by Tram Lab.", "Tram Lab"),
            ("FerryCon, presented by Tram Lab, was held in May.", "Tram Lab"),
        ),
        needs=("resented by", "event by", "conference by", "summit by", "symposium by", "meetup by"),
    ),
    Form(
        "organized-abroad",
        rf"\b{_ABROAD}(?:\s+(?!(?:von|par|por|und|et)\b)[^\s.,;]+){{0,4}}?"
        r"\s+(?:por|pel[oa]s?|par|von|vom|door|da|dal(?:la)?|przez)"
        rf"\s+(?:(?:\w+|l[’'])\s*+){{0,7}}?{_NAMES}",
        0.8,
        (
            ("O evento foi organizado pelo pessoal do Tram Lab.", "Tram Lab"),
            ("La conferencia fue organizada por Volta Grid.", "Volta Grid"),
            ("Organisiert wurde der Tag von Volta Grid.", "Volta Grid"),
        ),
        needs=("rganiz", "rganis", "initiiert", "eranstaltet"),
    ),
    Form(
        "organized-last",
        rf"\b(?:von|vom|door)\s+(?:d\w{{1,2}}\s+)?{_NAMES}\s+{_ABROAD}",
        0.8,
        (("Der Tag wurde von der Volta Grid organisiert.", "Volta Grid"),),
        needs=("organisiert", "initiiert", "eranstaltet", "rganiseerd"),
    ),
    Form(
        "meeting-of",
        r"\b(?:meeting|meet-?up|gathering|event|conference|workshop)\s+of\s+(?:the\s+|our\s+)?"
        rf"(?P<name>[{PARTY}{TITLED}][{INNER}]*+)",
        0.8,
        (("On Monday I went to a [meeting](/m) of the Royal Tram Society in Porto.", "Royal Tram Society"),),
        needs=("meeting of", "meetup of", "meet-up of", "gathering of", "event of", "conference of", "workshop of"),
    ),
    Form(
        "organizer-of",
        rf"{_NAMES}(?:,|(?:,\s+who)?\s+(?:is|was|are|were))\s+(?:one\s+of\s+)?(?:the\s+)?(?:[{EVENT}{TITLED}{OWN}][{INNER}]*+\s+)?"
        r"(?:\w+\s+and\s+)?(?:(?:main|lead|chief|head|event|conference|meetup)\s+)?(?:(?:co-?)?organi[sz]ers?\b"
        rf"(?=\s+(?:of|behind|for)\b(?!\s[{PARTY}{EVENT}])|[,.;!)])|hosts?\s+(?:of|for)\s+(?:this|the)\s(?:year[’']s\s)?{GATHERINGS}\b)",
        0.7,
        (
            ("I met Bo Ek, one of the organizers of the day.", "Bo Ek"),
            ("Tram Lab, the main organiser of it, rang the bell.", "Tram Lab"),
            ("I had my ticket from Bo Ek, who is one of the organisers.", "Bo Ek"),
        ),
        needs=("rganizer", "rganiser", "host of", "hosts of", "host for", "hosts for"),
    ),
    Form(
        "organizers-named",
        rf"\b(?<!{INNER}\s)(?<![/,&]\s)(?<![/,&-])(?<!and\s)(?:{_ORGANIZERS}"
        rf"|(?:[Oo]ur|[Tt]he|year[’']s|event|gracious|wonderful|generous|lovely)\s+hosts?(?:\s+(?:for|of)\s+the\s+\w+)?"
        rf"|(?:creator|founder|initiator)s?\s+of\s+(?:the|this|our)\s+(?:[\w-]+\s+)?{GATHERINGS})\b"
        rf"(?:\s+(?:of|behind)\s+(?:[{TITLED}{OWN}][{INNER}]*+|(?:the|this)\s+(?:[\w-]+\s+)?{GATHERINGS})"
        r"(?=[,:]|\s+(?:are|were|is|was)\b))?\s*[,(:*–—-]*\s*"
        rf"(?:(?:are|were|is|was|most notably|especially|namely|including|like|(?<=s )(?:at|from))\s+)?"
        rf"(?:[Tt]he\s+)?{_LISTED}",
        0.7,
        (
            ("The organizers (most notably Ana and Bo) put in a lot.", "Bo"),
            ("The organizers were Ana Lima, Bo Ek and Li Wei.", "Li Wei"),
            ("The organisers of this conference, Ana Lima and Bo Ek, sang.", "Bo Ek"),
            ("Then our hosts, Ana Lima and Bo Ek, rang the bell.", "Bo Ek"),
            ("A big thank you to our host Tram Lab.", "Tram Lab"),
            ("Our host for the evening was Tram Lab.", "Tram Lab"),
            ("The conveners, Ana Lima and Bo Ek, showed a map.", "Bo Ek"),
            ("The creator of the new meetup is Bo Ek.", "Bo Ek"),
        ),
        needs=_any("rgani|onven|chair|host|osts|ordinator|creator|founder|initiator"),
    ),
    Form(
        "thanked",
        rf"{_THANKS}[^.!?]{{0,120}}?(?<!\w)(?P<work>(?:[a-z]+\s+){{0,3}}(?:leadership|efforts?|work|hospitality|initiative)\s+of\s+)?{_FRIENDS}{_LISTED}"
        rf"(?(work)|(?:\s+(?:team\s+)?for\s+(?:all\s+)?(?:\w+ly\s+)?{_FOR}|,?\s+(?:and|&)\s+{_OTHERS})\b)",
        0.8,
        (
            ("Shout outs to Porto Tram Club for running a fine event.", "Porto Tram Club"),
            ("Many thanks to the team at Tram Lab for organizing it.", "Tram Lab"),
            ("We want to thank Ana Lima and Bo Ek for organizing it.", "Bo Ek"),
            ("Big thanks to Ana Lima of @Kumo for organizing it.", "Ana Lima"),
            ("Thanks to Tram Lab for another great conference!", "Tram Lab"),
            ("Hats off to Bo Ek and crew!", "Bo Ek"),
            ("A big thank-you to Ana Lima, Bo Ek, and the rest of the organizers.", "Bo Ek"),
            ("The event ran smoothly thanks to the leadership of Ana Lima.", "Ana Lima"),
            ("It went well thanks to the hard work of the Porto Tram Club.", "Porto Tram Club"),
        ),
        needs=("hank", "udos", "hout", "ats off", "rops", "heers", "grateful", "ongrat"),
    ),
)
"""What says so of anybody, whatever stands around it."""
HEADING = Form(
    "organizers-heading",
    r"(?i)^(?:\W|thanks?\b|you\b|to\b|our\b|the\b|[\w-]+\s+\d{4}\b|event\b|conference\b|local\b|meet\b|about\b)*"
    r"(?:organi[sz]ers?|organi[sz]ing (?:committee|team)|hosts|hosted by|organi[sz]ed by)\W*$",
    0.75,
    (
        ("## Organizers\n\n- Ana Lima, Kumo\n- Bo Ek (Volta)", "Bo Ek"),
        ("## Thanks to our hosts\n\n* Tram Lab\n* City of Porto", "City of Porto"),
    ),
)
"""What stands above a list of them."""
FORMS = (*BY, *SUBJECTS, *OWNERS, *PLAIN, HEADING)
