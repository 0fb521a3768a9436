"""Names of people, bodies and places as the network reads them, laid onto the tokens of the parse."""

from collections.abc import Iterable, Iterator, Sequence

from regesta.annotate.acts.network import Scored
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.model.written_names import GIVEN_LIKE_STATES

HYPHEN = "-"
ARABIC_ARTICLES = frozenset({"al", "el", "an", "as", "ash", "ad", "ar"})
LEAST_BEFORE_HYPHEN = 2  # tokens: "Moon Jae", not "Berg" of "Berg-era"
LONGEST_SYLLABLE = 6  # letters: "-seong", "-hsiung"
JOINED_TAGS = frozenset({"VBN", "VBD", "VBG"})
JOINED = frozenset({"era", "style", "led", "run", "linked", "like", "type"})


def names_of(kinds: list[str], scored: Scored) -> Iterator[tuple[str, Span]]:
    """Yield the names of a passage with their kinds, in text order.

    Args:
        kinds: Names of the kinds.
        scored: What the network says of the passage.
    """
    labels = scored.names.argmax(-1)
    first = 0
    while first < len(labels):
        end = first + 1
        if labels[first]:
            inside = 2 + 2 * ((labels[first] - 1) // 2)
            while end < len(labels) and labels[end] == inside:
                end += 1
            yield kinds[(labels[first] - 1) // 2], Span(scored.words[first].start, scored.words[end - 1].end)
        first = end


def entity_column(parse: Parse, names: Iterable[tuple[str, Span]]) -> tuple[str, ...]:
    """Return the entity label of every token, with IOB prefix; "" outside names."""
    found = [""] * len(parse)
    parts = (part for whole, span in names for part in parted(parse, whole, whole_words(parse, whole, span)))
    for kind, tokens in parts:
        for number, token in enumerate(tokens):
            found[token] = f"{'I' if number else 'B'}-{kind}"
    join_given(parse, found)
    join_article(parse, found)
    join_halves(parse, found)
    return tuple(found)


def join_given(parse: Parse, labels: list[str]) -> None:
    """Let a surname take the given name before it that was read as a state: "**Kenya** Berg" is one person."""
    for token in range(len(labels) - 1):
        is_person = labels[token + 1] == "B-PERSON" and (labels[token + 2 : token + 3] != ["I-PERSON"])
        is_given = labels[token] in {"B-GPE", "B-ORG", "B-LOC"} and parse.words[token] in GIVEN_LIKE_STATES
        if is_person and is_given and parse.heads[token] == token + 1:
            labels[token : token + 2] = ["B-PERSON", "I-PERSON"]


def join_article(parse: Parse, labels: list[str]) -> None:
    """Let a name take the Arabic article before its hyphen that was read as another's: "**Al-Shabab**" is one name."""
    for token in range(len(labels) - 2):
        is_glued = parse.words[token + 1] == HYPHEN and parse.ends[token] == parse.starts[token + 1]
        begun = [at for at in (token + 1, token + 2) if labels[at].startswith("B-")]
        if begun and is_glued and parse.words[token].lower() in ARABIC_ARTICLES:
            kind = labels[begun[-1]][2:]
            labels[token : token + 3] = [f"B-{kind}", f"I-{kind}", f"I-{kind}"]


def join_halves(parse: Parse, labels: list[str]) -> None:
    """Let a place take the other half of its name behind a hyphen that was read as no name: "Timor-**Leste**"."""
    for token in range(len(labels) - 2):
        is_place = labels[token].endswith("GPE") and not labels[token + 1] and not labels[token + 2]
        is_glued = parse.words[token + 1] == HYPHEN and parse.ends[token] == parse.starts[token + 1]
        is_glued = is_glued and parse.ends[token + 1] == parse.starts[token + 2]
        if is_place and is_glued and parse.words[token + 2].istitle() and parse.pos[token + 2] == "PROPN":
            labels[token + 1 : token + 3] = ["I-GPE", "I-GPE"]


def whole_words(parse: Parse, kind: str, span: Span) -> Sequence[int]:
    """Return a name's tokens; a person's goes on where it ends inside a hyphenated given name: "Moon Jae-" of "-in".

    What a participle or a noun of time is joined to ("the Ana Berg-led government") is a whole name.
    """
    tokens = parse.tokens_in(span)
    end = tokens.stop
    if kind != "PERSON" or end - tokens.start < LEAST_BEFORE_HYPHEN:
        return tokens
    hyphen = end - 1 if parse.words[end - 1] == HYPHEN else end
    last = hyphen + 1
    is_glued = last < len(parse) and parse.words[hyphen] == HYPHEN
    is_glued = is_glued and parse.ends[hyphen - 1] == parse.starts[hyphen] and parse.ends[hyphen] == parse.starts[last]
    is_syllable = is_glued and parse.words[last].isalpha() and len(parse.words[last]) <= LONGEST_SYLLABLE
    if is_syllable and parse.tags[last] not in JOINED_TAGS and parse.words[last] not in JOINED:
        return range(tokens.start, last + 1)
    return tokens


def parted(parse: Parse, kind: str, tokens: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield a name's kind and tokens; of "Ana Berg of Norway", which the network may read as one, person and place.

    "Prince of Wales" is one name: before its "of" stands a title alone.
    """
    at = next((i for i, token in enumerate(tokens) if kind == "PERSON" and i > 1 and parse.words[token] == "of"), None)
    yield kind, tokens[:at]
    if at is not None and tokens[at + 1 :]:
        yield "GPE", tokens[at + 1 :]
