"""The button that gives an item a label."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.domain.model import Label
from annotator.ui import theme
from annotator.ui.widgets.keycap import keys_size, paint_focus, paint_keys
from annotator.ui.widgets.text import tool_tip

HEIGHT, COMPACT_HEIGHT = 54, 38


class LabelButton(QAbstractButton):
    """Key cap, coloured dot, name and description. Checked means chosen; a suggestion is marked in words as well."""

    def __init__(
        self, label: Label, key: str, position: int = 0, parent: QWidget | None = None, *, compact: bool = False
    ) -> None:
        """key: one, or several that do the same, separated by a space. compact: lower, without the description, where
        there are many."""
        super().__init__(parent)
        self._compact = compact
        self._reached = False
        self.label = label
        self._keys = key.split()
        self._position = position
        self._suggestion = ""
        self.setText(label.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.px(COMPACT_HEIGHT if compact else HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tool_tip("\n".join(part for part in (label.name, label.description) if part)))
        self._describe()

    def set_suggested(self, text: str = "") -> None:
        """Mark as the LLM's suggestion, in words such as "suggested, .87"; "" takes the mark away."""
        self._suggestion = text
        self._describe()
        self.update()

    def set_reached(self, reached: bool) -> None:
        """Mark as what the keys pressed so far lead to: the code that is being typed, or the search's choice."""
        if reached != self._reached:
            self._reached = reached
            self.update()

    @property
    def reached(self) -> bool:
        return self._reached

    @property
    def suggested(self) -> bool:
        return bool(self._suggestion)

    def sizeHint(self) -> QSize:
        name = QFontMetrics(theme.font(semibold=True)).horizontalAdvance(self.label.name)
        below = QFontMetrics(theme.font(theme.SECONDARY)).horizontalAdvance(self._below())
        key = keys_size(self._keys, self.font()).width()
        return QSize(key + theme.px(62) + min(max(name, below), theme.px(220)), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(130), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_surface(painter)
        key = keys_size(self._keys, self.font())
        middle = self.height() / 2
        before, apart, after = (8, 11, 6) if self._compact else (13, 16, 10)  # pixels around cap, dot and text
        cap = QRectF(theme.px(before), middle - key.height() / 2, key.width(), key.height())
        dot = QPointF(cap.right() + theme.px(apart), middle)
        text = QRectF(dot.x() + theme.px(apart), 0, 0, self.height())
        text.setRight(self.width() - theme.px(after))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            cap, text = _mirrored(cap, self.width()), _mirrored(text, self.width())
            dot.setX(self.width() - dot.x())
        paint_keys(painter, cap, self._keys, self.font())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.label_colour(self.label, self._position))
        painter.drawEllipse(dot, theme.px(5), theme.px(5))
        self._paint_text(painter, text)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme.px(8))

    def _paint_surface(self, painter: QPainter) -> None:
        strong = self.isChecked() or self.isDown()
        fill = "accent_soft" if strong else "hover" if self.underMouse() and self.isEnabled() else "surface"
        marked = strong or self._reached
        pen = QPen(theme.colour("accent" if marked or self._suggestion else "line"), 2 if marked else 1)
        if self._suggestion and not marked:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(fill))
        inset = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.px(8), theme.px(8))

    def _paint_text(self, painter: QPainter, area: QRectF) -> None:
        lines = self._lines(int(area.width()))
        metrics = [QFontMetrics(font) for _, font, _ in lines]
        gap = theme.px(0 if self._compact else 3)
        top = (self.height() - sum(m.height() for m in metrics) - gap * (len(lines) - 1)) / 2
        for (text, font, token), m in zip(lines, metrics, strict=True):
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            shown = m.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
            line = QRectF(area.left(), top, area.width(), m.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
            top += m.height() + gap

    def _lines(self, width: int) -> list[tuple[str, QFont, str]]:
        """(text, font, colour token): the name and what it means; a long name has both, unless it is suggested."""
        font, ink = theme.font(semibold=True), "text" if self.isEnabled() else "faint"
        first = _first_line(self.label.name, font, width)
        rest = self.label.name[len(first) :].strip()
        if rest and not self._suggestion and not self._compact:
            return [(first.strip(), font, ink), (rest, font, ink)]
        lines = [(self.label.name, font, ink)]
        if below := self._below():
            lines.append((below, theme.font(theme.SECONDARY), "accent" if self._suggestion else "muted"))
        return lines

    def _below(self) -> str:
        return self._suggestion or ("" if self._compact else " ".join(self.label.description.split()))

    def _describe(self) -> None:
        parts = [self.label.name, *self._keys, self._suggestion]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setAccessibleDescription(self.label.description)


def _mirrored(rect: QRectF, width: int) -> QRectF:
    return QRectF(width - rect.right(), rect.top(), rect.width(), rect.height())


def _first_line(text: str, font: QFont, width: int) -> str:
    """As much of the text as fits, cut between words where that is possible."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    units = text.encode("utf-16-le")[: 2 * line.textLength()]  # Qt counts these, not characters
    return units.decode("utf-16-le")
