"""Labels in the theme's sizes."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_TIP_LENGTH = 800  # characters; a tool tip as large as the window hides what it explains
_TIP_LINE = 60  # characters; longer tips are wrapped, which Qt does for rich text only


def text_label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A QLabel that shows plain text only (item text and names may contain markup). Roles: see style.py."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def tool_tip(text: str) -> str:
    """A text as a tool tip: wrapped where it is long, cut where it is endless, its markup left as it is."""
    shown = text if len(text) <= _TIP_LENGTH else text[:_TIP_LENGTH].rstrip() + " …"
    plain = len(shown) <= _TIP_LINE and "<" not in shown
    return shown if plain else f"<p style='white-space: pre-wrap'>{escape(shown)}</p>"


class Paragraph(QLabel):
    """Plain text in lines of one width, as high as it needs to be also where a layout centres it."""

    def __init__(self, text: str, role: str, width: int, parent: QWidget | None = None) -> None:
        """width: pixels."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setFixedWidth(width)

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
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._cut, max(self.width(), 20))
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else tool_tip(self._whole))
