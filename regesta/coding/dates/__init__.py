"""The day of an act: its own time expression, or what the article tells around it."""
