"""A value over an annotator's answers, with its interval as a band."""

from __future__ import annotations

import pyqtgraph as pg  # noqa: TID253 - see plot.py
from PySide6.QtWidgets import QWidget

from annotator.services.drift import Course
from annotator.texts import figure, numeral
from annotator.ui import theme
from annotator.ui.widgets.outlook_curve import ticks
from annotator.ui.widgets.plot import Plot, pen

ROOM = 0.06  # of the height, above what is drawn


class CoursePlot(Plot):
    """A point for each window of answers; the dashed line is the mean over all of them.

    share: values are shares, 0 to 1; else seconds.
    """

    def __init__(self, name: str, up: str, *, share: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._share = share
        self.set_titles(self.tr("number of the answer"), up)
        self.setObjectName("course_plot")
        self.setAccessibleName(name)
        self._low, self._high = (self.add(pg.PlotCurveItem(pen=pg.mkPen(None))) for _ in range(2))
        self._band = self.add(pg.FillBetweenItem(self._low, self._high))
        self._mean = self.add(pg.PlotCurveItem())
        self._line = self.add(pg.PlotCurveItem())
        self._points = self.add(pg.ScatterPlotItem(symbol="o", size=theme.px(8)))

    def show_course(self, course: Course) -> None:
        self._course = course
        words = self.tr("{first} in the first window, {last} in the last of {n}")
        first, last = self._written(course.value[0]), self._written(course.value[-1])
        self.setAccessibleDescription(words.format(first=first, last=last, n=course.value.size))
        self.draw()

    def draw(self) -> None:
        course = self._course
        if course is None:
            return
        across, end = course.middle, float(course.last[-1])
        top = 1.0 if self._share else max(float(course.high.max()), 0.1)
        bottom = min(float(course.low.min()) // 0.1 / 10, 0.5) if self._share else 0.0
        for item, edge in ((self._low, course.low), (self._high, course.high)):
            item.setData(across, edge)
        self._band.setBrush(theme.colour("accent_soft"))
        mean = float((course.value * course.answers).sum() / course.answers.sum())
        self._mean.setData([0.0, end], [mean, mean], pen=pen("muted", dashed=True))
        self._line.setData(across, course.value, pen=pen("accent", 2))
        self._points.setData(across, course.value, brush=theme.colour("accent"), pen=pen("surface"))
        places = [y for y in ticks(bottom, top) if y <= top + 1e-9]
        self.canvas.getAxis("left").setTicks([[(y, self._written(y)) for y in places]])
        self.canvas.getAxis("bottom").setTicks([[(x, figure(x)) for x in ticks(0.0, end) if x.is_integer()]])
        room = ROOM * (top - bottom)
        self.canvas.setRange(xRange=(0, end * 1.02), yRange=(bottom, top + room), padding=0)

    def _written(self, value: float) -> str:
        return f"{figure(100 * value)} %" if self._share else f"{numeral(f'{value:.3g}')} s"
