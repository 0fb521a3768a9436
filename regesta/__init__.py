"""Regesta reads news about international affairs and keeps a register of who did what to whom, and who said what.

Code one text, and look at what was found in it::

    import regesta

    article = regesta.code("Poland's minister visited Lithuania on Monday.", published="2022-12-19")
    print(article)
    article.events[0].type, article.events[0].actors[0].text

Ask a register that `regesta run` has made::

    with regesta.open("regesta.db") as register:
        for entry in register.entries(actor="Poland", since="2022"):
            print(entry.best.type, entry.support, entry.reports[0].citations[0].quote)

Every error is a `RegestaError`, whose message says what is wrong, where, and what to do. What is not named here is no
part of the interface and may change with any version.
"""

from typing import TYPE_CHECKING as _TYPE_CHECKING

from regesta.errors import RegestaError
from regesta.model.article import Article
from regesta.model.entry import Entry
from regesta.model.event import Event
from regesta.model.statement import Statement
from regesta.run.coder import code
from regesta.version import __version__

if _TYPE_CHECKING:
    from regesta.notebook.opened import OpenRegister, open

__all__ = ["Article", "Entry", "Event", "OpenRegister", "RegestaError", "Statement", "__version__", "code", "open"]


def __dir__() -> list[str]:
    """Name what can be used, loaded or not, so that `help` and completion show it."""
    return __all__


def __getattr__(name: str) -> object:
    """Load `open` on first use: it brings the store, half a second that neither coding nor any command should pay."""
    if name in {"OpenRegister", "open"}:
        from regesta.notebook import opened  # noqa: PLC0415 - see above

        return getattr(opened, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
