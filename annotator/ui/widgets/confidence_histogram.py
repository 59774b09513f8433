"""How sure the LLM was, as bars, with the threshold as a line that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.domain.words import counted
from annotator.texts import numeral
from annotator.ui import theme
from annotator.ui.widgets.text import by_itself

_STEP = 0.01
_STEPS = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP, Qt.Key.Key_PageDown: -0.1, Qt.Key.Key_PageUp: 0.1}


class ConfidenceHistogram(QWidget):
    """Bars over 0..1: left of the threshold what goes to people, right of it what is accepted."""

    threshold_changed = Signal(float)  # moved by hand

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = ()
        self._threshold = 0.0
        self.setObjectName("confidence_histogram")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(self.tr("Confidence of the LLM's answers, and the threshold"))

    def set_counts(self, counts: Sequence[int]) -> None:
        """Number of items in equal bins from 0 to 1."""
        self._counts = tuple(counts)
        self.setAccessibleDescription(counted(sum(self._counts), "answer"))
        self.update()

    def set_threshold(self, threshold: float) -> None:
        self._threshold = threshold
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 9 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 5 * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._paint_scale(painter, plot)
        self._paint_bars(painter, plot)
        self._paint_axis(painter, plot)
        self._paint_threshold(painter, plot)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.bar_in_words(event.pos().x()), self)
            return True
        return super().event(event)

    def bar_in_words(self, x: int) -> str:
        """What the bar at this place stands for; "" beside the bars."""
        plot, bins = self._plot(), len(self._counts)
        position = int((x - plot.left()) / max(plot.width(), 1.0) * bins)
        if x < plot.left() or not 0 <= position < bins:
            return ""
        return self.tr("{items} with a confidence from {low} to {high}").format(
            items=counted(self._counts[position], "item"),
            low=numeral(f"{position / bins:.3g}"),
            high=numeral(f"{(position + 1) / bins:.3g}"),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._move(self._threshold + step)

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    def _move_to(self, position: QPointF) -> None:
        plot = self._plot()
        self._move((position.x() - plot.left()) / max(plot.width(), 1.0))

    def _move(self, threshold: float) -> None:
        threshold = round(min(max(threshold, 0.0), 1.0), 2)
        if threshold != self._threshold:
            self.set_threshold(threshold)
            self.threshold_changed.emit(threshold)

    def _plot(self) -> QRectF:
        line = self.fontMetrics().height()
        side = self.fontMetrics().horizontalAdvance("0.5")
        return QRectF(self.rect()).adjusted(side, 4, -side, -line - 8)

    def _paint_bars(self, painter: QPainter, plot: QRectF) -> None:
        if not self._counts or not max(self._counts):
            return
        width = plot.width() / len(self._counts)
        painter.setPen(Qt.PenStyle.NoPen)
        for position, count in enumerate(self._counts):
            height = plot.height() * count / max(self._counts)
            middle = (position + 0.5) / len(self._counts)
            painter.setBrush(theme.colour("warn" if middle < self._threshold else "accent"))
            left = plot.left() + position * width
            painter.drawRect(QRectF(left + 1, plot.bottom() - height, width - 2, height))

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(theme.colour("muted"))
        for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
            middle = plot.left() + tick * plot.width()
            box = QRectF(middle - 30, plot.bottom() + 4, 60, self.fontMetrics().height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, numeral(f"{tick:g}"))

    def _paint_scale(self, painter: QPainter, plot: QRectF) -> None:
        """How many items the highest bar stands for."""
        if not self._counts or not max(self._counts):
            return
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(plot.topLeft(), plot.topRight())
        painter.setFont(theme.font(theme.SECONDARY))
        painter.setPen(theme.colour("muted"))
        top = counted(max(self._counts), "item")
        line = painter.fontMetrics().height()
        place = QRectF(plot.left(), plot.top() + 2, plot.width(), line)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute  # where the bars are low, as the axis is
        painter.drawText(place, side, by_itself(top, self.layoutDirection()))
        painter.setFont(self.font())

    def _paint_threshold(self, painter: QPainter, plot: QRectF) -> None:
        x = plot.left() + self._threshold * plot.width()
        painter.setPen(QPen(theme.colour("text"), 2 if self.hasFocus() else 1.2))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setBrush(theme.colour("text"))
        painter.drawEllipse(QPointF(x, plot.top() + 2), 4, 4)
