from collections.abc import Callable
from dataclasses import replace

import pytest
from builders import an_actor

from regesta.coding.parties.options import options_of
from regesta.coding.parties.parties import HOST, IN_LIST, MAY_TAKE_PART, TAKES_PART, find_parties, party_evidence
from regesta.coding.roles.act_roles import heads_in, roles_read
from regesta.coding.roles.roles import Scene, scene_of
from regesta.coding.triggers.candidates import Candidate
from regesta.coding.triggers.triggers import Found
from regesta.model.annotation import Quote
from regesta.model.event import Role
from regesta.ontology.triggers import Trigger, TypedTrigger
from tests.coding.scenes import Party, a_scene, an_act, an_article_of, find, reading, state, the_parse

Weights = dict[str, dict[str, float]]
WEIGHTS = {"bias": 0.0, "network": 1.0, "slot": 6.0, "slot other role": -6.0}
VISITED = "Sweden visited Latvia while Estonia slept."
VISITED_PARSE = the_parse(
    VISITED,
    """
    Sweden sweden NNP 1 nsubj
    visited visit VBD 1 ROOT
    Latvia latvia NNP 1 dobj
    while while IN 5 mark
    Estonia estonia NNP 5 nsubj
    slept sleep VBD 1 advcl
    . . . 1 punct
    """,
)
ALL_THREE = (state("Sweden"), state("Latvia"), state("Estonia"))
WROTE = "The mayor and two villagers of Ilmar wrote to Latvia's envoy."
WROTE_PARSE = the_parse(
    WROTE,
    """
    The the DT 1 det
    mayor mayor NN 7 nsubj
    and and CC 1 cc
    two two CD 4 nummod
    villagers villager NNS 1 conj
    of of IN 4 prep
    Ilmar ilmar NNP 5 pobj
    wrote write VBD 7 ROOT
    to to IN 7 prep
    Latvia latvia NNP 11 poss
    's 's IN 9 case
    envoy envoy NN 8 pobj
    . . . 7 punct
    """,
)


@pytest.fixture(autouse=True)
def weights(weigh_by: Callable[[Weights], None]) -> None:
    weigh_by({"actor": WEIGHTS, "recipient": WEIGHTS})


def the_visit(*parties: Party, score: float = 0.95, **roles: str) -> tuple[Scene, Candidate]:
    """The scene of `VISITED` and its reading as a visit; a network that reads no party reads no act."""
    acts = (an_act(VISITED, "visited", ("CONSULT", 0.9), score=score, **roles),) if roles else ()
    scene = a_scene(VISITED_PARSE, VISITED, *(parties or ALL_THREE), acts=acts)
    return scene, reading(scene, 1, "CONSULT")


def told(roles: list[Role]) -> list[tuple[str, str, str | None]]:
    return [(role.name, role.text, role.actor.iso3 if role.actor else None) for role in roles]


def parties(scene: Scene, candidate: Candidate) -> list[tuple[str, str, str | None]]:
    actors, recipients = find_parties(scene, candidate)
    return told([*actors, *recipients])


def as_read(text: str, scene: Scene, role: str) -> list[tuple[str, str | None, str | None]]:
    found = roles_read(scene, scene.article.acts[0], role)
    assert scene.article.text == text
    return [(r.role.text, r.role.actor.name if r.role.actor else None, scene.parse.words[r.token]) for r in found]


def wrote(*mentions: Party, **roles: str) -> Scene:
    return a_scene(WROTE_PARSE, WROTE, *mentions, acts=(an_act(WROTE, "wrote", ("REQUEST", 0.9), **roles),))


def test_whom_the_network_reads_takes_part() -> None:
    scene, visit = the_visit(actor="Estonia", recipient="Latvia")
    bare = replace(visit, entry=None)
    assert parties(scene, bare) == [("actor", "Estonia", "EST"), ("recipient", "Latvia", "LVA")]


