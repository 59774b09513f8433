"""How good the answers are: everybody's reliability, confusions and agreement, and the merging that estimates them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from annotator.domain.model import Changes
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import agreement, merging
from annotator.services.agreement import SIGNS, AgreementReport, Check
from annotator.services.merging import AnnotatorReport, Computed, MergeResult, MergeState
from annotator.services.project_file import Db
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.jobs import Reporter
from annotator.ui.pages.base import GAP, Page
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.agreement_card import AgreementCard
from annotator.ui.widgets.annotator_kind import kind_of
from annotator.ui.widgets.calibration_tab import CalibrationTab
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.confusion_grid import ConfusionGrid
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.reading import Reading
from annotator.ui.widgets.records import Records, percent, signed
from annotator.ui.widgets.text import ElidedLabel, text_label

_WARNINGS = 5  # column
_NAME_WIDEST = 160  # px
_PART = 150  # px, of which the table has five and the matrix beside it two


class _State(NamedTuple):
    """What the page shows, read at one go."""

    methods: dict[str, str]
    merge: MergeState | None
    reports: list[AnnotatorReport]


class QualityPage(Page):
    """Left who answered, right how the chosen one answers; on top what merging says."""

    title = "Quality"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._reports: list[AnnotatorReport] = []
        self._merging: Reporter | None = None
        self._checks: dict[int, Check] = {}
        self._measuring = self._measure_again = False
        header = self.add_header(self.tr("Quality"))
        self._header = header
        self.method = QComboBox()
        self.method.setObjectName("merge_method")
        self.method.setAccessibleName(self.tr("Merging method"))
        self.method.currentIndexChanged.connect(lambda _: self._describe_method())
        self.merge_button = buttons.filled(self.tr("Merge now"), "merge", self.merge)
        self.merge_button.setObjectName("merge_now")
        said = text_label(self.tr("Method"), "muted")
        said.setBuddy(self.method)
        self._method_title = said
        header.add(said)
        header.add(self.method)
        header.add(self.merge_button)
        self.state = InlineNotice()
        self._warnings = text_label("", "warn", wrap=True)
        self._warnings.setObjectName("merge_warnings")
        self._method_note = text_label("", "secondary", wrap=True)
        self.progress = JobBar()
        self.progress.stopped.connect(self._stop)
        self.annotators = Records(
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
            widest=_NAME_WIDEST,
        )
        self.annotators.explain(
            (
                "",
                self.tr("Labels given"),
                self.tr("How often right, as merging estimates it from the agreement with others"),
                self.tr("Share of the items with a known label answered rightly; in brackets the 95 % interval"),
                self.tr(
                    "Agreement with the other answers to the same items, beyond chance: 0 is chance, 1 is complete"
                ),
                self.tr("What looks unusual about these answers"),
            )
        )
        self.annotators.setObjectName("annotators")
        self.annotators.setAccessibleName(self.tr("Annotators"))
        self.annotators.currentCellChanged.connect(lambda row, *_: self._show_annotator(row))
        self.about = InlineNotice()
        self.agreement = AgreementCard()
        self.agreement.ordinal_changed.connect(self._set_ordinal)
        self.calibration = CalibrationTab(session)
        self.confusion = ConfusionGrid()
        self._confusion_title = ElidedLabel("", "card-title", middle=True)
        self._confusion_note = text_label("", "secondary", wrap=True)
        self._stack = self._lay_out()
        self.set_shortcuts(
            [Action("quality_merge", self.tr("Merge now"), "Ctrl+M", "quality", self.merge)],
            {"Up Down": self.tr("Previous or next annotator"), "Ctrl+C": self.tr("Copy the table")},
        )

    def shown(self, argument: object = None) -> None:
        self._refresh()

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.posteriors or changes.gold or changes.setup or changes.items:
            self._refresh()

    def merge(self) -> None:
        """Merge beside the window, then put the result in force."""
        if self._merging is not None or not self._reports:
            return
        method = str(self.method.currentData() or merging.AUTO)
        reporter = Reporter()
        reporter.progressed.connect(lambda done, total: self.progress.set_progress(done, total))
        self._merging = reporter
        self.merge_button.setEnabled(False)
        self.progress.start(self.tr("Merging"))
        self.session.compute(
            lambda db: merging.merge(db, method, reporter.report),
            owner=self,
            done=self._store,
            failed=self._failed,
            reporter=reporter,
        )

    def _store(self, computed: Computed) -> None:
        if self._merging is None:  # stopped while the last step was under way
            return
        self.session.write(lambda db: merging.store(db, computed), owner=self, done=self._merged, failed=self._failed)

    def _merged(self, result: MergeResult) -> None:
        self._end()
        self.session.tell(
            self.tr("{items} merged by {method}.").format(items=counted(result.items, "item"), method=result.method),
            "good",
        )

    def _failed(self, error: UserError) -> None:
        self._end()
        self.session.tell(error)

    def _stop(self) -> None:
        if self._merging is not None:
            self._merging.stop()
            self._end()

    def _end(self) -> None:
        self._merging = None
        self.progress.finish()
        self.merge_button.setEnabled(True)

    def _refresh(self) -> None:
        self.session.compute(_read, owner=self, done=self._show)
        self._measure()
        self.calibration.refresh()

    def _show(self, state: _State) -> None:
        self._show_methods(state.methods)
        self._show_merge(state.merge)
        self._reports = state.reports
        self._stack.setCurrentIndex(0 if state.reports else 1)
        for widget in (self._method_title, self.method, self.merge_button):
            widget.setVisible(bool(state.reports))
        self._show_reports()

    def _measure(self) -> None:
        """Agreement takes longer than the rest; changes that come meanwhile are measured together, afterwards."""
        self._measure_again = self._measuring
        if not self._measuring:
            self._measuring = True
            self.session.compute(agreement.report, owner=self, done=self._measured, failed=self._not_measured)

    def _measured(self, report: AgreementReport) -> None:
        self._measuring = False
        self._checks = dict(report.checks)
        self.agreement.show_report(report)
        self._show_reports()
        if self._measure_again:
            self._measure()

    def _not_measured(self, error: UserError) -> None:
        self._measuring = False
        self.session.tell(error)

    def _set_ordinal(self, ordinal: bool) -> None:
        self.session.write(lambda db: agreement.set_ordinal(db, ordinal), owner=self)

    def _show_reports(self) -> None:
        self.annotators.show_rows([self._row(report) for report in self._reports])
        for row, report in enumerate(self._reports):
            self.annotators.mark(row, 0, *kind_of(report.annotator))
            cell, check = self.annotators.item(row, _WARNINGS), self._checks.get(report.annotator.id)
            if cell is not None and check is not None:
                cell.setToolTip("\n".join(s.reason for s in check.suspicions))
        self._show_annotator(self.annotators.currentRow())

    def _show_annotator(self, row: int) -> None:
        self._show_confusion(row)
        check = self._checks.get(self._reports[row].annotator.id) if 0 <= row < len(self._reports) else None
        reasons = [s.reason for s in check.suspicions] if check is not None else []
        if reasons or check is None:
            self.about.show_text(" ".join(reasons), "warn")
        else:
            self.about.show_text(self._in_words(check))

    def _in_words(self, check: Check) -> str:
        """What was found where nothing looks wrong."""
        parts = []
        if check.seconds is not None:
            parts.append(self.tr("Median {seconds:.1f} s an answer.").format(seconds=check.seconds))
        if check.kappa.value is None:
            parts.append(self.tr("Agreement with the others is undefined: {reason}.").format(reason=check.kappa.reason))
        if check.drift.change is None:
            parts.append(self.tr("Drift is undefined: {reason}.").format(reason=check.drift.reason))
        return " ".join([self.tr("Nothing looks wrong."), *parts])

    def _show_methods(self, methods: dict[str, str]) -> None:
        if self.method.count():
            return
        for name, line in methods.items():
            self.method.addItem(name, name)
            self.method.setItemData(self.method.count() - 1, line, Qt.ItemDataRole.ToolTipRole)
        self._describe_method()

    def _describe_method(self) -> None:
        line = self.method.currentData(Qt.ItemDataRole.ToolTipRole)
        name = self.method.currentText()
        self._method_note.setText(f"{name}: {line}." if line else "")

    def _show_merge(self, state: MergeState | None) -> None:
        if state is None:
            self._warnings.hide()
            self.state.show_text(
                self.tr("Not merged yet: “Merge now” turns all answers into a probability for each label."), "info"
            )
            return
        text = self.tr("{items} merged by {method}. {reason}").format(
            items=counted(state.items, "item"), method=state.method, reason=state.reason
        )
        if state.expected_accuracy is not None:
            text += " " + self.tr("Expected accuracy {share:.0f} %, if the method's assumptions hold.").format(
                share=100 * state.expected_accuracy
            )
        if state.stale:
            text += " " + self.tr("{answers} came after it: merge again to take this into account.").format(
                answers=counted(state.stale, "answer or decision", "answers or decisions")
            )
        self.state.show_text(text, "warn" if state.stale else "good")
        self._warnings.setText("\n".join(state.warnings))
        self._warnings.setVisible(bool(state.warnings))

    def _row(self, report: AnnotatorReport) -> tuple[str, ...]:
        accuracy = report.accuracy
        measured = percent(accuracy.value)
        if accuracy.value is not None:
            measured += f" ({100 * accuracy.low:.0f}–{100 * accuracy.high:.0f}, n = {accuracy.of:,})"
        check = self._checks.get(report.annotator.id)
        kappa = check.kappa.value if check is not None else None
        return (
            report.annotator.name,
            f"{report.answers:,}",
            percent(report.reliability),
            measured or "–",
            signed(kappa) if kappa is not None else "…" if check is None else "–",
            ", ".join(SIGNS[s.sign] for s in check.suspicions) if check is not None else "",
        )

    def _show_confusion(self, row: int) -> None:
        report = self._reports[row] if 0 <= row < len(self._reports) else None
        matrix = report.confusion if report is not None else None
        self.confusion.setVisible(matrix is not None)
        name = report.annotator.name if report is not None else ""
        self._confusion_title.set_text(self.tr("How {name} answers").format(name=name))
        if report is None:
            self._confusion_note.setText("")
        elif matrix is None:
            self._confusion_note.setText(
                self.tr(
                    "Nothing to show yet: merge with a method that estimates confusion matrices, such as dawid-skene."
                )
            )
        else:
            self._confusion_note.setText(
                self.tr(
                    "Of 100 items that are truly what a column says, as many are answered as each row says."
                    " The truth is what merging estimates."
                ).format(name=name)
            )
            self.confusion.show_matrix(report.labels, matrix)

    def _lay_out(self) -> QStackedWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        top = Card()
        for widget in (self.state, self._warnings, self._method_note, self.progress):
            top.body.addWidget(widget)
        column.addWidget(top)
        self.tabs = tabs = QTabWidget()
        tabs.setObjectName("quality_tabs")
        tabs.addTab(self._annotators_tab(), self.tr("Annotators"))
        tabs.addTab(self.agreement, self.tr("Agreement"))
        tabs.addTab(self.calibration, self.tr("Calibration"))
        column.addWidget(tabs, 1)
        stack = QStackedWidget()
        stack.addWidget(content)
        stack.addWidget(
            EmptyState(
                "chart-box-outline",
                self.tr("No answers yet"),
                self.tr("Once an LLM or people have answered, this page shows how far each of them can be trusted."),
                self.tr("Pre-label with an LLM"),
                lambda: self.session.go("agents"),
            )
        )
        reading = Reading()
        stack.addWidget(reading)
        stack.setCurrentWidget(reading)
        self.body.addWidget(stack, 1)
        return stack

    def _annotators_tab(self) -> QWidget:
        tab = QSplitter()
        tab.setChildrenCollapsible(False)
        tab.setHandleWidth(GAP)
        left = Card(padding=14)
        left.body.addWidget(self.annotators, 1)
        left.body.addWidget(self.about)
        right = Card()
        right.body.addWidget(self._confusion_title)
        right.body.addWidget(self._confusion_note)
        right.body.addSpacing(theme.px(6))
        right.body.addWidget(self.confusion, 1)
        right.body.addStretch(0)
        for card, share in ((left, 5), (right, 2)):
            tab.addWidget(card)
            tab.setStretchFactor(tab.indexOf(card), share)
        tab.setSizes([theme.px(5 * _PART), theme.px(2 * _PART)])
        return tab


def _read(db: Db) -> _State:
    return _State(merging.methods(), merging.state(db), merging.annotator_report(db))
