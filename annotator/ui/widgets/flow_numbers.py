"""Where the items are: one bar, and below it a number for each part that leads there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.bars import StackedBar
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.keycap import paint_focus

LEAST = 480  # pixels
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True)
class FlowPart:
    """name: for `chosen` and tests; colour: a token, "" for a number that is no part of the whole;
    in_bar: False leaves its share of the bar empty."""

    name: str
    text: str
    colour: str
    in_bar: bool = True


class FlowNumber(QAbstractButton):
    """A number with what it counts; a click leads to those items."""

    def __init__(self, part: FlowPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._lines = 1
        self.setObjectName(f"flow_{part.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_number(0)

    @property
    def number(self) -> int:
        return self._number

    def set_number(self, number: int) -> None:
        self._number = number
        self._say(figure(number), f"{figure(number)} {self._part.text}")

    def set_unknown(self, why: str) -> None:
        """Nobody can tell yet: a dash, which is something else than none."""
        self._number = 0
        self._say("–", why)

    @property
    def shown(self) -> str:
        """The number as it is written."""
        return self._shown

    def _say(self, shown: str, meaning: str) -> None:
        self._shown = shown
        self.setAccessibleName(meaning)
        self.setToolTip(meaning)
        self.update()

    @property
    def least(self) -> int:
        """Pixels in which no word of the caption is cut."""
        return max(map(self._metrics.horizontalAdvance, self._part.text.split()), default=0) + self._dot_room

    @property
    def lines(self) -> int:
        """That the caption needs at the present width."""
        room = QRect(0, 0, max(self.width() - self._dot_room, 1), 10_000)
        needed = self._metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._part.text).height()
        return max(1, round(needed / self._metrics.lineSpacing()))

    @property
    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font())

    @property
    def _dot_room(self) -> int:
        return theme.px(14) if self._part.colour else 0

    def set_lines(self, lines: int) -> None:
        """As many for the caption, with the room that they need."""
        self._lines = lines
        self.setFixedHeight(theme.px(32) + lines * theme.px(20))

    def sizeHint(self) -> QSize:
        caption = QFontMetrics(theme.font()).horizontalAdvance(self._part.text)
        return QSize(caption + theme.px(24), theme.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is as good as the space bar, as on other links."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        leading = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        top = QRectF(0, 0, self.width(), theme.px(30))
        painter.setFont(theme.font(theme.TITLE, semibold=True))
        if painter.fontMetrics().horizontalAdvance(self._shown) > self.width():
            painter.setFont(theme.font(semibold=True))
        painter.setPen(theme.colour("accent" if self.underMouse() else "text"))
        painter.drawText(top, leading | Qt.AlignmentFlag.AlignVCenter, self._shown)
        below = QRectF(0, theme.px(30), self.width(), theme.px(20))
        dot, gap = theme.px(4), theme.px(14) if self._part.colour else 0
        if self._part.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._part.colour))
            painter.drawEllipse(QPointF(self.width() - dot if mirrored else dot, below.center().y() + 1), dot, dot)
        text = below.adjusted(0, 0, -gap, 0) if mirrored else below.adjusted(gap, 0, 0, 0)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("muted"))
        if self._lines > 1:
            text.setHeight(theme.px(20) * self._lines)
            painter.drawText(text, leading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._part.text)
        else:
            painter.drawText(text, leading | Qt.AlignmentFlag.AlignVCenter, self._part.text)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))


class FlowCard(Card):
    """`chosen(name)` when a number was clicked or activated by key."""

    chosen = Signal(str)

    def __init__(self, parts: Sequence[FlowPart], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=22)
        self._parts = list(parts)
        self._columns = 0
        self.bar = StackedBar()
        self.numbers = {part.name: FlowNumber(part) for part in parts}
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        for part in parts:
            number = self.numbers[part.name]
            number.clicked.connect(lambda checked=False, name=part.name: self.chosen.emit(name))
        self._place(len(parts))
        self.body.addWidget(self.bar)
        self.body.addLayout(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or in two rows where a word would be cut; as high as the captions need."""
        super().resizeEvent(event)
        numbers = list(self.numbers.values())
        room = self._grid.contentsRect().width() + theme.px(12)
        widest = sum(number.least + theme.px(12) for number in numbers)
        self._place(len(numbers) if widest <= room else -(-len(numbers) // 2))
        self._grid.activate()
        lines = max((number.lines for number in numbers), default=1)
        for number in numbers:
            number.set_lines(lines)

    def minimumSizeHint(self) -> QSize:
        """Narrower than the rows of the moment: it has others where it is narrower."""
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), theme.px(LEAST)), wanted.height())

    def _place(self, columns: int) -> None:
        """In rows of so many; the room that is left is shared, beside what each caption needs."""
        if columns == self._columns:
            return
        self._columns = columns
        rows = [list(self.numbers.values())[first : first + columns] for first in range(0, len(self.numbers), columns)]
        for line, numbers in enumerate(rows):
            for column, number in enumerate(numbers):
                self._grid.removeWidget(number)
                self._grid.addWidget(number, line, column)
        for column in range(len(self.numbers)):
            least = max((numbers[column].least for numbers in rows if column < len(numbers)), default=0)
            self._grid.setColumnMinimumWidth(column, least)

    def set_unknown(self, name: str, why: str) -> None:
        """Say that a part cannot be counted yet; until the next set_numbers."""
        self.numbers[name].set_unknown(why)

    def set_numbers(self, numbers: dict[str, int]) -> None:
        for name, number in numbers.items():
            self.numbers[name].set_number(number)
        parts = [part for part in self._parts if part.colour]
        shown = [(float(numbers[part.name]), part.colour) for part in parts if part.in_bar]
        self.bar.set_parts(shown, float(sum(numbers[part.name] for part in parts)))
        self.bar.setAccessibleName(", ".join(f"{figure(numbers[part.name])} {part.text}" for part in parts))
