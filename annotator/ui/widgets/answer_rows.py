"""Who said what about one item: a line for each annotator, what it weighs, and what merging makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from annotator.domain.model import Annotation, Annotator, Exposure, Label, Question, Status
from annotator.services.adjudicating import Case
from annotator.ui import theme
from annotator.ui.widgets import evidence_words
from annotator.ui.widgets.annotator_kind import kind_of
from annotator.ui.widgets.conflict_list import short
from annotator.ui.widgets.evidence_bar import EvidenceBar
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.skip_choice import in_words
from annotator.ui.widgets.text import ElidedLabel, text_label, tool_tip

_ICON, _NAME, _DOT, _LABEL, _BAR, _WEIGHT, _RIGHT, _SURE, _TOOK = range(9)
_SHOWN = 4  # labels named in the merged line
_NEGLIGIBLE = 0.005
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Number(NamedTuple):
    """A cell: as it stands there, as a screen reader says it, and what it means."""

    text: str
    spoken: str = ""
    meaning: str = ""


class AnswerRows(QWidget):
    """The answers to one item side by side; built anew for each item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._numbers: Mapping[int, int] | None = None
        self._narrow = False
        self._labels: dict[int, tuple[Label, int]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(2))
        for column, share in ((_NAME, 4), (_LABEL, 3), (_BAR, 3)):
            self._grid.setColumnStretch(column, share)

    def show_case(self, case: Case, question: Question, numbers: Mapping[int, int] | None = None) -> None:
        """numbers: by annotator id, where names are hidden."""
        self._case = case
        self._numbers = numbers
        self._labels = {label.id: (label, position) for position, label in enumerate(question.labels)}
        self._build()

    def set_narrow(self, narrow: bool) -> None:
        """Without bars where there is no room for them: the numbers beside them say the same."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.setHorizontalSpacing(theme.px(5 if narrow else 10))
            self._grid.setColumnStretch(_BAR, 0 if narrow else 3)
            self._build()

    def texts(self) -> list[str]:
        """What each line says, as a screen reader reads it."""
        return [row.accessibleName() for row in self.findChildren(ElidedLabel, "answer_name")]

    def name_of(self, who: Annotator) -> str:
        return called(who, self._numbers)

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
        case = self._case
        if case is None:
            return
        if case.answers:
            self._add_head()
        row = 1
        for answer in self._in_order(case.answers):
            self._add(row, answer, case)
            row += 1
            if remarks := self._remarks(answer):
                said = text_label(remarks, "secondary", wrap=True)
                said.setContentsMargins(0, 0, 0, theme.px(6))
                self._grid.addWidget(said, row, _NAME, 1, _TOOK)
                row += 1
        self._add_parts(row, case)

    def _in_order(self, given: Sequence[Annotation]) -> list[Annotation]:
        """By number where names are hidden, since people otherwise come first."""
        numbers = self._numbers
        return list(given) if numbers is None else sorted(given, key=lambda a: numbers.get(a.annotator.id, 0))

    def _add_head(self) -> None:
        """What the columns are; what they mean is said by pointing at them."""
        weighed = self._case is not None and self._case.weight is not None
        heads = (
            (_NAME, self.tr("Who"), ""),
            (_LABEL, self.tr("Answer"), ""),
            (_WEIGHT if self._narrow else _BAR, self.tr("Weight") if weighed else "", evidence_words.weights_meaning()),
            (_RIGHT, self.tr("Right"), evidence_words.right_meaning()),
            (_SURE, self.tr("Sure"), self.tr("The confidence that was given with the answer, 0 to 1")),
            (_TOOK, self.tr("Took"), self.tr("The time that the answer took")),
        )
        for column, text, meaning in heads:
            head = text_label(text, "secondary")
            head.setToolTip(tool_tip(meaning) if meaning else "")
            if column >= _WEIGHT:
                head.setAlignment(_END)
            self._grid.addWidget(head, 0, column)

    def _add(self, row: int, answer: Annotation, case: Case) -> None:
        who = answer.annotator
        icon = IconLabel("account-outline" if self._numbers is not None else kind_of(who)[0])
        name = ElidedLabel(self.name_of(who), middle=True)
        name.setObjectName("answer_name")
        _share_room(name, 76 if self._narrow else 100)
        label = self._labels.get(answer.label_id or 0)
        said = ElidedLabel(self._said(answer, label), "strong" if label else "muted")
        _share_room(said, 70 if self._narrow else 84)
        weight = self._weight(answer, case)
        cells = {
            _WEIGHT: weight,
            _RIGHT: self._right(answer, case),
            _SURE: self._sure(answer),
            _TOOK: self._took(answer),
        }
        spoken = [self.name_of(who), said.accessibleName(), *(cell.spoken for cell in cells.values())]
        name.setAccessibleName(", ".join(part for part in spoken if part))
        for column, widget in ((_ICON, icon), (_NAME, name), (_LABEL, said)):
            self._grid.addWidget(widget, row, column)
        for column, cell in cells.items():
            self._grid.addWidget(_number(cell), row, column)
        colour = theme.label_colour(*label) if label else theme.colour("faint")
        if label:
            self._grid.addWidget(IconLabel("circle", colour.name(), 11), row, _DOT)
        if case.weight is not None and who.id in case.weight.answers:
            part = case.weight.answers[who.id]
            self._add_bar(row, part / (case.weight.widest or 1.0), colour, weight.meaning)

    def _add_parts(self, row: int, case: Case) -> None:
        """What else the log odds are made of."""
        if case.weight is None:
            return
        for part, text, meaning in evidence_words.parts(case.weight):
            name = ElidedLabel(text, "secondary")
            _share_room(name, 100)
            name.setToolTip(tool_tip(meaning))
            name.setAccessibleName(f"{text}, {evidence_words.signed(part)}")
            self._grid.addWidget(name, row, _NAME, 1, _LABEL)
            self._add_bar(row, part / (case.weight.widest or 1.0), theme.colour("muted"), meaning)
            self._grid.addWidget(_number(_Number(evidence_words.signed(part), "", meaning)), row, _WEIGHT)
            row += 1

    def _add_bar(self, row: int, value: float, colour: QColor, meaning: str) -> None:
        if self._narrow:
            return
        bar = EvidenceBar(value, colour)
        bar.setToolTip(tool_tip(meaning))
        self._grid.addWidget(bar, row, _BAR, Qt.AlignmentFlag.AlignVCenter)

    def _said(self, answer: Annotation, label: tuple[Label, int] | None) -> str:
        if label is not None:
            return label[0].name
        if answer.status is Status.INVALID:
            return self.tr("invalid reply")
        return (
            self.tr("skipped: {reason}").format(reason=in_words(answer.reason)) if answer.reason else self.tr("skipped")
        )

    def _weight(self, answer: Annotation, case: Case) -> _Number:
        if case.weight is None or answer.annotator.id not in case.weight.answers:
            return _Number("")
        part = case.weight.answers[answer.annotator.id]
        text = evidence_words.signed(part)
        return _Number(text, self.tr("weight {value}").format(value=text), evidence_words.meaning(part, case.weight))

    def _right(self, answer: Annotation, case: Case) -> _Number:
        """How far this label of theirs can be trusted; where nothing says so, how far they can."""
        report, who = case.reports.get(answer.annotator.id), self.name_of(answer.annotator)
        label = self._labels.get(answer.label_id or 0)
        share = case.says.get(answer.annotator.id, report.reliability if report is not None else None)
        if label is None or share is None:
            return _Number("")
        text = evidence_words.percent(share)
        own = answer.annotator.id in case.says
        meaning = evidence_words.reliability(who, label[0].name if own else "", share, report)
        return _Number(text, self.tr("right {percent}").format(percent=text), meaning)

    def _sure(self, answer: Annotation) -> _Number:
        text = short(answer.confidence)
        return _Number(text, self.tr("confidence {value}").format(value=text)) if text else _Number("")

    def _took(self, answer: Annotation) -> _Number:
        when = evidence_words.answered(answer.answered_at)
        return _Number(evidence_words.duration(answer.seconds), evidence_words.duration(answer.seconds), when)

    def _remarks(self, answer: Annotation) -> str:
        parts = [f"“{answer.comment}”" if answer.comment else "", self.tr("flagged") if answer.flagged else ""]
        if answer.exposure is Exposure.SHOWN:
            parts.append(self.tr("saw the suggestion"))
        return " · ".join(part for part in parts if part)


def called(who: Annotator, numbers: Mapping[int, int] | None) -> str:
    """The annotator's name, or a number where names are hidden."""
    if numbers is not None:
        return evidence_words.numbered(numbers.get(who.id, 0))
    return evidence_words.simulated(who.name) if who.simulated else who.name


def _number(cell: _Number) -> QWidget:
    found = text_label(cell.text, "muted")
    found.setAlignment(_END)
    found.setToolTip(tool_tip(cell.meaning) if cell.meaning else "")
    return found


def _share_room(label: ElidedLabel, least: int) -> None:
    """As wide as its column, whatever it says: the columns stay where they are from item to item."""
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    label.setMinimumWidth(theme.px(least))
    label.setFixedHeight(theme.px(28))


def merged_text(merged: Sequence[tuple[Label, float]], others: str) -> str:
    """ "Refund .55, Billing question .39, others .06", the most probable first; what is next to nothing is left out."""
    shown = [(label.name, p) for label, p in merged[:_SHOWN] if p >= _NEGLIGIBLE]
    rest = 1.0 - sum(p for _, p in shown)
    if rest >= _NEGLIGIBLE:
        shown.append((others, rest))
    return ", ".join(f"{name} {short(p)}" for name, p in shown)
