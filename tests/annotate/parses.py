"""Hand-built parses: one row per token, so that tests need no model."""

from regesta.model.parse import Parse

# word, lemma, Penn tag, index of the head, dependency label
Row = tuple[str, str, str, int, str]


def a_parse(text: str, rows: list[Row]) -> Parse:
    """Return a parse of `text` whose tokens are the rows' words, in order."""
    starts, at = [], 0
    for word, *_ in rows:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    words, lemmas, tags, heads, deps = zip(*rows, strict=True)
    return Parse(
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        words=words,
        lemmas=lemmas,
        pos=tuple({"CD": "NUM"}.get(tag, "X") for tag in tags),
        tags=tags,
        heads=heads,
        deps=deps,
        entities=("",) * len(rows),
    )
