"""What a run did: counts, faults, time."""

from collections import Counter
from dataclasses import dataclass, field

from regesta.model.article import Article

MAX_NAMED = 5  # ids that came again; more help nobody


@dataclass(slots=True)
class RunReport:
    """Counts of one run, filled while it goes on.

    Attributes:
        read: Articles read, with those of which no text could be.
        unread: Those of which no text could be.
        skipped: Articles the store had already, coded under the same settings.
        added: Articles stored.
        events: Events stored.
        statements: Statements stored.
        compared: Pairs of events compared.
        same: Pairs judged to be one happening.
        unsure: Pairs left for a person to judge.
        said_again: Pairs of statements judged to be one utterance.
        faults: Faults by stage.
        met_again: Articles whose id an earlier article of the run has, with another text.
        clashes: The ids of the first of these, each with the origins of its articles; these are told at the end.
        seconds: Time the run took.
    """

    read: int = 0
    unread: int = 0
    skipped: int = 0
    added: int = 0
    events: int = 0
    statements: int = 0
    compared: int = 0
    same: int = 0
    unsure: int = 0
    said_again: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    met_again: int = 0
    clashes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seconds: float = 0.0
    _texts: dict[int, int] = field(
        default_factory=dict, repr=False
    )  # hashes of ids and texts: a run may be of millions

    def meet(self, article: Article) -> None:
        """Note what is read. What has no text is no article and goes by the name of its file; it is told each time."""
        text = hash(article.text)
        if not article.text:
            self.unread += 1
            self.faults.update(fault.stage for fault in article.faults)
        elif self._texts.setdefault(hash(article.id), text) != text:
            self.met_again += 1
            if len(self.clashes) < MAX_NAMED:
                self.clashes.setdefault(article.id, ())

    def count(self, article: Article) -> None:
        """Add a stored article to the counts."""
        self.added += 1
        self.events += len(article.events)
        self.statements += len(article.statements)
        if article.text:
            self.faults.update(fault.stage for fault in article.faults)

    @property
    def per_second(self) -> float:
        """Articles coded and stored per second; 0 before any time has passed."""
        return self.added / self.seconds if self.seconds else 0.0

    def summary(self) -> dict[str, int]:
        """Return the counts as the store keeps them."""
        names = ("read", "skipped", "added", "events", "statements", "compared", "same", "unsure", "said_again")
        return {name: getattr(self, name) for name in names} | {"faults": self.faults.total()}
