"""What persons say of the register: what is in doubt, and decisions about it."""
