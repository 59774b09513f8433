"""The menu “Add filter”: what there is to filter by, each in a submenu, checked where it is set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.domain.filters import Agreement, Filter, Range, State
from annotator.domain.model import Kind, Label
from annotator.services.browsing import Choices
from annotator.ui.widgets.popup import RangePopup, WordPopup

Changed = Callable[[Filter], object]


class FilterMenu(QMenu):
    """Built anew for each opening."""

    def __init__(
        self, now: Filter, labels: Sequence[Label], choices: Choices, changed: Changed, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._now, self._changed, self._anchor = now, changed, parent
        self._add_labels(labels)
        self._toggles(self.tr("Status"), "states", [(state, self._state(state)) for state in State])
        self._add_agreement()
        people = [a for a in choices.annotators if a.kind is Kind.HUMAN]
        llms = [a for a in choices.annotators if a.kind is Kind.LLM]
        self._toggles(self.tr("Answered by"), "annotators", [(a.id, a.name) for a in (*people, *llms)])
        self._add_metadata(choices)
        self._toggles(self.tr("Tag"), "tags", [(tag, tag) for tag in choices.tags])
        self.addSeparator()
        self._ask(self.tr("Confidence of the LLM…"), lambda: self._ask_range("confidence", self.tr("LLM confidence")))
        self._ask(self.tr("Entropy…"), lambda: self._ask_range("entropy", self.tr("Entropy: 0 sure, 1 open")))
        self._ask(self.tr("Comment…"), self._ask_comment)

    def _add_labels(self, labels: Sequence[Label]) -> None:
        named = [(label.id, label.name) for label in labels]
        self._toggles(self.tr("Consensus"), "consensus", named)
        self._toggles(self.tr("LLM's label"), "llm", named)
        self._toggles(self.tr("People's label"), "people", named)
        self._toggles(self.tr("Gold"), "gold", [*named, (None, self.tr("no right answer"))])

    def _add_agreement(self) -> None:
        menu = self.addMenu(self.tr("Agreement"))
        for value, text in (
            (Agreement.UNANIMOUS, self.tr("All answers the same")),
            (Agreement.DIFFERING, self.tr("Differing answers")),
            (Agreement.LLM_AGAINST_PEOPLE, self.tr("The LLM against people")),
        ):
            chosen = self._now.agreement is value
            wanted = replace(self._now, agreement=None if chosen else value)
            self._check(menu, text, chosen, wanted)

    def _add_metadata(self, choices: Choices) -> None:
        if not choices.metadata:
            return
        menu = self.addMenu(self.tr("Metadata"))
        for column, values in choices.metadata.items():
            inner = menu.addMenu(_shown(column))
            for value in values:
                chosen = (column, value) in self._now.metadata
                others = tuple(pair for pair in self._now.metadata if pair[0] != column)
                wanted = replace(self._now, metadata=others if chosen else (*others, (column, value)))
                self._check(inner, _shown(value), chosen, wanted)
            inner.addSeparator()
            action = inner.addAction(self.tr("Another value…"))
            action.triggered.connect(lambda checked=False, column=column: self._ask_value(column))

    def _toggles(self, title: str, name: str, rows: Sequence[tuple[Any, str]]) -> None:
        if not rows:
            return
        menu = self.addMenu(title)
        set_ = getattr(self._now, name)
        for value, text in rows:
            chosen = value in set_
            values = tuple(v for v in set_ if v != value) if chosen else (*set_, value)
            self._check(menu, _shown(text), chosen, self._now.having(name, values))

    def _check(self, menu: QMenu, text: str, chosen: bool, wanted: Filter) -> None:
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda checked=False: self._changed(wanted))
        menu.addAction(action)

    def _ask(self, text: str, target: Callable[[], object]) -> None:
        self.addAction(text).triggered.connect(lambda checked=False: target())

    def _ask_range(self, name: str, title: str) -> None:
        popup = RangePopup(title, self.tr("Filter"), self._anchor, getattr(self._now, name) or Range(0.0, 1.0))
        now, changed = self._now, self._changed
        popup.chosen.connect(lambda chosen: changed(now.having(name, chosen)))
        popup.show_under(self._anchor, popup.low)

    def _ask_comment(self) -> None:
        popup = WordPopup(self.tr("A text within a comment"), self.tr("Filter"), self._anchor, text=self._now.comment)
        now, changed = self._now, self._changed
        popup.entered.connect(lambda text: changed(replace(now, comment=text)))
        popup.show_under(self._anchor, popup.line)

    def _ask_value(self, column: str) -> None:
        popup = WordPopup(column, self.tr("Filter"), self._anchor)
        now, changed = self._now, self._changed
        others = tuple(pair for pair in now.metadata if pair[0] != column)
        popup.entered.connect(lambda text: changed(replace(now, metadata=(*others, (column, text)))))
        popup.show_under(self._anchor, popup.line)

    def _state(self, state: State) -> str:
        return {
            State.ACCEPTED: self.tr("Accepted from the LLM"),
            State.ANSWERED: self.tr("Answered by people"),
            State.WAITING: self.tr("Waiting for people"),
            State.CONFLICT: self.tr("In conflict"),
            State.SETTLED: self.tr("Settled"),
            State.NOT_ROUTED: self.tr("Not routed"),
            State.CONTESTED: self.tr("Decided differently"),
            State.INVALID: self.tr("Invalid reply"),
            State.FAILED: self.tr("No reply from an LLM"),
            State.SUSPICIOUS: self.tr("Tries to give an LLM orders"),
            State.FLAGGED: self.tr("Flagged"),
            State.COMMENTED: self.tr("Commented"),
            State.MEASURED_BY: self.tr("Has gold that measures"),
        }[state]


def _shown(text: str) -> str:
    """As a menu shows it: short, and no letter underlined."""
    return (text if len(text) <= 60 else text[:59] + "…").replace("&", "&&")
