"""Codes stored articles again, so that their events can be explained: what led to an event is not stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.coding.explain import explain_event
from regesta.coding.explanation import Explanation
from regesta.errors import ConfigError
from regesta.model.article import Article
from regesta.model.display import event_row
from regesta.model.event import Event
from regesta.model.span import Span
from regesta.query.register import Register
from regesta.run.config import Config
from regesta.run.ingest import settings_of
from regesta.run.learned import learned_before
from regesta.store.view import View
from regesta.version import __version__


@dataclass(frozen=True, slots=True)
class Explained:
    """A stored event with its explanation.

    Attributes:
        stored: The event as the store has it.
        article: Its article, coded again.
        explanation: Why the event is coded so now.
    """

    stored: Event
    article: Article
    explanation: Explanation

    @property
    def is_as_stored(self) -> bool:
        """Whether coding the article again gives the same values as the store has."""
        return event_row(self.stored) == event_row(self.explanation.event)


def explain_stored(register: Register, identifier: str, config: Config) -> Iterator[Explained]:
    """Yield the events that an id stands for, each explained.

    Args:
        register: The register of a store.
        identifier: Id of an event, of an entry (every report of it is explained) or of an article (every event).
        config: Settings to code with.

    Raises:
        ConfigError: Nothing has the id, or an event does not arise when its article is coded again; the others are
            yielded first.
    """
    events = events_meant(register, identifier)
    ids = dict.fromkeys(event.article_id for event in events)
    stored = [article for id in ids if (article := register.view.article(id))]
    coded = {article.id: article for article in coded_again(register.view, stored, config)}
    missing = []
    for event in events:
        if explanation := explain_event(coded[event.article_id], event.id):
            yield Explained(event, coded[event.article_id], explanation)
        else:
            missing.append(event)
    if missing:
        article = coded[missing[0].article_id]
        same_coder = register.view.holds(settings_of(config), article)
        raise absence(missing[0], article, same_coder=same_coder)


def coded_again(view: View, stored: Iterable[Article], config: Config) -> Iterator[Article]:
    """Yield stored articles, coded with what their runs knew of offices when they started."""
    by_run: dict[int, list[Article]] = {}
    for article in stored:
        by_run.setdefault(view.versions(article.id)[-1].run, []).append(article)
    for run, articles in by_run.items():
        yield from config.pipeline(learned=learned_before(view, run))(map(as_read, articles))


def events_meant(register: Register, identifier: str) -> list[Event]:
    """Return the stored events that an id stands for.

    Raises:
        ConfigError: There is none.
    """
    entry = register.entry(identifier)
    if entry and entry.id == identifier:
        return [report.event for report in entry.reports]
    if report := register.view.report(identifier):
        return [report.event]
    article = register.view.article(identifier)
    if article is None:
        raise ConfigError(f"no event, entry or article has the id {identifier!r}; `regesta query entries` lists ids")
    if not article.events:
        raise ConfigError(f"the article {identifier!r} has no events to explain")
    return list(article.events)


def as_read(article: Article) -> Article:
    """Return an article as it was before it was coded."""
    return Article(
        id=article.id, text=article.text, title=article.title, language=article.language, source=article.source
    )


def absence(event: Event, article: Article, *, same_coder: bool) -> ConfigError:
    """Return the error that says why an event cannot be explained.

    Args:
        event: The event as stored.
        article: Its article, coded again.
        same_coder: Whether the store has the article as coded with the settings in force by this version.
    """
    if any(other.id == event.id for other in article.events):
        return ConfigError(f"event {event.id} was not made by the stage `events` of Regesta; it cannot be explained")
    if article.faults:
        why = f"{article.faults[0].stage}: {article.faults[0].reason}"
    elif same_coder:
        why = "the coder was changed without a new version"
    else:
        why = "it was coded by another version, with other settings, or from another text"
    return ConfigError(
        f"event {event.id} ({event.made_by}) does not arise when {event.article_id} is coded again by {__version__} "
        f"with the settings in force: {why}; its word {event.trigger_text!r} now {told_now(event.trigger, article)}"
    )


def told_now(trigger: Span, article: Article) -> str:
    """Return what a word tells now, in words."""
    for event in article.events:
        if event.trigger.overlaps(trigger):
            return f"gives {event.id}, {event.type}"
        explanation = explain_event(article, event.id)
        if explanation and any(other.trigger.overlaps(trigger) for other in explanation.retold):
            return f"is one more telling of {event.id}, {event.type}"
    return "gives no event"
