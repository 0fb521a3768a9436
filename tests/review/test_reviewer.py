"""What persons say becomes decisions, or an error that says why not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from builders import a_correction, a_decision, a_judgement, a_role, a_statement, an_article, an_event
from stores import filled, write

from regesta.errors import ConfigError
from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.event import Role
from regesta.query.register import Register, open_register
from regesta.query.speech.utterances import open_utterances
from regesta.review.reviewer import Reviewer
from regesta.store.store import Store

NOW = datetime(2026, 1, 2, tzinfo=UTC)
ARTICLES = []
for number in range(3):
    base = an_article(id=f"a{number}")
    said = a_statement(base)
    ARTICLES.append(replace(base, events=(an_event(base, place="Vilnius"),), statements=(said,)))
EVENTS = [article.events[0].id for article in ARTICLES]
JOINED, LONE = EVENTS[:2], EVENTS[2]
ENTRY = min(JOINED)
OTHER = max(JOINED)


@pytest.fixture
def store() -> Store:
    """A store with an entry of two reports, and one of one."""
    return filled(ARTICLES, [a_judgement(left, right) for left, right in pairwise(JOINED)])


@pytest.fixture
def register(store: Store) -> Iterator[Register]:
    with store.view() as view:
        yield open_register(view)


def person(register: Register, **changes: object) -> Reviewer:
    return replace(Reviewer(register, "Ann", "I read both", NOW), **changes)  # type: ignore[arg-type]


def after(store: Store, *decisions: Decision) -> Register:
    with store.writer() as writer:
        writer.add_decisions(decisions)
    with store.view() as view:
        return open_register(view)


def test_a_decision_has_name_reason_and_time(register: Register) -> None:
    (made,) = person(register, author=" Ann ", reason=" why\n").confirm(LONE)
    assert made == a_decision("confirm", LONE, author="Ann", reason="why", made=NOW)


def test_rejecting_an_entry_rejects_every_event_in_it(register: Register) -> None:
    assert sorted(d.event for d in person(register).reject(ENTRY)) == sorted(JOINED)
    assert [d.event for d in person(register, event_only=True).reject(ENTRY)] == [ENTRY]
    assert [d.event for d in person(register).reject(OTHER)] == [OTHER]


def test_a_pair_is_written_with_the_smaller_id_first(register: Register) -> None:
    (made,) = person(register).same(LONE, ENTRY)
    assert [made.event, made.other] == sorted((LONE, made.other if made.event == LONE else made.event))


def test_parting_an_event_from_an_entry_parts_it_from_each_other_event(register: Register, store: Store) -> None:
    made = person(register).different(OTHER, ENTRY)
    assert [(d.event, d.other) for d in made] == [(ENTRY, OTHER)]
    assert after(store, *made).count() == 3


def test_what_cannot_be_judged_of_a_pair_is_refused(register: Register) -> None:
    with pytest.raises(ConfigError, match="in one entry already"):
        person(register).same(*JOINED)
    with pytest.raises(ConfigError, match="one event; give two"):
        person(register).same(LONE, LONE)
    with pytest.raises(ConfigError, match="the same event; give two"):
        person(register).different(LONE, LONE)


def test_two_statements_can_be_judged_one_utterance_and_parted_again(register: Register, store: Store) -> None:
    one, two, three = (article.statements[0].id for article in ARTICLES)
    joined = [*person(register).same(one, two), *person(register).same(two, three)]
    assert [d.events for d in joined] == [tuple(sorted((one, two))), tuple(sorted((two, three)))]
    together = after(store, *joined)
    utterance = open_utterances(together.view).utterance(three)
    assert utterance
    assert utterance.support == 3
    assert {judgement.kind for judgement in utterance.judgements} == {"statement"}
    with pytest.raises(ConfigError, match="one utterance already"):
        person(together).same(one, three)
    apart = person(together).different(three, utterance.id)
    assert len(apart) == 2
    assert len(person(together, event_only=True).different(three, utterance.id)) == 1
    parted = after(store, *apart)
    assert open_utterances(parted.view).utterance(three).support == 1  # type: ignore[union-attr]
    undone = after(store, *(person(parted).undo(decision.id)[0] for decision in apart))
    assert open_utterances(undone.view).utterance(three).support == 3  # type: ignore[union-attr]


def test_a_statement_is_not_judged_beside_an_event_or_itself(register: Register) -> None:
    said = ARTICLES[0].statements[0].id
    for act in ("same", "different"):
        with pytest.raises(ConfigError, match=f"{said} is a statement and {LONE} is none"):
            getattr(person(register), act)(LONE, said)
        with pytest.raises(ConfigError, match="give two"):
            getattr(person(register), act)(said, said)
    with pytest.raises(ConfigError, match="of statements only pairs can be judged"):
        person(register).confirm(said)


@pytest.mark.parametrize(
    ("field", "value", "new"),
    [
        ("type", "threaten", "THREATEN"),
        ("mode", "phone", "phone"),
        ("mode", "none", ""),
        ("status", "planned", "planned"),
        ("date", "2022-12-20", "2022-12-20"),
        ("date", "2022-11", "2022-11-01/2022-11-30"),
        ("date", "2022", "2022-01-01/2022-12-31"),
        ("date", "2022-12-18/2022-12-20", "2022-12-18/2022-12-20"),
        ("date", "none", ""),
        ("place", "riga", "Rīga (LVA)"),
        ("place", "Tripoli, LBN", "Tripoli (LBN)"),
        ("place", "Latvia", "Latvia (LVA)"),
        ("place", "none", ""),
        ("actors", "Latvia; Estonia", "Latvia (LVA); Estonia (EST)"),
        ("actors", "Ann Example (LVA)", "Ann Example (LVA)"),
        ("recipients", "NATO", "NATO (IGO)"),
        ("recipients", "none", ""),
    ],
)
def test_a_corrected_value_is_shown_from_then_on(
    register: Register, store: Store, field: str, value: str, new: str
) -> None:
    made = person(register).correct(LONE, field, value)
    fixed = made[0].correction
    assert fixed
    assert (fixed.field, fixed.new) == (field, new)
    entry = after(store, *made).entry(LONE)
    assert entry
    assert entry.decisions[0].decision == made[0]
    with pytest.raises(ConfigError, match="already"):
        person(after(store)).correct(LONE, field, value)


def test_the_words_of_a_corrected_value_stand_in_the_text_where_it_has_them(register: Register) -> None:
    for field, value, words in (("actors", "Lithuania", "Lithuania"), ("actors", "Latvia", "visited")):
        (made,) = person(register).correct(LONE, field, value)
        assert made.correction
        assert isinstance(made.correction.value, tuple)
        (role,) = made.correction.value
        assert role.text == words == role.span.of(ARTICLES[2].text)


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("colour", "red", "no field 'colour'"),
        ("type", "SHOUT", "no event type 'SHOUT'"),
        ("mode", "aerial", "no mode of CONSULT"),
        ("status", "maybe", "no status"),
        ("date", "2022-13", "is no date"),
        ("date", "2022-12-20/2022-12-18", "ends before it begins"),
        ("date", "", "no value for date"),
        ("place", "Xyzzyville", "no place"),
        ("place", "Riga, XXX", "no state"),
        ("actors", "Ann (XXX)", "no state 'XXX'"),
        ("actors", "Latvia; LVA", "lists a party twice"),
        ("type", "CONSULT", "is CONSULT already"),
    ],
)
def test_an_impossible_value_is_refused(register: Register, field: str, value: str, wrong: str) -> None:
    with pytest.raises(ConfigError, match=wrong):
        person(register).correct(LONE, field, value)


@pytest.mark.parametrize(
    ("value", "shown"), [("13", "13"), ("at least 10", "about 10"), ("10 to 12", "10 to 12"), ("1,200", "1200")]
)
def test_a_number_of_people_is_corrected(value: str, shown: str) -> None:
    article = an_article("Poland attacked Lithuania and killed 31 people.", id="t")
    event = an_event(article, "attacked", type="ASSAULT", mode=None)
    store = filled([replace(article, events=(event,))])
    with store.view() as view:
        (made,) = person(open_register(view)).correct(event.id, "killed", value)
        assert made.correction is not None
        assert (made.correction.old, made.correction.new) == ("", shown)
        for impossible in ("many", "12 to 10", ""):
            with pytest.raises(ConfigError):
                person(open_register(view)).correct(event.id, "killed", impossible)
        with pytest.raises(ConfigError, match="ASSAULT has no detained"):
            person(open_register(view)).correct(event.id, "detained", "3")
    entry = after(store, made).entry(event.id)
    assert entry is not None
    (report,) = entry.reports
    assert report.corrected == ("killed",)
    assert [role.amount and role.amount.unit for role in report.event.named("killed")] == ["people"]


def test_a_person_is_the_one_of_that_name_and_state_that_the_register_knows() -> None:
    def visit(number: int, state: str, entity: str) -> Article:
        article = an_article("Anna Nowak visited Lithuania.", id=f"n{number}")
        event = an_event(article, actor="Anna Nowak")
        actor = a_role(article, "actor", "Anna Nowak", entity=entity, iso3=state, sector="GOV")
        return replace(article, events=(replace(event, roles=(actor, event.recipients[0])),))

    told = [
        visit(1, "CZE", "person:nowak"),
        visit(2, "CZE", "person:nowak"),
        visit(3, "POL", "person:anna-maria-nowak"),
    ]
    with filled(told).view() as view:
        (made,) = person(open_register(view)).correct(told[0].events[0].id, "actors", "Anna Nowak (POL)")
    assert made.correction is not None
    assert isinstance(made.correction.value, tuple)
    assert [role.actor and role.actor.entity for role in made.correction.value if isinstance(role, Role)] == [
        "person:anna-maria-nowak"
    ]


def test_a_later_correction_starts_from_the_earlier(register: Register, store: Store) -> None:
    (first,) = person(register).correct(LONE, "type", "ASSAULT")
    (second,) = person(after(store, first)).correct(LONE, "mode", "drone")
    entry = after(store, second).entry(LONE)
    assert entry
    assert (entry.best.type, entry.best.mode) == ("ASSAULT", "drone")


def test_undoing_needs_a_decision_that_is_not_undone(register: Register, store: Store) -> None:
    with pytest.raises(ConfigError, match="no decision has the id 'nothing'"):
        person(register).undo("nothing")
    (made,) = person(register).reject(LONE)
    (undone,) = person(after(store, made)).undo(made.id)
    left = after(store, undone)
    assert left.entry(LONE)
    with pytest.raises(ConfigError, match="undone already, by Ann"):
        person(left).undo(made.id)
    (again,) = person(left).undo(undone.id)
    assert after(store, again).entry(LONE) is None


def test_a_rejected_event_can_only_be_confirmed(register: Register, store: Store) -> None:
    later = after(store, *person(register).reject(LONE))
    with pytest.raises(ConfigError, match="was rejected"):
        person(later).correct(LONE, "status", "planned")
    assert after(store, *person(later).confirm(LONE)).entry(LONE)


def test_an_id_of_something_else_is_told_apart(register: Register, store: Store) -> None:
    for identifier, wrong in (
        ("a0", "is an article"),
        (ARTICLES[0].statements[0].id, "is a statement"),
        ("nothing", "no entry or event has the id 'nothing'"),
    ):
        with pytest.raises(ConfigError, match=wrong):
            person(register).confirm(identifier)
    write(store, replace(ARTICLES[2], title="Coded again", events=()))
    with pytest.raises(ConfigError, match="no current version of an article reports"):
        person(after(store)).confirm(LONE)


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "dedupe@0.1.0", " dedupe@0.1.0", "a\x00b", "\ud800"])
def test_a_name_must_be_that_of_a_person(register: Register, name: str) -> None:
    with pytest.raises(ConfigError):
        person(register, author=name)


@pytest.mark.parametrize("reason", ["", "\n", "x" * 2001])
def test_a_reason_must_say_something(register: Register, reason: str) -> None:
    with pytest.raises(ConfigError, match="reason"):
        person(register, reason=reason)


def test_a_correction_of_an_entry_is_of_the_event_that_it_shows(register: Register) -> None:
    entry = register.entry(ENTRY)
    assert entry
    (made,) = person(register).correct(ENTRY, "status", "planned")
    assert made.event == entry.best.id
    assert made.correction == a_correction("status", "planned", old="happened", new="planned")


def test_days_of_a_date_are_those_written(register: Register) -> None:
    (made,) = person(register).correct(LONE, "date", "2022-12-18/2022-12-20")
    interval = getattr(made.correction and made.correction.value, "interval", None)
    assert interval
    assert (interval.start, interval.end, interval.precision) == (date(2022, 12, 18), date(2022, 12, 21), "range")
