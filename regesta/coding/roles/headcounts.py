"""Counts people in lists, in the singular and in tolls: "two policemen **and a civilian**" are three."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from regesta.coding.roles.roles import Scene
from regesta.model.annotation import Amount
from regesta.model.article import Article
from regesta.model.nearby import once
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors
from regesta.ontology.number_words import TOLLS, VICTIMS

ONE = frozenset({"a", "an", "one", "another"})
SINGULAR = "NN"
NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
LEAVE, TOLL = "leave", "toll"
PEOPLE = frozenset({"people", "member", "guest"})  # of whatever


def is_of_people(scene: Scene, amount: Amount) -> bool:
    """Tell whether a quantity counts people: by its noun, or as one of a people ("2,300 **Afghans**")."""
    if amount.unit in PEOPLE or load_sectors().noun((amount.unit,)) is not None:
        return True
    last = scene.parse.tokens_in(amount.span)[-1]
    somebody = scene.by_head.get(last)
    return scene.parse.tags[last] == "NNPS" and somebody is not None and somebody.actor is not None


def added_up(scene: Scene, amount: Amount) -> Amount:
    """Return a count of people with that of those who are listed beside them; what counts nobody is passed over."""
    last = scene.parse.tokens_in(amount.span)[-1]
    beside = list(listed_with(scene.parse, last))
    counted = amounts_by_last_token(scene.article) if beside else {}
    if counted.get(last) != amount and amount.value != 1:
        return amount
    found = [amount]
    for noun in beside:
        other = counted.get(noun) or one_person(scene.parse, noun)
        if other and is_of_people(scene, other) and not other.span.overlaps(amount.span):
            found.append(other)
    return summed(found) if len(found) > 1 else amount


@once
def amounts_by_last_token(article: Article) -> Mapping[int, Amount]:
    """Return the amounts of an article by the last token of each."""
    parse = article.parse
    return {parse.tokens_in(amount.span)[-1]: amount for amount in article.amounts} if parse else {}


def listed_with(parse: Parse, noun: int) -> Iterator[int]:
    """Yield the nouns of a list beside one of them, in text order."""
    first = noun
    while parse.deps[first] == "conj" and parse.pos[parse.heads[first]] in NOUNS:
        first = parse.heads[first]
    waiting = [first]
    found = set(waiting)
    while waiting:
        joined = [at for at in parse.governed(waiting.pop(), "conj") if parse.pos[at] in NOUNS]
        waiting += joined
        found.update(joined)
    yield from sorted(found - {noun})


def one_person(parse: Parse, noun: int) -> Amount | None:
    """Return the count of one person who is told of in the singular: "**a civilian**"; None for anything else."""
    articles = [word for word in parse.governed(noun, "det", "nummod") if parse.lemmas[word] in ONE]
    person = load_sectors().noun((parse.lemmas[noun],))
    if parse.tags[noun] != SINGULAR or not articles or person is None or person.kind != "person":
        return None
    return Amount(span=parse.span(articles[0], noun), value=Decimal(1), unit=parse.lemmas[noun])


def summed(amounts: list[Amount]) -> Amount:
    """Return the sum of counts, from the first word to the last."""
    ordered = sorted(amounts, key=lambda amount: amount.span)
    units = {amount.unit for amount in ordered}
    has_upper = any(amount.upper is not None for amount in ordered)
    return replace(
        ordered[0],
        span=ordered[0].span.joined(ordered[-1].span),
        value=sum((amount.value for amount in ordered), Decimal(0)),
        upper=sum((amount.upper or amount.value for amount in ordered), Decimal(0)) if has_upper else None,
        unit=units.pop() if len(units) == 1 else "people",
        approximate=any(amount.approximate for amount in ordered),
    )


def is_toll_of(parse: Parse, act: int, amount: Amount) -> bool:
    """Tell whether a quantity is what an act cost: "the toll of the **raid** is 12", "the **raid** left 12 dead"."""
    numbers = parse.tokens_in(amount.span)
    verbs = [at for at in parse.ancestors(numbers[-1]) if parse.pos[at] == "VERB"]
    for verb in verbs[:1]:
        for subject in parse.governed(verb, "nsubj"):
            if parse.lemmas[subject] in TOLLS:
                return act in parse.subtree(subject)
            if parse.lemmas[verb] == LEAVE and subject == act:
                return True
    return False


def victims_told(parse: Parse, act: int, amount: Amount) -> str | None:
    """Return what the words say that counted people became, "killed" or "wounded"; None when they say neither."""
    last = parse.tokens_in(amount.span)[-1]
    behind = parse.words[last + 1].lower() if last + 1 < len(parse) else ""
    if behind in VICTIMS and is_toll_of(parse, act, amount):
        return VICTIMS[behind]
    subjects = (at for above in parse.ancestors(last) for at in parse.governed(above, "nsubj"))
    is_of_toll = any(parse.lemmas[subject] == TOLL for subject in subjects)
    return "killed" if is_of_toll and is_toll_of(parse, act, amount) else None
