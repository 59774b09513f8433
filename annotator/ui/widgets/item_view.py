"""The item to be read: its fields, as plain text or as the Markdown that the lead says they are."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.domain import appearance
from annotator.domain.appearance import Appearance
from annotator.domain.model import Item
from annotator.ui import theme
from annotator.ui.settings import Settings
from annotator.ui.widgets import item_text
from annotator.ui.widgets.item_text import Field, Look
from annotator.ui.widgets.markdown import nothing

MEASURE = 78  # characters a line; longer lines are hard to follow
COLUMN = 34  # characters a line at least, for fields to stand side by side
GAP = 34  # pixels between them


class ItemView(QTextEdit):
    """Field names in small capitals above each field. Text only, selectable, each paragraph in its direction.

    Its text grows and shrinks with the settings' zoom, apart from the interface. `paged` follows whenever another part
    of a long text comes into sight.
    """

    paged = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None, *, padding: int = 0) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self._settings = settings
        self._padding = padding
        self._appearance = Appearance(appearance.Fields.STACKED)
        self._columns = 1
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
        self.verticalScrollBar().valueChanged.connect(lambda _: self.paged.emit())
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self.paged.emit())
        settings.zoom_changed.connect(lambda zoom: self._show())

    @property
    def item(self) -> Item | None:
        return self._item

    @property
    def columns(self) -> int:
        """How many fields stand side by side now."""
        return self._columns

    def set_item(self, item: Item | None) -> None:
        """Show this item from its beginning."""
        self._item = item
        self._show()
        self.verticalScrollBar().setValue(0)

    def set_appearance(self, chosen: Appearance) -> None:
        """As the lead wants it from now on."""
        if chosen != self._appearance:
            self._appearance = chosen
            self._show()

    def page(self, by: int) -> None:
        """Further down the text (1) or back up (-1) by what is in sight, but for two lines to read on from."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._line_at(by * self._step()))

    def place(self) -> tuple[int, int]:
        """(which page of the text is in sight, how many there are); (1, 1) where all of it is."""
        bar, step = self.verticalScrollBar(), self._step()
        return 1 + ceil(bar.value() / step), 1 + ceil(bar.maximum() / step)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded for an item's text."""
        return nothing(kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = paging(event)
        if by:
            self.page(by)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._show()
        self._set_measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        self._columns = self._fitting()
        above, beside = self._fields()
        look = Look(
            theme.font(0.84, semibold=True), self._text_font(), self._text_font(titled=True), self._appearance.markdown
        )
        item_text.write(self.document(), above, beside, self._columns, look)
        self._set_measure()

    def _fields(self) -> tuple[list[Field], list[Field]]:
        """Those above, and those side by side."""
        if self._item is None:
            return [], []
        fields = self._item.fields
        apart = self._apart() if self._columns > 1 else ()
        above: list[Field] = []
        beside: list[Field] = []
        for position, (name, text) in enumerate(fields.items()):
            titled = appearance.is_title(position, len(fields), text) and name not in apart
            field = Field(name if len(fields) > 1 else "", text, titled)
            (beside if name in apart else above).append(field)
        return above, beside

    def _apart(self) -> tuple[str, ...]:
        return appearance.beside(self._item.fields, self._appearance.fields) if self._item is not None else ()

    def _fitting(self) -> int:
        """How many of the fields that are to stand side by side can."""
        apart = self._apart()
        if not apart:
            return 1
        room = self.width() - 2 * theme.px(self._padding) + theme.px(GAP)
        return max(1, min(len(apart), room // (self._characters(COLUMN) + theme.px(GAP))))

    def _characters(self, count: int) -> int:
        """The width of so many, in pixels."""
        return QFontMetrics(self._text_font()).averageCharWidth() * count

    def _text_font(self, *, titled: bool = False) -> QFont:
        return theme.font((theme.ITEM_TITLE if titled else theme.ITEM_TEXT) * self._settings.zoom, semibold=titled)

    def _line_at(self, height: int) -> int:
        """The top of the line at this height of the viewport, so that no page begins with half a line."""
        line = self.cursorRect(self.cursorForPosition(QPoint(0, height)))
        return line.top() if abs(line.top() - height) < line.height() else height

    def _step(self) -> int:
        return max(1, self.viewport().height() - 2 * QFontMetrics(self._text_font()).lineSpacing())

    def _set_measure(self) -> None:
        widest = self._characters(MEASURE) * self._columns + theme.px(GAP) * (self._columns - 1)
        side = theme.px(self._padding)
        spare = max(side, self.width() - widest - side)
        left, right = (spare, side) if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else (side, spare)
        self.setViewportMargins(left, side, right, side)
        # Margins set within a resize leave the text laid out for the old width, cut off at the far side.
        self.document().setTextWidth(self.viewport().width())


def paging(event: QKeyEvent) -> int:
    """1 for a key that goes on reading, -1 for one that goes back, 0 for every other."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return 0
    if event.key() == Qt.Key.Key_Space:
        return -1 if shift else 1
    if shift:
        return 0  # selects text
    return {Qt.Key.Key_PageDown.value: 1, Qt.Key.Key_PageUp.value: -1}.get(event.key(), 0)
