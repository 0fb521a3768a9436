from dataclasses import replace

from builders import an_article, an_event
from stores import a_register

from regesta.model.article import Article
from regesta.query.counts.network import Edge, Node, network


def story(number: int, actor: str, recipient: str | None, intensity: float = 2.0) -> Article:
    article = an_article(f"{actor} visited {recipient}. It was said.", id=f"a{number}")
    return replace(article, events=(an_event(article, actor=actor, recipient=recipient, intensity=intensity),))


STORIES = (
    story(1, "Poland", "Sweden"),
    story(2, "Sweden", "Poland", -4.0),
    story(3, "Poland", "the farmers"),
    story(4, "Latvia", None),
    story(5, "Estonia", "Estonia"),
)


def test_who_acts_and_who_receives_are_joined_whatever_the_direction() -> None:
    with a_register(STORIES) as register:
        found = network(register.matching())
    assert found.edges == (
        Edge(left="POL", right="SWE", entries=2, intensity=-1.0),
        Edge(left="POL", right="the farmers", entries=1, intensity=2.0),
    )
    assert found.nodes == (Node("POL", 3), Node("SWE", 2), Node("the farmers", 1))
    assert found.left_out == 0


def test_parties_of_no_state_can_be_left_out() -> None:
    with a_register(STORIES) as register:
        assert [node.code for node in network(register.matching(), states_only=True).nodes] == ["POL", "SWE"]


def test_a_smaller_network_says_how_many_it_leaves_out() -> None:
    with a_register(STORIES) as register:
        found = network(register.matching(), 2)
    assert ([node.code for node in found.nodes], len(found.edges), found.left_out) == (["POL", "SWE"], 1, 1)


def test_actors_who_act_together_are_joined_where_nobody_receives() -> None:
    article = an_article("Poland and Latvia visited. It was said.")
    poland, latvia = (an_event(article, actor=name, recipient=None) for name in ("Poland", "Latvia"))
    together = replace(poland, roles=(*poland.roles, *latvia.roles))
    with a_register([replace(article, events=(together,))]) as register:
        assert [(e.left, e.right) for e in network(register.matching()).edges] == [("LVA", "POL")]
