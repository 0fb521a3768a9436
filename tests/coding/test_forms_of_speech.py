"""Whole sentences: forms of attribution and what they make of speakers, words, addressees and the sources of events."""

from dataclasses import replace

import pytest

from regesta.coding.statements import find_statements
from regesta.model.article import Article, Source
from regesta.model.statement import Statement
from tests.coding.conftest import Coder

pytestmark = pytest.mark.model
SURE = 0.5


def told(article: Article) -> list[tuple[str | None, str]]:
    """What is surely said: speaker and words, in text order."""
    return [(speaker(s), s.content_text.removeprefix("that ")) for s in article.statements if s.confidence >= SURE]


def speaker(statement: Statement) -> str | None:
    return statement.speaker.text if statement.speaker else None


def sources(article: Article) -> set[str]:
    return {event.source.text for event in article.events if event.source}


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("The port board is reported to have said that no boat was lost.", "The port board", "no boat was lost"),
        ("The colonel is said to have told his men that the war was lost.", "The colonel", "the war was lost"),
        ("Mr Tusk is understood to have warned that the talks would fail.", "Mr Tusk", "the talks would fail"),
        ("It was announced in Accra later that the envoys would leave.", None, "the envoys would leave"),
        ("It was reported on Sunday that the dam had been hit.", None, "the dam had been hit"),
        ("The consul was told that his permit had expired.", None, "his permit had expired"),
        ("The minister's reply was that he knew of no such offer.", "The minister's", "he knew of no such offer"),
        ("Mali stopped the talks after saying that France had lied.", "Mali", "France had lied"),
        ("Berlin, said the chancellor, would send tanks.", "the chancellor", "Berlin ... would send tanks"),
        ("A palace source assures that the law will be signed.", "A palace source", "the law will be signed"),
    ],
)  # fmt: skip
def test_these_forms_are_statements(coded: Coder, text: str, who: str | None, words: str) -> None:
    assert (who, words) in told(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "China is said to have held the editor.",
        "Iran is believed to have armed the rebels.",
        "The captain is reported to have left the port.",
        "The premier was not told that the port was shut.",
        "The ministry did not say whether the port was shut.",
        "The premier stopped short of saying what the union would do.",
        "The envoy refrained from saying who had fired.",
    ],
)
def test_these_are_none(coded: Coder, text: str) -> None:
    assert told(coded(text)) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Ms Sandu said the premier had told her that no vote would come.", ("the premier", "no vote would come")),
        ("Mr Rama said he had told the union's envoy that the law would stand.", ("he", "the law would stand")),
    ],
)  # fmt: skip
def test_what_is_told_inside_reported_words_is_a_statement(coded: Coder, text: str, inner: tuple[str, str]) -> None:
    assert inner in told(coded(text))


def test_who_relays_a_statement_makes_one(coded: Coder) -> None:
    article = coded("Mr Sisi told the king by phone that Egypt would not yield, the presidency said in a statement.")
    assert [who for who, _ in told(article)] == ["the presidency", "Mr Sisi"]


def test_whom_it_is_told_is_no_part_of_the_words(coded: Coder) -> None:
    [statement] = [
        s for s in coded("Norway has told Sweden it will close the road, officials said.").statements if s.addressee
    ]
    assert statement.addressee
    assert (statement.addressee.text, statement.content_text) == ("Sweden", "it will close the road")


def test_the_subject_of_a_passive_is_told(coded: Coder) -> None:
    [statement] = coded("The consul was told by the ministry that his permit had expired.").statements
    assert statement.addressee
    assert (speaker(statement), statement.addressee.text) == ("the ministry", "The consul")


@pytest.mark.parametrize(
    "marked", ['"Must I?" she asked.', '"Never!" Ana Berg wrote on X.', '"Nonsense", said Ana Berg.']
)
def test_a_short_exclamation_is_said(coded: Coder, marked: str) -> None:
    [statement] = coded(f"Ana Berg heard of the plan on Monday. {marked}").statements
    assert (statement.kind, statement.confidence) == ("direct", 0.97)


def test_two_quoted_words_in_a_sentence_are_no_statement(coded: Coder) -> None:
    assert told(coded('The film "Who Cares?" opened in Oslo on Monday.')) == []


def test_a_quotation_goes_on_over_paragraphs_after_its_cue(coded: Coder) -> None:
    text = (
        '"They came at dawn," said Ana Berg, 24, who lives by the river. "I saw the boats.\n\n'
        '"I still do not know why they came. Who gives such orders?"'
    )
    [statement] = coded(text).statements
    assert len(statement.content) == 3
    assert statement.cue_text == "said"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr Bakar stated that the vote was unfair and demanded a new one.", "the vote was unfair"),
        ("The envoy told the council that fighting had spread and warned of famine.", "fighting had spread"),
        ("The envoy said the army had left and promised an inquiry.", "the army had left and promised an inquiry"),
    ],
)
def test_reported_words_end_before_what_the_speaker_did_next(coded: Coder, text: str, words: str) -> None:
    assert words in [said for _, said in told(coded(text))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ministry would not say how many soldiers had been killed in the raid.", None),
        ("The spokesman refused to confirm that the envoy had been expelled by Peru.", None),
        ("Neither the army nor the rebels said who had shelled the town.", None),
        ("China is said to have detained the editor.", None),
        ("The army said that the rebels had shelled the town.", "The army"),
        ("The army denied that it had shelled the town.", "The army"),
        ("Iran is alleged by Washington to have armed the rebels.", "Washington"),
        ("Rwanda has been accused by Congo of arming the rebels.", "Congo"),
        ("Rwanda has been accused of arming the rebels.", None),
    ],
)
def test_who_leaves_it_open_is_no_source(coded: Coder, text: str, source: str | None) -> None:
    assert sources(coded(text)) == ({source} if source else set())


def test_who_saw_a_report_does_not_speak_in_it(coded: Coder) -> None:
    [statement] = coded("The report, seen by Reuters, says that Rwanda's army has trained the rebels.").statements
    assert statement.speaker
    assert "Reuters" not in (statement.speaker.actor.name if statement.speaker.actor else "").split()[0]


INTERVIEW = (
    "The envoy spoke to us about the blockade.\n\nHerald: Has Russia left you alone?\n\n"
    "Berg: The guards have not done what they promised. They told us so in July.\n\n"
    "Herald: Baku says the road is open.\n\nBerg: That is a lie."
)


def test_the_turns_of_a_conversation_are_statements(coded: Coder) -> None:
    assert [who for who, _ in told(coded(INTERVIEW))] == ["Herald", "Berg", "Herald", "Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks in brief.\n\nPlace: The town hall of Oslo.\n\nTime: It begins on Monday at noon.",
        "Photo: The hall.\n\nThe talks go on.\n\nMap: The roads.\n\nIt rained.\n\nPhoto: The port.\n\nMap: The bay.",
    ],
)
def test_labels_that_do_not_take_turns_are_none(coded: Coder, text: str) -> None:
    assert told(coded(text)) == []


@pytest.mark.parametrize(
    ("who", "is_told"),
    [("Residents who spoke to the Courier", True), ("A reporter of the Courier", False), ("The Courier", False)],
)
def test_who_spoke_to_the_paper_is_not_the_paper(coded: Coder, who: str, is_told: bool) -> None:
    article = replace(coded(f"{who} said that police had beaten four people."), source=Source(publisher="Courier"))
    assert bool(find_statements(article)) == is_told
