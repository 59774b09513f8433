"""The page where a person answers one item after the other, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Annotator, Changes
from annotator.errors import UserError
from annotator.services import annotating, routing
from annotator.services.annotating import Turn, Undone
from annotator.services.fit import Fit
from annotator.services.project_file import Db
from annotator.ui.actions import Action
from annotator.ui.pages.base import Page
from annotator.ui.session import Session
from annotator.ui.widgets import label_keys, nothing_waits, pace
from annotator.ui.widgets.active_clock import ActiveClock
from annotator.ui.widgets.annotate_view import AnnotateView
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.queue_counter import QueueCounter
from annotator.ui.widgets.suggestion import Suggestions
from annotator.ui.widgets.way_back import WayBack

LISTED = 8  # answers in the history card
PACED = 20  # answers that the pace is taken from


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
        self._clock = ActiveClock()
        self._way = WayBack(session)
        self._who = AnnotatorButton(session)
        self.view = AnnotateView(session.settings, self._who)
        self._suggestions = Suggestions(session, self.view.pad, self)
        self._who.add_choice(self._suggestions.action)
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

        fit = self.session.refitting.fit

        def record(db: Db, who: Annotator, turn: Turn, seconds: float, shown: bool) -> Changes:
            comment, flagged = turn.comment, turn.flagged
            return annotating.answer(
                db, who.id, turn, label_id, seconds=seconds, comment=comment, flagged=flagged, shown=shown, fit=fit
            )

        self._record(record, label_id)

    def skip(self) -> None:
        """Pass the item on without an answer."""

        fit = self.session.refitting.fit

        def record(db: Db, who: Annotator, turn: Turn, seconds: float, shown: bool) -> Changes:
            comment, flagged = turn.comment, turn.flagged
            return annotating.skip(
                db, who.id, turn, seconds=seconds, comment=comment, flagged=flagged, shown=shown, fit=fit
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
        shown = self._suggestions.seen(turn, who)
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
            self._counter.count(doubtful=True)  # reached from elsewhere: it may or may not be in the queue
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
            self._ask_who()
            return
        turn = annotating.next_turn(self.session.read, who.id, after=self._after)
        if turn is None and self._after >= 0:
            turn = annotating.next_turn(self.session.read, who.id)
        if turn is None:
            self._show_nothing(self._why_nothing())
            return
        self._after = turn.first - 1
        self._show(turn)

    def _show(self, turn: Turn) -> None:
        self._turn = turn
        self._busy = True
        self.view.show_turn(turn)
        self._suggestions.show(self._turn, self.session.annotator)
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

    def _ask_who(self) -> None:
        """On the page itself; a name that is being typed stays."""
        if not self.findChildren(nothing_waits.NobodyHere):
            nobody = nothing_waits.NobodyHere(self.session, self.setFocus)
            self._show_nothing(nobody)
            nobody.setFocus()

    def _why_nothing(self) -> QWidget:
        counted = self._counter.progress
        empty = counted is not None and counted.done + counted.open == 0 and routing.current(self.session.read) is None
        if empty:
            return nothing_waits.no_items(self.session)
        return nothing_waits.all_done(self.session, counted.done if counted is not None else 0)

    def _show_history(self) -> None:
        who, counted = self.session.annotator, self._counter.progress
        found = [] if who is None else annotating.recent(self.session.read, who.id, PACED)
        self.view.set_history(found[:LISTED], self._item_id)
        left = pace.seconds_left([answer.seconds for answer in found], counted.open) if counted else None
        self.view.time_left.setText(nothing_waits.time_in_words(left))

    def _show_progress(self) -> None:
        who, counted = self.session.annotator, self._counter.progress
        if who is None or counted is None:
            self.view.set_progress("", 0, 0)
            return
        total = counted.done + counted.open
        text = self.tr("{done} of {total} done").format(done=f"{counted.done:,}", total=f"{total:,}")
        self.view.set_progress(text if total else "", counted.done, total)

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
            self._who.show_text((seeing if self._suggestions.shown else blind).format(name=who.name))

    def _revert(self, revert: Callable[[Db, int, Fit | None], Undone | None], nothing: str) -> None:
        who, fit = self.session.annotator, self.session.refitting.fit
        if who is None or self._busy:
            return

        def reverted(undone: Undone | None) -> None:
            self._busy = False
            if undone is None:
                self.session.tell(nothing)
                return
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

    @property
    def _item_id(self) -> int | None:
        return self._turn.item.id if self._turn is not None else None

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
        self._suggestions.load()
        if self.session.question != self._question:
            self._question = self.session.question
            self.view.set_question(self._question)
            self.shortcuts = [*self._commands, *label_keys.label_rows(self._question.labels, "annotate", self.answer)]
            if self._turn is not None:
                self.view.pad.select(self._turn.own.label_id if self._turn.own else None)
        self._suggestions.show(self._turn, self.session.annotator)
        self._show_who()

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
