"""People: who of the persons named spoke, and what they are."""
