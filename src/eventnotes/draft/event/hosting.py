"""Hosting: the ways in which it is told who organized an event, as forms of text in which names are masked."""

from __future__ import annotations

from eventnotes.draft.event.parties import EVENT, INNER, OWN, PARTY, TITLED
from eventnotes.draft.event.phrases import (
    ABROAD,
    ACTIVE,
    BEFORE_BY,
    BEHIND,
    BETWEEN,
    DOING,
    FRIENDS,
    GATHERINGS,
    GUESTS,
    HELD,
    HOST,
    LISTED,
    NAME,
    NAMES,
    NOT_PASSIVE,
    ORGANIZERS,
    OTHERS,
    READY,
    SMALL,
    SUBJECT,
    THANKED_FOR,
    THANKS,
    TO_EVENT,
    WITH,
)
from eventnotes.draft.forms import Form


def _any(needs: str) -> tuple[str, ...]:
    return tuple(needs.split("|"))


_ORGANIZED = _any("rgani|onven|put on|puts on|putting on|ogether|rranged|ordinated|andled")
BY = (
    Form(
        "organized-by",
        r"\b(?i:organi[sz](?:ed|ing|ation)|run|put (?:on|together)|convened|handled|arranged|co-?ordinated"
        r"|produced|initiated|launched|co-?chaired)"
        rf"{BEFORE_BY}{NAMES}",
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
        needs=(*_ORGANIZED, *_any("nitiated|roduced|aunched by|chaired| run |run by|Run by")),
    ),
    Form(
        "hosted-by",
        r"\b(?i:(?:co-?)?hosted|co-?sponsored|(?:was|were|be|been|are|is|am)\s+(?:\w+\s+)?(?:invited|asked)"
        rf"|brought to (?:you|us)|staged|held){BEFORE_BY}{NAMES}",
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
        "which-they-host",
        rf"\b(?:which|that)\s+(?:the\s+)?{NAMES}{BETWEEN}\s+"
        r"(?:co-?)?(?:organi[sz](?:es?|ed|ing)|host(?:s|ed|ing)?|runs?|ran|running|holds?|held|puts? on)\b(?!\s+by\b)",
        0.75,
        (
            ("I was at a summit that Tram Lab organised.", "Tram Lab"),
            ("FerryCon, which the Porto Tram Club has been running since 2013, sold out.", "Porto Tram Club"),
        ),
        needs=_any("rgani|host| run| ran |held |hold|put on|puts on"),
    ),
    Form(
        "together-with",
        rf"\b(?i:{WITH}|co-?(?:organi[sz]ed|hosted)(?:\s+[\w-]+){{0,4}}?\s+with"
        r"|\b(?:we|us|of)\s+(?:\w+\s+)?(?:team|partner)(?:ed|ing)\s+(?:up\s+)?with"
        rf"|(?:team|partner)(?:ed|ing)\s+(?:up\s+)?with(?=[^.!?]{{3,120}}\s(?:to\s+(?:co-?)?{HOST}\b|(?:for|on)\s{TO_EVENT}))"
        r"|(?:co-?operation|collaboration|partnership|joint (?:effort|event|initiative|production))\s+"
        r"(?:between|of|by)|under the (?:auspices|umbrella)\s+of|at the invitation of"
        r"|an? (?:initiative|project|programme|production|activity) of|the brainchild of|on behalf of)"
        rf"\s+{FRIENDS}{NAMES}",
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
        rf"{SUBJECT}(?:(?:{NOT_PASSIVE}(?:[Cc]o-?)?(?:organi[sz](?:ed|es|e)|conven(?:ed|es)|[Hh]ost(?:s|ed)?(?!(?<=ost)\s[{PARTY}]))"
        rf"|puts? on|puts?(?=\s(?:this|it|the\s\w+)\stogether)|pull(?:s|ed) off"
        rf"|{DOING}(?:co-?)?(?:organi[sz]ing|hosting|putting on)|invite[sd]?(?= (?:us|me|you)\b"
        r"(?! (?:in)?to (?:its|their) (?:\w+ )?(?:offices?|space|building|home|hall)\b))"
        rf"|(?:invite[sd]?|welcome[sd]?)(?=(?:\s[^.!?]{{2,90}}?)?\sto\s{TO_EVENT})"
        rf"|(?:brought together|gathered|welcomed)(?=\s[^.!?]{{0,90}}?{GUESTS})){ACTIVE}"
        rf"|(?:[a-z]+\s+){{0,3}}?{READY}(?:\s+up)?(?:\s+with\s[^.,;]{{2,80}}?)?\s+to\s+{HOST}\b"
        rf"|(?:team|partner)(?:s|ed)\s+(?:up\s+)?with\b(?=\s[^.!?]{{2,80}}?\s(?:for|on)\s{TO_EVENT}))",
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
            ("Our colleagues at Tram Lab and Kumo put this together in three months.", "Kumo"),
            ("Last week Kumo invited drivers to a workshop in Porto.", "Kumo"),
            ("Tram Lab, in partnership with Volta Grid, convened ninety drivers.", "Volta Grid"),
        ),
        needs=(
            *_ORGANIZED,
            *_any(
                "host|Host|gathered|welcome|to hold|to teach|to produce|to run|to celebrate|to announce|nvite|pull"
                "|teamed|partnered"
            ),
        ),
    ),
    Form(
        "we-at",
        rf"\b[Aa]t\s+{NAMES},?\s+we\s(?:hosted|organi[sz]ed|held|ran)\b",
        0.7,
        (("Here at Tram Lab, we hosted a meetup.", "Tram Lab"),),
        needs=(" we hosted", " we organi", " we held", " we ran"),
    ),
    Form(
        "we-here",
        rf"\b[Ww]e\s(?:[a-z]+ly\s)?(?:hosted|organi[sz]ed|held|ran)\s[^.!?]{{2,80}}?\b(?:here|over)\sat\s{NAMES}",
        0.7,
        (("Last night we hosted a meetup here at Tram Lab.", "Tram Lab"),),
        needs=("ere at ", "ver at "),
    ),
    Form(
        "joined",
        rf"\b[Jj]oin\s+(?:the\s+)?{NAMES}(?=\s+(?:(?:on|this|next)\s+[{PARTY}{TITLED}A-Z]|(?:for|at|as)\s[^.!?]{{1,60}}?"
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
        rf"{SUBJECT}(?:met|meets|meeting|gathered|got together|came together|convened)"
        r"(?=\s(?:(?:up|again|once more)\s)?(?:(?:on|in|at|last|this|for|to)\b|via\b|online\b|over\b))",
        0.7,
        (
            ("The Porto Tram Club met on Tuesday at the office of Kumo.", "Porto Tram Club"),
            ("Last night the Porto Tram Society gathered at the library.", "Porto Tram Society"),
        ),
        needs=(" met ", " meets ", "been meeting ", "gathered ", "together ", "convened "),
    ),
    Form(
        "holds",
        rf"{SUBJECT}(?:{NOT_PASSIVE}{HELD}|{DOING}(?:holding|running)"
        r"|(?:ha[ds]|gave|kicked off|wrapped up|concluded|celebrated|marked|opened|began|started) (?:its|their)"
        r"|opened the doors"
        rf"|(?:presented|produced)(?=\s+(?:the|this)\s+(?:\w+\s+)?{GATHERINGS})){ACTIVE}",
        0.75,
        (
            ("Volta Grid, funded by Kumo, held its very first meeting.", "Volta Grid"),
            ("In May 2021, Tram Lab ran FerryCamp for us.", "Tram Lab"),
            ("The Tram Agency presented the event, with thanks to Bo Ek.", "Tram Agency"),
        ),
        needs=_any(
            "held |hold| run| ran |launched|arrang|conclude|staged |deliver| does |conduct"
            "|throw|threw|offer|set up|coordinate|curate|celebrate"
            "|presented th|produced th"
            "|d its |d their |s its |s their |off its |off their |up its |up their |an its |an their "
            "|ave its |ave their |d the doors"
        ),
    ),
)
"""What tells who did it first, and then what was done."""
OWNERS = (
    Form(
        "whose-event",
        rf"(?P<name>{NAME})(?:[’']s|[’'](?=\s)|-(?:hosted|organi[sz]ed|run|led))\s+(?:\({NAME}\)\s+)?(?:(?:\d-day|\d+(?:st|nd|rd|th)|\d{{4}}|<MONTH>|<DAY>|(?!{SMALL}\b|(?:an?|back|by|how|into|the)\b)[a-z-]+)\s+){{0,5}}?"
        rf"(?:(?:{NAME}\s+)?(?:{GATHERINGS}|series|calls?|lectures?|celebrations?|hack ?(?:nights?|days?)|trainings?)\b"
        rf"(?!\s+(?!{SMALL}\b)[a-z]+)|[{EVENT}{OWN}]|(?<=(?:st|nd|rd|th|al)\s)[{TITLED}])",
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
        rf"{GATHERINGS}\b(?!\s(?!{SMALL}\b)[a-z]+)",
        0.65,
        (("I was at the Porto Tram Club meetup in May.", "Porto Tram Club"),),
        needs=_any("Group |Society |Club |Community |Association |Network |Chapter |community |group |chapter "),
    ),
)
"""What tells whose event it is."""
PLAIN = (
    Form(
        "behind",
        rf"{NAMES}(?:(?:,|\s+(?:is|are|was|were))\s+(?:the|an?)\s+(?:[a-z-]+\s+){{0,3}}?{BEHIND}"
        rf"|\s+(?:is|are|was|were)\s+behind\s+(?:(?:this|the)\s+(?:[\w-]+\s+){{0,2}}?{GATHERINGS}\b|[{TITLED}{OWN}{EVENT}]))",
        0.7,
        (
            ("Tram Lab, the organization producing this event, rang the bell.", "Tram Lab"),
            ("Tram Lab is the small company that runs this meetup.", "Tram Lab"),
            ("Tram Lab is behind FerryCon, which I attended in May.", "Tram Lab"),
        ),
        needs=(" behind ", "producing ", "running ", "rganiz", "rganis", "host", "runs ", "facilitat", "puts on"),
    ),
    Form(
        "who-is-behind",
        rf"\b{BEHIND}(?:,|\s+(?:is|are|was|were))\s+(?:the\s+)?{NAMES}",
        0.7,
        (
            ("The nonprofit that facilitates this event, Tram Lab, rang the bell.", "Tram Lab"),
            ("The people behind the conference are Ana Lima and Bo Ek.", "Bo Ek"),
        ),
        needs=(" behind ", "producing ", "running ", "rganiz", "rganis", "host", "runs ", "facilitat", "puts on"),
    ),
    Form(
        "did-well",
        rf"{NAMES}\s+(?:(?:has|have|had)\s+)?(?:did|done)\s+(?:such\s+)?(?:an?\s+)?(?:[a-z]+\s+){{1,3}}"
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
        rf"by\s+{FRIENDS}{NAMES}",
        0.7,
        (
            ("FerryCon is an event by Tram Lab.", "Tram Lab"),
            ("FerryCon, presented by Tram Lab, was held in May.", "Tram Lab"),
        ),
        needs=("resented by", "event by", "conference by", "summit by", "symposium by", "meetup by"),
    ),
    Form(
        "organized-abroad",
        rf"\b{ABROAD}(?:\s+(?!(?:von|par|por|und|et)\b)[^\s.,;]+){{0,4}}?"
        r"\s+(?:por|pel[oa]s?|par|von|vom|door|da|dal(?:la)?|przez)"
        rf"\s+(?:(?:\w+|l[’'])\s*+){{0,7}}?{NAMES}",
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
        rf"\b(?:von|vom|door)\s+(?:d\w{{1,2}}\s+)?{NAMES}\s+{ABROAD}",
        0.8,
        (("Der Tag wurde von der Volta Grid organisiert.", "Volta Grid"),),
        needs=("organisiert", "initiiert", "eranstaltet", "rganiseerd"),
    ),
    Form(
        "meeting-of",
        rf"(?<!est\s)(?:\b{GATHERINGS}|[{OWN}][{INNER}]*+)\s+of\s+(?:the\s+|our\s+)?"
        rf"(?P<name>[{PARTY}{TITLED}][{INNER}]*+)",
        0.8,
        (("On Monday I went to a [meeting](/m) of the Royal Tram Society in Porto.", "Royal Tram Society"),),
        needs=_any(
            "eeting of|eetup of|meet-up of|gathering of|event of|onference of|orkshop of|ackathon of|ummit of"
            "|ymposium of|ongress of|orum of|eminar of|ebinar of|estival of|amp of"
        ),
    ),
    Form(
        "organizer-of",
        rf"{NAMES}(?:,|(?:,\s+who)?\s+(?:is|was|are|were))\s+(?:one\s+of\s+)?(?:the\s+)?(?:[{EVENT}{TITLED}{OWN}][{INNER}]*+\s+)?"
        r"(?:\w+\s+and\s+)?(?:(?:main|lead|chief|head|event|conference|meetup)\s+)?(?:(?:co-?)?organi[sz]ers?\b"
        rf"(?=\s+(?:of|behind|for)\b(?!\s[{PARTY}{EVENT}])|[,.;!)]|\s*\Z)|hosts?\s+(?:of|for)\s+(?:this|the)\s(?:year[’']s\s)?{GATHERINGS}\b)",
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
        rf"\b(?<!{INNER}\s)(?<![/,&]\s)(?<![/,&-])(?<!and\s)(?<!community\s)(?<!union\s)(?:{ORGANIZERS}"
        rf"|(?:[Oo]ur|[Tt]he|year[’']s|event|gracious|wonderful|generous|lovely)\s+hosts?(?:\s+(?:for|of)\s+the\s+\w+)?"
        rf"|(?:creator|founder|initiator)s?\s+of\s+(?:the|this|our)\s+(?:[\w-]+\s+)?{GATHERINGS})\b"
        rf"(?:\s+(?:of|behind)\s+(?:[{TITLED}{OWN}][{INNER}]*+|(?:the|this)\s+(?:[\w-]+\s+)?{GATHERINGS})"
        r"(?=[,:]|\s+(?:are|were|is|was)\b))?\s*[,(:*–—-]*\s*"
        rf"(?:(?:are|were|is|was|most notably|especially|namely|including|like|(?<=s )(?:at|from))\s+)?"
        rf"(?:[Tt]he\s+)?{LISTED}",
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
        rf"{THANKS}[^.!?]{{0,120}}?(?<!\w)"
        r"(?P<work>(?:[a-z]+\s+){0,3}(?:leadership|efforts?|work|hospitality|initiative)\s+of\s+)?"
        rf"{FRIENDS}{LISTED}"
        rf"(?(work)|(?:(?:\s+(?:in particular|especially))?,?\s+(?:team\s+)?"
        rf"for\s+(?:all\s+)?(?:\w+ly\s+)?{THANKED_FOR}|,?\s+(?:and|&)\s+{OTHERS})\b)",
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
