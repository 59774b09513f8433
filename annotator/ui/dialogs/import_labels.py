"""How a file of answers of others, or of known labels, is read: its layout, and what its columns say."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget, QWizard

from annotator.errors import UserError
from annotator.services import label_columns
from annotator.services.importing import BadRows, Inspection, Layout
from annotator.services.label_columns import Chosen, What
from annotator.ui.dialogs.new_project_preview import PreviewPage
from annotator.ui.dialogs.new_project_source import ChosenFile
from annotator.ui.dialogs.wizard import Wizard, WizardPage
from annotator.ui.session import Session
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.label_columns import LabelColumns
from annotator.ui.widgets.notice import InlineNotice


class LabelSource(NamedTuple):
    """A file and how to read it. columns: those that are not as they were found, as the import takes them."""

    path: Path
    layout: Layout | None = None
    columns: dict[str, str] | None = None
    bad_rows: BadRows = "set-aside"


class ImportLabelsWizard(Wizard):
    """Says what was chosen and leaves the importing to the page."""

    chosen = Signal(object)  # LabelSource

    def __init__(self, session: Session, path: Path, what: What, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        gold = translate("ImportLabelsWizard", "Import gold")
        super().__init__(gold if what == "gold" else translate("ImportLabelsWizard", "Import labels"), parent)
        self.setObjectName("import_labels_wizard")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.source = ChosenFile(session.jobs, self)
        self.preview_page = PreviewPage(self.source)
        self.columns_page = LabelColumnsPage(session, self.source, what)
        self.columns_page.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Import"))
        for page in (self.preview_page, self.columns_page):
            self.addPage(page)
        self.accepted.connect(self._tell)
        self.source.choose(path)

    def _tell(self) -> None:
        assert self.source.path is not None
        assert self.source.inspection is not None
        page = self.columns_page
        layout = self.source.inspection.layout
        self.chosen.emit(LabelSource(self.source.path, layout, page.columns.asked(), page.bad_rows_chosen()))


class LabelColumnsPage(WizardPage):
    """Preset with what the columns are called, and with what stands in them."""

    def __init__(self, session: Session, source: ChosenFile, what: What, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("LabelColumnsPage", "What is in the columns?"),
            translate("LabelColumnsPage", "Items are found by their ids, and labels by their names.")
            if what == "gold"
            else translate(
                "LabelColumnsPage",
                "Items are found by their ids, and labels by their names. Annotators need not be known.",
            ),
            parent,
        )
        self._session, self._source, self._what = session, source, what
        self._shown: Inspection | None = None
        self._ready = False
        self._before = ""  # which columns an earlier import chose
        self.columns = LabelColumns(what)
        self.columns.changed.connect(self._changed)
        self.bad_rows = ComboBox()
        self.bad_rows.setObjectName("bad_rows")
        self.bad_rows.addItem(self.tr("Set it aside"), "set-aside")
        self.bad_rows.addItem(self.tr("Refuse the file"), "refuse")
        self._notice = InlineNotice()
        self._notice.setObjectName("columns_notice")
        card = Card()
        card.body.addWidget(self.columns)
        self.body.addWidget(card, 1)
        self.body.addWidget(self._notice)
        self.body.addLayout(self._choices())

    def bad_rows_chosen(self) -> BadRows:
        return cast(BadRows, self.bad_rows.currentData())

    def initializePage(self) -> None:
        inspection, path = self._source.inspection, self._source.path
        if inspection is None or path is None or inspection is self._shown:
            return
        self._shown, self._ready = inspection, False
        layout, what = inspection.layout, self._what
        self._session.compute(
            lambda db: label_columns.choose(db, path, layout, what=what),
            owner=self,
            done=lambda found: self._found(inspection, found),
            failed=lambda error: self._failed(inspection, error),
        )
        self._changed()

    def cleanupPage(self) -> None:
        """Going back keeps what was chosen; it is preset anew only when the file was read anew."""

    def isComplete(self) -> bool:
        return self._ready and self.columns.complete()

    def _found(self, inspection: Inspection, found: Chosen) -> None:
        if inspection is self._shown:
            self.columns.show_columns(inspection.columns, inspection.rows, found.columns)
            self._ready, self._before = True, found.before_sentence
            self._changed()

    def _failed(self, inspection: Inspection, error: UserError) -> None:
        if inspection is self._shown:
            self._notice.show_text(str(error), "bad")

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        label = QLabel(self.tr("When a row is bad"))
        label.setBuddy(self.bad_rows)
        row.addWidget(label)
        row.addWidget(self.bad_rows)
        row.addStretch(1)
        return row

    def _changed(self) -> None:
        if not self._ready:
            self._notice.clear()
        elif self.columns.complete():
            self._notice.show_text(self._before, "info")
        elif self._what == "gold":
            self._notice.show_text(self.tr("Choose the columns of the items' ids and of the known labels."), "bad")
        else:
            self._notice.show_text(
                self.tr("Choose the columns of the items' ids, of the labels, and of who gave them."), "bad"
            )
        self.completeChanged.emit()
