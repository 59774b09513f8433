"""How good the answers are: everybody's reliability and confusions, and the merging that estimates them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.model import Annotator, Changes, Kind
from annotator.errors import UserError
from annotator.services import merging
from annotator.services.merging import AnnotatorReport, Computed, MergeResult, MergeState
from annotator.services.project_file import Db
from annotator.ui import theme
from annotator.ui.jobs import Reporter
from annotator.ui.pages.base import GAP, Page
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.confusion_grid import ConfusionGrid
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records, percent
from annotator.ui.widgets.text import text_label


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
        header = self.add_header(self.tr("Quality"))
        self._header = header
        self.method = QComboBox()
        self.method.setObjectName("merge_method")
        self.method.setAccessibleName(self.tr("Merging method"))
        self.method.currentIndexChanged.connect(lambda _: self._describe_method())
        self.merge_button = buttons.filled(self.tr("Merge now"), "merge", self.merge)
        self.merge_button.setObjectName("merge_now")
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
                self.tr("Accuracy on gold"),
            ),
            numbers=(1, 2, 3),
        )
        self.annotators.setObjectName("annotators")
        self.annotators.setAccessibleName(self.tr("Annotators"))
        self.annotators.currentCellChanged.connect(lambda row, *_: self._show_confusion(row))
        self.confusion = ConfusionGrid()
        self._confusion_title = text_label("", "card-title", wrap=True)
        self._confusion_note = text_label("", "secondary", wrap=True)
        self._stack = self._lay_out()

    def shown(self, argument: object = None) -> None:
        self._refresh()

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.posteriors or changes.gold or changes.setup or changes.items:
            self._refresh()

    def merge(self) -> None:
        """Merge beside the window, then put the result in force."""
        if self._merging is not None:
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
            self.tr("{n} items merged by {method}.").format(n=f"{result.items:,}", method=result.method), "good"
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

    def _show(self, state: _State) -> None:
        self._show_methods(state.methods)
        self._show_merge(state.merge)
        self._reports = state.reports
        self._stack.setCurrentIndex(0 if state.reports else 1)
        for widget in (self.method, self.merge_button):
            widget.setVisible(bool(state.reports))
        self.annotators.show_rows([self._row(report) for report in state.reports])
        self._show_confusion(self.annotators.currentRow())

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
        text = self.tr("{n} items merged by {method}. {reason}").format(
            n=f"{state.items:,}", method=state.method, reason=state.reason
        )
        if state.expected_accuracy is not None:
            text += " " + self.tr("Expected accuracy {share:.0f} %, if the method's assumptions hold.").format(
                share=100 * state.expected_accuracy
            )
        if state.stale:
            text += " " + self.tr(
                "{n} answers or decisions came after it: merge again to take them into account."
            ).format(n=f"{state.stale:,}")
        self.state.show_text(text, "warn" if state.stale else "good")
        self._warnings.setText("\n".join(state.warnings))
        self._warnings.setVisible(bool(state.warnings))

    def _row(self, report: AnnotatorReport) -> tuple[str, ...]:
        accuracy = report.accuracy
        measured = percent(accuracy.value)
        if accuracy.value is not None:
            measured += f"  ({100 * accuracy.low:.0f}–{100 * accuracy.high:.0f}, n = {accuracy.of:,})"
        return (self._who(report.annotator), f"{report.answers:,}", percent(report.reliability), measured or "–")

    def _who(self, annotator: Annotator) -> str:
        kind = self.tr("LLM") if annotator.kind is Kind.LLM else self.tr("person")
        parts = [kind, *([self.tr("simulated")] if annotator.simulated else [])]
        return f"{annotator.name}  ({', '.join(parts)})"

    def _show_confusion(self, row: int) -> None:
        report = self._reports[row] if 0 <= row < len(self._reports) else None
        matrix = report.confusion if report is not None else None
        self.confusion.setVisible(matrix is not None)
        name = report.annotator.name if report is not None else ""
        self._confusion_title.setText(self.tr("How {name} answers").format(name=name))
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
                    "Rows: what {name} answers. Columns: the truth, as merging estimates it; each sums to 1."
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
        row = QHBoxLayout()
        row.setSpacing(GAP)
        left = Card(padding=14)
        left.body.addWidget(text_label(self.tr("Annotators"), "card-title"))
        left.body.addWidget(self.annotators, 1)
        right = Card()
        right.body.addWidget(self._confusion_title)
        right.body.addWidget(self._confusion_note)
        right.body.addSpacing(theme.px(6))
        right.body.addWidget(self.confusion, 1)
        right.body.addStretch(0)
        row.addWidget(left, 3)
        row.addWidget(right, 2)
        column.addLayout(row, 1)
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
        self.body.addWidget(stack, 1)
        return stack


def _read(db: Db) -> _State:
    return _State(merging.methods(), merging.state(db), merging.annotator_report(db))
