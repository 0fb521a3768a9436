from regesta.ontology.answers import load_answers


def test_each_word_is_of_one_kind_of_answer() -> None:
    kinds = load_answers().kinds
    for words in ([kind.verbs for kind in kinds], [kind.nouns for kind in kinds]):
        assert len(frozenset().union(*words)) == sum(len(group) for group in words)
