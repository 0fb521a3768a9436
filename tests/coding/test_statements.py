from collections.abc import Callable
from dataclasses import replace

import pytest

from regesta.coding.statements import Statements, find_statements
from regesta.model.annotation import Mention, Quote, Sentence
from regesta.model.article import Article, Source
from regesta.model.entity import Actor
from regesta.model.parse import Parse
from regesta.model.span import Span
from tests.annotate.parses import Row, a_parse
from tests.builders import an_event, span_of

TEXT = "Berg said Norland attacked. She warned that war was near."
ROWS: list[Row] = [
    ("Berg", "berg", "NNP", 1, "nsubj"),
    ("said", "say", "VBD", 1, "ROOT"),
    ("Norland", "norland", "NNP", 3, "nsubj"),
    ("attacked", "attack", "VBD", 1, "ccomp"),
    (".", ".", ".", 1, "punct"),
    ("She", "she", "PRP", 6, "nsubj"),
    ("warned", "warn", "VBD", 6, "ROOT"),
    ("that", "that", "IN", 9, "mark"),
    ("war", "war", "NN", 9, "nsubj"),
    ("was", "be", "VBD", 6, "ccomp"),
    ("near", "near", "JJ", 9, "acomp"),
    (".", ".", ".", 6, "punct"),
]
BERG = Actor(name="Anna Berg", iso3="SWE", sector="GOV", entity="person:anna-berg")
NORLAND = Actor(name="Norland", iso3="NOR", sector="GOV", entity="state:NOR")
Coder = Callable[[str], Article]


def a_quote(article: Article, content: str, cue: str | None = None, speaker: str | None = None) -> Quote:
    """An indirect quote whose parts are the first occurrences of their words."""
    return Quote(
        content=(span_of(article, content),),
        kind="indirect",
        cue=span_of(article, cue) if cue else None,
        speaker=span_of(article, speaker) if speaker else None,
    )


@pytest.fixture
def article() -> Article:
    """Berg, a known person, says one thing; "she" warns of another."""
    parse: Parse = a_parse(TEXT, ROWS)
    plain = Article(id="a1", text=TEXT, parse=parse)
    bounds = ((Span(0, 27), 0, 5), (Span(28, 57), 5, 12))
    return replace(
        plain,
        sentences=tuple(Sentence(span=s, first_token=f, end_token=e, paragraph=0) for s, f, e in bounds),
        mentions=(
            Mention(span=Span(0, 4), head=0, form="name", kind="actor", label="PERSON", name=Span(0, 4), actor=BERG),
            Mention(
                span=Span(10, 17), head=2, form="name", kind="actor", label="GPE", name=Span(10, 17), actor=NORLAND
            ),
            Mention(span=Span(28, 31), head=5, form="pronoun", kind="actor", antecedent=1),
        ),
        quotes=(
            a_quote(plain, "Norland attacked", "said", "Berg"),
            a_quote(plain, "war was near", "warned", "She"),
        ),
    )


def test_statement_keeps_the_words_and_their_places(article: Article) -> None:
    first, _ = find_statements(article)
    assert first.content_text == "Norland attacked"
    assert first.cue_text == "said"
    assert first.speaker is not None
    assert first.speaker.text == "Berg"
    assert first.speaker.actor == BERG


def test_pronoun_is_the_speaker_before_rather_than_somebody_spoken_of(article: Article) -> None:
    _, second = find_statements(article)
    assert second.speaker is not None
    assert second.speaker.text == "She"
    assert second.speaker.actor is not None
    assert second.speaker.actor.name == "Anna Berg"
    assert second.speaker.actor.confidence < BERG.confidence


def test_speech_class_comes_from_the_cue(article: Article) -> None:
    assert [s.speech_class for s in find_statements(article)] == ["says", "warns"]


def test_statement_is_about_the_events_told_in_it(article: Article) -> None:
    event = an_event(article, "attacked", actor=None, recipient=None)
    first, second = find_statements(replace(article, events=(event,)))
    assert first.about_events == (event.id,)
    assert second.about_events == ()


def test_speaker_without_a_mention_keeps_his_words(article: Article) -> None:
    first, *_ = find_statements(replace(article, mentions=()))
    assert first.speaker is not None
    assert first.speaker.actor is not None
    assert first.speaker.actor.name == "Berg"


