"""Hosts: how organizers and venues are told."""

from __future__ import annotations

from eventnotes.draft.forms import Form

ORGANIZERS = (
    Form(
        "hosted-by",
        r"\b(?i:hosted|organi[sz]ed|run|put on|convened|sponsored|co-hosted|brought to you|facilitated"
        r"|arranged)\s+by\s+(?:our\s+\w+\s+)?(?P<name><ORGANIZATION>(?:,?\s+and\s+<ORGANIZATION>|,\s+<ORGANIZATION>"
        r"(?=,|\s+and\s))*)",
        0.8,
        (
            ("The day was organised by Harbour Clinic and it rained.", "Harbour Clinic"),
            ("It was organised by Amara Okafor and Li Wei.", "Amara Okafor"),
            ("It was organised by Amara Okafor and Li Wei.", "Li Wei"),
            ("It was hosted by Kumo, Harbour Clinic and Tram Lab.", "Tram Lab"),
        ),
    ),
    Form(
        "organization-hosted",
        r"(?:^|[.,;]\s+|\b(?:and|when|where|that)\s+)(?P<name><ORGANIZATION>)\s+(?:recently\s+|co-|jointly\s+"
        r"|also\s+)?(?:hosted|hosts|organi[sz]ed|held|convened|put on|ran)\s+(?:(?:a|an|the|its|their|our|his|her"
        r"|two|three)\b)",
        0.75,
        (("Last week, Harbour Clinic hosted a workshop on forms.", "Harbour Clinic"),),
    ),
    Form(
        "meeting-of",
        r"\b(?i:monthly|weekly|annual|regular|quarterly|latest|recent|first|last|next)\s+(?:meeting|meet-?up|gathering"
        r"|event)\s+of\s+(?:the\s+|our\s+)?(?P<name><ORGANIZATION>)",
        0.8,
        (("Last night was the monthly meeting of the Porto Tram Club.", "Porto Tram Club"),),
    ),
    Form(
        "thanked-for-organizing",
        r"\b(?i:thanks|thank you|kudos|shout-?\s?outs?|hats off)\s+(?:\w+\s+)?to\s+(?:the\s+)?(?:team at\s+)?"
        r"(?P<name><ORGANIZATION>)\s+(?:team\s+)?for\s+(?:organi[sz]ing|running|putting|arranging|convening)\b",
        0.8,
        (("Shout outs to Porto Tram Club for running a fine event.", "Porto Tram Club"),),
    ),
    Form(
        "organizers-label",
        r"(?im)^\W*(?:organi[sz]ers?|hosted by|organi[sz]ed by)\s*\W*:\W*\s*(?P<name>[^\n]{2,80})",
        0.8,
        (("Organiser: Harbour Clinic", "Harbour Clinic"),),
    ),
)
VENUES = (
    Form(
        "held-at",
        r"\b(?i:held|hosted|took place|taking place|gathered|met|meeting|convened"
        r"|happened)\b[^.!?\n]{0,50}?\s(?:at|in)\s+(?P<name>(?:the\s+)?<ORGANIZATION>)",
        0.75,
        (("It was held at the Old Tram Hall and sold out.", "Old Tram Hall"),),
    ),
    Form(
        "venue-label",
        r"(?im)^\W*(?:venue|location|where|place|host)\s*\W*:\W*\s*(?P<name>[^\n]{2,100})",
        0.85,
        (("Venue: Old Tram Hall", "Old Tram Hall"),),
    ),
)
