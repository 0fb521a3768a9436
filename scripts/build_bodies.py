"""Build the table of national bodies from editions of the World Factbook: `python scripts/build_bodies.py EDITION...`.

Writes `regesta/resolve/data/bodies.tsv.gz`: parties, chambers of parliament and armed forces by name and acronym, each
with its state, and armed groups. What several states have of one name tells only the sector, and names made of words
that every party has ("National Democratic Union") are left out. No row is typed.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from factbook import countries, fields

from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.names.forms import fold
from regesta.resolve.phrases.organizations import sector_of_name
from regesta.resolve.states.states import DATA, load_states

COLUMNS = ("name", "sector", "iso3")
COMMON_WORD = 8  # in so many bodies a word tells none of them apart
SHORTEST_ACRONYM = 3
ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
PARTY = re.compile(
    r"^(?P<name>[A-Z][\w'’ .-]{3,60}?)(?: \([^)]*\))?(?P<others>(?: or [\w'’ /-]{2,50}?)*)(?: \([^)]*\))?(?: \[|$|[;,])"
)
UNIT = re.compile(r"(?P<name>[A-Z][\w'’ .-]{3,60}?) \((?:[^()]*?\b)?(?P<acronym>[A-Z]{3,8})\b[^()]*\)")
CHAMBER = re.compile(r"(?:unicameral|the|or|and the) (?P<name>[A-Z][\w'’ .-]{3,50}?)(?= \(| or | consists)")
CHAMBER_NAME = re.compile(r"^(?P<name>[A-Z][\w'’ .-]{3,50}?)(?: \((?P<other>[^)]*)\))?$")
NOTE = re.compile(r"\bnote\b.*$")
NAME = re.compile(r"[A-Z][\w'’ .-]+")
LONGEST_NAME = 7  # words, as many as are looked up
PLAIN_WORDS = 2
FORCES = frozenset({"MIL", "COP", "SPY"})
SEVERAL = ""


def told(edition: Path) -> Iterator[tuple[str, str, str]]:
    """Yield names of bodies with sector and state; armed groups without one, for they are listed where they fight."""
    for iso3, _, content in countries(edition):
        for text in fields(content, "political parties"):
            for match in filter(None, (PARTY.match(NOTE.sub("", part).strip()) for part in text.split("++"))):
                for name in (match["name"] + match["others"]).split(" or "):
                    yield name.strip(), "PTY", iso3
        for text in fields(content, "military (branches|and security forces)"):
            for match in UNIT.finditer(text):
                sector = sector_of_name(match["name"].split())
                if sector in FORCES:
                    yield match["acronym"], sector, iso3
        for text in fields(content, "legislative branch"):
            for name in chambers(text.partition("++")[0]):
                yield name.strip(), "LEG", iso3
        for text in fields(content, r"terrorist group\(s\)"):
            for part in re.split(r";|\+\+", text):
                name, *others = part.strip().rstrip(")").split(" (")
                for written in (name, *others):
                    is_criminal = (
                        sector_of_name(name.split()) == "CRM"
                    )  # "Army" and "Group" in a name tell nothing here
                    yield written.removeprefix("aka "), "CRM" if is_criminal else "REB", SEVERAL


def chambers(text: str) -> Iterator[str]:
    """Yield the names of a parliament's chambers, by the form of either edition."""
    if match := CHAMBER_NAME.match(text.strip()):
        yield match["name"]
        yield match["other"] or ""
    else:
        yield from (found["name"] for found in CHAMBER.finditer(text) if "member" not in found["name"])


def rows(found: Iterable[tuple[str, str, str]], words: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the names that tell something, with sector and state; without one for what several states have."""
    states: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    sectors: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, sector, iso3 in found:
        states[name, sector][iso3] = None
        sectors[fold(name)][sector] = None
    counts = Counter(word for name, _ in states for word in {*fold(name).split()})
    for (name, sector), homes in sorted(states.items()):
        if len(sectors[fold(name)]) > 1 or not is_telling(name, counts, words) or is_known(name):
            continue
        if len(homes) == 1:
            yield name, sector, next(iter(homes))
        elif ACRONYM.fullmatch(name):
            yield name, sector, SEVERAL


def is_telling(name: str, counts: Counter[str], words: frozenset[str]) -> bool:
    """Tell whether a name is one for certain: initials that are no word, or words of which one is rare."""
    if ACRONYM.fullmatch(name):
        return len(name) >= SHORTEST_ACRONYM and name.lower() not in words
    parts = fold(name).split()
    if not NAME.fullmatch(name) or not 1 < len(parts) <= LONGEST_NAME:
        return False
    plain = words if len(parts) == PLAIN_WORDS else frozenset()  # "New Way" is no party for certain
    return any(counts[part] < COMMON_WORD and part not in plain for part in parts)


def is_known(name: str) -> bool:
    """Tell whether a name means something else already: a state, an organisation, an actor noun."""
    sectors = load_sectors()
    return bool(load_states().meaning(name)) or name in sectors.organizations or fold(name) in sectors.nouns


def english_words() -> frozenset[str]:
    """Return common English words: those that the tokenizer of the network has whole."""
    path = Path("regesta/encoder/weights/tokenizer.json")
    vocabulary = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
    return frozenset(word for word in vocabulary if word.isalpha())


def main() -> None:
    """Read and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("editions", nargs="+", type=Path, help="folders, the oldest edition first")
    found = [row for path in parser.parse_args().editions for row in told(path)]
    table = list(rows(found, english_words()))
    text = "\n".join("\t".join(row) for row in [COLUMNS, *table]) + "\n"
    (DATA / "bodies.tsv.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(table)} names of bodies")


if __name__ == "__main__":
    main()
