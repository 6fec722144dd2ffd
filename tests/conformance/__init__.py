"""The conformance suite of the write-up format."""
