"""Whether an act happened, is planned, denied or only thought of, or is no act at all."""
