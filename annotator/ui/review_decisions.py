"""Decisions of a reviewer on their way into the project and back out of it, one at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import adjudicating
from annotator.services.adjudicating import Case
from annotator.services.annotating import Undone
from annotator.services.project_file import Db
from annotator.ui.session import Session


class ReviewDecisions(QObject):
    """busy: one is being stored or taken back, and no other can begin."""

    settled = Signal(object, object)  # Case, label id or None
    failed = Signal(object)  # UserError

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.busy = False

    def settle(self, who: int, case: Case, label_id: int | None, why: str, *, drawn: bool) -> None:
        """who: annotator id of the reviewer. label_id: None says that no label is right. drawn: see `adjudicating`."""

        def done(changes: Changes) -> None:
            self.busy = False
            self.settled.emit(case, label_id)

        self.busy = True
        self._session.write(
            lambda db: adjudicating.settle(db, who, case.item.id, label_id, why, drawn=drawn),
            owner=self,
            done=done,
            failed=self._not_stored,
        )

    def revert(
        self, revert: Callable[[Db, int], Undone | None], who: int, done: Callable[[Undone | None], object]
    ) -> None:
        """Undo or redo; `done` is given None where there is nothing to revert."""

        def reverted(undone: Undone | None) -> None:
            self.busy = False
            done(undone)

        self.busy = True
        self._session.write(lambda db: revert(db, who), owner=self, done=reverted, failed=self._not_stored)

    def _not_stored(self, error: UserError) -> None:
        self.busy = False
        self.failed.emit(error)
