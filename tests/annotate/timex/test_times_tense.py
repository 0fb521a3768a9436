from dataclasses import replace
from datetime import date

import pytest

from regesta.annotate.times import find_times
from regesta.annotate.timex.tense import direction_at
from regesta.model.article import Article, Source
from regesta.model.parse import Parse
from tests.annotate.parses import Row, a_parse

WILL_MEET: list[Row] = [
    ("They", "they", "PRP", 2, "nsubj"),
    ("will", "will", "MD", 2, "aux"),
    ("meet", "meet", "VB", 2, "ROOT"),
    ("on", "on", "IN", 2, "prep"),
    ("Monday", "monday", "NNP", 3, "pobj"),
]
MET: list[Row] = [
    ("They", "they", "PRP", 1, "nsubj"),
    ("met", "meet", "VBD", 1, "ROOT"),
    ("on", "on", "IN", 1, "prep"),
    ("Monday", "monday", "NNP", 2, "pobj"),
]
COULD_HAVE_LEFT: list[Row] = [
    ("He", "he", "PRP", 3, "nsubj"),
    ("could", "could", "MD", 3, "aux"),
    ("have", "have", "VB", 3, "aux"),
    ("left", "leave", "VBN", 3, "ROOT"),
    ("Monday", "monday", "NNP", 3, "npadvmod"),
]
EXPIRES: list[Row] = [
    ("It", "it", "PRP", 1, "nsubj"),
    ("expires", "expire", "VBZ", 1, "ROOT"),
    ("Monday", "monday", "NNP", 1, "npadvmod"),
]
WAS_SET_FOR: list[Row] = [
    ("Talks", "talk", "NNS", 2, "nsubjpass"),
    ("were", "be", "VBD", 2, "auxpass"),
    ("scheduled", "schedule", "VBN", 2, "ROOT"),
    ("for", "for", "IN", 2, "prep"),
    ("Monday", "monday", "NNP", 3, "pobj"),
]


def leave_monday(word: str, lemma: str) -> list[Row]:
    """He ... to leave Monday."""
    return [
        ("He", "he", "PRP", 1, "nsubj"),
        (word, lemma, "VBD", 1, "ROOT"),
        ("to", "to", "TO", 3, "aux"),
        ("leave", "leave", "VB", 1, "xcomp"),
        ("Monday", "monday", "NNP", 3, "npadvmod"),
    ]


PUT_OFF: list[Row] = [
    ("They", "they", "PRP", 1, "nsubj"),
    ("delayed", "delay", "VBD", 1, "ROOT"),
    ("talks", "talk", "NNS", 1, "dobj"),
    ("until", "until", "IN", 1, "prep"),
    ("Monday", "monday", "NNP", 3, "pobj"),
]
NOT_REACHED: list[Row] = [
    ("He", "he", "PRP", 4, "nsubjpass"),
    ("could", "could", "MD", 4, "aux"),
    ("not", "not", "RB", 4, "neg"),
    ("be", "be", "VB", 4, "auxpass"),
    ("reached", "reach", "VBN", 4, "ROOT"),
    ("Monday", "monday", "NNP", 4, "npadvmod"),
]
COULD_MEET: list[Row] = [
    ("They", "they", "PRP", 2, "nsubj"),
    ("could", "could", "MD", 2, "aux"),
    ("meet", "meet", "VB", 2, "ROOT"),
    ("Monday", "monday", "NNP", 2, "npadvmod"),
]
RECORD_SET: list[Row] = [
    ("records", "record", "NNS", 0, "ROOT"),
    ("set", "set", "VBN", 0, "acl"),
    ("on", "on", "IN", 1, "prep"),
    ("Monday", "monday", "NNP", 2, "pobj"),
]
HAD_BEEN_DUE: list[Row] = [
    ("It", "it", "PRP", 2, "nsubj"),
    ("had", "have", "VBD", 2, "aux"),
    ("been", "be", "VBN", 2, "ROOT"),
    ("due", "due", "JJ", 2, "acomp"),
    ("to", "to", "TO", 5, "aux"),
    ("expire", "expire", "VB", 3, "xcomp"),
    ("Monday", "monday", "NNP", 5, "npadvmod"),
]


IS_HELD: list[Row] = [
    ("Talks", "talk", "NNS", 2, "nsubjpass"),
    ("are", "be", "VBP", 2, "auxpass"),
    ("held", "hold", "VBN", 2, "ROOT"),
    ("before", "before", "IN", 2, "prep"),
    ("end", "end", "NN", 3, "pobj"),
    ("of", "of", "IN", 4, "prep"),
    ("June", "june", "NNP", 5, "pobj"),
]
GO_ON: list[Row] = [
    ("Talks", "talk", "NNS", 1, "nsubj"),
    ("continue", "continue", "VBP", 1, "ROOT"),
    ("until", "until", "IN", 1, "prep"),
    ("noon", "noon", "NN", 2, "pobj"),
    ("on", "on", "IN", 3, "prep"),
    ("Monday", "monday", "NNP", 4, "pobj"),
]
HAD_UNTIL: list[Row] = [
    ("They", "they", "PRP", 1, "nsubj"),
    ("had", "have", "VBD", 1, "ROOT"),
    *GO_ON[2:],
]


def if_freed(*above: Row) -> list[Row]:
    """... if they were freed by Monday."""
    verb = len(above) + 3
    return [
        *above,
        ("if", "if", "IN", verb, "mark"),
        ("they", "they", "PRP", verb, "nsubjpass"),
        ("were", "be", "VBD", verb, "auxpass"),
        ("freed", "free", "VBN", len(above) - 1, "advcl"),
        ("by", "by", "IN", verb, "prep"),
        ("Monday", "monday", "NNP", verb + 1, "pobj"),
    ]