def test_who_fills_the_slots_of_the_entry_takes_part() -> None:
    assert parties(*the_visit()) == [("actor", "Sweden", "SWE"), ("recipient", "Latvia", "LVA")]


def test_who_is_only_in_the_sentence_is_an_option_but_takes_no_part() -> None:
    scene, visit = the_visit(actor="Sweden", recipient="Latvia")
    assert [option.role.text for option in options_of(scene, visit)] == ["Sweden", "Latvia", "Estonia"]
    assert "Estonia" not in {text for _, text, _ in parties(scene, visit)}


def test_the_shipped_weights_agree_on_a_clear_case(
    weigh_by: Callable[[Weights], None], shipped_weights: Weights
) -> None:
    weigh_by(shipped_weights)
    found = parties(*the_visit(score=0.99, actor="Sweden", recipient="Latvia"))
    assert found == [("actor", "Sweden", "SWE"), ("recipient", "Latvia", "LVA")]


@pytest.mark.parametrize("judgement", ["actor", "recipient"])
def test_every_piece_of_evidence_has_a_shipped_weight(judgement: str, shipped_weights: Weights) -> None:
    scene, visit = the_visit()
    [option, *_] = options = list(options_of(scene, visit))
    names = {name for name, _ in party_evidence(scene, visit, option, judgement, options)}
    assert names <= set(shipped_weights[judgement])


def test_parties_come_in_text_order() -> None:
    scene, visit = the_visit(actor="Estonia|Sweden", recipient="Latvia")
    assert [text for _, text, _ in parties(scene, replace(visit, entry=None))] == ["Sweden", "Estonia", "Latvia"]


def test_one_actor_takes_part_once_in_the_likelier_role() -> None:
    again = Party("Estonia", an_actor("Sweden"))
    scene, visit = the_visit(state("Sweden"), state("Latvia"), again, actor="Sweden", recipient="Estonia")
    likelier = replace(visit, entry=None)
    assert parties(scene, likelier) == [("actor", "Sweden", "SWE")]


def test_a_doubtful_party_fills_only_a_role_that_nobody_else_fills() -> None:
    doubtful = (TAKES_PART + MAY_TAKE_PART) / 2
    scene, visit = the_visit(score=doubtful, actor="Estonia")
    assert parties(scene, replace(visit, entry=None)) == [("actor", "Estonia", "EST")]
    assert ("actor", "Estonia", "EST") not in parties(scene, visit)


def test_who_stands_in_a_list_with_a_party_takes_part_although_doubtful() -> None:
    text = "Sweden slept when Latvia and Estonia accused Poland."
    parse = the_parse(
        text,
        """
        Sweden sweden NNP 1 nsubj
        slept sleep VBD 1 ROOT
        when when IN 6 mark
        Latvia latvia NNP 6 nsubj
        and and CC 3 cc
        Estonia estonia NNP 3 conj
        accused accuse VBD 1 advcl
        Poland poland NNP 6 dobj
        . . . 1 punct
        """,
    )
    sure = an_act(text, "accused", ("ACCUSE", 0.9), score=0.98, actor="Latvia")
    doubtful = an_act(text, "accused", ("ACCUSE", 0.9), score=(TAKES_PART + IN_LIST) / 2, actor="Sweden|Estonia")
    act = replace(sure, arguments=(*sure.arguments, *doubtful.arguments))
    scene = a_scene(parse, text, *ALL_THREE, state("Poland"), acts=(act,))
    actors, _ = find_parties(scene, replace(reading(scene, 6, "ACCUSE"), entry=None))
    assert [role.text for role in actors] == ["Latvia", "Estonia"]


