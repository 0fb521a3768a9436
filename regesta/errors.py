"""The exceptions Regesta raises on purpose; everything else is a bug.

::

    RegestaError
    ├── ConfigError      a setting, stage order or plugin name is wrong
    ├── OntologyError    a data file of the ontology does not validate
    ├── InputError       a file or stream cannot be read at all
    ├── StoreError       the store cannot be opened, written or migrated
    └── ArticleError     one article could not be coded (raised only in strict runs)

Trouble with one article never raises: it becomes a `Fault` on that article.
"""


class RegestaError(Exception):
    """Base of all errors meant for a user; the message says what, where and what to do."""


class ConfigError(RegestaError):
    """A setting, the order of stages or the name of a plugin is wrong."""


class OntologyError(RegestaError):
    """A data file of the ontology does not validate."""


class InputError(RegestaError):
    """A file or stream cannot be read at all."""


class StoreError(RegestaError):
    """The store cannot be opened, written or migrated."""


class ArticleError(RegestaError):
    """One article could not be coded; raised only in strict runs."""
