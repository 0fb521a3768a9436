from regesta.ontology.event_types import is_mutual


def test_meetings_agreements_and_cooperation_take_two() -> None:
    assert all(map(is_mutual, ("AGREE", "CONSULT", "COOPERATE")))
    assert not any(map(is_mutual, ("AID", "SUPPORT", "ASSAULT")))


def test_acts_of_a_type_that_is_no_longer_declared_take_one() -> None:
    assert not is_mutual("EXTRADITE")
