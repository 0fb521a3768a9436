from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from builders import an_actor, an_article
from hypothesis import given
from hypothesis import strategies as st

from regesta.dedupe.block_statements import statement_block_keys
from regesta.dedupe.compare_statements import Told, compare_statements
from regesta.model.event import Role
from regesta.model.span import Span
from regesta.model.statement import Statement
from tests.builders import a_statement

DAY = date(2023, 5, 2)
BERG = an_actor("Anna Berg", iso3="NOR", sector="GOV", entity="person:anna-berg")


def said_by(actor: Any) -> Role:
    return Role(name="speaker", span=Span(0, 4), text=actor.name, actor=actor)


def told(words: str, speaker: Any = BERG, day: date | None = DAY, **changes: Any) -> Told:
    base: Statement = a_statement(an_article(), speaker=None)
    key = f"{words}{speaker and speaker.name}{day}{sorted(changes)}"
    statement = replace(base, id=key, content_text=words, speaker=said_by(speaker) if speaker else None)
    return Told(replace(statement, **changes), day)


def verdict(left: Told, right: Told) -> str:
    return compare_statements(left, right).verdict


SHUT = "the border will stay shut until the last lorry has gone home"


@pytest.mark.parametrize(
    "other",
    [
        "The border will stay shut until the last lorry has gone home",
        "we keep the border shut until the last lorry has gone",
        "the frontier stays closed as long as the last lorry has not gone home",
        "the border will stay shut until the last lorry has gone home, whatever the neighbours may write in letters",
    ],
)
def test_cuts_and_other_words_of_one_utterance_are_joined(other: str) -> None:
    assert verdict(told(SHUT), told(other, day=DAY + timedelta(days=1))) == "same"


def test_what_shares_half_its_words_is_left_to_a_person() -> None:
    other = "the border will stay shut for drivers of lorries and for horses and cattle this winter"
    judged = compare_statements(told(SHUT), told(other, day=DAY + timedelta(days=4)))
    assert (judged.verdict, 0.4 <= judged.score < 0.63) == ("unsure", True)


@pytest.mark.parametrize(
    "other",
    [
        "the border will not stay shut until the last lorry has gone home",
        "the border will stay open until the last lorry has gone home",
        "the schools will stay shut until the new roof is ready",
        "the border",
    ],
)
def test_what_is_denied_or_says_something_else_is_another_utterance(other: str) -> None:
    assert verdict(told(SHUT), told(other)) == "different"


def test_other_numbers_and_other_days_part_like_words() -> None:
    assert verdict(
        told("we have 22 loaded ships waiting in port"), told("we have 25 loaded ships waiting in port")
    ) == ("different")
    monday, friday = ("the first loaded ship leaves the port on " + day for day in ("Monday", "Friday"))
    assert verdict(told(monday), told(friday)) == "different"
    assert (
        verdict(told("six thousand rifles will be handed in"), told("6,000 rifles are going to be handed in")) == "same"
    )


def test_a_denial_by_the_cue_is_one_with_a_denial_in_the_words() -> None:
    denied = told("its gunners had fired across the river", speech_class="denies")
    assert verdict(denied, told("its gunners have not fired across the river", speech_class="says")) == "same"
    assert verdict(denied, told("its gunners had fired across the river", speech_class="says")) == "different"


def test_speakers_of_other_names_states_or_sides_are_others() -> None:
    holm = an_actor("Karl Holm", iso3="NOR", sector="GOV", entity="person:karl-holm")
    rebels = an_actor("rebels", iso3="NOR", sector="REB", entity=None)
    swedes = an_actor("Swedish ministry", iso3="SWE", sector="GOV", entity="org:ministry")
    ministry = an_actor("ministry", iso3="NOR", sector="GOV", entity="org:norway-ministry")
    assert [verdict(told(SHUT), told(SHUT, speaker=other)) for other in (holm, rebels, swedes, ministry)] == [
        "different",
        "different",
        "different",
        "same",
    ]


def test_spellings_of_one_name_are_one_speaker() -> None:
    khrenin, spelled = (
        an_actor(f"Viktor {n}", entity=f"person:viktor-{n.lower()}") for n in ("Lukashenko", "Lukaschenko")
    )
    assert verdict(told(SHUT, speaker=khrenin), told(SHUT, speaker=spelled)) == "same"


def test_two_who_speak_together_are_found_in_either_order() -> None:
    holm = an_actor("Karl Holm", iso3="SWE", sector="GOV", entity="person:karl-holm")
    left = told(SHUT, co_speakers=(said_by(holm),))
    right = told(SHUT, speaker=holm, co_speakers=(said_by(BERG),), kind="indirect")
    assert verdict(left, right) == "same"
    assert set(statement_block_keys(left.statement, DAY)) & set(statement_block_keys(right.statement, DAY))


def test_a_judgement_does_not_depend_on_the_order_given_and_says_why() -> None:
    left, right = told(SHUT), told("the border stays closed until the last lorry has gone home", day=None)
    judgement = compare_statements(left, right)
    assert judgement == compare_statements(right, left)
    assert judgement.kind == "statement"
    assert "both are said by Anna Berg" in judgement.reasons


def test_statements_meet_in_a_block_by_person_or_by_state_and_word_in_a_few_days() -> None:
    ministry = an_actor("ministry", iso3="NOR", sector="GOV", entity="org:norway-ministry")
    keys = set(statement_block_keys(told(SHUT).statement, DAY))
    near = told("no lorry leaves", speaker=ministry).statement
    assert keys & set(statement_block_keys(near, DAY + timedelta(days=4)))
    assert not keys & set(statement_block_keys(near, DAY + timedelta(days=20)))
    assert not keys & set(statement_block_keys(told("schools", speaker=ministry).statement, DAY))
    assert statement_block_keys(told(SHUT, speaker=None).statement, DAY) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_can_be_compared(left: str, right: str) -> None:
    judgement = compare_statements(told(left), told(right, speech_class=None))
    assert 0 <= judgement.score <= 1
