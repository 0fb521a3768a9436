from builders import a_role, an_article

from regesta.dedupe.topics import topic


def test_a_topic_is_what_a_sentence_speaks_of_beside_parties_and_plain_words() -> None:
    words = "Poland's minister said on Monday that Polish lorries carried 500 tonnes of grain to Lithuania."
    article = an_article(words)
    parties = [a_role(article, "actor", "Poland"), a_role(article, "recipient", "Lithuania")]
    assert list(topic(words, parties).values()) == ["Polish", "lorries", "carried", "500", "tonnes", "grain"]


def test_forms_of_a_word_are_one() -> None:
    assert topic("lifted", ()).keys() == topic("Lifting", ()).keys()


def test_a_sentence_of_plain_words_has_no_topic() -> None:
    assert topic("He said so on Monday.", ()) == {}
