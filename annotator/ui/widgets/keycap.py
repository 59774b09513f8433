"""Keys as they look on a keyboard, beside what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui import theme
from annotator.ui.widgets.text import kept_in_order

ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}  # on a cap
WIDEST = 208  # pixels of what a key does, in which German says it too
KEYS_APART = 3  # pixels between two keys that do the same


def key_size(text: str, font: QFont) -> QSize:
    width = QFontMetrics(_key_font(font)).horizontalAdvance(text) + theme.px(12)
    return QSize(max(theme.px(26), width), theme.px(24))


def paint_key(painter: QPainter, rect: QRectF, text: str, font: QFont) -> None:
    """A key cap: a rounded square with a heavier lower edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(inner, 5, 5)
    painter.setBrush(theme.colour("key"))
    painter.drawRoundedRect(inner.adjusted(0, 0, 0, -1.5), 5, 5)
    painter.setFont(_key_font(font))
    painter.setPen(theme.colour("muted"))
    shown = kept_in_order(text, painter.layoutDirection())
    painter.drawText(inner.adjusted(0, 0, 0, -1.5), Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


def keys_size(keys: Sequence[str], font: QFont) -> QSize:
    """Of keys that do the same, at least one, side by side."""
    sizes = [key_size(key, font) for key in keys]
    gaps = theme.px(KEYS_APART) * (len(sizes) - 1)
    return QSize(sum(size.width() for size in sizes) + gaps, sizes[0].height())


def paint_keys(painter: QPainter, rect: QRectF, keys: Sequence[str], font: QFont) -> None:
    """The caps of keys that do the same, the first one at the side where reading begins."""
    before = 0
    for key in keys:
        width = key_size(key, font).width()
        cap = QRectF(rect.left() + before, rect.top(), width, rect.height())
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            cap.moveRight(rect.right() - before)
        paint_key(painter, cap, key, font)
        before += width + theme.px(KEYS_APART)


class KeyCap(QWidget):
    """One key."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setFixedSize(key_size(text, self.font()))

    def text(self) -> str:
        return self._text

    def set_key(self, text: str) -> None:
        """Another key; without one the cap is not there."""
        self._text = text
        self.setFixedSize(key_size(text, self.font()))
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key(QPainter(self), QRectF(self.rect()), self._text, self.font())


class KeyHint(QAbstractButton):
    """A key and what it does, cut where it is long; a click does the same."""

    def __init__(
        self, key: str, text: str, on_click: Callable[[], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = _on_cap(key)
        self._shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, theme.px(WIDEST))
        self.setText(text)
        self.setAccessibleName(f"{text} ({key})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they were
        if on_click is not None:
            self.clicked.connect(lambda checked=False: on_click())

    def set_key(self, key: str) -> None:
        """Another key does the same now; "" where none does."""
        self._key = _on_cap(key)
        self.setAccessibleName(f"{self.text()} ({key})" if key else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        key = key_size(self._key, self.font())
        return QSize(
            key.width() + theme.px(8) + self.fontMetrics().horizontalAdvance(self._shown) + 6, key.height() + 4
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        key = key_size(self._key, self.font())
        top = (self.height() - key.height()) / 2
        area = QRectF(self.rect()).adjusted(2, 0, -2, 0)
        cap = QRectF(area.left(), top, key.width(), key.height())
        rest = area.adjusted(key.width() + theme.px(8), 0, 0, 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            cap.moveRight(area.right())
            rest = area.adjusted(0, 0, -key.width() - theme.px(8), 0)
        paint_key(painter, cap, self._key, self.font())
        painter.setPen(theme.colour(_text_token(self)))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._shown)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


def paint_focus(painter: QPainter, rect: QRectF, radius: float = 6) -> None:
    """The ring around what the keyboard is on."""
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def _on_cap(key: str) -> str:
    """An arrow for its key, whatever its name is in the language of the window."""
    named = QKeySequence(key, QKeySequence.SequenceFormat.NativeText).toString(QKeySequence.SequenceFormat.PortableText)
    return ARROWS.get(key) or ARROWS.get(named, key)


def _text_token(button: QAbstractButton) -> str:
    if not button.isEnabled():
        return "faint"
    return "text" if button.underMouse() or button.isChecked() else "muted"


def _key_font(font: QFont) -> QFont:
    found = QFont(font)
    found.setPointSizeF(theme.pt(theme.SECONDARY))
    found.setWeight(QFont.Weight.DemiBold)
    return found
