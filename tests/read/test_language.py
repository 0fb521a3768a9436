"""Languages: told when sure, else left open."""

import pytest

from regesta.read.language import language_of

SENTENCES = {
    "en": "The Russian president arrived in Minsk on Monday for talks with his counterpart, officials said.",
    "de": "Der russische Präsident Wladimir Putin ist am Montag zu Gesprächen in Minsk eingetroffen.",
    "fr": "Le président russe Vladimir Poutine est arrivé lundi à Minsk pour des entretiens avec son homologue.",
    "es": "El presidente ruso, Vladímir Putin, llegó este lunes a Minsk para reunirse con Lukashenko.",
    "pl": "Prezydent Rosji Władimir Putin przyleciał w poniedziałek do Mińska na rozmowy z Łukaszenką.",
    "ru": "Президент России Владимир Путин прибыл в понедельник в Минск, сообщили официальные лица.",
    "uk": "Президент Росії Володимир Путін прибув до Мінська на переговори з Лукашенком, повідомили посадовці.",
    "ar": "وصل الرئيس الروسي فلاديمير بوتين إلى مينسك يوم الاثنين لإجراء محادثات مع نظيره البيلاروسي.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_is_enough(code: str) -> None:
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize("text", ["", "Minsk.", "1,234 5,678 " * 50, "!?" * 200, "Ja, ja."])
def test_short_texts_and_figures_have_no_language(text: str) -> None:
    assert language_of(text) is None


def test_share_reports_are_not_taken_for_another_language() -> None:
    report = (
        "Shr loss nine cts vs profit two cts\nNet loss 1,234,567 vs profit 234,567\nRevs 3,456,789 vs 2,345,678\n" * 3
    )
    assert language_of(report) in {"en", None}


def test_the_top_of_a_long_text_decides() -> None:
    assert language_of(SENTENCES["en"] * 20 + SENTENCES["ru"] * 1000) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto arrived in Kampala on Monday. He met Ugandan leader Yoweri Museveni.",
        "Lesotho's Moeketsi Majoro met Botswana's Mokgweetsi Masisi in Maseru.",
        "Ugandan President Yoweri Museveni met Kenya's Uhuru Kenyatta in Entebbe on Tuesday, officials said.",
    ],
)
def test_names_of_other_languages_make_no_other_language(text: str) -> None:
    assert language_of(text) in {"en", None}
