import pytest

from regesta.errors import OntologyError
from regesta.ontology.event_types import load_ontology
from regesta.query.views import check_kind, load_views
from regesta.store.filters import EventKind


def test_the_views_users_ask_for_are_there() -> None:
    assert {"meetings", "agreements", "sanctions", "exercises", "attacks"} <= set(load_views())


def test_every_view_says_what_belongs_to_it() -> None:
    for view in load_views().values():
        assert view.title
        assert view.description
        assert view.kinds


def test_phone_calls_are_no_meetings() -> None:
    assert EventKind(cameo="041") not in load_views()["meetings"].kinds
    assert load_views()["calls"].kinds == (EventKind(cameo="041"),)


@pytest.mark.parametrize(
    "kind",
    [
        EventKind(type="MEET"),
        EventKind(type="CONSULT", mode="abduct"),
        EventKind(mode="visit"),
        EventKind(cameo="99"),
        EventKind(),
    ],
)
def test_a_kind_no_event_can_have_is_refused(kind: EventKind) -> None:
    with pytest.raises(OntologyError, match="some"):
        check_kind("some", kind)


def test_most_event_types_are_in_some_view() -> None:
    named = {kind.type for view in load_views().values() for kind in view.kinds if kind.type}
    assert named <= set(load_ontology().event_types)
    assert len(named) >= 9
