"""What a reviewer does beside settling one item: sending it back, and accepting all unanimous ones at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Changes
from annotator.domain.words import counted
from annotator.services import adjudicating, reviewing
from annotator.services.adjudicating import Accepted, Case
from annotator.services.project_file import Db
from annotator.ui.session import Session
from annotator.ui.widgets import review_words
from annotator.ui.widgets.answer_rows import called
from annotator.ui.widgets.send_back_line import SendBackLine
from annotator.ui.widgets.unanimous_bar import UnanimousBar


class ReviewDeeds(QObject):
    """Between the page's lines and the project. Undo is the page's own."""

    sent = Signal(int)  # item id
    said = Signal(str)  # what was done, for the page's own line

    def __init__(
        self, session: Session, line: SendBackLine, bar: UnanimousBar, undo: Callable[[], object], page: QWidget
    ) -> None:
        super().__init__(page)
        self._session, self._line, self._bar, self._undo, self._page = session, line, bar, undo, page
        self._case: Case | None = None
        self.numbers: Mapping[int, int] | None = None  # by annotator id, where names are hidden
        line.sent.connect(self._send)
        bar.wished.connect(self._count)
        bar.confirmed.connect(self._accept)

    def ask_note(self, case: Case) -> None:
        """Open the line; who answered the item is offered first, then anybody, then the others."""
        self._case = case
        given = {answer.annotator.id for answer in case.answers}
        people = adjudicating.people(self._session.read)
        own = [(who.id, called(who, self.numbers)) for who in people if who.id in given]
        others = [(who.id, called(who, self.numbers)) for who in people if who.id not in given]
        self._line.open_line([*own, (None, self.tr("Anybody")), *others])

    def switch_names(self) -> None:
        """Hide or show who gave which answer, for everybody who reviews this project."""
        hidden = self.numbers is None
        self._session.write(lambda db: reviewing.set_anonymised(db, hidden), owner=self)

    def _send(self, note: str, to: int | None) -> None:
        case = self._case
        if case is None:
            return

        def send() -> None:
            who = self._session.annotator
            assert who is not None  # was asked for
            by = who.id
            name = next(
                (called(each, self.numbers) for each in adjudicating.people(self._session.read) if each.id == to), ""
            )

            def done(changes: Changes) -> None:
                self.said.emit(review_words.sent(case, name))
                self.sent.emit(case.item.id)

            self._session.write(
                lambda db: adjudicating.send_back(db, by, case.item.id, note, to), owner=self, done=done
            )

        self._session.choose_annotator(self._page, send, doing="reviewing")

    def _count(self, above: float) -> None:
        self._session.browse(lambda db: adjudicating.unanimous(db, above), owner=self, done=self._bar.show_found)

    def _accept(self, above: float) -> None:
        def accept() -> None:
            who = self._session.annotator
            assert who is not None  # was asked for
            by = who.id

            def work(db: Db) -> Accepted:
                return adjudicating.accept_unanimous(db, by, above)

            def done(found: Accepted) -> None:
                text = self.tr("{items} settled as everybody says.").format(items=counted(found.number, "item"))
                self._session.offer(text, self.tr("Undo"), self._undo)

            self._session.write(work, owner=self, done=done)

        self._session.choose_annotator(self._page, accept, doing="reviewing")
