"""The reliability diagram in docs/merging.md: `python -m tests.bench.diagram docs/pictures/reliability.svg`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotator.domain.aggregation import choose, dawid_skene, scoring
from annotator.domain.aggregation.settings import PLAIN
from tests.bench.merge_quality import DATA, GOLD, Crowd, drawn, people

DRAWS = 10
SIZE, MARGIN = 260, 44
FEWEST = 30  # items in a bin that is shown


class Curve(NamedTuple):
    """claimed, met: (n_bins,), NaN where the bin holds too few items; means over the crowds, each counting alike."""

    name: str
    colour: str
    claimed: np.ndarray
    met: np.ndarray


def main(path: Path) -> None:
    """Draw what is claimed against what is met, over the human crowds that have enough gold."""
    found = [people(folder.name) for folder in sorted(DATA.iterdir()) if folder.is_dir()]
    crowds = [c for c in found if c and np.count_nonzero(c.gold >= 0) >= 2 * GOLD]
    curves = [
        curve("plain Dawid-Skene", "#C2571A", crowds, lambda c, known: dawid_skene.fit(c.responses, PLAIN).posterior),
        curve("auto, no gold", "#3B6FD4", crowds, lambda c, known: choose.merge(c.responses).posterior),
        curve(
            f"auto, {GOLD} gold items", "#2B8A6E", crowds, lambda c, known: choose.merge(c.responses, known).posterior
        ),
    ]
    path.write_text(drawing(curves, len(crowds)), encoding="utf-8")


def curve(name: str, colour: str, crowds: Sequence[Crowd], merged: Callable[[Crowd, np.ndarray], np.ndarray]) -> Curve:
    """Scored on the items whose gold was not given, over several draws of it."""
    weight, claimed, met, items = (np.zeros(scoring.BINS) for _ in range(4))
    for crowd in crowds:
        for seed in range(DRAWS):
            known, rest = drawn(crowd.gold, GOLD, seed)
            diagram = scoring.reliability(merged(crowd, known), rest)
            share = diagram.count / diagram.count.sum()
            weight += share
            items += diagram.count
            claimed += share * np.nan_to_num(diagram.confidence)
            met += share * np.nan_to_num(diagram.accuracy)
    shown = np.where(items >= FEWEST * DRAWS, weight, np.nan)
    return Curve(name, colour, claimed / shown, met / shown)


def drawing(curves: Sequence[Curve], crowds: int) -> str:
    """As SVG."""
    side = SIZE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 130} {side}"'
        ' font-family="sans-serif" font-size="11">',
        f'<rect width="{side + 130}" height="{side}" fill="white"/>',
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#999"/>',
        f'<path d="M{MARGIN} {MARGIN + SIZE}L{MARGIN + SIZE} {MARGIN}" stroke="#999" stroke-dasharray="4 3"/>',
        f'<text x="{MARGIN + SIZE / 2}" y="{side - 8}" text-anchor="middle">probability claimed</text>',
        f'<text x="14" y="{MARGIN + SIZE / 2}" text-anchor="middle"'
        f' transform="rotate(-90 14 {MARGIN + SIZE / 2})">share that is right</text>',
        f'<text x="{MARGIN}" y="{MARGIN - 14}" font-weight="bold">{crowds} crowds of people, gold not seen</text>',
    ]
    for tick in (0, 0.5, 1):
        x, y = place(tick, tick)
        parts.append(f'<text x="{x}" y="{MARGIN + SIZE + 14}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{MARGIN - 6}" y="{y + 4}" text-anchor="end">{tick:g}</text>')
    for number, found in enumerate(curves):
        shown = np.isfinite(found.claimed)
        points = [place(*point) for point in zip(found.claimed[shown], found.met[shown], strict=True)]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{found.colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{found.colour}"/>' for x, y in points]
        height = MARGIN + 16 + 18 * number
        parts.append(f'<circle cx="{side - MARGIN + 12}" cy="{height - 4}" r="4" fill="{found.colour}"/>')
        parts.append(f'<text x="{side - MARGIN + 22}" y="{height}">{found.name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def place(claimed: float, met: float) -> tuple[float, float]:
    """Where it lies in the picture."""
    return MARGIN + SIZE * claimed, MARGIN + SIZE * (1 - met)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
