"""Exports of the news archives Nexis and Factiva: one file, many articles."""
