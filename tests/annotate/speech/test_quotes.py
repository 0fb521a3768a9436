from collections.abc import Callable

import pytest

from regesta.annotate.parse import ParseText
from regesta.annotate.quotes import Quotes
from regesta.model.annotation import Quote, Sentence
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span
from tests.annotate.parses import of_syntax

Told = tuple[str, str | None, str | None, tuple[str, ...]]


def told(text: str, quote: Quote) -> Told:
    """A quote as (kind, speaker, cue, content), in words."""
    return (
        quote.kind,
        quote.speaker.of(text) if quote.speaker else None,
        quote.cue.of(text) if quote.cue else None,
        tuple(span.of(text) for span in quote.content),
    )


@pytest.fixture(scope="module")
def parsed() -> Callable[[str], Article]:
    stage = ParseText()
    return lambda text: next(stage([Article(id="a", text=text)]))


# "The port will close, the ministry said."
PORT = Parse(
    starts=(0, 4, 9, 14, 19, 21, 25, 34, 38),
    ends=(3, 8, 13, 19, 20, 24, 33, 38, 39),
    words=("The", "port", "will", "close", ",", "the", "ministry", "said", "."),
    lemmas=("the", "port", "will", "close", ",", "the", "ministry", "say", "."),
    pos=("DET", "NOUN", "AUX", "VERB", "PUNCT", "DET", "NOUN", "VERB", "PUNCT"),
    tags=("DT", "NN", "MD", "VB", ",", "DT", "NN", "VBD", "."),
    heads=(1, 3, 3, 7, 7, 6, 7, 7, 7),
    deps=("det", "nsubj", "aux", "ccomp", "punct", "det", "nsubj", "ROOT", "punct"),
    entities=("",) * 9,
)


def test_clause_before_its_cue_is_indirect_speech() -> None:
    text = "The port will close, the ministry said."
    sentence = Sentence(span=Span(0, 39), first_token=0, end_token=9, paragraph=0)
    (quote,) = of_syntax(Article(id="a", text=text, parse=PORT, sentences=(sentence,)))
    assert told(text, quote) == ("indirect", "the ministry", "said", ("The port will close",))


def test_unparsed_article_has_no_quotes() -> None:
    assert next(Quotes()([Article(id="a", text='"Go," he said.')])).quotes == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We will not leave the bridge," Mayor Anna Berg said on Monday.',
            ("direct", "Mayor Anna Berg", "said", ("We will not leave the bridge",)),
        ),
        (
            "“It is late,” said Anna Berg, the head of the union. “We must go.”",
            ("direct", "Anna Berg, the head of the union", "said", ("It is late", "We must go.")),
        ),
        (
            '"We accept the plan," the envoy said, "but it comes late."',
            ("direct", "the envoy", "said", ("We accept the plan", "but it comes late.")),
        ),
        (
            'Berg told reporters: "The harbour is closed."',
            ("direct", "Berg", "told", ("The harbour is closed.",)),
        ),
        (
            '"This is robbery," the farmer hissed.',
            ("direct", "the farmer", "hissed", ("This is robbery",)),
        ),
        (
            "The ministry said that the talks would resume in May.",
            ("indirect", "The ministry", "said", ("the talks would resume in May",)),
        ),
        (
            "Norland vowed to defend its border.",
            ("indirect", "Norland", "vowed", ("to defend its border",)),
        ),
        (
            "The governor accused the army of shelling villages.",
            ("indirect", "The governor", "accused", ("shelling villages",)),
        ),
        (
            "According to two engineers, the bridge will reopen in May.",
            ("indirect", "two engineers", "According to", ("the bridge will reopen in May",)),
        ),
        (
            "The minister was quoted as saying by a newspaper that the bridge was safe.",
            ("indirect", "The minister", "saying", ("the bridge was safe",)),
        ),
        (
            "The president voiced hope that the talks would resume.",
            ("indirect", "The president", "voiced hope", ("the talks would resume",)),
        ),
        (
            'The minister said the raid was "a crime against sailors" and a mistake.',
            ("mixed", "The minister", "said", ('the raid was "a crime against sailors" and a mistake',)),
        ),
    ],
)
def test_quote_has_kind_speaker_cue_and_content(parsed: Callable[[str], Article], text: str, expected: Told) -> None:
    assert [told(text, quote) for quote in of_syntax(parsed(text))] == [expected]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace camp" lost the vote.',
        "The minister did not say that the bridge was safe.",
        "The minister declined to say whether the bridge was safe.",
        "If the minister says the bridge is safe, the trucks will roll.",
        "The shelling showed that the truce was over.",
        "The talks were about the bridge.",
    ],
)
def test_what_nobody_said_is_no_quote(parsed: Callable[[str], Article], text: str) -> None:
    assert of_syntax(parsed(text)) == ()


