"""Which column of a file becomes what of an item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.services.importing import Mapping
from annotator.ui.widgets.column_choices import LEAVE_OUT, ColumnChoices

FIELD, ID, METADATA = "field", "id", "metadata"


class ColumnMapping(ColumnChoices):
    """Only one column can be the id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        offered = (
            (QCoreApplication.translate("ColumnMapping", "Field (text to label)"), FIELD),
            (QCoreApplication.translate("ColumnMapping", "Id of the item"), ID),
            (QCoreApplication.translate("ColumnMapping", "Metadata"), METADATA),
            (QCoreApplication.translate("ColumnMapping", "Leave out"), LEAVE_OUT),
        )
        super().__init__(offered, {ID: METADATA}, parent)

    def show_columns(self, columns: Sequence[str], rows: Sequence[Sequence[str]], mapping: Mapping) -> None:
        """These columns with this mapping preset."""

        def preset(name: str) -> str:
            if name == mapping.id_column:
                return ID
            return FIELD if name in mapping.fields else METADATA if name in mapping.metadata else LEAVE_OUT

        self.show_choices(columns, rows, {name: preset(name) for name in columns})

    def mapping(self) -> Mapping:
        """What is chosen now; it may lack a field."""
        chosen = self.chosen()
        return Mapping(
            fields=tuple(name for name, becomes in chosen if becomes == FIELD),
            id_column=next((name for name, becomes in chosen if becomes == ID), None),
            metadata=tuple(name for name, becomes in chosen if becomes == METADATA),
        )
