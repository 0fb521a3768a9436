"""What speakers are called who are asked for without a name: their offices and descriptions, as keys to look up.

A description is found by its end, "foreign minister" by "minister", since its last word says what somebody is: who asks
for the minister is not told what the minister's aide said. What makes another office of one is joined to it, so that
the "former prime minister" and the "deputy prime minister" are found as ministers, but not as the prime minister.
"""

import re
from collections.abc import Iterable, Iterator

from regesta.model.event import Role
from regesta.store.words import folded_words

END = "|"  # behind every description, so that its last word is known
OF_ANOTHER = re.compile(r"^.*(?:['’]s|s['’])\s+")
PARTS = re.compile(r"[,;()]|\s[-–—]\s")
BEHIND = frozenset(["for", "of", "to", "in", "at", "from", "with", "on", "by", "who", "whom", "whose", "which", "that"])
FORE = frozenset(["a", "an", "the", "our", "his", "her", "its", "their", "this", "that", "one"])
OTHERS = frozenset(["former", "ex", "deputy", "vice", "assistant"])  # before an office they make another one of it


def description_key(roles: Iterable[Role]) -> str:
    """Return the descriptions by which some roles of one actor are found, each with a space before it, `END` behind."""
    found = dict.fromkeys(key for role in roles for key in keys_of(role))
    return "".join(f" {key} {END}" for key in found)


def asked_key(value: str) -> str:
    """Return what a description must have that a user asks for; "" when that are no words."""
    key = joined(words_of(value))
    return f" {key} {END}" if key else ""


def is_described(role: Role, value: str) -> bool:
    """Tell whether who fills a role has an office or a description that a user asks for."""
    key = asked_key(value)
    return bool(key) and key in description_key([role])


def keys_of(role: Role) -> Iterator[str]:
    """Yield the descriptions of who fills a role: the office, and what the words call somebody beside a name."""
    if role.actor is None:
        return
    if role.actor.office:
        yield from forms(role.actor.office)
    name = frozenset(folded_words(role.actor.name)) if role.actor.is_person or role.actor.is_body else frozenset()
    for phrase in (role.text, role.actor.name):
        for part in PARTS.split(phrase):
            words = words_of(part)
            if words and words[-1] not in name:
                yield from forms(part)


def forms(phrase: str) -> Iterator[str]:
    """Yield a description up to what it is of, and whole: "Latvian minister", "Latvian minister+of+defence"."""
    words = words_of(phrase)
    if head := head_of(words):
        yield joined(head)
    if head != words:
        yield joined(words)


def words_of(phrase: str) -> list[str]:
    """Return the words of a description, without those of whom it is ("Kenya's") and without an article before."""
    words = folded_words(OF_ANOTHER.sub("", phrase))
    while words and words[0] in FORE:
        words = words[1:]
    return words


def head_of(words: list[str]) -> list[str]:
    """Return words up to the first that begins what they are of."""
    end = next((at for at, word in enumerate(words) if at and word in BEHIND), len(words))
    return words[:end]


def joined(words: list[str]) -> str:
    """Return words with spaces, but with "+" where a description must not be entered: "deputy+prime minister"."""
    end, found = len(head_of(words)), ""
    for at, word in enumerate(words):
        mark = "+" if at >= end or words[at - 1] in OTHERS else " "
        found += f"{mark}{word}" if at else word
    return found
