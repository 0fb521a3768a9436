"""Many articles to judgements: which events are the same happening."""
