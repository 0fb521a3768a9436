"""What formats take from an entry: its days, parties and places, in the codes that data sets use."""
