"""Terms: which words of schema.org stand for which of the model's."""

from __future__ import annotations

SCHEMA = "https://schema.org"
LICENSES = "https://spdx.org/licenses/"
WORKS = {
    "slides": ("workFeatured", "PresentationDigitalDocument"),
    "recording": ("recordedIn", "MediaObject"),
    "code": ("subjectOf", "SoftwareSourceCode"),
    "paper": ("subjectOf", "ScholarlyArticle"),
    "transcript": ("subjectOf", "DigitalDocument"),
}
"""By `rel` of a session's link, the property that leads to the work, and the work's type."""
