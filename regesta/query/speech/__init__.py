"""Utterances: one saying told in several articles, its wordings, and what somebody said over time."""
