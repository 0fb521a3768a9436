"""The words and actors that fill the roles of an act, one sentence at a time."""
