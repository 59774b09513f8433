"""Which of several questions the window is about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox


class QuestionSwitch(QWidget):
    """A list that opens on a click or on Alt+Down; nothing at all where there is one question."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ComboBox()
        self.box.setObjectName("question")
        self.box.setAccessibleName(self.tr("Question"))
        self.box.setToolTip(self.tr("The question that all pages are about"))
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(lambda place: self.chosen.emit(self.box.itemData(place)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.addWidget(self.box)
        self.hide()

    def set_questions(self, names: Mapping[int, str], chosen: int) -> None:
        """Names by id, in their order."""
        self.box.clear()
        for id_, name in names.items():
            self.box.addItem(name, id_)
        self.box.setCurrentIndex(self.box.findData(chosen))
        self.setVisible(len(names) > 1)