def test_we_are_who_speaks() -> None:
    text = "We accused Poland, Latvia said."
    parse = the_parse(
        text,
        """
        We we PRP 1 nsubj
        accused accuse VBD 5 ccomp
        Poland poland NNP 1 dobj
        , , . 5 punct
        Latvia latvia NNP 5 nsubj
        said say VBD 5 ROOT
        . . . 5 punct
        """,
    )
    act = an_act(text, "accused", ("ACCUSE", 0.9), actor="We", recipient="Poland")
    article = an_article_of(parse, text, state("Poland"), state("Latvia"), acts=(act,))
    said = Quote(content=(find(text, "We accused Poland"),), kind="indirect", speaker=find(text, "Latvia"))
    for quotes, actor in (((said,), ("Latvia", "Latvia")), ((), ("We", None))):
        scene = scene_of(replace(article, quotes=quotes), parse)
        [role] = find_parties(scene, reading(scene, 1, "ACCUSE"))[0]
        assert (role.text, role.actor and role.actor.name) == actor


def test_our_act_is_that_of_who_speaks() -> None:
    text = "Our protest angered Poland, Latvia said."
    parse = the_parse(
        text,
        """
        Our our PRP 1 poss
        protest protest NN 2 nsubj
        angered anger VBD 6 ccomp
        Poland poland NNP 2 dobj
        , , . 6 punct
        Latvia latvia NNP 6 nsubj
        said say VBD 6 ROOT
        . . . 6 punct
        """,
    )
    act = an_act(text, "protest", ("ACCUSE", 0.9), actor="Our", recipient="Poland")
    article = an_article_of(parse, text, state("Poland"), state("Latvia"), acts=(act,))
    said = Quote(content=(find(text, "Our protest angered Poland"),), kind="indirect", speaker=find(text, "Latvia"))
    scene = scene_of(replace(article, quotes=(said,)), parse)
    [role] = find_parties(scene, reading(scene, 1, "ACCUSE"))[0]
    assert role.text == "Latvia"


def test_an_unlikely_party_fills_none() -> None:
    scene, visit = the_visit(score=MAY_TAKE_PART / 2, actor="Estonia")
    assert parties(scene, replace(visit, entry=None)) == []


def reciprocal(visit: Candidate) -> Candidate:
    trigger = Trigger(
        lemmas=("visit",), pos="verb", example=VISITED, confidence=0.9, actor=("subject",), reciprocal=True
    )
    return replace(visit, entry=Found(1, TypedTrigger("CONSULT", trigger, "CONSULT#0"), None))


def test_all_parties_of_a_reciprocal_entry_are_actors() -> None:
    scene, visit = the_visit(actor="Sweden|Latvia")
    assert parties(scene, reciprocal(visit)) == [("actor", "Sweden", "SWE"), ("actor", "Latvia", "LVA")]


def test_whom_the_network_reads_as_recipient_of_a_reciprocal_entry_stays_one() -> None:
    scene, visit = the_visit(actor="Sweden", recipient="Latvia")
    assert parties(scene, reciprocal(visit)) == [("actor", "Sweden", "SWE"), ("recipient", "Latvia", "LVA")]


def test_a_recipient_that_the_network_hardly_reads_is_an_equal_party_of_a_reciprocal_entry() -> None:
    scene, visit = the_visit(score=(MAY_TAKE_PART + HOST) / 2, actor="Sweden", recipient="Latvia")
    assert parties(scene, reciprocal(visit)) == [("actor", "Sweden", "SWE"), ("actor", "Latvia", "LVA")]


def test_a_word_is_no_party_to_its_own_act() -> None:
    scene, visit = the_visit(actor="visited", recipient="Latvia")
    assert "visited" not in {text for _, text, _ in parties(scene, replace(visit, entry=None))}


def test_who_stands_in_another_sentence_takes_part_only_when_read() -> None:
    text = "Estonia slept. Sweden visited Latvia."
    parse = the_parse(
        text,
        """
        Estonia estonia NNP 1 nsubj
        slept sleep VBD 1 ROOT
        . . . 1 punct
        Sweden sweden NNP 4 nsubj
        visited visit VBD 4 ROOT
        Latvia latvia NNP 4 dobj
        . . . 4 punct
        """,
    )
    unread = a_scene(parse, text, *ALL_THREE)
    read = a_scene(
        parse, text, *ALL_THREE, acts=(an_act(text, "visited", ("CONSULT", 0.9), score=0.95, actor="Estonia"),)
    )
    for scene, is_there in ((unread, False), (read, True)):
        found = parties(scene, reading(scene, 4, "CONSULT"))
        assert (("actor", "Estonia", "EST") in found) == is_there


