"""Expected accuracy against human answers still to come."""

from __future__ import annotations

import math
from typing import NamedTuple

import pyqtgraph as pg  # noqa: TID253 - see plot.py
from PySide6.QtWidgets import QWidget

from annotator.domain.words import counted
from annotator.services.outlook import Prospect, rounded
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.plot import Plot, pen, small_text

TICKS = 5  # about so many on an axis
FLATTEST = 0.05  # of accuracy: less from bottom to top would make much of nothing
ROOM = 0.08  # of the height, above and below


class _Frame(NamedTuple):
    """What the axes show: answers up to `end`, accuracy from `low` to `high`."""

    end: float
    low: float
    high: float


class OutlookCurve(Plot):
    """A line with what chance leaves as a band, from today's point on; dashed: one more answer for every item in turn.

    A dotted line shows the target, an upright one where enough lies.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prospect: Prospect | None = None
        self._target = 1.0
        self.set_titles(self.tr("human answers still to come"), self.tr("expected accuracy"))
        self.setObjectName("outlook_curve")
        self.setAccessibleName(self.tr("Expected accuracy against answers still to come"))
        self._low, self._high = (self.add(pg.PlotCurveItem(pen=pg.mkPen(None))) for _ in range(2))
        self._band = self.add(pg.FillBetweenItem(self._low, self._high))
        self._grid = self.add(pg.PlotCurveItem(connect="pairs"))
        self._wanted = self.add(pg.PlotCurveItem())
        self._plain = self.add(pg.PlotCurveItem())
        self._line = self.add(pg.PlotCurveItem())
        self._upright = self.add(pg.PlotCurveItem())
        self._points = self.add(pg.ScatterPlotItem(symbol="o", size=theme.px(9)))
        self._enough, self._goal = (self.add(small_text()) for _ in range(2))
        self._goal.setAnchor((1.0, 1.0))

    def show_prospect(self, prospect: Prospect, target: float) -> None:
        """target: 0 to 1."""
        self._prospect, self._target = prospect, target
        self.setAccessibleDescription(" ".join(prospect.headline(target)))
        self.draw()

    def draw(self) -> None:
        if self._prospect is None:
            return
        found = self._prospect.forecast
        curve, plain, frame = found.adaptive, found.overlap, self._frame(self._prospect)
        self._draw_axes(frame)
        for item, edge in ((self._low, curve.low), (self._high, curve.high)):
            item.setData(curve.answers, edge)
        self._band.setBrush(theme.colour("accent_soft"))
        self._plain.setData(plain.answers, plain.expected, pen=pen("muted", 1.3, dashed=True))
        self._line.setData(curve.answers, curve.expected, pen=pen("accent", 2))
        self._draw_target(frame)
        self._draw_enough(frame, found.enough())

    def _frame(self, prospect: Prospect) -> _Frame:
        """So that curves and target are seen, and nothing that is impossible."""
        curve, plain = prospect.forecast.adaptive, prospect.forecast.overlap
        low = min(float(curve.low.min()), float(plain.expected.min()))
        high = max(float(curve.high.max()), float(plain.expected.max()), self._target)
        low = min(low, high - FLATTEST)
        room = ROOM * (high - low)
        return _Frame(float(curve.answers[-1]), max(low - room, 0.0), min(high + room, 1.0 + room / 2))

    def _draw_axes(self, frame: _Frame) -> None:
        across = [x for x in ticks(0.0, frame.end) if x.is_integer()]
        up = ticks(frame.low, min(frame.high, 1.0))
        decimals = 1 if len(up) > 1 and up[1] - up[0] < 0.0099 else 0
        self.canvas.getAxis("bottom").setTicks([[(x, figure(x)) for x in across]])
        self.canvas.getAxis("left").setTicks([[(y, f"{100 * y:.{decimals}f} %") for y in up]])
        self.canvas.getAxis("left").setPen(pen("surface"))
        self._grid.setData([0.0, frame.end] * len(up), [y for y in up for _ in range(2)], pen=pen("line"))
        margin = 0.02 * frame.end
        self.canvas.setRange(xRange=(-margin, frame.end + margin), yRange=(frame.low, frame.high), padding=0)

    def _draw_target(self, frame: _Frame) -> None:
        self._wanted.setData([0.0, frame.end], [self._target] * 2, pen=pen("warn", 1.2, dashed=True))
        self._goal.setText(self.tr("target"), color=theme.colour("warn"))
        self._goal.setPos(frame.end, self._target)

    def _draw_enough(self, frame: _Frame, enough: int) -> None:
        """Today's point, and that of enough with its line."""
        assert self._prospect is not None
        curve = self._prospect.forecast.adaptive
        there = curve.at(enough)
        self._upright.setData([enough, enough], [frame.low, there], pen=pen("good", 1.5, dashed=True))
        self._upright.setVisible(enough > 0)
        places = [0, enough] if enough else [0]
        brushes = [theme.colour("accent"), theme.colour("good")][: len(places)]
        self._points.setData(places, [curve.at(x) for x in places], brush=brushes, pen=pen("surface"))
        words = self.tr("enough: {n}").format(n=counted(rounded(enough), "answer")) if enough else ""
        self._enough.setText(words, color=theme.colour("good"))
        self._enough.setAnchor((0.0, 1.0) if enough < 0.8 * frame.end else (1.0, 1.0))
        self._enough.setPos(enough, frame.low)


def ticks(low: float, high: float) -> list[float]:
    """About TICKS round numbers from `low` to `high`."""
    span = max(high - low, 1e-9)
    power = 10.0 ** math.floor(math.log10(span / TICKS))
    step = next(power * times for times in (1, 2, 5, 10) if span / (power * times) <= TICKS)
    first = math.ceil(low / step - 1e-9)
    return [number * step for number in range(first, math.floor(high / step + 1e-9) + 1)]
