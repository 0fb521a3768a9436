"""How stores in SQLite and PostgreSQL keep and find things: tables, rows, conditions, queries, transactions."""
