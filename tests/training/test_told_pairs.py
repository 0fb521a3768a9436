import random
from collections import Counter
from datetime import date

from told_pairs import HERE, lines, marked, other, side, side_in, written

from regesta.dedupe.marked import MOST_CHARS

SENTENCE = {"published": "2012-05-04", "words": "Kenya and Uganda [[reopened]] their crossing."}


def test_a_mark_becomes_offsets() -> None:
    found, day = marked(SENTENCE)
    assert found["words"] == "Kenya and Uganda reopened their crossing."
    assert found["words"][found["start"] : found["end"]] == "reopened"
    assert day == "2012-05-04"


def test_an_overlong_sentence_is_cut_around_its_word() -> None:
    words = "a" * 600 + " met " + "b" * 600
    found = side(words, 601, 604)
    assert len(found["words"]) == MOST_CHARS
    assert found["words"][found["start"] : found["end"]] == "met"


def test_a_word_is_found_in_its_sentence() -> None:
    text = "It rained.\nThey met on Monday."
    found = side_in(text, [(0, 11), (11, len(text))], [16, 19])
    assert found == {"words": "They met on Monday.", "start": 5, "end": 8}
    assert side_in(text, [(0, 11)], [16, 19]) is None


def test_written_happenings_give_pairs_of_either_kind() -> None:
    found = list(written())
    told = Counter((x["key"], x["same"]) for x in found)
    assert len({key for key, _ in told}) == 480
    assert all(told[key, False] and told[key, True] for key, _ in told)
    for each in found[:: len(found) // 500]:
        for name in ("left", "right"):
            assert each[name]["words"][each[name]["start"] : each[name]["end"]].strip()
        assert "[[" not in each["left"]["words"] + each["right"]["words"]


def test_written_happenings_are_dated_and_worded_once() -> None:
    happenings = [row for path in sorted((HERE / "told").glob("written*.jsonl")) for row in lines(path)]
    sentences = [each for row in happenings for each in (*row["tellings"], *row["near"])]
    assert max(Counter(each["words"] for each in sentences).values()) == 1
    assert all(1980 < date.fromisoformat(each["published"]).year < 2030 for each in sentences)
    assert len({row["id"] for row in happenings}) == len(happenings)


def test_two_written_happenings_are_never_one() -> None:
    found = list(other(random.Random(1)))
    assert found
    assert not any(x["same"] for x in found)
    assert all(len(set(x["key"].split())) == 2 for x in found)
