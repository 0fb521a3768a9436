"""What a release is called, who made it, and what it may hold."""

import re
from dataclasses import dataclass

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from regesta.errors import ConfigError

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
NOBODY = "author not named"
ONE_LICENCE = re.compile(r"(?!LicenseRef-)[A-Za-z0-9.-]+")  # of the SPDX list: CITATION.cff takes no expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a release is to be.

    Attributes:
        name: Its version, such as "2026-11".
        title: Its title.
        authors: Who compiled it; () when nobody is named.
        licence: SPDX identifier of the licence that its compilers give, in any case; None when they give none.
        texts: Whether it holds the texts of articles.
        parquet: Whether it holds Parquet files beside CSV.

    Raises:
        ConfigError: The name is none, title or author is empty, or the licence is not on the SPDX list.
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
        if not self.title.strip():
            raise ConfigError("the title is empty; write what the data set is called, or leave it out")
        if not all(author.strip() for author in self.authors):
            raise ConfigError("an author is empty; write a name, or leave it out")
        if self.licence is not None:
            object.__setattr__(self, "licence", licence_called(self.licence))

    @property
    def compilers(self) -> tuple[str, ...]:
        """Who compiled it, as a citation names them."""
        return self.authors or (NOBODY,)


def licence_called(given: str) -> str:
    """Return the SPDX identifier of a licence as the SPDX list writes it: "CC-BY-4.0" for "cc-by-4.0".

    Raises:
        ConfigError: It is no identifier of that list.
    """
    if found := identifier(given):
        return found
    near = identifier("-".join(given.split()))
    hint = f"did you mean {near!r}?" if near else "write one such as CC-BY-4.0 or CC0-1.0: https://spdx.org/licenses"
    raise ConfigError(f"{given!r} is no SPDX identifier of a licence; {hint}")


def identifier(text: str) -> str | None:
    """Return the SPDX identifier that a text is; None when it is none."""
    try:
        found = str(canonicalize_license_expression(text))
    except InvalidLicenseExpression:
        return None
    return found if ONE_LICENCE.fullmatch(found) else None
