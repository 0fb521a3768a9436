from regesta.dedupe.topics import PLAIN, stem


def test_forms_of_a_word_are_one() -> None:
    assert stem("lifted") == stem("Lifting")
    assert stem("interest") != stem("internal")


def test_words_of_any_topic_are_plain() -> None:
    assert {"said", "monday", "minister"} <= PLAIN
