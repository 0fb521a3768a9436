"""What stands in a page's story and is no part of it: captions, pull-quotes, cookie notices, teasers."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from regesta.read.clean import clean_text, cut_furniture

ASIDE_TAGS = ("figcaption", "aside", "nav", "form", "dialog", "template", "noscript", "button")
# Words of class names and ids; each as a word of its own, so that "captioned-story" or "navy" stay.
ASIDE_NAME = re.compile(
    r"(?:^|[\s_-])(?:captions?|pull-?quotes?|cookies?|cookie-?(?:banner|notice|consent|bar)|consent|gdpr|newsletters?"
    r"|related(?:-?(?:articles?|stories|posts|links|content|news))?|recommended|read-?more|more-?on|also-?read"
    r"|(?:prev|previous|next)-?(?:article|story|post)s?|(?:post|article)-?nav(?:igation)?|pagination|pager|breadcrumbs?"
    r"|share|sharing|social-?(?:share|sharing|media|links|buttons|icons|bar)|subscribe|subscription"
    r"|paywall-?(?:notice|prompt)|promo|advert(?:isement)?|ad-?slot|sponsored"
    r"|credits?|photo-?credit|image-?(?:caption|credit)|most-?read|trending|teasers?|author-?bio|tags|disclaimer)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
MAX_ASIDE_SHARE = 0.5  # of the page's words: more than that is the story, whatever its class is called
UNSEEN = frozenset({"script", "style", "head", "title"})
# A tag to its end; possessive, so that it takes a hostile page in one go. Of no ordinary tag are attributes counted.
TAG = re.compile(r"""<[a-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""", re.IGNORECASE)
QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
# libxml2 compares each with all before it: 200,000 of one tag take minutes. "i<n" of a script looks like a tag too, one
# with some thousand words of program up to the next ">".
MAX_ATTRIBUTES = 5000
ORDINARY_TAG_CHARS = 2 * MAX_ATTRIBUTES
GAPS = re.compile(r"\n{3,}")
BLANKS = re.compile(r"\s+")
BLOCKS = frozenset(
    {"p", "div", "tr", "br", "table", "h1", "h2", "h3", "h4", "li", "ul", "ol", "body", "section", "doc"}
)


def check_tags(page: str) -> None:
    """Check that no tag of a page keeps the parser busy without end.

    Raises:
        ValueError: One has more attributes than any honest one.
    """
    for found in TAG.finditer(page):
        tag = found[0]
        if len(tag) > ORDINARY_TAG_CHARS and len(QUOTED.sub('"" ', tag).split()) > MAX_ATTRIBUTES:
            raise ValueError(f"a tag has over {MAX_ATTRIBUTES:,} attributes: not read")


def cut_asides(page: HtmlElement) -> None:
    """Cut out of a page what stands in its story without being part of it."""
    whole_chars = len(page.text_content())
    for element in list(asides(page)):
        if element.getparent() is not None and len(element.text_content()) < MAX_ASIDE_SHARE * whole_chars:
            element.drop_tree()


def asides(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that are by their tag or name no part of a story."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in {"html", "body", "article", "main", "head"}:
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag in ASIDE_TAGS or ASIDE_NAME.search(names):
            yield element


def block_text(page: str) -> str:
    """Return the words of a page, a blank line between blocks, a tab between the cells of a row.

    Raises:
        ValueError: A tag would keep the parser busy without end.
    """
    return words_of(parsed(page))


def story_text(markup: str) -> str:
    """Return the words of a story that comes as markup, as in a feed, without what is no part of it.

    Raises:
        ValueError: As above.
    """
    page = parsed(f"<html><body>{markup}</body></html>")
    cut_asides(page)
    return GAPS.sub("\n\n", cut_furniture(words_of(page)))


def parsed(page: str) -> HtmlElement:
    """Return the tree of a page."""
    check_tags(page)
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def words_of(tree: HtmlElement) -> str:
    """Return the words of a tree, set as `block_text` says; what nobody sees is cut out of the tree."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, ("start", "end")):
        tag = element.tag
        if event == "start" and tag in UNSEEN:
            element.text = None
            del element[:]
        edge = "\n\n" if tag in BLOCKS else "\t" if tag in {"td", "th"} and event == "start" else ""
        words = element.text if event == "start" else element.tail
        flat = BLANKS.sub(" ", words or "")
        pieces += [edge, flat] if isinstance(tag, str) else [flat if event == "end" else ""]
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return GAPS.sub("\n\n", clean_text("\n".join(lines)))
