"""Articles in other languages through a translator of the user's: a command, or an address on the network.

The translator gets one JSON object, `{"text", "title", "language"}`, and gives one with `text` and perhaps `title`. The
words as they were read stay with the source.
"""

import json
import shlex
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import urlsplit, urlunsplit

from pydantic import Field

from regesta.errors import ConfigError
from regesta.model.annotation import Fault
from regesta.model.article import Article, Original
from regesta.read.clean import storable

TARGET = "en"
DAY_S = 24 * 3600.0
MAX_REASON_CHARS = 200


@dataclass(frozen=True, kw_only=True)
class TranslateSettings:
    """How articles in other languages are translated.

    Attributes:
        command: Program that reads one JSON object and writes one; it is run once for each article. "" for none.
        url: Address that takes the same object by POST; "" for none.
        languages: ISO 639-1 codes of the languages to translate; empty for all but English.
        timeout_s: Longest time for one article, in seconds.
    """

    command: str = ""
    url: str = ""
    languages: tuple[str, ...] = ()
    timeout_s: Annotated[float, Field(gt=0, le=DAY_S)] = 120.0


class TranslationFailed(ValueError):
    """A translator gave nothing that can be used for one article."""


def translated(articles: Iterable[Article], settings: TranslateSettings) -> Iterator[Article]:
    """Yield articles, those in other languages translated; where that fails, as they were, with a fault.

    Raises:
        ConfigError: Both a command and an address are set, or the command is none.
    """
    if settings.command and settings.url:
        raise ConfigError("[translate]: set command or url, not both")
    if settings.command:
        words_of_command(settings.command)
    if not settings.command and not settings.url:
        yield from articles
        return
    for article in articles:
        yield translate(article, settings) if is_foreign(article, settings) else article


def words_of_command(command: str) -> list[str]:
    """Return the program and arguments that a command line has, quoted as in a shell.

    Raises:
        ConfigError: It has no program, or a quotation that does not end.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ConfigError(f"[translate]: command {command!r} cannot be read: {error}") from error
    if not words:
        raise ConfigError(f"[translate]: command {command!r} names no program")
    return words


def is_foreign(article: Article, settings: TranslateSettings) -> bool:
    """Tell whether an article is to be translated."""
    language = article.language
    wanted = not settings.languages or language in settings.languages
    return bool(article.text) and language is not None and language != TARGET and wanted


def translate(article: Article, settings: TranslateSettings) -> Article:
    """Return an article in English with its own words kept, or as it was with a fault."""
    try:
        text, title = words_of(ask(article, settings))
        check_is_english(text, article)
    except (TranslationFailed, OSError, subprocess.SubprocessError) as error:
        reason = f"not translated from {article.language!r}: {str(error)[:MAX_REASON_CHARS]}"
        return replace(article, faults=(*article.faults, Fault("translate", reason)))
    original = Original(
        text=article.text,
        title=article.title,
        language=article.language or "",
        translator=settings.command or without_secrets(settings.url),
    )
    source = replace(article.source, original=original)
    return replace(article, text=text, title=title or article.title, language=TARGET, source=source)


def without_secrets(url: str) -> str:
    """Return an address without what may be a key: user, password, query and fragment."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def words_of(answer: bytes) -> tuple[str, str | None]:
    """Return the text and title that a translator gave.

    Raises:
        TranslationFailed: They are not there.
    """
    try:
        found: Any = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise TranslationFailed(f"the translator gave no JSON: {error}") from error
    text = found.get("text") if isinstance(found, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise TranslationFailed("the translator gave no text")
    title = found.get("title")
    return storable(text)[0], storable(title)[0] if isinstance(title, str) and title.strip() else None


def check_is_english(text: str, article: Article) -> None:
    """Check that a translator did its work; what is too short to tell passes, unless it is what was given.

    Raises:
        TranslationFailed: The text is in another language still.
    """
    from regesta.read.language import language_of  # noqa: PLC0415 - 0.1 s of import, paid only with a translator

    language = language_of(text)
    if language is None and text.split() == article.text.split():
        raise TranslationFailed("the translator gave the text back as it was")
    if language not in {None, TARGET}:
        raise TranslationFailed(f"the translator gave text whose language is {language!r}")


def ask(article: Article, settings: TranslateSettings) -> bytes:
    """Return what the translator answers.

    Raises:
        TranslationFailed: It fails.
    """
    question = json.dumps({"text": article.text, "title": article.title, "language": article.language}).encode()
    if settings.command:
        ran = subprocess.run(
            words_of_command(settings.command),
            input=question,
            capture_output=True,
            timeout=settings.timeout_s,
            check=False,
        )
        if ran.returncode:
            said = ran.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise TranslationFailed(f"the translator ended with code {ran.returncode}: {said}")
        return ran.stdout
    import httpx2  # noqa: PLC0415 - 0.2 s of import, paid only where a translator on the network is set

    try:
        answer = httpx2.post(
            settings.url, content=question, headers={"Content-Type": "application/json"}, timeout=settings.timeout_s
        )
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise TranslationFailed(
            f"the translator at {without_secrets(settings.url)} cannot be reached: {error}"
        ) from error
    if answer.status_code != 200:
        raise TranslationFailed(f"the translator answers {answer.status_code}")
    return answer.content
