"""What a release is called, who made it, and what it may hold."""

import re
from dataclasses import dataclass

from regesta.errors import ConfigError

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
NOBODY = "author not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a release is to be.

    Attributes:
        name: Its version, such as "2026-11".
        title: Its title.
        authors: Who compiled it; () when nobody is named.
        licence: SPDX identifier of the licence that its compilers give; None when they give none.
        texts: Whether it holds the texts of articles.
        parquet: Whether it holds Parquet files beside CSV.
    """

    name: str
    title: str = "Register of events in international affairs"
    authors: tuple[str, ...] = ()
    licence: str | None = None
    texts: bool = False
    parquet: bool = True

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise ConfigError(
                f"{self.name!r} is no name of a release; write letters, digits, points and hyphens: 2026-11"
            )

    @property
    def compilers(self) -> tuple[str, ...]:
        """Who compiled it, as a citation names them."""
        return self.authors or (NOBODY,)
