"""Names and words as they are compared: folded forms, spellings across scripts."""
