"""Which items are reviewed, in which order, and whether names are hidden."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.ui import actions, theme
from annotator.ui.widgets import buttons, review_words
from annotator.ui.widgets.combo import ComboBox


class ReviewChoices(QWidget):
    """A row above the list. Emits `chosen` for other items or another order, `names_switched` for the button."""

    chosen = Signal()
    names_switched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = self._choice("filter", self.tr("Items shown"), review_words.filters())
        self.order = self._choice("order", self.tr("Their order"), review_words.orders())
        self.hidden = buttons.plain(self.tr("Names shown"), "incognito", self.names_switched.emit)
        self.hidden.setObjectName("anonymised")
        self.hidden.setCheckable(True)
        self.hidden.toggled.connect(self._say_names)
        self._say_names(False)
        actions.mention(self.hidden, "review_names", self.tr("Whether reviewers see who gave which answer ({key})"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.filter)
        row.addWidget(self.order)
        row.addStretch(1)
        row.addWidget(self.hidden)

    @property
    def only(self) -> str:
        """The kind of items."""
        return str(self.filter.currentData())

    @property
    def ordered(self) -> str:
        return str(self.order.currentData())

    def show_only(self, only: str) -> None:
        """Choose a kind of items without a signal."""
        self.filter.setCurrentIndex(self.filter.findData(only))

    def _say_names(self, hidden: bool) -> None:
        self.hidden.setText(self.tr("Names hidden") if hidden else self.tr("Names shown"))

    def _choice(self, name: str, meaning: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        found = ComboBox()
        found.setObjectName(name)
        found.setAccessibleName(meaning)
        found.setToolTip(meaning)
        found.setMinimumWidth(theme.px(190))
        for text, data in choices:
            found.addItem(text, data)
        found.activated.connect(lambda index: self.chosen.emit())
        return found
