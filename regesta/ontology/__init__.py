"""Typed, validated view of the ontology's data files."""
