"""A release: the register frozen as a data set that can be cited, checked and built again."""
