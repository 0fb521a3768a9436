from regesta.errors import RegestaError
