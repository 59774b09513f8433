"""Where two differ: what each of them says by label, and the items behind each number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.words import counted
from annotator.services.comparing import Other, Pair, Side
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.confusion_grid import ConfusionGrid
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records, percent, signed
from annotator.ui.widgets.splitter import Splitter
from annotator.ui.widgets.text import ElidedLabel, text_label

SHOWN = 200  # items behind a cell
NAME = 110  # pixels of a name above a column


class Behind(NamedTuple):
    """An item behind a cell: its text, and what each side says of it, with confidence where there is one."""

    item_id: int
    text: str
    one: str
    other: str
    gold: str


class PairCard(Card):
    """Says `pair_wished(one, other)` when others are chosen, `cell_wished(row, column)`, and `item_wished(id)`."""

    pair_wished = Signal(object, object)
    cell_wished = Signal(int, int)
    item_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where two differ"), parent)
        self.let_title_wrap()
        self._pair: Pair | None = None
        self._items: list[Behind] = []
        self.one = self._chooser(self.tr("The one"), "compare_one")
        self.other = self._chooser(self.tr("The other"), "compare_other")
        for widget in (self.one, text_label(self.tr("beside"), "muted"), self.other):
            self.header.addWidget(widget)
        self.sentence = text_label("", wrap=True)
        self.sentence.setObjectName("pair_sentence")
        self.note = InlineNotice()
        self.axes = text_label("", "secondary", wrap=True)
        self.grid = ConfusionGrid()
        self.grid.cell_chosen.connect(self.cell_wished)
        self.items_title = ElidedLabel("", "strong", middle=True)
        self.items = Records((self.tr("Item"), "", "", self.tr("Gold")), stretch=0, widest=150)
        self.items.setObjectName("items_behind")
        self.items.setAccessibleName(self.tr("The items behind a number"))
        self.items.opened.connect(self._open)
        self._lay_out()
        self.show_pair(None, "")

    @property
    def sides(self) -> tuple[Side, Side] | None:
        """Who is chosen; None where there is nobody to choose."""
        one, other = _side(self.one.currentData()), _side(self.other.currentData())
        return None if one is None or other is None else (one, other)

    @property
    def pair(self) -> Pair | None:
        return self._pair

    def show_sides(self, everybody: Sequence[tuple[Side, str]], ones: Sequence[tuple[Side, str]]) -> None:
        """Who can be chosen: `ones` on the left, `everybody` on the right; the choice stays where it can."""
        for chooser, known in ((self.one, ones), (self.other, everybody)):
            before = chooser.currentData()
            chooser.blockSignals(True)
            chooser.clear()
            for side, name in known:
                chooser.addItem(name, side.value if isinstance(side, Other) else side)
            found = chooser.findData(before)
            chooser.setCurrentIndex(found if before is not None and found >= 0 else min(0, len(known) - 1))
            chooser.blockSignals(False)

    def choose(self, one: Side, other: Side) -> None:
        """As choosing both does."""
        for chooser, side in ((self.one, one), (self.other, other)):
            chooser.blockSignals(True)
            chooser.setCurrentIndex(chooser.findData(side.value if isinstance(side, Other) else side))
            chooser.blockSignals(False)
        self._ask()

    def show_pair(self, pair: Pair | None, why: str) -> None:
        """why: said in place of a pair that cannot be made."""
        before = self._chosen_cell(pair)
        self._pair = pair
        bare = pair is None or not pair.items
        for widget in (self.axes, self.grid, self._right):
            widget.setVisible(not bare)
        if pair is not None and bare:
            why = self.tr("No item has a label of both {one} and {other}.").format(one=pair.one, other=pair.other)
        self.sentence.setText("" if pair is None or bare else self._in_words(pair))
        self.sentence.setVisible(not bare)
        self.note.show_text(why if pair is None or bare else " ".join(pair.notes), "info")
        if pair is not None and not bare:
            self.axes.setText(
                self.tr(
                    "Rows: {one}. Columns: {other}. Click a number, or press Enter on it, to see its items."
                ).format(one=self._short(pair.one, 2 * NAME), other=self._short(pair.other, 2 * NAME))
            )
            self.grid.show_counts([label.name for label in pair.labels], pair.counts, (pair.one, pair.other))
            self._choose_cell(pair, before)

    def show_items(self, row: int, column: int, items: Sequence[Behind]) -> None:
        """The first of the items behind a cell."""
        pair = self._pair
        if pair is None:
            return
        self._items = list(items)
        number = int(pair.counts[row, column])
        title = self.tr("{items}: “{row}” beside “{column}”")
        self.items_title.set_text(
            title.format(items=counted(number, "item"), row=pair.labels[row].name, column=pair.labels[column].name)
        )
        sides = [self._short(name) for name in (pair.one, pair.other)]
        self.items.set_titles((self.tr("Item"), *sides, self.tr("Gold")))
        self.items.explain((self.tr("Enter or a double click leads to it"), pair.one, pair.other, ""))
        self.items.setColumnHidden(3, Other.GOLD in (self.sides or ()))  # one of the two says it already
        self.items.show_rows([(item.text, item.one, item.other, item.gold) for item in items])
        more = number - len(items)
        self.more.setText(self.tr("and {n} more").format(n=figure(more)))
        self.more.setVisible(more > 0)

    def _chosen_cell(self, pair: Pair | None) -> tuple[int, int] | None:
        """Of the pair in sight, if this is the same two with the same labels."""
        shown, index = self._pair, self.grid.currentIndex()
        if shown is None or pair is None or not index.isValid():
            return None
        same = (shown.one, shown.other, shown.labels) == (pair.one, pair.other, pair.labels)
        return (index.row(), index.column()) if same else None

    def _choose_cell(self, pair: Pair, before: tuple[int, int] | None) -> None:
        """The one that was chosen before; else begin with the commonest difference."""
        away = pair.counts.copy()
        np.fill_diagonal(away, 0)
        row, column = divmod(int((away if away.any() else pair.counts).argmax()), len(pair.labels))
        self.grid.choose(*(before or (row, column)))

    def _in_words(self, pair: Pair) -> str:
        same = pair.same
        parts = [
            self.tr("The same label on {share} ({low}–{high} %) of {items}").format(
                share=percent(same.value),
                low=figure(100 * same.low),
                high=figure(100 * same.high),
                items=counted(pair.items, "item"),
            )
        ]
        if pair.kappa.value is not None:
            kappa = self.tr("kappa {value}").format(value=signed(pair.kappa.value))
            if pair.kappa.low is not None and pair.kappa.high is not None:
                kappa += self.tr(" ({low} to {high})").format(low=signed(pair.kappa.low), high=signed(pair.kappa.high))
            parts.append(kappa)
        told = ", ".join(parts) + "."
        sides = self.sides
        if sides is not None and Other.GOLD not in sides and pair.accuracy_one.of:
            told += " " + self.tr(
                "Of {gold} with gold {one} has {right_one} right and {other} {right_other}; just one of them is right"
                " in {only_one} and {only_other}."
            ).format(
                gold=counted(pair.accuracy_one.of, "item"),
                one=pair.one,
                right_one=percent(pair.accuracy_one.value),
                other=pair.other,
                right_other=percent(pair.accuracy_other.value),
                only_one=figure(pair.only_one),
                only_other=figure(pair.only_other),
            )
        return told

    def _short(self, name: str, pixels: int = NAME) -> str:
        """As much of a name as has room there."""
        return self.items.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, theme.px(pixels))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._items):
            self.item_wished.emit(self._items[row].item_id)

    def _ask(self) -> None:
        sides = self.sides
        if sides is not None:
            self.pair_wished.emit(*sides)

    def _chooser(self, meaning: str, name: str) -> QComboBox:
        found = ComboBox()
        found.setObjectName(name)
        found.setAccessibleName(meaning)
        found.setMaximumWidth(theme.px(250))
        found.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        found.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        found.setMinimumContentsLength(18)
        found.currentIndexChanged.connect(lambda _: self._ask())
        return found

    def _lay_out(self) -> None:
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme.px(6))
        line = QHBoxLayout()
        self.more = text_label("", "secondary")
        line.addWidget(self.items_title, 1)
        line.addWidget(self.more)
        right.addLayout(line)
        right.addWidget(self.items, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.axes)
        column.addWidget(self.grid, 1)
        halves = Splitter()
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(theme.px(20))
        halves.addWidget(left)
        halves.addWidget(self._right)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        halves.setSizes([theme.px(400), theme.px(600)])
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.note)
        self.body.addWidget(halves, 1)


def _side(data: object) -> Side | None:
    if isinstance(data, str):
        return Other(data)
    return data if isinstance(data, int) else None
