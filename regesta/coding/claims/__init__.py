"""Claims: words that count or date acts."""
