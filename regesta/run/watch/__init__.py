"""Follows feeds continuously: what they list is read, coded and stored once, whenever the process is killed."""
