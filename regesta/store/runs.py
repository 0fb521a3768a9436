"""Runs: under which settings articles were coded, and what makes a version of an article."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from regesta.model.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What decides how a text is coded.

    Attributes:
        config_hash: Hash of the settings that change what is coded.
        ontology_version: Version of the ontology's data.
        regesta_version: Version of the program.
        config: The settings in full, as JSON; kept for the reader, not compared.
    """

    config_hash: str
    ontology_version: str
    regesta_version: str
    config: str = field(default="{}", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run over some articles.

    Attributes:
        id: 1 for the first run of a store, then counting.
        settings: Under which it ran.
        started: When, UTC.
        finished: When, UTC; None while it runs, and for ever when it was killed.
        summary: Its counts ("read", "added", ...); empty until finished.
    """

    id: int
    settings: RunSettings
    started: datetime
    finished: datetime | None = None
    summary: Mapping[str, int] = field(default_factory=dict)


def version_of(article: Article, settings: RunSettings) -> str:
    """Return the id of a version of an article: 16 hex digits over what was read and how it was coded.

    The same article coded again under the same settings is the same version, wherever it was read from; another text,
    headline, publisher, address or date, or another coder, makes a new one. What could not be read is another version
    when the reason is another.
    """
    source = article.source
    reasons = [] if article.text else [fault.reason for fault in article.faults if fault.stage == "read"]
    parts = (
        article.id, article.text_sha256, article.title, source.publisher, source.url, source.published,
        settings.config_hash, settings.ontology_version, settings.regesta_version, *reasons,
    )  # fmt: skip
    text = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def runs_at(runs: Iterable[Run], moment: datetime | None) -> list[Run]:
    """Return runs as they were at a moment: those that had started, without an end that was still to come.

    Args:
        runs: As they are now.
        moment: UTC; None for now.
    """
    if moment is None:
        return list(runs)
    had_started = (run for run in runs if run.started <= moment)
    return [
        run if run.finished and run.finished <= moment else replace(run, finished=None, summary={})
        for run in had_started
    ]
