"""The command palette: type a few letters of what is to be done, press Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import matching, theme
from annotator.ui.widgets.keyed_rows import KEYS, WHERE, KeyedRows
from annotator.ui.widgets.text import text_label

SHOWN = 60  # entries; who does not find it among them types another letter
WIDTH, ROW, LINES = 600, 34, 10


@dataclass(frozen=True)
class Entry:
    """where: the page it belongs to, or what kind of thing it is. key: as it is written on a cap, "" for none."""

    text: str
    where: str
    key: str
    run: Callable[[], object]


class CommandPalette(QFrame):
    """Lies over the window and takes nothing from it: Esc, or a click beside it, and everything is as it was."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: list[Entry] = []
        self._texts: list[str] = []
        self._shown: list[Entry] = []
        self._before: QWidget | None = None
        self.setAccessibleName(self.tr("Command palette"))
        self.field = QLineEdit()
        self.field.setObjectName("palette_field")
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("What do you want to do?"))
        self.field.setClearButtonEnabled(False)
        self.list = QListWidget()
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows move in it while the field is typed into
        self.list.setItemDelegate(KeyedRows(self.list, ROW))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self._nothing = text_label(self.tr("Nothing fits. Try fewer letters."), "muted")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(10)] * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._find)
        self.list.itemClicked.connect(lambda item: self._do(self.list.row(item)))
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self, entries: Sequence[Entry]) -> None:
        """Show the entries, the first ones first; the focus comes back to where it was when the palette closes."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._entries = list(entries)
        self._texts = [f"{entry.text} {entry.where}" for entry in self._entries]
        self.field.clear()
        self._find("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Away, with the focus where it was before."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        had_focus = self.field.hasFocus()
        self.hide()
        if had_focus and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() is QEvent.Type.FocusOut and not self.isAncestorOf(QApplication.focusWidget() or self):
            if QApplication.activePopupWidget() is None and QApplication.activeWindow() is not None:
                self.hide()  # somebody clicked elsewhere: the focus is where they want it
                self._before = None
            return False
        return event.type() is QEvent.Type.KeyPress and self._key(event.key())  # type: ignore[attr-defined]

    def _key(self, key: int) -> bool:
        rows = self.list.count()
        page = LINES - 1
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.list.currentRow())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return True  # there is nowhere else to go in here
        elif key in moves and rows:
            by = moves[Qt.Key(key)]
            row = self.list.currentRow() + by
            self._choose(row % rows if abs(by) == 1 else min(max(row, 0), rows - 1))
        else:
            return False
        return True

    def _find(self, typed: str) -> None:
        order = matching.best(typed, self._texts, SHOWN) if typed.strip() else range(min(SHOWN, len(self._entries)))
        self._shown = [self._entries[position] for position in order]
        self.list.clear()
        for entry in self._shown:
            item = QListWidgetItem(entry.text)
            item.setData(WHERE, entry.where)
            item.setData(KEYS, [entry.key] if entry.key else [])
            said = ", ".join(part for part in (entry.text, entry.where, entry.key) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.list.addItem(item)
        self.list.setVisible(bool(self._shown))
        self._nothing.setVisible(not self._shown)
        if self._shown:
            self._choose(0)
        self._place()

    def _choose(self, row: int) -> None:
        self.list.setCurrentRow(row)
        said = self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(said)
        if self.isVisible():  # the focus stays in the field, so a screen reader has to be told
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _do(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            entry = self._shown[row]
            self.close_palette()
            entry.run()

    def _place(self) -> None:
        room = self._window.size()
        width = min(theme.px(WIDTH), room.width() - theme.px(40))
        lines = min(len(self._shown), LINES)
        self.list.setFixedHeight(max(lines, 1) * theme.px(ROW) + 2)
        self.setFixedWidth(width)
        self.setFixedHeight(self._column.totalSizeHint().height())
        self.move((room.width() - width) // 2, min(theme.px(90), room.height() // 8))
