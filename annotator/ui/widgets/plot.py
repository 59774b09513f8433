"""A plot in the theme's colours. Loads pyqtgraph: import it only after `plotting.load`, when a plot is to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pyqtgraph as pg  # noqa: TID253 - see above
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.texts import numeral
from annotator.ui import theme

Item = TypeVar("Item")
MARGIN = 0.03  # around 0 and 1, so that points there are seen in whole

# Its own cleaning up at the end looks through everything in memory; our windows take their plots with them.
pg.setConfigOptions(antialias=True, exitCleanup=False)


class Plot(QWidget):
    """Axes from 0 to 1, or upwards from somewhere above; `draw` is called anew whenever the theme changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = pg.PlotWidget(
            self, enableMenu=False, axisItems={side: _Axis(side) for side in ("bottom", "left")}
        )
        self.canvas.hideButtons()
        self.canvas.setMouseEnabled(x=False, y=False)
        self.canvas.setFrameShape(QFrame.Shape.NoFrame)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas.viewport().installEventFilter(self)
        self._titles: dict[str, str] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.canvas)
        self.setMinimumSize(theme.px(240), theme.px(190))
        self.set_range(0.0)

    def set_titles(self, across: str, up: str) -> None:
        """What the axes mean."""
        self._titles = {"bottom": across, "left": up}
        self._dress()

    def set_range(self, lowest: float) -> None:
        """Upwards from `lowest` to 1."""
        self.canvas.setRange(xRange=(-MARGIN, 1 + MARGIN), yRange=(lowest - MARGIN, 1 + MARGIN), padding=0)

    def draw(self) -> None:
        """Give the plot's items their numbers and colours. They are made once: making them takes longest."""

    def add(self, item: Item) -> Item:
        self.canvas.addItem(item)
        return item

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
            self.draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page, not the plot."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self.canvas.setBackground(theme.colour("surface"))
        small = {"font-size": f"{theme.pt(theme.SECONDARY)}pt", "color": theme.tokens().muted}
        for side, title in self._titles.items():
            axis = self.canvas.getAxis(side)
            axis.setPen(pen("line"))
            axis.setTextPen(pen("muted"))
            axis.setTickFont(theme.font(theme.SECONDARY))
            axis.setLabel(title, **small)
            axis.enableAutoSIPrefix(False)


class _Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Its numbers in the language of the window."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [numeral(text) for text in super().tickStrings(values, scale, spacing)]


def small_text() -> pg.TextItem:
    """Small letters that stand above their place."""
    found = pg.TextItem(anchor=(0.5, 1.0))
    found.setFont(theme.font(theme.SECONDARY))
    return found


def pen(token: str, width: float = 1.0, *, dashed: bool = False) -> QPen:
    """token: of a colour of the theme. width: in pixels, whatever the scale of the plot."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)  # there is no plot without it
    width *= app.devicePixelRatio()  # a cosmetic pen counts the screen's own pixels
    found = QPen(theme.colour(token), width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    found.setCosmetic(True)
    return found