WOULD_SIGN: list[Row] = [
    ("He", "he", "PRP", 2, "nsubj"),
    ("would", "would", "MD", 2, "aux"),
    ("sign", "sign", "VB", 2, "ROOT"),
]
ASKED: list[Row] = [("He", "he", "PRP", 1, "nsubj"), ("asked", "ask", "VBD", 1, "ROOT")]


def sentence(rows: list[Row]) -> tuple[str, Parse]:
    text = " ".join(word for word, *_ in rows) + "."
    return text, a_parse(text, rows)


@pytest.mark.parametrize(
    ("rows", "direction"),
    [
        (WILL_MEET, 1),
        (MET, -1),
        (leave_monday("agreed", "agree"), 1),
        (leave_monday("managed", "manage"), -1),
        (COULD_HAVE_LEFT, -1),
        (EXPIRES, 1),
        (WAS_SET_FOR, 1),
        (PUT_OFF, 1),
        (NOT_REACHED, -1),
        (COULD_MEET, 1),
        (RECORD_SET, -1),
        (HAD_BEEN_DUE, -1),
        (IS_HELD, 1),
        (GO_ON, 1),
        (HAD_UNTIL, 1),
        (if_freed(*WOULD_SIGN), 1),
        (if_freed(*ASKED), -1),
    ],
)
def test_the_verb_tells_past_from_future(rows: list[Row], direction: int) -> None:
    _, parse = sentence(rows)
    assert direction_at(parse, len(rows) - 1) == direction


@pytest.mark.parametrize(("rows", "value"), [(WILL_MEET, "2022-05-23"), (MET, "2022-05-16")])
def test_a_bare_weekday_follows_the_tense(rows: list[Row], value: str) -> None:
    text, parse = sentence(rows)
    article = Article(id="a", text=text, parse=parse, source=Source(published=date(2022, 5, 20)))
    assert [time.value for time in find_times(article)] == [value]


@pytest.mark.parametrize(("rows", "value"), [(WILL_MEET, "2022-SU"), (MET, "2021-SU")])
def test_a_bare_season_follows_the_tense(rows: list[Row], value: str) -> None:
    place = {"on": ("in", "in", "IN", rows[-2][3], "prep"), "Monday": ("summer", "summer", "NN", rows[-1][3], "pobj")}
    text, parse = sentence([place.get(row[0], row) for row in rows])
    article = Article(id="a", text=text, parse=parse, source=Source(published=date(2022, 5, 20)))
    assert [time.value for time in find_times(article)] == [value]


def test_a_bare_season_without_a_tense_is_none() -> None:
    article = Article(id="a", text="Rain in summer.", source=Source(published=date(2022, 5, 20)))
    assert not find_times(article)


def test_what_a_day_has_seen_is_past_in_a_clause_about_the_future() -> None:
    rows: list[Row] = [
        ("They", "they", "PRP", 2, "nsubj"),
        ("will", "will", "MD", 2, "aux"),
        ("appeal", "appeal", "VB", 2, "ROOT"),
        ("Monday", "monday", "NNP", 5, "poss"),
        ("'s", "'s", "POS", 3, "case"),
        ("ruling", "ruling", "NN", 2, "dobj"),
    ]
    _, parse = sentence(rows)
    assert direction_at(parse, 3) == -1


def test_the_article_of_a_modified_noun_stays_outside() -> None:
    rows: list[Row] = [
        ("The", "the", "DT", 4, "det"),
        ("third", "third", "JJ", 3, "amod"),
        ("-", "-", "HYPH", 3, "punct"),
        ("quarter", "quarter", "NN", 4, "compound"),
        ("loss", "loss", "NN", 5, "nsubj"),
        ("grew", "grow", "VBD", 5, "ROOT"),
    ]
    text = "The third-quarter loss grew"
    [time] = find_times(Article(id="a", text=text, parse=a_parse(text, rows)))
    assert time.span.of(text) == "third-quarter"


def test_may_is_no_month_when_it_is_a_verb() -> None:
    rows: list[Row] = [
        ("May", "may", "MD", 2, "aux"),
        ("he", "he", "PRP", 2, "nsubj"),
        ("rest", "rest", "VB", 2, "ROOT"),
    ]
    text, parse = sentence(rows)
    assert find_times(Article(id="a", text=text, parse=parse)) == ()


FIRST_IN: list[Row] = [
    ("It", "it", "PRP", 2, "nsubj"),
    ("will", "will", "MD", 2, "aux"),
    ("be", "be", "VB", 2, "ROOT"),
    ("the", "the", "DT", 5, "det"),
    ("first", "first", "JJ", 5, "amod"),
    ("summit", "summit", "NN", 2, "attr"),
    ("in", "in", "IN", 5, "prep"),
    ("25", "25", "CD", 8, "nummod"),
    ("years", "year", "NNS", 6, "pobj"),
]


@pytest.mark.parametrize(("word", "value"), [("first", "P25Y"), ("next", "2047")])
def test_the_first_in_years_looks_back_over_them(word: str, value: str) -> None:
    rows = [(word, word, *row[2:]) if row[0] == "first" else row for row in FIRST_IN]
    text = " ".join(row[0] for row in rows)
    parse = replace(a_parse(text, rows), pos=("PRON", "AUX", "AUX", "DET", "ADJ", "NOUN", "ADP", "NUM", "NOUN"))
    article = Article(id="a", text=text, parse=parse, source=Source(published=date(2022, 5, 20)))
    assert [time.value for time in find_times(article)] == [value]
