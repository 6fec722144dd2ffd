"""Event: its name, who organized it, where it was, and when."""
