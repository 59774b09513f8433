"""The LLM's confidences among the items found, as bars over which a range is drawn by mouse or keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.domain.filters import Range
from annotator.domain.words import counted
from annotator.texts import fraction
from annotator.ui import theme

BINS = 20
_WIDTH, _HEIGHT = 240, 70  # pixels


class BrushHistogram(QWidget):
    """Emits `brushed(Range)`, or `brushed(None)` when the range is taken away; it lies on the edges of the bars."""

    brushed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = (0,) * BINS
        self._range: tuple[int, int] | None = None  # from the left edge of a bin to the right one of another
        self._anchor: int | None = None
        self.setObjectName("brush_histogram")
        self.setAccessibleName(self.tr("Confidence of the LLM: choose a range"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def set_counts(self, counts: Sequence[int]) -> None:
        """Number of items in each of BINS equal bins from 0 to 1."""
        self._counts = tuple(counts)
        self._describe()
        self.update()

    def set_range(self, chosen: Range | None) -> None:
        self._range = None if chosen is None else (round(chosen.low * BINS), max(round(chosen.high * BINS), 1))
        self._describe()
        self.update()

    @property
    def counts(self) -> tuple[int, ...]:
        return self._counts

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            position = self._bin(event.pos().x())
            items = counted(self._counts[position], "item")
            words = self.tr("{items} with a confidence from {low} to {high}. Drag to choose a range.")
            low, high = fraction(position / BINS), fraction((position + 1) / BINS)
            QToolTip.showText(event.globalPos(), words.format(items=items, low=low, high=high), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._anchor = self._bin(event.position().x())
        self._range = (self._anchor, self._anchor + 1)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is not None:
            position = self._bin(event.position().x())
            self._range = (min(position, self._anchor), max(position, self._anchor) + 1)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._anchor is not None:
            self._anchor = None
            self._emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the range; with Shift its right end."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape) and self._range is not None:
            self._clear()
        elif step is None:
            super().keyPressEvent(event)
        else:
            self._step(step, widen=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        low, high = self._range or (0, BINS)
        if self._range is not None:
            width = plot.width() / BINS
            band = QRectF(plot.left() + low * width, plot.top(), (high - low) * width, plot.height())
            painter.fillRect(band, theme.colour("accent_soft"))
        self._paint_bars(painter, plot, low, high)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        self._paint_scale(painter, plot)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_bars(self, painter: QPainter, plot: QRectF, low: int, high: int) -> None:
        highest = max(self._counts)
        painter.setPen(Qt.PenStyle.NoPen)
        width = plot.width() / BINS
        for position, count in enumerate(self._counts):
            if count:
                tall = max(plot.height() * count / highest, 1.5)  # a single item among a million is still seen
                painter.setBrush(theme.colour("accent" if low <= position < high else "faint"))
                painter.drawRect(QRectF(plot.left() + position * width + 1, plot.bottom() - tall, width - 2, tall))

    def _paint_scale(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(theme.font(theme.SECONDARY))
        painter.setPen(theme.colour("muted"))
        line = QRectF(plot.left(), plot.bottom() + 2, plot.width(), painter.fontMetrics().height())
        for text, side in (
            ("0", Qt.AlignmentFlag.AlignLeft),
            (self._told(), Qt.AlignmentFlag.AlignHCenter),
            ("1", Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(line, side | Qt.AlignmentFlag.AlignAbsolute, text)  # as the bars, never mirrored

    def _told(self) -> str:
        if self._range is None:
            return self.tr("LLM confidence") if any(self._counts) else self.tr("no LLM confidence yet")
        low, high = self._range
        return self.tr("confidence {low}–{high}").format(low=fraction(low / BINS), high=fraction(high / BINS))

    def _plot(self) -> QRectF:
        text = theme.px(16)
        return QRectF(self.rect()).adjusted(6, 4, -6, -text - 2)

    def _bin(self, x: float) -> int:
        plot = self._plot()
        return min(max(int((x - plot.left()) / max(plot.width(), 1.0) * BINS), 0), BINS - 1)

    def _step(self, step: int, *, widen: bool) -> None:
        low, high = self._range or (0, 1)
        if self._range is not None and widen:
            high = min(max(high + step, low + 1), BINS)
        elif self._range is not None and low + step >= 0 and high + step <= BINS:
            low, high = low + step, high + step
        self._range = (low, high)
        self.update()
        self._emit()

    def _clear(self) -> None:
        self._range = self._anchor = None
        self.update()
        self._emit()

    def _emit(self) -> None:
        self._describe()
        if self._range is None:
            self.brushed.emit(None)
        else:
            low, high = self._range
            self.brushed.emit(Range(low / BINS, high / BINS))

    def _describe(self) -> None:
        total = counted(sum(self._counts), "item")
        self.setAccessibleDescription(f"{self._told()}, {total}. {self.tr('Arrow keys move it, Shift widens it.')}")
