"""Knowledge packs: users' own tables of offices, organisations and names."""
