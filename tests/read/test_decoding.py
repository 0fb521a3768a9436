"""Encodings, and bytes that are no text."""

import random

import pytest
from documents import a_document

from regesta.read.decoding import decode, utf8_lines

ENGLISH = (
    "The minister said that nobody would leave. {} met the delegation on Monday, and the talks ended without result."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    decoded = decode("Lukašenka 🕊 Зеленський".encode(encoding))
    assert (decoded.text, decoded.trouble) == ("Lukašenka 🕊 Зеленський", None)


@pytest.mark.parametrize("name", ["Peña Nieto", "João Gonçalves", "Ségolène Royal", "the “café”", "10 °C – or £40m"])
def test_western_names_in_english_are_read_as_windows_1252(name: str) -> None:
    text = ENGLISH.format(name)
    assert decode(text.encode("cp1252")).text == text


def test_a_cyrillic_text_in_windows_1251_is_guessed() -> None:
    text = "Президент прибыл в понедельник в Минск для переговоров, сообщили чиновники."
    assert decode(text.encode("cp1251")).text == text


def test_the_declared_encoding_goes_before_the_guess() -> None:
    text = "Prezydent przyleciał w poniedziałek do Mińska na rozmowy z Łukaszenką."
    assert decode(text.encode("iso-8859-2"), "iso-8859-2").text == text


def test_pages_that_declare_latin_1_are_windows_1252_as_in_browsers() -> None:
    assert decode("“Peña”, “João”, “Ségolène”".encode("cp1252"), "iso-8859-1").text == "“Peña”, “João”, “Ségolène”"


@pytest.mark.parametrize("declared", ["no-such-encoding", "rot13", "base64", "utf-8", "\0", "unicode_escape"])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert "Pe" in decode(ENGLISH.format("Peña").encode("cp1252"), declared).text


def test_damaged_utf8_stays_utf8_and_the_damage_is_counted() -> None:
    content = ("Ünlü “Peña” wrote to Çavuşoğlu. " * 20).encode()
    decoded = decode(content[:-5])  # cut within a character
    assert decoded.text.startswith("Ünlü “Peña” wrote")
    assert decoded.trouble == "not wholly utf-8; replaced by U+FFFD: 1"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"{\\rtf1\\ansi hello}", "RTF"),
        (b"PK\x03\x04" + b"\0" * 40, "Office"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 40, "Office"),
    ],
)
def test_other_formats_are_named(content: bytes, named: str) -> None:
    decoded = decode(content)
    assert decoded.text == ""
    assert named in (decoded.trouble or "")


@pytest.mark.parametrize("seed", range(3))
def test_binary_data_is_no_text(seed: int) -> None:
    decoded = decode(random.Random(seed).randbytes(4000))
    assert (decoded.text, decoded.trouble) == ("", "not text but binary data")


def test_utf16_can_be_read_line_by_line() -> None:
    lines = utf8_lines(a_document("one Ünlü\r\ntwo\n".encode("utf-16")).stream)
    assert lines.readline(1000).decode().strip() == "one Ünlü"
    assert lines.readline(1000).decode().strip() == "two"
    assert lines.readline(1000) == b""
