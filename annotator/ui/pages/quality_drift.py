"""Drift of the Quality page: how each annotator's agreement and pace change over their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.model import Changes, Report
from annotator.services import drift
from annotator.services.drift import Course, Track
from annotator.services.project_file import Db
from annotator.texts import figure, say
from annotator.ui import plotting
from annotator.ui.pages.base import GAP
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets.annotator_kind import kind_of
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.scrolled import scrolled
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.two_parts import TwoParts

if TYPE_CHECKING:
    from annotator.ui.widgets.course_plot import CoursePlot
    from annotator.ui.widgets.plot_card import PlotCard

_BESIDE = (360, 600)  # px of the table and of the curves, to begin with
_LEAST = 300  # px of the table's height, where it stands above the curves
_WHOLE = 6  # rows that are never cut at the lower edge


class DriftTab(ReadingTab[list[Track]]):
    """Left everybody with the change from their first to their last third, right the course of the chosen one."""

    title = "Drift"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._tracks: list[Track] = []
        self._plots: dict[str, tuple[CoursePlot, PlotCard]] = {}
        self.table = Records(
            (self.tr("Annotator"), self.tr("Answers"), self.tr("Change", "how much")),
            numbers=(1, 2),
            stretch=0,
            names=(0,),
        )
        self.table.explain(
            (
                "",
                self.tr("Answers with a label, in the order in which they were given"),
                self.tr(
                    "Last third less first third, in points, with the 95 % interval: accuracy on gold where there is"
                    " enough of it, else agreement with what most others said"
                ),
            )
        )
        self.table.keep_whole(_WHOLE)
        self.table.setObjectName("drift")
        self.table.setAccessibleName(self.tr("Drift"))
        self.table.currentCellChanged.connect(lambda row, *_: self._show_track(row))
        self.note = InlineNotice()
        self.set_faces(
            self._lay_out(),
            EmptyState(
                "chart-timeline-variant",
                self.tr("No answers yet"),
                self.tr(
                    "Once people have answered a few dozen items, this tab shows how their work changes over time."
                ),
                self.tr("Send to people"),
                lambda: self.session.go("agents", "people"),
            ),
        )
        self.set_shortcuts([], {"Up Down": self.tr("Previous or next annotator"), "Ctrl+C": self.tr("Copy the table")})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts.arrange(event.size().width())

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.gold or changes.setup or changes.items:
            self.refresh()

    def read(self, db: Db, report: Report) -> list[Track]:
        found = drift.tracks(db)
        if any(track.agreement or track.seconds for track in found):
            plotting.load()
        return found

    def show_state(self, state: list[Track]) -> bool:
        first = not self._tracks
        self._tracks = state
        self.table.show_rows([_row(track) for track in state])
        for row, track in enumerate(state):
            self.table.mark(row, 0, *kind_of(track.annotator))
            cell = self.table.item(row, 2)
            if cell is not None and track.drift is not None:
                cell.setToolTip(track.drift.reason or self._measure(track))
        drawn = (row for row, track in enumerate(state) if track.agreement or track.seconds)
        if first and (begin := next(drawn, None)) is not None:
            self.table.setCurrentCell(begin, 0)  # with a curve to see, if there is any
        self._show_track(self.table.currentRow())
        return bool(state)

    def focus_first(self) -> None:
        self.table.setFocus()

    def plot(self, name: str) -> CoursePlot | None:
        """ "agreement" or "seconds"; None until one is shown."""
        return self._plots[name][0] if name in self._plots else None

    def _measure(self, track: Track) -> str:
        gold = track.drift is not None and track.drift.measure == "accuracy"
        return self.tr("Accuracy on gold") if gold else self.tr("Agreement with what most others said")

    def _show_track(self, row: int) -> None:
        if not 0 <= row < len(self._tracks):
            return
        track = self._tracks[row]
        self.note.show_text(drift.too_few(track))
        self._show_course("agreement", track.agreement)
        self._show_course("seconds", track.seconds)
        missing = [] if track.agreement else [self.tr("Too few answers can be compared with others.")]
        missing += [] if track.seconds else [self.tr("Too few answers were timed.")]
        self._missing.setText(" ".join(missing) if not drift.too_few(track) else "")
        self._missing.setVisible(bool(self._missing.text()))

    def _show_course(self, name: str, course: Course | None) -> None:
        if course is None:
            if name in self._plots:
                self._plots[name][1].hide()
            return
        plot, card = self._plots.get(name) or self._make(name)
        card.show()
        plot.show_course(course)

    def _make(self, name: str) -> tuple[CoursePlot, PlotCard]:
        from annotator.ui.widgets.course_plot import CoursePlot
        from annotator.ui.widgets.plot_card import PlotCard

        share = name == "agreement"
        if share:
            title, note = self.tr("Agreement with the rest"), self.tr("Share of the others' answers that say the same.")
        else:
            title, note = self.tr("Pace"), self.tr("Median time for an answer.")
        plot = CoursePlot(title, self.tr("agreement") if share else self.tr("seconds"), share=share)
        band = self.tr("Bands are 95 % intervals of each window, the dashed line is the mean.")
        card = PlotCard(
            title,
            f"{note} {band}",
            plot,
            lambda: self._numbers(name),
            lambda sentence: self.session.tell(sentence, "good"),
        )
        self._right.insertWidget(0 if share else self._right.count(), card, 1)
        self._plots[name] = (plot, card)
        return plot, card

    def _numbers(self, name: str) -> str:
        track = self._tracks[max(self.table.currentRow(), 0)]
        return drift.numbers(track.agreement if name == "agreement" else track.seconds)

    def _lay_out(self) -> QWidget:
        left = Card(padding=14)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.note)
        self._missing = text_label("", "muted", wrap=True)
        left.body.addWidget(self._missing)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        self._right = QVBoxLayout()
        self._right.setSpacing(GAP)
        column.addLayout(self._right)
        self._parts = TwoParts(left, right, beside=_BESIDE, below=(_LEAST, 0))
        return scrolled(self._parts)


def _row(track: Track) -> tuple[str, ...]:
    found = track.drift
    if found is None or found.change is None or found.low is None or found.high is None:
        return (track.annotator.name, figure(track.answers), "–")
    points = [f"{100 * part:+.0f}".replace("-", "−") for part in (found.change, found.low, found.high)]
    return (
        track.annotator.name,
        figure(track.answers),
        say("{points}  ({points_2} to {points_3})", points=points[0], points_2=points[1], points_3=points[2]),
    )
