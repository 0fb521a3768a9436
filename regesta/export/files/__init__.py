"""How tables become the bytes of a file, and files that are there whole or not at all."""
