"""Measures whether confidence means what it says: `python training/reliability.py --gold ../shared/gold`.

Codes the held-out annotated articles and writes `docs/images/reliability.svg`: of the events of
each tenth of confidence, how many have the right type. Prints the same with the expected calibration error.
"""

import argparse
from pathlib import Path

from calibrate import BEFORE_EVENTS, happening_rows, held_out

from regesta.coding.odds import chance
from regesta.coding.roles import scene_of
from regesta.run.config import Config

PICTURE = Path(__file__).parents[1] / "docs/images/reliability.svg"
SIZE, EDGE = 360, 40
BINS = 10


def measured(gold: Path) -> list[tuple[float, bool]]:
    """Return confidence and truth of every event of the held-out newswire articles."""
    items = [(article, events) for article, events in held_out(gold) if "_ENG_" in article.id]
    truth = {article.id: events for article, events in items}
    found = []
    for article in Config(stages=BEFORE_EVENTS).pipeline()([article for article, _ in items]):
        if article.parse is not None:
            scene = scene_of(article, article.parse)
            found += [(chance("happening", row), right) for row, right in happening_rows(scene, truth[article.id])]
    return found


def binned(rows: list[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Return mean confidence, share right and number of the events of each tenth that has any."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in rows:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return [(sum(c for c, _ in b) / len(b), sum(r for _, r in b) / len(b), len(b)) for b in bins if b]


def picture(points: list[tuple[float, float, int]], error: float) -> str:
    """Return the reliability diagram as SVG; the area of a point is the number of its events."""
    span = SIZE - 2 * EDGE
    x = lambda value: EDGE + span * value  # noqa: E731 - two scales, used in every line below
    y = lambda value: SIZE - EDGE - span * value  # noqa: E731
    most = max(number for _, _, number in points)
    dots = "".join(
        f'<circle cx="{x(c):.1f}" cy="{y(r):.1f}" r="{3 + 9 * (n / most) ** 0.5:.1f}" fill="#2a6f97"/>'
        for c, r, n in points
    )
    ticks = "".join(
        f'<text x="{x(v / 5):.0f}" y="{SIZE - EDGE + 16}" text-anchor="middle">{v / 5:.1f}</text>'
        f'<text x="{EDGE - 8}" y="{y(v / 5) + 4:.0f}" text-anchor="end">{v / 5:.1f}</text>'
        for v in range(6)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" font-family="sans-serif" font-size="11">'
        f'<rect width="{SIZE}" height="{SIZE}" fill="white"/>'
        f'<rect x="{EDGE}" y="{EDGE}" width="{span}" height="{span}" fill="none" stroke="#999"/>'
        f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#bbb" stroke-dasharray="4"/>{dots}{ticks}'
        f'<text x="{SIZE / 2}" y="{SIZE - 6}" text-anchor="middle">confidence</text>'
        f'<text x="12" y="{SIZE / 2}" text-anchor="middle" transform="rotate(-90 12 {SIZE / 2})">share right</text>'
        f'<text x="{SIZE / 2}" y="24" text-anchor="middle">expected calibration error {error:.3f}</text></svg>\n'
    )


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    rows = measured(parser.parse_args().gold)
    points = binned(rows)
    error = sum(abs(right - said) * number for said, right, number in points) / len(rows)
    PICTURE.write_text(picture(points, error), encoding="utf-8")
    for said, right, number in points:
        print(f"confidence {said:.2f}: {right:.2f} right of {number}")
    print(f"{len(rows)} events, expected calibration error {error:.3f}")


if __name__ == "__main__":
    main()
