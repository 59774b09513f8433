"""The LLM's suggestion on the page for annotating: whether it is shown, and to whom it was."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from annotator.domain.model import Annotator, Exposure
from annotator.services import project_file
from annotator.services.annotating import Turn
from annotator.ui.session import Session
from annotator.ui.widgets.conflict_list import short
from annotator.ui.widgets.label_pad import LabelPad

SHOW_SUGGESTION = "show_suggestion"  # the project's setting


class Suggestions(QObject):
    """`action` switches them for the whole project. What was seen once stays seen, and is stored with the answer."""

    def __init__(self, session: Session, pad: LabelPad, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pad = pad
        self.action = QAction(self.tr("Show the LLM's suggestion"), self)
        self.action.setCheckable(True)
        self.action.triggered.connect(self._set)

    @property
    def shown(self) -> bool:
        return self.action.isChecked()

    def load(self) -> None:
        """As the project says now."""
        self.action.setChecked(bool(project_file.setting(self._session.read, SHOW_SUGGESTION, False)))

    def show(self, turn: Turn | None, who: Annotator | None) -> None:
        """Mark the suggestion for this turn on the pad, or take the mark away."""
        suggestion = turn.suggestion if turn is not None and self.shown else None
        if turn is None or who is None or suggestion is None:
            self._pad.suggest(None)
            return
        self._session.saw(turn.item.id)
        words = self.tr("suggested, {confidence} · {name}")
        if suggestion.confidence is None:
            words = self.tr("suggested · {name}")
        confidence = short(suggestion.confidence)
        self._pad.suggest(suggestion.label_id, words.format(name=suggestion.by, confidence=confidence))

    def seen(self, turn: Turn, who: Annotator) -> bool:
        """Whether they have seen it at any time, here or where everybody's answers are shown."""
        before = turn.own is not None and turn.own.exposure is Exposure.SHOWN
        return before or self._session.has_seen(who.id, turn.item.id)

    def _set(self, shown: bool) -> None:
        self._session.write(lambda db: project_file.set_setting(db, SHOW_SUGGESTION, shown), owner=self)
