"""Shares by label and by source: a group of bars for each label, one bar for each source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pyqtgraph as pg  # noqa: TID253 - see plot.py
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain.questions import COLOURS
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.outlook_curve import ticks
from annotator.ui.widgets.plot import Plot, pen

MOST = 10  # groups in sight, as quality_labels.py says it; the copied numbers have all of them
NAME = 20  # characters of a label beside its bars
FILLED = 0.8  # of the room of a group
SHADES = tuple(COLOURS[place] for place in (0, 1, 2, 3, 4, 5, 6) if place < len(COLOURS))
# Never told apart by colour alone.
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
)


class Series(NamedTuple):
    """A source: a value for each group, 0 to 1, and the bounds of its interval; None where it has none."""

    name: str
    values: Sequence[float]
    low: Sequence[float] | None = None
    high: Sequence[float] | None = None


class GroupedBars(Plot):
    """Bars from left to right, the first group on top, with a legend below that a picture of it includes."""

    def __init__(self, name: str, across: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self._drawn: list[pg.GraphicsObject] = []
        self._legend = _Legend()
        self.column.addWidget(self._legend)
        self.set_titles(across, "")
        self.setObjectName("grouped_bars")
        self.setAccessibleName(name)

    def show_groups(self, groups: Sequence[str], series: Sequence[Series]) -> None:
        """groups: what the values of each series are about, in their order."""
        self._groups, self._series = tuple(groups), tuple(series)
        told = []
        for source in series:
            parts = [f"{name} {figure(100 * value)} %" for name, value in zip(groups, source.values, strict=True)]
            told.append(f"{source.name}: {', '.join(parts[:MOST])}")
        self.setAccessibleDescription("; ".join(told))
        self._legend.show_names([source.name for source in series])
        self.draw()

    def draw(self) -> None:
        for item in self._drawn:
            self.canvas.removeItem(item)
        shown = self._groups[:MOST]
        self._drawn = [self.add(item) for place in range(len(self._series)) for item in self._bars(place, len(shown))]
        axis = self.canvas.getAxis("left")
        axis.setTicks([[(-place, _short(name)) for place, name in enumerate(shown)]])
        axis.setPen(pen("surface"))
        end = self._end()
        self.canvas.getAxis("bottom").setTicks([[(x, f"{figure(100 * x)} %") for x in ticks(0.0, end)]])
        self.canvas.setRange(xRange=(0, 1.05 * end), yRange=(0.5 - len(shown), 0.5), padding=0)
        self._legend.update()

    def _end(self) -> float:
        """So that the longest bar and its whisker are seen."""
        values = [value for source in self._series for value in (source.high or source.values)]
        return min(max([*values, 0.1]), 1.0)

    def _bars(self, place: int, groups: int) -> list[pg.GraphicsObject]:
        source = self._series[place]
        thick = FILLED / max(len(self._series), 1)
        middles = [FILLED / 2 - thick * (place + 0.5) - group for group in range(groups)]
        values = list(source.values)[:groups]
        bars = pg.BarGraphItem(
            x0=[0.0] * groups,
            y=middles,
            width=values,
            height=0.9 * thick,
            brush=brush(place),
            pen=_outline(place),
        )
        if source.low is None or source.high is None:
            return [bars]
        left = [value - low for value, low in zip(values, source.low[:groups], strict=True)]
        right = [high - value for value, high in zip(values, source.high[:groups], strict=True)]
        whiskers = pg.ErrorBarItem(x=_array(values), y=_array(middles), left=_array(left), right=_array(right))
        whiskers.setData(beam=0.35 * thick, pen=pen("text"))
        return [bars, whiskers]


class _Legend(QWidget):
    """Names beside a piece of their bars, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_names(self, names: Sequence[str]) -> None:
        self._names = [_short(name, 36) for name in names]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = max((place.top() for place in self._places()), default=0) // self._line() + 1
        return QSize(theme.px(200), lines * self._line())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        for number, (name, place) in enumerate(zip(self._names, self._places(), strict=True)):
            swatch = QRect(place.left(), place.center().y() - theme.px(5), theme.px(16), theme.px(11))
            painter.setPen(_outline(number))
            painter.setBrush(brush(number))
            painter.drawRect(swatch)
            painter.setPen(theme.colour("text"))
            words = place.adjusted(theme.px(22), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()

    def _line(self) -> int:
        return self.fontMetrics().height() + theme.px(4)

    def _places(self) -> list[QRect]:
        left, top, found = theme.px(8), 0, []
        for name in self._names:
            width = self.fontMetrics().horizontalAdvance(name) + theme.px(24)
            if left > theme.px(8) and left + width > max(self.width(), theme.px(200)):
                left, top = theme.px(8), top + self._line()
            found.append(QRect(left, top, width, self._line()))
            left += width + theme.px(16)
        return found


def shade(place: int) -> QColor:
    """The colour of a source by its place, standing out from the surface."""
    from annotator.domain.model import Label

    return theme.label_colour(Label("", colour=SHADES[place % len(SHADES)]))


def brush(place: int) -> QBrush:
    """Colour and pattern of a source by its place."""
    return QBrush(shade(place), PATTERNS[place % len(PATTERNS)])


def _outline(place: int) -> object:
    found = pen("text", 1.0)
    found.setColor(shade(place))
    return found


def _array(values: Sequence[float]) -> object:
    import numpy as np

    return np.array(values, dtype=np.float64)


def _short(name: str, most: int = NAME) -> str:
    return name if len(name) <= most else f"{name[: most // 2 - 1]}…{name[-(most // 2) :]}"
