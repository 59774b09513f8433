"""How the work that was sent out goes, package by package."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.intervals import Share
from annotator.domain.model import Changes, Report
from annotator.services import package_quality, packing_again
from annotator.services.package_quality import Standing
from annotator.services.packages import Mistake
from annotator.services.packing_again import Again
from annotator.services.project_file import Db
from annotator.texts import figure, moment
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.interval_cells import IntervalCells, set_share
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records, percent, signed
from annotator.ui.widgets.share_cells import ShareCells, set_done
from annotator.ui.widgets.text import text_label, tool_tip

_DONE, _CHECKS, _SIGNS = 1, 5, 6  # columns
_BELOW = (2, 3, 4)  # those of pace, last return and agreement
_NARROW = 860  # pixels


class ProgressTab(ReadingTab[list[Standing]]):
    """A row for each package; what is noticed stands in words below, and nothing is done about it by itself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._standings: list[Standing] = []
        self.table = self._table()
        self.about = text_label("", "secondary", wrap=True)
        self.about.setObjectName("package_about")
        self.signs = InlineNotice()
        self.signs.setObjectName("package_signs")
        self.unjudged = text_label("", "secondary", wrap=True)
        self.unjudged.setObjectName("package_unjudged")
        self.feedback = buttons.plain(self.tr("Feedback sheet…"), "message-text-outline", self.show_feedback)
        self.feedback.setObjectName("feedback")
        self.again = buttons.plain(self.tr("Write again…"), "send-outline", self.write_again)
        self.again.setObjectName("write_again_button")
        self.again.setToolTip(tool_tip(self.tr("The file of this package once more, where it was lost")))
        self.set_faces(
            self._lay_out(),
            EmptyState(
                "account-multiple-outline",
                self.tr("Nothing was sent out yet"),
                self.tr("Once packages are with people, this shows how far, how fast and how right they are."),
                self.tr("Send work out"),
                lambda: self.session.go("team", "send"),
            ),
        )
        self.set_shortcuts(
            [
                Action(
                    "team_feedback", self.tr("Feedback sheet of the person"), "Ctrl+Return", "team", self.show_feedback
                )
            ],
            {"Up Down": self.tr("Previous or next package"), "Ctrl+C": self.tr("Copy the table")},
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all columns, pace, last return and agreement stand in the line below."""
        super().resizeEvent(event)
        for column in _BELOW:
            self.table.setColumnHidden(column, self.width() < theme.px(_NARROW))
        self._show_chosen(self.table.currentRow())

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.gold or changes.setup:
            self.refresh()

    def read(self, db: Db, report: Report) -> list[Standing]:
        return package_quality.standing(db)

    def show_state(self, state: list[Standing]) -> bool:
        self._standings = state
        self.table.show_rows([self._row(standing) for standing in state])
        for row, standing in enumerate(state):
            self._dress(row, standing)
        self._show_chosen(self.table.currentRow())
        return bool(state)

    def focus_first(self) -> None:
        self.table.setFocus()

    def show_feedback(self) -> None:
        """What the person of the chosen row got wrong on items whose label is known."""
        standing = self._chosen()
        if standing is None:
            return
        who = standing.annotator

        def show(mistakes: Sequence[Mistake]) -> None:
            from annotator.ui.dialogs.feedback_sheet import FeedbackSheet

            sheet = FeedbackSheet(who.name, mistakes, self.window(), for_lead=True)
            sheet.wished.connect(lambda: self.session.go("team", ("send", [who.name])))
            sheet.open()

        self.session.compute(lambda db: package_quality.mistakes(db, who.id), owner=self, done=show)

    def write_again(self) -> None:
        """The package of the chosen row as a file once more; whoever it was for gets it, not who else used it."""
        standing = self._chosen()
        if standing is None:
            return

        def show(again: Again) -> None:
            from annotator.ui.dialogs.write_again import WriteAgainDialog

            WriteAgainDialog(self.session, again, self.window()).open()

        uid = standing.package.uid
        self.session.compute(lambda db: packing_again.preview(db, uid), owner=self, done=show)

    def _chosen(self) -> Standing | None:
        row = self.table.currentRow()
        return self._standings[row] if 0 <= row < len(self._standings) else None

    def _row(self, standing: Standing) -> tuple[str, ...]:
        done = self.tr("{done} of {of}").format(done=figure(standing.answered), of=figure(standing.of))
        if standing.skipped:
            done = f"{done}, {self.tr('{n} skipped').format(n=figure(standing.skipped))}"
        agrees = standing.agreement.value if standing.agreement is not None else None
        return (
            self._name(standing),
            done,
            "–" if standing.per_hour is None else self.tr("{n} an hour").format(n=figure(standing.per_hour)),
            _when(standing.taken) or self.tr("never"),
            "–" if agrees is None else signed(agrees),
            self._checks(standing.checks),
            " · ".join(standing.signs) or standing.few,
        )

    def _name(self, standing: Standing) -> str:
        if standing.package.number == 1:
            return standing.annotator.name
        return self.tr("{name}, package {number}").format(name=standing.annotator.name, number=standing.package.number)

    def _checks(self, share: Share) -> str:
        if share.value is None:
            return "–"
        span = f"{figure(100 * share.low)}–{figure(100 * share.high)}"
        return self.tr("{share} of {count} ({span})").format(
            share=percent(share.value), count=figure(share.of), span=span
        )

    def _dress(self, row: int, standing: Standing) -> None:
        """What the cells draw beside their texts."""
        done, checks = self.table.item(row, _DONE), self.table.item(row, _CHECKS)
        assert done is not None
        assert checks is not None
        with self.table.quietly():
            set_done(done, standing.answered / max(standing.of, 1))
            set_share(checks, standing.checks)
        if standing.signs:
            self.table.mark(row, _SIGNS, "alert-outline", self.tr("look at this"))
            cell = self.table.item(row, _SIGNS)
            assert cell is not None
            cell.setToolTip(tool_tip("\n".join(standing.signs)))

    def _show_chosen(self, row: int) -> None:
        standing = self._standings[row] if 0 <= row < len(self._standings) else None
        self.feedback.setEnabled(standing is not None)
        self.again.setEnabled(standing is not None)
        if standing is None:
            self.about.setText("")
            self.signs.clear()
            self.unjudged.hide()
            return
        self.about.setText(" · ".join(self._details(standing)))
        self.signs.show_text("\n".join(standing.signs), "warn")
        self.unjudged.setText(" ".join(standing.unjudged))
        self.unjudged.setVisible(bool(standing.unjudged))

    def _details(self, standing: Standing) -> list[str]:
        package = standing.package
        below = self._below(standing) if self.table.isColumnHidden(_BELOW[0]) else ()
        parts = [*below, package.file_name, self.tr("sent {when}").format(when=_when(package.at))]
        if package.again:
            parts.append(self.tr("written again: {files}").format(files=", ".join(package.again)))
        if package.deadline:
            parts.append(self.tr("until: {deadline}").format(deadline=package.deadline))
        if standing.last:
            parts.append(self.tr("last answer {when}, by their clock").format(when=_when(standing.last)))
        parts.append(self.tr("blind") if package.blind else self.tr("with suggestions"))
        return parts

    def _below(self, standing: Standing) -> Iterator[str]:
        """What columns say that have no room."""
        if standing.per_hour is not None:
            yield self.tr("{n} an hour").format(n=figure(standing.per_hour))
        if standing.taken:
            yield self.tr("last return {when}").format(when=_when(standing.taken))
        if standing.agreement is not None and standing.agreement.value is not None:
            yield self.tr("agreement {value}").format(value=signed(standing.agreement.value))

    def _table(self) -> Records:
        titles = (
            self.tr("Annotator"),
            self.tr("Done"),
            self.tr("Pace"),
            self.tr("Last return"),
            self.tr("Agrees"),
            self.tr("Checks right"),
            self.tr("Noticed"),
        )
        table = Records(titles, numbers=(2, 4), stretch=_SIGNS, names=(0,))
        table.setObjectName("packages_sent")
        table.setAccessibleName(self.tr("Packages sent out"))
        table.setItemDelegateForColumn(_DONE, ShareCells(table))
        table.setItemDelegateForColumn(_CHECKS, IntervalCells(table))
        table.explain(
            (
                "",
                self.tr("Items answered, of those in the package; what was skipped is counted apart"),
                self.tr("Answers in an hour of work, without the pauses"),
                "",
                self.tr("Agreement with the others beyond chance: 0 is chance, 1 is complete"),
                self.tr("Hidden items with a known label that were answered rightly; in brackets the 95 % interval"),
                self.tr("Signs of answers without reading, with what they rest on; they are no proof"),
            )
        )
        table.currentCellChanged.connect(lambda row, *_: self._show_chosen(row))
        table.opened.connect(lambda row: self.show_feedback())
        return table

    def _lay_out(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        card = Card(padding=14)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.about)
        card.body.addWidget(self.signs)
        card.body.addWidget(self.unjudged)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.again)
        row.addWidget(self.feedback)
        card.body.addLayout(row)
        column.addWidget(card, 1)
        return content


def _when(at: str) -> str:
    return moment(datetime.datetime.fromisoformat(at)) if at else ""
