"""Hosts: how organizers and venues are told."""

from __future__ import annotations

from eventnotes.draft.forms import Form

_GROUP = r"(?:community|team|chapter|committee|group|club|society|collective|network|association)"
_NO_HOST = (
    r"(?!(?:On|In|At|During|For|After|Before|Last|This|That|These|From|As|When|While|With|By|Since|Today|Yesterday|Most"
    r"|Our|My|We|I|It|They|He|She|You|And|But|So|If|Thanks|Special|Big|Many|Some|All|Each|Every|Here|There|Then|Now|What"
    r"|Who|How|Why|MC|Q&A)\b|20\d\d|\d{1,2}(?:st|nd|rd|th)\b)"
)
_HOST = (
    rf"(?:@\w+|{_NO_HOST}<ORGANIZATION>(?:\s+\([A-Z][\w.&-]*\)(?:\s+<ORGANIZATION>)?)?"
    rf"(?:(?:\s+[a-z-]+){{0,3}}\s+{_GROUP}\b(?:\s+(?:at|of)\s+<ORGANIZATION>)?)?)"
)
_HOSTS = rf"(?P<name>{_HOST}(?:,?\s+(?:and|&)\s+(?:the\s+)?{_HOST}|,\s+{_HOST}(?=,|\s+and\s))*)"
_KIND_OF_FRIENDS = r"(?:friends|folks|people|team|colleagues|guys|crew|community|members)"
_FRIENDS = (
    rf"(?:(?:(?:our|my|the|its|a)\s+)?(?:[a-z]+\s+){{0,3}}?{_KIND_OF_FRIENDS}\s+(?:over\s+)?(?:at|from|of|behind)\s+)?"
    r"(?:(?:the|our|a|local)\s+)?(?:(?:amazing|wonderful|great|lovely|fine|good|kind|always|local|awesome|fantastic"
    r"|incredible|brilliant)\s+){0,2}(?:(?:group|meetup|company|startup)\s+)?"
)
_ADVERB = r"(?:(?:recently|co-|jointly|also|again|once again|just|proudly|together)\s*)?"
_DID = (
    r"(?:hosted|hosts|organi[sz]ed|organi[sz]es|held|holds|convened|convenes|put on|ran|runs|staged|launched|kicked off"
    r"|will (?:host|hold|run|organi[sz]e)"
    r"|(?:is|are|was|were|will be)\s+(?:co-?)?(?:hosting|organi[sz]ing|running|holding)"
    r"|(?:team|partner|join|work)(?:ed|s)?\s+(?:up|forces|together|with\s+[^,.]{2,40})\s*to\s+(?:co-?)?(?:host|hold|teach"
    r"|organi[sz]e|run|put|bring|offer|present|launch|deliver))"
)
_KINDS = (
    r"(?:(?i:events?|conference|summit|meet-?ups?|workshops?|hackathon|webinars?|seminars?|panel|symposium|unconference"
    r"|meetings?|gathering|roundtable|forum|festival|session|camp|bootcamp|talks?|week|day|evening|night|lecture"
    r"|celebration|retreat|sprint|call|training|series|roadshow|conversation|discussion)|\w+(?:Con|Conf|Camp|Fest|Days?))"
)
_GATHERINGS = (
    r"(?i:events?|conference|summit|meet-?ups?|workshops?|hackathon|webinars?|seminars?|symposium|unconference|gathering"
    r"|roundtable|forum|festival|meeting|training|camp)"
)
_OBJECT = rf"(?:[^.;!?\n]|\.(?=\w|\s[a-z])){{0,90}}?\b{_KINDS}\b"
ORGANIZERS = (
    Form(
        "hosted-by",
        r"\b(?i:hosted|organi[sz]ed|organi[sz]ing|run|put on|put together|convened|co-hosted|co-organi[sz]ed"
        r"|handled|brought to you|facilitated|arranged|curated|staged|held)(?:\s+[a-z]+|,\s+as always,?){0,2}?\s+by\s+"
        rf"{_FRIENDS}{_HOSTS}",
        0.8,
        (
            ("The day was organised by Harbour Clinic and it rained.", "Harbour Clinic"),
            ("It was organised by Amara Okafor and Li Wei.", "Amara Okafor"),
            ("It was organised by Amara Okafor and Li Wei.", "Li Wei"),
            ("It was hosted by Kumo, Harbour Clinic and Tram Lab.", "Tram Lab"),
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
            ("A workshop hosted this year by Harbour Clinic.", "Harbour Clinic"),
        ),
        needs=(" by ",),
    ),
    Form(
        "event-hosted-by",
        rf"(?:\b[Tt](?:his|he)\s+(?:[\w-]+\s+){{0,3}}?{_GATHERINGS}|\b[A-Z]\w+(?:\s+20\d\d)?)"
        r"\s+(?:is|was|are|were|has\s+been|have\s+been)\s+"
        rf"(?:being\s+)?(?:\w+ly\s+)?(?:hosted|organi[sz]ed|run|put on|convened|arranged)"
        rf"(?:\s+[a-z]+){{0,2}}?\s+by\s+{_FRIENDS}{_HOSTS}",
        0.7,
        (
            ("The event was organised jointly by Tram Lab and Kumo.", "Kumo"),
            ("FerryCamp has been organised by @TramLab since then.", "@TramLab"),
        ),
        needs=(" by ",),
    ),
    Form(
        "presented-by",
        r"\b(?i:event|conference|series|summit|festival|meet-?up|workshop|webinar|hackathon)s?,?\s+(?:(?:is|was|are|were)\s+)?"
        rf"(?:proudly\s+)?(?:presented|produced|curated|offered|initiated)\s+by\s+{_FRIENDS}{_HOSTS}",
        0.7,
        (("It is a series presented by Tram Lab.", "Tram Lab"),),
        needs=("ed by ",),
    ),
    Form(
        "under-auspices",
        rf"\b(?:under the (?:auspices|umbrella|aegis|banner|patronage)|at the invitation|an initiative)\s+of\s+"
        rf"{_FRIENDS}{_HOSTS}",
        0.65,
        (("The day was held under the auspices of Tram Lab.", "Tram Lab"),),
        needs=(
            "auspices",
            "umbrella",
            "aegis",
            "banner",
            "patronage",
            "behalf",
            "invitation of",
            "initiative of",
            "project of",
        ),
    ),
    Form(
        "thanked-team",
        r"\b(?i:thanks|thank you|kudos|shout-?\s?outs?|hats off|props|congrat(?:ulation)?s)\s+(?:[\w,]+\s+){0,3}?to\s+"
        r"(?:(?:the|all|entire|whole|amazing|wonderful|fantastic|great)\s+)*"
        r"(?P<name><ORGANIZATION>\s+(?:team|crew|organi[sz]ers|committee|volunteers))\b",
        0.7,
        (("Many thanks to the whole TramConf team!", "TramConf team"),),
        needs=("team", "crew", "rgani", "committee", "volunteers"),
    ),
    Form(
        "organization-hosted",
        rf"(?:^|[.,;]\s+|\b(?:and|when|where|that|as)\s+|\b{_KIND_OF_FRIENDS}\s+(?:at|from)\s+)(?:[Tt]he\s+)?{_HOSTS}"
        rf"(?:,\s+[^,.;]{{2,70}},|\s+\([^()]{{2,60}}\))?\s+{_ADVERB}{_DID}\s+{_OBJECT}",
        0.75,
        (
            ("Last week, Harbour Clinic hosted a workshop on forms.", "Harbour Clinic"),
            ("As you know, our friends from the Porto chapter are hosting the first tram meetup.", "Porto chapter"),
            ("Volta Grid, funded by Kumo, held its very first meeting.", "Volta Grid"),
            ("Harbour Libraries and Porto Libraries teamed up to teach a workshop.", "Harbour Libraries"),
            ("Harbour Libraries and Porto Libraries teamed up to teach a workshop.", "Porto Libraries"),
            ("The Girls on Trams club at Porto High recently hosted a panel.", "Girls on Trams club at Porto High"),
            ("In May 2021, Tram Lab ran FerryCamp for us.", "Tram Lab"),
        ),
        needs=(
            "host",
            "organi",
            "held ",
            "holds ",
            "holding",
            "conven",
            "put on",
            " ran ",
            " runs ",
            "running",
            "stage",
            "launch",
            "kicked",
            "up to ",
            "together to ",
            "forces to ",
            " to host",
            " to run",
            " to organi",
        ),
    ),
    Form(
        "brought-together",
        rf"(?:^|[.,;]\s+)(?:[Tt]he\s+)?{_HOSTS}\s+{_ADVERB}(?:brought together|gathered|convened|welcomed)\s+"
        r"(?:[\w,-]+\s+){0,8}?"
        r"(?:people|attendees|participants|experts|guests|leaders|professionals|developers|members|delegates)\b",
        0.7,
        (("On May 5, Volta Grid brought together nearly 500 energy experts.", "Volta Grid"),),
        needs=("together", "gathered", "convened", "welcomed"),
    ),
    Form(
        "host-thanks",
        rf"(?:^|[.;]\s+)(?:[Tt]he\s+)?{_HOSTS}\s+(?:would like to thank|thanks|wants to thank)\s+"
        r"(?:everyone|everybody|all|you)\b",
        0.7,
        (("The Porto Trams team would like to thank everyone for coming.", "Porto Trams team"),),
        needs=("thank",),
    ),
    Form(
        "whose-event",
        rf"\b(?:at|for|attended|attend|attending|of|to|joined|during)\s+(?:the\s+)?(?P<name>{_HOST})(?:[’']s|(?<=s)[’'])"
        r"\s+(?:\([A-Z]+\)\s+)?(?:(?:\d-day|\d+(?:st|nd|rd|th)|[a-z]+)\s+){0,5}?"
        r"(?:[A-Z][\w-]+\s+(?:20\d\d\s+)?){0,4}?"
        rf"(?:{_GATHERINGS}|\w+(?:Con|Conf|Camp|Fest|Days?))\b",
        0.65,
        (
            ("We gathered for Volta Grid’s online community summit.", "Volta Grid"),
            ("I was at Volta Grid's annual Tram Summit.", "Volta Grid"),
        ),
        needs=("’s", "'s", "s’", "s'"),
    ),
    Form(
        "organization-and-kind",
        rf"\b(?:the|a|an|our|first|annual|monthly|attended|at)\s+"
        rf"(?P<name>{_NO_HOST}(?!Working|User|Focus)(?:[A-Z][\w&.-]*\s+(?:(?:of|for|and)\s+)?){{0,6}}?"
        r"(?:Museums?|[A-Z]?\w*[Cc]lub|Society|Association|University|College|Institute|Foundation|Libraries|Library|Council"
        r"|Department|Community|Network|Chapter|Group|Academy|Alliance|Federation|Union|Guild|Collective))"
        rf"(?:[’']s?)?\s+(?:annual\s+)?{_GATHERINGS}\b",
        0.65,
        (
            (
                "These are notes from the Museums of Porto Foundation conference on bells.",
                "Museums of Porto Foundation",
            ),
            ("It was the first TramClub conference in Oslo.", "TramClub"),
        ),
        needs=(
            "useum",
            "lub ",
            "lub’",
            "ociety",
            "ssociation",
            "niversity",
            "ollege",
            "nstitute",
            "oundation",
            "ibrar",
            "ouncil",
            "epartment",
            "ommunity",
            "etwork",
            "hapter",
            "roup",
            "cademy",
            "lliance",
            "ederation",
            "nion",
            "uild",
            "ollective",
        ),
    ),
    Form(
        "we-at",
        rf"\b[Aa]t\s+(?:the\s+)?{_HOSTS},?\s+we\s+(?:recently\s+|just\s+)?"
        r"(?:hosted|held|organi[sz]ed|ran|put on|convened)\b",
        0.75,
        (("At Tram Lab, we recently hosted our first hackathon.", "Tram Lab"),),
        needs=(" we ",),
    ),
    Form(
        "together-with",
        rf"\b(?i:in)\s+(?:close\s+)?(?:collaboration|partnership|cooperation|co-operation|conjunction|association)\s+with\s+"
        rf"{_FRIENDS}{_HOSTS}",
        0.65,
        (
            ("The event was run in partnership with Tram Lab and Kumo.", "Kumo"),
            ("Volta Grid held the meetup, in collaboration with Tram Lab.", "Tram Lab"),
        ),
        needs=("ation with ", "ership with ", "unction with "),
    ),
    Form(
        "who-organizes",
        rf"(?P<name>{_HOST})(?:,?\s+(?:who|which)\s+(?:\w+\s+){{0,2}}?(?:organi[sz]e[sd]?|runs?|ran|hosts|founded)\b"
        r"(?=\s+(?:the|this|it|our|a|an|these|[A-Z]))|(?:,|\s+(?:is|was|are|were))\s+(?:one\s+of\s+)?(?:the\s+)?"
        r"(?:\w+\s+and\s+)?(?:(?:main|lead|chief|head|event|conference|meetup)\s+)?(?:co-?)?organi[sz]ers?\b"
        r"(?=\s+(?:of|behind|for)\b|,|\)))",
        0.7,
        (
            ("Ana Lima, who organizes the meetup, rang the bell.", "Ana Lima"),
            ("I met Bo Ek, one of the organizers of the day.", "Bo Ek"),
            ("Tram Lab, the main organiser of it, rang the bell.", "Tram Lab"),
        ),
        needs=("rgani", " runs ", " ran ", " hosts ", " founded "),
    ),
    Form(
        "named-hosts",
        r"\b(?:[Oo]ur|[Tt]he|event|gracious|wonderful|generous|lovely|[Tt]o)\s+(?:\w+\s+)?hosts?\b\s*[,:(]?\s*"
        rf"(?:(?:at|from|were|was)\s+)?{_HOSTS}",
        0.65,
        (
            ("Then our hosts, Ana Lima and Bo Ek, rang the bell.", "Bo Ek"),
            ("A big thank you to our host Tram Lab.", "Tram Lab"),
        ),
        needs=("host",),
    ),
    Form(
        "invited-us",
        rf"(?:^|[.;,]\s+)(?:[Tt]he\s+)?{_HOSTS}\s+(?:\w+ly\s+)?invited\s+(?:us|me)\s+(?:to|for)\s+(?:their|its|the|an?|speak|present|talk)\b",
        0.65,
        (("Last month, Tram Lab kindly invited me to their autumn meetup.", "Tram Lab"),),
        needs=(" invited ",),
    ),
    Form(
        "host-hyphen",
        r"\b(?P<name>[A-Z][\w.&]*(?:\s[A-Z][\w.&]*){0,2})-(?:hosted|organi[sz]ed|run|led)\s+(?:\w+\s+){0,2}?"
        + _GATHERINGS,
        0.7,
        (("It was a Kumo-hosted meetup.", "Kumo"),),
        needs=("-hosted", "-organi", "-run", "-led"),
    ),
    Form(
        "meeting-of",
        r"\b(?i:monthly|weekly|annual|regular|quarterly|latest|recent|first|last|next)\s+(?:meeting|meet-?up|gathering"
        rf"|event|conference|workshop)\s+of\s+(?:the\s+|our\s+)?(?P<name>{_HOST})",
        0.8,
        (("Last night was the monthly meeting of the Porto Tram Club.", "Porto Tram Club"),),
        needs=("meeting of", "meetup of", "meet-up of", "gathering of", "event of", "conference of", "workshop of"),
    ),
    Form(
        "event-by",
        r"\b(?:event|meet-?up|conference|workshop|hackathon|seminar|webinar|series|summit)s?,?\s+by\s+"
        rf"{_FRIENDS}{_HOSTS}",
        0.65,
        (("It was a small meetup by Tram Lab.", "Tram Lab"),),
        needs=(" by ",),
    ),
    Form(
        "thanked-for-organizing",
        r"\b(?i:thanks|thank you|thank|kudos|shout-?\s?outs?|hats off|props|grateful|cheers)\s+(?:[\w,]+\s+){0,4}?"
        rf"(?:to\s+)?(?:the\s+)?(?:(?:team|folks|people|everyone|crew)\s+(?:at|from|behind)\s+)?{_HOSTS}\s+(?:team\s+)?"
        r"(?:(?:(?:of|from|at)\s+@?|@)\w+(?:\s+[A-Z]\w+){0,3}\s+)?for"
        r"\s+(?:all\s+)?(?:\w+ly\s+)?(?:organi[sz]ing|running|putting|arranging|convening|hosting|having us"
        r"|making (?:this|it)|(?:a|another|such an?|the) (?:great|wonderful|fantastic|fabulous|excellent|awesome"
        r"|amazing|lovely|good|fine|brilliant) (?:event|conference|day|week|meetup|evening|time|workshop))\b",
        0.8,
        (
            ("Shout outs to Porto Tram Club for running a fine event.", "Porto Tram Club"),
            ("Many thanks to the team at Tram Lab for hosting us.", "Tram Lab"),
            ("We want to thank Ana Lima and Bo Ek for organizing it.", "Bo Ek"),
            ("Big thanks to Ana Lima of @Kumo for organizing it.", "Ana Lima"),
            ("Thanks to Tram Lab for another great conference!", "Tram Lab"),
        ),
        needs=(" for ",),
    ),
    Form(
        "organizers-named",
        r"\b(?i:(?:co-?)?organi[sz]ers?)\b\s*[,(:–—]?\s*"
        rf"(?:(?:are|were|is|was|most notably|especially|namely|including|like|from|at)\s+)?{_HOSTS}",
        0.7,
        (
            ("The organizers (most notably Ana and Bo) put in a lot.", "Bo"),
            ("Then the organiser, Ana Lima, welcomed us.", "Ana Lima"),
            ("The organizers were Ana Lima, Bo Ek and Li Wei.", "Li Wei"),
        ),
        needs=("rgani",),
    ),
    Form(
        "organizers-label",
        r"(?im)^\W*(?:organi[sz]ers?|organi[sz]ing (?:committee|team)|hosts|hosted by|organi[sz]ed by|conven[oe]rs?)"
        r"\s*\W*:\W*\s*"
        r"(?P<name>[^\n]{2,80})",
        0.8,
        (("Organiser: Harbour Clinic", "Harbour Clinic"), ("**Hosts:** Ana Lima, Bo Ek", "Bo Ek")),
    ),
)
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
VENUES = (
    Form(
        "held-at",
        r"\b(?i:held|hosted|took place|taking place|gathered|met|meeting|convened"
        r"|happened)\b[^.!?\n]{0,50}?\s(?:at|in)\s+(?P<name>(?:the\s+)?<ORGANIZATION>)",
        0.75,
        (("It was held at the Old Tram Hall and sold out.", "Old Tram Hall"),),
        needs=("held", "hosted", " place", "gathered", "met", "meeting", "convened", "happened"),
    ),
    Form(
        "venue-label",
        r"(?im)^\W*(?:venue|location|where|place|host)\s*\W*:\W*\s*(?P<name>[^\n]{2,100})",
        0.85,
        (("Venue: Old Tram Hall", "Old Tram Hall"),),
    ),
)
