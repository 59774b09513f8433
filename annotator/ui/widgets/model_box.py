"""All models in one list: the built-in one, servers on this computer by address, and hosted ones by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from annotator.services import known_models

MOST_OFFERED = 12  # rows of names that fit what was typed


class ModelBox(QComboBox):
    """A line to type in, with a list. `text` is the built-in model's name, another model's, or an address."""

    names_wished = Signal()  # somebody types a name: see offer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.built_in = self.tr("Built-in model (SmolLM2 135M)")
        self._offered = False
        self.setObjectName("model")
        self.line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.line.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0;")
        self.line.setPlaceholderText(self.tr("a model's name, or a server's address"))
        self.setModel(self._listed())
        self._offer_to_complete(known_models.HOSTED)
        self.activated.connect(self._take)
        self.line.textEdited.connect(self._wish_names)
        self.set_text(self.built_in)

    @property
    def text(self) -> str:
        return self.currentText().strip()

    @property
    def is_built_in(self) -> bool:
        return self.text in (self.built_in, "embedded")

    @property
    def is_address(self) -> bool:
        return "://" in self.text

    def set_text(self, text: str) -> None:
        self.setEditText(text)
        self.line.setCursorPosition(0)

    def offer(self, names: Sequence[str]) -> None:
        """All names that complete what is typed."""
        self._offer_to_complete(names)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a model is never changed by that."""
        event.ignore()

    def _listed(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        model.appendRow(_row(self.built_in, self.built_in))
        model.appendRow(_heading(self.tr("On this computer, by address")))
        for name, address in known_models.LOCAL:
            model.appendRow(_row(f"{name}: {address}", address))
        model.appendRow(_heading(self.tr("Hosted, by name")))
        for name in known_models.HOSTED:
            model.appendRow(_row(name, name))
        return model

    def _take(self, place: int) -> None:
        self.set_text(str(self.itemData(place)))

    def _wish_names(self, typed: str) -> None:
        if not self._offered and typed.strip() and "://" not in typed:
            self._offered = True
            self.names_wished.emit()

    def _offer_to_complete(self, names: Sequence[str]) -> None:
        completer = QCompleter(QStringListModel(list(names), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(MOST_OFFERED)
        self.setCompleter(completer)


def _row(text: str, value: str) -> QStandardItem:
    row = QStandardItem(text)
    row.setData(value, Qt.ItemDataRole.UserRole)
    return row


def _heading(text: str) -> QStandardItem:
    row = QStandardItem(text)
    row.setFlags(Qt.ItemFlag.NoItemFlags)
    return row
