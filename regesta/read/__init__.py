"""Bytes to articles; the only place where text is made."""
