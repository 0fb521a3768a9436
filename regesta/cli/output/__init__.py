"""What commands print and write: lines for a terminal, records, and files that are whole or not there."""
