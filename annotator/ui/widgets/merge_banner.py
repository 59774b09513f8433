"""A line that says that the merged result is older than some answers, and merges again on a click."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import merging
from annotator.services.backups import Reason
from annotator.services.merging import Computed, MergeResult, MergeState
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import ElidedLabel


class MergeBanner(QFrame):
    """Takes no room while the merged result is up to date."""

    merging_changed = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._merging = False
        self.setObjectName("merge_banner")
        self._text = ElidedLabel()
        self._button = buttons.link(self.tr("Merge now"), self.merge)
        self._button.setObjectName("merge_now")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("refresh", "warn"))
        row.addWidget(self._text)
        row.addWidget(self._button)
        row.addStretch(1)
        self.hide()

    def show_state(self, state: MergeState | None) -> None:
        """None: nothing is merged, which the page says in another way."""
        self.show_stale(state.stale if state is not None else 0)

    def show_stale(self, stale: int) -> None:
        """How many answers or decisions the merged result does not know."""
        answers = counted(stale, "answer or decision", "answers or decisions")
        self._text.set_text(self.tr("{answers} came after the last merge.").format(answers=answers))
        self.setVisible(stale > 0)

    def show_unmerged(self, consequence: str) -> None:
        """Say what follows from the answers not being merged yet."""
        self._text.set_text(consequence)
        self.show()

    def merge(self) -> None:
        """Merge all answers beside the window and put the result in force."""
        if self._merging:
            return
        self._set_merging(True)
        self._session.keep(Reason.MERGE)
        self._session.compute(merging.merge, owner=self, done=self._store, failed=self._failed)

    def _store(self, computed: Computed) -> None:
        self._session.write(lambda db: merging.store(db, computed), owner=self, done=self._merged, failed=self._failed)

    def _merged(self, result: MergeResult) -> None:
        self._set_merging(False)
        text = self.tr("Merged the answers to {items} by {method}. {reason}")
        told = text.format(items=counted(result.items, "item"), method=result.method, reason=result.reason)
        self._session.tell(told.strip(), "good")
        for warning in result.warnings:
            self._session.tell(warning, "warn")

    def _failed(self, error: UserError) -> None:
        self._set_merging(False)
        self._session.tell(error)

    def _set_merging(self, merging_now: bool) -> None:
        self._merging = merging_now
        self.merging_changed.emit(merging_now)  # first: a button that is disabled hands the keyboard to its neighbour
        self._button.setEnabled(not merging_now)
        self._button.setText(self.tr("Merging…") if merging_now else self.tr("Merge now"))
