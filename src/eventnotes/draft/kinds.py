"""Kinds: what the parts of a framework are called, and how they are counted."""

from __future__ import annotations

KIND = (
    r"(?:areas?|aspects?|attributes?|barriers?|behaviou?rs|blocks|building blocks|capabilities|categories|challenges"
    r"|characteristics|commandments|competenc(?:i?es|y)|components|conditions|considerations|criteria|dimensions"
    r"|disciplines"
    r"|domains|drivers|elements|essentials|facets|factors|features|focus areas|forces|foundations|frameworks|goals"
    r"|groups"
    r"|habits|ideas|indicators|ingredients|keys|kinds|laws|layers|lenses|levels|levers|maxims|measures|methods|metrics"
    r"|mindsets|missions|models|modes|myths|needs|objectives|options|parts|paths|patterns|perspectives|phases|pillars"
    r"|pitfalls|points|practices|principles|priorities|problems|processes|programs|programmes|properties|qualities"
    r"|questions"
    r"|reasons|recommendations|requirements|responsibilities|roles|rules|sins|skills|stages|standards|steps|strategies"
    r"|streams|techniques|tenets|themes|things|topics|tools|traits|truths|types|values|virtues|ways)"
)
NUMBER = r"(?:(?<![\d,.#$£€:-])\d{1,2}(?![\d,.:%])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
COUNTED = rf"(?P<count>{NUMBER})(?:[ -](?:[\w’'/&-]+\s+){{0,4}}?{KIND}\b|\s*[“‘\"']?[A-Z][’'”]?s\b[”’]?)"
"""A number and what is counted: `four basic steps`, `the 3 D's`."""
VERB = (
    r"(?:accept|act|adapt|adjust|analy[sz]e|apply|ask|assess|automate|be|break|build|carry|change|check|choose"
    r"|collaborate"
    r"|collect|commit|communicate|connect|create|decide|define|deliver|deploy|describe|design|develop|discover"
    r"|discuss|do"
    r"|document|educate|embrace|empower|enable|engage|evaluate|execute|experiment|explore|fail|fix|focus|gather|give"
    r"|grow"
    r"|imagine|implement|improve|include|innovate|inspect|inspire|iterate|keep|launch|lead|learn|let|listen|look|make"
    r"|manage|map|measure|monitor|observe|open|optimi[sz]e|orient|plan|play|practi[cs]e|prepare|prioriti[sz]e|prototype"
    r"|publish|reach|read|record|recover|reduce|refine|reflect|release|repeat|rest|reuse|review|run|say|scale|see"
    r"|set|share"
    r"|show|simplify|start|stay|stop|store|support|take|talk|teach|tell|test|think|track|train|transform|try|understand"
    r"|unite|use|validate|verify|watch|work|write)"
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
