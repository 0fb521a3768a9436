"""Where an act took place: which countries are candidates, what speaks for each, and which mention is cited."""

from builders import PLACES, an_actor

from regesta.coding.dates.dating import FAR
from regesta.coding.parties.located import is_located, is_town_acted_on
from regesta.coding.parties.named_places import named_places
from regesta.coding.parties.placing import NONE, find_place, place_evidence
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from regesta.model.act import Act
from regesta.model.entity import Place
from regesta.model.event import EventPlace, Role
from tests.coding.scenes import Party, a_scene, an_act, find, the_parse

TEXT = "Latvia met Sweden over Vilnius. Later they spoke in Riga."
ROWS = """Latvia latvia NNP 1 nsubj
met meet VBD 1 ROOT
Sweden sweden NNP 1 dobj
over over IN 1 prep
Vilnius vilnius NNP 3 pobj
. . . 1 punct
Later later RB 8 advmod
they they PRP 8 nsubj
spoke speak VBD 8 ROOT
in in IN 8 prep
Riga riga NNP 9 pobj
. . . 8 punct"""


def the_scene(text: str = TEXT, rows: str = ROWS) -> Scene:
    """The scene of a text whose Vilnius and Riga are places."""
    return a_scene(
        the_parse(text, rows), text, Party("Latvia", an_actor("Latvia")), Party("Sweden", an_actor("Sweden")),
        *(Party(town, place=PLACES[town], kind="place") for town in ("Vilnius", "Riga")),
    )  # fmt: skip


def the_meeting(act: Act | None = None) -> Candidate:
    """The reading of "met" as a meeting."""
    return Candidate(1, "CONSULT", None, act, None, {"CONSULT": 0.9}, ())


def role(scene: Scene, name: str, who: str) -> Role:
    return Role(name=name, span=find(scene.article.text, who), text=who, actor=an_actor(who))


def met(scene: Scene, act: Act | None = None) -> EventPlace | None:
    """Where Latvia and Sweden met."""
    parties = ([role(scene, "actor", "Latvia")], [role(scene, "recipient", "Sweden")])
    return find_place(scene, the_meeting(act), scene.article.sentences[0], "CONSULT", parties)


def evidence_for(scene: Scene, act: Act | None = None) -> dict[str, dict[str, float]]:
    """What speaks for each country as the place of their meeting."""
    sentence = scene.article.sentences[0]
    parties = ([role(scene, "actor", "Latvia")], [role(scene, "recipient", "Sweden")])
    named = named_places(scene, the_meeting(act), sentence)
    return {key: dict(row) for key, row in place_evidence(scene, named, sentence, "CONSULT", parties)}


def read_in(scene: Scene, town: str, score: float) -> Act:
    """An act whose place the network reads in the words of a town."""
    return an_act(scene.article.text, "met", ("CONSULT", 0.9), score=score, place=town)


def test_every_country_that_is_named_is_a_candidate_and_so_is_none() -> None:
    assert list(evidence_for(the_scene())) == ["LTU", "LVA", NONE]


def test_what_stands_in_the_sentence_and_whose_state_it_is_speaks_for_a_country() -> None:
    found = evidence_for(the_scene())
    assert (found["LTU"]["here"], found["LTU"]["near"], found["LTU"]["actor"]) == (1, 1, 0)
    assert (found["LVA"]["here"], found["LVA"]["near"], found["LVA"]["actor"]) == (0, 0, 1)
    assert found["LVA"]["actor CONSULT"] == 1
    assert found[NONE] == {"none": 1, "none CONSULT": 1}


def test_what_the_network_reads_speaks_for_a_country() -> None:
    scene = the_scene()
    unread, read = evidence_for(scene), evidence_for(scene, read_in(scene, "Riga", 0.8))
    assert (unread["LVA"]["read at all"], read["LVA"]["read at all"], read["LTU"]["read at all"]) == (0, 1, 0)
    assert read["LVA"]["read"] > 0


def test_the_place_of_the_sentence_is_told() -> None:
    place = met(the_scene())
    assert place is not None
    assert (place.place.name, place.text, place.basis) == ("Vilnius", "Vilnius", "expression")


def test_a_place_that_the_network_reads_in_another_sentence_is_inferred() -> None:
    scene = the_scene()
    place = met(scene, read_in(scene, "Riga", 0.97))
    assert place is not None
    assert (place.place.name, place.text, place.basis) == ("Riga", "Riga", "inferred")


def test_of_the_mentions_of_a_country_the_one_in_the_sentence_is_cited() -> None:
    text = TEXT.replace("Riga", "Vilnius")
    scene = a_scene(
        the_parse(text, ROWS.replace("Riga riga", "Vilnius vilnius")), text,
        *(Party("Vilnius", place=PLACES["Vilnius"], kind="place", nth=nth) for nth in (0, 1)),
    )  # fmt: skip
    place = met_there(scene)
    assert place is not None
    assert place.span == find(text, "Vilnius")


def met_there(scene: Scene) -> EventPlace | None:
    """Where the meeting took place of which nobody knows the parties."""
    return find_place(scene, the_meeting(), scene.article.sentences[0], "CONSULT", ([], []))


def test_words_are_spoken_at_home_where_the_sentence_tells_no_other_place() -> None:
    text = "They ate in Vilnius. Latvia thanked Sweden."
    rows = """They they PRP 1 nsubj
ate eat VBD 1 ROOT
in in IN 1 prep
Vilnius vilnius NNP 2 pobj
. . . 1 punct
Latvia latvia NNP 6 nsubj
thanked thank VBD 6 ROOT
Sweden sweden NNP 6 dobj
. . . 6 punct"""
    latvia = Party("Latvia", an_actor("Latvia"), place=Place(name="Latvia", iso3="LVA", precision="country"))
    scene = a_scene(the_parse(text, rows), text, latvia, Party("Vilnius", place=PLACES["Vilnius"], kind="place"))
    thanked = Candidate(6, "SUPPORT", None, None, None, {"SUPPORT": 0.9}, ())
    place = find_place(scene, thanked, scene.article.sentences[1], "SUPPORT", ([role(scene, "actor", "Latvia")], []))
    assert place is not None
    assert (place.place.iso3, place.basis) == ("LVA", "inferred")


def test_an_article_without_places_places_nothing() -> None:
    assert met_there(a_scene(the_parse(TEXT, ROWS), TEXT)) is None


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
    located = [m.place.name for m in scene.article.mentions if m.place and is_located(scene, m)]
    assert located == ["Riga"]


def test_a_deed_done_to_a_town_is_done_there() -> None:
    text = "Latvia shelled Vilnius and Riga."
    rows = """Latvia latvia NNP 1 nsubj
shelled shell VBD 1 ROOT
Vilnius vilnius NNP 1 dobj
and and CC 2 cc
Riga riga NNP 2 conj
. . . 1 punct"""
    towns = (Party(town, an_actor("Lithuania"), place=PLACES[town]) for town in ("Vilnius", "Riga"))
    scene = a_scene(the_parse(text, rows), text, *towns)
    struck = [m for m in scene.article.mentions if is_town_acted_on(scene.parse, m)]
    assert [m.place.name for m in struck if m.place] == ["Vilnius", "Riga"]
    shelled, thanked = (Candidate(1, name, None, None, None, {name: 0.9}, ()) for name in ("ASSAULT", "SUPPORT"))
    sentence = scene.article.sentences[0]
    assert named_places(scene, shelled, sentence)["LTU"][0].steps == 1
    assert named_places(scene, thanked, sentence)["LTU"][0].steps == FAR  # "thanked Vilnius": its government
