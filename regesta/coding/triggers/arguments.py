"""Where the arguments of a trigger stand in the parse: subjects, objects, possessors, prepositional phrases.

Every function returns indices of noun heads. Passives, control, coordination, relative clauses and participles are
undone here, so that trigger data can speak of "subject" and "object" alone.
"""

from collections.abc import Iterable

from regesta.model.parse import SUBJECTS, TIME_LABELS, Parse
from regesta.ontology.counting import load_counting

RELATIVE_WORDS = frozenset({"who", "which", "that", "whom", "what"})
SUBJECT_DEPS = ("nsubj", "expl")
OBJECT_DEPS = ("dobj", "oprd")
PREPOSITION_DEPS = ("prep", "dative", "agent", "prt")
ALONG = frozenset({"along", "together"})
MODIFIER_DEPS = ("compound", "amod", "nmod")
ADDRESSING_VERBS = frozenset({"appeal", "call", "plead", "prevail", "shout", "signal", "rely", "count"})
# "accused Iran of arming", "barred Iran from arming": Iran arms; "left Libya after meeting": the one who left met
OBJECT_CONTROL_PREPOSITIONS = frozenset({"of", "from", "for", "into", "against", "with", "about"})
COUNTING = frozenset({"ten", "dozen", "score", "hundred", "thousand", "number", "group", "couple", "handful", "lot"})
MAX_CLIMB = 6  # clauses a missing subject is sought through; deeper ones are parse errors more often than control


def fill_slot(parse: Parse, head: int, slot: str, carried: int | None = None) -> list[int]:
    """Return the noun heads that fill an argument slot of a trigger.

    Args:
        parse: Parse of the article.
        head: The trigger's head word.
        slot: Slot as trigger data names it ("subject", "prep:with").
        carried: The object a verb trigger requires ("hold" + "talks"); its prepositions count as the trigger's.
    """
    if slot == "subject":
        return subjects(parse, head)
    if slot == "object":
        return objects(parse, head)
    if slot == "indirect_object":
        return expand(parse, receivers(parse, head))
    if slot == "possessive":
        return expand(parse, parse.governed(carried if carried is not None else head, "poss"))
    if slot == "modifier":
        return list(parse.governed(carried if carried is not None else head, *MODIFIER_DEPS))
    if slot == "carrier":
        carrier = carrier_of(parse, head)
        return [] if carrier is None else subjects(parse, carrier)
    return prepositional(parse, head, slot.removeprefix("prep:").replace("_", " "), carried)


def receivers(parse: Parse, verb: int) -> list[int]:
    """Return to whom a verb of giving gives: "handed **the envoy** a note", "**the envoy** was handed a note".

    Parsers take what is given for another name of whom it is given to, where that hangs on the verb itself.
    """
    if (given := given_objects(parse, verb)) and is_passive(parse, verb):
        return list(parse.governed(verb, "nsubjpass"))
    named_so = [parse.heads[noun] for noun in given if parse.deps[noun] == "appos"]
    return [*parse.governed(verb, "dative"), *named_so]


def given_objects(parse: Parse, verb: int) -> list[int]:
    """Return what a verb with two objects gives, where it is not its only one: "was handed **a note**"."""
    if is_passive(parse, verb):
        return list(parse.governed(verb, *OBJECT_DEPS)) if parse.governs(verb, "nsubjpass") else []
    direct = list(parse.governed(verb, "dobj"))
    return [noun for person in direct for noun in parse.governed(person, "appos") if parse.words[noun - 2] != ","]


def expand(parse: Parse, heads: Iterable[int]) -> list[int]:
    """Return noun heads with those coordinated with them, relative words replaced by what they stand for."""
    found: list[int] = []
    for head in heads:
        meant = antecedent_of_relative(parse, head)
        waiting = [meant]
        while waiting:
            member = waiting.pop(0)
            if member not in found:
                found.append(member)
            waiting.extend(
                c for c in parse.governed(member, "conj") if parse.pos[c] in {"NOUN", "PROPN", "PRON", "NUM"}
            )
            waiting.extend(companions(parse, member))
    return found


def companions(parse: Parse, noun: int) -> list[int]:
    """Return those who do what a noun does, behind a comma: "France, along with **Britain**, imposed sanctions"."""
    verb = parse.heads[noun]
    preps = list(parse.governed(noun, "prep"))
    if parse.deps[noun] in SUBJECT_DEPS:
        preps += [prep for prep in parse.governed(verb, "prep") if noun < prep < verb]
    preps += [inner for prep in preps if parse.lemmas[prep] in ALONG for inner in parse.governed(prep, "prep")]
    joining = [p for p in preps if parse.lemmas[p] == "with" and p and parse.lemmas[p - 1] in ALONG]
    return [person for prep in joining for person in parse.governed(prep, "pobj")]


