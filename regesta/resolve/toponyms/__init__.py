"""Where a place name is used, and which of the places of that name is meant."""
