"""Explanations over hand-built parses and acts: each decision names what it was made by."""

import json
import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import PLACES, STATES, an_actor

from regesta.coding import odds
from regesta.coding.events import find_events
from regesta.coding.explain import explain_event
from regesta.coding.explanation import Explanation
from regesta.model.act import Act, Argument
from regesta.model.annotation import DateInterval, Mention, Sentence, TimeExpression
from regesta.model.article import Article, Source
from regesta.model.event import Status
from regesta.model.parse import Parse
from regesta.model.span import Span

DAY = date(2022, 12, 19)
TAGS = {"VBD": "VERB", "VB": "VERB", "VBN": "VERB", "MD": "AUX", "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN"}
PARTY_WEIGHTS = {"bias": 0.0, "network": 1.0, "slot": 5.0, "slot other role": -5.0, "network other role": -0.5}
WEIGHTS = {
    "actor": PARTY_WEIGHTS,
    "recipient": PARTY_WEIGHTS,
    "event": {"bias": -0.5, "network": 1.0, "entry": 5.0, "reliability": 2.0},
    "same": {"bias": 0.0, "network": 1.0, "same parties": 1.0, "other parties": -9.0},
    "happening": {"bias": 0.0, "best telling": 1.0},
    "clearest": {"parties": 1.0},
    "place": {"none": 0.0, "near": 1.0},
}

# word, lemma, Penn tag, head within its sentence, dependency label
VISITED = (
    "Poland poland NNP 1 nsubj", "visited visit VBD 1 ROOT", "Lithuania lithuania NNP 1 dobj", "on on IN 1 prep",
    "Monday monday NNP 3 pobj", ". . . 1 punct",
)  # fmt: skip
THE_VISIT = (
    "Poland poland NNP 1 nsubj", "enjoyed enjoy VBD 1 ROOT", "the the DT 3 det", "visit visit NN 1 dobj",
    "to to IN 3 prep", "Lithuania lithuania NNP 4 pobj", ". . . 1 punct",
)  # fmt: skip
WILL_VISIT = (
    "Poland poland NNP 2 nsubj", "will will MD 2 aux", "visit visit VB 2 ROOT", "Lithuania lithuania NNP 2 dobj",
    ". . . 2 punct",
)  # fmt: skip
WILL_SEND = (
    "Turkey turkey NNP 2 nsubj", "will will MD 2 aux", "send send VB 2 ROOT", "aid aid NN 2 dobj", "to to IN 2 dative",
    "Latvia latvia NNP 4 pobj", ". . . 2 punct",
)  # fmt: skip
FOR_TALKS = (
    "Poland poland NNP 1 nsubj", "travelled travel VBD 1 ROOT", "for for IN 1 prep", "talks talk NNS 2 pobj",
    "with with IN 3 prep", "Latvia latvia NNP 4 pobj", ". . . 1 punct",
)  # fmt: skip
HINTED = (
    "Poland poland NNP 1 nsubj", "hinted hint VBD 1 ROOT", "Poland poland NNP 4 nsubj", "will will MD 4 aux",
    "meet meet VB 1 ccomp", "Latvia latvia NNP 4 dobj", ". . . 1 punct",
)  # fmt: skip


