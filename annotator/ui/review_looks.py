"""What Review lists is read again and again; only the latest look counts, with the wishes of those before it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.services import adjudicating, merging, reviewing
from annotator.services.merging import AnnotatorReport, MergeState
from annotator.services.project_file import Db
from annotator.services.reviewing import Listing
from annotator.ui.session import Session
from annotator.ui.widgets.answer_rows import called


class Looked(NamedTuple):
    """What one look at the project gave. numbers: of annotators, None where names are shown."""

    state: MergeState | None
    listing: Listing
    order: str
    reports: dict[int, AnnotatorReport]
    names: dict[int, str]
    numbers: dict[int, int] | None


class ReviewLooks(QObject):
    """Reads the list beside the window."""

    looked = Signal(object, object, bool)  # Looked; an item id to go to or None; whether to read the case again

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._number = 0
        self._select: int | None = None
        self._reread = False

    def look(self, only: str, order: str, select: int | None = None, *, reread: bool = False) -> None:
        """Read the items that `only` lets through, in this order."""
        self._select = self._select if select is None else select
        self._reread = self._reread or reread
        self._number += 1
        number = self._number

        def read(db: Db) -> Looked:
            numbers = reviewing.numbers(db) if reviewing.anonymised(db) else None
            names = {who.id: called(who, numbers) for who in adjudicating.people(db)}
            reports = adjudicating.reports(db)
            listing = reviewing.listing(db, only, order)
            return Looked(merging.state(db), listing, order, reports, names, numbers)

        self._session.compute(read, owner=self, done=lambda found: self._found(number, found))

    def _found(self, number: int, found: Looked) -> None:
        if number != self._number:
            return
        select, reread = self._select, self._reread
        self._select, self._reread = None, False
        self.looked.emit(found, select, reread)
