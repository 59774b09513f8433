"""Agreement of the Quality page: every statistic with its interval, as a table and as a plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.model import Changes, Report
from annotator.services import agreement
from annotator.services.agreement import TITLES, AgreementReport, Statistic
from annotator.services.project_file import Db
from annotator.texts import spoken
from annotator.ui import plotting
from annotator.ui.pages.base import GAP
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets.agreement_card import AgreementCard
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from annotator.ui.widgets.forest_plot import ForestPlot


class AgreementTab(ReadingTab[AgreementReport]):
    """The plot shows what is beyond chance; percent agreement stands in the table alone."""

    title = "Agreement"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.plot: ForestPlot | None = None
        self.card = AgreementCard()
        self.card.ordinal_changed.connect(self._set_ordinal)
        self._whole = QWidget()
        self._column = QVBoxLayout(self._whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.card, 3)
        self.set_faces(
            scrolled(self._whole),
            EmptyState(
                "handshake-outline",
                self.tr("Nothing to agree about yet"),
                self.tr("Agreement is measured on items that two or more have answered. Send items to people first."),
                self.tr("Send to people"),
                lambda: self.session.go("agents", "people"),
            ),
        )
        self.set_shortcuts([], {"Ctrl+C": self.tr("Copy the table")})

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.gold or changes.setup or changes.items:
            self.refresh()

    def read(self, db: Db, report: Report) -> AgreementReport:
        found = agreement.report(db, progress=report)
        if found.groups:
            plotting.load()
        return found

    def show_state(self, state: AgreementReport) -> bool:
        self.card.show_report(state)
        if state.groups:
            self._forest(state)
        return bool(state.groups)

    def focus_first(self) -> None:
        self.card.table.setFocus()

    def _forest(self, state: AgreementReport) -> None:
        from annotator.ui.widgets.forest_plot import ForestPlot, Row
        from annotator.ui.widgets.plot_card import PlotCard

        rows = [
            Row(f"{group.title}: {spoken(TITLES[name])}", found.value, found.low, found.high)
            for group in state.groups
            for name, found in group.estimates.items()
            if found.value is not None and name is not Statistic.PERCENT
        ]
        if self.plot is None:
            plot = self.plot = ForestPlot(self.tr("Agreement beyond chance"), self.tr("agreement beyond chance"))
            self.plot_card = PlotCard(
                self.tr("Beyond chance"),
                self.tr("Points with their 95 % intervals. At 0 is what chance alone would give, at 1 all agree."),
                plot,
                plot.numbers,
                lambda sentence: self.session.tell(sentence, "good"),
            )
            self._column.addWidget(self.plot_card, 4)
        self.plot_card.setVisible(bool(rows))
        self.plot.show_rows(rows)

    def _set_ordinal(self, ordinal: bool) -> None:
        self.session.write(lambda db: agreement.set_ordinal(db, ordinal), owner=self)
