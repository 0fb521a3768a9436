"""Office holders called by the surname alone, whatever the recogniser makes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from regesta.model.annotation import Mention
from regesta.model.article import Article, Source
from regesta.model.office import OfficeHolding
from regesta.resolve.actors import InformedActors
from regesta.resolve.persons.knowledge import Knowledge, pack
from regesta.run.config import Config

pytestmark = pytest.mark.model
HOLDERS = tuple(
    OfficeHolding(
        person=name, office="president", iso3=iso3, sector="GOV", first=date(2020, 1, 1), last=date(2026, 1, 1),
        support=3, citation="",
    )
    for name, iso3 in (("Ana Kovarrik", "BOL"), ("Ben Friday", "VCT"), ("Eva Toulouse", "CHL"))
)  # fmt: skip
KNOWN = pack(Knowledge(offices=HOLDERS))
STAGES = [stage for stage in Config().pipeline(strict=True).stages if stage.name in {"parse", "acts", "mentions"}]


def actors(text: str, label: str, published: date | None = date(2025, 3, 4)) -> Iterator[tuple[str, str | None]]:
    """Yield words and state of the actors of a text whose first word the recogniser gives a label, "" for none."""
    article = Article(id="a", text=text, source=Source(published=published))
    for stage in STAGES:
        (article,) = stage([article])
    mentions = tuple(relabelled(m, label) for m in article.mentions if m.span.start > 0 or label)
    (found,) = InformedActors(KNOWN)([replace(article, mentions=mentions)])
    for mention in found.mentions:
        if mention.actor is not None:
            yield mention.span.of(text), mention.actor.iso3


def relabelled(mention: Mention, label: str) -> Mention:
    return replace(mention, label=label) if mention.span.start == 0 else mention


@pytest.mark.parametrize("label", ["ORG", "GPE", ""])
def test_a_known_surname_is_a_person(label: str) -> None:
    assert ("Kovarrik", "BOL") in actors("Kovarrik refused to meet Peru.", label)


def test_without_a_day_nobody_is_looked_up_by_surname() -> None:
    assert ("Kovarrik", "BOL") not in actors("Kovarrik refused to meet Peru.", "ORG", published=None)


@pytest.mark.parametrize("text", ["Friday brought talks with Peru.", "Toulouse condemned Peru."])
def test_days_and_towns_are_no_holders(text: str) -> None:
    assert not {iso3 for _, iso3 in actors(text, "")} & {"VCT", "CHL"}
