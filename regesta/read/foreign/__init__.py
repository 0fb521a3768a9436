"""Files of other event data sets to foreign reports."""
