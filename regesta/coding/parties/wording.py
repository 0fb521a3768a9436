"""Says in which words a party is shown: its whole noun phrase, in every event the same.

The network and the entries point at a noun, with more or fewer of the words around it. Who is meant is told by all of
them: "a court **in Oslo**", "the rights group **Amnesty International**", "**the Grand** Mufti **of Egypt**".
"""

from collections.abc import Iterator, Set
from dataclasses import replace

from regesta.coding.roles.roles import GROUP_NOUNS
from regesta.coding.triggers.arguments import MODIFIER_DEPS
from regesta.model.event import PARTY_ROLES, Event
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors

BEFORE = frozenset({"det", "predet", "amod", "compound", "nmod", "nummod", "quantmod", "poss"})
OF_ANYBODY = frozenset({"of", "from"})
OF_OTHERS = OF_ANYBODY | {"for", "in", "at", "near", "inside", "outside"}  # never a person's: "met Haavisto in Oslo"
SITED = frozenset({"in", "at", "near"})
OF_ENVOYS = OF_OTHERS | {"to"}
PLACE_NAMES = ("GPE", "LOC")
NAMES = (*PLACE_NAMES, "FAC", "ORG", "NORP")
ADVERBIAL = frozenset({"advmod", "npadvmod"})
LOOSE_POS = frozenset({"ADP", "DET", "CCONJ"})
CLAUSE_POS = frozenset({"VERB", "AUX"})
CORRELATIVE = frozenset({"neither", "either", "both"})
BLAME = "ACCUSE"  # "accused the army **of slaughter**"


def in_full(parse: Parse, text: str, event: Event, first_token: int = 0) -> Event:
    """Return an event with its actors and recipients in all the words of their noun phrases.

    Args:
        parse: Parse of the article.
        text: Its text.
        event: The event.
        first_token: The first token behind the dateline, which is no part of anybody's name.
    """
    if not event.parties:
        return event
    parties = [role for role in event.roles if role.name in PARTY_ROLES]
    heads = {role: parse.head_in(role.span) for role in parties}
    told = {*parse.tokens_in(event.trigger), *(token for role in parties for token in parse.tokens_in(role.span))}
    told |= {*charges(parse, event)}
    found = []
    for role in event.roles:
        if role in heads:
            own = parse.tokens_in(role.span)
            first, last = ends_of(parse, heads[role], own, told - {*own})
            if last >= first_token:
                first = max(first, first_token)  # "DAKAR - Soldiers": parsers make the town a part of the name
            span = parse.span(first, last).tightened(text)
            role = replace(role, span=span, text=span.of(text))
        found.append(role)
    return replace(event, roles=tuple(found))


def charges(parse: Parse, event: Event) -> Iterator[int]:
    """Yield the prepositions before what somebody is accused of: "accused the army **of** murder"."""
    if event.type != BLAME:
        return
    for role in event.recipients:
        for prep in parse.governed(parse.head_in(role.span), "prep"):
            nouns = parse.governed(prep, "pobj")
            if not any(parse.entities[noun].endswith(NAMES) for noun in nouns):
                yield prep


def ends_of(parse: Parse, head: int, own: range, others: Set[int]) -> tuple[int, int]:
    """Return the first and the last token of the noun phrase around some words.

    Args:
        parse: Parse of the article.
        head: The head of the words.
        own: The words.
        others: Words that belong to somebody else or are the act's; none of them is taken in.
    """
    first, last = own[0], own[-1]
    if parse.pos[head] not in {"NOUN", "PROPN", "NUM"} or parse.deps[head] in MODIFIER_DEPS:
        return first, last
    while first < head and parse.deps[branch(parse, first, head)] in ADVERBIAL:
        first += 1  # "hours earlier Orban"
    while first < head and is_pairing(parse, first, head):
        first += 1  # "neither Kenya nor Uganda"
    while last > head and (
        parse.words[last] == ","
        or parse.pos[last] in LOOSE_POS
        or (parse.pos[last] == "ADJ" and parse.pos[last - 1] == "ADP")
    ):
        last -= 1  # "a base in eastern"
    start = start_of(parse, head)
    if start < first and not others & set(range(start, first)):
        first = start
    while (end := longer(parse, head, last)) and not others & set(range(last + 1, end + 1)):
        last = end
    return first, last


def is_pairing(parse: Parse, word: int, head: int) -> bool:
    """Tell whether a word only pairs a name with another: "**neither** Kenya nor Uganda", not "both sides"."""
    return parse.pos[head] == "PROPN" and parse.lemmas[word].lower() in CORRELATIVE


def branch(parse: Parse, token: int, head: int) -> int:
    """Return which of the words right below a noun a token stands under; the topmost above it when under none."""
    while parse.heads[token] not in {head, token}:
        token = parse.heads[token]
    return token


