"""The page where a person answers one item after the other, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Annotator, Changes, Exposure
from annotator.errors import UserError
from annotator.services import annotating, project_file, routing
from annotator.services.annotating import Turn, Undone
from annotator.services.project_file import Db
from annotator.ui.actions import Action
from annotator.ui.pages.base import Page
from annotator.ui.session import Session
from annotator.ui.widgets import label_keys, nothing_waits, pace
from annotator.ui.widgets.active_clock import ActiveClock
from annotator.ui.widgets.annotate_view import AnnotateView
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.conflict_list import short
from annotator.ui.widgets.queue_counter import QueueCounter

SHOW_SUGGESTION = "show_suggestion"  # the project's setting
LISTED = 8  # answers in the history card
PACED = 20  # answers that the pace is taken from
WAY_BACK = 500  # answers that "back" can step through


class AnnotatePage(Page):
    """One item at a time; an answer is on disk before the next item is shown, and keys pressed meanwhile do nothing."""

    item_shown = Signal(int)  # item id; from here on keys answer this item

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = self.tr("Annotate")
        self._turn: Turn | None = None
        self._busy = False
        self._after = -1  # nothing up to this position of the queue waits for this annotator
        self._counter = QueueCounter(session, self)
        self._counter.counted.connect(self._show_counted)
        self._exposed: set[tuple[int, int]] = set()  # (annotator, item) whose suggestion was on the screen
        self._clock = ActiveClock()
        self._suggestions = QAction(self.tr("Show the LLM's suggestion"), self)
        self._suggestions.setCheckable(True)
        self._suggestions.triggered.connect(self._set_suggestions)
        self._who = AnnotatorButton(session)
        self._who.add_choice(self._suggestions)
        self.view = AnnotateView(session.settings, self._who)
        self.view.label_chosen.connect(self.answer)
        self.view.item_chosen.connect(self.go_to)
        self.view.comment_closed.connect(self._keep_comment)
        self.body.addWidget(self.view)
        self._bind_keys()
        self.view.set_question(session.question)
        self._question = session.question
        self.shortcuts = [*self._commands, *label_keys.label_rows(self._question.labels, "annotate", self.answer)]
        session.annotator_changed.connect(self._sit_down)

    def shown(self, argument: object = None) -> None:
        """argument: the id of an item to go to; without one, the item gone to before or the next that waits."""
        self._load_setup()
        self._clock.resume()
        self.setFocus()
        self._after = -1  # the queue may have changed meanwhile
        if self._busy:
            return
        if isinstance(argument, int) and self.session.annotator is not None:
            self.go_to(argument)
        elif self._turn is not None and self._turn.position < 0:
            self.go_to(self._turn.item.id)
        else:
            self._show_next()
        self._counter.count()

    def hidden(self) -> None:
        self.view.comment.close_editor()
        self._clock.pause()

    def changed(self, changes: Changes) -> None:
        if changes.setup:
            self._load_setup()
        if changes.queue or changes.gold:
            self._after = -1
        if self._busy:
            return  # our own answer: what it changes is shown with the next item
        # A run of an LLM changes nothing in a person's queue, and would have it counted for every batch.
        if changes.queue or changes.items or changes.gold or (changes.annotations and not changes.runs):
            self._counter.count()
            self._show_history()
            if self._turn is None:
                self._show_next()

    def answer(self, label_id: int) -> None:
        """Give the item shown this label, then go on."""

        def record(db: Db, who: Annotator, turn: Turn, seconds: float, shown: bool) -> Changes:
            return annotating.answer(
                db, who.id, turn, label_id, seconds=seconds, comment=turn.comment, flagged=turn.flagged, shown=shown
            )

        self._record(record, label_id)

    def skip(self) -> None:
        """Pass the item on without an answer."""

        def record(db: Db, who: Annotator, turn: Turn, seconds: float, shown: bool) -> Changes:
            return annotating.skip(
                db, who.id, turn, seconds=seconds, comment=turn.comment, flagged=turn.flagged, shown=shown
            )

        self._record(record, None)

    def toggle_flag(self) -> None:
        if self._turn is not None and not self._busy:
            self.view.set_flagged(not self._turn.flagged)
            self._keep_draft(replace(self._turn, flagged=not self._turn.flagged))

    def comment(self) -> None:
        if self._turn is not None and not self._busy:
            self.view.comment.open_editor()

    def undo(self) -> None:
        self._revert(annotating.undo, self.tr("There is no answer of yours to take back."))

    def redo(self) -> None:
        self._revert(annotating.redo, self.tr("There is nothing to redo."))

    def back(self) -> None:
        """To the answer given before the item shown."""
        order = self._answered()
        step = self._step(order) + 1
        if step < len(order):
            self.go_to(order[step])
        elif self.session.annotator is not None and not self._busy:
            self.session.tell(self.tr("There is no earlier answer of yours."))

    def forward(self) -> None:
        """Towards the newest answer, then to the next item that waits."""
        if self._busy or self.session.annotator is None:
            return
        order = self._answered()
        step = self._step(order)
        if step > 0:
            self.go_to(order[step - 1])
        elif self._turn is None or self._turn.own is not None or self._turn.position < 0:
            self._show_next()

    def go_to(self, item_id: int) -> None:
        """Show any item, to look at or answer again."""
        if not self._busy and self.session.annotator is not None:
            self.view.comment.close_editor()
            self._show(self._read_turn(item_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        label_id = self.view.pad.label_for(event) if self.view.working else None
        if label_id is None:
            super().keyPressEvent(event)
        else:
            event.accept()
            self.answer(label_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible():
            if self.isActiveWindow():
                self._clock.resume()
            else:
                self._clock.pause()

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
        shown = (who.id, turn.item.id) in self._exposed
        if turn.own is not None:  # what was seen once stays seen
            shown = shown or turn.own.exposure is Exposure.SHOWN
        self.session.write(
            lambda db: record(db, who, turn, seconds, shown),
            owner=self,
            done=lambda changes: self._recorded(turn),
            failed=self._not_recorded,
        )

    def _recorded(self, turn: Turn) -> None:
        if turn.own is None and turn.position >= 0:
            self._counter.answered()
        elif turn.own is None:
            self._counter.count()  # reached by undo or from elsewhere: it may or may not be in the queue
        self._show_next()

    def _not_recorded(self, error: UserError) -> None:
        """The item stays, with what is stored about it, until the answer can be kept."""
        self.session.tell(error)
        self._busy = False
        if self._turn is not None:
            self.view.pad.select(self._turn.own.label_id if self._turn.own else None)

    def _show_next(self) -> None:
        who = self.session.annotator
        if who is None:
            self._show_nothing(nothing_waits.nobody_here(self._ask_who))
            return
        turn = annotating.next_turn(self.session.read, who.id, after=self._after)
        if turn is None and self._after >= 0:
            turn = annotating.next_turn(self.session.read, who.id)
        if turn is None:
            self._show_nothing(self._why_nothing())
            return
        self._after = turn.position - 1
        self._show(turn)

    def _show(self, turn: Turn) -> None:
        self._turn = turn
        self._busy = True
        self.view.show_turn(turn)
        self._show_suggestion()
        self._show_history()
        self._show_progress()
        self._clock.restart()
        if not self.isVisible():
            self._clock.pause()
        # Keys pressed while this was being shown are in the event queue before this call; they mean the item before.
        QTimer.singleShot(0, self, self._accept_keys)

    def _accept_keys(self) -> None:
        self._busy = False
        if self._turn is not None:
            self.item_shown.emit(self._turn.item.id)

    def _show_nothing(self, reason: QWidget) -> None:
        self._turn = None
        self._busy = False
        self.view.show_empty(reason)
        self._show_history()
        self._show_progress()

    def _why_nothing(self) -> QWidget:
        counted = self._counter.progress
        empty = counted is not None and counted.done + counted.open == 0 and routing.current(self.session.read) is None
        return nothing_waits.no_items(self.session) if empty else nothing_waits.all_done(self.session)

    def _ask_who(self) -> None:
        self.session.choose_annotator(self.window(), self.setFocus)

    def _show_suggestion(self) -> None:
        turn, who = self._turn, self.session.annotator
        suggestion = turn.suggestion if turn is not None and self._suggestions.isChecked() else None
        if turn is None or who is None or suggestion is None:
            self.view.pad.suggest(None)
            return
        self._exposed.add((who.id, turn.item.id))
        words = self.tr("suggested, {confidence} · {name}")
        if suggestion.confidence is None:
            words = self.tr("suggested · {name}")
        confidence = short(suggestion.confidence)
        self.view.pad.suggest(suggestion.label_id, words.format(name=suggestion.by, confidence=confidence))

    def _show_history(self) -> None:
        who, counted = self.session.annotator, self._counter.progress
        found = [] if who is None else annotating.recent(self.session.read, who.id, PACED)
        self.view.set_history(found[:LISTED], self._turn.item.id if self._turn else None)
        left = pace.seconds_left([answer.seconds for answer in found], counted.open) if counted else None
        self.view.time_left.setText(nothing_waits.time_in_words(left))

    def _show_progress(self) -> None:
        who, counted = self.session.annotator, self._counter.progress
        if who is None or counted is None:
            self.view.set_progress("", 0, 0)
            return
        total = counted.done + counted.open
        if self._turn is not None and self._turn.own is None and self._turn.position >= 0:
            text = self.tr("Item {number} of {total}").format(number=f"{counted.done + 1:,}", total=f"{total:,}")
        else:
            text = self.tr("{done} of {total} done").format(done=f"{counted.done:,}", total=f"{total:,}")
        self.view.set_progress(text, counted.done, total)

    def _show_counted(self) -> None:
        self._show_progress()
        self._show_history()
        if self._turn is None and self.session.annotator is not None and not self._busy:
            self._show_next()

    def _show_who(self) -> None:
        who = self.session.annotator
        self._who.setVisible(who is not None)
        if who is not None:
            blind = self.tr("Annotating as {name} · blind")
            seeing = self.tr("Annotating as {name} · suggestions shown")
            self._who.setText((seeing if self._suggestions.isChecked() else blind).format(name=who.name))

    def _revert(self, revert: Callable[[Db, int], Undone | None], nothing: str) -> None:
        who = self.session.annotator
        if who is None or self._busy:
            return

        def reverted(undone: Undone | None) -> None:
            self._busy = False
            if undone is None:
                self.session.tell(nothing)
                return
            self._after = -1  # the item may wait again, before what was known to be answered
            self._counter.count()
            self.go_to(undone.item_ids[0])

        self._busy = True
        self.session.write(lambda db: revert(db, who.id), owner=self, done=reverted, failed=self._not_recorded)

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

    def _answered(self) -> list[int]:
        who = self.session.annotator
        return [] if who is None else [a.item_id for a in annotating.recent(self.session.read, who.id, WAY_BACK)]

    def _step(self, order: list[int]) -> int:
        """Where the item shown stands among the answers, newest first; -1 when it is not one of them."""
        return order.index(self._turn.item.id) if self._turn is not None and self._turn.item.id in order else -1

    def _read_turn(self, item_id: int) -> Turn:
        assert self.session.annotator is not None
        return annotating.turn_of(self.session.read, self.session.annotator.id, item_id)

    def _sit_down(self) -> None:
        """Somebody else is here now: their queue, their answers."""
        self._turn = None
        self._after = -1
        self._counter.progress = None
        self._show_who()
        if self.isVisible() and not self._busy:
            self._show_next()
            self._counter.count()

    def _load_setup(self) -> None:
        self._suggestions.setChecked(bool(project_file.setting(self.session.read, SHOW_SUGGESTION, False)))
        if self.session.question != self._question:
            self._question = self.session.question
            self.view.set_question(self._question)
            self.shortcuts = [*self._commands, *label_keys.label_rows(self._question.labels, "annotate", self.answer)]
            if self._turn is not None:
                self.view.pad.select(self._turn.own.label_id if self._turn.own else None)
        self._show_suggestion()
        self._show_who()

    def _set_suggestions(self, shown: bool) -> None:
        self.session.write(lambda db: project_file.set_setting(db, SHOW_SUGGESTION, shown), owner=self)

    def _bind_keys(self) -> None:
        rows = (
            ("annotate_skip", self.tr("Skip"), "S", self.skip),
            ("annotate_flag", self.tr("Flag"), "F", self.toggle_flag),
            ("annotate_comment", self.tr("Comment"), "C", self.comment),
            ("annotate_back", self.tr("Back"), "Left Backspace Alt+Left", self.back),
            ("annotate_forward", self.tr("Forward"), "Right Alt+Right", self.forward),
            ("annotate_undo", self.tr("Undo"), "Ctrl+Z", self.undo),
            ("annotate_redo", self.tr("Redo"), "Ctrl+Shift+Z Ctrl+Y", self.redo),
        )
        actions = [Action(name, text, keys, "annotate", target) for name, text, keys, target in rows]
        self.set_shortcuts(actions)
        self._commands = actions
        for bound in self._bound:
            bound.setAutoRepeat(False)  # a key held down must not skip what nobody has read
        keys = Action("annotate_keys", self.tr("Keys"), "?", "annotate", self._show_keys)  # the window's own
        self.view.set_hints([*actions[:4], keys])

    def _show_keys(self) -> None:
        for action in self.window().actions():
            if action.objectName() == "keys":
                action.trigger()
