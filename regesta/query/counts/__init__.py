"""Counts of events, entries and articles: by time, group, place and pair of parties."""
