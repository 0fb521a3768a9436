import re
from dataclasses import replace

import pytest

from regesta.annotate.speech.attribution import Scene, read_scene
from regesta.annotate.speech.sayings import content_of, kind_of, shared, speaker_of, with_sayings, without_marks
from regesta.model.act import Argument, Saying
from regesta.model.annotation import Quote, Sentence
from regesta.model.article import Article
from regesta.model.span import Span
from regesta.ontology.speech_verbs import load_speech
from tests.annotate.parses import a_parse

TEXT = "Varna said the bridge over the river would stay closed until May."
CLOSED = "the bridge over the river would stay closed until May"


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def a_saying(cue: str, probability: float, *arguments: tuple[str, str, float], text: str = TEXT) -> Saying:
    found = tuple(Argument(role, at(words, text), score) for role, words, score in arguments)
    return Saying(at(cue, text), probability, found)


def the_scene(text: str) -> Scene:
    """A text as one paragraph, a sentence for each stop, laid out."""
    lemmas = {"said": "say", "praised": "praise", "wanted": "want"}
    words = re.findall(r"\w+|[^\w\s]", text)
    parse = a_parse(text, [(word, lemmas.get(word, word.lower()), "NN", n, "dep") for n, word in enumerate(words)])
    ends = [*(n + 1 for n, word in enumerate(words[:-2]) if word == "."), len(words)]
    bounds = list(zip([0, *ends], ends, strict=False))
    sentences = tuple(
        Sentence(span=parse.span(first, end - 1), first_token=first, end_token=end, paragraph=0)
        for first, end in bounds
    )
    return read_scene(Article(id="a", text=text, sentences=sentences, parse=parse), parse, load_speech())


def read_with(text: str, quotes: list[Quote], *sayings: Saying) -> list[Quote]:
    return with_sayings(the_scene(text), quotes, sayings)


def test_a_known_cue_is_read_with_speaker_and_content() -> None:
    (quote,) = read_with(TEXT, [], a_saying("said", 0.7, ("speaker", "Varna", 0.9), ("content", CLOSED, 0.9)))
    assert (quote.cue, quote.speaker, quote.content) == (at("said"), at("Varna"), (at(CLOSED),))
    assert (quote.kind, quote.basis, quote.probability) == ("indirect", "network", 0.7)


@pytest.mark.parametrize(
    ("cue", "probability", "content", "is_read"),
    [
        ("said", 0.65, CLOSED, False),
        ("said", 0.75, CLOSED, True),
        ("wanted", 0.65, CLOSED, False),
        ("wanted", 0.75, CLOSED, True),
        ("said", 0.9, "the bridge", False),
        ("said", 0.98, "the bridge", True),
    ],
)
def test_a_cue_that_syntax_does_not_read_needs_to_be_likely_and_more_so_for_few_words(
    cue: str, probability: float, content: str, is_read: bool
) -> None:
    text = TEXT.replace("said", cue)
    saying = a_saying(cue, probability, ("speaker", "Varna", 0.9), ("content", content, 0.9), text=text)
    assert bool(read_with(text, [], saying)) == is_read


def test_an_unusual_cue_needs_a_speaker() -> None:
    text = TEXT.replace("said", "wanted")
    assert not read_with(text, [], a_saying("wanted", 0.99, ("content", CLOSED, 0.9), text=text))


def test_a_cue_that_syntax_knows_takes_the_words_of_the_network() -> None:
    quote = Quote((at("the bridge over the river"),), "indirect", at("said"), at("Varna"))
    (found,) = read_with(TEXT, [quote], a_saying("said", 0.4, ("content", CLOSED, 0.9)))
    assert (found.content, found.speaker) == ((at(CLOSED),), at("Varna"))
    assert found.basis == "both"


def test_words_in_marks_stay_as_long_as_the_marks_say() -> None:
    text = 'Varna said: "The bridge stays closed. Nobody may cross."'
    direct = Quote((at("The bridge stays closed. Nobody may cross.", text),), "direct", at("said", text), None)
    saying = a_saying("said", 0.9, ("speaker", "Varna", 0.9), ("content", "The bridge stays closed", 0.9), text=text)
    (found,) = read_with(text, [direct], saying)
    assert (found.kind, found.content, found.speaker) == ("direct", direct.content, at("Varna", text))


def test_reported_words_stay_only_where_the_network_sees_their_cue() -> None:
    quote = Quote((at(CLOSED),), "indirect", at("said"), at("Varna"))
    assert read_with(TEXT, [quote]) == []
    assert read_with(TEXT, [quote], a_saying("said", 0.9, ("speaker", "Varna", 0.9))) == [quote]


