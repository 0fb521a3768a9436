"""Who holds which office when, and which names are one person."""
