"""Talks: which headings, items and sentences are sessions, and who spoke in each."""
