"""Matters: entries linked through a life cycle, from the first announcement to the end."""
