"""The protocol of a store: where articles, facts and judgements are kept."""

import re
from contextlib import AbstractContextManager
from typing import Protocol, Self

from regesta import plugins
from regesta.store.view import View
from regesta.store.writer import Writer

SCHEME = re.compile(r"([a-z][a-z0-9]+)(?:\+[a-z0-9]+)?:")  # two letters or more: "C:" is a drive
PASSWORD = re.compile(r"(?<=//)([^/@:]*):[^/]*@|([?&]password=)[^&]*")


class Store(Protocol):
    """A place where articles, facts and judgements are kept; close it, or use it in a `with` block.

    Attributes:
        url: Where it is.
    """

    url: str

    def writer(self) -> AbstractContextManager[Writer]:
        """Begin a transaction; it is kept when the block ends and undone when the block raises.

        Raises:
            StoreError: Another writer does not finish, or the transaction cannot be written.
        """
        ...

    def view(self) -> AbstractContextManager[View]:
        """Open a view of this moment; writers do not wait for it, nor it for them."""
        ...

    def refuse_writes(self) -> None:
        """Refuse every write from now on, in the connections to the database where there are any.

        So what serves strangers cannot write, whatever they make it do.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def open_store(url: str, *, create: bool = True) -> Store:
    """Open a store, making or upgrading it where needed.

    Args:
        url: A path of an SQLite file, or a URL whose scheme is the name of a store plugin: "sqlite:///regesta.db",
            "postgresql+psycopg://user@host/database", "memory:".
        create: Whether to make the store when there is none.

    Raises:
        ConfigError: No store plugin of that name.
        StoreError: The store cannot be opened or upgraded, or there is none and `create` is False.
    """
    scheme = SCHEME.match(url)
    opener = plugins.load("stores", scheme.group(1) if scheme else "sqlite")
    store: Store = opener(url, create=create)
    return store


def is_path(url: str) -> bool:
    """Tell whether the address of a store is a plain path of an SQLite file."""
    return not SCHEME.match(url)


def shown_address(url: str) -> str:
    """Return the address of a store as it may be shown and kept: without a password."""
    return PASSWORD.sub(lambda found: f"{found[2]}***" if found[2] else f"{found[1]}:***@", url)
