"""Other languages through a translator: the words as read are kept, failures are faults."""

import json
import sys
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from regesta.errors import ConfigError
from regesta.model.article import Article, Source
from regesta.run.translate import TranslateSettings, translated
from regesta.store.store import open_store

GERMAN = Article(id="a1", text="Der Präsident traf den Minister.", title="Treffen", language="de", source=Source())
ENGLISH = Article(id="a2", text="The president met the minister.", language="en")


def a_command(tmp_path: Path, code: str) -> str:
    path = tmp_path / "translator.py"
    path.write_text(f"import json, sys, time\nasked = json.load(sys.stdin)\n{code}\n", encoding="utf-8")
    return f"{sys.executable} {path}"


def one(article: Article, settings: TranslateSettings) -> Article:
    (found,) = translated([article], settings)
    return found


def test_a_command_translates_and_the_original_is_kept(tmp_path: Path) -> None:
    command = a_command(
        tmp_path, "print(json.dumps({'text': 'The president met the minister.', 'title': asked['title'].upper()}))"
    )
    found = one(GERMAN, TranslateSettings(command=command))
    assert (found.text, found.title, found.language) == ("The president met the minister.", "TREFFEN", "en")
    original = found.source.original
    assert original is not None
    assert (original.text, original.title, original.language, original.translator) == (
        GERMAN.text, "Treffen", "de", command,
    )  # fmt: skip


def test_the_original_is_stored_with_the_source() -> None:
    from stores import NOW, SETTINGS

    from regesta.model.article import Original

    original = Original(text="Он здесь.", language="ru", translator="x")
    article = Article(id="a", text="He is here.", source=Source(original=original, byline="A. Ozola", retrieved=NOW))
    with open_store("memory:") as store:
        with store.writer() as writer:
            writer.add_article(writer.start_run(SETTINGS, NOW), article)
        with store.view() as view:
            found = view.article("a")
    assert found is not None
    assert found.source == article.source


def test_english_and_unknown_languages_are_left_alone() -> None:
    settings = TranslateSettings(command="false")
    unknown = Article(id="a3", text="Hm.")
    assert list(translated([ENGLISH, unknown], settings)) == [ENGLISH, unknown]


def test_only_the_named_languages_are_translated() -> None:
    assert one(GERMAN, TranslateSettings(command="false", languages=("fr",))) == GERMAN


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("sys.exit('out of memory')", "code 1: out of memory"),
        ("print('hello')", "gave no JSON"),
        ("print(json.dumps({'text': ''}))", "gave no text"),
        ("print(json.dumps([1]))", "gave no text"),
        ("time.sleep(30)", "timed out"),
    ],
)
def test_a_translator_that_fails_leaves_the_article_with_a_fault(tmp_path: Path, code: str, why: str) -> None:
    found = one(GERMAN, TranslateSettings(command=a_command(tmp_path, code), timeout_s=2))
    assert (found.text, found.language) == (GERMAN.text, "de")
    assert found.faults[0].stage == "translate"
    assert why in found.faults[0].reason


LONG = "Der Präsident traf am Montag den Minister für auswärtige Angelegenheiten und sprach mit ihm über die Grenze."


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [
        (GERMAN.text, "print(json.dumps(asked))", "the translator gave the text back as it was"),
        (LONG, "print(json.dumps(asked))", "the translator gave text whose language is 'de'"),
        (GERMAN.text, f"print(json.dumps({{'text': {LONG!r}}}))", "the translator gave text whose language is 'de'"),
    ],
)
def test_what_is_not_english_still_is_not_translated(tmp_path: Path, text: str, code: str, why: str) -> None:
    given = replace(GERMAN, text=text)
    found = one(given, TranslateSettings(command=a_command(tmp_path, code)))
    assert replace(found, faults=()) == given
    assert [fault.reason for fault in found.faults] == [f"not translated from 'de': {why}"]


def test_english_that_was_taken_for_another_language_may_come_back_as_it_is(tmp_path: Path) -> None:
    text = "The president met the minister of foreign affairs on Monday and talked to him about the open border."
    found = one(replace(GERMAN, text=text), TranslateSettings(command=a_command(tmp_path, "print(json.dumps(asked))")))
    assert (found.language, found.faults) == ("en", ())


def test_a_command_that_is_not_there_is_a_fault() -> None:
    assert "not translated from 'de'" in one(GERMAN, TranslateSettings(command="no-such-translator")).faults[0].reason


def test_an_address_translates(tmp_path: Path) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            body = json.dumps({"text": f"{asked['language']}: done"}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        found = one(GERMAN, TranslateSettings(url=f"http://127.0.0.1:{server.server_port}/x?key=secret"))
        assert found.text == "de: done"
        assert found.source.original is not None
        assert found.source.original.translator == f"http://127.0.0.1:{server.server_port}/x"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_an_address_that_cannot_be_reached_is_told_without_its_key() -> None:
    [fault] = one(GERMAN, TranslateSettings(url="http://me:pass@127.0.0.1:9/x?key=secret")).faults
    assert "http://127.0.0.1:9/x cannot be reached" in fault.reason
    assert "secret" not in fault.reason
    assert "pass" not in fault.reason


def test_two_translators_are_an_error() -> None:
    with pytest.raises(ConfigError, match="not both"):
        one(GERMAN, TranslateSettings(command="a", url="b"))


@pytest.mark.parametrize(
    ("command", "why"), [('a "b', "cannot be read: No closing quotation"), (" ", "names no program")]
)
def test_a_command_that_is_none_is_an_error(command: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        one(GERMAN, TranslateSettings(command=command))
