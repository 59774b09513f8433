"""Values with their intervals, one line each, such as statistics of agreement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg  # noqa: TID253 - see plot.py
from PySide6.QtWidgets import QWidget

from annotator.domain.spreadsheets import defuse
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.outlook_curve import ticks
from annotator.ui.widgets.plot import Plot, pen

_ROW, _AROUND = 22, 64  # what a row needs, and the axis below them


class Row(NamedTuple):
    """low, high: None where there is no interval."""

    name: str
    value: float
    low: float | None
    high: float | None


class ForestPlot(Plot):
    """A point with a whisker for each row, the first on top; the upright line stands at 0, which is chance."""

    def __init__(self, name: str, across: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.set_titles(across, "")
        self.setObjectName("forest_plot")
        self.setAccessibleName(name)
        self._zero = self.add(pg.PlotCurveItem())
        self._whiskers = self.add(pg.ErrorBarItem(beam=0.25))
        self._points = self.add(pg.ScatterPlotItem(symbol="o", size=theme.px(9)))

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self.setMinimumHeight(theme.px(_AROUND + _ROW * len(self._rows)))  # else names lie over one another
        self.setAccessibleDescription("; ".join(f"{row.name} {figure(row.value, 2)}" for row in rows))
        self.draw()

    def numbers(self) -> str:
        """As CSV, one line for each row."""
        lines = ["name,value,low,high"]
        for row in self._rows:
            bounds = ["" if bound is None else f"{bound:.6g}" for bound in (row.low, row.high)]
            name = defuse(row.name).replace('"', '""')
            lines.append(f'"{name}",{row.value:.6g},{",".join(bounds)}')
        return "\n".join(lines) + "\n"

    def draw(self) -> None:
        if not self._rows:
            return
        value = np.array([row.value for row in self._rows])
        low = np.array([row.value if row.low is None else row.low for row in self._rows])
        high = np.array([row.value if row.high is None else row.high for row in self._rows])
        up = -np.arange(value.size, dtype=np.float64)
        self._whiskers.setData(x=value, y=up, left=value - low, right=high - value, pen=pen("text"))
        self._points.setData(value, up, brush=theme.colour("accent"), pen=pen("surface"))
        left = min(0.0, float(low.min()))
        self._zero.setData([0.0, 0.0], [0.6 - value.size, 0.6], pen=pen("muted", dashed=True))
        self.canvas.getAxis("left").setTicks([[(-n, row.name) for n, row in enumerate(self._rows)]])
        self.canvas.getAxis("left").setPen(pen("surface"))
        self.canvas.getAxis("bottom").setTicks([[(x, figure(x, 1).replace("-", "−")) for x in ticks(left, 1.0)]])
        self.canvas.setRange(xRange=(left - 0.03, 1.03), yRange=(0.5 - value.size, 0.6), padding=0)
