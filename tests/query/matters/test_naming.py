from builders import a_role, an_article

from regesta.query.matters.naming import party_names, people_of, states_named


def test_states_are_named_by_name_people_or_capital() -> None:
    assert states_named("Poland's minister and a Lithuanian envoy flew to Riga.") == {"POL", "LTU", "LVA"}


def test_words_that_are_codes_by_chance_name_no_state() -> None:
    assert states_named("And they can. Are you? Per month. Can it?") == frozenset()


def test_a_list_of_many_states_names_none() -> None:
    text = "Envoys of Poland, Lithuania, Latvia, Estonia, Sweden, Norway and Denmark came."
    assert states_named(text) == frozenset()


def test_persons_are_told_apart_by_surname_within_a_state() -> None:
    article = an_article("Anna Nowak met Nowak of Poland and Jan Kot.")
    roles = [
        a_role(article, "actor", "Anna Nowak", entity="person:anna-nowak", iso3="POL"),
        a_role(article, "recipient", "Nowak", entity="person:nowak", iso3="POL"),
        a_role(article, "recipient", "Jan Kot", entity="person:jan-kot", iso3=None),
        a_role(article, "recipient", "Poland"),
    ]
    assert people_of(roles) == {"POL": frozenset({"nowak"}), "": frozenset({"kot"})}
    assert party_names(roles) == ("Anna Nowak (POL)", "Nowak (POL)", "Jan Kot", "Poland (POL)")
