"""The lower half of the network's encoder, which reading acts and comparing tellings both begin with."""
