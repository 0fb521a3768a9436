"""Mentions to actors, places and calendar dates."""
