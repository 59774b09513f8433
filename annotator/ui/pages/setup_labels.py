"""The questions of the project, and the one looked at with its labels."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.model import Changes, Question
from annotator.errors import UserError
from annotator.services import relabelling, setting_up
from annotator.services.backups import Reason
from annotator.services.project_file import Db
from annotator.services.setting_up import QuestionInfo
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP
from annotator.ui.pages.setup_undo import SetupTab
from annotator.ui.session import Session
from annotator.ui.widgets.question_form import QuestionForm
from annotator.ui.widgets.question_list import QuestionList
from annotator.ui.widgets.relabel_card import RelabelCard

_NEW = 0  # the id under which a question that is not stored yet is kept


class LabelsTab(SetupTab):
    """What was written and not saved stays, for each question, until it is saved or discarded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.questions = QuestionList()
        self.form = QuestionForm()
        self.relabel = RelabelCard(session)
        self._kept: dict[int, Question] = {}
        self._over: dict[int, Question] = {}  # what each of these was written over
        self._shown = session.question
        self._connect()
        self._lay_out()
        self._show(self._shown, self._shown)
        save = Action("setup_save", self.tr("Save the question and its labels"), "Ctrl+S", "setup", self.save)
        self.set_shortcuts([save, *self.undo_keys()])

    def shown(self, argument: object = None) -> None:
        self._load()

    def changed(self, changes: Changes) -> None:
        if changes.setup or changes.annotations or changes.gold:
            self._load()

    def save(self) -> None:
        """Store what is written; a new question is looked at from then on."""
        try:
            wanted = self.form.question()
        except UserError as error:
            self.form.notice.show_text(str(error), "bad")
            return
        if not self.form.dirty:
            return
        new = self._shown.id == _NEW
        said = self.tr("Saved “{name}”.").format(name=wanted.name)
        work = partial(_add, wanted=wanted) if new else partial(_save, wanted=wanted, before=self._shown)
        before = Reason.LABELS if not new and wanted.labels != self._shown.labels else None
        shown, written = self._shown.id, self.form.written()
        done = partial(self._saved, wanted, shown, setting_up.written_of(written))
        self.change(work, said, done=done, failed=self._refused, before=before)

    def add(self) -> None:
        """Begin a question that is not stored before it is saved."""
        self._keep()
        blank = Question(name="", text="", labels=(), noun=self.session.question.noun)
        self._show(self._kept.get(_NEW, blank), blank)
        self.form.name.setFocus()

    def discard(self) -> None:
        """Back to what is stored; the message brings back what was written."""
        of, written, dirty = self._shown.id, self.form.written(), self.form.dirty
        self._kept.pop(of, None)
        self._show(self.session.question, self.session.question)
        if dirty:
            self.session.offer(
                self.tr("What was written is discarded."), self.tr("Undo"), lambda: self._bring_back(written, of)
            )

    def _bring_back(self, written: Question, of: int) -> None:
        """of: the question that it was written for. What is newer stays."""
        if of == _NEW:
            self._kept.setdefault(_NEW, written)
            self.add()
        elif self._shown.id != of:
            self._kept.setdefault(of, written)
        elif not self.form.dirty:
            now = self.session.question
            words = replace(now, name=written.name, noun=written.noun, text=written.text, labels=written.labels)
            self._show(words, now)

    def _connect(self) -> None:
        self.questions.chosen.connect(self._choose)
        self.questions.added.connect(self.add)
        self.questions.moved.connect(self._move)
        self.questions.archived.connect(self._archive)
        self.form.saved.connect(self.save)
        self.form.discarded.connect(self.discard)
        self.form.edited.connect(self._edited)
        self.relabel.merged.connect(self._merge)
        self.relabel.split.connect(self._split)
        self.session.question_changed.connect(self._switched)

    def _load(self) -> None:
        self.session.browse(setting_up.overview, owner=self, done=self._list)
        if self._shown.id == _NEW:
            return
        self._keep()
        self._show_kept()

    def _list(self, infos: list[QuestionInfo]) -> None:
        self.questions.show_questions(infos, self._shown.id)

    def _show(self, written: Question, stored: Question) -> None:
        """The form; written: as it stands in it, stored: as it is in the project."""
        self._shown = stored
        self.form.show_question(written, stored)
        self.questions.select(stored.id)
        self.relabel.show_labels(stored.labels)
        self.relabel.setVisible(stored.id != _NEW)
        self._edited()

    def _keep(self) -> None:
        """What is written remains when something else is shown, unless the project has changed below it."""
        self._kept.pop(self._shown.id, None)
        if self.form.dirty:
            self._kept[self._shown.id], self._over[self._shown.id] = self.form.written(), self._shown

    def _edited(self) -> None:
        self.relabel.set_waiting(self.form.dirty)

    def _switched(self) -> None:
        self._keep()
        self._show_kept()

    def _show_kept(self) -> None:
        """The question looked at, with what is written about it, also where others have changed it since."""
        asked = self.session.question
        written = self._kept.get(asked.id)
        if written is not None:
            written = setting_up.rebased(written, self._over.get(asked.id, asked), asked)
        self._show(written or asked, asked)

    def _choose(self, question_id: int) -> None:
        if question_id == self.session.question.id:
            self._switched()
        else:
            self.session.set_question(question_id)

    def _saved(self, wanted: Question, of: int, words: tuple[object, ...]) -> None:
        """of: the question whose form this was; words: as they stood in it. A backup may take a while, in which more
        is written, or another question is looked at; that stays."""
        if of != _NEW and self._shown.id != of:
            if of in self._kept and setting_up.written_of(self._kept[of]) == words:
                del self._kept[of]
            return
        if of != _NEW and setting_up.written_of(self.form.written()) != words:
            stored = self.session.question
            self._show(setting_up.rebased(self.form.written(), stored, stored), stored)
            return
        for known in (of, self._shown.id):
            self._kept.pop(known, None)
        self.form.forget()
        found = next((asked for asked in self.session.questions if asked.name == wanted.name), self.session.question)
        self._shown = self.session.question
        if found.id == self.session.question.id:
            self._show(found, found)
        else:
            self.session.set_question(found.id)

    def _refused(self, error: UserError) -> None:
        self.session.look_at_setup()  # somebody else may have changed it
        self.form.notice.show_text(str(error), "bad")

    def _move(self, question_id: int, by: int) -> None:
        self.change(
            lambda db, who: setting_up.move_question(db, question_id, by, by=who), self.tr("The order is changed.")
        )

    def _archive(self, question_id: int, asked: bool) -> None:
        if asked:
            said = self.tr("The question is asked again.")
            self.change(lambda db, who: setting_up.restore_question(db, question_id, by=who), said)
        else:
            said = self.tr("The question is asked no more; its answers stay.")
            self.change(lambda db, who: setting_up.remove_question(db, question_id, by=who), said)

    def _merge(self, label_id: int, into: int, said: str) -> None:
        self.change(
            lambda db, who: relabelling.merge(db, who, label_id, into),
            said,
            done=self.relabel.clear,
            before=Reason.LABELS,
        )

    def _split(self, label_id: int, new: str, search: str, ask: bool, said: str) -> None:
        self.change(
            lambda db, who: relabelling.split(db, who, label_id, new, search=search, ask=ask),
            said,
            done=self.relabel.clear,
            before=Reason.LABELS,
        )

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(theme.px(GAP))
        right.addWidget(self.form, 1)
        right.addWidget(self.relabel)
        row = QHBoxLayout()
        row.setSpacing(theme.px(GAP))
        row.addWidget(self.questions, 1)  # a narrow window leaves its room to the form
        row.addLayout(right, 3)
        self.body.addLayout(row, 1)


def _add(db: Db, by: int, *, wanted: Question) -> Changes:
    return setting_up.add_question(db, wanted, by)


def _save(db: Db, by: int, *, wanted: Question, before: Question) -> Changes:
    return setting_up.save_question(db, replace(wanted, id=0), by, before=before)
