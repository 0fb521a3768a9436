"""States by every name, people, capital and seat of power, with their days."""
