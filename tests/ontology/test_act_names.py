from regesta.ontology.event_types import act_name, load_ontology


def test_a_type_and_its_modes_have_names_for_readers() -> None:
    assert (act_name("CONSULT"), act_name("CONSULT", "visit"), act_name("CONSULT", "phone")) == (
        "meet or talk",
        "visit",
        "telephone",
    )


def test_no_two_acts_of_a_type_have_one_name() -> None:
    for code, event_type in load_ontology().event_types.items():
        names = [act_name(code), *(act_name(code, mode) for mode in event_type.modes)]
        assert len(set(names)) == len(names), code


def test_a_type_that_is_no_longer_declared_is_called_by_its_code() -> None:
    assert (act_name("EXTRADITE"), act_name("EXTRADITE", "by-air")) == ("extradite", "extradite, by air")
