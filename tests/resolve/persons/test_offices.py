import gzip
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from regesta.errors import OntologyError
from regesta.model.annotation import Mention
from regesta.model.article import Article, Source
from regesta.model.entity import Actor
from regesta.model.office import OfficeHolding, OfficeSeen
from regesta.model.span import Span
from regesta.resolve.persons import offices
from regesta.resolve.persons.learning import is_full_name, learn, offices_seen
from regesta.resolve.persons.office_table import COLUMNS, read_offices, write_offices
from regesta.resolve.persons.offices import Asked, Offices, indexed, shipped
from regesta.resolve.persons.verdict import MAJORITY
from regesta.resolve.states.states import DATA

DAY = date(2022, 12, 19)
HEADER = "\t".join(COLUMNS)
ROW = "Jan Novotal\tPresident\tCZE\tGOV\t2022-12-19\t2022-12-20\t3\ta1:0-21"


def seen(article: str = "a1", person: str = "Jan Novotal", iso3: str = "CZE", **changes: Any) -> OfficeSeen:
    """A sighting of President Jan Novotal; the rest replaces fields."""
    base = {"office": "President", "sector": "GOV", "day": DAY, "span": Span(0, 21), **changes}
    return OfficeSeen(person=person, iso3=iso3, article_id=article, **base)


def seen_in(count: int, iso3: str, **changes: Any) -> list[OfficeSeen]:
    """Sightings in as many articles."""
    return [seen(f"{iso3}{number}", iso3=iso3, **changes) for number in range(count)]


def known(*sightings: OfficeSeen) -> Offices:
    return indexed(learn(sightings))


def state_of(found: OfficeHolding | None) -> str | None:
    return found.iso3 if found else None


def written(path: Path, *lines: str) -> Path:
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def test_support_counts_articles_not_mentions() -> None:
    [holding] = learn([seen("a1"), seen("a1", span=Span(50, 61)), seen("a2")])
    assert holding.support == 2


def test_spellings_of_one_name_are_one_holding_under_the_commonest() -> None:
    spellings = ["Jan Novotál", "Jan Novotal", "Jan Novotal"]
    [holding] = learn([seen(f"a{n}", person=person) for n, person in enumerate(spellings)])
    assert (holding.person, holding.support) == ("Jan Novotal", 3)


def test_offices_in_one_state_are_one_holding_under_the_commonest_wording() -> None:
    wordings = ["leader", "President", "President"]
    [holding] = learn([seen(f"a{n}", office=office) for n, office in enumerate(wordings)])
    assert holding.office == "President"


def test_a_holding_tells_its_days_and_cites_the_first() -> None:
    later, first = seen("a1", day=DAY + timedelta(9)), seen("a2", day=DAY, span=Span(7, 20))
    [holding] = learn([seen("a0", day=None), later, first])
    assert (holding.first, holding.last, holding.citation) == (DAY, DAY + timedelta(9), "a2:7-20")


def test_reports_more_than_a_year_apart_and_of_a_former_holder_are_holdings_of_their_own() -> None:
    days = (DAY, DAY + timedelta(300), DAY + timedelta(900))
    told = [seen(f"a{n}", day=day) for n, day in enumerate(days)]
    former = [seen("b1", day=DAY + timedelta(100), sector="ELI"), seen("b2", day=None)]
    found = [(h.first, h.last, h.sector, h.support) for h in learn([*told, *former])]
    assert found == [
        (DAY, days[1], "GOV", 3), (former[0].day, former[0].day, "ELI", 1), (days[2], days[2], "GOV", 1)
    ]  # fmt: skip


def test_a_holding_seen_only_without_dates_has_none() -> None:
    [holding] = learn([seen(day=None, sector=None)])
    assert (holding.first, holding.last, holding.sector) == (None, None, None)


