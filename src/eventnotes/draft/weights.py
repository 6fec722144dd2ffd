"""Weights: how much each cue speaks for or against a lesson, a framework or a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def sureness(cues: Iterable[str], weights: Mapping[str, float]) -> float:
    """How sure cues make it, from 0 to 1."""
    total = sum(weights.get(one, 0.0) for one in cues)
    return 1 / (1 + 2.718281828 ** -max(-30.0, min(30.0, total)))


LESSON: Mapping[str, float] = {
    "numbered-heading": 3.6,
    "lessons-heading/item": 3.2,
    "led-heading": 2.8,
    "lesson-is": 2.8,
    "below-lessons-led/colon/item": 2.4,
    "below-closing-led/colon/item": 2.3,
    "marked": 2.3,
    "advice-heading/item": 1.7,
    "what-i-learned": 1.7,
    "we-need-to-again": 1.6,
    "advice-is": 1.5,
    "below-advice-led/open/item": 1.5,
    "below-next-led/colon/item": 1.5,
    "heading": 1.3,
    "below-advice-led/colon/item": 1.2,
    "closing-heading/first": 1.2,
    "message-is": 1.2,
    "below-lessons-led/open/item": 0.9,
    "closing-heading/item": 0.9,
    "imperative": 0.8,
    "learned-that": 0.8,
    "lessons-heading/opening": 0.8,
    "shape-item": 0.7,
    "you": 0.7,
    "it-is-important": 0.6,
    "lessons-heading/first": 0.6,
    "next-heading/opening": 0.6,
    "concluded-that": 0.5,
    "has-to": 0.5,
    "we-need-to": 0.5,
    "in-sum": 0.4,
    "point-is": 0.4,
    "closing-heading/opening": 0.3,
    "i-need-to": 0.3,
    "next-heading/first": 0.3,
    "advice-heading/opening": 0.2,
    "lessons-heading/nested": 0.2,
    "we-plan-to": 0.2,
    "below-advice-led/colon/nested": -0.2,
    "said": -0.2,
    "shape-opening": -0.2,
    "words-some": -0.2,
    "of-the-writer": -0.3,
    "past": -0.3,
    "quoting": -0.3,
    "thanks": -0.3,
    "words-most": -0.3,
    "closing-heading/later": -0.4,
    "next-heading/later": -0.4,
    "lessons-heading/later": -0.5,
    "of-others": -0.5,
    "shape-later": -0.6,
    "shape-nested": -0.6,
    "question": -0.7,
    "words-few": -0.7,
    "bias": -0.8,
    "shape-first": -0.8,
    "shape-label": -1.7,
    "colon": -2.1,
}
