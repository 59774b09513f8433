"""The item in front of the person who annotates: which it is, what stands around it, and what comes when it is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Changes
from annotator.services import annotating, routing
from annotator.services.annotating import Turn
from annotator.ui.pages.base import Page
from annotator.ui.session import Session
from annotator.ui.typed_ahead import TypedAhead
from annotator.ui.widgets import nothing_waits
from annotator.ui.widgets.active_clock import ActiveClock
from annotator.ui.widgets.annotate_view import AnnotateView
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.queue_counter import QueueCounter
from annotator.ui.widgets.suggestion import Suggestions
from annotator.ui.widgets.tally import Tally
from annotator.ui.widgets.view_button import ViewButton
from annotator.ui.widgets.way_back import WayBack

READ_AHEAD = 60  # ms after an item came into sight: its painting comes first


class TurnPage(Page):
    """Shows turns; what the person does with them is for the page that is made of this."""

    follows_question = True
    item_shown = Signal(int)  # item id; from here on keys answer this item

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._turn: Turn | None = None
        self._busy = False
        self._ahead = TypedAhead(self)
        self._after = -1  # nothing up to this position of the queue waits for this annotator
        self._counter = QueueCounter(session, self)
        self._counter.counted.connect(self._show_counted)
        self._reading_ahead = QTimer(self, singleShot=True, interval=READ_AHEAD)
        self._reading_ahead.timeout.connect(self._read_ahead)
        self._clock = ActiveClock()
        self._way = WayBack(session)
        self._who = AnnotatorButton(session)
        self.choices = ViewButton(session)
        self.choices.changed.connect(self._show_tally)
        self.view = AnnotateView(session.settings, self._who, self.choices)
        self._tally = Tally(session, self.view, self._counter, self)
        self._suggestions = Suggestions(session, self.view.pad, self)
        self._who.add_choice(self._suggestions.action)
        self.view.item_chosen.connect(self.go_to)
        self.body.addWidget(self.view)
        self._question = session.question
        self._switching = False  # to the question of the turn that comes
        self._chosen = session.question.id  # by a person; the window is about it again when the page is left
        session.annotator_changed.connect(self._sit_down)
        session.question_changed.connect(self._another_question)

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
        self._ahead.forget()
        self.view.comment.close_editor()
        self.set_focused(False)
        self._clock.pause()
        self._look_at(self._chosen)

    def changed(self, changes: Changes) -> None:
        if changes.setup:
            self._load_setup()
        if changes.gold:
            self._load_examples()
        if changes.queue or changes.gold:
            self._after = -1
        if self._busy:
            return  # our own answer: what it changes is shown with the next item
        # A run of an LLM changes nothing in a person's queue, and would have it counted for every batch.
        if changes.queue or changes.items or changes.gold or (changes.annotations and not changes.runs):
            self._counter.count()
            self._tally.show_history(self._item_id)
            if self._turn is None:
                self._show_next()

    def set_focused(self, focused: bool) -> None:
        """The item and its labels alone in the window, or everything again."""
        if focused != self.view.focused:
            self.view.set_focused(focused)
            self.session.alone_wished.emit(focused)
            self.setFocus()

    def go_to(self, item_id: int) -> None:
        """Show any item, to look at or answer again."""
        if not self._busy and self.session.annotator is not None:
            self.view.comment.close_editor()
            self._way.leave(self._turn)
            self._show(self._read_turn(item_id))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible():
            if self.isActiveWindow():
                self._clock.resume()
            else:
                self._clock.pause()

    def _show_next(self) -> None:
        who = self.session.annotator
        if who is None:
            self._ask_who()
            return
        left = self._way.return_to()
        if left is not None:
            self._show(left)
            return
        turn = annotating.next_turn(self.session.read, who.id, after=self._after)
        if turn is None and self._after >= 0:
            turn = annotating.next_turn(self.session.read, who.id)
        if turn is None:
            self._show_nothing(self._why_nothing())
            return
        self._after = turn.first - 1
        self._show(turn)

    def _show_after(self, turn: Turn) -> None:
        """What comes after an answer: the next question about the same item, where there is one, or the next item."""
        who = self.session.annotator
        if len(self.session.questions) < 2 or who is None or self._way.away or not self.isVisible():
            self._show_next()
            return
        following = annotating.turn_after(self.session.read, who.id, turn)
        if following is None:
            self._show_nothing(self._why_nothing())
            return
        self._look_at(following.question_id)
        self._after = following.first - 1
        self._show(following)

    def _look_at(self, question_id: int) -> None:
        self._switching = True
        try:
            self.session.set_question(question_id)
        finally:
            self._switching = False

    def _another_question(self) -> None:
        self._after = -1
        self._counter.count(doubtful=True)
        if not self._switching:  # somebody chose it, and begins with what waits there
            self._chosen = self.session.question.id
            self._turn = None
            self._way.arrive(None)
        if self.isVisible():
            self._load_setup()
            if not self._switching and not self._busy:
                self._show_next()

    def _show(self, turn: Turn) -> None:
        self._turn = turn
        self._busy = True
        self._way.arrive(turn)
        self.view.pad.close_search()
        if self.view.skip_choice.is_open:
            self.setFocus()  # what is hidden keeps no keys
        self.view.show_turn(turn, away=self._way.away)
        self._suggestions.show(self._turn, self.session.annotator)
        self._show_tally()
        self._clock.restart()
        if not self.isVisible():
            self._clock.pause()
        # Keys pressed while this was being shown are in the event queue before this call; they mean the item before.
        QTimer.singleShot(0, self, self._accept_keys)

    def _accept_keys(self) -> None:
        self._busy = False
        self._ahead.open_line()
        if self._turn is not None:
            self.item_shown.emit(self._turn.item.id)
            self._reading_ahead.start()

    def _read_ahead(self) -> None:
        """While this one is read: what follows is in memory then, and the window need not wait for a slow disk."""
        who, turn = self.session.annotator, self._turn
        # Out of sight, the project may be closed by now.
        if who is None or turn is None or turn.position < 0 or not self.isVisible():
            return
        self.session.browse(
            lambda db: annotating.next_turn(db, who.id, after=turn.position),
            owner=self,
            failed=lambda error: None,  # told when it is read in earnest
        )

    def _show_nothing(self, reason: QWidget) -> None:
        self._turn = None
        self._busy = False
        self._ahead.forget()
        self.view.show_empty(reason)
        self._show_tally()

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
        who = self.session.annotator
        wanted = None if who is None else annotating.met_by_others(self.session.read, who.id)
        skipped = 0 if who is None else annotating.skipped(self.session.read, who.id)
        answered = max(counted.done - skipped, 0) if counted is not None else 0
        return nothing_waits.all_done(self.session, answered, wanted, skipped)

    def _show_tally(self) -> None:
        self._tally.show(self._item_id)

    def _show_counted(self) -> None:
        self._show_tally()
        if self._turn is None and self.session.annotator is not None and not self._busy:
            self._show_next()

    def _show_who(self) -> None:
        who = self.session.annotator
        self._who.setVisible(who is not None)
        if who is not None:
            blind = self.tr("Annotating as {name} · blind")
            seeing = self.tr("Annotating as {name} · suggestions shown")
            text, brief = (blind, self.tr("{name} · blind"))
            if self._suggestions.shown:
                text, brief = (seeing, self.tr("{name} · suggestions shown"))
            self._who.show_text(text.format(name=who.name), brief.format(name=who.name))

    @property
    def _item_id(self) -> int | None:
        return self._turn.item.id if self._turn is not None else None

    def _read_turn(self, item_id: int) -> Turn:
        assert self.session.annotator is not None
        return annotating.turn_of(self.session.read, self.session.annotator.id, item_id)

    def _sit_down(self) -> None:
        """Somebody else is here now: their queue, their answers."""
        self._turn = None
        self._way.arrive(None)
        self._after = -1
        self._counter.progress = None
        self._show_who()
        if self.isVisible() and not self._busy:
            self._show_next()
            self._counter.count()

    def _load_setup(self) -> None:
        self._suggestions.load()
        self.view.set_appearance(self.choices.load())
        if self.session.question != self._question:
            self._question = self.session.question
            self._show_question()
            if self._turn is not None:
                self.view.pad.select(self._turn.own.label_id if self._turn.own else None)
        self._load_examples()
        self._suggestions.show(self._turn, self.session.annotator)
        self._show_who()

    def _load_examples(self) -> None:
        """Beside the window: a project may have settled a great many items."""
        self.session.browse(annotating.label_examples, owner=self, done=self.view.guideline.set_examples)

    def _show_question(self) -> None:
        self.view.set_question(self._question)
