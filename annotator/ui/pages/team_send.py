"""The lead sends work out: who, what and how, the plan that follows from it, and the files."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.filters import SavedFilter
from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import browsing, packing, project_file, routing, saved_filters
from annotator.services.packing import Plan, Written
from annotator.services.project_file import Db
from annotator.texts import say_count
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP
from annotator.ui.pages.tabbed import Tab
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.folder_choice import ask_folder
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.package_form import PackageForm
from annotator.ui.widgets.package_people import PackagePeople
from annotator.ui.widgets.package_plan import PackagePlan
from annotator.ui.widgets.scrolled import scrolled

REST = 200  # ms without a change before the plan is made anew


class _State(NamedTuple):
    items: int
    people: list[str]
    routed: bool
    saved: list[SavedFilter]
    metadata: list[str]


class SendTab(Tab):
    """The plan follows every change at once; nothing is written before it is asked for.

    shown takes names of people to send a feedback sheet to.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.plan: Plan | None = None
        self._seed = _another()
        self._asked = 0
        self.folder: Path | None = None
        self._wished: Path | None = None  # where to write as soon as the plan is what was wished
        self._further = False  # whether packages were written, and nothing was chosen anew since
        self._for_feedback: dict[str, None] = {}  # names, in the order in which a sheet was wished for them
        self.people = PackagePeople()
        self.form = PackageForm()
        self.preview = PackagePlan()
        self.guide = InlineNotice()
        self.guide.setObjectName("send_guide")
        self.result = InlineNotice()
        self.result.setObjectName("pack_result")
        self.open_folder = buttons.link(self.tr("Open the folder"), self._open_folder)
        self.open_folder.setObjectName("open_folder")
        self.write_button = buttons.filled(self.tr("Write packages…"), "send-outline", self.choose_folder)
        self.write_button.setObjectName("write_packages")
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._make_plan)
        self.people.changed.connect(self._chosen_anew)
        self.form.changed.connect(self._chosen_anew)
        self.form.passphrase.changed.connect(self._show_button)
        self._stack = self._lay_out()
        self.set_shortcuts(
            [Action("team_send", self.tr("Write packages"), "Ctrl+Return", "team", self.write_button.click)],
            {"Space": self.tr("Choose or leave out the person, in the list")},
        )
        self._show_button()

    def shown(self, argument: object = None) -> None:
        if isinstance(argument, (list, tuple)):
            self._for_feedback |= dict.fromkeys(map(str, argument))
            self.people.choose(self._for_feedback)  # whoever else was ticked would get a package, too
            self.form.feedback.setChecked(True)
            self._further = False
            self._guide_feedback(", ".join(self._for_feedback))
        self._refresh()

    def changed(self, changes: Changes) -> None:
        if changes.items or changes.setup or changes.queue or changes.gold:
            self._refresh()

    def choose_folder(self) -> None:
        """Ask where the packages go, then write them."""
        self.form.settle()
        if self.plan is None or not self.write_button.isEnabled() or self._passphrase() is None:
            return
        ask_folder(self, self.tr("Folder for the packages"), self.session.path.parent, self.write_to)

    def write_to(self, folder: Path) -> None:
        """Write the packages as they are wished now; where that was changed just before, once they are planned."""
        plan = self.plan
        if plan is None or self._timer.isActive():
            self._wished = folder
            return
        self._wished = None
        passphrase = self._passphrase()
        if passphrase is None:
            return
        who = self.session.annotator
        self.write_button.setEnabled(False)
        self._tell_result(self.tr("Writing the packages…"), "info")
        self.session.write(
            partial(packing.write, plan=plan, folder=folder, passphrase=passphrase, by=who.id if who else None),
            owner=self,
            done=self._written,
            failed=self._failed,
        )

    def _guide_feedback(self, names: str) -> None:
        """A feedback sheet goes with items, so that there is still something to do here."""
        said = self.tr(
            "The feedback for {names} goes along with the next package: choose items that they have not had yet,"
            " then “Write packages…”."
        )
        self.result.clear()
        self.open_folder.hide()
        self.guide.show_text(said.format(names=names))

    def _chosen_anew(self) -> None:
        self._further = False
        self._timer.start()

    def _passphrase(self) -> str | None:
        """None where it was not typed twice the same, which is said."""
        try:
            return self.form.passphrase.text
        except UserError as error:
            self._failed(error)
            return None

    def _refresh(self) -> None:
        self.session.browse(_read, owner=self, done=self._show)

    def _show(self, state: _State) -> None:
        self._stack.setCurrentIndex(0 if state.items else 1)
        self.people.show_people(state.people)
        saved = [(each.name, each.filter) for each in state.saved]
        self.form.show_questions([question.id for question in self.session.questions])
        self.form.show_sources(state.routed, saved, self.session.items_found)
        self.form.show_metadata(state.metadata)
        self._make_plan()

    def _make_plan(self) -> None:
        """The latest wish counts; plans of earlier ones are dropped."""
        self._timer.stop()
        self._asked += 1
        self._set_plan(None)
        to = self.people.chosen()
        if not to:
            self.preview.show_hint(self.tr("Choose the people who get a package, or type their names."))
            return
        wished = self.form.wish(to, self._seed)
        asked = self._asked
        self.session.compute(
            lambda db: packing.preview(db, wished(db)),
            owner=self,
            done=lambda plan: self._planned(asked, plan),
            failed=lambda error: self._unplanned(asked, error),
        )

    def _planned(self, asked: int, plan: Plan) -> None:
        if asked == self._asked:
            self.preview.show_plan(plan, further=self._further)
            self._set_plan(plan)
            if self._wished is not None and self.write_button.isEnabled():
                self.write_to(self._wished)

    def _unplanned(self, asked: int, error: UserError) -> None:
        if asked == self._asked:
            self._wished = None
            if self._further:  # no fault: what was chosen is sent
                self.preview.show_hint(self.tr("For further packages, choose other items or other people."))
            else:
                self.preview.show_error(error)

    def _set_plan(self, plan: Plan | None) -> None:
        self.plan = plan
        self._show_button()

    def _show_button(self) -> None:
        ready = self.plan is not None and all(load.items for load in self.plan.loads)
        self.write_button.setEnabled(ready)

    def _written(self, written: Written) -> None:
        """Another plan begins: who got these items does not get them again."""
        self.folder = written.files[0].parent
        said = say_count(
            len(written.files),
            "{n} package is written to “{folder}”.",
            "{n} packages are written to “{folder}”.",
            folder=self.folder.name or str(self.folder),
        )
        self._tell_result(said, "good")
        self.open_folder.show()
        if not self.isVisible():  # else it stands here, and a message would cover the way to the folder
            self.session.tell(said, "good")
        self.form.passphrase.clear()
        self._seed = _another()
        self._further = True
        self.guide.clear()
        self._for_feedback.clear()
        self._make_plan()

    def _failed(self, error: UserError) -> None:
        self._tell_result(str(error), "bad")
        self._show_button()

    def _tell_result(self, text: str, level: str) -> None:
        self.open_folder.hide()
        self.result.show_text(text, level)

    def _open_folder(self) -> None:
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _lay_out(self) -> QStackedWidget:
        who = Card(self.tr("Who"))
        who.body.addWidget(self.people)
        what = Card(self.tr("What"))
        what.body.addWidget(self.form)
        content = QWidget()
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(who)
        left.addWidget(what)
        left.addStretch(1)
        area = scrolled(content)
        area.setMinimumWidth(content.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self._finish_preview()
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(area, 1)
        row.addWidget(self.preview, 1)
        stack = QStackedWidget()
        stack.addWidget(both)
        stack.addWidget(
            EmptyState(
                "account-multiple-outline",
                self.tr("Nothing to send out yet"),
                self.tr("Import items first; then each person gets their share of them as a file."),
                self.tr("Go to Items"),
                lambda: self.session.go("items"),
            )
        )
        self.body.addWidget(stack, 1)
        return stack

    def _finish_preview(self) -> None:
        self.preview.body.insertWidget(1, self.guide)  # below the title
        self.preview.body.addWidget(self.result)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.open_folder)
        row.addStretch(1)
        row.addWidget(self.write_button)
        self.preview.body.addLayout(row)
        self.open_folder.hide()


def _another() -> int:
    """A seed, so that the plan that is shown is the one that is written."""
    return secrets.randbits(31)


def _read(db: Db) -> _State:
    people = [person.name for person in project_file.people(db) if not person.simulated]
    return _State(
        items=len(browsing.item_ids(db)),
        people=people,
        routed=routing.current(db) is not None,
        saved=saved_filters.every(db),
        metadata=packing.columns(db),
    )
