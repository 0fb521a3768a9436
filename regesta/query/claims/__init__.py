"""Claims that articles count and date, held against the register."""
