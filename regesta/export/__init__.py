"""Coded articles and the register in the formats of others."""
