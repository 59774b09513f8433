"""What goes into the packages: which items, how many people for each, and what people are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from annotator.domain.filters import Filter
from annotator.services import browsing
from annotator.services.packing import Order, Wish
from annotator.services.project_file import Db
from annotator.services.selecting import Selection
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.passphrase_fields import PassphraseFields
from annotator.ui.widgets.routing_choices import whole_box
from annotator.ui.widgets.text import text_label, tool_tip
from annotator.ui.widgets.ticked_list import TickedList
from annotator.ui.widgets.wrapping import WrappingCheckBox
from annotator.ui.widgets.written_line import written_line

_MOST = 1_000_000
ItemIds = Callable[[Db], tuple[int, ...]]


class Source(NamedTuple):
    """Where the items come from. what: as people are told; item_ids: reads them, () for the usual ones."""

    key: str
    text: str
    what: str
    item_ids: ItemIds


class PackageForm(QWidget):
    """Says `changed` when the plan may be another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: list[Source] = []
        self.source = _box("package_items")
        self.each = self._count("package_each", 0, self.tr("all"))
        self.overlap = self._count("package_overlap", 1)
        self.overlap.setMaximum(99)
        self.gold = self._count("package_gold", 0, self.tr("none"))
        self.seeing = _box("package_blind")
        self.order = _box("package_order")
        self.metadata = TickedList()
        self.metadata.setObjectName("package_metadata")
        self.metadata.changed.connect(self.changed)
        self._metadata_said = text_label("", "muted")
        self.deadline = self._line("package_deadline", self.tr("Such as “Friday, 12 o'clock”"))
        self.note = self._line("package_note", self.tr("What else they should know"))
        self.feedback = WrappingCheckBox(self.tr("Show everybody what they got wrong so far"))
        self.feedback.setObjectName("package_feedback")
        self.feedback.toggled.connect(lambda _: self.changed.emit())
        self.questions = WrappingCheckBox("")
        self.questions.setObjectName("package_questions")
        self.questions.toggled.connect(lambda _: self.changed.emit())
        self._question_ids: tuple[int, ...] = ()
        self.passphrase = PassphraseFields(twice=True)
        self._fill()
        self.show_sources(False, (), None)
        self._lay_out()
        self.show_metadata(())

    def show_sources(self, routed: bool, saved: Sequence[tuple[str, Filter]], found: Selection | None) -> None:
        """routed: whether a queue of people is there. found: what the Items page found last."""
        before = self.source.currentData()
        usual = self.tr("What waits for people") if routed else self.tr("All items")
        sources = [Source("", usual, "", lambda db: ())]
        if routed:
            sources.append(Source("all", self.tr("All items"), self.tr("All items"), _everything))
        if found is not None and found.item_ids:
            text = self.tr("Found on the page Items: {what}").format(what=found.what)
            sources.append(Source("found", text, found.what, lambda db, ids=found.item_ids: tuple(ids)))  # type: ignore[misc]
        for name, wanted in saved:
            ids: ItemIds = lambda db, wanted=wanted: tuple(map(int, browsing.find(db, wanted)))  # type: ignore[misc]  # noqa: E731
            sources.append(Source(f"filter {name}", self.tr("Filter: {name}").format(name=name), name, ids))
        self._sources = sources
        self.source.clear()
        for source in sources:
            self.source.addItem(source.text, source.key)
        self.source.setCurrentIndex(max(self.source.findData(before), 0))

    def wish(self, to: tuple[str, ...], seed: int) -> Callable[[Db], Wish]:
        """Made beside the window, since a filter has to be read for it."""
        source = self._sources[max(self.source.currentIndex(), 0)]
        given = {
            "overlap": self.overlap.value(),
            "each": self.each.value() or None,
            "gold": self.gold.value(),
            "blind": bool(self.seeing.currentData()),
            "order": Order(self.order.currentData()),
            "deadline": self.deadline.text().strip(),
            "note": self.note.text().strip(),
            "metadata": self.metadata.chosen(),
            "feedback": self.feedback.isChecked(),
            "questions": self._question_ids if self.questions.isChecked() and len(self._question_ids) > 1 else (),
        }
        return lambda db: Wish(to=to, item_ids=source.item_ids(db), what=source.what, seed=seed, **given)  # type: ignore[arg-type]

    def show_questions(self, question_ids: Sequence[int]) -> None:
        """Those that are asked; usually it is the one looked at that goes out."""
        self._question_ids = tuple(question_ids)
        self.questions.setVisible(len(question_ids) > 1)
        count = figure(len(question_ids))
        self.questions.say(self.tr("All {n} questions of the project, and not only this one").format(n=count))

    def show_metadata(self, names: Sequence[str]) -> None:
        """The columns that may go with the items; none does unless it is ticked."""
        self.metadata.show_names(names)
        for widget in (self.metadata, self._metadata_said):
            widget.setVisible(bool(names))

    def settle(self) -> None:
        """A number that is being typed counts now."""
        for box in (self.each, self.overlap, self.gold):
            box.interpretText()

    def _fill(self) -> None:
        self.seeing.addItem(self.tr("Blind: they see no suggestions"), True)
        self.seeing.addItem(self.tr("They see what the LLM suggests"), False)
        self.order.addItem(self.tr("By lot, another one for each person"), Order.RANDOM.value)
        self.order.addItem(self.tr("As the queue has it, the least sure first"), Order.QUEUE.value)
        self.order.addItem(self.tr("As they were imported"), Order.GIVEN.value)
        for box in (self.source, self.seeing, self.order):
            box.activated.connect(lambda _: self.changed.emit())
        self.gold.setToolTip(
            tool_tip(
                self.tr(
                    "Items whose label is known lie hidden among the others, the same for everybody."
                    " They show who reads and who guesses."
                )
            )
        )
        self.metadata.setToolTip(
            tool_tip(self.tr("Columns that are in the package beside the texts. What is not ticked stays here."))
        )
        self.overlap.setToolTip(
            tool_tip(self.tr("Where two people answer the same item, their agreement can be measured."))
        )

    def _count(self, name: str, least: int, nothing: str = "") -> QSpinBox:
        box = whole_box(name, least, _MOST)
        box.setSpecialValueText(nothing if least == 0 else "")
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda _: self.changed.emit())
        return box

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        return written_line(name, placeholder, self.changed.emit)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Items"), self.source),
            (self.tr("Each at most"), self.each),
            (self.tr("People for each item"), self.overlap),
            (self.tr("Hidden checks"), self.gold),
            (self.tr("Suggestions"), self.seeing),
            (self.tr("Order"), self.order),
            (self.tr("Metadata sent along"), self.metadata),
            (self.tr("Until when"), self.deadline),
            (self.tr("Note"), self.note),
            (self.tr("Passphrase"), self.passphrase),
        )
        for number, (text, field) in enumerate(rows):
            said = _said(text, field)
            grid.addWidget(said, number, 0)
            grid.addWidget(field, number, 1)
            if field is self.metadata:
                self._metadata_said = said
        grid.addWidget(self.feedback, len(rows), 1)
        grid.addWidget(self.questions, len(rows) + 1, 1)


def _said(text: str, field: QWidget) -> QLabel:
    label = text_label(text, "muted")
    label.setBuddy(field)
    if not isinstance(field, PassphraseFields):
        field.setAccessibleName(text)
    return label


def _box(name: str) -> QComboBox:
    box = ComboBox()
    box.setObjectName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


def _everything(db: Db) -> tuple[int, ...]:
    return tuple(browsing.item_ids(db))
