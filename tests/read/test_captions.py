"""Captions, calls and stamps among the paragraphs of a story, and sentences that look like them."""

import pytest

from regesta.read.captions import cut_captions, is_apart
from regesta.read.clean import cut_furniture

FIRST = "Norland and Utopia signed a treaty on grain in the capital of a third state on Monday, their ministers said."
LAST = "They agreed on nothing else, said a spokesman for the second of them, and would meet again in the spring."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Photo: Putin shakes hands with Xi in Beijing. (AP Photo/X)",
        "Follow @anna on Twitter",
        "Have a tip? Email us.",
        "Updated 3:45 PM EST, Sun December 18, 2022",
        "Last updated: 18 December 2022, 14:05 GMT",
        "Published 2 hours ago",
        "Updated: December 19, 2022 at 3:45 p.m. ET | Published December 18, 2022",
        "FILE PHOTO: Soldiers march in Norland, May 9, 2022. REUTERS/Ana Berg/File Photo",
        "FILE - President Ozola speaks in Riga. (AP Photo/Ana Berg, File)",
        "File photo",
        "President Ozola, left, greets her guest in Riga, Monday, Dec. 19, 2022. (Sputnik, Kremlin Pool Photo via AP)",
        "Soldiers attack a village near Kolno. (Reuters/Ana Berg)",
        "A tank fires at Kolno. Ana Berg/AFP via Getty Images",
        "The ministers sign the treaty in Oslo [Photo/Agencies]",
        "The ministers sign the treaty in Oslo (Ana Berg/Reuters)",
        "The ministers sign the treaty in Oslo [Ana Berg/Anadolu]",
        "The ministers sign the treaty in Oslo. Photo: AFP",
        "The ministers sign the treaty in Oslo | Photo Credit: Reuters",
        "Image source, Getty Images",
        "Image caption, Troops shell the city",
        "Photograph: Ana Berg/AFP/Getty Images",
        "Photo by Ana Berg",
        "Credit: Reuters",
        "Courtesy of the Ministry of Defence of Norland",
        "Follow our correspondent Ana Berg on X: @anaberg",
        "Follow us on Telegram.",
        "Follow Ana Berg at @anaberg",
        "Find us on Facebook",
        "Do you have a story to tell? Write to us.",
        "Contact the reporter at ana@post.example.",
        "The post Norland strikes Kolno appeared first on Rhine Post.",
        "This story has been corrected to say that Norland, not Utopia, shelled Kolno.",
        "This article was originally published by The Conversation.",
        "This is a developing story and will be updated.",
        "Video: Norland bombs Kolno",
        "Pictured: Ana Berg meets Jon Pers",
    ],
)
def test_captions_calls_and_stamps_are_cut_wherever_they_stand(paragraph: str) -> None:
    assert is_apart(paragraph)
    assert cut_furniture(f"{FIRST}\n\n{paragraph}\n\n{LAST}") == f"{FIRST}\n\n{LAST}"
    assert cut_furniture(f"{FIRST}\n{paragraph}\n{LAST}") == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Photos of the bridge show that Norland bombed it on Monday.",
        "Photo agencies reported that troops had shelled Kolno.",
        "Images from a satellite showed trucks, the ministry said.",
        "Image rights were not discussed.",
        "File photos of the base were shown to the court.",
        "Follow-up talks between Norland and Utopia began in Oslo on Monday.",
        "Follow the money, the minister told reporters on Monday.",
        "Following the attack on Kolno, the president posted a condemnation on Twitter.",
        "Have a look at the treaty, the minister said.",
        "Updated sanctions against Utopia entered into force on December 19, 2022.",
        "Published reports said Norland had bombed Kolno on 18 December 2022.",
        "Posted near Kolno, the 3rd brigade fired on the town.",
        "Norland bombed Kolno on Monday, the agency said (Reuters).",
        "MINSK (Reuters) - Norland bombed Kolno.",
        "Approval of the president fell to 38 percent in a poll (Reuters/Ipsos).",
        "Approval fell to 38 percent (Reuters/Ipsos)",
        "Norland bombed Kolno. (AP)",
        "Norland bombed Kolno. (AFP/Reuters)",
        "The attack killed ten people (a photo was published by the ministry).",
        "Norland and Utopia (both members of the pool) signed a treaty",
        "The minister wrote to Berg/Pers on Monday.",
        '"We will follow you on land and sea," he said.',
        "The post of ambassador was given to Berg, who appeared first on television.",
        "This report was read by the president.",
        "This story was told by three ministers.",
        "Contact between the two states broke off.",
        "Credit for the truce went to Norland.",
        "Courtesy of the president was lacking, said Berg.",
        "Video calls between the ministers took place on Monday.",
        "He spoke to Tass via video (from Riga).",
        "Reach an agreement by Monday, the minister told Utopia.",
        "X said it had blocked the account of the minister.",
        "Pictured with the president, Berg denied the charge.",
        "published on April 6.",
        "File charges against him, the minister demanded.",
    ],
)
def test_sentences_of_the_story_are_kept(paragraph: str) -> None:
    assert not is_apart(paragraph)
    text = f"{FIRST}\n\n{paragraph}\n\n{LAST}"
    assert cut_furniture(text) == text


def test_a_caption_over_several_lines_of_wrapped_copy_is_cut_whole() -> None:
    caption = "The ministers of Norland and Utopia shake hands\nin the capital. (AP Photo/Ana Berg)"
    assert cut_captions(f"Norland and Utopia\nsigned a treaty.\n\n{caption}\n\nThey met\nin spring.") == (
        "Norland and Utopia\nsigned a treaty.\n\nThey met\nin spring."
    )


def test_a_line_of_wrapped_copy_that_begins_like_a_caption_is_kept() -> None:
    text = "The minister showed the judges a\nPhoto: it had been taken in Kolno before\nthe raid, he said."
    assert cut_captions(text) == text


def test_a_long_paragraph_is_a_story_whatever_it_begins_with() -> None:
    text = f"{FIRST}\n\nPhoto: {FIRST} {LAST} {LAST}"
    assert cut_captions(text) == text


def test_a_text_of_nothing_but_captions_is_kept() -> None:
    assert cut_captions("Photo: Ana Berg") == "Photo: Ana Berg"


def test_looking_for_captions_takes_no_longer_than_the_text_is_long() -> None:
    for piece in ("(", "(A ", "Ana ", "Follow ", "@a ", "Photo: ", "1:1", "\n "):
        cut_captions(piece * 100_000)
        is_apart((piece * 500)[:500])
