"""The register, computed on read from the store."""
