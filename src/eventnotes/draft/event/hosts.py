"""Hosts: how organizers and venues are told."""

from __future__ import annotations

import re

from eventnotes.draft.forms import Form

_GROUP = r"(?:community|team|chapter|committee|group|club|society|collective|network|association)"
_NO_HOST = (
    r"(?!(?:On|In|At|During|For|After|Before|Last|This|That|These|From|As|When|While|With|By|Since|Today|Yesterday|Most"
    r"|Our|My|We|I|It|They|He|She|You|And|But|So|If|Thanks|Special|Big|Many|Some|All|Each|Every|Here|There|Then|Now|What"
    r"|Who|How|Why|MC|Q&A|The|An?(?=\s[a-z])|Recently|Earlier|Together|Join(?:ed|tly)|Organi[sz]ed|Hosted|Led|Run"
    r"|Next|Congratulations|Kudos|Members|<DAY>|<MONTH>)\b|20\d\d|\d{1,2}(?:st|nd|rd|th)?\b)"
)
_WORD = r"(?:(?:[A-Z]\.){2,}|[a-z]{1,6}[A-Z]\w+|(?!I\b)[A-Z0-9À-Þ](?:[\w&+/.@-]|[’'](?!s?(?:\W|$)))*(?<![.'’]))"
"""A word of a name, without the possessive."""
_JOINED = r" +(?:(?:of|for|and|&|de|du|des|la|on|in|the) +){0,2}"
NAME = rf"(?:the\s+)?{_NO_HOST}{_WORD}(?:{_JOINED}{_WORD}){{0,8}}"
_HOST = (
    rf"(?:@\w+|(?:{_WORD}(?:\s+{_WORD})?[’']s\s+(?=[A-Z]))?{NAME}(?:\s+\([A-Z][\w.& -]*\)(?:\s+{NAME})?)?"
    rf"(?:(?:\s+(?!(?:and|with|her|his|our)\b)[a-z-]+){{0,3}}\s+{_GROUP}\b(?:\s+(?:at|of)\s+{NAME})?)?)"
)
_OWNER = rf"{_NO_HOST}{_WORD}(?:\s+(?:(?:of|and|&)\s+(?:the\s+)?)?{_WORD}){{0,6}}(?:\s+{_GROUP})?"
_FROM = rf"(?:,?\s+(?:from|at)\s+{NAME})?"
HOSTS = (
    rf"(?P<name>{_HOST}(?:{_FROM},?\s+(?:and|&)\s+(?:also\s+)?(?:the\s+)?{_HOST}"
    rf"|,\s+{_HOST}(?=,|\s+and\s))*)"
)
_KIND_OF_FRIENDS = r"(?:friends|folks|people|team|colleagues|guys|crew|community|members|volunteers)"
FRIENDS = (
    rf"(?:(?:(?:our|my|the|its|a)\s+)?(?:[a-z]+\s+){{0,3}}?{_KIND_OF_FRIENDS}\s+(?:over\s+)?(?:at|from|of|behind)\s+)?"
    r"(?:(?:the|our|a|local)\s+)?(?:(?:amazing|wonderful|great|lovely|fine|good|kind|always|local|awesome|fantastic"
    r"|incredible|brilliant)\s+){0,2}(?:(?:group|meetup|company|startup)\s+)?"
)
_ADVERBS = (
    r"(?:\s+(?:has|have|had|is|are|was|were|will|be|been|also|again|once|just|first|together|both|all|team"
    r"|(?!famil|on)\w+ly))*"
)
_NOT_PASSIVE = r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbeen\s)(?<!\bbe\s)"
_PROUD = r"(?:(?:so|very|really)\s+)?(?:honou?red|proud|pleased|excited|delighted|thrilled|happy|privileged|glad)"
_DID = (
    rf"{_ADVERBS}\s+(?:(?:sponsored|planned|created|founded|funded|initiated)\s+and\s+)?(?:{_NOT_PASSIVE}(?:co-?)?(?:hosted|hosts|host|organi[sz](?:ed|es|e)|held|holds|hold|conven(?:ed|es)|staged"
    rf"|launched)|(?<=(?:is|re|as)\s){_PROUD}\s+to\s+(?:be\s+)?(?:co-?)?(?:host(?:ing)?|produce|present|announce|organi[sz]e|hold|run|offer)"
    r"|puts?\s+(?:on|together)|ran|runs|run|(?:had|has)\s+(?:its|their)"
    r"|(?<=(?:is|re|as|en|be)\s)(?:co-?)?(?:hosting|organi[sz]ing|holding|running|putting on)"
    r"|(?:team|partner|join|work)(?:ed|s)?\s+(?:up|forces|together|with\s+[^,.]{2,40})\s*(?:with\s+[^,.]{2,40}\s*)?to"
    r"\s+(?:co-?)?(?:host|hold|teach|organi[sz]e|run|put|bring|offer|present|launch|deliver))\b"
)
_KINDS = (
    r"(?:(?i:events?|conferences?|summits?|meet-?ups?|workshops?|hackathons?|webinars?|seminars?|panels?|symposium"
    r"|unconference|meetings?|gatherings?|round-?tables?|forums?|festivals?|sessions?|(?:boot)?camps?|talks?|weeks?|days?"
    r"|evenings?|nights?|lectures?|celebrations?|retreats?|sprints?|calls?|trainings?|series|roadshows?|conversations?"
    r"|discussions?)|\w+(?:Con|Conf|Camp|Fest|Days?)(?:[A-Z]\w*)?)"
)
_GATHERINGS = (
    r"(?i:events?|conferences?|summit|meet-?ups?|workshops?|hackathon|webinars?|seminars?|symposium|unconference"
    r"|gathering|round-?table|forum|festival|meeting|camp)"
)
_COINED = r"[A-Za-z]\w*(?:Con|Conf|Camp|Fest|Days?)"
_OBJECT = rf"(?:[^.;!?\n]|\.(?=\w|\s[a-z])){{0,90}}?\b{_KINDS}\b"
_AND_TEAM = r"\s+and\s+(?:her|his|their|the|our)\s+(?:[a-z]+\s+){0,2}(?:team|crew|colleagues|friends|others|volunteers)"
_WHAT = rf"(?:us\b(?=\s+(?:at|in|for|on|and|with|again)\b|[.,!])|{_OBJECT})"
HOSTING = re.compile(rf"(?<!\s){_DID}\s+{_WHAT}")
"""What `organization-hosted` has after the name, which is far faster to look for."""
_BY = rf"(?:\s+(?!by\b)[a-z]+|,\s+as always|,?\s+(?:at|in)\s+(?:the\s+[a-z]+\s+)?{NAME}){{0,5}}?,?\s+by\s+"
_ORGANIZED = r"\b(?i:organi[sz](?:ed|ing|ation)|run|put (?:on|together)|convened|handled|arranged|co-?ordinated)"
_HOSTED = r"\b(?i:hosted|brought to (?:you|us)|staged|held)"
TITLED = Form(
    "title-hosts",
    rf"^\W*{HOSTS}\s+(?i:(?:to\s+)?(?:co-?)?(?:hosts?|hosted|holds|organi[sz]es?))\s+\w",
    0.8,
    (("# Tram Lab Hosts FerryCamp\n\nIt rained.", "Tram Lab"),),
)
"""A title that is a sentence."""
LINKED = Form(
    "linked-host",
    rf"(?:{_ORGANIZED}|{_HOSTED}){_BY}{FRIENDS}\Z",
    0.8,
    (
        ("A fine day organised by the lovely people at [tramlab](http://tramlab.org).", "tramlab"),
        ("The meetup was hosted by [tram Labs](http://tramlab.org), in Porto.", "tram Labs"),
    ),
)
"""What stands before a link whose words begin in small letters, as some organizations do."""
ORGANIZERS = (
    Form(
        "organized-by",
        rf"{_ORGANIZED}{_BY}{FRIENDS}{HOSTS}",
        0.8,
        (
            ("The day was organised by Harbour Clinic and it rained.", "Harbour Clinic"),
            ("It was organised by Amara Okafor and Li Wei.", "Amara Okafor"),
            ("It was organised by Amara Okafor and Li Wei.", "Li Wei"),
            (
                "This event is being organised jointly by Volta Grid and the Porto regional tram community.",
                "Volta Grid",
            ),
            (
                "This event is being organised jointly by Volta Grid and the Porto regional tram community.",
                "Porto regional tram community",
            ),
            ("The meetup was put together by our friends at Tram Lab.", "Tram Lab"),
            ("It has been organised by the amazing @TramLab, again.", "@TramLab"),
            ("The summit was run by the good people of Volta Grid.", "Volta Grid"),
            ("A new event, extremely well run by Ana Lima and the rest of the team.", "Ana Lima"),
        ),
        needs=(" by ",),
    ),
    Form(
        "hosted-by",
        rf"{_HOSTED}{_BY}{FRIENDS}{HOSTS}",
        0.8,
        (
            ("It was hosted by Kumo, Harbour Clinic and Tram Lab.", "Tram Lab"),
            ("A workshop hosted this year by Harbour Clinic.", "Harbour Clinic"),
            ("The day was hosted at Volta Hall by the Porto Tram Society.", "Porto Tram Society"),
            (
                "A meetup hosted by the Department of Trams at Porto University.",
                "Department of Trams",
            ),
        ),
        needs=(" by ",),
    ),
    Form(
        "event-hosted-by",
        rf"(?:\b[Tt](?:his|he)\s+(?:[\w-]+\s+){{0,3}}?{_GATHERINGS}|\b[A-Z]\w+(?:\s+20\d\d)?)"
        r",?\s+(?:which\s+)?(?:is|was|are|were|has\s+been|have\s+been)\s+"
        r"(?:being\s+)?(?:\w+ly\s+)?(?:hosted|organi[sz]ed|run|put on|convened|arranged)"
        rf"(?:\s+[a-z]+){{0,2}}?\s+by\s+{FRIENDS}{HOSTS}",
        0.7,
        (
            ("The event was organised jointly by Tram Lab and Kumo.", "Kumo"),
            ("FerryCamp has been organised by @TramLab since then.", "@TramLab"),
        ),
        needs=(" by ",),
    ),
    Form(
        "made-by",
        rf"(?:\b(?:{_GATHERINGS}|{_COINED})(?:\s+20\d\d)?,?\s+"
        r"(?:(?:which\s+)?(?:is|was|are|were|has been)\s+)?(?:\w+ly\s+)?"
        rf"(?:(?:presented|produced|curated|offered|initiated|(?:co-)?chaired|started|founded|led|lead)\s+)?by"
        rf"|(?:^|[.!?]\s+)Led\s+by)\s+{FRIENDS}{HOSTS}\b"
        r"(?!\s+(?!at|in|on|for|and|with|of|to|from|as)[a-z]+(?:\s+[a-z]+)?\s+[A-Z])",
        0.7,
        (
            ("It is a series of events presented by Tram Lab.", "Tram Lab"),
            ("It was a small meetup by Tram Lab.", "Tram Lab"),
            ("This year's conference was co-chaired by Ana Lima, from Kumo, and Bo Ek from Volta.", "Ana Lima"),
            ("This year's conference was co-chaired by Ana Lima, from Kumo, and Bo Ek from Volta.", "Bo Ek"),
            ("Led by Tram Lab, the event filled the hall.", "Tram Lab"),
        ),
        needs=(" by ",),
    ),
    Form(
        "together-with",
        r"\b(?i:in\s+(?:close\s+)?(?:collaboration|partnership|cooperation|co-operation|conjunction|association)\s+with"
        r"|(?:together|jointly)\s+with|(?:collaboration|partnership|joint (?:effort|event|initiative))\s+"
        r"(?:between|of|by)|under the (?:auspices|umbrella|aegis|banner|patronage)\s+of|at the invitation of"
        rf"|an initiative of)\s+{FRIENDS}{HOSTS}",
        0.65,
        (
            ("The event was run in partnership with Tram Lab and Kumo.", "Kumo"),
            ("Volta Grid held the meetup, in collaboration with Tram Lab.", "Tram Lab"),
            ("Together with Volta Grid, Kumo organised a workshop on bells.", "Volta Grid"),
            ("The event was a joint effort of Kumo and Tram Lab.", "Tram Lab"),
            ("The day was held under the auspices of Tram Lab.", "Tram Lab"),
        ),
        needs=(
            *("ation with ", "ership with ", "unction with ", "ether with ", "ointly with ", "ion between ", "joint "),
            *("ership between ", "auspices", "umbrella", "aegis", "banner", "patronage", "invitation of ", "ative of "),
        ),
    ),
    Form(
        "organization-hosted",
        rf"{HOSTS}(?:,\s+[^,.;]{{2,70}},|\s+\([^()]{{2,60}}\)|\s+at\s+{NAME}|{_AND_TEAM})?{_DID}\s+{_WHAT}",
        0.75,
        (
            ("Last week, Harbour Clinic hosted a workshop on forms.", "Harbour Clinic"),
            ("As you know, our friends from the Porto chapter are hosting the first tram meetup.", "Porto chapter"),
            ("Volta Grid, funded by Kumo, held its very first meeting.", "Volta Grid"),
            ("Harbour Libraries and Porto Libraries teamed up to teach a workshop.", "Harbour Libraries"),
            ("Harbour Libraries and Porto Libraries teamed up to teach a workshop.", "Porto Libraries"),
            ("The Girls on Trams club at Porto High recently hosted a panel.", "Girls on Trams club at Porto High"),
            ("In May 2021, Tram Lab ran FerryCamp for us.", "Tram Lab"),
            ("Last night Volta Grid held a meetup.", "Volta Grid"),
            ("On Wednesday, March 1, the Carpenters will host the second of three panels.", "Carpenters"),
            ("Ana Lima and Bo Ek organized the event.", "Bo Ek"),
            ("Kumo has been organising this event since 2012.", "Kumo"),
            ("We at Tram Lab hosted our first hackathon.", "Tram Lab"),
            ("Members of the Porto Tram Society organised a meetup.", "Porto Tram Society"),
            ("Tram Lab is honoured to produce FerryCamp 2019 this spring.", "Tram Lab"),
            ("Volta Grid and Kumo were delighted to host the evening.", "Kumo"),
            ("Kumo kindly hosted us at their office.", "Kumo"),
            ("Kumo sponsored and hosted the event.", "Kumo"),
            ("Ana Lima and her team organised the event.", "Ana Lima"),
        ),
        needs=(
            *("hosted ", "hosts ", "host ", "hosting ", "organi", "held ", "hold ", "holds ", "holding ", "convene"),
            *("put on ", "puts on ", "putting on ", "together ", " ran ", " run ", " runs ", " running ", "staged "),
            *("launched ", "eamed up ", "orces ", "nered with ", "ad its ", "as its ", "ad their ", "ed to", "ed up "),
        ),
    ),
    Form(
        "presented-event",
        rf"(?:^|[.!?]\s+)(?:[Tt]he\s+)?{HOSTS}\s+(?:presented|sponsored and organi[sz]ed|produced)\s+(?:the|this)\s+"
        rf"(?:\w+\s+)?{_GATHERINGS}\b",
        0.7,
        (("The Tram Agency presented the event, with thanks to Bo Ek.", "Tram Agency"),),
        needs=("presented", "produced", "sponsored"),
    ),
    Form(
        "brought-together",
        rf"{HOSTS}{_ADVERBS}\s+(?:brought together|gathered|convened|welcomed|hosted)\s+(?:[\w,-]+\s+){{0,8}}?"
        r"(?:people|attendees|participants|experts|guests|professionals|delegates|[a-z]+ers|[a-z]+ists)\b",
        0.7,
        (
            ("On May 5, Volta Grid brought together nearly 500 energy experts.", "Volta Grid"),
            ("In May, the Tram School hosted an array of climate researchers from Porto.", "Tram School"),
        ),
        needs=("brought together", "gathered", "convened", "welcomed", "hosted"),
    ),
    Form(
        "host-thanks",
        rf"(?:^|[.;]\s+)(?:[Tt]he\s+)?{HOSTS}\s+(?:would like to thank|thanks|wants to thank)\s+"
        r"(?:everyone|everybody|all|you)\b",
        0.7,
        (("The Porto Trams team would like to thank everyone for coming.", "Porto Trams team"),),
        needs=("thank",),
    ),
    Form(
        "whose-event",
        r"(?:(?:^|[.!?]\s+)(?:[Tt]he\s+)?|\b(?:at|for|attended|attend|attending|marked|saw|of|to|joined|during|from|is|was|in|about)"
        rf"\s+(?:the\s+)?)(?P<name>{_OWNER})(?:[’']s|(?<=s)[’'])(?!\s+Day\b)"
        r"\s+(?:\([A-Z]+\)\s+)?(?:(?:\d-day|\d+(?:st|nd|rd|th)|[a-z-]+)\s+){0,5}?"
        r"(?:[A-Z][\w-]+\s+(?:20\d\d\s+)?){0,4}?"
        rf"(?:{_GATHERINGS}|(?:online|public|virtual|monthly|first|annual)\s+panel|{_COINED})\b(?!\s+[a-z]+ies\b)",
        0.65,
        (
            ("We gathered for Volta Grid’s online community summit.", "Volta Grid"),
            ("I was at Volta Grid's annual Tram Summit.", "Volta Grid"),
            ("The Tram Centre's most recent Data Forum took place last week.", "Tram Centre"),
            ("FerryCon is Kumo's yearly conference.", "Kumo"),
        ),
        needs=("’s", "'s", "s’", "s'"),
    ),
    Form(
        "organization-and-kind",
        r"\b(?:the|a|an|our|first|annual|monthly|attended|at)\s+"
        rf"(?P<name>{_NO_HOST}(?!Working|User|Focus)(?:[A-Z][\w&.-]*\s+(?:(?:of|for|and)\s+)?){{0,6}}?"
        r"(?:Museums?|[A-Z]?\w*[Cc]lub|Society|Association|University|College|Institute|Foundation|Libraries|Library|Council"
        r"|Department|Community|Network|Chapter|Group|Academy|Alliance|Federation|Union|Guild|Collective)"
        rf"(?:\s+of\s+{_WORD}(?:\s+{_WORD}){{0,3}}?)?)(?:\s+(?:annual|national|regional|[A-Z][a-z]+al))?\s+{_GATHERINGS}\b",
        0.65,
        (
            (
                "These are notes from the Museums of Porto Foundation conference on bells.",
                "Museums of Porto Foundation",
            ),
            ("It was the first TramClub conference in Oslo.", "TramClub"),
            ("I attended my first Society of Tram Drivers National Conference.", "Society of Tram Drivers"),
        ),
        needs=(
            *("useum", "lub ", "ociety", "ssociation", "niversity", "ollege", "nstitute", "oundation", "ibrar"),
            *("ouncil", "epartment", "ommunity", "etwork", "hapter", "roup", "cademy", "lliance", "ederation"),
            *("nion", "uild", "ollective"),
        ),
    ),
    Form(
        "we-at",
        rf"\b[Aa]t\s+(?:the\s+)?{HOSTS},?\s+we\s+(?:recently\s+|just\s+)?"
        r"(?:hosted|held|organi[sz]ed|ran|put on|convened)\b",
        0.75,
        (("At Tram Lab, we recently hosted our first hackathon.", "Tram Lab"),),
        needs=(" we ",),
    ),
    Form(
        "who-organizes",
        rf"(?P<name>{_HOST})(?:,?\s+(?:who|which)\s+(?:\w+\s+){{0,2}}?(?:organi[sz]e[sd]?|runs?|ran|host(?:s|ed)|founded"
        r"|puts?\s+(?:on|together))\b(?=\s+(?:the|this|it|us|our|a|an|these|(?!<MONTH>|<DAY>)[A-Z]))|(?:,|\s+(?:is|was|are|were))\s+(?:one\s+of\s+)?(?:the\s+)?"
        r"(?:\w+\s+and\s+)?(?:(?:main|lead|chief|head|event|conference|meetup)\s+)?(?:co-?)?organi[sz]ers?\b"
        r"(?=\s+(?:of|behind|for)\b|,|\)))",
        0.7,
        (
            ("Ana Lima, who organizes the meetup, rang the bell.", "Ana Lima"),
            ("I met Bo Ek, one of the organizers of the day.", "Bo Ek"),
            ("Tram Lab, the main organiser of it, rang the bell.", "Tram Lab"),
            ("Thanks to the people at [Tram & Bell](/t) who put on the event.", "Tram & Bell"),
        ),
        needs=(" who ", " which ", "rganizer", "rganiser"),
    ),
    Form(
        "host-hyphen",
        r"\b(?P<name>(?!(?:An?|The)\b)[A-Z][\w.&]*(?:\s[A-Z][\w.&]*){0,2})-(?:hosted|organi[sz]ed|run|led)\s+"
        r"(?:\w+\s+){0,2}?" + _GATHERINGS,
        0.7,
        (("It was a Kumo-hosted meetup.", "Kumo"),),
        needs=("-hosted", "-organi", "-run", "-led"),
    ),
    Form(
        "meeting-of",
        r"\b(?:(?i:monthly|weekly|annual|regular|quarterly|latest|recent|first|last|next|a|an|the)|(?:<MONTH>\s+)?20\d\d|<MONTH>)\s+"
        r"(?:meeting|meet-?up|gathering"
        rf"|event|conference|workshop)\s+of\s+(?:the\s+|our\s+)?(?P<name>{_HOST})",
        0.8,
        (
            ("Last night was the monthly meeting of the Porto Tram Club.", "Porto Tram Club"),
            ("On Monday I went to a [meeting](/m) of the Royal Tram Society in Porto.", "Royal Tram Society"),
        ),
        needs=("meeting of", "meetup of", "meet-up of", "gathering of", "event of", "conference of", "workshop of"),
    ),
    Form(
        "organizers-named",
        r"(?<![/,&]\s)(?<![/,&])(?<!and\s)\b(?i:(?:co-?)?organi[sz]ers?|conven[eo]rs?|organi[sz]ing (?:team|committee)"
        r"|(?:conference|event|workshop|general)\s+(?:co-?)?chairs?|(?:our|the|event|gracious|wonderful|generous|lovely)\s+hosts?(?:\s+(?:for|of)\s+the\s+\w+)?)\b\s*[,(:–—-]*\s*"
        rf"(?:(?:are|were|is|was|most notably|especially|namely|including|like|(?<=hosts )(?:at|from))\s+)?{HOSTS}",
        0.7,
        (
            ("The organizers (most notably Ana and Bo) put in a lot.", "Bo"),
            ("Then the organiser, Ana Lima, welcomed us.", "Ana Lima"),
            ("The organizers were Ana Lima, Bo Ek and Li Wei.", "Li Wei"),
            ("Then our hosts, Ana Lima and Bo Ek, rang the bell.", "Bo Ek"),
            ("A big thank you to our host Tram Lab.", "Tram Lab"),
            ("Our host for the evening was Tram Lab.", "Tram Lab"),
            ("The conveners, Ana Lima and Bo Ek, showed a map.", "Bo Ek"),
        ),
        needs=("rgani", "host", "chair", "onvene", "onvenor"),
    ),
    Form(
        "organizers-label",
        r"(?im)^\W*(?:(?:conference|event|workshop|meetup|lead|main)\s+)?(?:(?:co-?)?organi[sz]ers?|co-?ordinators?|"
        r"organi[sz]ing (?:committee|team)|hosts|hosted by|organi[sz]ed by|conven[oe]rs?)"
        r"\s*\W*:\W*\s*"
        r"(?P<name>[^\n]{2,80})",
        0.8,
        (("Organiser: Harbour Clinic", "Harbour Clinic"), ("**Hosts:** Ana Lima, Bo Ek", "Bo Ek")),
        needs=("rgani", "RGANI", "ordinator", "osts", "OSTS", "osted", "OSTED", "onven", "ONVEN"),
    ),
)
ANYWHERE = frozenset(
    [
        *("organizers-heading", "organizers-label", "organizers-named", "event-hosted-by", "presented-event"),
        *("thanked", "thanked-team", "thanked-crew"),
    ]
)
"""Forms that a post may have at its end."""
ORGANIZING = frozenset(
    [
        *("organizers-heading", "organizers-label", "organizers-named", "organized-by", "who-organizes"),
        *("thanked", "thanked-crew", "organization-hosted"),
    ]
)
"""Forms by which somebody who speaks is an organizer too."""
BELOW = Form(
    "organizers-heading",
    r"(?i)^(?:\W|thanks?\b|you\b|to\b|our\b|the\b|[\w-]+\s+\d{4}\b|event\b|conference\b|local\b|meet\b|about\b)*"
    r"(?:organi[sz]ers?|organi[sz]ing (?:committee|team)|organi[sz]ation|hosts|hosted by|organi[sz]ed by)\W*$",
    0.75,
    (
        ("## Organizers\n\n- Ana Lima, Kumo\n- Bo Ek (Volta)", "Bo Ek"),
        ("## Thanks to our hosts\n\n* Tram Lab\n* City of Porto", "City of Porto"),
    ),
)