def test_the_order_of_sightings_does_not_matter() -> None:
    sightings = [seen(f"a{n}", day=DAY + timedelta(n % 3), office=f"office {n % 2}", iso3="CZE") for n in range(9)]
    shuffled = random.Random(1).sample(sightings, len(sightings))
    assert learn(shuffled) == learn(sightings)


def test_nothing_seen_is_nothing_learned() -> None:
    assert learn([]) == []
    assert known().holder(Asked("Jan Novotal", DAY)) is None


def test_conflicting_states_stay_two_holdings_and_nobody_is_named() -> None:
    sightings = [*seen_in(2, "CZE"), *seen_in(2, "SVK")]
    assert [(h.iso3, h.support) for h in learn(sightings)] == [("CZE", 2), ("SVK", 2)]
    for name in ("Jan Novotal", "Novotal"):
        assert known(*sightings).holder(Asked(name, DAY)) is None


@pytest.mark.parametrize(("czech", "slovak", "state"), [(2, 1, "CZE"), (1, 1, None), (1, 2, "SVK")])
def test_most_reports_of_a_full_name_decide_between_states(czech: int, slovak: int, state: str | None) -> None:
    both = known(*seen_in(czech, "CZE"), *seen_in(slovak, "SVK"))
    for name in ("Jan Novotal", "Novotal"):
        found = both.found(Asked(name, DAY))
        assert state_of(found.holding) == state
        assert {h.iso3 for h in found.others} == {"CZE", "SVK"} - {state}


def test_only_an_overwhelming_majority_decides_between_bearers_of_a_surname() -> None:
    for count, state in ((MAJORITY, "CZE"), (MAJORITY - 1, None)):
        both = known(*seen_in(count, "CZE"), seen("b", iso3="SVK", person="Petr Novotal"))
        assert state_of(both.holder(Asked("Novotal", DAY))) == state


def test_one_hostile_article_cannot_outvote_the_others() -> None:
    hostile = [seen("liar", iso3="SVK", span=Span(at, at + 9)) for at in range(0, 5000, 10)]
    assert state_of(known(*seen_in(MAJORITY, "CZE"), *hostile).holder(Asked("Jan Novotal", DAY))) == "CZE"


def test_a_namesake_of_another_time_is_no_conflict_for_a_surname() -> None:
    past = seen_in(3, "SVK", person="Petr Novotal", day=DAY - timedelta(days=9000))
    assert state_of(known(*past, *seen_in(1, "CZE")).holder(Asked("Novotal", DAY))) == "CZE"


def test_a_namesake_of_the_same_time_leaves_a_surname_unnamed_but_not_a_full_name() -> None:
    both = known(*seen_in(2, "SVK", person="Petr Novotal"), *seen_in(2, "CZE"))
    assert both.holder(Asked("Novotal", DAY)) is None
    assert state_of(both.holder(Asked("Petr Novotal", DAY))) == "SVK"


@pytest.mark.parametrize(("years", "is_named"), [(-5, False), (-3, True), (0, True), (3, True), (5, False)])
def test_a_bare_surname_means_who_was_in_office_within_four_years(years: int, is_named: bool) -> None:
    day = DAY + timedelta(days=365 * years)
    assert (known(seen()).holder(Asked("Novotal", day)) is not None) == is_named


@pytest.mark.parametrize(("years", "is_named"), [(-20, True), (5, True), (20, True), (30, False)])
def test_a_full_name_reaches_further(years: int, is_named: bool) -> None:
    day = DAY + timedelta(days=365 * years)
    assert (known(seen()).holder(Asked("Jan Novotal", day)) is not None) == is_named


def test_of_two_offices_of_a_person_the_one_told_about_then_counts() -> None:
    minister = seen_in(3, "CZE", office="Prime Minister", day=DAY - timedelta(days=3000))
    president = [seen("later", office="President")]
    both = known(*minister, *president)
    for day, office in ((DAY, "President"), (DAY - timedelta(days=2900), "Prime Minister")):
        found = both.holder(Asked("Jan Novotal", day))
        assert found is not None
        assert found.office == office


