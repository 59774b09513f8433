"""Whose probabilities mean what they say: numbers for all of them, and two plots of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.services import reliability
from annotator.services.reliability import Report, Source, Stage
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.plot_card import PlotCard
from annotator.ui.widgets.records import Records, left_out_line
from annotator.ui.widgets.reliability_diagram import ReliabilityDiagram
from annotator.ui.widgets.risk_coverage_curve import RiskCoverageCurve
from annotator.ui.widgets.scrolled import scrolled
from annotator.ui.widgets.text import text_label

_ITEMS, _AUROC, _BRIER, _LOSS, _METHOD = 1, 5, 6, 7, 8  # columns
_PLOT = 300  # pixels of height, below which a plot says nothing


class CalibrationView(QWidget):
    """show_report first. Loads pyqtgraph: see plot.py."""

    recalibration_wished = Signal()
    copied = Signal(str)  # a sentence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[Source, ...] = ()
        self._note = text_label("", "secondary", wrap=True)
        self.table = self._table()
        self.verdict = InlineNotice()
        self.warning = InlineNotice()
        self.stale = InlineNotice()
        self.recalibrate = buttons.plain(self.tr("Calibrate now"), "tune", self.recalibration_wished.emit)
        self.recalibrate.setObjectName("calibrate_now")
        self.diagram = ReliabilityDiagram()
        self.curve = RiskCoverageCurve()
        whole = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(whole))
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._numbers_card())
        column.addLayout(self._plots(), 1)

    def show_report(self, report: Report) -> None:
        """A report with at least one source; the choice stays where it was."""
        self._sources = report.sources
        words = self.tr("Measured on {gold} items with gold, {settled} of them settled in Review.")
        settled = report.settled - (report.gold - report.measuring)
        measured = words.format(gold=figure(report.measuring), settled=figure(settled))
        self._note.setText(" ".join([measured, *report.left_out]))
        self.table.show_rows([self._row(source) for source in report.sources])
        self.table.setFixedHeight(self._table_height(len(report.sources)))
        self._show_stale(report.stale)
        self._show_chosen(self.table.currentRow())

    @property
    def chosen(self) -> Source:
        return self._sources[max(self.table.currentRow(), 0)]

    def _show_chosen(self, row: int) -> None:
        if not 0 <= row < len(self._sources):
            return
        source = self._sources[row]
        found = source.calibration
        if found is None:
            self.verdict.clear()
        else:
            self.verdict.show_text(reliability.verdict(found), "warn" if found.warning else "good")
        self.warning.show_text(source.note, "warn")
        self.diagram.show_bins(source.quality.bins)
        self.curve.show_curve(source.quality.risk_coverage)

    def _show_stale(self, stale: bool) -> None:
        text = self.tr("There is other gold now than suggestions are calibrated on; routing follows by itself.")
        self.stale.show_text(text if stale else "")
        self.recalibrate.setVisible(stale)

    def _row(self, source: Source) -> tuple[str, ...]:
        found = source.quality
        share, area = found.accuracy, found.auroc
        stages = {
            Stage.MERGED: self.tr("merged labels"),
            Stage.GIVEN: self.tr("{name}, as given").format(name=source.name),
            Stage.CALIBRATED: self.tr("{name}, calibrated").format(name=source.name),
        }
        between = (
            "" if area.value is None else f"{figure(area.value, 2)}  ({figure(area.low, 2)}–{figure(area.high, 2)})"
        )
        return (
            stages[source.stage],
            figure(found.items),
            f"{figure(100 * (share.value or 0))} %  ({figure(100 * share.low)}–{figure(100 * share.high)})",
            figure(found.mean_confidence, 2),
            f"{figure(found.error, 3)}  ({figure(found.chance_error, 3)})",
            between or "–",
            figure(found.brier, 3),
            figure(found.log_loss, 3),
            source.method,
        )

    def _table(self) -> Records:
        table = Records(
            (
                self.tr("Probabilities of"),
                self.tr("Gold items"),
                self.tr("Right"),
                self.tr("Claimed"),
                self.tr("Calibration error"),
                self.tr("AUROC"),
                self.tr("Brier"),
                self.tr("Log loss"),
                self.tr("From"),
            ),
            numbers=range(1, _METHOD),
            stretch=_METHOD,
        )
        table.explain(
            (
                self.tr("“Calibrated” figures are cross-fitted: each item is measured with what the others teach"),
                self.tr("Items that an LLM was shown as examples are left out"),
                self.tr("Share that is right, with its 95 % interval"),
                self.tr("Mean probability: as high as the share that is right, where claims are honest"),
                self.tr(
                    "Mean distance between claim and truth over ten bins; in brackets what chance alone gives on as"
                    " few items"
                ),
                self.tr("How often a right answer is surer than a wrong one, with its 95 % interval; 0.5 is chance"),
                self.tr("Mean squared error of the probabilities; 0 is best"),
                self.tr("Mean surprise at the truth, in nats; 0 is best"),
                self.tr("Where the probabilities come from"),
            )
        )
        table.setObjectName("calibration")
        table.setAccessibleName(self.tr("Calibration"))
        table.let_give_way(_METHOD, _LOSS, _BRIER, _AUROC, _ITEMS)
        table.currentCellChanged.connect(lambda row, *_: self._show_chosen(row))
        return table

    def _table_height(self, rows: int) -> int:
        """So that up to five rows are in sight without scrolling."""
        row = self.table.verticalHeader().defaultSectionSize()
        bar = self.table.horizontalScrollBar().sizeHint().height()  # where the columns need more than the width
        return self.table.horizontalHeader().sizeHint().height() + row * min(max(rows, 2), 5) + bar + theme.px(4)

    def _numbers_card(self) -> Card:
        card = Card(padding=14)
        row = QHBoxLayout()
        row.addWidget(self.stale, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.recalibrate)
        for widget in (self._note, self.table, left_out_line(self.table), self.verdict, self.warning):
            card.body.addWidget(widget)
        card.body.addLayout(row)
        return card

    def _plots(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        diagram = PlotCard(
            self.tr("Claimed and right"),
            self.tr("On the dashed line claims are met, below it they are too high. Bars count the items."),
            self.diagram,
            lambda: reliability.bins_csv(self.chosen.quality.bins),
            self.copied.emit,
        )
        curve = PlotCard(
            self.tr("Accepting the most confident"),
            self.tr("How right the accepted ones are. The dashed line is reached by accepting at random."),
            self.curve,
            lambda: reliability.risk_coverage_csv(self.chosen.quality.risk_coverage),
            self.copied.emit,
        )
        for card in (diagram, curve):
            card.setMinimumHeight(theme.px(_PLOT))
            row.addWidget(card, 1)
        return row
