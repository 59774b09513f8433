"""The page where disagreement is settled; every decision is gold and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import adjudicating, reviewing
from annotator.services.adjudicating import Case
from annotator.services.annotating import Undone
from annotator.services.merging import AnnotatorReport, MergeState
from annotator.services.project_file import Db
from annotator.ui.pages import review_keys
from annotator.ui.pages.base import Page
from annotator.ui.review_decisions import ReviewDecisions
from annotator.ui.review_deeds import ReviewDeeds
from annotator.ui.review_looks import Looked, ReviewLooks
from annotator.ui.session import Session
from annotator.ui.typed_ahead import TypedAhead
from annotator.ui.widgets import nothing_to_settle, review_words
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.item_view import paging
from annotator.ui.widgets.label_keys import LabelKeys, assign, chosen, label_rows
from annotator.ui.widgets.merge_banner import MergeBanner
from annotator.ui.widgets.review_choices import ReviewChoices
from annotator.ui.widgets.review_view import ReviewView
from annotator.ui.widgets.unanimous_bar import UnanimousBar


class ReviewPage(Page):
    """Items by disagreement; one key settles the one in front, and the next comes."""

    case_shown = Signal(int)  # item id; from here on keys settle this item

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = self.tr("Review")
        self._case: Case | None = None
        self._wanted: int | None = None  # the item whose case is shown or on its way
        self._unlisted = False  # the item in front is not one of the list
        self._ahead = TypedAhead(self)
        self._looks = ReviewLooks(session, self)
        self._looks.looked.connect(self._loaded)
        self._decisions = ReviewDecisions(session, self)
        self._decisions.settled.connect(self._settled)
        self._decisions.failed.connect(self._not_stored)
        self._method = ""
        self._reports: dict[int, AnnotatorReport] = {}
        self._names: dict[int, str] = {}
        self._gold_shown = False
        self._question = session.question
        self._keys: LabelKeys = assign(session.question.labels)
        self.choices = ReviewChoices()
        self.choices.chosen.connect(self._filtered)
        self.choices.names_switched.connect(self.switch_names)
        self._who = AnnotatorButton(session)
        self._header = self.add_header(self.title)
        self._header.add(self._who)
        self.banner = MergeBanner(session)
        self.banner.merging_changed.connect(lambda merging: self.setFocus() if merging else None)  # not a greyed button
        self.unanimous = UnanimousBar()
        self.unanimous.closed.connect(self.setFocus)
        self.view = ReviewView(session.settings, lambda ids: reviewing.titles(session.read, ids))
        self.deeds = ReviewDeeds(session, self.view.send_back, self.unanimous, self.undo, self)
        self.case_shown.connect(session.saw)
        self.deeds.said.connect(self.view.show_last)
        self.deeds.sent.connect(self._gone)
        self.view.send_back.closed.connect(self.setFocus)
        self.view.label_chosen.connect(self.settle)
        self.view.conflicts.selectionModel().currentChanged.connect(self._selected)
        self.view.why.closed.connect(lambda text: self.setFocus())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.choices)
        self.body.addWidget(self.unanimous)
        self.body.addWidget(self._stack, 1)
        self._bind_keys()
        self._show_question()
        session.annotator_changed.connect(self._show_who)

    def shown(self, argument: object = None) -> None:
        """argument: the id of an item to look at, listed or not, or a kind of items: "random", "contested"."""
        if isinstance(argument, str):
            self.choices.show_only(argument)
        self._show_who()
        self._follow_question()
        self.setFocus()
        self._unlisted = False
        self._load(argument if isinstance(argument, int) else None, reread=True)

    def hidden(self) -> None:
        self._ahead.forget()
        self.view.why.close_editor()
        self.view.send_back.close_line()
        self.unanimous.close_bar()

    def changed(self, changes: Changes) -> None:
        if changes.setup:
            self._follow_question()
        if self._decisions.busy:
            return  # our own decision: what follows from it is shown when it is stored
        # A run of an LLM writes many batches; the list follows the next merge anyway.
        seen = changes.posteriors or changes.gold or changes.items or changes.queue or changes.setup
        if seen or (changes.annotations and not changes.runs):
            self._load(reread=True)

    def settle(self, label_id: int | None) -> None:
        """Decide the item in front; None says that no label is right."""
        case = self._case
        if case is not None and not self._decisions.busy:
            self.session.choose_annotator(self.window(), lambda: self._settle(case, label_id), doing="reviewing")

    def accept_merged(self) -> None:
        if self._case is not None and self._case.merged:
            self.settle(self._case.merged[0][0].id)

    def undo(self) -> None:
        self._revert(adjudicating.undo, self.tr("There is no decision of yours to take back."))

    def redo(self) -> None:
        self._revert(adjudicating.redo, self.tr("There is nothing to redo."))

    def step(self, by: int) -> None:
        """To the next (1) or the previous (-1) item of the list."""
        rows = self.view.conflicts.conflicts().rowCount()
        row = self.view.conflicts.currentIndex().row() + by
        if rows:
            self._select_row(min(max(row, 0), rows - 1))

    def write_reason(self) -> None:
        self._ask(lambda case: self.view.why.open_editor())

    def send_back(self) -> None:
        """Ask somebody again about the item in front, with a note."""
        self._ask(self.deeds.ask_note)

    def accept_unanimous(self) -> None:
        """Look at how many items could be accepted at once."""
        self.unanimous.open_bar()

    def switch_names(self) -> None:
        """Hide or show who gave which answer."""
        self.deeds.switch_names()
        self.setFocus()

    def toggle_gold(self) -> None:
        """Show or hide imported gold; hidden at first, so that it does not lead the decision."""
        self._gold_shown = not self._gold_shown
        self._show_gold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Labels, reading on, and leaving a code that was begun."""
        here = self._stack.currentWidget() is self.view
        position = chosen(event, self._keys) if here else None
        self.view.show_typed(self._keys)
        if position is not None:
            event.accept()
            self.settle(self._question.labels[position].id)
        elif here and event.key() == Qt.Key.Key_Escape and self._keys.typed:
            self._forget_typed()
        elif here and paging(event):
            self.view.read_on(paging(event))
        else:
            super().keyPressEvent(event)

    def _forget_typed(self) -> None:
        """A code that was begun for one item must not settle the next."""
        self._keys.typed = ""
        self.view.show_typed(self._keys)

    def _ask(self, open_line: Callable[[Case], object]) -> None:  # of the item in front, or the one on its way
        if self._case is not None and not self._decisions.busy:
            open_line(self._case)
        elif self._stack.currentWidget() is self.view:
            self._ahead.wish(lambda: self._ask(open_line))

    def _load(self, select: int | None = None, *, reread: bool = False) -> None:
        """Read the list anew and go to `select`; without one the item in front stays, read again if so wished."""
        self._looks.look(self.choices.only, self.choices.ordered, select, reread=reread)

    def _loaded(self, found: Looked, select: int | None, reread: bool) -> None:
        self._method = found.state.method if found.state else ""
        self._reports, self._names, self.deeds.numbers = found.reports, found.names, found.numbers
        self.choices.hidden.setChecked(found.numbers is not None)
        self.banner.show_state(found.state)
        rows = self.view.conflicts.conflicts()
        rows.set_listing(found.listing, found.order)
        self.view.show_heading()
        self._show_count()
        if select is None and not rows.rowCount() and not self._unlisted:
            self._show_nothing(found.state)
            return
        self._show_view()
        target = self._wanted if select is None else select
        row = rows.row_of(target) if target is not None else -1
        if target is not None and row < 0 and (select is not None or self._unlisted):
            self._open_unlisted(target)
            return
        if reread and not self.view.why.editing:
            self._wanted = None
        self._select_row(max(row, 0))

    def _open_unlisted(self, item_id: int) -> None:
        """An item that the filter does not let through, or that is settled: gone to from elsewhere, or by redo."""
        self._unlisted = True
        self.view.conflicts.setCurrentIndex(QModelIndex())
        if item_id != self._wanted:
            self._open(item_id)

    def _select_row(self, row: int) -> None:
        self._unlisted = False
        index = self.view.conflicts.conflicts().index(row)
        self.view.conflicts.setCurrentIndex(index)
        self.view.conflicts.scrollTo(index)
        self._selected(index)

    def _selected(self, index: QModelIndex, before: object = None) -> None:
        item_id = self.view.conflicts.conflicts().item_id(index.row())
        if item_id is not None and item_id != self._wanted:
            self._open(item_id)

    def _open(self, item_id: int) -> None:
        self.view.why.close_editor()
        self._wanted = item_id
        self._forget_typed()
        self.view.send_back.close_line()
        self._case = None  # until it is here, keys settle nothing
        reports = self._reports
        self.session.browse(lambda db: adjudicating.case(db, item_id, reports), owner=self, done=self._show_case)

    def _show_case(self, case: Case) -> None:
        if case.item.id != self._wanted:
            return  # somebody moved on meanwhile
        self._case = case
        self.view.show_case(case, self._question, self._method, self.deeds.numbers)
        self.view.show_sent(review_words.sent_back(case, self._names))
        self.view.show_contested(review_words.contested(case, self._question, self._names))
        self._show_gold()
        self._ahead.open_line()
        self.case_shown.emit(case.item.id)

    def _settle(self, case: Case, label_id: int | None) -> None:
        who = self.session.annotator
        if who is not None and not self._decisions.busy and self._case is case:
            drawn = self.choices.only == adjudicating.RANDOM and not self._unlisted
            self._decisions.settle(who.id, case, label_id, self.view.why.text, drawn=drawn)

    def _settled(self, case: Case, label_id: int | None) -> None:
        self.view.show_last(review_words.settled(case, label_id, self._question))
        self.view.why.set_text("")
        self._gone(case.item.id)

    def _gone(self, item_id: int) -> None:
        """An item that is settled or sent back: the next one comes."""
        self._case = self._wanted = None
        rows = self.view.conflicts.conflicts()
        row = rows.row_of(item_id)
        if self.choices.only in nothing_to_settle.DECIDED and row >= 0:
            stays = item_id if self.choices.only == "settled" else None
            self._load(rows.item_id(row + 1) or stays, reread=True)
            return
        if row >= 0:
            rows.remove(item_id)
        self._show_count()
        if rows.rowCount():
            self._select_row(min(max(row, 0), rows.rowCount() - 1))
        else:
            self._load()

    def _not_stored(self, error: UserError) -> None:
        self._ahead.open_line()
        self.session.tell(error)

    def _revert(self, revert: Callable[[Db, int], Undone | None], nothing: str) -> None:
        who = self.session.annotator
        if self._decisions.busy:
            return
        if who is None:
            self.session.tell(nothing)
            return
        self._decisions.revert(revert, who.id, lambda undone: self._reverted(undone, nothing))

    def _reverted(self, undone: Undone | None, nothing: str) -> None:
        if undone is None:
            self._ahead.open_line()
            self.session.tell(nothing)
            return
        self.view.show_last("")
        self._case = self._wanted = None  # its case has changed, so it is read again
        self._load(undone.item_ids[0] if len(undone.item_ids) == 1 else None, reread=True)

    def _show_gold(self) -> None:
        gold = self._case.gold if self._case is not None else None
        shown = self._gold_shown and self._case is not None
        self.view.show_gold(review_words.known(gold, self._question, shown=shown))

    def _show_count(self) -> None:
        only, order = self.choices.only, self.choices.ordered
        count = self.view.conflicts.conflicts().rowCount()
        self._header.set_subtitle(review_words.counted(only, order, count))

    def _show_view(self) -> None:
        empty = self._stack.currentWidget()
        if empty is not None and empty is not self.view:
            self._stack.setCurrentWidget(self.view)
            self._stack.removeWidget(empty)
            empty.deleteLater()

    def _show_nothing(self, state: MergeState | None) -> None:
        self._show_view()
        self._ahead.forget()
        self._case = self._wanted = None
        reason = nothing_to_settle.reason(self.session, self.banner, state, self.choices.only, self._show_all)
        self._stack.addWidget(reason)
        self._stack.setCurrentWidget(reason)

    def _show_all(self) -> None:
        self.choices.show_only("all")
        self._filtered()

    def _show_who(self) -> None:
        who = self.session.annotator
        text = self.tr("Reviewing as {name}").format(name=who.name) if who else self.tr("Choose your name")
        self._who.show_text(text)

    def _follow_question(self) -> None:
        if self.session.question != self._question:
            self._question = self.session.question
            self._show_question()
            if self._case is not None:
                self.view.show_case(self._case, self._question, self._method, self.deeds.numbers)

    def _show_question(self) -> None:
        """Its labels, their keys, and both in the key sheet."""
        self._keys = assign(self._question.labels)
        self.view.set_question(self._question)
        self.view.show_typed(self._keys)
        self.shortcuts = [
            *self._commands,
            *review_keys.built_in(),
            *label_rows(self._question.labels, "review", self.settle),
        ]

    def _filtered(self) -> None:
        self.setFocus()  # letters settle again
        self._case = self._wanted = None
        self._unlisted = False
        self._load()

    def _bind_keys(self) -> None:
        actions = review_keys.commands(self)
        self.set_shortcuts(actions)
        self._commands = actions
        for bound, action in zip(self._bound, actions, strict=True):
            bound.setAutoRepeat(action.name in ("review_next", "review_previous"))
        self.view.set_hints(actions[: review_keys.HINTED])
