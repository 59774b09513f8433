"""What each column of a file becomes, as a small table of choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.text import ElidedLabel, text_label

LEAVE_OUT = "leave out"
_EXAMPLE = 300  # characters, of which as many are seen as there is room for
_NAME = 240  # pixels


class ColumnChoices(QScrollArea):
    """A row per column: its name, an example, and what it becomes; some of that only one column can be."""

    changed = Signal()

    def __init__(
        self, offered: Sequence[tuple[str, str]], single: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """offered: (text, what a column becomes); single: what only one can be, and what another becomes then."""
        super().__init__(parent)
        self._offered, self._single = tuple(offered), dict(single)
        self._columns: tuple[str, ...] = ()
        self._choices: list[QComboBox] = []
        self.setObjectName("column_mapping")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_choices(self, columns: Sequence[str], rows: Sequence[Sequence[str]], preset: Mapping[str, str]) -> None:
        """These columns, each with what it becomes preset; the examples are the first cells that are not empty."""
        self._columns = tuple(columns)
        self._choices = [self._choice(name, preset[name], number) for number, name in enumerate(columns, 1)]
        body = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for column, title in enumerate((self.tr("Column"), self.tr("Example"), self.tr("Becomes"))):
            grid.addWidget(text_label(title, "secondary"), 0, column)
        for number, (name, choice) in enumerate(zip(columns, self._choices, strict=True)):
            example = next((row[number] for row in rows if len(row) > number and row[number].strip()), "")
            named = ElidedLabel(name, "strong", middle=True)
            named.setMaximumWidth(theme.px(_NAME))
            named.setBuddy(choice)
            shown = ElidedLabel(example[:_EXAMPLE], "muted")
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(named, number + 1, 0)
            grid.addWidget(shown, number + 1, 1)
            grid.addWidget(choice, number + 1, 2)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addLayout(grid)
        layout.addStretch(1)
        self.setWidget(body)

    def chosen(self) -> list[tuple[str, str]]:
        """Every column with what it becomes now."""
        return [(name, str(box.currentData())) for name, box in zip(self._columns, self._choices, strict=True)]

    def choose(self, column: str, becomes: str) -> None:
        """As if chosen by hand."""
        box = self._choices[self._columns.index(column)]
        box.setCurrentIndex(box.findData(becomes))
        self._chosen(box)

    def _choice(self, name: str, preset: str, number: int) -> QComboBox:
        box = ComboBox()
        box.setObjectName(f"column_{number}")
        box.setAccessibleName(self.tr("What the column “{name}” becomes").format(name=name))
        for text, becomes in self._offered:
            box.addItem(text, becomes)
        box.setCurrentIndex(box.findData(preset))
        box.activated.connect(lambda _: self._chosen(box))
        return box

    def _chosen(self, box: QComboBox) -> None:
        becomes = box.currentData()
        if becomes in self._single:
            for other in self._choices:
                if other is not box and other.currentData() == becomes:
                    other.setCurrentIndex(other.findData(self._single[becomes]))
        self.changed.emit()
