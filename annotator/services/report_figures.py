"""Plots of a report as SVG: they stand in the page itself, and print sharp at any size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from annotator.domain.agreement import TITLES, Statistic
from annotator.domain.questions import COLOURS
from annotator.services.agreement import AgreementReport
from annotator.services.label_shares import Distribution
from annotator.services.reliability import Bins
from annotator.texts import figure, say, spoken

WIDTH = 640  # user units; a page shows them as wide as it is
NAMES = 210  # of them for names on the left
INK, MUTED, LINE, ACCENT, SOFT = "#1B2330", "#5F6B80", "#D5D9E0", "#3557D6", "#C9D5FA"
_ROW, _BAR = 22, 13
_MOST_LABELS = 12


def bars(found: Distribution) -> str:
    """Shares of labels by source, a group for each label, with whiskers for the intervals.

    The bars carry the numbers of the legend, so that a print without colours tells them apart.
    """
    labels = found.labels[:_MOST_LABELS]
    group = _BAR * len(found.sources) + 10
    ends = [share.high for source in found.sources for share in source.shares[: len(labels)]]
    end = next((whole for whole in (0.1, 0.25, 0.5, 0.75) if whole >= max(ends, default=1.0)), 1.0)
    height, legend = group * len(labels) + 6, 20 * len(found.sources)
    at = _scale(0.0, end)
    parts = _axis([end * n / 5 for n in range(6)], at, height, lambda x: f"{figure(100 * x)} %")
    for row, label in enumerate(labels):
        top = row * group + 6
        parts.append(_text(NAMES - 10, top + group / 2, label, "end", most=28))
        for place, source in enumerate(found.sources):
            share, y = source.shares[row], top + place * _BAR
            width = max(at(share.value or 0.0) - NAMES, 0.5)
            parts.append(
                f'<rect x="{NAMES}" y="{y:.1f}" width="{width:.1f}" height="{_BAR - 2}" fill="{_fill(place)}"/>'
            )
            parts += _whisker(at(share.low), at(share.high), y + (_BAR - 2) / 2)
            parts.append(_text(at(share.high) + 5, y + _BAR - 3, str(place + 1), "start", size=9))
    for place, source in enumerate(found.sources):
        y = height + 34 + 20 * place
        parts.append(f'<rect x="{NAMES}" y="{y - 9}" width="16" height="10" fill="{_fill(place)}"/>')
        parts.append(
            _text(
                NAMES + 24,
                y,
                say(
                    "{place}. {source} ({items} items)", place=place + 1, source=source.name, items=figure(source.items)
                ),
                "start",
            )
        )
    return _svg(height + 34 + legend, say("Shares of the labels by source"), parts)


def intervals(found: AgreementReport) -> str:
    """Agreement beyond chance with its intervals, one line for each group and statistic; "" without any."""
    rows = [
        (f"{group.title}: {spoken(TITLES[name])}", value)
        for group in found.groups
        for name, value in group.estimates.items()
        if value.value is not None and name is not Statistic.PERCENT
    ]
    if not rows:
        return ""
    left = min([0.0, *(value.low for _, value in rows if value.low is not None)])
    at = _scale(left, 1.0, names=_WIDE)
    height = _ROW * len(rows) + 6
    parts = _axis([n / 5 for n in range(6)], at, height, lambda x: figure(x, 1), names=_WIDE)
    for row, (name, value) in enumerate(rows):
        y = row * _ROW + 16
        parts.append(_text(_WIDE - 10, y + 4, name, "end"))
        if value.low is not None and value.high is not None:
            parts += _whisker(at(value.low), at(value.high), y)
        parts.append(f'<circle cx="{at(value.value or 0.0):.1f}" cy="{y}" r="4" fill="{ACCENT}"/>')
    return _svg(height + 26, say("Agreement beyond chance"), parts)


def reliability(bins: Bins, title: str) -> str:
    """What is claimed against what is met: a point with its interval for each bin; the dashed line meets its claims."""
    side, left = 240, 60

    def across(x: float) -> float:
        return left + side * x

    def up(y: float) -> float:
        return 24 + side * (1 - y)

    parts = []
    for n in range(6):
        value = n / 5
        parts.append(_line(left, up(value), left + side, up(value), LINE))
        parts.append(_text(left - 8, up(value) + 4, f"{figure(100 * value)} %", "end"))
        parts.append(_text(across(value), side + 42, f"{figure(100 * value)} %", "middle"))
    parts.append(_line(across(0), up(0), across(1), up(1), MUTED, dashed=True))
    for place in range(bins.count.size):
        if not bins.count[place]:
            continue
        x, y = across(float(bins.confidence[place])), up(float(bins.accuracy[place]))
        parts.append(_line(x, up(float(bins.low[place])), x, up(float(bins.high[place])), INK))
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ACCENT}"/>')
        parts.append(_text(x + 7, y - 6, figure(int(bins.count[place])), "start", size=10))
    parts.append(_text(left + side / 2, side + 62, say("what is claimed"), "middle"))
    parts.append(_text(left + side + 24, 24, title, "start"))
    parts.append(_text(left + side + 24, 44, say("up: share that is right"), "start"))
    parts.append(_text(left + side + 24, 62, say("numbers: answers in each bin"), "start"))
    return _svg(side + 72, say("Claimed and right: {title}", title=title), parts)


_WIDE = 300  # for names that say a group and a statistic


def _scale(low: float, high: float, *, names: int = NAMES) -> Callable[[float], float]:
    def at(value: float) -> float:
        return names + (WIDTH - names - 24) * (value - low) / max(high - low, 1e-9)

    return at


def _axis(
    ticks: Sequence[float],
    at: Callable[[float], float],
    height: float,
    written: Callable[[float], str],
    *,
    names: int = NAMES,
) -> list[str]:
    found = [_line(at(x), 0, at(x), height, LINE) for x in ticks]
    return found + [_text(at(x), height + 16, written(x), "middle") for x in ticks if at(x) >= names - 1]


def _whisker(low: float, high: float, y: float) -> list[str]:
    ends = [_line(x, y - 3, x, y + 3, INK) for x in (low, high)]
    return [_line(low, y, high, y, INK), *ends]


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, *, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    place = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {place} stroke="{colour}" stroke-width="1"{dash}/>'


def _text(x: float, y: float, text: str, anchor: str, *, size: int = 12, most: int = 46) -> str:
    half = most // 2 - 1
    shown = text if len(text) <= most else f"{text[:half]}…{text[-half:]}"
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{MUTED}" text-anchor="{anchor}">{escape(shown)}</text>'
    )


def _fill(place: int) -> str:
    return COLOURS[place % len(COLOURS)]


def _svg(height: float, title: str, parts: Sequence[str]) -> str:
    inside = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}"'
        f' height="{height:.0f}" role="img" aria-label="{escape(title)}" font-family="sans-serif">'
        f"{inside}</svg>"
    )