def test_statement_without_a_speaker_is_less_sure(article: Article) -> None:
    silent = replace(article, quotes=(replace(article.quotes[0], speaker=None),))
    (statement,) = find_statements(silent)
    assert statement.speaker is None
    assert statement.confidence < find_statements(article)[0].confidence


def test_statements_below_the_threshold_are_left_out(article: Article) -> None:
    assert next(Statements(min_confidence=0.99)([article])).statements == ()


def test_same_article_gives_the_same_ids_and_another_text_others(article: Article) -> None:
    ids = [s.id for s in find_statements(article)]
    assert ids == [s.id for s in find_statements(article)]
    longer = replace(article, text=TEXT + " End.")
    assert not set(ids) & {s.id for s in find_statements(longer)}


def test_words_printed_again_without_a_cue_are_no_second_statement(article: Article) -> None:
    repeated = replace(article.quotes[0], cue=None, content=(span_of(article, "Norland attacked"),))
    assert len(find_statements(replace(article, quotes=(*article.quotes, repeated)))) == 2


def test_report_of_the_publisher_itself_is_no_statement(article: Article) -> None:
    own = replace(article, source=Source(publisher="Berg"))
    assert [s.cue_text for s in find_statements(own)] == ["warned"]


def test_unparsed_article_has_no_statements(article: Article) -> None:
    assert find_statements(replace(article, parse=None)) == ()


def names(article: Article) -> list[str | None]:
    """Return the name of each statement's speaker."""
    return [s.speaker.actor.name if s.speaker and s.speaker.actor else None for s in article.statements]


@pytest.mark.model
def test_short_name_and_pronoun_take_the_full_name(coded: Coder) -> None:
    text = (
        'French Foreign Minister Catherine Colonna flew to Warsaw. "We stand together," Colonna said. '
        '"We will send help," she said.'
    )
    assert names(coded(text)) == ["Catherine Colonna", "Catherine Colonna"]


@pytest.mark.model
def test_new_subject_of_the_reporter_takes_over_the_pronoun(coded: Coder) -> None:
    text = (
        "French President Emmanuel Macron said the talks had failed.\n\n"
        "German Chancellor Olaf Scholz left the meeting early. "
        'He said the talks had "gone nowhere".'
    )
    assert names(coded(text)) == ["Emmanuel Macron", "Olaf Scholz"]


@pytest.mark.model
def test_whose_words_they_are_and_who_also_said_is_the_speaker_before(coded: Coder) -> None:
    article = coded(
        "The treaty was praised by Prime Minister Ulf Kristersson, who also said that the border was safe. "
        "The border had been quiet all summer, he said. According to his words, no guard was hurt in June."
    )
    assert set(names(article)) == {"Ulf Kristersson"}
    assert len(names(article)) >= 3


@pytest.mark.model
def test_description_of_an_office_is_the_person_named_in_it(coded: Coder) -> None:
    text = (
        "Russian Foreign Minister Sergei Lavrov met Turkish Foreign Minister Mevlut Cavusoglu in Ankara.\n\n"
        "The Turkish foreign minister said that the corridor would stay open."
    )
    assert names(coded(text)) == ["Mevlut Cavusoglu"]


@pytest.mark.model
def test_source_without_a_name_keeps_its_description(coded: Coder) -> None:
    assert names(coded("Israeli officials said the raid was over.")) == ["Israeli officials"]


@pytest.mark.model
def test_statement_belongs_to_whoever_issued_it(coded: Coder) -> None:
    text = (
        "Emmanuel Macron said in a statement that the army would leave Mali.\n\n"
        '"The mission is over," the statement said.'
    )
    assert names(coded(text)) == ["Emmanuel Macron", "Emmanuel Macron"]


def test_a_pull_quote_that_cuts_a_longer_statement_of_the_same_speaker_is_none_of_its_own(article: Article) -> None:
    text = "Norland will attack us by night and by day. Norland will attack us by night. Berg said Norland attacked."
    longer, cut = "Norland will attack us by night and by day", "Norland will attack us by night"
    at = text.index(cut, len(longer))
    quote = Quote(content=(Span(0, len(longer)),), kind="direct", cue=article.quotes[0].cue)
    pulled = replace(quote, content=(Span(at, at + len(cut)),))
    told = replace(article, text=text, mentions=(), events=(), quotes=(quote, pulled))
    assert [statement.content_text for statement in find_statements(told)] == [longer]
