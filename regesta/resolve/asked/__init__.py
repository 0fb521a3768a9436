"""Phrases that are asked for alone, without an article around them."""
