"""Where an act took place, by who visits whom and where the article says that they met."""

from builders import PLACES, STATES, an_actor, an_article, an_event

from regesta.coding.placing import find_place, located_mentions, with_meeting_places
from regesta.coding.roles import Scene
from regesta.model.entity import Place
from regesta.model.event import EventPlace, Role
from tests.coding.scenes import Party, a_scene, find, the_parse

ROWS = """Latvia latvia NNP 1 nsubj
met meet VBD 1 ROOT
{word} {word} JJ 3 amod
Sweden sweden NNP 1 dobj
over over IN 1 prep
Vilnius vilnius NNP 4 pobj
. . . 1 punct"""
TEXT = "Poland met Lithuania in Riga. Poland thanked Lithuania. Poland thanked Sweden."


def meeting(word: str) -> tuple[Scene, EventPlace | None]:
    """The scene of "Latvia met visiting Sweden over Vilnius.", and where they met."""
    text = f"Latvia met {word} Sweden over Vilnius."
    latvia, sweden = (
        Party(name, an_actor(name), place=Place(name=name, iso3=STATES[name], precision="country"))
        for name in ("Latvia", "Sweden")
    )
    scene = a_scene(
        the_parse(text, ROWS.format(word=word)), text, latvia, sweden,
        Party("Vilnius", place=PLACES["Vilnius"], kind="place"),
    )  # fmt: skip
    parties = [[Role(name=n, span=find(text, who), text=who, actor=an_actor(who))] for n, who in
               (("actor", "Latvia"), ("recipient", "Sweden"))]  # fmt: skip
    return scene, find_place(scene, 1, scene.article.sentences[0], "CONSULT", (parties[0], parties[1]))


def test_who_is_visiting_is_received_at_home() -> None:
    _, place = meeting("visiting")
    assert place is not None
    assert (place.place.iso3, place.basis) == ("LVA", "inferred")


def test_without_a_visit_the_place_of_the_sentence_counts() -> None:
    _, place = meeting("grinning")
    assert place is not None
    assert (place.place.iso3, place.basis) == ("LTU", "expression")


def test_of_a_dateline_the_town_is_a_place_and_the_agency_is_not() -> None:
    text = "RIGA (Vilnius Wire) - Latvia slept."
    rows = """RIGA riga NNP 7 dep
( ( . 0 punct
Vilnius vilnius NNP 3 compound
Wire wire NNP 0 appos
) ) . 0 punct
- - . 7 punct
Latvia latvia NNP 7 nsubj
slept sleep VBD 7 ROOT
. . . 7 punct"""
    scene = a_scene(
        the_parse(text, rows), text, Party("RIGA", place=PLACES["Riga"]),
        Party("Vilnius", place=PLACES["Vilnius"], kind="place"), Party("Latvia", an_actor("Latvia")),
    )  # fmt: skip
    assert [m.place.name for m in located_mentions(scene) if m.place] == ["Riga"]


def test_two_who_met_spoke_where_they_met() -> None:
    article = an_article(TEXT)
    met = an_event(article, "met", place="Riga")
    thanked = an_event(article, "thanked", type="SUPPORT", mode=None)
    found = with_meeting_places([met, thanked])
    assert found[0] == met
    assert found[1].place is not None
    assert (found[1].place.place.name, found[1].place.basis) == ("Riga", "inferred")


def test_others_did_not_speak_there() -> None:
    article = an_article(TEXT)
    met = an_event(article, "met", place="Riga")
    thanked = an_event(article, "thanked", type="SUPPORT", mode=None, recipient="Sweden")
    assert with_meeting_places([met, thanked])[1].place is None
