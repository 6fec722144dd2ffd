"""Writing: what was found, and the post's own text, as a write-up."""