def test_without_the_network_a_quoted_sentence_is_speech_and_a_title_is_not() -> None:
    said = '"The bridge is closed," said Varna.'
    quote = Quote((at("The bridge is closed", said),), "direct", at("said", said), at("Varna", said))
    assert read_with(said, [quote]) == [quote]
    title = 'The host of "New Day," said nothing.'
    quote = Quote((at("New Day", title),), "direct", at("said", title), at("The host", title))
    assert read_with(title, [quote]) == []


def test_quotes_without_a_cue_in_words_stay() -> None:
    text = '"The bridge is closed." - Varna'
    signed = Quote((at("The bridge is closed.", text),), "direct", at("-", text), at("Varna", text))
    assert read_with(text, [signed]) == [signed]
    assert read_with(text, [replace(signed, cue=None)]) == [replace(signed, cue=None)]


def test_an_unsure_cue_is_as_long_as_syntax_says() -> None:
    quote = Quote((at(CLOSED),), "indirect", at("said"), at("Varna"))
    for probability, cue in ((0.5, "said"), (0.7, "said the bridge")):
        (found,) = read_with(TEXT, [quote], a_saying("said the bridge", probability, ("content", CLOSED, 0.9)))
        assert found.cue == at(cue)


def test_a_speaker_ends_with_its_line() -> None:
    text = "Ana Varna\nHolm said the bridge over the river would stay closed until May."
    saying = a_saying("said", 0.9, ("speaker", "Ana Varna\nHolm", 0.9), ("content", CLOSED, 0.9), text=text)
    (found,) = read_with(text, [], saying)
    assert found.speaker == at("Ana Varna", text)


def test_parts_of_a_content_are_joined_over_marks_but_not_over_words_or_lines() -> None:
    text = "Go, now, Stop\nthere then"
    parts = [Span(0, 2), Span(4, 7), Span(9, 13), Span(14, 19), Span(20, 24)]
    saying = Saying(Span(0, 1), 0.9, tuple(Argument("content", part, 0.9) for part in parts))
    assert content_of(the_scene(text), saying) == (Span(0, 13), Span(14, 24))


def test_unlikely_words_are_neither_content_nor_speaker() -> None:
    saying = a_saying("said", 0.9, ("speaker", "Varna", 0.4), ("speaker", "May", 0.45), ("content", "the bridge", 0.4))
    assert content_of(the_scene(TEXT), saying) == ()
    assert speaker_of(the_scene(TEXT), saying) is None


def test_marks_around_the_words_and_stops_at_their_end_are_left_out() -> None:
    text = 'He said "we agree." And that it was "good".'
    scene = the_scene(text)
    assert without_marks(scene, (at('"we agree."', text),)) == (at("we agree", text),)
    assert without_marks(scene, (at('that it was "good".', text),)) == (at('that it was "good"', text),)
    assert without_marks(scene, (at('"', text),)) == (at('"', text),)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ('He said: "we agree" and left.', "we agree", "direct"),
        ('"We agree," he said.', "We agree", "direct"),
        ('He said "We agree on that" and left.', "We agree on that", "direct"),
        ('He called it "good" and left.', "good", "mixed"),
        ('He said that it was "good" so far.', 'that it was "good"', "mixed"),
        ('He said "we agree" and left.', "left", "indirect"),
    ],
)
def test_kind_says_whether_the_words_stand_in_marks_and_apart(text: str, words: str, kind: str) -> None:
    assert kind_of(the_scene(text), (at(words, text),)) == kind


def test_share_is_of_the_characters_of_either() -> None:
    assert shared((Span(0, 10),), (Span(5, 15),)) == pytest.approx(1 / 3)
    assert shared((), ()) == 0.0


def test_reported_words_end_with_their_sentence_and_quoted_ones_need_not() -> None:
    text = "He left. Varna said it would pay. Others went."
    saying = a_saying("said", 0.9, ("content", "it would pay. Others", 0.9), text=text)
    assert content_of(the_scene(text), saying) == (at("it would pay.", text),)
    quoted = 'Varna said: "It will pay. Others too."'
    saying = a_saying("said", 0.9, ("content", "It will pay. Others too", 0.9), text=quoted)
    assert content_of(the_scene(quoted), saying) == (at("It will pay. Others too", quoted),)


def test_a_speaker_of_syntax_has_no_marks_at_its_ends_either() -> None:
    text = "The envoy, Varna, said the bridge over the river would stay closed until May."
    quote = Quote(content=(at(CLOSED, text),), kind="indirect", cue=at("said", text), speaker=at("Varna,", text))
    saying = a_saying("said", 0.9, ("content", CLOSED, 0.9), text=text)
    (found,) = read_with(text, [quote], saying)
    assert found.speaker == at("Varna", text)
