"""Kinds: what frameworks and their parts are called, what parts do, and how many there are."""

from __future__ import annotations

from eventnotes.draft.lexicon import alternatives

_STRONG = (
    r"aspects|attributes|axes|barriers|building blocks|categories|characteristics|commandments|competenc(?:ies|es)"
    r"|components|criteria|dimensions|drivers|elements|essentials|facets|factors|forces|foundations|habits|hats"
    r"|ingredients|kinds|laws|layers|lenses|levels|levers|maxims|modes|objectives|phases|pillars|principles|properties"
    r"|qualities|requirements|rules|sins|stages|steps|tenets|traits|types|values|virtues"
)
STRONG = alternatives(_STRONG)
"""What the parts of hardly anything but a framework are called."""
_KINDS = (
    r"actions|approaches|areas?|aspects?|attributes|barriers|behaviou?rs|blocks|building blocks|capabilities"
    r"|categories|causes|challenges|characteristics|commandments|competenc(?:ies|es)|components|concepts"
    r"|conditions|considerations|criteria|dimensions|disciplines|domains|drivers|elements|essentials|facets"
    r"|factors|focus areas|forces|foundations|frameworks?|functions|goals|groups|habits|hats|ideas|indicators"
    r"|ingredients|keys|kinds|laws|layers|lenses|levels|levers|maxims|methods|metrics|mindsets|mistakes|models"
    r"|modes|modules|myths|needs|objectives|options|parts|paths|patterns|perspectives|phases|pillars|pitfalls"
    r"|points|quadrants|tiers|zones|things|words|practices|principles|priorities|problems|programs|properties"
    r"|qualities|questions|reasons|requirements|responses|responsibilities|rights|risks|roles|rules|scenarios"
    r"|signals|sins|skills|stages|states|steps|strands|strategies|techniques|tenets|themes|traits|types"
    r"|use[- ]?cases|values|virtues|ways"
)
KINDS = alternatives(_KINDS)
"""What the parts of a framework may be called."""
_MODELS = (
    r"acronym|analysis|approach|canvas|cycle|formula|framework|journey|kata|ladder|life ?cycle|loop|manifesto|mantra"
    r"|matrix|maturity|method|methodology|mindset|model|philosophy|pipeline|procedure|process|pyramid|recipe|scale"
    r"|spectrum|spiral|strategy|technique|triad|triangle|workflow"
)
MODELS = alternatives(_MODELS)
"""What a framework is called."""
NOUNS = alternatives("|".join((_STRONG, _KINDS, _MODELS)))
"""Any of these."""
THINGS = alternatives(
    r"tips?|lessons?|take[- ]?(?:aways?|home)|messages|learnings|talks?|speakers?|people|persons?|sessions?"
    r"|panels?|panell?ists?|presentations?|keynotes?|workshops?|events?|conferences|tracks?|cities|countries"
    r"|rooms?|books?|posts?|papers|posters|announcements|teams?|prizes?|winners?|projects?|companies"
    r"|organi[sz]ations?|colleagues|friends|sponsors|partners|vendors|volunteers|towns|venues|sections"
    r"|recommendations|objections|photos|pictures|features|videos|demos|apps|applications|startups|sites"
    r"|websites|articles|links|games|prizes|tools|languages|librar(?:y|ies)|packages|platforms|branches|buttons"
    r"|universit(?:y|ies)|schools|stands|booths|colou?rs|prices|chapters|sources|songs|newspapers|restaurants|dishes|regions"
    r"|participants|attendees|authors|writers|women|men|guests|students"
    r"|hours?|days?|weeks?|months?|years?"
)
"""What is counted or listed, and is no part of a framework."""
VERB = alternatives(
    r"accept|act|adapt|adjust|analy[sz]e|apply|ask|assess|automate|be|break|build|carry|change|check|choose"
    r"|collaborate|collect|commit|communicate|connect|create|decide|define|deliver|deploy|describe|design|develop"
    r"|discover|discuss|do|document|educate|embrace|empower|enable|engage|evaluate|execute|experiment|explore|fail|fix"
    r"|focus|gather|give|grow|imagine|implement|improve|include|innovate|inspect|inspire|iterate|keep|launch|lead"
    r"|learn|let|listen|look|make|manage|map|measure|monitor|observe|open|optimi[sz]e|orient|plan|play|practi[cs]e"
    r"|prepare|prioriti[sz]e|prototype|publish|reach|read|record|recover|reduce|refine|reflect|release|repeat|rest"
    r"|reuse|review|ring|run|say|scale|see|set|share|show|simplify|start|stay|stop|store|support|take|talk|teach|tell"
    r"|test|think|track|train|transform|try|understand|unite|use|validate|verify|wait|watch|work|write"
)
"""Verbs as they stand in what people are told to do."""
_COUNTS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}


def number_of(word: str) -> int:
    """The number that a word or digits mean; 0 for none."""
    return int(word) if word.isdigit() else _COUNTS.get(word.lower(), 0)
