from datetime import date

from builders import a_correction, a_date, a_role, an_article, an_event

from regesta.model.decision import CorrectedField, Value
from regesta.model.event import Event
from regesta.query.clusters.corrected import corrected


def fixed(field: CorrectedField, value: Value, event: Event | None = None) -> Event:
    return corrected(event or an_event(an_article()), [a_correction(field, value)])


def test_another_type_brings_its_own_code_class_and_intensity() -> None:
    event = fixed("type", "THREATEN")
    assert (event.type, event.mode, event.cameo, event.quad) == ("THREATEN", None, "130", 3)
    assert event.intensity < 0


def test_a_mode_that_the_new_type_has_stays() -> None:
    assert fixed("type", "CONSULT").mode == "visit"


def test_another_mode_brings_its_code() -> None:
    assert fixed("mode", "phone").cameo == "041"
    assert fixed("mode", "visit").cameo == "042"  # the code it had fits
    assert (fixed("mode", None).mode, fixed("mode", None).cameo) == (None, "040")


def test_date_place_and_status_are_replaced_or_taken_away() -> None:
    assert fixed("date", a_date(date(2022, 1, 1))).date == a_date(date(2022, 1, 1))
    assert fixed("date", None).date is None
    assert fixed("place", None, an_event(an_article(), place="Vilnius")).place is None
    assert fixed("status", "denied").status == "denied"


def test_parties_of_one_role_are_replaced_and_the_others_stay() -> None:
    article = an_article()
    event = fixed("actors", (a_role(article, "actor", "Vilnius"),))
    assert [role.text for role in event.actors] == ["Vilnius"]
    assert [role.text for role in event.recipients] == ["Lithuania"]
    assert fixed("recipients", ()).recipients == ()


def test_corrections_are_applied_in_order() -> None:
    changes = [a_correction("type", "ASSAULT"), a_correction("mode", "aerial")]
    event = corrected(an_event(an_article()), changes)
    assert (event.type, event.mode) == ("ASSAULT", "aerial")
