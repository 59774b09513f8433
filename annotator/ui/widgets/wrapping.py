"""Check boxes and radio buttons that break their text into lines where there is not enough room for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

LEAST = 120  # pixels of width, below which a text is not broken further

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # the buttons below bring it in


class _Wrapping(_Button):
    """Goes before a button's class."""

    _whole = ""
    _lines: dict[tuple[int, str], str]  # by width and font: a layout asks for the same height a hundred times

    def say(self, text: str) -> None:
        """Show a text, in as many lines as it needs."""
        self._whole, self._lines = text, {}
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._broken(width - self._mark()).count("\n")
        return super().sizeHint().height() + (lines - self.text().count("\n")) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """In one line."""
        wanted = self._mark() + self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(wanted, self.heightForWidth(max(wanted, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        text = self._broken(self.width() - self._mark())
        if text != self.text():
            self.setText(text)

    def _broken(self, width: int) -> str:
        key = (width, self.font().key())
        if key not in self._lines:
            self._lines[key] = broken(self._whole, self.fontMetrics(), width)
        return self._lines[key]

    def _mark(self) -> int:
        """Pixels of the box and the gap beside it."""
        widest = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        return super().sizeHint().width() - widest


class WrappingCheckBox(_Wrapping, QCheckBox):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(text)


class WrappingRadioButton(_Wrapping, QRadioButton):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(text)


def broken(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text in lines of at most so many pixels, as far as its words can be parted."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