def test_an_article_without_date_is_helped_by_a_full_name_only() -> None:
    assert known(seen()).holder(Asked("Novotal", None)) is None
    assert state_of(known(seen()).holder(Asked("Jan Novotal", None))) == "CZE"


@pytest.mark.parametrize(("source", "state"), [("register", "CZE"), ("news", None)])
def test_what_ships_without_a_day_tells_no_surname(source: str, state: str | None) -> None:
    told = indexed(learn([seen(day=None)], source))
    day = DAY + timedelta(days=20_000)
    assert state_of(told.holder(Asked("Novotal", day))) == state
    assert state_of(told.holder(Asked("Jan Novotal", day))) == "CZE"


@pytest.mark.parametrize(
    "name",
    ["Mahmut Orhanli", "Mahmoud Orhanli", "MAHMUD ORHANLI", "Орханли Махмуд", "Mahmúd Orhanli"],
)
def test_full_names_spelled_nearly_alike_are_one_person(name: str) -> None:
    assert state_of(known(seen(person="Mahmud Orhanli", iso3="TUR")).holder(Asked(name, DAY))) == "TUR"


@pytest.mark.parametrize("name", ["Leyla Orhanli", "Mahmud Orhan", "Mahmud", "", " ", "?!"])
def test_other_names_are_other_people(name: str) -> None:
    assert known(seen(person="Mahmud Orhanli", iso3="TUR")).holder(Asked(name, DAY)) is None


def test_the_exact_spelling_comes_before_one_nearly_alike() -> None:
    both = known(*seen_in(9, "TUR", person="Mahmut Orhanli"), *seen_in(1, "AZE", person="Mahmud Orhanli"))
    assert state_of(both.holder(Asked("Mahmud Orhanli", DAY))) == "AZE"


@pytest.mark.parametrize(
    ("name", "is_full"),
    [
        ("Jan Novotal", True),
        ("Abu al Novotal", True),
        ("Novotal", False),
        ("jan novotal", False),
        ("Jan Novotal said", False),
        ("", False),
        ("Jan A B C D Novotal", False),
    ],
)
def test_a_full_name_is_several_words_written_like_names(name: str, is_full: bool) -> None:
    assert is_full_name(name) == is_full


def an_article_with(label: str = "PERSON", **actor: Any) -> Article:
    text = "Czech President Jan Novotal slept."
    base = {"name": "Jan Novotal", "iso3": "CZE", "sector": "GOV", "office": "President", "basis": "demonym"}
    mention = Mention(span=Span(0, 27), head=3, form="name", kind="actor", label=label, actor=Actor(**base | actor))
    return Article(id="a1", text=text, source=Source(published=DAY), mentions=(mention,))


def test_a_title_before_a_full_name_is_seen_with_its_place() -> None:
    [sighting] = offices_seen(an_article_with())
    assert sighting == seen(span=Span(0, 27))


@pytest.mark.parametrize(
    "article",
    [
        an_article_with(label="ORG"),
        an_article_with(office=None),
        an_article_with(iso3=None),
        an_article_with(name="Novotal"),
        an_article_with(basis="surroundings"),
        an_article_with(basis="coreference: demonym"),
        an_article_with(basis="office"),
        Article(id="a1", text="Nobody slept."),
    ],
)
def test_what_is_guessed_or_incomplete_teaches_nothing(article: Article) -> None:
    assert list(offices_seen(article)) == []


def test_a_table_is_read_as_it_was_written_and_written_again_to_the_same_bytes(tmp_path: Path) -> None:
    holdings = learn(
        [seen(), seen("a2", person="Ömer Şahinli", iso3="TUR", day=None, sector=None), seen("a3", iso3="SVK")]
    )
    first, second = tmp_path / "first.tsv.gz", tmp_path / "second.tsv.gz"
    write_offices(holdings, first)
    assert read_offices(first) == holdings
    write_offices(read_offices(first), second)
    assert second.read_bytes() == first.read_bytes()


