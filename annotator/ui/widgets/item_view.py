"""The item to be read: its fields, as plain text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.domain.model import Item
from annotator.ui import theme
from annotator.ui.settings import Settings

TITLE_LENGTH = 100  # a first field up to this long stands as a title above the others
MEASURE = 78  # characters a line; longer lines are hard to follow


class ItemView(QTextEdit):
    """Field names in small capitals above each field. Plain text only, selectable, each paragraph in its direction.

    Its text grows and shrinks with the settings' zoom, apart from the interface.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None, *, padding: int = 0) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self._settings = settings
        self._padding = padding
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Item"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(0)
        settings.zoom_changed.connect(lambda zoom: self._show())

    @property
    def item(self) -> Item | None:
        return self._item

    def set_item(self, item: Item | None) -> None:
        self._item = item
        self._show()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        self.clear()
        if self._item is None:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        fields = list(self._item.fields.items())
        for position, (name, text) in enumerate(fields):
            if len(fields) > 1:
                _insert(cursor, name.upper(), self._name_format(), above=theme.px(18) if position else 0)
            titled = position == 0 and len(fields) > 1 and len(text) <= TITLE_LENGTH and "\n" not in text
            _insert(cursor, text, self._text_format(titled=titled), above=theme.px(8) if len(fields) > 1 else 0)
        cursor.endEditBlock()
        self._set_measure()

    def _name_format(self) -> QTextCharFormat:
        found = QTextCharFormat()
        face = theme.font(0.84, semibold=True)
        found.setFont(face)
        found.setForeground(theme.colour("muted"))
        return found

    def _text_format(self, *, titled: bool) -> QTextCharFormat:
        found = QTextCharFormat()
        found.setFont(self._text_font(titled=titled))
        found.setForeground(theme.colour("text"))
        return found

    def _text_font(self, *, titled: bool = False) -> QFont:
        return theme.font((theme.ITEM_TITLE if titled else theme.ITEM_TEXT) * self._settings.zoom, semibold=titled)

    def _set_measure(self) -> None:
        from PySide6.QtGui import QFontMetrics

        widest = QFontMetrics(self._text_font()).averageCharWidth() * MEASURE
        side = theme.px(self._padding)
        spare = max(side, self.width() - widest - side)
        left, right = (spare, side) if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else (side, spare)
        self.setViewportMargins(left, side, right, side)
        # Margins set within a resize leave the text laid out for the old width, cut off at the far side.
        self.document().setTextWidth(self.viewport().width())


def _insert(cursor: QTextCursor, text: str, style: QTextCharFormat, *, above: int) -> None:
    """Add a paragraph, or several where the text has line ends."""
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.document().isEmpty():
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.setCharFormat(style)
    first, *rest = text.split("\n")
    cursor.insertText(first, style)
    block.setTopMargin(0)
    for line in rest:
        cursor.insertBlock(block)
        cursor.insertText(line, style)
