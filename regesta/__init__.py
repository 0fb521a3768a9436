"""Regesta reads news about international affairs and keeps a register of who did what to whom, and who said what."""

from regesta.errors import RegestaError
from regesta.model.article import Article
from regesta.model.entry import Entry
from regesta.model.event import Event
from regesta.model.statement import Statement
from regesta.notebook.opened import OpenRegister, open
from regesta.run.coder import code
from regesta.version import __version__

__all__ = ["Article", "Entry", "Event", "OpenRegister", "RegestaError", "Statement", "__version__", "code", "open"]
