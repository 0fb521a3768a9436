"""Article to article: one layer of annotation per file."""
