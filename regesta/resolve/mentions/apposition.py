"""Links what describes an organisation to its name right behind: "the oil company Gazprom", "the group Boko Haram"."""

from collections.abc import Sequence

from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.resolve.phrases.phrases import Reading

GAP = " "  # nothing else stands between a description and the name it describes


def named_beside(article: Article, parse: Parse, own: Sequence[Reading]) -> dict[int, int]:
    """Return the descriptions that stand right before an organisation's name, with the index of the name's mention.

    Args:
        article: An article with its mentions.
        parse: Its parse.
        own: What each mention's own words say.
    """
    starts = {m.span.start: i for i, m in enumerate(article.mentions) if own[i].organization and m.form == "name"}
    found = {}
    for index, mention in enumerate(article.mentions):
        noun, other = own[index].noun, starts.get(mention.span.end + len(GAP))
        if mention.form != "nominal" or other is None or noun is None or noun.kind == "person":
            continue
        is_beside = article.text[mention.span.end : article.mentions[other].span.start] == GAP
        is_singular = parse.tags[mention.head] in {"NN", "NNP"}
        if is_beside and is_singular and not has_clause(parse, mention.head, article.mentions[other].head):
            found[index] = other
    return found


def has_clause(parse: Parse, noun: int, name: int) -> bool:
    """Tell whether a name begins a clause about the noun before it: "the group Hamas leads"."""
    return any(parse.deps[above] == "relcl" and parse.heads[above] == noun for above in parse.ancestors(name))
