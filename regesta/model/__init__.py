"""The nouns of Regesta; imports nothing above it."""
