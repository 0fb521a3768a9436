"""How something was said: read from sentences through the whole coder."""

from collections.abc import Callable

import pytest

from regesta.model.article import Article, Source
from regesta.model.statement import Statement
from regesta.run.config import Config

Said = Callable[[str], list[Statement]]


@pytest.fixture(scope="module")
def said() -> Said:
    pipeline = Config().pipeline()

    def statements(text: str) -> list[Statement]:
        return list(next(iter(pipeline([Article(id="a", text=text, source=Source())]))).statements)

    return statements


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The Norwegian foreign minister told the BBC that the talks had failed.", "media", "the BBC"),
        ("The Norwegian foreign minister told a news conference that the talks had failed.", "conference", None),
        (
            "The Norwegian government said in a joint statement that the talks had failed.",
            "statement",
            "a joint statement",
        ),
        ("The Norwegian foreign minister told reporters that the talks had failed.", None, None),
    ],
)
def test_by_what_means_something_was_said(said: Said, text: str, kind: str | None, words: str | None) -> None:
    (statement,) = said(text)
    assert (statement.channel.kind if statement.channel else None) == kind
    if words:
        assert statement.channel is not None
        assert statement.channel.text == words


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The Russian government denied that its ships had opened fire.", "denied"),
        ("The Russian government said that its ships had not opened fire.", "denied"),
        ("The Russian government said that no ship had opened fire.", "denied"),
        ("The Russian government said that its ships had opened fire.", "affirmed"),
        ("The Russian government denied that its ships would not leave the harbour.", "affirmed"),
    ],
)
def test_whether_it_says_that_something_is_not_so(said: Said, text: str, polarity: str) -> None:
    assert [statement.polarity for statement in said(text)][-1] == polarity


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Sources close to the talks said that the treaty was ready.", "anonymous", "Sources close to the talks"),
        ("A senior US official said that the treaty was ready.", "anonymous", "senior US official"),
        ("Two European diplomats said that the treaty was ready.", "anonymous", "Two European diplomats"),
        ("The Polish Foreign Ministry said that the treaty was ready.", "body", None),
        ("Polish Foreign Minister Jan Wilk said that the treaty was ready.", "person", "Jan Wilk"),
    ],
)
def test_what_kind_of_speaker_it_is(said: Said, text: str, kind: str, name: str | None) -> None:
    (statement,) = said(text)
    assert statement.speaker_kind == kind
    if name:
        assert [role.actor.name for role in statement.speakers if role.actor] == [name]


@pytest.mark.model
def test_two_who_speak_together_are_both_speakers(said: Said) -> None:
    (statement,) = said("Polish President Jan Wilk and Czech President Petr Holub said that the border was open.")
    assert [role.actor.name for role in statement.speakers if role.actor] == ["Jan Wilk", "Petr Holub"]
    (statement,) = said("The minister of finance and trade said that the border was open.")
    assert statement.co_speakers == ()


@pytest.mark.model
def test_nobody_says_nothing(said: Said) -> None:
    assert said("Neither side said that the border was open.") == []


@pytest.mark.model
def test_a_statement_says_what_it_does_with_the_events_it_is_about(said: Said) -> None:
    def stances(text: str) -> set[str]:
        return {stance.kind for statement in said(text) for stance in statement.stances}

    assert "denies" in stances("Russia denied that its forces had attacked the Ukrainian port of Odesa.")
    assert "asserts" in stances("Ukraine said that Russian forces had attacked the port of Odesa.")
    assert "announces" in stances("Poland announced that its president will visit Lithuania on Friday.")


@pytest.mark.model
def test_the_speaker_of_a_relative_clause_is_whom_it_modifies(said: Said) -> None:
    found = said("Polish President Jan Wilk, who said that the border was open, visited Vilnius on Monday.")
    assert [role.actor.name for statement in found for role in statement.speakers if role.actor] == ["Jan Wilk"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("The two leaders", "said the bridge would open in May."),
        ("Both sides", "promised to open the bridge in May."),
    ],
)
def test_several_who_speak_are_those_last_spoken_of(said: Said, words: str, rest: str) -> None:
    before = "Finnish President Sauli Niinistö received Swedish Prime Minister Magdalena Andersson on Friday."
    statement = said(f"{before} {words} {rest}")[-1]
    speakers = [statement.speaker, *statement.co_speakers]
    assert {role.text for role in speakers if role} == {words}
    assert sorted(role.actor.iso3 or "" for role in speakers if role and role.actor) == ["FIN", "SWE"]
