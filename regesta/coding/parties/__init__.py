"""Who takes part in an act, where it happened and whom the article cites for it: the whole article weighed."""
