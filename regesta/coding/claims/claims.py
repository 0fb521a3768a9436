"""The stage that codes claims: what counts or dates acts, and who says so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.coding.claims.cues import Cue, find_cues
from regesta.coding.claims.measures import read_measure
from regesta.coding.claims.periods import Dated, find_period
from regesta.coding.claims.readings import Reading
from regesta.coding.roles.roles import Scene, scene_of
from regesta.coding.triggers.domains import find_domain
from regesta.model.article import Article
from regesta.model.claim import Claim
from regesta.model.event import PROSPECTIVE, Status, fact_id
from regesta.model.nearby import placed_statements
from regesta.model.span import Span
from regesta.model.statement import Statement
from regesta.version import __version__

FIRST_TOLD = 2  # from "second" on an ordinal says something that "since when" does not
LEADING_DEPS = ("aux", "auxpass", "neg")


@dataclass(frozen=True)
class Claims:
    """Code the claims of articles: what counts or dates political acts.

    Attributes:
        min_confidence: Claims below it are not emitted.
    """

    min_confidence: float = 0.35

    name: ClassVar[str] = "claims"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"sentences", "parse", "acts", "mentions", "times", "amounts", "quotes", "events", "statements"}
    )
    assigns: ClassVar[frozenset[str]] = frozenset({"claims"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its claims."""
        for article in articles:
            yield replace(article, claims=find_claims(article, self.min_confidence))


def find_claims(article: Article, min_confidence: float = 0.0) -> tuple[Claim, ...]:
    """Return the claims of an article in text order, at most one of each kind for an act.

    Args:
        article: An article with events and statements.
        min_confidence: Claims below it are left out.
    """
    if article.parse is None or find_domain(article.parse):
        return ()
    scene = scene_of(article, article.parse)
    found: dict[tuple[str, Span], Claim] = {}
    for cue in find_cues(scene):
        claim = claim_of(scene, cue)
        if claim and claim.confidence >= min_confidence:
            found.setdefault((claim.kind, claim.measure.trigger), claim)
    found = {key: claim for key, claim in found.items() if not is_implied(claim, found)}
    return tuple(sorted(found.values(), key=lambda c: (c.span, c.kind)))


def is_implied(claim: Claim, found: Mapping[tuple[str, Span], Claim]) -> bool:
    """Tell whether a claim says less than another on the same act: "the first" less than "the first since 2017"."""
    return claim.value < FIRST_TOLD and claim.kind != "last" and ("last", claim.measure.trigger) in found


def claim_of(scene: Scene, cue: Cue) -> Claim | None:
    """Return a cue as a claim; None when it counts no political act, or nothing that is claimed to be so."""
    reading = read_measure(scene, cue)
    if reading is None or not is_claimed(cue, reading.status):
        return None
    dated = find_period(scene, cue, reading.token)
    if dated is None and cue.needs_period:
        return None
    return make_claim(scene, cue, reading, dated)


def is_claimed(cue: Cue, status: Status) -> bool:
    """Tell whether a number counts acts that were done: not those of "may meet twice", "did not come a third time"."""
    if cue.kind == "last" or not cue.value:
        return True
    return status == "happened" or (cue.kind == "ordinal" and status in PROSPECTIVE)


def make_claim(scene: Scene, cue: Cue, reading: Reading, dated: Dated | None) -> Claim:
    """Return a claim from what was read."""
    article, parse = scene.article, scene.parse
    period = (dated.first_token, dated.last_token) if dated else ()
    tokens = [*cue.tokens, reading.token, *period, *parse.governed(reading.token, *LEADING_DEPS)]
    tokens += [token for noun in cue.tokens for token in parse.governed(noun, "poss", "det")]
    span = parse.span(min(tokens), max(tokens))
    statement = statement_at(article, parse.span(cue.tokens[0]))
    return Claim(
        id=fact_id(
            article.id, "claim", article.text_sha256, cue.kind, span.start, span.end, reading.token, __version__
        ),
        article_id=article.id,
        kind=cue.kind,
        span=span,
        text=span.of(article.text),
        measure=reading.measure,
        value=cue.value,
        bound=cue.bound,
        status=status_of(cue, reading),
        period=dated.period if dated else None,
        last=dated.last if dated else None,
        speaker=statement.speaker if statement else None,
        statement=statement.id if statement else None,
        evidence=article.sentences[scene.sentence_of(cue.tokens[0])].span,
        confidence=reading.confidence,
        made_by=f"claims@{__version__}",
    )


def status_of(cue: Cue, reading: Reading) -> Status:
    """Return whether the act that is numbered has happened; what is counted has."""
    return "planned" if cue.kind != "count" and reading.status in PROSPECTIVE else "happened"


def statement_at(article: Article, span: Span) -> Statement | None:
    """Return the statement in whose words a span stands; the shortest where they are nested."""
    around = placed_statements(article).around(span)
    return min(around, key=lambda s: sum(part.end - part.start for part in s.content), default=None)
