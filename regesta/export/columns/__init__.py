"""Columns with their meaning and what fills them, and the tables that are made of them."""
