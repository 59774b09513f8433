"""Labels of the Quality page: how often each label is given, by LLMs, by people, by merging and in gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.domain.model import Changes, Report
from annotator.services import label_shares
from annotator.services.label_shares import Distribution
from annotator.services.project_file import Db
from annotator.texts import figure
from annotator.ui import plotting, theme
from annotator.ui.pages.base import GAP
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.scrolled import scrolled
from annotator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from annotator.ui.widgets.grouped_bars import GroupedBars

HEIGHT = 210  # pixels of the table
_WHOLE = 4  # rows that are never cut at the lower edge
DRAWN = 10  # labels that have room in the plot


class LabelsTab(ReadingTab[Distribution]):
    """The numbers as a table, and as bars with their intervals."""

    title = "Labels"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: Distribution | None = None
        self.plot: GroupedBars | None = None
        self.common = QCheckBox(self.tr("Only items that people have labelled, too"))
        self.common.setObjectName("common_items")
        self.common.clicked.connect(lambda _: self.refresh())
        self._note = text_label("", "secondary", wrap=True)
        self.table = Records((self.tr("Source"), self.tr("Items")), numbers=(1,), stretch=0, names=(0,))
        self.table.keep_whole(_WHOLE)
        self.table.setObjectName("label_shares")
        self.table.setAccessibleName(self.tr("Labels by source"))
        self.set_faces(
            self._lay_out(),
            EmptyState(
                "chart-bar",
                self.tr("No labels yet"),
                self.tr("Once an LLM or people have answered, this tab sets beside each other which labels they give."),
                self.tr("Pre-label with an LLM"),
                lambda: self.session.go("agents", "label"),
            ),
        )
        self.set_shortcuts([], {"Ctrl+C": self.tr("Copy the table")})

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.posteriors or changes.gold or changes.setup or changes.items:
            self.refresh()

    def read(self, db: Db, report: Report) -> Distribution:
        found = label_shares.distribution(db, common=self.common.isChecked())
        if found.sources:
            plotting.load()
        return found

    def show_state(self, state: Distribution) -> bool:
        if not state.sources and not state.common:
            return False
        self._found = state
        self._show_table(state)
        self._show_note(state)
        if state.sources:
            self._show_plot(state)
        elif self.plot is not None:
            self.plot_card.hide()
        return True

    def focus_first(self) -> None:
        self.table.setFocus()

    def _show_table(self, state: Distribution) -> None:
        places = range(2, 2 + len(state.labels))
        self.table.set_titles((self.tr("Source"), self.tr("Items"), *state.labels), numbers=(1, *places))
        self.table.show_rows(
            [
                (
                    source.name,
                    figure(source.items),
                    *(
                        f"{figure(100 * (s.value or 0), 1)} %  ({figure(100 * s.low)}–{figure(100 * s.high)})"
                        for s in source.shares
                    ),
                )
                for source in state.sources
            ]
        )

    def _show_note(self, state: Distribution) -> None:
        if not state.sources:
            self._note.setText(self.tr("People have not labelled any item yet."))
            return
        told = [self.tr("Shares of the items with their 95 % intervals; of people the mean over the items.")]
        if not state.common:
            told.append(
                self.tr(
                    "Sources differ also because each has labelled other items: people get those that LLMs are"
                    " unsure of."
                )
            )
        if state.left_out:
            told.append(state.left_out)
        if state.more:
            told.append(self.tr("{n} LLMs with fewer answers are left out.").format(n=state.more))
        if len(state.labels) > DRAWN:
            told.append(
                self.tr("The plot shows the first {n} labels, the table and the copied numbers all.").format(n=DRAWN)
            )
        self._note.setText(" ".join(told))

    def _show_plot(self, state: Distribution) -> None:
        from annotator.ui.widgets.grouped_bars import GroupedBars, Series
        from annotator.ui.widgets.plot_card import PlotCard

        if self.plot is None:
            self.plot = GroupedBars(self.tr("Labels by source"), self.tr("share of the items"))
            self.plot_card = PlotCard(
                self.tr("Labels by source"),
                self.tr("One group for each label, one bar for each source; whiskers are 95 % intervals."),
                self.plot,
                lambda: "" if self._found is None else self._found.numbers(),
                lambda sentence: self.session.tell(sentence, "good"),
            )
            self._column.addWidget(self.plot_card, 1)
        self.plot_card.show()
        self.plot.show_groups(
            state.labels,
            [
                Series(
                    source.name,
                    [s.value or 0.0 for s in source.shares],
                    [s.low for s in source.shares],
                    [s.high for s in source.shares],
                )
                for source in state.sources
            ],
        )

    def _lay_out(self) -> QWidget:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        card = Card(padding=14)
        card.body.addWidget(self.common)
        card.body.addWidget(self._note)
        card.body.addWidget(self.table, 1)
        card.setMaximumHeight(theme.px(HEIGHT + 90))
        self._column.addWidget(card)
        return scrolled(content)
