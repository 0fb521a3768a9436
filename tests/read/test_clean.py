"""What is cut from the text of files and pages, and what is not."""

import pytest

from regesta.read.clean import clean_text, cut_furniture, split_title, storable

STORY = "The two presidents met in Minsk.\n\nThey agreed on nothing."


def test_line_ends_are_unified_and_unseen_marks_removed() -> None:
    assert (
        clean_text("\ufeffOne\r\ntwo\rthree\u2028four\0\x07 Lu\xadka\u200bshenko\n\n")
        == "One\ntwo\nthree\nfour Lukashenko"
    )


def test_everything_that_is_seen_is_kept() -> None:
    text = "“Quotes” — dashes…  two  spaces\xa0and\ttabs, 🕊️ emoji, می‌خواهم"
    assert clean_text(text) == text


def test_what_cannot_be_stored_is_replaced_one_for_one() -> None:
    assert storable("a\0b\ud800c") == ("a\ufffdb\ufffdc", True)
    assert storable("plain 🕊") == ("plain 🕊", False)


@pytest.mark.parametrize(
    "tail",
    [
        "Previous article4 tips for a better soup\nNext articleHow to care for plants",
        "Read also: Five soups for winter\nPrevious article: The lottery",
        "Share this\nFacebook\nWhatsApp",
        "Subscribe to our newsletter.",
        "Related articles\nArgentina celebrates until dawn\nWho won the lottery?",
        "Tags: Belarus, Russia\n\n© 2022 A Paper. All rights reserved.",
        "Comments (14)",
        "(Reporting by Mara Ekdal in Riga; Editing by Jon Pers)",
        "Edited by Lena Dahl. Follow us on the usual channels.",
    ],
)
def test_furniture_at_the_end_is_cut_with_the_titles_below_it(tail: str) -> None:
    assert cut_furniture(f"{STORY}\n\n{tail}") == STORY


def test_a_pointer_to_another_story_inside_the_text_is_cut() -> None:
    assert (
        cut_furniture("One happened.\n\nRead also: War in Utopia\n\nTwo happened.")
        == "One happened.\n\n\nTwo happened."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Story continues below advertisement",
        "SCROLL TO CONTINUE",
        "Sign up for our newsletter to get the day's news in your mailbox.",
        "Subscribe to our world briefing, sent to your inbox every day",
    ],
)
def test_what_interrupts_a_story_is_cut(line: str) -> None:
    assert cut_furniture(f"One happened.\n\n{line}\n\nTwo happened.") == "One happened.\n\n\nTwo happened."


@pytest.mark.parametrize(
    "last",
    [
        "Previous articles of the treaty had allowed both to withdraw.",
        "Most read the statement as a warning, diplomats said.",
        "Related parties denied it.",
        "More from the region were expected to join.",
        "Copyright law was not discussed.",
        "Share prices fell.",
        "Reporting by journalists was restricted.",
        "Reporting by Norland's state television contradicted him.",
        "Advertisement of tobacco was banned.",
        "Editing by hand took a year.",
        "“Read more books,” the minister said.",
        "Who would pay was not said",
    ],
)
def test_sentences_that_begin_like_furniture_are_kept(last: str) -> None:
    assert cut_furniture(f"{STORY}\n\n{last}") == f"{STORY}\n\n{last}"


def test_furniture_above_the_last_paragraph_is_kept() -> None:
    text = f"Share this\n\n{STORY}"
    assert cut_furniture(text) == text


def test_a_text_of_nothing_but_furniture_is_kept() -> None:
    assert cut_furniture("Share this") == "Share this"
    assert cut_furniture("Read also: One") == "Read also: One"


@pytest.mark.parametrize("title", ["Putin in Minsk", "Will he stay?", "“No war,” says Minsk", "Minsk thanks the U.S."])
def test_a_short_line_alone_on_top_is_the_title(title: str) -> None:
    assert split_title(f"{title}\n\n{STORY}") == (title, STORY)


@pytest.mark.parametrize(
    "text",
    [
        "One line only",
        "The first paragraph is a sentence.\n\nThe second too.",
        "Wrapped wire copy begins\nand goes on in the next line.\n\nThe second paragraph.",
        "x" * 300 + "\n\nToo long for a title.",
        "* * *\n\nNo letters in it.",
        "",
    ],
)
def test_other_first_lines_belong_to_the_text(text: str) -> None:
    assert split_title(text) == (None, text)
