"""Makes a stream of web pages out of articles: each told by one paper, or by several that print an agency's copy.

How often copy is printed is an assumption, not a measurement: half of all stories stand in one paper only, the others
in 2 to 24, few in many, so that 7 of 8 pages tell a story that another one tells as well. Of the copies half are
verbatim, three in ten are cut at the end, two in ten have an own first paragraph and an own last line.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from regesta.annotate.sentences import paragraphs
from regesta.model.article import Article

PAPERS = [f"{place} {kind}" for kind in ("Courier", "Herald", "Post", "Gazette") for place in (
    "Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Pine", "Rowan",
)]  # fmt: skip
PRINTED = (1, 2, 4, 8, 16, 24)  # in how many papers a story stands
PRINTED_WEIGHTS = (50, 20, 12, 9, 6, 3)
FORMS = ("verbatim", "cut", "framed")
FORM_WEIGHTS = (5, 3, 2)
SPREAD = 200  # pages between the first print of a story and its last
SECTIONS = ("World", "Economy", "Region", "Culture", "Sport", "Science", "Travel", "Letters", "Weather", "Archive")
TEASERS = ("Harvest later than last year", "Bridge closed for repairs", "Museum shows early maps", "Trains run again")
SCRIPT = "window.queue = window.queue || []; window.queue.push({slot: 'top', lazy: true, size: [970, 250]});\n"


@dataclass(frozen=True)
class Story:
    """An article with its paragraphs."""

    article: Article
    parts: tuple[str, ...]


def stories(articles: Iterable[Article]) -> Iterator[Story]:
    """Yield the articles that have words."""
    for article in articles:
        parts = tuple(" ".join(span.of(article.text).split()) for span in paragraphs(article.text))
        if parts:
            yield Story(article, parts)


def stream(articles: Iterable[Article], chance: random.Random, *, copied: bool) -> Iterator[str]:
    """Yield pages in the order in which they appear.

    Args:
        articles: What agencies write.
        chance: Decides who prints what; the same seed gives the same stream.
        copied: Whether papers print what others print as well.
    """
    due: list[tuple[int, int, str]] = []
    for number, story in enumerate(stories(articles)):
        times = chance.choices(PRINTED, PRINTED_WEIGHTS)[0] if copied else 1
        for print_number, paper in enumerate(chance.sample(PAPERS, times)):
            form = chance.choices(FORMS, FORM_WEIGHTS)[0] if print_number else "verbatim"
            at = number + (chance.randrange(SPREAD) if print_number else 0)
            due.append((at, len(due), page(story, paper, form, chance)))
    for _, _, content in sorted(due):
        yield content


def page(story: Story, paper: str, form: str, chance: random.Random) -> str:
    """Return a story as a paper prints it: some 30 KB, of which a tenth is the story."""
    parts = list(story.parts)
    if form == "cut":
        parts = parts[: max(1, chance.randrange(len(parts) // 2, len(parts) + 1))]
    if form == "framed":
        parts = [f"The {paper} brings this report in full, as its readers asked.", *parts, f"Edited by the {paper}."]
    source, title = story.article.source, story.article.title or parts[0][:80]
    linked = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title}
    linked |= {"publisher": {"@type": "Organization", "name": paper}}
    if source.published:
        linked["datePublished"] = source.published.isoformat()
    links = "".join(f'<li><a href="/{name.lower()}/{n}">{name} {n}</a></li>' for n in range(15) for name in SECTIONS)
    teasers = "".join(
        f'<div class="teaser"><a href="/n/{n}"><h4>{chance.choice(TEASERS)}</h4></a><p>Read more</p></div>'
        for n in range(30)
    )
    words = "".join(f"<p>{escape(part)}</p>\n" for part in parts)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | {paper}</title>'
        f'<script type="application/ld+json">{json.dumps(linked)}</script><script>{SCRIPT * 60}</script></head><body>'
        f'<header><nav><ul>{links}</ul></nav></header><div class="cookie-banner">This site uses cookies.</div><main>'
        f"<article><h1>{escape(title)}</h1><figure><img src=1.jpg><figcaption>A street in the capital</figcaption>"
        f"</figure>{words}</article><aside>{teasers}</aside></main><footer><ul>{links}</ul></footer></body></html>"
    )


def write_pages(pages: Iterable[str], folder: Path) -> int:
    """Write pages as files whose names keep their order; return how many."""
    count = 0
    for content in pages:
        (folder / f"{count:07}.html").write_text(content, encoding="utf-8")
        count += 1
    return count
