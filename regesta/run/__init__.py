"""How it all runs: pipelines, settings, runners and reports."""
