"""The measured tables of the documentation, from `evaluation/results.json`."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from regesta.evaluate.intervals import Measured
from regesta.evaluate.mistakes import KINDS
from regesta.evaluate.results import score_in
from regesta.evaluate.tally import WHOLE
from regesta.ontology.event_types import load_ontology

Results = Mapping[str, Any]
ARTICLES = {
    "dev-articles": "development",
    "held-out-newswire": "held out",
    "own-articles": "own gold",
}
NONE = "–"
RIGHT = "right by now"


def with_interval(score: Measured | None) -> str:
    """Return a score with its interval; a dash for none."""
    return NONE if score is None else f"{score.value:.3f} ({score.low:.2f}–{score.high:.2f})"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    head = list(head)
    lines = [head, ["---"] * len(head), *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def items(results: Results, dataset: str, score: str, group: str = WHOLE) -> str:
    """Return how many items a score is over."""
    found = score_in(results, dataset, score, group)
    return NONE if found is None else f"{found.of:,}"


def triple(results: Results, dataset: str, score: str) -> str:
    """Return precision, recall and F1 with the interval of F1."""
    p, r, f1 = (score_in(results, dataset, f"{score}.{part}") for part in ("p", "r", "f1"))
    return (
        NONE
        if p is None or r is None
        else f"{p.value:.3f} / {r.value:.3f} / **{with_interval(f1).replace(' (', '** (')}"
    )


def articles(results: Results) -> str:
    """Whole articles: every score of the three sets."""
    rows = [
        ("event type: precision / recall / F1", triple, "event_type"),
        ("type and parties", triple, "event_type_and_parties"),
        ("type, parties, status and date", triple, "event_full"),
        ("status, of events with the right type", plain, "status.accuracy"),
        ("date, likewise", plain, "date.accuracy"),
        ("country of the place, likewise", plain, "place.accuracy"),
        ("statement: precision / recall / F1", triple, "statement"),
        ("statement and speaker", triple, "statement_and_speaker"),
    ]
    sizes = [
        f"{label}: {results['datasets'][name]['items']} articles, {items(results, name, 'event_type.r')} events"
        for name, label in ARTICLES.items()
    ]
    return table(
        ["", *sizes], ([label, *(show(results, name, score) for name in ARTICLES)] for label, show, score in rows)
    )


def plain(results: Results, dataset: str, score: str) -> str:
    """Return a score with its interval."""
    return with_interval(score_in(results, dataset, score))


def by_group(facet: str, scores: Mapping[str, str], groups: Iterable[str] | None = None) -> Callable[[Results], str]:
    """Return what makes a table of scores by the groups of a facet, over the three sets of whole articles.

    Args:
        facet: What the groups are of.
        scores: Names of scores to what they are called.
        groups: Values of the facet in order; None for all that were measured, sorted.
    """

    def made(results: Results) -> str:
        values = list(groups) if groups else values_of(results, facet, ARTICLES)
        head = [facet, *(f"{label}: {called}" for label in ARTICLES.values() for called in scores.values())]
        return table(head, ([value, *cells(results, f"{facet}={value}", list(scores))] for value in values))

    return made


def cells(results: Results, group: str, scores: list[str]) -> Iterable[str]:
    """Yield the scores of a group in each of the three sets, the first with the number of events it is over."""
    for name in ARTICLES:
        for score in scores:
            found = score_in(results, name, score, group)
            yield f"{with_interval(found)} of {found.of}" if found and score == scores[0] else with_interval(found)


def values_of(results: Results, facet: str, datasets: Iterable[str]) -> list[str]:
    """Return the values of a facet that any of the data sets was measured for."""
    found = {
        group.partition("=")[2]
        for name in datasets
        for group in results["datasets"][name]["scores"]
        if group.startswith(f"{facet}=")
    }
    return sorted(found)


def scores_table(rows: Iterable[tuple[str, str, str, str]]) -> Callable[[Results], str]:
    """Return what makes a table of single scores: data set, score, what it is called, what others have."""
    rows = list(rows)

    def made(results: Results) -> str:
        lines = (
            [called, plain(results, dataset, score), items(results, dataset, score), others]
            for dataset, score, called, others in rows
        )
        return table(["score", "Regesta", "of", "others"], lines)

    return made


def confidence(results: Results) -> str:
    """What confidence says, against the share that is right, in the held-out articles."""
    rows = []
    for tenth, said, right in tenths(results):
        rows.append([f"{tenth} to {float(tenth) + 0.1:.1f}", f"{said.value:.2f}", with_interval(right), str(right.of)])
    return table(["confidence", "on average", "right type", "events"], rows)


def tenths(results: Results) -> list[tuple[str, Measured, Measured]]:
    """Return, for each tenth of confidence with enough events, its mean and the share of right types."""
    found = []
    for tenth in values_of(results, "confidence", ["held-out-newswire"]):
        group = f"confidence={tenth}"
        said = score_in(results, "held-out-newswire", "confidence", group)
        right = score_in(results, "held-out-newswire", "right_type", group)
        if said and right:
            found.append((tenth, said, right))
    return found


def calibration_error(results: Results) -> float:
    """Return the expected calibration error over the tenths."""
    found = tenths(results)
    return sum(abs(said.value - right.value) * right.of for _, said, right in found) / sum(r.of for *_, r in found)


def mistakes(results: Results) -> str:
    """Mistakes by kind, the commonest first."""
    counts = {kind: [results["datasets"][name]["mistakes"].get(kind, 0) for name in ARTICLES] for kind in KINDS}
    rows = sorted(counts.items(), key=lambda item: -sum(item[1]))
    return table(
        ["mistake", *ARTICLES.values(), "is"],
        ([kind, *map(str, numbers), KINDS[kind]] for kind, numbers in rows if sum(numbers)),
    )


def tellings(results: Results) -> str:
    """How many tellings of the gold happenings were coded, by outlet."""
    rows = []
    for value in values_of(results, "outlet", ["own-happenings"]):
        found = [score_in(results, "own-happenings", score, f"outlet={value}") for score in ("coded", "typed")]
        rows.append([value, *map(with_interval, found), items(results, "own-happenings", "coded", f"outlet={value}")])
    return table(["outlet", "with an event", "with one of the right type", "tellings"], rows)


def hard(results: Results) -> str:
    """Our own hard sentences: what is right, and what was coded."""
    rows = [
        [
            answer["kind"],
            answer["text"],
            lines(answer["right"]),
            RIGHT if answer["is_right"] else lines(answer["coded"]),
        ]
        for answer in results["datasets"]["own-hard"]["answers"]
    ]
    return table(["mistake", "sentence", "right", "coded"], rows)


def states_not_read(results: Results) -> str:
    """The states whose names fail."""
    return ", ".join(results["datasets"]["own-swaps"]["states_not_read"]) or "None."


def lines(events: Iterable[str]) -> str:
    """Return events below each other in a cell."""
    return "<br>".join(f"`{event}`" for event in events) or "nothing"


def swapped(facet: str) -> Callable[[Results], str]:
    """Return what makes a table of the counterfactual sentences by the groups of a facet."""

    def made(results: Results) -> str:
        rows = []
        for value in values_of(results, facet, ["own-swaps"]):
            group = f"{facet}={value}"
            found = [score_in(results, "own-swaps", score, group) for score in ("type", "type_and_party", "unchanged")]
            rows.append([value, *map(with_interval, found), items(results, "own-swaps", "type", group)])
        return table([facet, "right type", "type and party", "coded as the others", "sentences"], rows)

    return made


def made_by(results: Results) -> str:
    """What the figures were measured with."""
    kinds = {tuple(sorted(found["made_by"].items())) for found in results["datasets"].values()}
    lines = [
        f"Version {known['regesta']}, ontology {known['ontology']}, network `{known['network']}`, "
        f"regressions `{known['odds']}`, {known['resamples']:,} drawings."
        for known in map(dict, sorted(kinds))
    ]
    return "\n".join(lines)


TYPES = tuple(load_ontology().event_types)
QUADS = ("1", "2", "3", "4")
F1 = {"event_type.f1": "type F1", "event_type_and_parties.f1": "type and parties F1"}
P_R = {"event_type.p": "precision", "event_type.r": "recall"}
RECALL = {"event_type.r": "type recall", "event_type_and_parties.r": "type and parties recall"}