def antecedent_of_relative(parse: Parse, token: int) -> int:
    """Return the noun a relative word stands for, or the token itself."""
    if parse.tags[token] not in {"WDT", "WP"} or parse.lemmas[token] not in RELATIVE_WORDS:
        return token
    for above in parse.ancestors(token):
        if parse.deps[above] == "relcl":
            return parse.heads[above]
    return token


def is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb stands in the passive, as a clause or as a reduced relative ("troops deployed by")."""
    if parse.governs(verb, "nsubjpass", "auxpass", "agent"):
        return True
    reduced = parse.deps[verb] in {"acl", "amod"} and parse.tags[verb] == "VBN"
    reduced |= is_passive_participle(parse, verb)
    coordinated = parse.deps[verb] == "conj" and parse.tags[verb] == "VBN" and not parse.governs(verb, "nsubj", "aux")
    return reduced or (coordinated and is_passive(parse, parse.heads[verb]))


def is_passive_participle(parse: Parse, verb: int) -> bool:
    """Tell whether a participle says what was done to the subject of its clause: "**Freed** by Iran, they left"."""
    is_bare = parse.deps[verb] == "advcl" and parse.tags[verb] == "VBN"
    return is_bare and not parse.governs(verb, "aux", "mark", "dobj", *SUBJECT_DEPS)


def subjects(parse: Parse, verb: int, depth: int = 0) -> list[int]:
    """Return who does what the verb says: the by-phrase of a passive, the controller of an infinitive."""
    if is_passive(parse, verb):
        return agents(parse, verb)
    own = expand(parse, parse.governed(verb, *SUBJECT_DEPS))
    return own if own or depth >= MAX_CLIMB else inherited_subjects(parse, verb, depth + 1)


def agents(parse: Parse, verb: int) -> list[int]:
    """Return the heads of the by-phrase of a passive."""
    given = (prep for noun in given_objects(parse, verb) for prep in parse.governed(noun, "prep"))
    preps = [p for p in (*parse.governed(verb, "agent", "prep"), *given) if parse.lemmas[p] == "by"]
    return expand(parse, (noun for prep in preps for noun in parse.governed(prep, "pobj")))


def inherited_subjects(parse: Parse, verb: int, depth: int) -> list[int]:
    """Return the subject a verb without one takes from the clause above it."""
    dep, above = parse.deps[verb], parse.heads[verb]
    if above == verb:
        return []
    if dep == "relcl" or (dep == "acl" and parse.tags[verb] == "VBG"):
        return expand(parse, [above])
    if dep == "acl":
        carrier = carrier_of(parse, above)
        return [] if carrier is None else subjects(parse, carrier, depth)
    if dep == "conj":
        return objects(parse, above) if is_passive(parse, above) else subjects(parse, above, depth)
    if dep in {"xcomp", "ccomp"}:
        return controllers(parse, above) or clause_subjects(parse, above, depth)
    if dep == "advcl":
        above = told_clause(parse, above, verb)
        if parse.is_infinitive(verb) and parse.lemmas[above] in ADDRESSING_VERBS:
            return controllers(parse, above) or clause_subjects(parse, above, depth)
        return clause_subjects(parse, above, depth)
    if dep == "acomp":
        return clause_subjects(parse, above, depth)
    if dep == "pcomp":
        governor = parse.heads[above]
        by_object = parse.pos[governor] == "VERB" and parse.lemmas[above] in OBJECT_CONTROL_PREPOSITIONS
        return (objects(parse, governor) if by_object else []) or clause_subjects(parse, governor, depth)
    return []


def told_clause(parse: Parse, above: int, verb: int) -> int:
    """Return the clause that a participle belongs to behind who tells it: "they **fled**, he said, leaving all"."""
    if parse.tags[verb] != "VBG" or verb < above:
        return above
    told = [clause for clause in parse.governed(above, "ccomp") if clause < above]
    speaker = next(parse.governed(above, *SUBJECT_DEPS), above)
    return told[0] if told and told[0] < speaker else above


def controllers(parse: Parse, verb: int) -> list[int]:
    """Return who is to do what an infinitive below the verb says: "urged Iran to stop", "appealed to Iran to stop"."""
    if parse.pos[verb] != "VERB":
        return []
    direct = expand(parse, parse.governed(verb, "dobj"))
    if direct or parse.lemmas[verb] not in ADDRESSING_VERBS:
        return direct
    addressed = [p for p in parse.governed(verb, "prep", "dative") if parse.lemmas[p] in {"to", "on", "upon", "with"}]
    return expand(parse, (noun for prep in addressed for noun in parse.governed(prep, "pobj")))


def clause_subjects(parse: Parse, verb: int, depth: int) -> list[int]:
    """Return the grammatical subject of a clause, active or passive: who an infinitive below it refers to."""
    return objects(parse, verb) if is_passive(parse, verb) else subjects(parse, verb, depth)


def objects(parse: Parse, verb: int) -> list[int]:
    """Return whom the verb's act is done to: the direct object, or the subject of a passive."""
    if is_passive(parse, verb):
        own = expand(parse, parse.governed(verb, "nsubjpass"))
        if own:
            return own
        if parse.deps[verb] in {"acl", "amod"}:
            return expand(parse, [parse.heads[verb]])
        if is_passive_participle(parse, verb):
            return clause_subjects(parse, parse.heads[verb], 0)
        return objects(parse, parse.heads[verb]) if parse.deps[verb] == "conj" else []
    own = expand(parse, parse.governed(verb, *OBJECT_DEPS))
    if own:
        return own
    # "urged Iran to stop", "found Iran guilty": the parser makes Iran the subject of a small clause
    small = [c for c in parse.governed(verb, "ccomp", "xcomp") if is_small_clause(parse, c)]
    below = expand(parse, (noun for clause in small for noun in parse.governed(clause, *SUBJECTS)))
    if below:
        return below
    shared = [c for c in parse.governed(verb, "conj") if parse.pos[c] == "VERB" and c > verb]
    if shared and not parse.governs(shared[0], "nsubj", "punct"):  # "condemned and rejected the plan"
        return expand(parse, parse.governed(shared[0], *OBJECT_DEPS))
    return []


