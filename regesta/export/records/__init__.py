"""Entries, statements, utterances and histories as JSON records, and what persons decided as training data."""
