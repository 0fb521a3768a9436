"""Which readings of one article tell the same happening."""
