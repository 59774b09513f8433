"""Labels in the theme's sizes."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_AS_IT_IS, _AS_BEFORE = "\u2066", "\u2069"  # Unicode's signs around what is read from left to right
_AS_ITS_LETTERS = "\u2068"  # before what is read as its first letter is
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:%|s|min|h|Wh)(?!\w))")
_TIP_LENGTH = 800  # characters; a tool tip as large as the window hides what it explains
_TIP_LINE = 60  # characters; longer tips are wrapped, which Qt does for rich text only


def text_label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A QLabel that shows plain text only (item text and names may contain markup). Roles: see style.py."""
    label = _Wrapped(parent) if wrap else QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label


def by_itself(text: str, direction: Qt.LayoutDirection) -> str:
    """A text of the project's as it is painted: it runs as its own letters do, also in a window from right to left."""
    return f"{_AS_ITS_LETTERS}{text}{_AS_BEFORE}" if text and direction is Qt.LayoutDirection.RightToLeft else text


def kept_in_order(text: str, direction: Qt.LayoutDirection) -> str:
    """A number or a key as it is painted: the minus of a number and the plus of a key stay where they are."""
    return f"{_AS_IT_IS}{text}{_AS_BEFORE}" if text and direction is Qt.LayoutDirection.RightToLeft else text


def tool_tip(text: str) -> str:
    """A text as a tool tip: wrapped where it is long, cut where it is endless, its markup left as it is."""
    shown = text if len(text) <= _TIP_LENGTH else text[:_TIP_LENGTH].rstrip() + " …"
    if len(shown) <= _TIP_LINE and "<" not in shown:
        return shown
    from html import escape  # with thousands of names that the first window does without

    return f"<p style='white-space: pre-wrap'>{escape(shown)}</p>"


def kept_together(text: str) -> str:
    """No line ends between a number and its unit."""
    return _BEFORE_UNIT.sub("\u00a0", text)


class _Wrapped(QLabel):
    """Breaks its text into lines, but not a "95 %"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        self._whole = text
        super().setText(kept_together(text))

    def text(self) -> str:
        """As it was set."""
        return self._whole


class Paragraph(QLabel):
    """Plain text in lines of about one width, as high as it needs to be also where a layout centres it."""

    def __init__(self, text: str, role: str, width: int, parent: QWidget | None = None) -> None:
        """width: pixels at most."""
        super().__init__(parent)
        self._widest = width
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """In as few lines as there can be, as narrow as they can be: no word stands alone in the last one."""
        super().setText(kept_together(text))
        self.ensurePolished()
        self.setMinimumWidth(0)  # else Qt measures no narrower ones
        lines = super().heightForWidth(self._widest)
        narrow, wide = self._widest // 2, self._widest
        while lines > self.fontMetrics().height() * 1.5 and narrow < wide:
            middle = (narrow + wide) // 2
            narrow, wide = (narrow, middle) if super().heightForWidth(middle) == lines else (middle + 1, wide)
        self.setFixedWidth(wide)

    def heightForWidth(self, width: int) -> int:
        """A layout asks for its own width, of which this takes only a part."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), self.heightForWidth(self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit is an ellipsis, with the whole text as tool tip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None, *, middle: bool = False) -> None:
        """middle: cut there, for names, which often differ at their ends only."""
        super().__init__(parent)
        self._cut = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""
        if role:
            self.setProperty("role", role)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        around = self.width() - self.contentsRect().width()  # the padding of its role
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2 + around, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._cut, max(self.contentsRect().width(), 20))
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else tool_tip(self._whole))