def start_of(parse: Parse, head: int) -> int:
    """Return the first token of the unbroken run of a noun's determiners, modifiers and possessors."""
    start = head
    before = [at for at in parse.children[head] if at < head and not is_pairing(parse, at, head)]
    for child in reversed(before):
        below = parse.subtree(child)
        if parse.deps[child] in BEFORE and below[-1] < head and not any(is_clause(parse, token) for token in below):
            start = below[0]
        elif parse.deps[child] not in {"punct", "case"}:
            break
    return start


def is_clause(parse: Parse, token: int) -> bool:
    """Tell whether a word is the verb of a clause, and no participle that has become an adjective."""
    return parse.pos[token] in CLAUSE_POS and parse.deps[token] not in {"amod", "compound"}


def end_of(parse: Parse, noun: int) -> int:
    """Return the last token of a noun's own words."""
    end = noun
    while end + 1 < len(parse) and parse.entities[end + 1].startswith("I-") and parse.entities[end]:
        end += 1
    while (more := longer(parse, noun, end)) is not None:
        end = more
    return end


def longer(parse: Parse, head: int, last: int) -> int | None:
    """Return the end of the next words behind some of a noun that belong to it; None when none do."""
    if is_short_form(parse, last + 1):
        return last + 3
    for child in (*parse.children[head], *sites(parse, head)):
        if child > last:
            end = end_of_apposition(parse, head, child, last) or end_of_owner(parse, head, child, last)
            if end:
                return end
    return None


def is_short_form(parse: Parse, token: int) -> bool:
    """Tell whether a short form in brackets begins with a token: "the Red Cross **(ICRC)**"."""
    words = parse.words[token : token + 3]
    return len(words) == 3 and (words[0], words[2]) == ("(", ")") and words[1].isupper()


def sites(parse: Parse, head: int) -> Iterator[int]:
    """Yield the prepositions that hang on the verb of whose object they tell where it is: "took the mosque **in**"."""
    verb = parse.heads[head]
    noun = load_sectors().noun((parse.lemmas[head],))
    is_site = parse.lemmas[head] not in GROUP_NOUNS and (noun is None or noun.kind == "body")
    if parse.deps[head] == "dobj" and parse.pos[head] == "NOUN" and is_site:
        yield from (prep for prep in parse.governed(verb, "prep") if parse.lemmas[prep] in SITED)


def end_of_apposition(parse: Parse, head: int, child: int, last: int) -> int | None:
    """Return the end of another name of the same: "the group **Amnesty International**", "the Red Cross **(ICRC)**".

    Between commas only a person has one, of which one is a description: "Petro, **the president of Colombia**, said".
    """
    if parse.deps[child] != "appos" or parse.pos[child] not in {"NOUN", "PROPN"}:
        return None
    first, end = start_of(parse, child), end_of(parse, child)
    mark, after = parse.words[last + 1], parse.words[end + 1] if end + 1 < len(parse) else "."
    if first == last + 1:
        return end if parse.pos[child] == "PROPN" else None
    if first == last + 2 and mark == "(" and after == ")":
        return end + 1
    persons = [parse.entities[token].endswith("PERSON") for token in (head, child)]
    is_of_two = all(persons) and not parse.governs(head, "det")  # "Lavrov, Blinken"
    is_closed = first == last + 2 and mark == "," and not after[0].isalnum()
    return end if is_closed and any(persons) and not is_of_two else None


def end_of_owner(parse: Parse, head: int, child: int, last: int) -> int | None:
    """Return the end of what tells whose or of where somebody is: "a court **in Oslo**", "the army **of Chad**"."""
    if parse.deps[child] != "prep" or child != last + 1 or parse.lemmas[child] not in prepositions_of(parse, head):
        return None
    noun = next(parse.governed(child, "pobj"), None)
    if noun is None or start_of(parse, noun) != child + 1 or parse.pos[noun] not in {"NOUN", "PROPN"}:
        return None
    end = end_of(parse, noun)
    other = next(parse.governed(noun, "conj"), None)
    if other is not None and parse.words[end + 1] in {"and", "or"} and start_of(parse, other) == end + 2:
        end = end_of(parse, other)
    is_named = any(parse.entities[token].endswith(NAMES) for token in range(child, end + 1))
    return end if is_named or parse.lemmas[child] == "of" else None


def prepositions_of(parse: Parse, head: int) -> frozenset[str]:
    """Return the prepositions behind which a noun's own words stand, and not those of its verb."""
    if parse.entities[head].endswith("PERSON"):
        return OF_ANYBODY
    if parse.entities[head].endswith(PLACE_NAMES):
        return frozenset()
    noun = load_sectors().noun((parse.lemmas[head],))
    return OF_ENVOYS if noun is not None and noun.kind == "person" else OF_OTHERS
