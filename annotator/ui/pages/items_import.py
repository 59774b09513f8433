"""Adding items, answers and known labels from files, and the rows that could not be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from annotator.domain.model import Changes
from annotator.errors import Cancelled, UserError
from annotator.services import importing
from annotator.services.importing import ImportResult, ReasonCount, Rejected
from annotator.services.label_columns import What
from annotator.services.project_file import Db
from annotator.texts import figure
from annotator.ui import actions, theme
from annotator.ui.dialogs.import_items import ImportItemsWizard, ItemSource
from annotator.ui.dialogs.import_labels import ImportLabelsWizard, LabelSource
from annotator.ui.jobs import Reporter
from annotator.ui.pages.base import Header
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.file_progress import FileProgress
from annotator.ui.widgets.fitting_words import FittingWords
from annotator.ui.widgets.rejected_rows import REASONS, RejectedRows


class FileImports(QObject):
    """The import buttons of the Items page, the progress of an import, and the card of rows that it set aside."""

    def __init__(self, session: Session, header: Header, page: QWidget) -> None:
        super().__init__(page)
        self.session, self._header, self._page = session, header, page
        self._importing: Reporter | None = None
        self._add_import_buttons()
        self.progress = FileProgress()
        self.progress.stopped.connect(self._stop_import)
        self.rejected = RejectedRows()
        self.card = self._rejected()

    def show_link(self, shown: bool) -> None:
        """The way to rows that were set aside earlier."""
        self._set_aside.setVisible(shown)

    def ask_items(self) -> None:
        """Choose a file of more items."""
        wizard = ImportItemsWizard(self.session.jobs, self._page)
        wizard.chosen.connect(self.import_items)
        wizard.open()

    def import_items(self, source: ItemSource) -> None:
        """Add the items of a file in the background."""
        reporter = self._begin_import(source.path)
        self._import(
            lambda db: importing.import_items(
                db,
                source.path,
                layout=source.layout,
                mapping=source.mapping,
                duplicates=source.duplicates,
                bad_rows=source.bad_rows,
                report=reporter.report,
            ),
            reporter,
            self.tr("items"),
            source.path.name,
        )

    def import_labels(self, source: LabelSource) -> None:
        """Add the answers of others from a file."""
        self._import_read(importing.import_labels, source, self.tr("answers"))

    def import_gold(self, source: LabelSource) -> None:
        """Add known labels from a file."""
        self._import_read(importing.import_gold, source, self.tr("known labels"))

    def show_all_rejected(self) -> None:
        """The rows of all imports that could not be used."""

        def show(rejected: list[Rejected]) -> None:
            self.rejected.show_rows(rejected, len(rejected))
            self.card.setVisible(bool(rejected))

        self.session.compute(importing.rejected_rows, owner=self, done=show)

    def _add_import_buttons(self) -> None:
        rows = (
            ("import_items", "import_more", self.tr("Import items…"), "plus", self.ask_items),
            ("import_labels", "import_answers", self.tr("Import labels…"), "account-group-outline", self.ask_labels),
            ("import_gold", "import_known", self.tr("Import gold…"), "check-decagram-outline", self.ask_gold),
        )
        explained = (
            self.tr("More items from a file ({key})"),
            self.tr("What others have answered: a table with item, annotator and label ({key})"),
            self.tr("Labels that are taken as known: a table with item and label ({key})"),
        )
        self._set_aside = buttons.link(self.tr("Rows set aside"), self.show_all_rejected)
        self._set_aside.setObjectName("rows_set_aside")
        self._set_aside.hide()
        self._header.add(self._set_aside)
        self._import_buttons: list[QPushButton] = []
        for (name, action, text, icon, target), tip in zip(rows, explained, strict=True):
            button = buttons.plain(text, icon, target)
            button.setObjectName(name)
            actions.mention(button, action, tip)
            self._header.add(button)
            self._import_buttons.append(button)
        FittingWords(self._header, self._import_buttons[::-1])

    def _rejected(self) -> Card:
        card = Card(padding=16)
        card.body.addWidget(self.rejected)
        self.rejected.add_button(buttons.plain(self.tr("Close"), on_click=card.hide))
        card.setMaximumHeight(theme.px(240))
        card.hide()
        return card

    def ask_labels(self) -> None:
        """Choose a file of what others have answered."""
        self._ask_file(
            self.tr("A table with item, annotator and label"), lambda path: self._ask_columns(path, "labels")
        )

    def ask_gold(self) -> None:
        """Choose a file of known labels."""
        self._ask_file(self.tr("A table with item and label"), lambda path: self._ask_columns(path, "gold"))

    def _ask_columns(self, path: Path, what: What) -> None:
        """How the file is to be read, before anything of it is."""
        wizard = ImportLabelsWizard(self.session, path, what, self._page)
        wizard.chosen.connect(self.import_gold if what == "gold" else self.import_labels)
        wizard.open()

    def _import_read(self, read: Callable[..., ImportResult], source: LabelSource, what: str) -> None:
        reporter = self._begin_import(source.path)
        path, layout, columns, bad_rows = source
        self._import(
            lambda db: read(db, path, layout=layout, columns=columns, bad_rows=bad_rows, report=reporter.report),
            reporter,
            what,
            path.name,
        )

    def _ask_file(self, title: str, target: Callable[[Path], object]) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.tab *.jsonl *.txt);;All files (*)")
        dialog = QFileDialog(self._page, title, "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: target(Path(path)))
        dialog.open()

    def _begin_import(self, path: Path) -> Reporter:
        reporter = Reporter()
        reporter.progressed.connect(self.progress.show_progress)
        self.progress.begin(self.tr("Importing {file}").format(file=path.name))
        self.card.hide()
        self._importing = reporter
        for button in self._import_buttons:
            button.setEnabled(False)
        return reporter

    def _import(self, work: Callable[[Db], ImportResult], reporter: Reporter, what: str, file: str) -> None:
        def imported(db: Db) -> _Imported | None:
            try:
                result = work(db)
            except Cancelled:
                return None
            id_ = result.import_id
            return _Imported(result, importing.rejected_rows(db, id_), importing.reasons(db, id_, REASONS))

        self.session.write(
            imported,
            owner=self,
            done=lambda outcome: self._imported(outcome, what) if outcome else self._was_stopped(file),
            failed=self._import_failed,
            reporter=reporter,
        )

    def _imported(self, outcome: _Imported, what: str) -> None:
        self._end_import()
        result = outcome.result
        parts = [self.tr("{n} {what} added").format(n=figure(result.added), what=what)]
        for text, number in (
            (self.tr("{n} updated"), result.updated),
            (self.tr("{n} skipped"), result.skipped),
            (self.tr("{n} set aside"), result.rejected),
            (self.tr("{n} without gold"), result.without_gold),
            (self.tr("{n} set aside before replaced"), result.replaced),
        ):
            if number:
                parts.append(text.format(n=figure(number)))
        self.session.tell(", ".join(parts) + ".", "warn" if result.rejected else "good")
        self.rejected.show_rows(outcome.rejected, result.rejected, outcome.reasons)
        self.card.setVisible(result.rejected > 0)

    def _import_failed(self, error: UserError) -> None:
        self._end_import()
        self.session.tell(error)

    def _stop_import(self) -> None:
        """What becomes of it is told when it has ended: it may have been too late."""
        if self._importing is not None:
            self._importing.stop()

    def _was_stopped(self, file: str) -> None:
        self._end_import()
        self.session.tell(self.tr("The import was stopped; nothing of “{file}” was kept.").format(file=file))

    def _end_import(self) -> None:
        self._importing = None
        self.progress.finish()
        for button in self._import_buttons:
            button.setEnabled(True)


class _Imported:
    """A finished import with the rows that it set aside; `changes` is what the session announces."""

    def __init__(self, result: ImportResult, rejected: list[Rejected], reasons: list[ReasonCount]) -> None:
        self.result, self.rejected, self.reasons = result, rejected, reasons
        self.changes: Changes = result.changes
