"""What a noun phrase says of the actor that it denotes."""
