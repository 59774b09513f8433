"""What probabilities claim against how often they are right."""

from __future__ import annotations

import pyqtgraph as pg  # noqa: TID253 - see plot.py
from PySide6.QtWidgets import QWidget

from annotator.services.reliability import Bins
from annotator.texts import figure, numeral
from annotator.ui import theme
from annotator.ui.widgets.plot import Plot, pen, small_text

TALLEST = 0.22  # of the plot: the bar of the fullest bin


class ReliabilityDiagram(Plot):
    """A point with its interval for each bin; on the dashed line claims are met. The bars say how many answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: Bins | None = None
        self.set_titles(self.tr("what is claimed"), self.tr("share that is right"))
        self.setObjectName("reliability_diagram")
        self.setAccessibleName(self.tr("Reliability diagram"))
        self._line = self.add(pg.PlotCurveItem([0, 1], [0, 1]))
        self._bars = self.add(pg.BarGraphItem(x=[], height=[], width=0.1))
        self._intervals = self.add(pg.ErrorBarItem(beam=0.02))
        self._points = self.add(pg.ScatterPlotItem(symbol="o", size=theme.px(9)))
        self._counts: list[pg.TextItem] = []

    def show_bins(self, bins: Bins) -> None:
        self._bins = bins
        filled = int((bins.count > 0).sum())
        words = self.tr("{n} answers in {filled} bins, calibration error {error}")
        self.setAccessibleDescription(
            words.format(n=figure(bins.count.sum()), filled=filled, error=figure(bins.error, 3))
        )
        self.draw()

    def draw(self) -> None:
        if self._bins is None:
            return
        self._line.setPen(pen("muted", dashed=True))
        self._draw_counts(self._bins)
        filled = self._bins.count > 0
        x, y = self._bins.confidence[filled], self._bins.accuracy[filled]
        above, below = self._bins.high[filled] - y, y - self._bins.low[filled]
        self._intervals.setData(x=x, y=y, top=above, bottom=below, pen=pen("text"))
        self._points.setData(x, y, brush=theme.colour("accent"), pen=pen("surface"))

    def _draw_counts(self, bins: Bins) -> None:
        heights = TALLEST * bins.count / bins.count.max()
        middles = (bins.edges[:-1] + bins.edges[1:]) / 2
        filled = bins.count > 0
        self._bars.setOpts(
            x=middles[filled],
            height=heights[filled],
            width=0.92 * (bins.edges[1] - bins.edges[0]),
            brush=theme.colour("accent_soft"),
            pen=pen("line"),
        )
        while len(self._counts) < bins.count.size:
            self._counts.append(self.add(small_text()))
        for text, middle, height, count in zip(self._counts, middles, heights, bins.count, strict=True):
            text.setText(compact(int(count)) if count else "", color=theme.colour("muted"))
            text.setPos(middle, height)


def compact(count: int) -> str:
    """A number that fits above a bar: 950, 12k, 1.2M."""
    for size, unit in ((1_000_000, "M"), (1_000, "k")):
        if count >= size:
            return f"{numeral(f'{count / size:.2g}')}{unit}" if count < 10 * size else f"{figure(count / size)}{unit}"
    return str(count)
