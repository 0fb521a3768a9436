import sqlite3
import unicodedata

import pytest

from regesta.store.words import Phrase, fold, folded_words, fts_expression, name_key, occur, parse_query


def test_case_and_diacritics_do_not_matter() -> None:
    assert fold("Erdoğan ÉLYSÉE") == "erdogan elysee"


def test_names_become_whole_words() -> None:
    assert name_key("Jean-Noël Barrot") == " jean noel barrot "


def test_a_query_is_words_phrases_and_prefixes() -> None:
    assert parse_query('grain "black sea" sanction* U.S.') == (
        Phrase(("grain",), prefix=False),
        Phrase(("black", "sea"), prefix=False),
        Phrase(("sanction",), prefix=True),
        Phrase(("U", "S"), prefix=False),
    )


def test_what_a_query_asks_for_again_is_looked_for_once() -> None:
    """Else a query of nothing but one common word, 60 kB of it, kept a server busy for minutes."""
    asked = parse_query('the The "THE" the* Élysée elysee ' * 1000)
    assert asked == (Phrase(("the",), prefix=False), Phrase(("the",), prefix=True), Phrase(("Élysée",), prefix=False))


def test_letters_with_marks_of_their_own_are_the_same_letters() -> None:
    decomposed = unicodedata.normalize("NFD", "Élysée")
    assert parse_query(decomposed) == parse_query("Élysée")
    assert occur(parse_query(decomposed), folded_words("the Élysée"))


def test_a_query_of_punctuation_asks_for_nothing() -> None:
    assert parse_query('" ! "* ""') == ()
    assert not occur((), ["word"])


def test_an_expression_quotes_every_phrase_so_that_no_word_is_an_operator() -> None:
    assert fts_expression(parse_query('NOT grain "black sea"*')) == '"NOT" "grain" "black sea"*'


@pytest.mark.parametrize(
    "query",
    [
        "talks",
        '"held talks"',
        "talk*",
        "Ankara'da",
        "çay",
        "NEAR",
        "talks AND nothing",
        "u.s. talks",
        "1,5",
        'a"b',
    ],
)
def test_memory_and_sqlite_find_the_same(query: str) -> None:
    texts = ["They held talks in Ankara'da over çay.", "U.S. talks near 1,5 AND nothing", "Talking a b", "talks held"]
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE t USING fts5(w, content='', tokenize=\"unicode61 remove_diacritics 2\")")
    index.executemany("INSERT INTO t (rowid, w) VALUES (?, ?)", enumerate(texts))
    phrases = parse_query(query)
    in_memory = [number for number, text in enumerate(texts) if occur(phrases, folded_words(text))]
    rows = index.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid", (fts_expression(phrases),)).fetchall()
    index.close()
    assert in_memory == [row for (row,) in rows]
