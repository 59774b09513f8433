"""Who gets a package: people of the project with a tick each, and a line for new names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.text import tool_tip

ROWS_SEEN = 5


class PackagePeople(QWidget):
    """Says `changed` when other people are chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setObjectName("package_people")
        self.list.setAccessibleName(self.tr("People who get a package"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        self.name = QLineEdit()
        self.name.setObjectName("package_name")
        self.name.setAccessibleName(self.tr("Names to add"))
        self.name.setPlaceholderText(self.tr("Names to add, with commas between them"))
        self.name.returnPressed.connect(self.add_typed)
        self.add = buttons.plain(self.tr("Add"), "plus", self.add_typed)
        self.add.setObjectName("add_person")
        self._lay_out()
        self._fit()

    def show_people(self, names: Iterable[str]) -> None:
        """Whoever is in the list stays, with their tick."""
        known = set(self._texts())
        for name in names:
            if name not in known:
                self._append(name, ticked=False)
        self._fit()

    def tick(self, names: Iterable[str]) -> None:
        """Choose these people, who are added where they are new."""
        for name in names:
            found = next((row for row in self._rows() if row.text().casefold() == name.casefold()), None)
            if found is None:
                self._append(name, ticked=True)
            else:
                found.setCheckState(Qt.CheckState.Checked)
        self._fit()

    def choose(self, names: Collection[str]) -> None:
        """Choose these people and nobody else."""
        wanted = {name.casefold() for name in names}
        for row in self._rows():
            if row.text().casefold() not in wanted:
                row.setCheckState(Qt.CheckState.Unchecked)
        self.tick(names)

    def chosen(self) -> tuple[str, ...]:
        return tuple(row.text() for row in self._rows() if row.checkState() is Qt.CheckState.Checked)

    def add_typed(self) -> None:
        """Each of the names in the line."""
        names = [" ".join(part.split()) for part in self.name.text().split(",")]
        self.name.clear()
        self.tick(name for name in names if name)
        self.changed.emit()

    def _append(self, name: str, *, ticked: bool) -> None:
        row = QListWidgetItem(name)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        row.setToolTip(tool_tip(name))
        self.list.addItem(row)

    def _rows(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _texts(self) -> Sequence[str]:
        return [row.text() for row in self._rows()]

    def _fit(self) -> None:
        """As high as its rows, up to a few of them; nothing without any."""
        self.list.setVisible(self.list.count() > 0)
        height = self.list.sizeHintForRow(0) if self.list.count() else 0
        self.list.setFixedHeight(min(self.list.count(), ROWS_SEEN) * height + 2)  # its frame
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        column.addWidget(self.list)
        column.addLayout(row)
