"""Organisations by any of their names, and what the words of an unknown organisation's name tell."""

from collections.abc import Sequence
from functools import lru_cache

from regesta.ontology.actor_sectors import Organization, load_sectors
from regesta.resolve.names import fold, is_acronym


@lru_cache(maxsize=1)
def index() -> tuple[dict[str, Organization], dict[str, Organization]]:
    """Return the organisations by folded name, and by the letters of their initials."""
    names: dict[str, Organization] = {}
    acronyms: dict[str, Organization] = {}
    for written, organization in load_sectors().organizations.items():
        if is_acronym(written):
            acronyms.setdefault(written.replace(".", ""), organization)
        else:
            names.setdefault(fold(written), organization)
    return names, acronyms


def find_organization(name: str) -> Organization | None:
    """Return the organisation a written name denotes; None when it is not a known one.

    A name needs a capital letter; initials need all of them, though "Nato" is understood for names of four letters.
    """
    names, acronyms = index()
    letters = name.removeprefix("the ").removeprefix("The ").replace(".", "")
    if not any(c.isupper() for c in letters):
        return None
    return (
        acronyms.get(letters) or names.get(fold(name)) or (acronyms.get(letters.upper()) if len(letters) > 3 else None)
    )


def sector_of_name(words: Sequence[str]) -> str | None:
    """Return the sector that the words of an organisation's name tell; the most telling word wins.

    Args:
        words: The name's words as written; only capitalised ones count.
    """
    known = load_sectors().org_words
    capitalised = {word.lower() for word in words if word[:1].isupper()}
    return next((sector for word, sector in known.items() if word in capitalised), None)
