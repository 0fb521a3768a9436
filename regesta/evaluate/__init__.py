"""How good the codings are, measured against gold."""
