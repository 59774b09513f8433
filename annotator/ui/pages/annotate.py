"""The page where a person answers one item after the other, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Annotator, Changes
from annotator.errors import UserError
from annotator.services import annotating
from annotator.services.annotating import Turn, Undone
from annotator.services.fit import Fit
from annotator.services.project_file import Db
from annotator.ui import actions
from annotator.ui.actions import Action
from annotator.ui.pages import annotate_keys
from annotator.ui.pages.annotate_shown import TurnPage
from annotator.ui.session import Session
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.item_view import paging
from annotator.ui.widgets.keycap import KeyHint


class AnnotatePage(TurnPage):
    """One item at a time; an answer is on disk before the next item is shown.

    Keys pressed meanwhile answer nothing; a line asked for meanwhile is opened under the item that comes.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = self.tr("Annotate")
        self.view.label_chosen.connect(self.answer)
        self.view.comment_closed.connect(self._keep_comment)
        self.view.skip_choice.chosen.connect(self.skip)
        self.view.skip_choice.left.connect(self.setFocus)
        self.view.pad.search_left.connect(self.setFocus)
        self._bind_keys()
        self._show_question()

    def answer(self, label_id: int) -> None:
        """Give the item shown this label, then go on."""

        fit = self.session.refitting.fit

        def record(db: Db, who: Annotator, turn: Turn, seconds: float, shown: bool) -> Changes:
            comment, flagged = turn.comment, turn.flagged
            return annotating.answer(
                db, who.id, turn, label_id, seconds=seconds, comment=comment, flagged=flagged, shown=shown, fit=fit
            )

        self._record(record, label_id)

    def ask_why_skipped(self) -> None:
        """Below the item; the next key answers."""
        if self._turn is not None and not self._busy:
            self.view.comment.close_editor()
            self.view.pad.close_search()
            self.view.pad.forget_typed()
            self.view.skip_choice.open_choice()
        elif self._busy:
            self._ahead.wish(self.ask_why_skipped)

    def skip(self, reason: str = "") -> None:
        """Pass the item on without an answer."""

        self.setFocus()
        fit = self.session.refitting.fit

        def record(db: Db, who: Annotator, turn: Turn, seconds: float, shown: bool) -> Changes:
            comment, flagged = turn.comment, turn.flagged
            return annotating.skip(
                db, who.id, turn, seconds=seconds, comment=comment, flagged=flagged, shown=shown, fit=fit, reason=reason
            )

        self._record(record, None)

    def toggle_flag(self) -> None:
        if self._turn is not None and not self._busy:
            self.view.set_flagged(not self._turn.flagged)
            self._keep_draft(replace(self._turn, flagged=not self._turn.flagged))

    def comment(self) -> None:
        if self._turn is not None and not self._busy:
            self.view.comment.open_editor()
        elif self._busy:
            self._ahead.wish(self.comment)

    def search_label(self) -> None:
        """Find a label by its name."""
        if self._turn is not None and not self._busy:
            self.view.pad.open_search()
        elif self._busy:
            self._ahead.wish(self.search_label)

    def fold_guideline(self) -> None:
        folded = not self.view.guideline.folded
        self.view.guideline.fold(folded)
        self.session.settings.guideline_folded = folded

    def switch_focus(self) -> None:
        self.set_focused(not self.view.focused)

    def undo(self) -> None:
        self._revert(annotating.undo, self.tr("There is no answer of yours to take back."))

    def redo(self) -> None:
        self._revert(annotating.redo, self.tr("There is nothing to redo."))

    def back(self) -> None:
        """To the answer given before the item shown; with a label's code begun, that is forgotten instead."""
        if self.view.pad.typed:
            self.view.pad.forget_typed()
            return
        earlier = self._way.earlier(self._item_id)
        if earlier is not None:
            self.go_to(earlier)
        elif self.session.annotator is not None and not self._busy:
            self.session.tell(self.tr("There is no earlier answer of yours."))

    def forward(self) -> None:
        """Towards the newest answer, then to the next item that waits."""
        if self._busy or self.session.annotator is None:
            return
        later = self._way.later(self._item_id)
        if later is not None:
            self.go_to(later)
        else:
            self.next_waiting()

    def next_waiting(self) -> None:
        """Straight to the item that waits, however far back one has gone."""
        if self._busy or self.session.annotator is None:
            return
        if self._turn is None or self._turn.own is not None or self._turn.position < 0:
            self._show_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Labels, reading on, and leaving what was begun; a code begun takes every other key."""
        label_id = self.view.pad.label_for(event) if self.view.working and not self._busy else None
        if label_id is not None:
            self.answer(label_id)
        elif event.key() == Qt.Key.Key_Escape and self._leave_begun():
            pass
        elif self.view.working and paging(event):
            self.view.item_view.page(paging(event))
        elif not self.view.pad.typed:
            super().keyPressEvent(event)

    def _leave_begun(self) -> bool:
        """What Escape means: the last thing begun is left; whether there was one."""
        if self.view.pad.typed:
            self.view.pad.forget_typed()
        elif self.view.focused:
            self.set_focused(False)
        elif self.view.break_note.isVisible():
            self.view.break_note.close_note()
        else:
            return False
        return True

    def _record(self, record: Callable[[Db, Annotator, Turn, float, bool], Changes], label_id: int | None) -> None:
        turn, who = self._turn, self.session.annotator
        if turn is None or who is None or self._busy:
            return
        self._busy = True
        self.view.pad.select(label_id)
        turn = replace(turn, comment=self.view.comment.text)
        if self.view.comment.editing:  # a label was clicked while the line was open
            self.setFocus()
        seconds = round(self._clock.seconds(), 2)
        shown = self._suggestions.seen(turn, who)
        self.session.write(
            lambda db: record(db, who, turn, seconds, shown),
            owner=self,
            done=lambda changes: self._recorded(turn),
            failed=self._not_recorded,
        )

    def _recorded(self, turn: Turn) -> None:
        self.view.break_note.worked()
        if turn.own is None and turn.position >= 0:
            self._counter.answered()
        elif turn.own is None or turn.note:
            self._counter.count(doubtful=True)  # reached from elsewhere: it may or may not be in the queue
        self._show_after(turn)

    def _not_recorded(self, error: UserError) -> None:
        """The item stays, with what is stored about it, until the answer can be kept."""
        self.session.tell(error)
        self._busy = False
        self._ahead.open_line()
        if self._turn is not None:
            self.view.pad.select(self._turn.own.label_id if self._turn.own else None)

    def _revert(self, revert: Callable[[Db, int, Fit | None], Undone | None], nothing: str) -> None:
        who, fit = self.session.annotator, self.session.refitting.fit
        if who is None or self._busy:
            return

        def reverted(undone: Undone | None) -> None:
            self._busy = False
            if undone is None:
                self._ahead.open_line()
                self.session.tell(nothing)
                return
            if undone.question_id:
                self._look_at(undone.question_id)
            self._show_reverted(undone.item_ids[0])

        self._busy = True
        self.session.write(lambda db: revert(db, who.id, fit), owner=self, done=reverted, failed=self._not_recorded)

    def _show_reverted(self, item_id: int) -> None:
        """The item whose answer was taken back or given again, and at once how many are done by that."""
        who, before = self.session.annotator, self._turn
        if who is None:
            return
        self._after = -1  # the item may wait again, before what was known to be answered
        turn = self._read_turn(item_id)
        waiting = annotating.again(self.session.read, who.id, item_id) if turn.own is None else None
        if waiting is not None:
            turn = waiting
            self._counter.taken_back()
        elif turn.own is not None and before is not None and before.item.id == item_id:
            if before.own is None and before.position >= 0:
                self._counter.answered()
        else:
            self._counter.count(doubtful=True)
        self.view.comment.close_editor()
        self._show(turn)
        self._counter.count()

    def _keep_comment(self, text: str) -> None:
        self.setFocus()
        if self._turn is not None and text != self._turn.comment and not self._busy:
            self._keep_draft(replace(self._turn, comment=text))

    def _keep_draft(self, turn: Turn) -> None:
        """Store comment and flag at once. Writes are done in order, so an answer after this one comes after it."""
        who = self.session.annotator
        if who is None:
            return
        self._turn = turn
        self.session.write(
            lambda db: annotating.save_draft(db, who.id, turn.item.id, comment=turn.comment, flagged=turn.flagged),
            owner=self,
        )

    def _bind_keys(self) -> None:
        self._commands = annotate_keys.commands(self)
        self.set_shortcuts(self._commands)
        for bound in self._bound:
            bound.setAutoRepeat(False)  # a key held down must not skip what nobody has read
        keys = Action("annotate_keys", self.tr("Keys"), "?", "annotate", self._show_keys)  # the window's own
        self.view.set_hints([*self._commands[: annotate_keys.HINTED], keys])
        search = self.view.pad.offer_search("/", self.tr("Find a label"))
        hide, show = (
            KeyHint("G", text, self.fold_guideline) for text in (self.tr("Fold"), self.tr("Open", "the guideline"))
        )
        self.view.guideline.add_hints(hide, show)
        self.view.guideline.fold(self.session.settings.guideline_folded)
        for hint, name in ((search, "annotate_search"), (hide, "annotate_guideline"), (show, "annotate_guideline")):
            actions.mention(hint, name)
        self.choices.add_own(self.tr("Item and labels alone"), "annotate_focus", self.switch_focus)
        self.choices.add_own(self.tr("Fold or open the guideline"), "annotate_guideline", self.fold_guideline)

    def _show_keys(self) -> None:
        for action in self.window().actions():
            if action.objectName() == "keys":
                action.trigger()

    def _show_question(self) -> None:
        super()._show_question()
        labels = label_keys.label_rows(self._question.labels, "annotate", self.answer)
        self.shortcuts = [*self._commands, *annotate_keys.built_in(), *labels]
