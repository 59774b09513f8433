"""All items: searched, looked at in detail, and added to from files."""

from __future__ import annotations

from array import array
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSplitter, QStackedWidget, QWidget

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import browsing, importing
from annotator.services.importing import ImportResult, Rejected
from annotator.services.project_file import Db
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.dialogs.import_items import ImportItemsWizard, ItemSource
from annotator.ui.item_table import Column, ItemTable
from annotator.ui.jobs import Reporter
from annotator.ui.pages.base import Page
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.file_progress import FileProgress
from annotator.ui.widgets.item_detail import ItemDetail
from annotator.ui.widgets.items_view import ItemsView
from annotator.ui.widgets.rejected_rows import RejectedRows

_TYPING = 250  # ms without a key press before the search starts


class ItemsPage(Page):
    """The ids are read once beside the window; the rows come by page as they are scrolled to."""

    title = "Items"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._asked = 0
        self._importing: Reporter | None = None
        self.model = ItemTable(lambda ids: browsing.rows(session.read, ids), self)
        self._header = self.add_header(self.tr("Items"))
        self._add_import_buttons()
        self.search = self._search_box()
        self.progress = FileProgress()
        self.progress.stopped.connect(self._stop_import)
        self.table = ItemsView(self.model, self._show_detail)
        self.detail = ItemDetail()
        self.detail.annotate_requested.connect(lambda item_id: session.go("annotate", item_id))
        self.detail.review_requested.connect(lambda item_id: session.go("review", item_id))
        self.rejected = RejectedRows()
        self._rejected_card = self._rejected()
        self._stack = self._lay_out()
        self.set_shortcuts(
            [
                Action("search_items", self.tr("Search"), "Ctrl+F", "items", self._focus_search),
                Action("annotate_item", self.tr("Annotate the item"), "Ctrl+Return", "items", self._annotate),
                Action("copy_item_id", self.tr("Copy the item's id"), "Ctrl+Shift+C", "items", self._copy_id),
                Action("import_more", self.tr("Import more items"), "Ctrl+I", "items", self._import_buttons[0].click),
            ],
            {"Up Down": self.tr("Previous or next item"), "Home End": self.tr("First or last item")},
        )

    def shown(self, argument: object = None) -> None:
        self.table.set_labels(self.session.question.labels)
        self._read_ids()
        self.table.setFocus()
        if argument == "rejected":
            self._show_all_rejected()

    def changed(self, changes: Changes) -> None:
        if changes.setup:
            self.table.set_labels(self.session.question.labels)
        if changes.items:
            self._read_ids()
        elif changes.annotations or changes.posteriors or changes.gold or changes.setup:
            self.model.refresh()
            self._show_detail()

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
                report=reporter.report,
            ),
            reporter,
            self.tr("items"),
        )

    def import_labels(self, path: Path) -> None:
        """Add the answers of others from a file."""
        reporter = self._begin_import(path)
        self._import(lambda db: importing.import_labels(db, path, report=reporter.report), reporter, self.tr("answers"))

    def import_gold(self, path: Path) -> None:
        """Add known labels from a file."""
        reporter = self._begin_import(path)
        self._import(
            lambda db: importing.import_gold(db, path, report=reporter.report), reporter, self.tr("known labels")
        )

    def _add_import_buttons(self) -> None:
        rows = (
            ("import_items", self.tr("Import items…"), "plus", self._ask_items),
            ("import_labels", self.tr("Import labels…"), "account-group-outline", self._ask_labels),
            ("import_gold", self.tr("Import gold…"), "check-decagram-outline", self._ask_gold),
        )
        explained = (
            self.tr("More items from a file (Ctrl+I)"),
            self.tr("What others have answered: a table with item, annotator and label"),
            self.tr("Labels that are taken as known: a table with item and label"),
        )
        self._set_aside = buttons.link(self.tr("Rows set aside"), self._show_all_rejected)
        self._set_aside.setObjectName("rows_set_aside")
        self._set_aside.hide()
        self._header.add(self._set_aside)
        self._import_buttons = []
        for (name, text, icon, target), tip in zip(rows, explained, strict=True):
            button = buttons.plain(text, icon, target)
            button.setObjectName(name)
            button.setToolTip(tip)
            self._header.add(button)
            self._import_buttons.append(button)

    def _search_box(self) -> QLineEdit:
        search = QLineEdit()
        search.setObjectName("search")
        search.setPlaceholderText(self.tr("Search in ids and texts"))
        search.setAccessibleName(self.tr("Search in ids and texts"))
        search.setClearButtonEnabled(True)
        search.addAction(theme.icon("magnify"), QLineEdit.ActionPosition.LeadingPosition)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self._read_ids)
        search.textChanged.connect(lambda _: self._typing.start())
        return search

    def _rejected(self) -> Card:
        card = Card(padding=16)
        card.body.addWidget(self.rejected)
        self.rejected.add_button(buttons.plain(self.tr("Close"), on_click=card.hide))
        card.setMaximumHeight(theme.px(240))
        card.hide()
        return card

    def _lay_out(self) -> QStackedWidget:
        self.body.addWidget(self.search)
        self.body.addWidget(self.progress)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(16))
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        self.detail.setMinimumWidth(theme.px(260))
        split.setSizes([theme.px(736), theme.px(284)])
        self._empty = EmptyState(
            "table-plus",
            self.tr("No items yet"),
            self.tr("Import a CSV, TSV, JSON Lines or plain-text file: each row becomes an item to label."),
            self.tr("Import items…"),
            self._ask_items,
        )
        self._nothing_found = EmptyState(
            "magnify", self.tr("Nothing found"), self.tr("No item has this in its id or its text."),
            self.tr("Show all items"), self.search.clear,
        )  # fmt: skip
        stack = QStackedWidget()
        for widget in (split, self._empty, self._nothing_found):
            stack.addWidget(widget)
        self.body.addWidget(stack, 1)
        self.body.addWidget(self._rejected_card)
        return stack

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _annotate(self) -> None:
        item_id = self._chosen_id()
        if item_id is not None:
            self.session.go("annotate", item_id)

    def _copy_id(self) -> None:
        from PySide6.QtGui import QGuiApplication

        index = self.table.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self.model.index(index.row(), Column.ID).data())

    def _read_ids(self) -> None:
        """Only the latest answer counts: somebody goes on typing while a search runs."""
        self._typing.stop()
        self._asked += 1
        asked, text = self._asked, self.search.text().strip()

        def read(db: Db) -> tuple[array[int], bool]:
            return array("q", browsing.item_ids(db, text)), bool(importing.rejected_rows(db, limit=1))

        def show(result: tuple[array[int], bool]) -> None:
            if asked == self._asked:
                self._show_ids(result[0], text)
                self._set_aside.setVisible(result[1])

        self.session.compute(read, owner=self, done=show)

    def _show_ids(self, ids: array[int], text: str) -> None:
        chosen = self._chosen_id()
        self.model.set_ids(ids)
        self.table.share_room()
        row = self.model.row_of(chosen) if chosen is not None else -1
        if ids:
            self.table.setCurrentIndex(self.model.index(max(row, 0), 0))
        else:
            self.detail.clear()
        found = f"{len(ids):,}"
        counted = self.tr("{n} found").format(n=found) if text else self._count_text(len(ids))
        self._header.set_subtitle(counted)
        self._stack.setCurrentIndex(0 if ids else 2 if text else 1)
        self.search.setVisible(bool(ids) or bool(text))

    def _count_text(self, count: int) -> str:
        return self.tr("1 item") if count == 1 else self.tr("{n} items").format(n=f"{count:,}")

    def _chosen_id(self) -> int | None:
        index: QModelIndex = self.table.currentIndex()
        return self.model.item_id(index.row()) if index.isValid() else None

    def _show_detail(self) -> None:
        item_id = self._chosen_id()
        if item_id is None:
            self.detail.clear()
            return
        read = self.session.read
        rows = browsing.rows(read, [item_id])
        item, answers = browsing.item(read, item_id), browsing.answers_to(read, item_id)
        self.detail.show_item(item, rows[0] if rows else None, answers, self.session.question)

    def _ask_items(self) -> None:
        wizard = ImportItemsWizard(self.session.jobs, self)
        wizard.chosen.connect(self.import_items)
        wizard.open()

    def _ask_labels(self) -> None:
        self._ask_file(self.tr("A table with item, annotator and label"), self.import_labels)

    def _ask_gold(self) -> None:
        self._ask_file(self.tr("A table with item and label"), self.import_gold)

    def _ask_file(self, title: str, target: object) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.tab *.jsonl *.txt);;All files (*)")
        dialog = QFileDialog(self, title, "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: target(Path(path)))  # type: ignore[operator]
        dialog.open()

    def _begin_import(self, path: Path) -> Reporter:
        reporter = Reporter()
        reporter.progressed.connect(self.progress.show_progress)
        self.progress.begin(self.tr("Importing {file}").format(file=path.name))
        self._rejected_card.hide()
        self._importing = reporter
        for button in self._import_buttons:
            button.setEnabled(False)
        return reporter

    def _import(self, work: object, reporter: Reporter, what: str) -> None:
        def imported(db: Db) -> _Imported:
            result = work(db)  # type: ignore[operator]
            return _Imported(result, importing.rejected_rows(db, result.import_id) if result.rejected else [])

        self.session.write(
            imported,
            owner=self,
            done=lambda outcome: self._imported(outcome, what),
            failed=self._import_failed,
            reporter=reporter,
        )

    def _imported(self, outcome: _Imported, what: str) -> None:
        self._end_import()
        result = outcome.result
        parts = [self.tr("{n} {what} added").format(n=f"{result.added:,}", what=what)]
        for text, number in (
            (self.tr("{n} updated"), result.updated),
            (self.tr("{n} skipped"), result.skipped),
            (self.tr("{n} set aside"), result.rejected),
        ):
            if number:
                parts.append(text.format(n=f"{number:,}"))
        self.session.tell(", ".join(parts) + ".", "warn" if result.rejected else "good")
        self._show_rejected(outcome.rejected, result.rejected)

    def _import_failed(self, error: UserError) -> None:
        self._end_import()
        self.session.tell(error)

    def _stop_import(self) -> None:
        if self._importing is not None:
            self._importing.stop()
            self._end_import()

    def _end_import(self) -> None:
        self._importing = None
        self.progress.finish()
        for button in self._import_buttons:
            button.setEnabled(True)

    def _show_all_rejected(self) -> None:
        def show(rejected: list[Rejected]) -> None:
            self._show_rejected(rejected, len(rejected))

        self.session.compute(importing.rejected_rows, owner=self, done=show)

    def _show_rejected(self, rejected: list[Rejected], total: int) -> None:
        self.rejected.show_rows(rejected, total)
        self._rejected_card.setVisible(total > 0)


class _Imported:
    """A finished import with the rows that it set aside; `changes` is what the session announces."""

    def __init__(self, result: ImportResult, rejected: list[Rejected]) -> None:
        self.result, self.rejected = result, rejected
        self.changes = result.changes
