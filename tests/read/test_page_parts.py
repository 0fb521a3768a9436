"""Page furniture inside a story, byline, canonical address."""

from contextlib import suppress

import pytest
from documents import a_document
from lxml import html

from regesta.model.article import Article
from regesta.read.page_parts import block_text, check_tags, cut_asides
from regesta.read.webpage import own_address, read_webpage

STORY = (
    "The president of Utopia met his counterpart in the capital on Monday, and they spoke of gas, grain and the war.",
    "They agreed on nothing, said a spokesman for the second of them, and would meet again in the spring.",
    "Others who were present denied that anything of the kind had been discussed by the two in private.",
)
AT_KOLNO = "The bridge at Kolno was bombed by Nephelokokkygia last night, our correspondent saw."


def read(inside: str = "", below: str = "", head: str = "") -> Article:
    page = (
        f"<!doctype html><html><head><title>Talks end</title>{head}</head><body><main><article><h1>Talks end</h1>"
        f"<p>{STORY[0]}</p>{inside}<p>{STORY[1]}</p><p>{STORY[2]}</p>{below}</article></main></body></html>"
    )
    (article,) = read_webpage(a_document(page, "a.html"))
    return article


@pytest.mark.parametrize(
    "furniture",
    [
        f"<figure><img src=a.jpg><figcaption>{AT_KOLNO}</figcaption></figure>",
        f"<div class='image-caption'><p>{AT_KOLNO}</p></div>",
        f"<div class='wp-caption'><p class='wp-caption-text'>{AT_KOLNO}</p></div>",
        f"<blockquote class='pullquote'>{AT_KOLNO}</blockquote>",
        f"<aside class='pull-quote'><p>{AT_KOLNO}</p></aside>",
        f"<div class='article__pullquote--left'><p>{AT_KOLNO}</p></div>",
        f"<div id='cookie-banner'><p>{AT_KOLNO} This site uses cookies.</p></div>",
        f"<div class='newsletter-signup'><p>{AT_KOLNO}</p></div>",
        f"<div class='related-articles'><h3>Related</h3><p><a href=x>{AT_KOLNO}</a></p></div>",
        f"<p><strong>Read also: <a href=x>{AT_KOLNO}</a></strong></p>",
        f"<div class='photo-credit'><p>{AT_KOLNO}</p></div>",
    ],
)
def test_what_stands_in_a_story_and_is_no_part_of_it_is_left_out(furniture: str) -> None:
    assert read(inside=furniture).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "furniture",
    [
        f"<div class='post-navigation'><p>Previous article: {AT_KOLNO}</p><p>Next article: peace</p></div>",
        "<p>Previous article</p><p>Kolno bridge bombed</p><p>Next article</p><p>Peace at last</p>",
        f"<div class='author-bio'><p>A. Ozola has written of Kolno since 2011. {AT_KOLNO}</p></div>",
    ],
)
def test_what_leads_on_from_a_story_is_left_out(furniture: str) -> None:
    assert read(below=furniture).text == "\n\n".join(STORY)


@pytest.mark.parametrize("kept", [f"<blockquote><p>{AT_KOLNO}</p></blockquote>", f"<p class='lead'>{AT_KOLNO}</p>"])
def test_quotations_and_look_alikes_stay(kept: str) -> None:
    assert AT_KOLNO in read(inside=kept).text


def test_a_story_that_is_named_like_furniture_is_kept() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = html.document_fromstring(f"<html><body><div class='promo'>{story}</div><p>More</p></body></html>")
    cut_asides(page)
    assert STORY[1] in page.text_content()


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By A. Ozola">', "A. Ozola"),
        (
            '<meta property="article:author" content="https://a.example/ozola"><meta name="author" content="A. Ozola">',
            "A. Ozola",
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-12-19", '
            '"author": [{"@type": "Person", "name": "A. Ozola"}, {"name": "B. Kask"}]}</script>',
            "A. Ozola, B. Kask",
        ),
        ("", None),
    ],
)
def test_the_byline_is_what_the_page_says(head: str, byline: str | None) -> None:
    assert read(head=head).source.byline == byline


def test_a_byline_on_the_page_is_found_where_its_head_names_none() -> None:
    assert read(inside="<p class='byline'>By A. Ozola</p>").source.byline == "A. Ozola"


@pytest.mark.parametrize(
    ("canonical", "fetched", "own"),
    [
        ("https://a.example/1", None, "https://a.example/1"),
        (None, "https://a.example/1?x=2", "https://a.example/1?x=2"),
        ("https://www.a.example/1", "https://amp.a.example/1?x=2", "https://www.a.example/1"),
        ("https://a.example/", "https://a.example/1", "https://a.example/1"),
        ("https://a.example", "https://a.example/1?x=2", "https://a.example/1?x=2"),
        ("https://a.example/en/", "https://a.example/en/1", "https://a.example/en/1"),
        ("https://b.example.org/1", "https://a.example/1", "https://a.example/1"),
        ("https://a.example/", "https://a.example/index.html", "https://a.example/"),
        ("https://a.example/", None, None),
        ("https://a.example", None, None),
        ("https://a.example/index.php", None, None),
        ("https://a.example/de-AT/index.html", None, None),
        ("https://a.example/?p=17", None, "https://a.example/?p=17"),
        ("https://a.example/indexes-fall", None, "https://a.example/indexes-fall"),
        ("https://a.example/en/talks", None, "https://a.example/en/talks"),
        ("https://a.example/eu-talks", None, "https://a.example/eu-talks"),
    ],
)
def test_the_canonical_address_counts_where_it_is_believable(
    canonical: str | None, fetched: str | None, own: str | None
) -> None:
    assert own_address(canonical, fetched) == own


def test_blocks_of_a_page_are_lines_and_cells_are_tabs() -> None:
    head = "<head><title>x</title><style>p {}</style></head>"
    body = "<body><p>One <b>two</b>\nthree</p><table><tr><td>a</td><td>b</td></tr></table></body>"
    assert block_text(f"<html>{head}{body}</html>") == "One two three\n\na\tb"


@pytest.mark.parametrize("attribute", ["a{}", "a{}=1", "a{}='>'", 'a{}="x"b{}="y"'])
def test_a_page_that_would_keep_the_parser_busy_for_minutes_is_a_fault(attribute: str) -> None:
    many = " ".join(attribute.format(n, n) for n in range(200_000))
    (article,) = read_webpage(a_document(f"<html><body {many}><p>{STORY[0]}</p></body></html>", "a.html"))
    assert article.faults[0].reason.endswith("a tag has over 5,000 attributes: not read")
    with pytest.raises(ValueError, match="over 5,000 attributes"):
        block_text(f"<p {many}>x</p>")


def test_a_long_attribute_or_script_is_no_reason_not_to_read_a_page() -> None:
    image = f'<img alt="{STORY[0]}" src="data:image/png;base64,{"QUJD" * 50_000}">'
    state = "<p data-state='" + '{"a": [1, 2], ' * 20_000 + "'></p>"
    script = "<script>while (i <n) { " + "sum = sum + words [ i ] ; " * 500 + "}</script>"
    assert read(inside=image + state + script).text.startswith(STORY[0])


@pytest.mark.parametrize("piece", ["<a", "<a '", "<a \"'", "<a b='>", "<", "b='"])
def test_checking_tags_takes_no_longer_than_the_page_is_long(piece: str) -> None:
    with suppress(ValueError):
        check_tags(f"<a {piece * 300_000}")
