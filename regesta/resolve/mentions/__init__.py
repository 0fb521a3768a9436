"""Whom a mention means among the others of its article."""
