"""Learns who holds which office from articles: sightings, and what they add up to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from regesta.model.article import Article
from regesta.model.office import OfficeHolding, OfficeSeen
from regesta.resolve.names.actor_words import RELATIONAL
from regesta.resolve.names.forms import fold
from regesta.resolve.persons.office_bodies import body_of
from regesta.resolve.persons.persons import GENERAL_OFFICES, offices_agree
from regesta.resolve.phrases.sectors import FORMER_SECTOR

# What a title itself says; states known only by coreference or by what is near teach nothing.
APART_DAYS = 365  # between two reports of an office that are one holding
LONGEST_NAME = 5  # words of a person's name
PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "van", "von", "da", "dos", "del", "der"})
TELLING_BASES = frozenset({"name", "demonym", "capital", "seat", "organization"})


def offices_seen(article: Article) -> Iterator[OfficeSeen]:
    """Yield the offices that an article gives to people by their full names."""
    for mention in article.mentions:
        actor = mention.actor
        if actor is None or mention.label != "PERSON" or actor.office is None or actor.iso3 is None:
            continue
        is_telling = actor.basis in TELLING_BASES and actor.office.lower() not in RELATIONAL
        if is_telling and is_full_name(actor.name):
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
    return 1 < len(words) <= LONGEST_NAME and all(map(is_name_word, words))


def is_name_word(word: str) -> bool:
    """Tell whether a word is written like one of a name: "Assad", "al-Assad", "bin"."""
    return word in PARTICLES or any(part[:1].isupper() for part in word.split("-"))


def learn(seen: Iterable[OfficeSeen], source: str = "news") -> list[OfficeHolding]:
    """Return the office holdings that single sightings add up to, ordered by person, state and office.

    Wordings of one office are one holding under the commonest; other offices and other states are kept apart, so
    that a conflict shows as two holdings with their support. So are reports of a former holder, and reports more than
    a year apart, which tell nothing of the days between. Other spellings are other holdings too;
    `regesta.resolve.persons.persons` joins them.

    Args:
        seen: Sightings, in any order.
        source: Who tells it, as `OfficeHolding.source`.
    """
    groups: defaultdict[tuple[str, str], list[OfficeSeen]] = defaultdict(list)
    for sighting in seen:
        groups[fold(sighting.person), sighting.iso3].append(sighting)
    found = []
    for sightings in (run for group in groups.values() for part in by_office(group) for run in by_time(part)):
        ordered = sorted(sightings, key=lambda s: (s.run, s.day or date.max, s.article_id, s.span))
        days = [s.day for s in ordered if s.day]
        first = ordered[0]
        found.append(
            OfficeHolding(
                person=commonest({(s.article_id, s.person) for s in ordered}),
                office=(office := commonest({(s.article_id, s.office) for s in ordered})),
                iso3=first.iso3,
                sector=commonest({(s.article_id, s.sector or "") for s in ordered}) or None,
                first=min(days, default=None),
                last=max(days, default=None),
                support=len({s.article_id for s in ordered}),
                citation=f"{first.article_id}:{first.span.start}-{first.span.end}",
                source=source,
                run=first.run,
                body=body_of(office, first.iso3),
            )
        )
    return in_order(found)


def in_order(holdings: Iterable[OfficeHolding]) -> list[OfficeHolding]:
    """Return holdings ordered by person, state, time and office."""
    return sorted(holdings, key=lambda h: (fold(h.person), h.iso3, h.first or date.max, h.office))


def by_office(sightings: Iterable[OfficeSeen]) -> list[list[OfficeSeen]]:
    """Return the sightings of one person apart by office; wordings that may be one office stay together.

    A general wording ("leader") goes with the office that most articles tell.
    """
    told: defaultdict[str, list[OfficeSeen]] = defaultdict(list)
    for sighting in sightings:
        told[sighting.office].append(sighting)

    def rank(office: str) -> tuple[bool, int, str]:
        return fold(office) in GENERAL_OFFICES, -len({s.article_id for s in told[office]}), office

    parts: list[tuple[str, list[OfficeSeen]]] = []
    for office in sorted(told, key=rank):
        same = next((part for leader, part in parts if offices_agree(leader, office)), None)
        if same is None:
            parts.append((office, told[office]))
        else:
            same.extend(told[office])
    return [part for _, part in parts]


def by_time(sightings: Iterable[OfficeSeen]) -> list[list[OfficeSeen]]:
    """Return the sightings of an office apart by whether it is a former one, and where more than a year lies between.

    Those without a day go with the most others.
    """
    parts: list[list[OfficeSeen]] = []
    ordered = sorted(sightings, key=lambda s: (s.sector == FORMER_SECTOR, s.day is None, s.day or date.max))
    for _, same in groupby(ordered, key=lambda s: s.sector == FORMER_SECTOR):
        runs: list[list[OfficeSeen]] = []
        for sighting in same:
            if sighting.day is None and runs:
                max(runs, key=len).append(sighting)
            elif runs and sighting.day and is_soon(runs[-1][-1].day, sighting.day):
                runs[-1].append(sighting)
            else:
                runs.append([sighting])
        parts.extend(runs)
    return parts


def is_soon(earlier: date | None, later: date) -> bool:
    """Tell whether a day lies within a year behind another."""
    return earlier is not None and (later - earlier).days <= APART_DAYS


def commonest(told: Iterable[tuple[str, str]]) -> str:
    """Return the value that most articles tell, the first of equals in the alphabet.

    Args:
        told: Pairs of article id and value, each once.
    """
    counts = Counter(value for _, value in told)
    return min(counts, key=lambda value: (-counts[value], value))
