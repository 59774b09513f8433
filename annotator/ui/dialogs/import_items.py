"""Choosing a file of more items for the open project: the first three pages of the new-project wizard."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget, QWizard

from annotator.services.importing import BadRows, Duplicates, Layout, Mapping
from annotator.ui.dialogs.new_project_columns import ColumnsPage
from annotator.ui.dialogs.new_project_file import FilePage
from annotator.ui.dialogs.new_project_preview import PreviewPage
from annotator.ui.dialogs.new_project_source import ChosenFile
from annotator.ui.dialogs.wizard import Wizard
from annotator.ui.jobs import JobRunner


class ItemSource(NamedTuple):
    """A file and how to read it."""

    path: Path
    layout: Layout
    mapping: Mapping
    duplicates: Duplicates
    bad_rows: BadRows = "set-aside"


class ImportItemsWizard(Wizard):
    """Says what was chosen and leaves the importing to the page."""

    chosen = Signal(object)  # ItemSource

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import more items"), parent)
        self.setObjectName("import_items_wizard")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.source = ChosenFile(jobs, self)
        self.file_page = FilePage(self.source)
        self.preview_page = PreviewPage(self.source)
        self.columns_page = ColumnsPage(self.source)
        self.columns_page.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Import"))
        for page in (self.file_page, self.preview_page, self.columns_page):
            self.addPage(page)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        assert self.source.path is not None
        assert self.source.inspection is not None
        self.chosen.emit(
            ItemSource(
                self.source.path,
                self.source.inspection.layout,
                self.columns_page.mapping(),
                self.columns_page.duplicates_chosen(),
                self.columns_page.bad_rows_chosen(),
            )
        )
