"""A coder without a model, registered as a plugin is: it finds "visited" between two states, and obeys the text."""

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from builders import STATES, a_statement, an_article, an_event

from regesta.model.article import Article, Source
from regesta.resolve.persons.knowledge import Knowledge
from regesta.run.config import Config
from regesta.run.pipeline import Pipeline

WAIT = "STAND_IN_WAIT"  # names a file: an article that says "wait here" makes it, then waits to be interrupted
WAIT_S = "STAND_IN_WAIT_S"  # for how long; a minute when not set
ONCE = re.compile(r"kill once (\S+)")
WORDS = 'minister visited {} on Monday. "We will keep talking," the minister said.'


@dataclass(frozen=True)
class StandIn:
    """Codes visits and one quotation; fails on "break here", is killed by "kill here", waits at "wait here".

    "kill once PATH" kills where no file of that path is, and makes it.
    """

    name: ClassVar[str] = "stand-in"
    requires: ClassVar[frozenset[str]] = frozenset()
    assigns: ClassVar[frozenset[str]] = frozenset({"sentences", "events", "statements"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            if "break here" in article.text:
                raise ZeroDivisionError("told to break")
            if "kill here" in article.text:
                os.kill(os.getpid(), signal.SIGKILL)
            if (once := ONCE.search(article.text)) and not Path(once[1]).exists():
                Path(once[1]).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if "wait here" in article.text and (reached := os.environ.get(WAIT)):
                Path(reached).touch()
                time.sleep(float(os.environ.get(WAIT_S, "60")))
            yield coded(article)


@dataclass(frozen=True, kw_only=True)
class HandMade(Config):
    """Settings of a run that codes with the stand-in alone."""

    def pipeline(self, *, strict: bool = False, learned: Knowledge | None = None) -> Pipeline:
        return Pipeline((StandIn(),), strict)


def coded(article: Article) -> Article:
    """The article with a visit between the first two states it names, and what the minister said."""
    article = replace(article, sentences=an_article(article.text).sentences)
    states = sorted((name for name in STATES if name in article.text), key=article.text.index)
    if "visited" in article.text and len(states) > 1:
        event = an_event(article, actor=states[0], recipient=states[1], day=article.source.day)
        article = replace(article, events=(event,))
    if "We will keep talking," in article.text:
        article = replace(article, statements=(a_statement(article, speaker="minister"),))
    return article


def a_report(id: str, actor: str = "Poland", host: str = "Lithuania", note: str = "", **source: object) -> Article:
    """An article as `read` makes it, of a visit that the stand-in codes."""
    text = f"{actor}'s {WORDS.format(host)} {note}".strip()
    given = {"publisher": f"Outlet {id}", "published": date(2022, 12, 19)} | source
    return Article(id=id, text=text, title=f"Visit {id}", language="en", source=Source(**given))  # type: ignore[arg-type]


def install(folder: Path) -> None:
    """Register the stage for whoever has a folder on the module path."""
    info = folder / "stand_in-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stand-in\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[regesta.stages]\nstand-in = stand_in:StandIn\n", encoding="utf-8")
