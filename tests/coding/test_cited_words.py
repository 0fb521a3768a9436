"""The words that a party cites hold what tells who it is."""

import pytest
from builders import an_actor

from regesta.coding.parties.parties import without_trigger
from regesta.coding.roles.act_roles import roles_read
from regesta.model.event import Role
from tests.coding.scenes import Party, a_scene, an_act, find, reading, the_parse

TEXT = "Chiefs of Latvian police arrested rebels in Riga."
PARSE = the_parse(
    TEXT,
    """
    Chiefs chief NNS 4 nsubj
    of of IN 0 prep
    Latvian latvian JJ 3 amod
    police police NNS 1 pobj
    arrested arrest VBD 4 ROOT
    rebels rebel NNS 4 dobj
    in in IN 5 prep
    Riga riga NNP 6 pobj
    . . . 4 punct
    """,
    {"Latvian": "NORP", "Riga": "GPE"},
)
POLICE = Party("Latvian police", an_actor("Latvian police", iso3="LVA"), form="nominal")
REBELS = Party("rebels", an_actor("rebels"), form="nominal")


def cited(role: str, words: str) -> list[str]:
    """Return what the parties cite whom the network reads in some words."""
    act = an_act(TEXT, "arrested", ("COERCE", 0.9), **{role: words})
    scene = a_scene(PARSE, TEXT, POLICE, REBELS, acts=(act,))
    return [read.role.text for read in roles_read(scene, scene.article.acts[0], role)]


@pytest.mark.parametrize(
    ("role", "words", "shown"),
    [
        ("actor", "police", "Latvian police"),  # "police" alone does not show whose
        ("actor", "Latvian police", "Latvian police"),
        ("actor", "of Latvian police", "Latvian police"),
        ("recipient", "rebels in", "rebels"),
        ("recipient", "rebels", "rebels"),
        ("recipient", "rebels in Riga", "rebels in Riga"),
    ],
)
def test_a_party_cites_all_that_tells_who_it_is_and_no_more_than_a_phrase(role: str, words: str, shown: str) -> None:
    assert cited(role, words) == [shown]


def test_words_of_another_role_are_no_part_of_a_party() -> None:
    act = an_act(TEXT, "arrested", ("COERCE", 0.9), actor="police", recipient="Latvian")
    scene = a_scene(PARSE, TEXT, POLICE, REBELS, acts=(act,))
    assert [read.role.text for read in roles_read(scene, scene.article.acts[0], "actor")] == ["police"]


@pytest.mark.parametrize(
    ("mention", "shown"),
    [
        ("The invading Danish army", "Danish army"),
        ("The Danish invading army", "Danish invading army"),
        ("The invading army", "army"),
    ],
)
def test_the_word_for_the_act_is_left_out_without_the_name_that_shows_who_it_is(mention: str, shown: str) -> None:
    text = f"{mention} killed rebels."
    words = mention.split()
    tags = {"The": "DT", "invading": "VBG", "Danish": "JJ", "army": "NN"}
    last = len(words) - 1
    rows = [f"{word} {word.lower()} {tags[word]} {last} amod" for word in words[:-1]]
    rows += [f"army army NN {last + 1} nsubj", f"killed kill VBD {last + 1} ROOT"]
    rows += [f"rebels rebel NNS {last + 1} dobj", f". . . {last + 1} punct"]
    parse = the_parse(text, "\n".join(rows), {"Danish": "NORP"})
    others = {"recipient": "Danish"} if "Danish" in words else {}  # a misreading: they are one noun phrase
    act = an_act(text, "invading", ("ASSAULT", 0.9), actor="army", **others)
    army = Party(mention, an_actor("Danish army", iso3="DNK"), form="nominal")
    scene = a_scene(parse, text, army, acts=(act,))
    [read] = roles_read(scene, scene.article.acts[0], "actor")
    assert read.role.text == shown
    whole = Role(name="actor", span=find(text, mention), text=mention)
    cut = without_trigger(scene, reading(scene, words.index("invading"), "ASSAULT"), whole)
    assert cut.text.removeprefix("The ") == shown
