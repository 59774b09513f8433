"""One item with its fields, its metadata, and what everybody answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.drafts import Draft
from annotator.domain.model import Annotation, Annotator, Exposure, Item, Kind, Label, Question, Status
from annotator.domain.quoting import quoted
from annotator.domain.words import counted
from annotator.services.browsing import ItemRow
from annotator.services.item_story import Story, when
from annotator.services.similar import Similar
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.item_table import fraction
from annotator.ui.widgets import buttons
from annotator.ui.widgets.annotator_kind import kind_of
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.fitting_words import FittingWords
from annotator.ui.widgets.flowing_text import FlowingText
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.more_about import MoreAbout
from annotator.ui.widgets.skip_choice import in_words
from annotator.ui.widgets.text import ElidedLabel, text_label

METADATA_NAME = 110  # pixels


class ItemDetail(Card):
    """Empty until an item is chosen."""

    annotate_requested = Signal(int)
    review_requested = Signal(int)
    story_requested = Signal(int)  # `show_story` is to follow
    similar_requested = Signal(int)  # `show_similar` is to follow
    item_chosen = Signal(int)  # one of the similar ones

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=18)
        self.setObjectName("item_detail")
        self._item_id: int | None = None
        self._zoom = 1.0
        self._texts: list[FlowingText] = []
        self._more = MoreAbout()
        self._more.story_wished.connect(lambda: self._ask(self.story_requested))
        self._more.similar_wished.connect(lambda: self._ask(self.similar_requested))
        self._more.item_chosen.connect(self.item_chosen.emit)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("The item in detail"))
        self.body.addWidget(self._area, 1)
        row = QHBoxLayout()
        ways = (
            buttons.plain(self.tr("Annotate"), "keyboard-outline", self._annotate),
            buttons.plain(self.tr("Review"), "scale-balance", self._review),
        )
        for button in ways:
            row.addWidget(button)
        row.addStretch(1)
        self._buttons = QWidget()
        FittingWords(self._buttons, ways)
        self._buttons.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._buttons)
        self.clear()

    def set_zoom(self, zoom: float) -> None:
        """The size of the item's text, relative to the interface's."""
        self._zoom = zoom
        for text in self._texts:
            text.set_factor(zoom)

    def clear(self) -> None:
        self._item_id = None
        self._texts = []
        self._buttons.hide()
        self._more.setParent(self)  # it stays when what is in the area goes
        self._more.hide()
        hint = text_label(self.tr("Choose an item to see what everybody answered."), "muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(hint)

    def show_item(
        self,
        item: Item,
        row: ItemRow | None,
        answers: Sequence[Annotation],
        question: Question,
        drafts: Sequence[tuple[Annotator, Draft]] = (),
        known_before: str = "",
    ) -> None:
        """The item, its row of the table, the answers, people first, and flags and comments without an answer.
        known_before: the label from a file in whose place a decision stands."""
        same = self._item_id == item.id
        position = self._area.verticalScrollBar().value()
        self._item_id = item.id
        self._buttons.show()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(6))
        column.addWidget(FlowingText(item.external_id, factor=0.84, token="muted", semibold=True))
        self._texts = [FlowingText(text, factor=self._zoom) for text in item.fields.values()]
        for name, text in zip(item.fields, self._texts, strict=True):
            if len(item.fields) > 1:
                column.addWidget(ElidedLabel(name, "secondary"))
            column.addWidget(text)
        labels = {label.id: (label, position) for position, label in enumerate(question.labels)}
        self._add_result(column, row, question, known_before)
        self._add_answers(column, answers, labels)
        self._add_drafts(column, drafts)
        self._add_metadata(column, item)
        column.addSpacing(theme.px(10))
        column.addWidget(self._more)
        column.addStretch(1)
        self._area.setWidget(body)
        self._more.show()
        self._more.begin(same)
        if same:
            self._area.verticalScrollBar().setValue(position)

    def show_story(self, item_id: int, story: Story) -> None:
        """What was asked for by `story_requested`; dropped when another item is shown by now."""
        if item_id == self._item_id:
            self._more.show_story(story)

    def show_similar(self, item_id: int, similar: Similar) -> None:
        """What was asked for by `similar_requested`."""
        if item_id == self._item_id:
            self._more.show_similar(similar)

    def toggle_story(self) -> None:
        """Show, or hide, where the answers come from."""
        self._more.story_button.click()

    def toggle_similar(self) -> None:
        self._more.similar_button.click()

    def _ask(self, signal: SignalInstance) -> None:
        if self._item_id is not None:
            signal.emit(self._item_id)

    def _add_result(self, column: QVBoxLayout, row: ItemRow | None, question: Question, known_before: str) -> None:
        if row is None or not (row.consensus or row.gold):
            return
        known = {label.name: (label, position) for position, label in enumerate(question.labels)}
        column.addSpacing(theme.px(10))
        column.addWidget(text_label(self.tr("Result"), "card-title"))
        lines = _Lines()
        for title, name, number in (
            (self.tr("Consensus"), row.consensus, fraction(row.probability)),
            (self.tr("Decision") if row.settled else self.tr("Gold"), row.gold, ""),
            (self.tr("Gold"), known_before, ""),
        ):
            if name:
                lines.add(IconLabel("check-decagram-outline"), title, known.get(name), name, number)
        column.addLayout(lines)

    def _add_answers(
        self, column: QVBoxLayout, answers: Sequence[Annotation], labels: dict[int, tuple[Label, int]]
    ) -> None:
        column.addSpacing(theme.px(10))
        title = counted(len(answers), "answer") if answers else self.tr("No answers yet")
        column.addWidget(text_label(title, "card-title"))
        lines = _Lines()
        column.addLayout(lines)
        for answer in answers:
            name, meaning = kind_of(answer.annotator)
            icon = IconLabel(name)
            icon.setToolTip(meaning)
            known = labels.get(answer.label_id or 0)
            text = known[0].name if known else self._status(answer)
            lines.add(icon, answer.annotator.name, known, text, fraction(answer.confidence))
            if notes := self._notes(answer):
                lines.note(notes)

    def _add_drafts(self, column: QVBoxLayout, drafts: Sequence[tuple[Annotator, Draft]]) -> None:
        if not drafts:
            return
        column.addSpacing(theme.px(10))
        column.addWidget(text_label(self.tr("Without an answer"), "card-title"))
        lines = _Lines()
        column.addLayout(lines)
        for annotator, draft in drafts:
            name, meaning = kind_of(annotator)
            icon = IconLabel(name)
            icon.setToolTip(meaning)
            lines.add(icon, annotator.name, None, self.tr("flagged") if draft.flagged else "", "")
            if draft.comment:
                lines.note(quoted(draft.comment))

    def _add_metadata(self, column: QVBoxLayout, item: Item) -> None:
        if not item.metadata:
            return
        column.addSpacing(theme.px(10))
        column.addWidget(text_label(self.tr("Metadata"), "card-title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setColumnStretch(1, 1)
        for position, (name, value) in enumerate(item.metadata.items()):
            title = ElidedLabel(name, "secondary")
            title.setMaximumWidth(theme.px(METADATA_NAME))
            grid.addWidget(title, position, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(FlowingText(value), position, 1)
        column.addLayout(grid)

    def _status(self, answer: Annotation) -> str:
        skipped = (
            self.tr("skipped: {reason}").format(reason=in_words(answer.reason)) if answer.reason else self.tr("skipped")
        )
        return skipped if answer.status is Status.SKIPPED else self.tr("invalid reply")

    def _notes(self, answer: Annotation) -> str:
        notes = []
        if answer.flagged:
            notes.append(self.tr("flagged"))
        if answer.exposure is Exposure.SHOWN:
            notes.append(self.tr("saw the LLM's suggestion"))
        if answer.comment:
            notes.append(quoted(answer.comment))
        if answer.annotator.kind is Kind.HUMAN:  # of an LLM's the call says it
            if answer.answered_at:
                notes.append(when(answer.answered_at))
            if answer.seconds is not None:
                notes += [] if answer.answered_at else [self.tr("imported")]
                notes.append(self.tr("{seconds} s").format(seconds=figure(answer.seconds, 1)))
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


class _Lines(QGridLayout):
    """Who, which label, and how sure: in columns that all lines share."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(theme.px(8))
        self.setVerticalSpacing(theme.px(8))
        self.setColumnStretch(1, 4)
        self.setColumnStretch(3, 3)

    def add(self, icon: QWidget, who: str, label: tuple[Label, int] | None, text: str, number: str) -> None:
        line = self.rowCount()
        self.addWidget(icon, line, 0)
        if label is not None:
            self.addWidget(Dot(*label), line, 2)
        for column, words, role in ((1, who, ""), (3, text, "strong" if label else "muted")):
            shown = ElidedLabel(words, role, middle=column == 1)
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.addWidget(shown, line, column)
        value = text_label(number, "muted")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value.setMinimumWidth(value.fontMetrics().horizontalAdvance("> .99"))
        self.addWidget(value, line, 4)

    def note(self, text: str) -> None:
        """What belongs to the line before."""
        self.addWidget(FlowingText(text, factor=theme.SECONDARY, token="muted"), self.rowCount(), 1, 1, 4)
