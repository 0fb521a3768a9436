"""The reliability diagram of the documentation, from `evaluation/results.json`."""

from typing import Any

from accuracy_tables import calibration_error, tenths

SIZE, EDGE = 360, 40
SPAN = SIZE - 2 * EDGE


def x(share: float) -> float:
    """Return where a share lies across."""
    return EDGE + SPAN * share


def y(share: float) -> float:
    """Return where a share lies from the top."""
    return SIZE - EDGE - SPAN * share


def picture(results: Any) -> str:
    """Return the share of right types against confidence, as SVG; a point is as large as its number of events."""
    points = tenths(results)
    most = max(right.of for *_, right in points)
    bars = "".join(
        f'<line x1="{x(said.value):.1f}" y1="{y(right.low):.1f}" x2="{x(said.value):.1f}" y2="{y(right.high):.1f}" '
        'stroke="#2a6f97"/>'
        for _, said, right in points
    )
    dots = "".join(
        f'<circle cx="{x(said.value):.1f}" cy="{y(right.value):.1f}" r="{3 + 9 * (right.of / most) ** 0.5:.1f}" '
        'fill="#2a6f97"/>'
        for _, said, right in points
    )
    ticks = "".join(
        f'<text x="{x(v / 5):.0f}" y="{SIZE - EDGE + 16}" text-anchor="middle">{v / 5:.1f}</text>'
        f'<text x="{EDGE - 8}" y="{y(v / 5) + 4:.0f}" text-anchor="end">{v / 5:.1f}</text>'
        for v in range(6)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" font-family="sans-serif" font-size="11">'
        f'<rect width="{SIZE}" height="{SIZE}" fill="white"/>'
        f'<rect x="{EDGE}" y="{EDGE}" width="{SPAN}" height="{SPAN}" fill="none" stroke="#999"/>'
        f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#bbb" stroke-dasharray="4"/>{bars}{dots}{ticks}'
        f'<text x="{SIZE / 2}" y="{SIZE - 6}" text-anchor="middle">confidence</text>'
        f'<text x="12" y="{SIZE / 2}" text-anchor="middle" transform="rotate(-90 12 {SIZE / 2})">share right</text>'
        f'<text x="{SIZE / 2}" y="24" text-anchor="middle">expected calibration error '
        f"{calibration_error(results):.3f}</text></svg>\n"
    )
