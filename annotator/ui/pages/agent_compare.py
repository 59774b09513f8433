"""Agents beside people: how well each does, whether it may replace people, and where any two differ."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.model import Changes, Report
from annotator.errors import UserError
from annotator.services import browsing, comparing, project_file
from annotator.services.comparing import Other, Pair, Side, Standing
from annotator.services.project_file import Db
from annotator.texts import figure
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.pair_card import SHOWN, Behind, PairCard
from annotator.ui.widgets.records import left_out_line
from annotator.ui.widgets.standings_table import StandingsTable
from annotator.ui.widgets.text import text_label

MOST = 100  # rows; a crowd may be of thousands


class _Behind(NamedTuple):
    """The items of one cell of one pair, as they were read."""

    sides: tuple[Side, Side]
    cell: tuple[int, int]
    items: list[Behind]


class CompareTab(ReadingTab[list[Standing]]):
    """On top everybody, one row each; below two of them, label by label."""

    title = "Compare"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._standings: list[Standing] = []
        self._wanted: tuple[int, int] = (-1, -1)
        self.table = StandingsTable()
        self.table.currentCellChanged.connect(lambda row, *_: self._show_verdict(row))
        self.verdict = InlineNotice()
        self.pair = PairCard()
        self.pair.pair_wished.connect(self._read_pair)
        self.pair.cell_wished.connect(self._read_items)
        self.pair.item_wished.connect(lambda item_id: session.go("review", item_id))
        self.set_faces(
            self._lay_out(),
            EmptyState(
                "scale-balance",
                self.tr("Nobody to compare yet"),
                self.tr("Once an agent has answered, this tab sets it beside people and beside gold."),
                self.tr("Pre-label with an LLM"),
                lambda: session.go("agents", "label"),
            ),
        )
        self.set_shortcuts(
            [
                Action("compare_refresh", self.tr("Compare anew"), "F5", "agents", self.refresh),
                Action("compare_swap", self.tr("Change sides"), "Ctrl+T", "agents", self.swap),
            ],
            {
                "Up Down": self.tr("Previous or next row"),
                "Return": self.tr("The items behind a number, or to an item"),
                "Ctrl+C": self.tr("Copy the table"),
            },
        )

    def changed(self, changes: Changes) -> None:
        if changes.runs and self.session.labelling.running:
            return  # the whole comparison twice a second would hold up everything else; it follows at the run's end
        if changes.annotations or changes.gold or changes.posteriors or changes.setup or changes.items:
            self.refresh()

    def read(self, db: Db, report: Report) -> list[Standing]:
        return comparing.compare(db, report=report)

    def show_state(self, state: list[Standing]) -> bool:
        self._standings = state[:MOST]
        self.table.show_standings(self._standings)
        more = len(state) - len(self._standings)
        self.more.setText(self.tr("and {n} more").format(n=figure(more)))
        self.more.setVisible(more > 0)
        self._show_verdict(self.table.currentRow())
        self._show_sides()
        return bool(state)

    def focus_first(self) -> None:
        self.table.setFocus()

    def swap(self) -> None:
        """What stood on the right stands on the left."""
        sides = self.pair.sides
        if sides is not None and not isinstance(sides[1], Other):
            self.pair.choose(sides[1], sides[0])

    def _show_sides(self) -> None:
        ones: list[tuple[Side, str]] = [(s.who.id, s.name) for s in self._standings if s.who is not None]
        others: list[tuple[Side, str]] = [
            (Other.GOLD, self.tr("Gold")),
            (Other.CONSENSUS, self.tr("Merged labels")),
            *ones,
        ]
        fresh = self.pair.sides is None
        self.pair.show_sides(others, ones)
        sides = self.pair.sides
        if fresh and sides is not None and self._standings[0].accuracy.value is None:
            self.pair.choose(sides[0], self._with_most_labels() or Other.CONSENSUS)
        elif sides is not None:
            self._read_pair(*sides)

    def _with_most_labels(self) -> int | None:
        """Whom to set beside the first one where there is no gold."""
        others = [standing for standing in self._standings[1:] if standing.who is not None]
        found = max(others, key=lambda standing: standing.labels, default=None)
        return None if found is None or found.who is None else found.who.id

    def _show_verdict(self, row: int) -> None:
        standing = self._standings[row] if 0 <= row < len(self._standings) else None
        if standing is None or standing.verdict is None:
            self.verdict.clear()
            return
        found = standing.verdict
        level = "info" if found.result.winning_rate is None else "good" if found.result.may_replace else "warn"
        self.verdict.show_text(f"{standing.name}: {_lower_first(found.sentence)}", level)

    def _read_pair(self, one: Side, other: Side) -> None:
        self.session.compute(
            lambda db: comparing.pair(db, one, other),
            owner=self,
            done=lambda found: self._show_pair((one, other), found, ""),
            failed=lambda error: self._show_pair((one, other), None, str(error)),
        )

    def _show_pair(self, sides: tuple[Side, Side], found: Pair | None, why: str) -> None:
        if sides == self.pair.sides:
            self.pair.show_pair(found, why)

    def _read_items(self, row: int, column: int) -> None:
        pair, sides = self.pair.pair, self.pair.sides
        if pair is None or sides is None:
            return
        self._wanted = (row, column)
        labels = (pair.labels[row].id, pair.labels[column].id)
        self.session.compute(
            lambda db: _Behind(sides, (row, column), _behind(db, sides, labels)),
            owner=self,
            done=self._show_items,
            failed=self._no_items,
        )

    def _show_items(self, found: _Behind) -> None:
        if found.sides == self.pair.sides and found.cell == self._wanted:
            self.pair.show_items(*found.cell, found.items)

    def _no_items(self, error: UserError) -> None:
        self.session.tell(error)

    def _lay_out(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        top = Card(padding=14)
        top.body.addWidget(self.table, 1)
        top.body.addWidget(left_out_line(self.table))
        self.more = text_label("", "secondary")
        self.more.hide()
        top.body.addWidget(self.more)
        top.body.addWidget(self.verdict)
        column.addWidget(top, 2)
        column.addWidget(self.pair, 3)
        return content


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _behind(db: Db, sides: tuple[Side, Side], labels: tuple[int, int]) -> list[Behind]:
    """The first items of a cell, with what both sides say and how sure they are."""
    ids = comparing.items_behind(db, *sides, *labels, limit=SHOWN)
    names = {label.id: label.name for label in project_file.question(db).labels}
    found = []
    for row in browsing.rows(db, ids):
        given = {answer.annotator.id: answer.confidence for answer in browsing.answers_to(db, row.id)}
        sure = [_sure(side, given, row.probability) for side in sides]
        said = [
            names[label] if s is None else f"{names[label]} · {figure(s, 2)}"
            for label, s in zip(labels, sure, strict=True)
        ]
        found.append(Behind(row.id, row.text, said[0], said[1], row.gold))
    return found


def _sure(side: Side, given: dict[int, float | None], merged: float | None) -> float | None:
    """What a side claims; gold claims nothing."""
    if isinstance(side, Other):
        return merged if side is Other.CONSENSUS else None
    return given.get(side)
