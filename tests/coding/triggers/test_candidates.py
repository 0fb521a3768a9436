from collections.abc import Iterable

from regesta.coding.triggers.candidates import BLOCKED, BLOCKING, Candidate, find_candidates, readings_of
from regesta.coding.triggers.triggers import Found
from regesta.model.parse import Parse
from regesta.ontology.triggers import Trigger, TypedTrigger
from tests.coding.scenes import an_act, the_parse

TEXT = "Sweden visited Latvia and praised Estonia."
PARSE = the_parse(
    TEXT,
    """
    Sweden sweden NNP 1 nsubj
    visited visit VBD 1 ROOT
    Latvia latvia NNP 1 dobj
    and and CC 1 cc
    praised praise VBD 1 conj
    Estonia estonia NNP 4 dobj
    . . . 1 punct
    """,
)


def an_entry(event_type: str, confidence: float = 0.9, number: int = 1) -> Found:
    trigger = Trigger(lemmas=("visit",), pos="verb", example=TEXT, confidence=confidence)
    return Found(1, TypedTrigger(event_type, trigger, f"{event_type}#{number}"), None)


def read(*types: tuple[str, float], entries: Iterable[Found] = ()) -> dict[str, Candidate]:
    act = an_act(TEXT, "visited", *types) if types else None
    return {c.event_type: c for c in readings_of(1, list(entries), [act] if act else [], 0 if act else None)}


def test_readings_come_in_text_order() -> None:
    acts = (an_act(TEXT, "praised", ("SUPPORT", 0.9)), an_act(TEXT, "visited", ("CONSULT", 0.9)))
    tokens = [candidate.token for candidate in find_candidates(PARSE, acts)]
    assert tokens == sorted(tokens)
    assert {1, 4} <= set(tokens)


def test_of_one_word_the_likelier_reading_comes_first() -> None:
    act = an_act(TEXT, "visited", ("ASSAULT", 0.3), ("CONSULT", 0.6), ("AID", 0.01))
    readings = [c for c in find_candidates(PARSE, (act,)) if c.token == 1]
    assert [c.event_type for c in readings] == ["CONSULT", "ASSAULT", "AID"]


def test_words_that_only_an_entry_knows_are_candidates() -> None:
    found = next(c for c in find_candidates(PARSE, ()) if c.token == 1)
    assert found.trigger
    assert (found.event_type, found.act, found.number, found.probability) == ("CONSULT", None, None, 0.0)
    assert found.reliability == found.trigger.confidence > 0


def test_words_that_only_the_network_reads_are_candidates() -> None:
    acts = (an_act(TEXT, "visited", ("CONSULT", 0.9)), an_act(TEXT, "Latvia", ("AID", 0.7)))
    found = next(c for c in find_candidates(PARSE, acts) if c.token == 2)
    assert (found.event_type, found.entry, found.trigger, found.reliability) == ("AID", None, None, 0.0)
    assert (found.act, found.number, found.probability) == (acts[1], 1, 0.7)


def test_a_type_that_both_give_is_one_reading() -> None:
    entry = an_entry("CONSULT")
    found = read(("CONSULT", 0.6), ("AID", 0.1), entries=[entry])
    assert set(found) == {"CONSULT", "AID"}
    assert (found["CONSULT"].entry, found["CONSULT"].probability) == (entry, 0.6)
    assert found["AID"].entry is None


def test_the_first_entry_of_a_type_is_taken() -> None:
    entries = [an_entry("CONSULT", 0.5, number=1), an_entry("CONSULT", 0.9, number=2)]
    assert read(entries=entries)["CONSULT"].entry == entries[0]


def test_rivals_are_the_types_of_other_entries() -> None:
    found = read(("AID", 0.5), entries=[an_entry("CONSULT"), an_entry("AGREE"), an_entry("ACCUSE")])
    assert found["CONSULT"].rivals == ("ACCUSE", "AGREE")
    assert found["AID"].rivals == ("ACCUSE", "AGREE", "CONSULT")


def test_a_type_only_the_network_gives_is_no_rival() -> None:
    assert read(("AID", 0.5), entries=[an_entry("CONSULT")])["CONSULT"].rivals == ()


def test_an_entry_that_says_it_is_no_act_leaves_only_the_network_and_speaks_against_it() -> None:
    entries = [an_entry("ASSAULT", BLOCKING / 2), an_entry("CONSULT")]
    found = read(("ASSAULT", 0.6), entries=entries)
    assert [(c.event_type, c.entry, c.rivals) for c in found.values()] == [("ASSAULT", None, (BLOCKED,))]
    assert read(entries=entries) == {}


def test_a_sentence_without_triggers_has_no_candidates() -> None:
    parse = the_parse("Nobody slept.", "Nobody nobody NN 1 nsubj\nslept sleep VBD 1 ROOT\n. . . 1 punct")
    assert list(find_candidates(parse, ())) == []


def test_a_text_without_words_has_no_candidates() -> None:
    empty = Parse(starts=(), ends=(), words=(), lemmas=(), pos=(), tags=(), heads=(), deps=(), entities=())
    assert list(find_candidates(empty, ())) == []
