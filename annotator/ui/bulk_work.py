"""Doing something to many items: a look first, then one operation, then a message with Undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.domain.model import Changes
from annotator.domain.words import counted
from annotator.services import apart, bulk, selecting
from annotator.services.backups import Reason
from annotator.services.browsing import Ids, listed
from annotator.services.bulk import Deed, Outcome, Plan
from annotator.services.exporting import ExportResult
from annotator.services.project_file import Db
from annotator.ui.jobs import Reporter
from annotator.ui.session import Session
from annotator.ui.widgets.bulk_bar import BulkBar


class BulkWork(QObject):
    """Between the bar and the project. selected: gives the items; what: how people call them."""

    def __init__(
        self,
        session: Session,
        bar: BulkBar,
        selected: Callable[[], Ids],
        what: Callable[[], str],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session, self._bar, self._page = session, bar, page
        self._selected, self._what = selected, what
        self._planned: Ids | None = None  # what was counted is what is done, whatever is selected by then
        bar.wished.connect(self.plan)
        bar.confirmed.connect(self._do)
        bar.export_wished.connect(self._ask_file)
        bar.agent_wished.connect(self.run_agent)

    def plan(self, deed: Deed, tag: str = "") -> None:
        """Count, and ask in the bar."""
        ids = self._selected()
        if not ids.size:
            return

        def show(plan: Plan) -> None:
            self._planned = ids
            self._bar.ask(plan, tag)

        self._session.browse(lambda db: bulk.plan(db, deed, listed(ids), tag), owner=self, done=show)

    def undo(self) -> None:
        """Take back what this person did last to many items."""
        self._revert(bulk.undo, self.tr("Undone for {items}."))

    def redo(self) -> None:
        self._revert(bulk.redo, self.tr("Done again for {items}."))

    def run_agent(self) -> None:
        """Choose an agent for these items, on its page."""
        ids = self._selected()
        if ids.size:
            self._session.go("agents", ("label", selecting.these(ids, self._what())))

    def export(self, path: Path) -> None:
        """Write these items as CSV, with the merged labels as they are."""
        ids = self._selected()

        def told(result: ExportResult) -> None:
            written = self.tr("{items} written to {file}.")
            self._session.tell(written.format(items=counted(result.rows, "item"), file=result.path.name), "good")

        reporter = Reporter()  # so that closing the project ends it
        self._session.compute(
            lambda db: apart.export(db, path, only=ids, report=reporter.report),
            owner=self,
            done=told,
            reporter=reporter,
        )

    def _do(self, deed: Deed, tag: str) -> None:
        ids = self._planned
        if ids is None:
            return

        def do() -> None:
            annotator = self._session.annotator
            assert annotator is not None  # was asked for
            person = annotator.id

            def done(outcome: Outcome) -> None:
                text = self._told(deed, tag).format(items=counted(outcome.number, "item"))
                self._session.offer(text, self.tr("Undo"), self.undo)

            self._session.write_after_backup(
                Reason.BULK, lambda db: bulk.do(db, person, deed, listed(ids), tag), owner=self, done=done
            )

        self._session.choose_annotator(self._page, do, doing="changing")

    def _told(self, deed: Deed, tag: str) -> str:
        return {
            Deed.QUEUE: self.tr("{items} sent to people."),
            Deed.ACCEPT: self.tr("Merged label of {items} accepted as decided."),
            Deed.FLAG: self.tr("{items} flagged."),
            Deed.TAG: self.tr("{items} tagged “{tag}”.").replace("{tag}", tag.replace("{", "{{").replace("}", "}}")),
        }[deed]

    def _revert(self, revert: Callable[[Db, int], Outcome | None], told: str) -> None:
        if self._session.annotator is None:
            self._session.tell(self.tr("There is nothing to undo here."))
            return
        person = self._session.annotator.id

        def done(outcome: _Reverted) -> None:
            if outcome.number:
                self._session.tell(told.format(items=counted(outcome.number, "item")), "good")
            else:
                self._session.tell(self.tr("There is nothing to undo here."))

        self._session.write(lambda db: _Reverted(revert(db, person)), owner=self, done=done)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self._page, self.tr("Export these items"), "items.csv", self.tr("CSV (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda path: self.export(Path(path)))
        dialog.open()


class _Reverted:
    """What was taken back, or nothing; `changes` is what the session announces."""

    def __init__(self, outcome: Outcome | None) -> None:
        self.number = 0 if outcome is None else outcome.number
        self.changes = Changes() if outcome is None else outcome.changes
