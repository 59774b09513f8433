"""The lead takes back what annotators return, and takes in other copies of the project."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import incoming, packages, project_file, taking
from annotator.services.opening_packages import PassphraseNeeded, WrongPassphrase
from annotator.services.packages import Aside, Taking
from annotator.services.project_file import Db
from annotator.services.taking import Report
from annotator.texts import figure, moment, say_count
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP
from annotator.ui.pages.tabbed import Tab
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.take_card import TakeCard
from annotator.ui.widgets.text import text_label

_ALL = Changes(
    annotations=True, setup=True, items=True, gold=True, runs=True, marks=True, queue=True
)  # a copy may have been taken


class _State(NamedTuple):
    sent: int
    taken: list[Taking]
    aside: list[Aside]
    undoable: bool


class TakeTab(Tab):
    """Files are dropped anywhere on it; each taking can be undone. shown takes paths of files to take."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAcceptDrops(True)
        self.card = TakeCard(session)
        self.card.chosen.connect(self.take)
        self.card.copy_chosen.connect(self.compare)
        self.card.passphrase.entered.connect(self._unlock)
        self._locked: list[Path] = []  # files that wait for their passphrase
        session.watching.took.connect(self._show_report)
        self.report = InlineNotice()
        self.report.setObjectName("take_report")
        self.refused = InlineNotice()
        self.refused.setObjectName("take_refused")
        self.taken = self._table()
        self.aside = Records(
            (self.tr("Annotator"), self.tr("Item"), self.tr("Answer"), self.tr("Why it has no place")), stretch=3
        )
        self.aside.setObjectName("kept_aside")
        self.aside.setAccessibleName(self.tr("Kept aside"))
        self.again = buttons.plain(self.tr("Try again"), "refresh", self.place_aside)
        self.again.setObjectName("place_aside")
        self.undo_button = buttons.plain(self.tr("Undo the last taking"), "undo", self.undo)
        self.undo_button.setObjectName("undo_taking")
        self._lay_out()
        self.set_shortcuts(
            [
                Action("team_take", self.tr("Take return files"), "Ctrl+Return", "team", self.card.choose.click),
                Action(
                    "team_copy",
                    self.tr("Take in another copy of this project"),
                    "Ctrl+Shift+Return",
                    "team",
                    self.card.copy_button.click,
                ),
                Action("team_undo", self.tr("Undo the last taking"), "Ctrl+Z", "team", self.undo),
                Action("team_redo", self.tr("Do it again"), "Ctrl+Y Ctrl+Shift+Z", "team", self.redo),
            ],
            {"Ctrl+C": self.tr("Copy the table")},
        )

    def shown(self, argument: object = None) -> None:
        self._refresh()
        if isinstance(argument, (list, tuple)) and argument:
            self.take([Path(each) for each in argument])

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.setup:
            self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(_files(event.mimeData()))

    def take(self, paths: list[Path]) -> None:
        """Take files as one operation, after a backup; another copy of the project is compared first."""
        self.session.jobs.on_background(
            partial(_other_copies, paths, self.session.path),
            owner=self,
            done=lambda copies: self._sorted(paths, copies),
            failed=self._failed,
        )

    def compare(self, path: Path) -> None:
        """Show how another copy differs; it is taken in from there."""
        self._compare_all([path])

    def undo(self) -> None:
        """Take back the last taking that brought anything, all of it."""
        self._revert(_undo, self.tr("There is no taking to undo."))

    def redo(self) -> None:
        self._revert(_redo, self.tr("There is nothing to redo."))

    def place_aside(self) -> None:
        """Try again what is kept aside."""

        def tried(placed: int) -> None:
            self.session.announce(_ALL)
            one, many = "{n} answer has its place now.", "{n} answers have their places now."
            self.session.tell(say_count(placed, one, many), "good" if placed else "info")

        self.session.write(taking.place_aside, owner=self, done=tried)

    def _sorted(self, paths: list[Path], copies: list[Path]) -> None:
        rest = [path for path in paths if path not in copies]
        if rest:
            self._take(rest)
        self._compare_all(copies)

    def _compare_all(self, paths: list[Path]) -> None:
        """One after the other."""
        if not paths:
            return
        from annotator.ui.dialogs.other_copy import OtherCopyDialog

        dialog = OtherCopyDialog(self.session, paths[0], self.window())
        dialog.finished.connect(lambda _: self._compare_all(paths[1:]))
        dialog.wished.connect(lambda path: self._take([path]))
        dialog.open()

    def _take(self, paths: list[Path]) -> None:
        who = self.session.annotator
        by, passphrase = who.id if who is not None else None, self.card.passphrase.text
        self._locked = []
        self.refused.clear()
        self.report.show_text(self.tr("Taking the files…"))

        self.session.take(
            lambda db: taking.take(db, paths, by=by, passphrase=passphrase),
            owner=self,
            done=self._taken,
            failed=lambda error: self._not_taken(paths, error),
        )

    def _show_report(self, report: Report) -> None:
        """What came of each file, for as long as the page is there; those that were refused by themselves."""
        doubtful = any(came.warnings or came.aside or came.edited for came in report.files)
        self.report.show_text("\n".join(report.taken()), "warn" if doubtful else "good" if report.brought else "info")
        self.refused.show_text("\n".join(line for came in report.refused for line in came.sentences()), "bad")
        self._wait_for_passphrase([came.path for came in report.refused if came.locked])
        self.review_button.setVisible(bool(_contested(report)))
        self._refresh()

    def _taken(self, report: Report | None) -> None:
        """The message can take back at once what came."""
        if report is None:
            return
        self._show_report(report)
        if len(report.refused) == len(report.files):
            return
        contested = _contested(report)
        said = report.together()
        if contested:
            one, many = "{n} item was decided differently.", "{n} items were decided differently."
            both = f"{said} {say_count(len(contested), one, many)}"
            self.session.offer(both, self.tr("Settle in Review"), lambda: self.session.go("review", "contested"))
        elif report.undoable:
            self.session.offer(said, self.tr("Undo"), self.undo, "warn" if report.refused else "good")
        else:
            self.session.tell(said, "good" if report.brought else "info")

    def _failed(self, error: UserError) -> None:
        self.refused.clear()
        self.report.show_text(str(error), "bad")

    def _not_taken(self, paths: list[Path], error: UserError) -> None:
        """The only file could not be taken."""
        self._failed(error)
        if isinstance(error, (PassphraseNeeded, WrongPassphrase)):
            self._wait_for_passphrase(paths)

    def _wait_for_passphrase(self, paths: list[Path]) -> None:
        """Locked files are taken once their passphrase is typed above, where the keyboard goes."""
        self._locked = paths
        if not paths:
            return
        hint = self.tr("Type it into the field “Passphrase” above and press Enter.")
        notice = self.refused if self.refused.text else self.report
        notice.show_text(f"{notice.text} {hint}", "bad")
        if self.isVisible():
            self.card.passphrase.first.setFocus()
            self.card.passphrase.first.selectAll()

    def _unlock(self) -> None:
        if self._locked:
            self._take(self._locked)

    def _revert(self, revert: Callable[[Db], list[str] | None], nothing: str) -> None:
        def reverted(said: list[str] | None) -> None:
            if said is None:
                self.session.tell(nothing)
                return
            self.session.announce(_ALL)
            self.report.clear()
            self.refused.clear()
            self.review_button.hide()
            self.session.tell(" ".join(said), "good")

        self.session.write(revert, owner=self, done=reverted)

    def _refresh(self) -> None:
        self.session.browse(_read, owner=self, done=self._show)

    def _show(self, state: _State) -> None:
        self.taken.show_rows([self._row(row) for row in reversed(state.taken)])
        self.aside.show_rows([(each.annotator, each.item, each.answer, each.why) for each in state.aside])
        self._aside_card.setVisible(bool(state.aside))
        self.undo_button.setEnabled(state.undoable)
        self._stack.setCurrentIndex(0 if state.taken or state.sent else 1)

    def _row(self, row: Taking) -> tuple[str, ...]:
        nothing = row.empty and bool(row.package)  # another copy brings more than answers
        said = self.tr("undone") if not row.in_force else self.tr("nothing new") if nothing else self.tr("taken")
        at = moment(datetime.datetime.fromisoformat(row.at))
        return (row.source, row.annotator if row.package else "–", figure(row.fresh), at, said)

    def _table(self) -> Records:
        titles = (self.tr("File"), self.tr("From"), self.tr("New or changed"), self.tr("When"), self.tr("State"))
        table = Records(titles, numbers=(2,), names=(0, 1))
        table.setObjectName("taken_files")
        table.setAccessibleName(self.tr("Files taken back"))
        table.explain(
            (
                "",
                "",
                self.tr("Answers and skips that came in the file first, and answers that it changed or took back"),
                "",
                "",
            )
        )
        return table

    def _lay_out(self) -> None:
        self.review_button = buttons.link(self.tr("Settle in Review"), lambda: self.session.go("review", "contested"))
        self.review_button.setObjectName("settle_in_review")
        self.review_button.hide()
        self.card.body.addWidget(self.report)
        self.card.body.addWidget(self.refused)
        self.card.body.addWidget(self.review_button)
        below = Card(ends=12)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Taken so far"), "card-title"))
        head.addStretch(1)
        head.addWidget(self.undo_button)
        below.body.addLayout(head)
        below.body.addWidget(self.taken, 1)
        self._aside_card = self._new_aside_card()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(below, 3)
        column.addWidget(self._aside_card, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(
            EmptyState(
                "tray-arrow-down",
                self.tr("Nothing was sent out yet"),
                self.tr("Send work out first; what the people hand back is taken in here."),
                self.tr("Send work out"),
                lambda: self.session.go("team", "send"),
                main=False,  # the card above has the page's main action
            )
        )
        self.body.addWidget(self.card)
        self.body.addWidget(self._stack, 1)

    def _new_aside_card(self) -> Card:
        card = Card(ends=12)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(text_label(self.tr("Kept aside, until it has a place"), "card-title"))
        head.addStretch(1)
        head.addWidget(self.again)
        card.body.addLayout(head)
        card.body.addWidget(self.aside, 1)
        card.hide()
        return card


def _undo(db: Db) -> list[str] | None:
    """What is to be said of it, None where there is nothing to undo."""
    answers = taking.undo(db)
    return None if answers is None else taking.undone(db, answers)


def _redo(db: Db) -> list[str] | None:
    answers = taking.redo(db)
    return None if answers is None else taking.redone(answers)


def _read(db: Db) -> _State:
    return _State(len(packages.sent(db)), packages.takings_of(db), packages.aside(db), taking.waiting_to_undo(db))


def _other_copies(paths: list[Path], own: Path) -> list[Path]:
    """Those that are projects, and no opened packages; what cannot be read is told by the taking, as is the project
    itself, which is not looked into: closing it would end SQLite's locks on it."""
    found = []
    for path in paths:
        with suppress(UserError):
            if path.resolve() != own.resolve() and incoming.is_project(path) and not _is_package(path):
                found.append(path)
    return found


def _is_package(path: Path) -> bool:
    with closing(project_file.open_project(path, read_only=True)) as db:
        return packages.role(db) is not None


def _contested(report: Report) -> list[str]:
    return [item for came in report.files if came.joined is not None for item in came.joined.contested]


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
