"""How right the most confident answers are, the more of them are accepted."""

from __future__ import annotations

import pyqtgraph as pg  # noqa: TID253 - see plot.py
from PySide6.QtWidgets import QWidget

from annotator.services.reliability import RiskCoverage
from annotator.ui import theme
from annotator.ui.widgets.plot import Plot, pen


class RiskCoverageCurve(Plot):
    """A line with its interval as a band. The dashed line is what a confidence that says nothing would reach."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: RiskCoverage | None = None
        self.set_titles(self.tr("share accepted, the most confident first"), self.tr("share that is right"))
        self.setObjectName("risk_coverage")
        self.setAccessibleName(self.tr("Risk and coverage"))
        self._low, self._high = (self.add(pg.PlotCurveItem(pen=pg.mkPen(None))) for _ in range(2))
        self._band = self.add(pg.FillBetweenItem(self._low, self._high))
        self._all = self.add(pg.PlotCurveItem())
        self._line = self.add(pg.PlotCurveItem())
        self._points = self.add(pg.ScatterPlotItem(symbol="o", size=theme.px(6)))

    def show_curve(self, curve: RiskCoverage) -> None:
        self._curve = curve
        words = self.tr("right on {some:.0f} % of the most confident half, on {all:.0f} % of all")
        half = len(curve.coverage) // 2 - 1
        self.setAccessibleDescription(words.format(some=100 * curve.accuracy[half], all=100 * curve.accuracy[-1]))
        self.set_range(max(0.0, float(curve.low.min()) // 0.1 / 10))
        self.draw()

    def draw(self) -> None:
        curve = self._curve
        if curve is None:
            return
        for item, edge in ((self._low, curve.low), (self._high, curve.high)):
            item.setData(curve.coverage, edge)
        self._band.setBrush(theme.colour("accent_soft"))
        self._all.setData([0.0, 1.0], [float(curve.accuracy[-1])] * 2, pen=pen("muted", dashed=True))
        self._line.setData(curve.coverage, curve.accuracy, pen=pen("accent", 2))
        self._points.setData(curve.coverage, curve.accuracy, brush=theme.colour("accent"), pen=pen("surface"))
