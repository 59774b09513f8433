"""Annotators of the Quality page: who answered how well, what looks unusual, and what each one confuses."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.filters import Filter, State
from annotator.domain.model import Annotator, Changes, Kind, Report
from annotator.errors import UserError
from annotator.services import agreement, comparing, merging
from annotator.services.agreement import SIGNS, Check
from annotator.services.comparing import Other
from annotator.services.merging import AnnotatorReport
from annotator.services.project_file import Db
from annotator.texts import figure, spoken
from annotator.ui import theme
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets.annotator_kind import kind_of
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.cells import CutCells
from annotator.ui.widgets.confusion_card import ConfusionCard, Counts, Truth
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records, left_out_line, percent, signed
from annotator.ui.widgets.scrolled import scrolled
from annotator.ui.widgets.text import tool_tip
from annotator.ui.widgets.two_parts import TwoParts

_ANSWERS, _AGREES, _WARNINGS = 1, 4, 5  # columns
_NAME_WIDEST = 140  # px
_SIZES = (880, 320)  # px of the table and of the matrix beside it, to begin with
_BELOW = (380, 320)  # px, where the matrix stands below the table
_WHOLE = 6  # rows that are never cut at the lower edge


class AnnotatorsTab(ReadingTab[list[AnnotatorReport]]):
    """Left who answered, right how the chosen one answers. shown takes an annotator's id."""

    title = "Annotators"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._reports: list[AnnotatorReport] = []
        self._checks: dict[int, Check] = {}
        self._checking = self._check_again = False
        self._wanted: int | None = None
        self.annotators = self._table()
        self.about = InlineNotice()
        self.card = ConfusionCard()
        self.card.truth_chosen.connect(lambda _: self._show_confusion(self.annotators.currentRow()))
        self.card.cell_chosen.connect(self._open_cell)
        self.card.copied.connect(lambda sentence: session.tell(sentence, "good"))
        self.set_faces(
            self._lay_out(),
            EmptyState(
                "chart-box-outline",
                self.tr("No answers yet"),
                self.tr("Once an LLM or people have answered, this page shows how far each of them can be trusted."),
                self.tr("Pre-label with an LLM"),
                lambda: self.session.go("agents"),
            ),
        )
        self.set_shortcuts(
            [],
            {
                "Up Down": self.tr("Previous or next annotator"),
                "Return": self.tr("The items behind a number of the matrix"),
                "Ctrl+C": self.tr("Copy the table"),
            },
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The matrix beside the table, or below it where there is no room for that."""
        super().resizeEvent(event)
        self._cards.arrange(event.size().width())

    def shown(self, argument: object = None) -> None:
        self._wanted = argument if isinstance(argument, int) else None
        super().shown(argument)

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.posteriors or changes.gold or changes.setup or changes.items:
            self.refresh()

    def read(self, db: Db, report: Report) -> list[AnnotatorReport]:
        return merging.annotator_report(db)

    def show_state(self, state: list[AnnotatorReport]) -> bool:
        self._reports = state
        self._show_reports()
        self._choose_wanted()
        self._check()
        return bool(state)

    def focus_first(self) -> None:
        self.annotators.setFocus()

    def _choose_wanted(self) -> None:
        ids = [report.annotator.id for report in self._reports]
        if self._wanted in ids:
            self.annotators.setCurrentCell(ids.index(self._wanted), 0)
        self._wanted = None

    def _check(self) -> None:
        """The checks take longer than the rest; changes that come meanwhile are checked together, afterwards."""
        self._check_again = self._checking
        if not self._checking:
            self._checking = True
            self.session.compute(agreement.checks, owner=self, done=self._checked, failed=self._not_checked)

    def _checked(self, checks: dict[int, Check]) -> None:
        self._checking = False
        self._checks = checks
        self._show_reports()
        if self._check_again:
            self._check()

    def _not_checked(self, error: UserError) -> None:
        self._checking = False
        self.session.tell(error)

    def _show_reports(self) -> None:
        self.annotators.show_rows([self._row(report) for report in self._reports])
        for row, report in enumerate(self._reports):
            self.annotators.mark(row, 0, *kind_of(report.annotator))
            cell, check = self.annotators.item(row, _WARNINGS), self._checks.get(report.annotator.id)
            if cell is not None and check is not None and check.suspicions:
                with self.annotators.quietly():
                    cell.setIcon(theme.icon("alert-outline", "warn"))
                    cell.setToolTip(tool_tip("\n".join(s.reason for s in check.suspicions)))
        self._show_annotator(self.annotators.currentRow())

    def _show_annotator(self, row: int) -> None:
        self._show_confusion(row)
        check = self._checks.get(self._reports[row].annotator.id) if 0 <= row < len(self._reports) else None
        reasons = [s.reason for s in check.suspicions] if check is not None else []
        if reasons or check is None:
            name = "" if check is None else f"{_short(self._reports[row].annotator.name)}: "
            self.about.show_text(name + " ".join(reasons), "warn")
        else:
            self.about.show_text(self._in_words(self._reports[row].annotator.name, check))

    def _in_words(self, name: str, check: Check) -> str:
        """What was found where there is no warning."""
        parts = []
        if check.seconds is not None:
            parts.append(self.tr("Median {seconds} s an answer.").format(seconds=figure(check.seconds, 1)))
        if check.kappa.value is None:
            parts.append(self.tr("Agreement with the others is undefined: {reason}.").format(reason=check.kappa.reason))
        if check.drift.change is None:
            parts.append(self.tr("Drift is undefined: {reason}.").format(reason=check.drift.reason))
        parts.extend(check.unjudged)
        said = self.tr("nothing looks wrong.")
        if check.kappa.value is not None and check.kappa.value < 0:
            said = self.tr("agrees with the others less often than by chance, which so far does not show who is wrong.")
        return " ".join([f"{_short(name)}: {said}", *parts])

    def _row(self, report: AnnotatorReport) -> tuple[str, ...]:
        accuracy = report.accuracy
        measured = percent(accuracy.value)
        if accuracy.value is not None:
            span = f"{figure(100 * accuracy.low)}–{figure(100 * accuracy.high)}"
            measured = self.tr("{share} of {count} ({span})").format(
                share=measured, count=figure(accuracy.of), span=span
            )
        check = self._checks.get(report.annotator.id)
        kappa = check.kappa.value if check is not None else None
        return (
            report.annotator.name,
            figure(report.answers),
            percent(report.reliability),
            measured or "–",
            signed(kappa) if kappa is not None else "…" if check is None else "–",
            ", ".join(spoken(SIGNS[s.sign]) for s in check.suspicions) if check is not None else "",
        )

    def _show_confusion(self, row: int) -> None:
        report = self._reports[row] if 0 <= row < len(self._reports) else None
        if report is None:
            self.card.clear()
        elif self.card.truth is Truth.ESTIMATED:
            self.card.show_estimate(report)
        else:
            self._count(report, self.card.truth)

    def _count(self, report: AnnotatorReport, truth: Truth) -> None:
        other = Other.GOLD if truth is Truth.GOLD else Other.CONSENSUS
        self.session.compute(
            lambda db: Counts(report, truth, comparing.cells(db, report.annotator.id, other)),
            owner=self,
            done=partial(self._counted, report.annotator.id),
        )

    def _counted(self, annotator_id: int, found: Counts) -> None:
        row = self.annotators.currentRow()
        here = self._reports[row].annotator.id if 0 <= row < len(self._reports) else None
        if here == annotator_id and found.truth is self.card.truth:
            self.card.show_counts(found)

    def _open_cell(self, row: int, column: int) -> None:
        """The items that the chosen one gave this label, and the truth that."""
        at = self.annotators.currentRow()
        labels = self.session.question.labels
        if 0 <= at < len(self._reports) and max(row, column) < len(labels):
            who = self._reports[at].annotator
            self.session.go("items", behind(who, labels[row].id, labels[column].id, self.card.truth))

    def _table(self) -> Records:
        table = Records(
            (
                self.tr("Annotator"),
                self.tr("Answers"),
                self.tr("Reliability"),
                self.tr("On gold"),
                self.tr("Agrees"),
                self.tr("Warnings"),
            ),
            numbers=(1, 2, 3, 4),
            stretch=_WARNINGS,
            names=(0,),
        )
        table.setItemDelegateForColumn(0, CutCells(table, widest=_NAME_WIDEST, names=(0,)))
        table.explain(
            (
                "",
                self.tr("Of people and LLMs, invalid replies included; what was skipped is none"),
                self.tr("How often right, as merging estimates it from the agreement with others"),
                self.tr("Of so many items with gold, the share answered rightly; in brackets the 95 % interval"),
                self.tr(
                    "Agreement with the other answers to the same items, beyond chance: 0 is chance, 1 is complete"
                ),
                self.tr("What looks unusual about these answers"),
            )
        )
        table.keep_whole(_WHOLE)
        table.let_give_way(_ANSWERS, _AGREES)  # the item counts beside gold say most of the first
        table.setObjectName("annotators")
        table.setAccessibleName(self.tr("Annotators"))
        table.currentCellChanged.connect(lambda row, *_: self._show_annotator(row))
        return table

    def _lay_out(self) -> QWidget:
        left = Card(padding=14)
        left.body.addWidget(self.annotators, 1)
        left.body.addWidget(left_out_line(self.annotators))
        left.body.addWidget(self.about)
        self._cards = TwoParts(left, self.card, beside=_SIZES, below=_BELOW)
        return scrolled(self._cards)


def behind(who: Annotator, answered: int, truth: int, kind: Truth) -> Filter:
    """The items of a cell, by label ids. What merging estimates is no label; its items are those of the merged one. In
    no cell is gold that was decided since it was in dispute."""
    said = Filter(annotators=(who.id,))
    said = said.having("llm" if who.kind is Kind.LLM else "people", (answered,))
    if kind is Truth.GOLD:
        return said.having("gold", (truth,)).having("states", (State.MEASURED_BY,))
    return said.having("consensus", (truth,))


def _short(name: str) -> str:
    """A name as it stands in a sentence, which a long one without spaces would widen."""
    return name if len(name) <= 24 else f"{name[:23]}…"
