"""Which column of a file becomes what of an item, as a small table of choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.services.importing import Mapping
from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.text import ElidedLabel, text_label

FIELD, ID, METADATA, LEAVE_OUT = "field", "id", "metadata", "leave out"
_EXAMPLE = 300  # characters, of which as many are seen as there is room for
_NAME = 240  # pixels


class ColumnMapping(QScrollArea):
    """A row per column: its name, an example, and what it becomes. Only one column can be the id."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._choices: list[QComboBox] = []
        self.setObjectName("column_mapping")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_columns(self, columns: Sequence[str], rows: Sequence[Sequence[str]], mapping: Mapping) -> None:
        """These columns with this mapping preset; the examples are the first cells that are not empty."""
        self._columns = tuple(columns)
        self._choices = [self._choice(name, mapping, number) for number, name in enumerate(columns, 1)]
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

    def mapping(self) -> Mapping:
        """What is chosen now; it may lack a field."""
        chosen = [(name, str(box.currentData())) for name, box in zip(self._columns, self._choices, strict=True)]
        return Mapping(
            fields=tuple(name for name, becomes in chosen if becomes == FIELD),
            id_column=next((name for name, becomes in chosen if becomes == ID), None),
            metadata=tuple(name for name, becomes in chosen if becomes == METADATA),
        )

    def choose(self, column: str, becomes: str) -> None:
        """As if chosen by hand."""
        box = self._choices[self._columns.index(column)]
        box.setCurrentIndex(box.findData(becomes))
        self._chosen(box)

    def _choice(self, name: str, mapping: Mapping, number: int) -> QComboBox:
        box = ComboBox()
        box.setObjectName(f"column_{number}")
        box.setAccessibleName(self.tr("What the column “{name}” becomes").format(name=name))
        for text, becomes in (
            (self.tr("Field (text to label)"), FIELD),
            (self.tr("Id of the item"), ID),
            (self.tr("Metadata"), METADATA),
            (self.tr("Leave out"), LEAVE_OUT),
        ):
            box.addItem(text, becomes)
        preset = FIELD if name in mapping.fields else METADATA if name in mapping.metadata else LEAVE_OUT
        box.setCurrentIndex(box.findData(ID if name == mapping.id_column else preset))
        box.activated.connect(lambda _: self._chosen(box))
        return box

    def _chosen(self, box: QComboBox) -> None:
        if box.currentData() == ID:
            for other in self._choices:
                if other is not box and other.currentData() == ID:
                    other.setCurrentIndex(other.findData(METADATA))
        self.changed.emit()
