"""The entries that the address of a page asks for, and which of them are meetings."""

from regesta.query.filters import FilterReader
from regesta.query.register import Register
from regesta.query.views import load_views
from regesta.serve.address import Address
from regesta.store.filters import EventFilter

MEETINGS = load_views()["meetings"].kinds


def wanted_of(register: Register, address: Address) -> EventFilter:
    """Return the entries that an address asks for.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    return FilterReader(register.view).entry_filter(address.options)
