"""Names with a tick each, none to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.ui.widgets.text import tool_tip

ROWS_SEEN = 4


class TickedList(QListWidget):
    """`changed` when others are ticked; Space ticks the current one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _: self.changed.emit())
        self._fit()

    def show_names(self, names: Sequence[str]) -> None:
        """These alone; what is ticked stays so."""
        if [row.text() for row in self._rows()] == list(names):
            return
        ticked, current = self.chosen(), self.currentItem()
        at = "" if current is None else current.text()
        self.blockSignals(True)
        self.clear()
        for name in names:
            row = QListWidgetItem(name)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            row.setToolTip(tool_tip(name))
            self.addItem(row)
        self.setCurrentRow(names.index(at) if at in names else 0)
        self.blockSignals(False)
        self._fit()
        if self.chosen() != ticked:
            self.changed.emit()

    def chosen(self) -> tuple[str, ...]:
        return tuple(row.text() for row in self._rows() if row.checkState() is Qt.CheckState.Checked)

    def _rows(self) -> list[QListWidgetItem]:
        return [self.item(number) for number in range(self.count())]

    def _fit(self) -> None:
        """As high as its rows, up to a few of them."""
        height = self.sizeHintForRow(0) if self.count() else 0
        self.setFixedHeight(min(self.count(), ROWS_SEEN) * height + 2)  # its frame