@pytest.mark.model
def test_second_verb_of_speech_takes_the_subject_of_the_first(parsed: Callable[[str], Article]) -> None:
    text = "Berg said the council would meet on Monday and added that it would vote."
    quotes = [told(text, quote) for quote in of_syntax(parsed(text))]
    assert quotes == [
        ("indirect", "Berg", "said", ("the council would meet on Monday",)),
        ("indirect", "Berg", "added", ("it would vote",)),
    ]


@pytest.mark.model
def test_participle_takes_the_subject_of_the_verb_above(parsed: Callable[[str], Article]) -> None:
    text = '"We will go," the envoy said, adding that the truce had failed.'
    assert [told(text, quote)[:3] for quote in of_syntax(parsed(text))] == [
        ("direct", "the envoy", "said"),
        ("indirect", "the envoy", "adding"),
    ]


@pytest.mark.model
def test_speech_inside_indirect_speech_is_a_quote_of_its_own(parsed: Callable[[str], Article]) -> None:
    text = "The minister said the two states agreed that the border would stay open."
    assert {told(text, quote)[2] for quote in of_syntax(parsed(text))} == {"said", "agreed"}


@pytest.mark.model
def test_speech_inside_direct_speech_is_not(parsed: Callable[[str], Article]) -> None:
    text = '"They told us that the road was clear," the driver said.'
    assert [told(text, quote)[2] for quote in of_syntax(parsed(text))] == ["said"]


@pytest.mark.model
def test_who_relayed_a_whole_statement_is_a_speaker_of_it(parsed: Callable[[str], Article]) -> None:
    text = "Berg said the port would close, according to the report."
    assert [told(text, quote)[1] for quote in of_syntax(parsed(text))] == ["the report", "Berg"]


@pytest.mark.model
def test_addressee_is_whom_the_speaker_told(parsed: Callable[[str], Article]) -> None:
    article = parsed("Berg told reporters that the port would close.")
    (quote,) = of_syntax(article)
    assert quote.addressee is not None
    assert quote.addressee.of(article.text) == "reporters"


@pytest.mark.model
def test_remark_of_the_reporter_after_a_comma_is_not_content(parsed: Callable[[str], Article]) -> None:
    text = "Berg said the council would close the port, which handles most of the grain."
    (quote,) = of_syntax(parsed(text))
    assert told(text, quote)[3] == ("the council would close the port",)


@pytest.mark.model
def test_quotation_over_paragraphs_is_one_quote(parsed: Callable[[str], Article]) -> None:
    text = "“We have waited for years.\n\n“Now we will act,” Anna Berg said on Monday."
    assert [told(text, quote) for quote in of_syntax(parsed(text))] == [
        ("direct", "Anna Berg", "said", ("We have waited for years.", "Now we will act"))
    ]


@pytest.mark.model
def test_cue_with_a_colon_opens_the_quotation_of_the_next_paragraph(parsed: Callable[[str], Article]) -> None:
    text = "After the vote the mayor wrote to the council:\n\n“The bridge belongs to us all.”"
    assert [told(text, quote)[1:] for quote in of_syntax(parsed(text))] == [
        ("the mayor", "wrote", ("The bridge belongs to us all.",))
    ]


@pytest.mark.model
def test_quotation_without_a_cue_goes_to_the_subject_before_it(parsed: Callable[[str], Article]) -> None:
    text = '"We will go," Anna Berg said. Governor Omar Haddad rejected the plan. "It will ruin the harbour."'
    assert [told(text, quote)[1:3] for quote in of_syntax(parsed(text))] == [
        ("Anna Berg", "said"),
        ("Governor Omar Haddad", None),
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Work is all we asked for." — Ana Berg', ("direct", "Ana Berg", "—", ("Work is all we asked for.",))),
        (
            "“We wait for the road,” -- Ana Berg, mayor of Holm.\nThe road is old.",
            ("direct", "Ana Berg, mayor of Holm", "--", ("We wait for the road",)),
        ),
    ],
)
def test_a_name_after_a_dash_signs_a_quotation(parsed: Callable[[str], Article], text: str, expected: Told) -> None:
    assert told(text, of_syntax(parsed(text))[0]) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ['"We will go," he said - A promise he kept.', 'They call it "The Line" — Berg does not.', '"We go." — a farmer'],
)
def test_a_dash_that_parts_a_clause_is_no_signature(parsed: Callable[[str], Article], text: str) -> None:
    assert {told(text, quote)[2] for quote in of_syntax(parsed(text))}.isdisjoint({"—", "-"})