def test_quotation_marks_in_a_name_are_kept(tmp_path: Path) -> None:
    holdings = learn([seen(person='Jan "Honza" Novotal', office='"President"')])
    write_offices(holdings, tmp_path / "offices.tsv.gz")
    assert read_offices(tmp_path / "offices.tsv.gz") == holdings


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([""], "columns must be person, office"),
        (["person\toffice", "Jan Novotal\tPresident"], "columns must be person, office"),
        ([HEADER, ROW, ROW.replace("\t3\t", "\tmany\t")], "line 3: .*many"),
        ([HEADER, ROW.replace("2022-12-20", "yesterday")], "line 2: .*yesterday"),
        ([HEADER, "Jan Novotal\tPresident"], "line 2: "),
    ],
)
def test_a_broken_table_names_the_file_and_the_line(tmp_path: Path, lines: list[str], message: str) -> None:
    path = written(tmp_path / "offices.tsv.gz", *lines)
    with pytest.raises(OntologyError, match=message) as caught:
        read_offices(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"person\toffice",
        gzip.compress(f"{HEADER}\n{ROW}\n".encode() * 50)[:-12],
        gzip.compress(f"{HEADER}\n{ROW}\n".encode())[:12] + b"noise" * 20,
        gzip.compress(f"{HEADER}\n{ROW}\n".replace("J", "\xc9").encode("latin-1")),
    ],
    ids=["not compressed", "cut off", "damaged", "in another encoding"],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "offices.tsv.gz").write_bytes(content)
    with pytest.raises(OntologyError, match=r"offices\.tsv\.gz: cannot be read; install Regesta again"):
        read_offices(tmp_path / "offices.tsv.gz")


def test_without_a_table_nobody_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offices, "DATA", tmp_path)
    assert shipped.__wrapped__() == ()


def test_the_table_that_ships_holds_facts_in_order() -> None:
    holdings = read_offices(DATA / "offices.tsv.gz")
    assert holdings
    assert len({(h.person, h.iso3, h.office, h.sector, h.first) for h in holdings}) == len(holdings)
    for holding in holdings:
        assert is_full_name(holding.person), holding
        assert holding.support > 0
        assert holding.first is None or holding.last is None or holding.first <= holding.last
        assert max(map(len, (holding.person, holding.office))) < 100, "only facts, no text"


def test_who_left_an_office_and_came_back_is_in_office() -> None:
    told = {"person": "Binyamin Netta", "iso3": "ISR", "citation": "", "office": "prime minister"}
    former = OfficeHolding(sector="ELI", first=date(2005, 12, 5), last=date(2026, 1, 12), support=16, **told)
    again = OfficeHolding(sector="GOV", first=date(2022, 12, 29), last=date(2026, 1, 17), support=1, **told)
    found = [indexed([former, again]).holder(Asked("Netta", day)) for day in (date(2025, 6, 1), date(2012, 6, 1))]
    assert [holding.sector for holding in found if holding] == ["GOV", "ELI"]


def test_a_report_without_a_day_counts_against_those_of_other_states_at_all_times() -> None:
    told = {"person": "Jan Novotal", "office": "president", "sector": "GOV", "citation": "", "source": "register"}
    stray = OfficeHolding(iso3="AUS", first=None, last=None, support=1, **told)
    often = OfficeHolding(iso3="CZE", first=date(2012, 1, 1), last=date(2020, 1, 1), support=9, **told)
    for name in ("Novotal", "Jan Novotal"):
        found = indexed([stray, often]).found(Asked(name, date(2000, 6, 1))).holding
        assert found is not None
        assert (found.iso3, found.office) == ("CZE", "")  # twelve years before it was first told of
    alone = indexed([stray]).holder(Asked("Novotal", date(2000, 6, 1)))
    assert alone is not None
    assert alone.iso3 == "AUS"
