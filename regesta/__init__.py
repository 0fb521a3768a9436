"""Regesta reads news about international affairs and keeps a register of who did what to whom, and who said what."""

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


def __getattr__(name: str) -> object:
    """Load `open` on first use: it brings the store, half a second that neither coding nor any command should pay."""
    if name in {"OpenRegister", "open"}:
        from regesta.notebook import opened  # noqa: PLC0415 - see above

        return getattr(opened, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