def test_words_that_nothing_resolves_stand_for_themselves() -> None:
    scene = wrote(actor="two villagers of Ilmar")
    assert as_read(WROTE, scene, "actor") == [("two villagers of Ilmar", None, "villagers")]


def test_what_is_coordinated_is_read_as_two_without_articles() -> None:
    scene = wrote(Party("mayor", an_actor("the mayor")), actor="The mayor and two villagers of Ilmar")
    assert as_read(WROTE, scene, "actor") == [
        ("mayor", "the mayor", "mayor"),
        ("two villagers of Ilmar", None, "villagers"),
    ]


def test_parts_of_an_enumeration_leave_out_commas() -> None:
    text = "Sweden, Latvia and Estonia met."
    parse = the_parse(
        text,
        """
        Sweden sweden NNP 5 nsubj
        , , . 0 punct
        Latvia latvia NNP 0 conj
        and and CC 2 cc
        Estonia estonia NNP 2 conj
        met meet VBD 5 ROOT
        . . . 5 punct
        """,
    )
    scene = a_scene(parse, text, *ALL_THREE, acts=(an_act(text, "met", ("CONSULT", 0.9), actor=text[:26]),))
    assert [words for words, _, _ in as_read(text, scene, "actor")] == ["Sweden", "Latvia", "Estonia"]


def test_what_belongs_to_a_state_stands_for_it_less_surely() -> None:
    scene = wrote(state("Latvia"), recipient="Latvia's envoy")
    [read] = roles_read(scene, scene.article.acts[0], "recipient")
    assert read.role.actor
    assert (read.role.text, read.role.actor.iso3, read.scores) == ("Latvia's envoy", "LVA", {"recipient": 0.9})
    assert read.role.actor.confidence < 0.95
    assert read.role.actor.basis.startswith("owner")


def test_an_article_alone_is_nobody() -> None:
    assert as_read(WROTE, wrote(actor="The"), "actor") == []


def test_only_the_arguments_of_a_role_are_read() -> None:
    scene = wrote(actor="mayor", recipient="Latvia's envoy", place="Ilmar")
    assert [words for words, _, _ in as_read(WROTE, scene, "actor")] == ["mayor"]


def test_a_pronoun_is_shown_by_whom_it_stands_for() -> None:
    text = "Sweden slept before it visited Latvia."
    parse = the_parse(
        text,
        """
        Sweden sweden NNP 1 nsubj
        slept sleep VBD 1 ROOT
        before before IN 4 mark
        it it PRP 4 nsubj
        visited visit VBD 1 advcl
        Latvia latvia NNP 4 dobj
        . . . 1 punct
        """,
    )
    it = Party("it", an_actor("Sweden"), form="pronoun", antecedent=0)
    act = an_act(text, "visited", ("CONSULT", 0.9), actor="it", recipient="Latvia")
    scene = a_scene(parse, text, state("Sweden"), it, state("Latvia"), acts=(act,))
    assert as_read(text, scene, "actor") == [("Sweden", "Sweden", "it")]


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("two villagers of Ilmar", ["villagers"]),
        ("The mayor and two villagers", ["mayor", "villagers"]),
        ("Latvia's envoy", ["envoy"]),
        ("wrote to", ["to"]),
    ],
)
def test_heads_are_what_hangs_outside_and_what_is_coordinated_with_it(words: str, heads: list[str]) -> None:
    assert [WROTE_PARSE.words[t] for t in heads_in(WROTE_PARSE, find(WROTE, words))] == heads
