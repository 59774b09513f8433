"""The answers given just now, each a way back to its item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from annotator.domain.model import Label
from annotator.services.annotating import Recent
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.keycap import paint_focus
from annotator.ui.widgets.skip_choice import in_words
from annotator.ui.widgets.text import by_itself, tool_tip

PADDING = 8


class HistoryRow(QAbstractButton):
    """Label and time of one answer. Checked means that its item is on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._seconds = ""
        self._flagged = False
        self.item_id = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_answer(self, recent: Recent, *, current: bool) -> None:
        self.item_id = recent.item_id
        self._flagged = recent.flagged
        self._label = recent.label
        self._seconds = "" if recent.seconds is None else self.tr("{seconds} s").format(seconds=_brief(recent.seconds))
        self.setText(self._said(recent))
        self.setChecked(current)
        self.setToolTip(tool_tip(self._explained(recent)))
        self.setAccessibleName(self._spoken(recent))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(150), max(theme.px(26), self.fontMetrics().height() + theme.px(8)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))
        inner = self.rect().adjusted(theme.px(PADDING), 0, -theme.px(PADDING), 0)
        self._paint_dot(painter, inner)
        room = self._paint_end(painter, inner)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        left = theme.px(18)
        name = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room - left)
        self._write(painter, inner, QRect(inner.left() + left, 0, room - left, self.height()), name)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _paint_dot(self, painter: QPainter, inner: QRect) -> None:
        radius = theme.px(4)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        centre = QPointF(inner.right() - radius if rtl else inner.left() + radius, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("faint") if self._label is None else theme.label_colour(self._label))
        painter.drawEllipse(centre, radius, radius)

    def _paint_end(self, painter: QPainter, inner: QRect) -> int:
        """Time and flag; returns the width left for the name."""
        painter.setFont(theme.font(theme.SECONDARY))
        painter.setPen(theme.colour("muted"))
        width = QFontMetrics(painter.font()).horizontalAdvance(self._seconds) + 2
        end = inner.right() - width
        self._write(painter, inner, QRect(end, 0, width, self.height()), self._seconds)
        if self._flagged:
            size = theme.px(14)
            end -= size + theme.px(6)
            place = QRect(end, (self.height() - size) // 2, size, size)
            theme.icon("flag", "warn").paint(painter, QStyle.visualRect(self.layoutDirection(), inner, place))
        return end - inner.left() - theme.px(6)

    def _write(self, painter: QPainter, inner: QRect, place: QRect, text: str) -> None:
        area = QStyle.visualRect(self.layoutDirection(), inner, place)
        shown = by_itself(text, self.layoutDirection())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)

    def _said(self, recent: Recent) -> str:
        if recent.label is not None:
            return recent.label.name
        if recent.reason:
            return self.tr("Skipped: {reason}").format(reason=in_words(recent.reason))
        return self.tr("Skipped")

    def _explained(self, recent: Recent) -> str:
        parts = [self.text(), self.tr("Go back to item {id}").format(id=recent.external_id)]
        if recent.seconds is not None:
            parts.insert(1, self.tr("Answered in {seconds} s").format(seconds=_brief(recent.seconds)))
        return "\n".join(parts)

    def _spoken(self, recent: Recent) -> str:
        parts = [self.text(), self._seconds, self.tr("flagged") if recent.flagged else ""]
        return ", ".join(part for part in parts if part)


class History(QWidget):
    """The latest answers, newest first."""

    chosen = Signal(int)  # item id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HistoryRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_answers(self, answers: Sequence[Recent], current_item: int | None) -> None:
        """Show these; the one whose item is on the page is marked."""
        while len(self._rows) < len(answers):
            self._rows.append(self._new_row())
        for row, answer in zip(self._rows, answers, strict=False):
            row.set_answer(answer, current=answer.item_id == current_item)
        for position, row in enumerate(self._rows):
            row.setVisible(position < len(answers))

    def rows(self) -> list[HistoryRow]:
        return [row for row in self._rows if not row.isHidden()]

    def _new_row(self) -> HistoryRow:
        row = HistoryRow(self)
        row.clicked.connect(lambda checked=False: self.chosen.emit(row.item_id))
        self._column.addWidget(row)
        return row


def _brief(seconds: float) -> str:
    return figure(seconds, 1) if seconds < 100 else figure(seconds)