def is_small_clause(parse: Parse, head: int) -> bool:
    """Tell whether a clause has no finite verb of its own: an infinitive, a participle, or an adjective or noun."""
    if parse.tags[head] == "VBG" and not parse.governs(head, "aux", "mark", "dobj"):
        return True  # "sent the **envoys** packing"
    return parse.is_infinitive(head) or (
        parse.pos[head] in {"ADJ", "NOUN", "PROPN"} and not parse.governs(head, "aux", "cop", "mark")
    )


def prepositional(parse: Parse, head: int, preposition: str, carried: int | None) -> list[int]:
    """Return the noun heads under a preposition of a trigger, or of the words it takes along.

    Parsers attach "of" in "accused the minister of corruption" to the minister: the preposition is sought on the
    trigger, on the object it requires, on the verb that carries it, and last on its direct object.
    """
    bearers = [head] if carried is None else [head, carried]
    if parse.pos[head] in {"NOUN", "PROPN"}:
        carrier = carrier_of(parse, head)
        bearers += [] if carrier is None else [carrier]
    else:
        bearers += parse.governed(head, *OBJECT_DEPS)
    for bearer in bearers:
        nouns = [
            noun
            for prep in prepositions(parse, bearer)
            if parse.lemmas[prep] == preposition
            for noun in parse.governed(prep, "pobj")
            if parse.entities[noun][2:] not in TIME_LABELS  # "on Friday" is no addressee
        ]
        if nouns:
            return expand(parse, nouns)
    return []


def prepositions(parse: Parse, bearer: int) -> list[int]:
    """Return the prepositions on a word, those stacked on them included: "pulled out of", "ahead of"."""
    found = list(parse.governed(bearer, *PREPOSITION_DEPS, "advmod"))
    return found + [inner for prep in found for inner in parse.governed(prep, "prep")]


def words_before(parse: Parse, noun: int) -> list[int]:
    """Return the words before a noun that tell whose it is: its possessor and modifiers, and theirs.

    So do "a **coalition** air strike" and who leads it: "a **Saudi**-led coalition".
    """
    own = list(parse.governed(noun, "poss", *MODIFIER_DEPS))
    inner = [word for modifier in own for word in parse.governed(modifier, "compound", "npadvmod") if word < modifier]
    return own + inner


def counted_by(parse: Parse, noun: int) -> int:
    """Return the noun that counts an act, of which its verb tells: "a third **round** of sanctions"; else the noun."""
    at, above = noun, parse.heads[noun]
    if parse.deps[noun] == "pobj" and parse.lemmas[above] == "of":
        at = parse.heads[above]
    elif parse.deps[noun] in {"compound", "nmod"}:
        at = above  # "a third sanctions **package**"
    return at if parse.pos[at] == "NOUN" and parse.lemmas[at] in load_counting().containers else noun


def counted(parse: Parse, noun: int) -> int:
    """Return the noun that a noun of number counts, "dozens of **prisoners**"; the noun itself where it counts none."""
    if parse.lemmas[noun] not in COUNTING and parse.pos[noun] != "NUM":  # "sanctioned **two** of his ministers"
        return noun
    preps = (prep for prep in parse.governed(noun, "prep") if parse.lemmas[prep] == "of")
    return next((inner for prep in preps for inner in parse.governed(prep, "pobj")), noun)


def carrier_of(parse: Parse, noun: int) -> int | None:
    """Return the verb a noun that names an act is object of ("launched an attack"); None when there is none."""
    noun = parse.first_of_row(noun)
    dep, above = parse.deps[noun], parse.heads[noun]
    if dep in {"dobj", "nsubjpass", "attr"} and parse.pos[above] in {"VERB", "AUX"}:
        return above
    if dep == "pobj" and parse.pos[parse.heads[above]] == "VERB" and parse.lemmas[above] in {"in", "for", "to", "on"}:
        return parse.heads[above]
    return None