@pytest.fixture(autouse=True)
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Weigh evidence by `WEIGHTS`, whatever the fitted weights are."""
    (tmp_path / "odds.json").write_text(json.dumps(WEIGHTS), encoding="utf-8")
    monkeypatch.setattr(odds, "PATH", tmp_path / "odds.json")
    odds.load_weights.cache_clear()
    yield
    odds.load_weights.cache_clear()


def an_article_of(*sentences: tuple[str, ...]) -> Article:
    """An article with a parse, sentences, and mentions of the states, places and days it names."""
    firsts = [sum(map(len, sentences[:n])) for n in range(len(sentences))]
    words, lemmas, tags, heads, deps = zip(*(row.split() for rows in sentences for row in rows), strict=True)
    offsets = [first for first, rows in zip(firsts, sentences, strict=True) for _ in rows]
    text = " ".join(words).replace(" .", ".")
    starts = [len(" ".join(words[:n]).replace(" .", ".")) + (n > 0 and words[n] != ".") for n in range(len(words))]
    parse = Parse(
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        words=words,
        lemmas=lemmas,
        pos=tuple(TAGS.get(tag, "X") for tag in tags),
        tags=tags,
        heads=tuple(first + int(head) for first, head in zip(offsets, heads, strict=True)),
        deps=deps,
        entities=("",) * len(words),
    )
    return Article(
        id="a1",
        text=text,
        source=Source(published=DAY),
        parse=parse,
        sentences=tuple(
            Sentence(span=parse.span(n, n + len(rows) - 1), first_token=n, end_token=n + len(rows), paragraph=0)
            for n, rows in zip(firsts, sentences, strict=True)
        ),
        mentions=tuple(a_mention(parse, n, word) for n, word in enumerate(words) if word in {*STATES, *PLACES}),
        times=tuple(
            TimeExpression(
                span=parse.span(n), timex="DATE", value=str(DAY),
                interval=DateInterval(DAY, DAY + timedelta(days=1), "day"),
            )
            for n, word in enumerate(words) if word == "Monday"
        ),
    )  # fmt: skip


def a_mention(parse: Parse, token: int, word: str) -> Mention:
    span = parse.span(token)
    actor = an_actor(word, basis="name", confidence=0.95) if word in STATES else None
    return Mention(
        span=span,
        head=token,
        form="name",
        kind="actor" if actor else "place",
        name=span,
        actor=actor,
        place=PLACES.get(word),
    )


def an_act(article: Article, trigger: str, *types: tuple[str, float], **roles: str) -> Act:
    """What the network reads in a word; roles are words, each read with a score of 0.9."""

    def span_of(words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    statuses: tuple[tuple[Status, float], ...] = (("happened", 0.7), ("planned", 0.3))
    arguments = tuple(Argument(name, span_of(words), 0.9) for name, words in roles.items())
    return Act(trigger=span_of(trigger), types=types, statuses=statuses, mode=None, arguments=arguments)


def explained(article: Article, *acts: Act, min_confidence: float = 0.4) -> list[Explanation]:
    """The explanations of all events of an article."""
    read = replace(article, acts=acts)
    coded = replace(read, events=find_events(read, min_confidence))
    found = [explain_event(coded, event.id) for event in coded.events]
    assert None not in found
    return [explanation for explanation in found if explanation]


def test_the_type_names_the_networks_runners_up_and_the_entry_that_fits() -> None:
    article = an_article_of(VISITED)
    act = an_act(article, "visited", ("CONSULT", 0.9), ("AGREE", 0.05), ("SUPPORT", 0.02), ("AID", 0.01))
    [why] = explained(article, act)
    assert why.types == (("CONSULT", 0.9), ("AGREE", 0.05), ("SUPPORT", 0.02))
    assert (why.read_as, why.sentence.of(article.text)) == ("CONSULT", "Poland visited Lithuania on Monday.")
    assert why.entry
    assert why.entry.id == why.event.rule
    assert why.entry.id.startswith("CONSULT#")
    assert "visit" in why.entry.lemmas
    assert "museum" in dict(why.entry.conditions)["not_object"]
    assert set(dict(why.entry.conditions)) & {"lemmas", "confidence", "example", "actor"} == set()


def test_rivals_say_why_they_were_passed_over() -> None:
    article = an_article_of(VISITED)
    act = an_act(article, "visited", ("CONSULT", 0.5), ("AGREE", 0.3), ("ASSAULT", 0.1), actor="Poland")
    [why] = explained(article, act)
    assert [(rival.event_type, rival.probability) for rival in why.rivals] == [("AGREE", 0.3), ("ASSAULT", 0.1)]
    assert {rival.verdict for rival in why.rivals} == {"less likely"}
    assert all(rival.entry is None and rival.confidence < why.confidence for rival in why.rivals)


def test_a_likelier_reading_without_the_party_it_needs_is_named() -> None:
    article = an_article_of(VISITED)
    bare = replace(article, mentions=article.mentions[:1])
    [why] = explained(bare, an_act(bare, "visited", ("AID", 0.8), ("CONSULT", 0.15)))
    assert why.event.type == "CONSULT"
    assert [(rival.event_type, rival.verdict) for rival in why.rivals] == [("AID", "nobody political takes part")]


def test_the_evidence_adds_up_to_the_confidence_heaviest_first() -> None:
    article = an_article_of(VISITED)
    [why] = explained(article, an_act(article, "visited", ("CONSULT", 0.9)))
    by_name = {part.name: part for part in why.evidence}
    assert by_name["network"].contribution == pytest.approx(math.log(9))
    assert by_name["bias"].contribution == -0.5
    assert by_name["reliability"].value == (why.entry.reliability if why.entry else None)
    sizes = [abs(part.contribution) for part in why.evidence]
    assert sizes == sorted(sizes, reverse=True)
    total = sum(part.contribution for part in why.evidence)
    assert why.confidence == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-4)
    assert why.event.confidence == pytest.approx(why.confidence, abs=0.01)


def test_parties_say_whether_the_network_or_a_slot_gave_them() -> None:
    article = an_article_of(VISITED)
    [why] = explained(article, an_act(article, "visited", ("CONSULT", 0.9), actor="Poland"))
    actor, recipient = why.parties
    assert (actor.role.text, actor.given_by, actor.score) == ("Poland", "network and entry", 0.9)
    assert (recipient.role.text, recipient.given_by, recipient.score) == ("Lithuania", "entry", None)
    assert [party.detail for party in why.parties] == ["subject", "object"]
    assert recipient.role.actor
    assert (recipient.role.actor.basis, recipient.role.actor.confidence) == ("name", 0.95)


def test_the_evidence_for_a_party_adds_up_to_its_chance() -> None:
    article = an_article_of(VISITED)
    [why] = explained(article, an_act(article, "visited", ("CONSULT", 0.9), actor="Poland"))
    assert why.parties
    for party in why.parties:
        assert party.judged_as == party.role.name
        total = sum(part.contribution for part in party.evidence)
        assert party.chance == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-4)


def test_what_the_network_does_not_read_is_explained_by_its_entry_alone() -> None:
    [why] = explained(an_article_of(VISITED), min_confidence=0)
    assert why.types == ()
    assert why.status.network == ()
    assert [party.detail for party in why.parties] == ["subject", "object"]


def test_what_only_the_network_reads_has_no_entry() -> None:
    article = an_article_of(VISITED)
    [why] = explained(article, an_act(article, "on", ("ACCUSE", 0.99), actor="Poland", recipient="Lithuania"))[1:]
    assert (why.event.rule, why.entry) == ("network", None)
    assert [party.given_by for party in why.parties] == ["network", "network"]


def test_a_status_names_the_words_that_decided_it() -> None:
    article = an_article_of(WILL_VISIT)
    [why] = explained(article, an_act(article, "visit", ("CONSULT", 0.9)))
    assert (why.status.status, why.status.basis) == ("planned", "words")
    assert [span.of(article.text) for span in why.status.words] == ["will"]
    assert why.status.network == (("happened", 0.7), ("planned", 0.3))


def test_a_status_by_default_names_no_words() -> None:
    article = an_article_of(VISITED)
    [why] = explained(article, an_act(article, "visited", ("CONSULT", 0.9)))
    assert (why.status.status, why.status.basis, why.status.words) == ("happened", "default", ())


def test_an_act_whose_date_lies_ahead_is_planned_by_its_date() -> None:
    article = replace(an_article_of(VISITED), source=Source(published=DAY - timedelta(days=10)))
    [why] = explained(article, an_act(article, "visited", ("CONSULT", 0.9)))
    assert (why.status.status, why.status.basis) == ("planned", "date")
    assert [span.of(article.text) for span in why.status.words] == ["Monday"]


def test_an_announced_act_says_what_is_announced_and_by_which_word() -> None:
    article = an_article_of(WILL_SEND)
    act = an_act(article, "send", ("AID", 0.9), actor="Turkey", recipient="Latvia")
    why = next(why for why in explained(article, act) if why.event.trigger_text == "send")
    assert (why.event.type, why.read_as) == ("AGREE", "AID")
    assert why.status.basis == "announced"
    assert [span.of(article.text) for span in why.status.words] == ["will"]


def test_what_was_joined_is_told_with_its_chance() -> None:
    article = an_article_of(VISITED, THE_VISIT)
    first = an_act(article, "visited", ("CONSULT", 0.9), actor="Poland", recipient="Lithuania")
    start = article.text.index("visit to")
    again = replace(first, trigger=Span(start, start + 5), earlier=((0, 0.9),))
    [why] = explained(article, first, again)
    [other] = why.retold
    assert other.trigger.of(article.text) == "visit"
    assert other.sentence.of(article.text) == "Poland enjoyed the visit to Lithuania."
    assert other.chance == pytest.approx(1 / (1 + math.exp(-math.log(9) - 1)))


def test_the_first_telling_is_the_other_one_where_a_later_one_is_clearer() -> None:
    article = an_article_of(VISITED, THE_VISIT)
    poorer = replace(article, mentions=(article.mentions[0], *article.mentions[2:]))
    first = an_act(poorer, "visited", ("CONSULT", 0.9), actor="Poland")
    start = poorer.text.index("visit to")
    again = replace(first, trigger=Span(start, start + 5), earlier=((0, 0.9),))
    [why] = explained(poorer, first, again)
    assert why.event.trigger_text == "visit"
    assert [(other.trigger.of(poorer.text), round(other.chance or 0, 4)) for other in why.retold] == [("visited", 0.9)]


def test_what_a_visit_was_for_is_joined_by_a_rule() -> None:
    article = an_article_of(FOR_TALKS)
    trip = an_act(article, "travelled", ("CONSULT", 0.9), actor="Poland")
    talks = an_act(article, "talks", ("CONSULT", 0.9), actor="Poland", recipient="Latvia")
    [why] = explained(article, trip, talks)
    assert [(other.trigger.of(article.text), other.chance) for other in why.retold] == [("talks", None)]


def test_a_party_taken_over_from_what_was_refused_names_that_act() -> None:
    article = an_article_of(HINTED)
    [why] = explained(article, an_act(article, "hinted", ("REJECT", 0.99), actor="Poland"))
    actor, recipient = why.parties
    assert (actor.given_by, recipient.given_by, recipient.detail) == ("network", "another act", "meet")
    assert (recipient.role.name, recipient.role.text) == ("recipient", "Latvia")


def test_an_event_that_does_not_arise_has_no_explanation() -> None:
    article = an_article_of(VISITED)
    assert explain_event(article, "0123456789abcdef") is None
    coded = replace(article, events=find_events(article, 0))
    assert explain_event(replace(coded, parse=None), coded.events[0].id) is None
