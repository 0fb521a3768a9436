"""Annotations to events and statements."""
