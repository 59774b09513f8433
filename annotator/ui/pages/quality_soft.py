"""Soft labels of the Quality page: items on which reliable people disagree, with all that they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.model import Changes, Report
from annotator.domain.words import counted
from annotator.services import soft_labels
from annotator.services.project_file import Db
from annotator.services.soft_labels import RELIABLE, SoftItem, SoftLabels
from annotator.texts import figure, say
from annotator.ui import plotting
from annotator.ui.pages.base import GAP
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.scrolled import scrolled
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.two_parts import TwoParts

if TYPE_CHECKING:
    from annotator.ui.widgets.grouped_bars import GroupedBars

_BESIDE = (600, 600)  # px of the items and of the plot, to begin with
_LEAST = 430  # px of the height of the items with the words around them, where they stand above the plot
_WHOLE = 6  # rows that are never cut at the lower edge
_WIDEST = 190  # px of what people answered


class SoftLabelsTab(ReadingTab[SoftLabels]):
    """Left the items, right what people say of the chosen one beside what merging makes of it."""

    title = "Soft labels"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: SoftLabels | None = None
        self.plot: GroupedBars | None = None
        self.summary = text_label("", "secondary", wrap=True)
        self.summary.setObjectName("soft_summary")
        self.items = Records(
            (self.tr("Item"), self.tr("Answers"), self.tr("Entropy"), self.tr("Merged")),
            numbers=(1, 2, 3),
            stretch=0,
            widest=_WIDEST,
        )
        self.items.explain(
            (
                self.tr("Enter or a double click leads to it"),
                self.tr("Of reliable people, by label"),
                self.tr("Of these answers: 0 where all say the same, 1 where all labels are given alike"),
                self.tr("The probability of the merged label"),
            )
        )
        self.items.keep_whole(_WHOLE)
        self.items.setObjectName("soft_items")
        self.items.setAccessibleName(self.tr("Items with differing answers"))
        self.items.currentCellChanged.connect(lambda row, *_: self._show_item(row))
        self.items.opened.connect(self._open)
        self.hint = InlineNotice()
        self.set_faces(
            self._lay_out(),
            EmptyState(
                "account-multiple-check-outline",
                self.tr("No disagreement among reliable people"),
                self.tr(
                    "This tab lists items that two or more reliable people have answered differently. For them one"
                    " label may not be the whole truth. Ask several people for an answer to each item to see this."
                ),
                self.tr("Send to people"),
                lambda: self.session.go("agents", "people"),
            ),
        )
        self.set_shortcuts(
            [],
            {
                "Up Down": self.tr("Previous or next item"),
                "Return": self.tr("Go to the item"),
                "Ctrl+C": self.tr("Copy the table"),
            },
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts.arrange(event.size().width())

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.posteriors or changes.gold or changes.setup or changes.items:
            self.refresh()

    def read(self, db: Db, report: Report) -> SoftLabels:
        found = soft_labels.soft_labels(db)
        if found.items:
            plotting.load()
        return found

    def show_state(self, state: SoftLabels) -> bool:
        self._found = state
        self.summary.setText(self._in_words(state))
        self.items.show_rows([_row(item, state.labels) for item in state.items])
        self._show_item(self.items.currentRow())
        self.hint.show_text(
            self.tr(
                "To keep all opinions, export with the answers of people by label: each item then has the share of"
                " them that gave each label, beside the merged probabilities."
            )
        )
        return bool(state.items)

    def focus_first(self) -> None:
        self.items.setFocus()

    def _in_words(self, state: SoftLabels) -> str:
        told = [
            self.tr("{items} with two or more answers of reliable people, {n} of them differing.").format(
                items=counted(state.several, "item"), n=figure(state.differing)
            )
        ]
        if len(state.items) < state.differing:
            told.append(self.tr("The first {n} are listed.").format(n=figure(len(state.items))))
        if not state.estimated:
            told.append(self.tr("Everybody counts as reliable until the answers are merged."))
        elif state.left_out:
            told.append(
                self.tr("Not counted, since merging takes them to be right less than {share:.0f} %: {names}.").format(
                    share=100 * RELIABLE, names=_named(state.left_out)
                )
            )
        return " ".join(told)

    def _show_item(self, row: int) -> None:
        if self._found is None or not 0 <= row < len(self._found.items):
            return
        item = self._found.items[row]
        self._text.setText(item.text)
        self._show_plot(item, self._found.labels)

    def _show_plot(self, item: SoftItem, labels: tuple[str, ...]) -> None:
        from annotator.ui.widgets.grouped_bars import GroupedBars, Series
        from annotator.ui.widgets.plot_card import PlotCard

        if self.plot is None:
            self.plot = GroupedBars(
                self.tr("Answers and merged probabilities"), self.tr("share of the answers, or probability")
            )
            card = PlotCard(
                self.tr("What people say, and what merging makes of it"),
                self.tr("Merging looks for one right label, and is sure of one where people keep differing."),
                self.plot,
                lambda: "" if self._found is None else self._found.numbers(),
                lambda sentence: self.session.tell(sentence, "good"),
            )
            self._right.addWidget(card, 1)
        series = [
            Series(self.tr("People ({n})").format(n=counted(int(item.counts.sum()), "answer")), item.shares.tolist())
        ]
        if item.posterior is not None:
            series.append(Series(self.tr("Merged probabilities"), item.posterior.tolist()))
        self.plot.show_groups(labels, series)

    def _open(self, row: int) -> None:
        if self._found is not None and 0 <= row < len(self._found.items):
            self.session.go("review", self._found.items[row].item_id)

    def _lay_out(self) -> QWidget:
        left = Card(padding=14)
        left.body.addWidget(self.summary)
        left.body.addWidget(self.items, 1)
        left.body.addWidget(self.hint)
        row = QHBoxLayout()
        row.addStretch(1)
        export = buttons.quiet(self.tr("Export…"), "tray-arrow-down", self._export)
        export.setObjectName("export_opinions")
        row.addWidget(export)
        left.body.addLayout(row)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(GAP)
        card = Card(padding=14)
        self._text = text_label("", wrap=True)
        card.body.addWidget(self._text)
        self._right.addWidget(card)
        self._parts = TwoParts(left, right, beside=_BESIDE, below=(_LEAST, 0))
        return scrolled(self._parts)

    def _export(self) -> None:
        self.session.go("export", "distributions")


def _row(item: SoftItem, labels: tuple[str, ...]) -> tuple[str, ...]:
    given = [f"{number} {name}" for name, number in zip(labels, item.counts, strict=True) if number]
    sure = "" if item.posterior is None else figure(item.posterior.max(), 2)
    return (item.text, ", ".join(given), figure(item.entropy, 2), sure)


def _named(names: tuple[str, ...], most: int = 5) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (say(" and {more} more", more=figure(more)) if more > 0 else "")
