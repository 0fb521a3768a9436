"""Offices learned from the news: who was seen in which office of which state, and whom a bare name means by that."""

import csv
import gzip
import io
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from regesta.errors import OntologyError
from regesta.model.article import Article
from regesta.model.office import OfficeHolding, OfficeSeen
from regesta.resolve.names import fold
from regesta.resolve.states import DATA

# What a title itself says; states known only by coreference or by what is near teach nothing.
TELLING_BASES = frozenset({"name", "demonym", "capital", "seat", "organization"})
FULL_NAME_DAYS = 25 * 365  # a full name is hardly ever borne by two people in the news
SURNAME_DAYS = 4 * 365  # a bare surname means the one who was in the news about then
MAJORITY = 4  # a surname's commonest state must be told that many times as often as all others together
SAME_SPELLING = 85  # of 100: "mahmud abbas" and "mahmoud abbas", not "george bush" and "laura bush"
COLUMNS = ("person", "office", "iso3", "sector", "first", "last", "support", "citation")


def offices_seen(article: Article) -> Iterator[OfficeSeen]:
    """Yield the offices that an article gives to people by their full names."""
    for mention in article.mentions:
        actor = mention.actor
        if actor is None or mention.label != "PERSON" or actor.office is None or actor.iso3 is None:
            continue
        if actor.basis in TELLING_BASES and is_full_name(actor.name):
            yield OfficeSeen(
                person=" ".join(actor.name.split()),
                office=" ".join(actor.office.split()),
                iso3=actor.iso3,
                sector=actor.sector,
                day=article.source.day,
                article_id=article.id,
                span=mention.span,
            )


def is_full_name(name: str) -> bool:
    """Tell whether a name has a given name and a surname, both written like names."""
    words = name.split()
    return 1 < len(words) <= 5 and all(word[:1].isupper() or word in {"al", "bin", "de", "van", "da"} for word in words)


def learn(seen: Iterable[OfficeSeen]) -> list[OfficeHolding]:
    """Return the office holdings that single sightings add up to, ordered by person, state and office.

    Offices of one person in one state are one holding under their commonest wording; different states are kept apart,
    so that a conflict shows as two holdings with their support.
    """
    groups: defaultdict[tuple[str, str], list[OfficeSeen]] = defaultdict(list)
    for sighting in seen:
        groups[fold(sighting.person), sighting.iso3].append(sighting)
    found = []
    for sightings in groups.values():
        ordered = sorted(sightings, key=lambda s: (s.day or date.max, s.article_id, s.span))
        days = [s.day for s in ordered if s.day]
        first = ordered[0]
        found.append(
            OfficeHolding(
                person=commonest({(s.article_id, s.person) for s in ordered}),
                office=commonest({(s.article_id, s.office) for s in ordered}),
                iso3=first.iso3,
                sector=commonest({(s.article_id, s.sector or "") for s in ordered}) or None,
                first=min(days, default=None),
                last=max(days, default=None),
                support=len({s.article_id for s in ordered}),
                citation=f"{first.article_id}:{first.span.start}-{first.span.end}",
            )
        )
    return sorted(found, key=lambda h: (fold(h.person), h.iso3))


def commonest(told: Iterable[tuple[str, str]]) -> str:
    """Return the value that most articles tell, the first of equals in the alphabet.

    Args:
        told: Pairs of article id and value, each once.
    """
    counts = Counter(value for _, value in told)
    return min(counts, key=lambda value: (-counts[value], value))


