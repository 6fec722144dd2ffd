"""Draft: from a post as people write it to a write-up that can be reviewed, with the words that each claim rests on."""

from __future__ import annotations

from eventnotes.draft.drafting import Draft, draft, draft_notes
from eventnotes.draft.reading.folder import notes_in
from eventnotes.draft.reading.source import text_of

__all__ = ["Draft", "draft", "draft_notes", "notes_in", "text_of"]
