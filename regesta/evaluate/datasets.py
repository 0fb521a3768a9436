"""The gold data sets: which file, which task, where its texts are."""

from dataclasses import dataclass
from pathlib import Path

OWN = Path("evaluation/gold")
SHARED = Path("../shared/gold")
EXAMPLES = Path("examples")


@dataclass(frozen=True)
class Dataset:
    """One gold data set.

    Attributes:
        name: Name in reports and floors.
        task: What is scored; "pairs", "read-pairs", "happenings", "chains" and "utterances" are what the register
            joins; "phrases"
            and "names" need no articles; "time-cases" and "money-cases" make articles of their cases; "swaps" are
            sentences in which one party is swapped, "hard" are ones that go wrong easily.
        gold: File of gold annotations, or the folder of their parts.
        texts: File or folder of the articles; None when the gold file carries them.
        held_out: Whether only the part that the network did not learn from is scored.
        annotations: Folder of annotations that stand off from `texts`; None when `gold` holds the gold.
    """

    name: str
    task: str
    gold: Path
    texts: Path | None = None
    held_out: bool = False
    annotations: Path | None = None

    @property
    def is_present(self) -> bool:
        """Whether its gold is there."""
        return self.gold.exists()


LEARNED_FROM = frozenset({"dev-dyads", "dev-roles"})
TRAINING = Path("training/data")
PAIRS = Path("training/pairs")
NEWSWIRE = Path("../shared/articles/newswire.jsonl")
SHARED_FILES = (
    ("dev-articles", "articles", "articles.jsonl", "articles_text.jsonl"),
    ("dev-dyads", "dyads", "plover_dyads.jsonl", None),
    ("dev-roles", "roles", "cameo_roles.jsonl", None),
    ("dev-raters", "raters", "cameo_raters.jsonl", None),
    ("dev-quotes", "quotes", "polnear_dev.jsonl", None),
    ("dev-timebank", "times", "timebank.jsonl", None),
    ("dev-aquaint", "times", "aquaint.jsonl", None),
    ("dev-places-lgl", "places", "places_lgl.jsonl", None),
    ("dev-places-gwn", "places", "places_gwn.jsonl", None),
    ("dev-date-cases", "time-cases", "recognizers_dates.jsonl", None),
    ("dev-money-cases", "money-cases", "recognizers_money.jsonl", None),
    ("dev-phrases", "phrases", "actors_ngec.jsonl", None),
    ("dev-names", "names", "name_pairs.jsonl", None),
    ("dev-newswcl50", "chains", "newswcl50.jsonl", None),
)


def list_datasets(own: Path = OWN, shared: Path = SHARED) -> list[Dataset]:
    """Return all data sets: our own, and the development gold, which may not be present."""
    found = [
        Dataset("own-articles", "articles", own / "articles/articles.jsonl", own / "articles/articles_text.jsonl"),
        Dataset("own-pairs", "pairs", own / "same_happening/pairs.jsonl", EXAMPLES),
        Dataset("own-happenings", "happenings", own / "happenings"),
        Dataset("own-hard", "hard", own / "hard/sentences.yaml"),
        Dataset("own-swaps", "swaps", own / "swaps/templates.yaml"),
        Dataset("own-utterances", "utterances", own / "utterances"),
        Dataset("own-speech", "speech", own / "speech"),
    ]
    for name, task, gold, texts in SHARED_FILES:
        located = shared / texts if texts else None
        found.append(Dataset(name, task, shared / gold, located, held_out=name in LEARNED_FROM))
    found.append(Dataset("held-out-newswire", "articles", NEWSWIRE, NEWSWIRE, True, TRAINING))
    found.append(Dataset("newswire-pairs", "read-pairs", NEWSWIRE, annotations=PAIRS))
    return found
