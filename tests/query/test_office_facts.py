"""Who holds which office by the articles of a store."""

from dataclasses import replace

from builders import DAY, an_article
from stores import NOW, SETTINGS

from regesta.model.office import OfficeSeen
from regesta.model.span import Span
from regesta.query.offices import OfficeFact, office_facts, one_entity
from regesta.query.told_offices import retold, told_by
from regesta.store.store import Store, open_store


def seen(article: str, person: str, iso3: str = "BLR", office: str = "President") -> OfficeSeen:
    return OfficeSeen(
        person=person, office=office, iso3=iso3, sector="GOV", day=DAY, article_id=article, span=Span(0, 5), run=1
    )


def told(*sightings: OfficeSeen) -> Store:
    """A store whose articles give these offices."""
    store = open_store("memory:")
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        for article_id in dict.fromkeys(one.article_id for one in sightings):
            writer.add_article(run, an_article(id=article_id))
            writer.set_offices(article_id, [one for one in sightings if one.article_id == article_id])
    return store


def facts(store: Store, person: str | None = None, state: str | None = None) -> list[OfficeFact]:
    with store.view() as view:
        return office_facts(view, person, state)


def test_spellings_share_an_entity_and_every_office_its_citations() -> None:
    found = facts(told(seen("a1", "Ales Orhanka"), seen("a2", "Алесь Орханка"), seen("a3", "Ales Orhanka")))
    assert [(f.entity, f.holding.support, f.spellings) for f in found] == [
        ("person:ales-orhanka", 2, ("Ales Orhanka", "Алесь Орханка")),
        ("person:ales-orhanka", 1, ("Ales Orhanka", "Алесь Орханка")),
    ]
    assert [s.article_id for s in found[0].sightings] == ["a1", "a3"]


def test_a_conflict_is_shown_on_both_sides_and_overwrites_nothing() -> None:
    found = facts(told(seen("a1", "Ales Orhanka"), seen("a2", "Ales Orhanka"), seen("b1", "Ales Orhanka", "LVA")))
    assert [(f.holding.iso3, f.holding.support, f.conflicts) for f in found] == [
        ("BLR", 2, (("LVA", 1),)),
        ("LVA", 1, (("BLR", 2),)),
    ]


def test_two_offices_of_one_person_are_two_facts() -> None:
    found = facts(told(seen("a1", "Ales Orhanka"), seen("a2", "Ales Orhanka", office="Prime Minister")))
    assert [(f.holding.office, [s.article_id for s in f.sightings]) for f in found] == [
        ("President", ["a1"]),
        ("Prime Minister", ["a2"]),
    ]


def test_persons_are_found_in_any_spelling_and_states_by_code() -> None:
    store = told(seen("a1", "Ales Orhanka"), seen("a2", "Алесь Орханка"), seen("b1", "Ana Zilani", "LVA"))
    assert len(facts(store, person="orhanka")) == 2
    assert len(facts(store, person="Zilani", state="BLR")) == 0
    assert len(facts(store, person="?")) == 0
    assert [f.holding.person for f in facts(store, state="LVA")] == ["Ana Zilani"]


def test_every_spelling_leads_to_one_entity_unless_it_is_somebody_elses_too() -> None:
    store = told(
        seen("a1", "Ales Orhanka"), seen("a2", "Ales Orhanko"), seen("b1", "Ana Zilani"), seen("b2", "Anna Zilani"),
        seen("b3", "Anna Zilani", "LVA"),
    )  # fmt: skip
    with store.view() as view:
        names = ("ales-orhanka", "ales-orhanko", "anna-zilani", "jan-nowhere")
        found = one_entity(told_by(view.offices_seen()), {f"person:{name}" for name in names})
    assert found["person:ales-orhanko"] == found["person:ales-orhanka"] == "person:ales-orhanka"
    assert "person:anna-zilani" not in found


def test_only_the_offices_of_states_in_question_are_worked_out() -> None:
    told = told_by([seen("a1", "Ales Orhanka"), seen("b1", "Ana Zilani", "LVA")])
    assert one_entity(told, {"person:ales-orhanka"}) == {"person:ales-orhanka": "person:ales-orhanka"}
    assert one_entity(told, {"state:POL"}) == {}
    assert "spelled" in vars(told["BLR"])
    assert "spelled" not in vars(told["LVA"])


def test_an_article_that_tells_something_else_concerns_its_states_alone() -> None:
    every = [seen("a1", "Ales Orhanka"), seen("a2", "Ana Zilani", "LVA"), seen("b1", "Jan Kask", "EST")]
    before = told_by(every)
    after = retold(before, {"a2"}, [seen("a2", "Ana Zilani", "EST")])
    assert after == told_by([every[0], replace(every[1], iso3="EST"), every[2]])
    assert after["BLR"] is before["BLR"]
