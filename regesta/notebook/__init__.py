"""The register in Python: opened once, asked in notebooks and scripts, answered with typed values and data frames."""
