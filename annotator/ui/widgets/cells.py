"""Table cells that give way: what does not fit is cut, and said in whole as a tool tip."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from annotator.ui import theme
from annotator.ui.widgets.text import by_itself, kept_in_order, tool_tip

AnyIndex = QModelIndex | QPersistentModelIndex
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter  # how tables align their numbers
WIDEST = 280  # pixels that one cell may claim, however long its text


class CutCells(QStyledItemDelegate):
    """For any table of texts. A tool tip of the cell's own comes first."""

    def __init__(self, parent: QWidget | None = None, *, widest: int = WIDEST, names: Collection[int] = ()) -> None:
        """names: columns whose texts are cut in the middle, since they often differ at the end only."""
        super().__init__(parent)
        self._widest = theme.px(widest)
        self._names = frozenset(names)

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.TextAlignmentRole) == _NUMBER:
            option.text = kept_in_order(option.text, option.direction)
        else:
            option.text = by_itself(option.text, option.direction)
        if index.column() in self._names:
            option.textElideMode = Qt.TextElideMode.ElideMiddle

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        whole = super().sizeHint(option, index)
        return QSize(min(whole.width(), self._widest), whole.height())

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = self.tip(option, index)
        if text:
            QToolTip.showText(event.globalPos(), text, view)
        else:
            QToolTip.hideText()
        return True

    def tip(self, option: QStyleOptionViewItem, index: AnyIndex) -> str:
        """What pointing at a cell says; nothing where all is in sight already."""
        if not index.isValid():
            return ""
        own = index.data(Qt.ItemDataRole.ToolTipRole)
        if own:
            return tool_tip(str(own))
        return tool_tip(str(index.data() or "")) if self.room_wanted(option, index) > option.rect.width() else ""

    def room_wanted(self, option: QStyleOptionViewItem, index: AnyIndex) -> int:
        """Pixels in which the cell would not be cut."""
        return super().sizeHint(option, index).width()
