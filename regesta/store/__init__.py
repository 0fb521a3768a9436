"""Articles, facts and judgements on disk, each with its citation."""
