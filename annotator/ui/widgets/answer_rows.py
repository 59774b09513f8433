"""Who said what about one item: a line for each annotator, and what merging makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from annotator.domain.model import Annotation, Annotator, Exposure, Kind, Label, Question, Status
from annotator.services.adjudicating import Case
from annotator.services.merging import AnnotatorReport
from annotator.ui import theme
from annotator.ui.widgets.bars import Bar
from annotator.ui.widgets.conflict_list import short
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import ElidedLabel, text_label

_ICON, _NAME, _DOT, _LABEL, _BAR, _WEIGHT = range(6)
_SHOWN = 4  # labels named in the merged line
_NEGLIGIBLE = 0.005
_ENOUGH_GOLD = 20  # a share of fewer items says more about chance than about the annotator


class AnswerRows(QWidget):
    """The answers to one item side by side; built anew for each item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._labels: dict[int, tuple[Label, int]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(2))
        for column, share in ((_NAME, 3), (_LABEL, 3), (_BAR, 4)):
            self._grid.setColumnStretch(column, share)

    def show_case(self, case: Case, question: Question) -> None:
        self._case = case
        self._labels = {label.id: (label, position) for position, label in enumerate(question.labels)}
        self._build()

    def texts(self) -> list[str]:
        """What each line says, as a screen reader reads it."""
        return [row.accessibleName() for row in self.findChildren(ElidedLabel, "answer_name")]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._case is not None:
            self._build()  # the labels' colours depend on the ground

    def _build(self) -> None:
        while item := self._grid.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
                widget.setObjectName("")
        if self._case is None:
            return
        row = 0
        for answer in self._case.answers:
            self._add(row, answer, self._case.reports.get(answer.annotator.id))
            row += 1
            if remarks := self._remarks(answer):
                said = text_label(remarks, "secondary", wrap=True)
                said.setContentsMargins(0, 0, 0, theme.px(6))
                self._grid.addWidget(said, row, _NAME, 1, _WEIGHT)
                row += 1

    def _add(self, row: int, answer: Annotation, report: AnnotatorReport | None) -> None:
        who = answer.annotator
        height = theme.px(28)
        icon = IconLabel("robot-outline" if who.kind is Kind.LLM else "account-outline")
        name = ElidedLabel(self._name(who), middle=True)
        name.setObjectName("answer_name")
        _share_room(name, 150, height)
        label = self._labels.get(answer.label_id or 0)
        said = ElidedLabel(self._said(answer, label), "strong" if label else "muted")
        _share_room(said, 130, height)
        share, words, why = self._weight(answer, report)
        weight = text_label(words, "muted")
        weight.setToolTip(why)
        name.setAccessibleName(", ".join(part for part in (self._name(who), said.accessibleName(), words) if part))
        for column, widget in ((_ICON, icon), (_NAME, name), (_LABEL, said), (_WEIGHT, weight)):
            self._grid.addWidget(widget, row, column)
        colour = theme.label_colour(*label) if label else theme.colour("faint")
        if label:
            self._grid.addWidget(IconLabel("circle", colour.name(), 11), row, _DOT)
        if share is not None:
            bar = Bar(share, colour)
            bar.setToolTip(why)
            self._grid.addWidget(bar, row, _BAR, Qt.AlignmentFlag.AlignVCenter)

    def _name(self, who: Annotator) -> str:
        return self.tr("{name} (simulated)").format(name=who.name) if who.simulated else who.name

    def _said(self, answer: Annotation, label: tuple[Label, int] | None) -> str:
        if label is not None:
            return label[0].name
        return self.tr("invalid reply") if answer.status is Status.INVALID else self.tr("skipped")

    def _weight(self, answer: Annotation, report: AnnotatorReport | None) -> tuple[float | None, str, str]:
        """(0..1 for the bar, in words, what the number means): the best that is known about this answer."""
        if answer.status is not Status.LABEL:
            return None, "", ""
        if answer.confidence is not None:
            meaning = self.tr("What {name} claims for this answer").format(name=answer.annotator.name)
            return answer.confidence, self.tr("confidence {value}").format(value=short(answer.confidence)), meaning
        if report is not None and report.accuracy.value is not None and report.accuracy.of >= _ENOUGH_GOLD:
            share, low, high, of = report.accuracy.value, *report.accuracy[1:]
            words = self.tr("right {percent} % of {count}").format(percent=round(100 * share), count=of)
            meaning = self.tr(
                "Share of {count} items with a known label answered rightly; 95 % interval {low} to {high}"
            )
            return share, words, meaning.format(count=of, low=short(low), high=short(high))
        if report is not None and report.reliability is not None:
            words = self.tr("reliability {value}").format(value=short(report.reliability))
            meaning = self.tr("How often right, as merging estimates it from the agreement with others")
            return report.reliability, words, meaning
        return None, "", ""

    def _remarks(self, answer: Annotation) -> str:
        parts = [f"“{answer.comment}”" if answer.comment else "", self.tr("flagged") if answer.flagged else ""]
        if answer.exposure is Exposure.SHOWN:
            parts.append(self.tr("saw the suggestion"))
        return " · ".join(part for part in parts if part)


def _share_room(label: ElidedLabel, least: int, height: int) -> None:
    """As wide as its column, whatever it says: the columns stay where they are from item to item."""
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    label.setMinimumWidth(theme.px(least))
    label.setFixedHeight(height)


def merged_text(merged: Sequence[tuple[Label, float]], others: str) -> str:
    """ "Refund .55, Billing question .39, others .06", the most probable first; what is next to nothing is left out."""
    shown = [(label.name, p) for label, p in merged[:_SHOWN] if p >= _NEGLIGIBLE]
    rest = 1.0 - sum(p for _, p in shown)
    if rest >= _NEGLIGIBLE:
        shown.append((others, rest))
    return ", ".join(f"{name} {short(p)}" for name, p in shown)
