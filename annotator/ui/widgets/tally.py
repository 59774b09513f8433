"""How much is done, how long the rest takes, and what was answered just now, on the page for annotating."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.services import annotating
from annotator.texts import figure
from annotator.ui.session import Session
from annotator.ui.widgets import nothing_waits, pace
from annotator.ui.widgets.annotate_view import AnnotateView
from annotator.ui.widgets.queue_counter import QueueCounter

LISTED = 8  # answers in the history card
PACED = 20  # answers that the pace is taken from


class Tally(QObject):
    """Writes these numbers into the view; nobody who does not want to see them has to."""

    def __init__(self, session: Session, view: AnnotateView, counter: QueueCounter, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._counter = counter

    def show(self, item_id: int | None) -> None:
        """item_id: of the item in front."""
        self.show_history(item_id)
        self.show_progress()

    def show_history(self, item_id: int | None) -> None:
        who, counted = self._session.annotator, self._counter.progress
        found = [] if who is None else annotating.recent(self._session.read, who.id, PACED)
        self._view.set_history(found[:LISTED], item_id)
        seconds = [answer.seconds for answer in found if answer.label is not None]  # a skip is no answer
        left = pace.seconds_left(seconds, counted.open) if counted else None
        hidden = self._session.settings.progress_hidden
        self._view.time_left.setText("" if hidden else nothing_waits.time_in_words(left))
        self._view.time_left.setToolTip(nothing_waits.pace_in_words(pace.seconds_each(seconds)))

    def show_progress(self) -> None:
        who, counted = self._session.annotator, self._counter.progress
        if who is None or counted is None or self._session.settings.progress_hidden:
            self._view.set_progress("", 0, 0)
            return
        total = counted.done + counted.open
        skipped = annotating.skipped(self._session.read, who.id)
        if skipped:
            text = self.tr("{answered} of {total} answered, {skipped} skipped").format(
                answered=figure(max(counted.done - skipped, 0)), total=figure(total), skipped=figure(skipped)
            )
        else:
            text = self.tr("{done} of {total} done").format(done=figure(counted.done), total=figure(total))
        self._view.set_progress(text if total else "", counted.done, total)
