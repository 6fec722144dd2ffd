"""Thanks: organizers who are thanked or praised for it."""

from __future__ import annotations

from eventnotes.draft.event.hosts import FRIENDS, HOSTS, NAME
from eventnotes.draft.forms import Form

_THANKS = (
    r"\b(?i:thanks|thank[ -]you|thank|kudos|shout-?\s?outs?|hats off|props|grateful|cheers|congrat(?:ulation)?s)\b"
)
_THANKING = ("hank", "udos", "hout", "ats off", "rops", "heers", "grateful", "ongrat")
_PRAISE = r"(?:great|wonderful|fantastic|fabulous|excellent|awesome|amazing|lovely|good|fine|brilliant|superb|terrific)"
THANKED = (
    Form(
        "praised",
        rf"{HOSTS}\s+(?:all\s+|both\s+)?(?:did|have done|has done)\s+(?:such\s+)?an?\s+(?:\w+\s+)?{_PRAISE}"
        r"\s+(?:job|work|time)\s+(?:of\s+|in\s+|with\s+|at\s+)?(?:organi[sz]ing|co-?ordinating|running|hosting|arranging|putting)\b",
        0.8,
        (
            ("Ana Lima and Bo Ek did an excellent job organizing, even though it rained.", "Bo Ek"),
            ("Tram Lab has done a really fantastic job of hosting it.", "Tram Lab"),
        ),
        needs=("did a", "did such a", "done a", "done such a"),
    ),
    Form(
        "by-whose-work",
        r"\b[Tt]hanks\s+to\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:leadership|efforts?|work|organi[sz]ation|co-?ordination"
        rf"|hospitality|initiative)\s+of\s+{FRIENDS}{HOSTS}",
        0.7,
        (
            ("The event ran smoothly thanks to the leadership of Ana Lima.", "Ana Lima"),
            ("It went well thanks to the hard work of the Porto Tram Club.", "Porto Tram Club"),
        ),
        needs=("hanks to",),
    ),
    Form(
        "thanked",
        rf"{_THANKS}[\s,:!]+(?:[\w,]+\s+){{0,5}}?(?:to\s+)?(?:the\s+)?"
        r"(?:(?:team|folks|people|everyone|crew)\s+(?:at|from|behind)\s+)?"
        rf"{HOSTS}\s+(?:team\s+)?(?:(?:(?:of|from|at)\s+@?|@)\w+(?:\s+[A-Z]\w+){{0,3}}\s+)?for"
        r"\s+(?:all\s+)?(?:\w+ly\s+)?(?:organi[sz]ing|running|putting|arranging|convening"
        rf"|hosting(?:\s+(?:us|this|the|it|such|an?|and)\b|(?=[.,!;]))|having us"
        rf"|doing (?:such )?an? (?:\w+ )?{_PRAISE} job"
        rf"|making (?:this|it)|(?:a|another|such an?|the|taking the) (?:(?:{_PRAISE}|(?:\w+[ -]){{1,3}})"
        r" ?(?:event|conference|day|week|meetup|evening|time|workshop)|initiatives?))\b",
        0.8,
        (
            ("Shout outs to Porto Tram Club for running a fine event.", "Porto Tram Club"),
            ("Many thanks to the team at Tram Lab for hosting us.", "Tram Lab"),
            ("We want to thank Ana Lima and Bo Ek for organizing it.", "Bo Ek"),
            ("Big thanks to Ana Lima of @Kumo for organizing it.", "Ana Lima"),
            ("Thanks to Tram Lab for another great conference!", "Tram Lab"),
        ),
        needs=_THANKING,
    ),
    Form(
        "thanked-team",
        rf"{_THANKS}\s+(?:[\w,]+\s+){{0,3}}?to\s+(?:(?:the|all|entire|whole|amazing|wonderful|fantastic|great)\s+)*"
        rf"(?P<name>{NAME}\s+(?:team|crew|organi[sz]ers|committee|volunteers))\b",
        0.7,
        (("Many thanks to the whole TramConf team!", "TramConf team"),),
        needs=_THANKING,
    ),
    Form(
        "thanked-crew",
        rf"(?:{_THANKS}|\borgani[sz]ed,?\s+thanks)[^.!?\n]{{0,20}}?(?:\s+to)?\s+(?:the\s+)?{HOSTS},?\s+(?:and|&)\s+"
        r"(?:(?:all|the|his|her|their|rest|of|other|whole|entire|organi[sz]ing)\s+){0,5}"
        r"(?:crew|team|organi[sz]ers|committee|others|company)\b",
        0.7,
        (
            ("Hats off to Bo Ek and crew!", "Bo Ek"),
            ("A big thank-you to Ana Lima, Bo Ek, and the rest of the organizers.", "Bo Ek"),
            ("Thanks to Ana Lima, Bo Ek and the other organisers.", "Ana Lima"),
        ),
        needs=_THANKING,
    ),
)
