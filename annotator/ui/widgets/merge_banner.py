"""A line that says that the merged result is older than some answers, and merges again on a click."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.domain.words import counted
from annotator.services.merging import MergeState
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
        for happened in (session.merging.begun, session.merging.ended):
            happened.connect(self._show_merging)
        if session.merging.running:
            self._show_merging()

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
        self._session.merging.start()

    def _show_merging(self) -> None:
        now = self._session.merging.running
        self.merging_changed.emit(now)  # first: a button that is disabled hands the keyboard to its neighbour
        self._button.setEnabled(not now)
        self._button.setText(self.tr("Merging…") if now else self.tr("Merge now"))
