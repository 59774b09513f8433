"""One item with its fields, its metadata, and what everybody answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.model import Annotation, Annotator, Exposure, Item, Kind, Label, Question, Status
from annotator.services.browsing import ItemRow
from annotator.ui import theme
from annotator.ui.item_table import fraction
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import text_label


class ItemDetail(Card):
    """Empty until an item is chosen."""

    annotate_requested = Signal(int)
    review_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=18)
        self.setObjectName("item_detail")
        self._item_id: int | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("The item in detail"))
        self.body.addWidget(self._area, 1)
        row = QHBoxLayout()
        row.addWidget(buttons.plain(self.tr("Annotate"), "keyboard-outline", self._annotate))
        row.addWidget(buttons.plain(self.tr("Review"), "scale-balance", self._review))
        row.addStretch(1)
        self._buttons = QWidget()
        self._buttons.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._buttons)
        self.clear()

    def clear(self) -> None:
        self._item_id = None
        self._buttons.hide()
        hint = text_label(self.tr("Choose an item to see what everybody answered."), "muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(hint)

    def show_item(self, item: Item, row: ItemRow | None, answers: Sequence[Annotation], question: Question) -> None:
        """The item, its row of the table, and the answers, people first."""
        same = self._item_id == item.id
        position = self._area.verticalScrollBar().value()
        self._item_id = item.id
        self._buttons.show()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(6))
        column.addWidget(_selectable(item.external_id, "field"))
        for name, text in item.fields.items():
            if len(item.fields) > 1:
                column.addWidget(text_label(name, "secondary"))
            column.addWidget(_selectable(text))
        labels = {label.id: (label, position) for position, label in enumerate(question.labels)}
        self._add_result(column, row, question)
        self._add_answers(column, answers, labels)
        self._add_metadata(column, item)
        column.addStretch(1)
        self._area.setWidget(body)
        if same:
            self._area.verticalScrollBar().setValue(position)

    def _add_result(self, column: QVBoxLayout, row: ItemRow | None, question: Question) -> None:
        if row is None or not (row.consensus or row.gold):
            return
        known = {label.name: (label, position) for position, label in enumerate(question.labels)}
        column.addSpacing(theme.px(10))
        column.addWidget(text_label(self.tr("Result"), "card-title"))
        for title, name, number in (
            (self.tr("Consensus"), row.consensus, fraction(row.probability)),
            (self.tr("Gold"), row.gold, ""),
        ):
            if name:
                column.addLayout(_line(IconLabel("check-decagram-outline"), title, known.get(name), name, number))

    def _add_answers(
        self, column: QVBoxLayout, answers: Sequence[Annotation], labels: dict[int, tuple[Label, int]]
    ) -> None:
        column.addSpacing(theme.px(10))
        title = self.tr("1 answer") if len(answers) == 1 else self.tr("{n} answers").format(n=len(answers))
        column.addWidget(text_label(title if answers else self.tr("No answers yet"), "card-title"))
        for answer in answers:
            icon = IconLabel("robot-outline" if answer.annotator.kind is Kind.LLM else "account-outline")
            known = labels.get(answer.label_id or 0)
            text = known[0].name if known else self._status(answer.status)
            who = self._who(answer.annotator)
            column.addLayout(_line(icon, who, known, text, fraction(answer.confidence)))
            notes = self._notes(answer)
            if notes:
                note = _selectable(notes, "secondary")
                note.setContentsMargins(theme.px(26), 0, 0, 0)
                column.addWidget(note)

    def _add_metadata(self, column: QVBoxLayout, item: Item) -> None:
        if not item.metadata:
            return
        column.addSpacing(theme.px(10))
        column.addWidget(text_label(self.tr("Metadata"), "card-title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setColumnStretch(1, 1)
        for position, (name, value) in enumerate(item.metadata.items()):
            grid.addWidget(text_label(name, "secondary"), position, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_selectable(value), position, 1)
        column.addLayout(grid)

    def _who(self, annotator: Annotator) -> str:
        return self.tr("{name} (simulated)").format(name=annotator.name) if annotator.simulated else annotator.name

    def _status(self, status: Status) -> str:
        return self.tr("skipped") if status is Status.SKIPPED else self.tr("invalid reply")

    def _notes(self, answer: Annotation) -> str:
        notes = []
        if answer.flagged:
            notes.append(self.tr("flagged"))
        if answer.exposure is Exposure.SHOWN:
            notes.append(self.tr("saw the LLM's suggestion"))
        if answer.comment:
            notes.append(f"“{answer.comment}”")
        return " · ".join(notes)

    def _annotate(self) -> None:
        if self._item_id is not None:
            self.annotate_requested.emit(self._item_id)

    def _review(self) -> None:
        if self._item_id is not None:
            self.review_requested.emit(self._item_id)


class Dot(QWidget):
    """A label's colour, beside its name."""

    def __init__(self, label: Label, position: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._position = label, position
        self.setFixedSize(theme.px(9), theme.px(9))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.label_colour(self._label, self._position))
        painter.drawEllipse(self.rect())


def _line(icon: QWidget, who: str, label: tuple[Label, int] | None, text: str, number: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(icon)
    row.addWidget(text_label(who, wrap=True), 3)
    if label is not None:
        row.addWidget(Dot(*label))
    row.addWidget(text_label(text, "strong" if label else "muted", wrap=True), 2)
    value = text_label(number, "muted")
    value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    value.setMinimumWidth(value.fontMetrics().horizontalAdvance("> .99"))
    row.addWidget(value)
    return row


def _selectable(text: str, role: str = "") -> QWidget:
    label = text_label(text, role, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