@dataclass(frozen=True)
class Offices:
    """Office holdings by name.

    Attributes:
        by_name: Holdings by folded full name.
        by_surname: Holdings by the folded last word of the name.
    """

    by_name: Mapping[str, tuple[OfficeHolding, ...]]
    by_surname: Mapping[str, tuple[OfficeHolding, ...]]

    def holder(self, name: str, day: date | None) -> OfficeHolding | None:
        """Return the office holding that a name means on a day.

        Args:
            name: A full name, or a surname alone.
            day: Day of the article; None when unknown: then only a full name is looked up.

        Returns:
            The best supported holding; None when nobody of that name is known about then, or when holdings of
            different states contradict each other.
        """
        key = fold(name)
        if " " in key:
            return agreed(self.by_name.get(key) or self.alike(key), day, FULL_NAME_DAYS)
        return agreed(self.by_surname.get(key, ()), day, SURNAME_DAYS) if day else None

    def alike(self, key: str) -> tuple[OfficeHolding, ...]:
        """Return the holdings of names with the same surname that are spelled nearly like a folded full name."""
        same_surname = self.by_surname.get(key.split()[-1], ())
        return tuple(h for h in same_surname if fuzz.ratio(fold(h.person), key) >= SAME_SPELLING)


def agreed(holdings: Iterable[OfficeHolding], day: date | None, reach_days: int) -> OfficeHolding | None:
    """Return the best supported holding about a day; None when other states have too many of the reports."""
    near = [h for h in holdings if day is None or distance_days(h, day) <= reach_days]
    if not near:
        return None
    support = Counter[str]()
    for holding in near:
        support[holding.iso3] += holding.support
    iso3, most = support.most_common(1)[0]
    if most < MAJORITY * (support.total() - most):
        return None
    return max((h for h in near if h.iso3 == iso3), key=lambda h: (h.support, h.person))


def distance_days(holding: OfficeHolding, day: date) -> int:
    """Return how many days lie between a day and the time a holding was seen; 0 within it, or when it has no dates."""
    if holding.first is None or holding.last is None:
        return 0
    return max(0, (holding.first - day).days, (day - holding.last).days)


def write_offices(holdings: Iterable[OfficeHolding], path: Path) -> None:
    """Write holdings as a gzipped table; the same holdings give the same bytes."""
    rows = (
        (h.person, h.office, h.iso3, h.sector or "", h.first or "", h.last or "", h.support, h.citation)
        for h in holdings
    )
    text = "\n".join("\t".join(map(str, row)) for row in [COLUMNS, *rows]) + "\n"
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def read_offices(path: Path) -> list[OfficeHolding]:
    """Read a table of holdings.

    Raises:
        OntologyError: The file is no such table, it has other columns, or a value does not fit.
    """
    try:
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise OntologyError(f"{path}: cannot be read; install Regesta again ({error})") from error
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    if tuple(table.fieldnames or ()) != COLUMNS:
        raise OntologyError(f"{path}: columns must be {', '.join(COLUMNS)}")
    try:
        return [holding_of(row) for row in table]
    except ValueError as error:
        raise OntologyError(f"{path}: line {table.line_num}: {error}") from error


def holding_of(row: Mapping[str, str]) -> OfficeHolding:
    """Return one row of a table as a holding."""
    return OfficeHolding(
        person=row["person"],
        office=row["office"],
        iso3=row["iso3"],
        sector=row["sector"] or None,
        first=date.fromisoformat(row["first"]) if row["first"] else None,
        last=date.fromisoformat(row["last"]) if row["last"] else None,
        support=int(row["support"]),
        citation=row["citation"],
    )


@lru_cache(maxsize=1)
def load_offices() -> Offices:
    """Load the holdings that ship with Regesta, once per process."""
    path = DATA / "offices.tsv.gz"
    return indexed(read_offices(path) if path.exists() else [])


def indexed(holdings: Iterable[OfficeHolding]) -> Offices:
    """Return holdings by name."""
    by_name: defaultdict[str, list[OfficeHolding]] = defaultdict(list)
    by_surname: defaultdict[str, list[OfficeHolding]] = defaultdict(list)
    for holding in holdings:
        key = fold(holding.person)
        if not key:
            continue
        by_name[key].append(holding)
        by_surname[key.split()[-1]].append(holding)
    return Offices(
        {name: tuple(found) for name, found in by_name.items()},
        {name: tuple(found) for name, found in by_surname.items()},
    )
