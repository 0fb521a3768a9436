"""The stage `acts`: a small network reads names and political acts; see `docs/concepts/reading.md`."""
