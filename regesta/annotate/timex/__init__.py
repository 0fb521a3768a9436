"""The grammar of time expressions: words, patterns over their kinds, and the TIMEX3 values they mean."""
