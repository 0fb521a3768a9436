"""How names in full are written: with capitals, by whose first letters initials are made."""

SMALL_WORDS = frozenset({"the", "of", "for", "and", "in", "on", "to", "de", "la", "el", "al", "al-", "&", "against"})

# Given names that states and capitals are called too, in which a person's name may begin: "Chad", "Paris".
GIVEN_LIKE_STATES = frozenset({
    "Chad", "Cuba", "Francia", "Georgia", "India", "Ireland", "Israel", "Jordan", "Kenya",
    "London", "Paris", "Roma", "Salvador", "Sofia", "Stanley", "Victoria", "Vienna", "Wellington",
})  # fmt: skip

# The other half of what is called by one: "North and South Korea".
OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}


def is_capitalised(name: str) -> bool:
    """Tell whether all words begin with a capital, but for the small ones of names: "Bank of Mexico"."""
    return all(word[:1].isupper() or word in SMALL_WORDS for word in name.split())


def capitals(name: str) -> str:
    """Return the first letters of the words with a capital: "NSP" of "National Salvation Party"."""
    return "".join(word[0] for part in name.split() for word in part.split("-") if word[:1].isupper())
