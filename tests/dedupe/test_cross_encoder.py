from dataclasses import replace
from datetime import date

import pytest
from builders import DAY, an_article, an_event

from regesta.dedupe.cross_encoder import odds_of, read_together
from regesta.dedupe.marked import MOST_PIECES, around, bucket_of, covers, states_around
from regesta.dedupe.telling import Telling
from regesta.model.span import Span

HIDDEN = 384


def telling(words: str, published: date | None = DAY) -> Telling:
    """A telling of a sentence, "Kenya [[reopened]] the crossing"."""
    before, word, behind = words.replace("]]", "[[").split("[[")
    trigger, sentence = Span(len(before), len(before) + len(word)), before + word + behind
    event = an_event(an_article(sentence), trigger=word, actor=None, recipient=None)
    event = replace(event, trigger=trigger, evidence=(Span(0, len(sentence)),))
    return Telling(event, published, sentence)


@pytest.mark.model
@pytest.mark.parametrize(
    ("left", "same", "other"),
    [
        (
            "Kenya and Uganda [[reopened]] the Busia crossing on Friday after three weeks.",
            "The [[reopening]] of the Busia border post by Nairobi and Kampala brought relief to lorry drivers.",
            "Kenya and Uganda [[closed]] the Busia crossing on Friday after a quarrel over fish.",
        ),
        (
            "Norway [[expelled]] two Russian diplomats on Tuesday.",
            "Oslo's [[expulsion]] of two members of the Russian embassy was called unfriendly in Moscow.",
            "Russia [[promised]] an answer after two of its diplomats were told to leave Norway on Tuesday.",
        ),
    ],
)
def test_what_tells_one_act_is_likelier_than_what_tells_another(left: str, same: str, other: str) -> None:
    one, two = (read_together(telling(left), telling(words)) for words in (same, other))
    assert one is not None
    assert two is not None
    assert one > two


@pytest.mark.model
def test_the_marked_word_decides() -> None:
    left = telling("Oslo [[expelled]] two Russian diplomats, and Moscow protested.")
    one, two = (
        read_together(left, telling(words))
        for words in (
            "Norway [[expelled]] two diplomats of Russia, which protested.",
            "Norway expelled two diplomats of Russia, which [[protested]].",
        )
    )
    assert one is not None
    assert two is not None
    assert one > two + 1


@pytest.mark.model
def test_a_pair_says_the_same_whatever_was_read_before() -> None:
    pair = telling("Malta [[condemned]] the raid."), telling("The raid was [[condemned]] in Valletta.")
    first = read_together(*pair)
    read_together(telling("Peru [[sold]] buses."), telling("Chile [[bought]] wine."))
    states_around.cache_clear()
    odds_of.cache_clear()
    assert read_together(*pair) == first


@pytest.mark.model
def test_the_same_sentences_of_other_papers_are_read_once() -> None:
    odds_of.cache_clear()
    left, right = telling("Malta [[condemned]] the raid."), telling("The raid was [[condemned]] in Valletta.")
    first = read_together(left, right)
    copy = replace(left, event=replace(left.event, id="another", article_id="of another paper"))
    assert read_together(copy, right) == first
    assert odds_of.cache_info().misses == 1


@pytest.mark.model
def test_telling_days_apart_are_told_to_the_network() -> None:
    left = "The presidents [[met]] in Lomé on Friday."
    early, late, undated = (
        read_together(telling(left, DAY), telling("The presidents [[met]] in Lomé.", day))
        for day in (DAY, DAY.replace(year=DAY.year + 2), None)
    )
    assert len({early, late, undated}) == 3


def test_a_sentence_without_its_word_is_not_read() -> None:
    whole = telling("Malta [[condemned]] the raid.")
    elsewhere = replace(whole.event, evidence=(Span(100, 120),))
    assert read_together(whole, Telling(elsewhere, DAY, "Another sentence.")) is None
    assert read_together(Telling(replace(whole.event, evidence=()), DAY, ""), whole) is None


@pytest.mark.model
def test_a_long_sentence_is_read_around_its_word() -> None:
    words = "the old ferry left " * 60 + "Malta condemned it " + "and the new ferry came " * 60
    at = words.index("condemned")
    states, mark = states_around(words, Span(at, at + 9))
    assert states.shape == (1, MOST_PIECES, HIDDEN)
    assert mark.shape == (1, MOST_PIECES)
    assert mark.sum() == 1
    assert 0 < mark[0].argmax() < MOST_PIECES - 1


@pytest.mark.model
def test_the_word_is_marked_however_far_behind_it_stands() -> None:
    words = "the old ferry left the harbour again, " * 100 + "and Malta condemned it."
    at = words.index("condemned")
    states, mark = states_around(words, Span(at, at + 9))
    near, marked = states_around(words[-400:], Span(400 - len(words) + at, 409 - len(words) + at))
    assert mark.sum() == marked.sum() == 1
    assert mark[0].argmax() > 10
    assert abs(states[0, mark[0].argmax()] - near[0, marked[0].argmax()]).max() < 1.5


@pytest.mark.model
@pytest.mark.parametrize("words", ["", "🚢", "\u200b"])
def test_sentences_without_words_are_read_too(words: str) -> None:
    states, mark = states_around(words, Span(0, len(words)))
    assert states.shape[1] == mark.shape[1]
    assert mark.sum() >= 1


@pytest.mark.parametrize(("at", "first", "last"), [(1, 1, 71), (50, 15, 85), (99, 29, 99)])
def test_the_window_holds_the_first_mark_and_the_pieces_nearest(at: int, first: int, last: int) -> None:
    kept = around(at, 100)
    assert len(kept) == MOST_PIECES
    assert (kept[0], kept[1], kept[-1]) == (0, first, last)
    assert at in kept


def test_a_short_sentence_is_read_whole() -> None:
    assert around(3, 10).tolist() == list(range(10))


def test_only_pieces_with_a_character_of_the_word_are_marked() -> None:
    word = Span(5, 9)
    assert [covers(piece, word) for piece in [(0, 0), (0, 4), (4, 6), (8, 9), (9, 12), (0, 0)]] == [
        False,
        False,
        True,
        True,
        False,
        False,
    ]


def test_days_fall_into_buckets_by_how_far_and_which_way() -> None:
    assert bucket_of(None) == 0
    found = [bucket_of(days) for days in (-4000, -366, -31, -1, 0, 1, 31, 366, 4000)]
    assert found == sorted(found)
    assert len(set(found)) >= 7
    assert max(found) == 14
    assert min(found) == 1
