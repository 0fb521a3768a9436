"""Words that may express an act, and what stands around them in the parse."""
