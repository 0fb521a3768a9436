"""Contract suites and builders for plugin authors."""
