"""Keys as this person wants them: choose what is to be done, press the key for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import key_rules, matching, theme
from annotator.ui.actions import native
from annotator.ui.catalogue import Listed, place_name
from annotator.ui.key_rules import Conflict, Why
from annotator.ui.settings import Settings
from annotator.ui.widgets import buttons
from annotator.ui.widgets.keyed_rows import HEADING, KEYS, WHERE, KeyedRows
from annotator.ui.widgets.text import text_label

ROW = 32  # pixels


class KeyField(QLineEdit):
    """Takes the next key press as a key, whatever it does elsewhere. Esc gives up."""

    pressed = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_field")
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("Press the new key"))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # before any shortcut of the window takes it
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.given_up.emit()
        elif key := key_rules.pressed(event):
            self.pressed.emit(key)


class KeyEditor(QWidget):
    """Every action with its keys. What is chosen is kept at once, and works at once."""

    def __init__(
        self, changeable: Callable[[], Sequence[Listed]], settings: Settings, parent: QWidget | None = None
    ) -> None:
        """changeable: everything that has a key, also what cannot be changed."""
        super().__init__(parent)
        self._changeable, self._settings = changeable, settings
        self._rows: list[Listed | None] = []  # of the list, in its order; None for a heading
        self._adding = False
        self._wanted = ""  # a key that something else has
        self.search = QLineEdit()
        self.search.setObjectName("key_search")
        self.search.setPlaceholderText(self.tr("Find an action"))
        self.search.setAccessibleName(self.tr("Find an action"))
        self.search.textChanged.connect(lambda _: self._fill())
        self.list = QListWidget()
        self.list.setObjectName("key_list")
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setItemDelegate(KeyedRows(self.list, ROW))
        self.list.currentRowChanged.connect(lambda _: self._show_buttons())
        self.list.itemActivated.connect(lambda _: self.ask())
        self.field = KeyField()
        self.field.pressed.connect(self._press)
        self.field.given_up.connect(self._leave)
        self.said = text_label("", "secondary", wrap=True)
        self.said.setObjectName("key_said")
        self._make_buttons()
        self._lay_out()
        self._fill()
        self._leave()

    @property
    def chosen(self) -> Listed | None:
        """The action that the list stands at."""
        at = self.list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def ask(self, *, adding: bool = False) -> None:
        """Wait for the new key of the chosen action. adding: beside those that it has."""
        if self.chosen is None:
            return
        self._adding, self._wanted = adding, ""
        self.field.show()
        self.take_over.hide()
        text = self.tr("Press the new key for “{action}”. Esc leaves it as it is.")
        self._say(text.replace("{action}", self.chosen.action.text))
        self.field.setText(self.tr("waiting for a key…"))
        self.field.setFocus()

    def reset(self) -> None:
        """The chosen action gets the key that it had at first; whatever has it now loses it."""
        chosen = self.chosen
        if chosen is None:
            return
        rows = self._changeable()
        others = [found.other for key in chosen.action.keys.split() if (found := key_rules.conflict(rows, chosen, key))]
        text = self.tr("“{action}” has its first key again.").replace("{action}", chosen.action.text)
        if others and others[0] is not None:
            lost = self.tr("“{action}” ({where}) has lost it.").replace("{action}", others[0].action.text)
            text = f"{text} {lost.replace('{where}', place_name(others[0].page, others[0].tab))}"
        self._keep(key_rules.reset(rows, self._settings.own_keys, chosen), text)

    def reset_all(self) -> None:
        self._keep({}, self.tr("Every key is as it was at first."))

    def _press(self, key: str) -> None:
        if self.chosen is None:
            return
        found = key_rules.conflict(self._changeable(), self.chosen, key)
        self.field.setText(native(key))
        if found is None:
            self._give(key)
            return
        self._wanted = key if found.why is Why.ACTION else ""
        self.take_over.setVisible(bool(self._wanted))
        self._say(self._sentence(key, found), bad=True)

    def _take_over(self) -> None:
        if self._wanted:
            self._give(self._wanted)

    def _give(self, key: str) -> None:
        chosen = self.chosen
        assert chosen is not None  # what the key was asked for
        before = chosen.action.keys_now.split() if self._adding else []
        keys = [*(own for own in before if own != key), key]
        own = key_rules.given(self._changeable(), self._settings.own_keys, chosen, keys)
        text = self.tr("{key} now does “{action}”.").replace("{key}", native(key))
        self._keep(own, text.replace("{action}", chosen.action.text))

    def _keep(self, own: dict[str, str], text: str) -> None:
        self._settings.own_keys = own
        name = self.chosen.action.name if self.chosen else ""
        self._fill(name)
        self._leave()
        self._say(text)

    def _leave(self) -> None:
        """Back to the list."""
        had = self.field.hasFocus() or self.take_over.hasFocus()
        self.field.hide()
        self.take_over.hide()
        self._wanted = ""
        self._say(self.tr("Enter changes the key of the action that is chosen."))
        if had:
            self.list.setFocus()

    def _sentence(self, key: str, found: Conflict) -> str:
        names = {"{key}": native(key), "{action}": "", "{where}": ""}
        if found.other is not None:
            where = place_name(found.other.page, found.other.tab)
            names |= {"{action}": found.other.action.text, "{where}": where}
        text = {
            Why.RESERVED: self.tr("{key} is kept for the system and for moving about. Press another one."),
            Why.DIGIT: self.tr("{key} chooses labels. Press another one."),
            Why.LABEL: self.tr("{key} chooses the label “{action}” in this project. Press another one."),
            Why.FIXED: self.tr("{key} is kept for “{action}” ({where}). Press another one."),
            Why.ACTION: self.tr("{key} does “{action}” ({where}). Take it over, or press another one."),
        }[found.why]
        for mark, name in names.items():
            text = text.replace(mark, name)
        return text

    def _say(self, text: str, *, bad: bool = False) -> None:
        self.said.setText(text)
        theme.role(self.said, "bad" if bad else "secondary")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.said, text))

    def _fill(self, name: str = "") -> None:
        """Every action below a heading with the place where it works, or those that are searched for, the best first,
        each with its place; `name` is chosen again."""
        rows = [row for row in self._changeable() if row.changeable]
        typed = self.search.text()
        found = bool(typed.strip())
        if found:
            rows = [rows[at] for at in matching.best(typed, [row.action.text for row in rows], len(rows))]
        several = {row.action.name for row in rows if row.action.keys_now != row.action.keys}
        self.list.clear()
        self._rows = []
        place = ""
        for row in rows:
            where = place_name(row.page, row.tab)
            if where != place and not found:
                self._rows.append(None)
                self.list.addItem(_heading(where))
            place = where
            self._rows.append(row)
            self.list.addItem(_item(row, where, changed=row.action.name in several, found=found))
        at = next((at for at, row in enumerate(self._rows) if row is not None and row.action.name == name), -1)
        first = next((at for at, row in enumerate(self._rows) if row is not None), -1)
        self.list.setCurrentRow(at if at >= 0 else first)
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self.chosen
        for button in (self.change, self.add):
            button.setEnabled(chosen is not None)
        self.reset_one.setEnabled(chosen is not None and chosen.action.keys_now != chosen.action.keys)
        self.reset_every.setEnabled(bool(self._settings.own_keys))

    def _make_buttons(self) -> None:
        self.change = buttons.plain(self.tr("Change"), on_click=self.ask)
        self.add = buttons.plain(self.tr("Add a key"), on_click=lambda: self.ask(adding=True))
        self.reset_one = buttons.quiet(self.tr("Reset"), on_click=self.reset)
        self.reset_every = buttons.quiet(self.tr("Reset all"), on_click=self.reset_all)
        self.take_over = buttons.plain(self.tr("Take it over"), on_click=self._take_over)
        self.take_over.setObjectName("take_over")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        asked = QHBoxLayout()
        asked.setSpacing(theme.px(10))
        self.field.setFixedWidth(theme.px(170))
        asked.addWidget(self.field)
        asked.addWidget(self.said, 1)
        asked.addWidget(self.take_over)
        column.addLayout(asked)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button in (self.change, self.add, self.reset_one):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.reset_every)
        column.addLayout(row)


def _heading(where: str) -> QListWidgetItem:
    """Is not stopped at."""
    item = QListWidgetItem(where)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setData(HEADING, True)
    return item


def _item(row: Listed, where: str, *, changed: bool, found: bool) -> QListWidgetItem:
    """found: the place stands at the end of the line, as there is no heading above it."""
    mark = f"  ({QCoreApplication.translate('KeyEditor', 'changed')})" if changed else ""
    item = QListWidgetItem(f"{row.action.text}{mark}")
    caps = [native(key) for key in row.action.keys_now.split()]
    item.setData(KEYS, caps)
    item.setData(WHERE, where if found else "")
    said = ", ".join((row.action.text, where, *caps))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    return item
