"""Who is sitting here: one of the names of the project, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.text import tool_tip

ROWS_SEEN = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NameChooser(QWidget):
    """A line to type a name, and the known names below it. Arrow keys choose among them from either; Enter is Start.

    Emits `chosen(name)`.
    """

    chosen = Signal(str)

    def __init__(self, known: Sequence[str], hint: str = "", parent: QWidget | None = None) -> None:
        """hint: the name to offer first."""
        super().__init__(parent)
        self.name = QLineEdit(hint)
        self.name.setObjectName("annotator_name")
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setPlaceholderText(self.tr("Your name"))
        self.people = QListWidget()
        self.people.setObjectName("annotator_people")
        self.people.setAccessibleName(self.tr("People of this project"))
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in known:
            row = QListWidgetItem(name, self.people)
            row.setToolTip(tool_tip(name))
        self.ok = buttons.filled(self.tr("Start"), on_click=self.choose)
        self.ok.setObjectName("annotator_ok")
        self._lay_out()
        self.name.textEdited.connect(self._filter)
        self.name.textChanged.connect(lambda _: self._check())
        self.people.currentTextChanged.connect(self._take)
        self.people.itemDoubleClicked.connect(lambda row: self.choose())
        self._check()
        self.setFocusProxy(self.name)
        self.name.selectAll()

    def choose(self) -> None:
        """The name in the line; one that is known is taken as it is written there."""
        typed = " ".join(self.name.text().split())
        known = {self.people.item(row).text().casefold(): self.people.item(row).text() for row in self._rows()}
        if typed:
            self.chosen.emit(known.get(typed.casefold(), typed))

    def names_listed(self) -> list[str]:
        return [self.people.item(row).text() for row in self._rows() if not self.people.item(row).isHidden()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What neither the line nor the list has used."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.choose()
        elif key in _MOVING:
            self._step(_MOVING[key])
        else:
            super().keyPressEvent(event)

    def _rows(self) -> range:
        return range(self.people.count())

    def _step(self, by: int) -> None:
        shown = [row for row in self._rows() if not self.people.item(row).isHidden()]
        if not shown:
            return
        here = shown.index(self.people.currentRow()) if self.people.currentRow() in shown else -1
        following = 0 if here < 0 and by > 0 else (here if here >= 0 else len(shown)) + by
        self.people.setCurrentRow(shown[min(max(following, 0), len(shown) - 1)])
        self.name.selectAll()

    def _take(self, name: str) -> None:
        """A name of the list; "" when none is chosen there, which leaves what is typed."""
        if name:
            self.name.setText(name)

    def _filter(self, typed: str) -> None:
        """Only names that contain what is typed; none of them is chosen by that."""
        self.people.setCurrentRow(-1)
        for row in self._rows():
            name = self.people.item(row)
            name.setHidden(typed.strip().casefold() not in name.text().casefold())

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.name.text().strip()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.name)
        column.addWidget(self.people)
        column.addWidget(self.ok, 0, Qt.AlignmentFlag.AlignTrailing)
        self.people.setVisible(self.people.count() > 0)
        self.people.setUniformItemSizes(True)
        height = self.people.sizeHintForRow(0) if self.people.count() else 0
        self.people.setFixedHeight(min(self.people.count(), ROWS_SEEN) * height + 2)  # its frame
