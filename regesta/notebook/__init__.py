"""The register in Python: opened once, asked in notebooks and scripts, answered with typed values and data frames.

It stands beside `serve` at the top of the house: it reads through `query`, makes tables with `export`, and nothing but
the package itself, which offers it as `regesta.open`, imports it.
"""
