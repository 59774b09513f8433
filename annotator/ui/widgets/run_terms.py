"""How a run goes about it: over which items, how far, at what price, and what is taken out of the texts before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from annotator.domain.redaction import Redaction
from annotator.services import selecting
from annotator.services.prelabelling import Cache, Cap
from annotator.services.selecting import Selection
from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.redaction_choice import RedactionChoice
from annotator.ui.widgets.routing_choices import decimal_box, whole_box
from annotator.ui.widgets.text import text_label

MOST = 1_000_000_000
LABELS, FIELDS, GAP = 96, 240, 16  # px
MOST_MONEY = 1_000_000.0  # US dollars
LONGEST = 86_400  # seconds of a call


class RunTerms(QWidget):
    """`changed` when the plan may be another; `preview_wished` when the redaction is to be shown."""

    changed = Signal()
    preview_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = _combo("run_items")
        self.limit = _number("limit", self.tr("all of them"))
        self.concurrency = _number("concurrency", self.tr("automatic"), most=256)
        self.per_minute = _number("per_minute", self.tr("as many as go"))
        self.timeout = _number("timeout", self.tr("as usual"), most=LONGEST)
        self.timeout.setSuffix(self.tr(" s"))
        self.timeout.setToolTip(self.tr("How long one call may take before it is tried again; usually 60 s"))
        self.cache = _combo("run_cache")
        for cache, text in (
            (Cache.PROJECT, self.tr("from this project")),
            (Cache.SHARED, self.tr("also from other projects")),
            (Cache.NONE, self.tr("off: ask anew")),
        ):
            self.cache.addItem(text, cache)
        self.money = decimal_box("cap_money", MOST_MONEY, 1.0)
        self.money.setPrefix("$ ")
        self.money.setSpecialValueText(self.tr("no cap"))
        self.calls = _number("cap_calls", self.tr("no cap"))
        self.tokens = _number("cap_tokens", self.tr("no cap"))
        self.redaction = RedactionChoice()
        self.offer_items([])
        self._first_labels: list[QLabel] = []
        self._lay_out()
        for box in self._whole_numbers:
            box.valueChanged.connect(lambda _: self.changed.emit())
        self.money.valueChanged.connect(lambda _: self.changed.emit())
        for combo in (self.items, self.cache):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.redaction.changed.connect(self.changed)
        self.redaction.preview_wished.connect(self.preview_wished)

    def offer_items(self, found: Sequence[Selection]) -> None:
        """found: selections that were made elsewhere, beside those that are always there."""
        chosen = self.selection
        self.items.blockSignals(True)
        self.items.clear()
        self.items.addItem(self.tr("All items"), selecting.everything())
        for selection in found:
            self.items.addItem(selection.what, selection)
        self.items.addItem(self.tr("Waiting for people"), selecting.waiting())
        self.items.addItem(self.tr("Not labelled by anybody"), selecting.unlabelled())
        kinds = [self.items.itemData(place) for place in range(self.items.count())]
        same = [place for place, each in enumerate(kinds) if (each.which, each.what) == (chosen.which, chosen.what)]
        self.items.setCurrentIndex(same[0] if same else 0)
        self.items.blockSignals(False)

    @property
    def selection(self) -> Selection:
        found = self.items.currentData()
        return found if isinstance(found, Selection) else selecting.everything()

    @property
    def limit_chosen(self) -> int | None:
        return self.limit.value() or None

    @property
    def concurrency_chosen(self) -> int | None:
        return self.concurrency.value() or None

    @property
    def per_minute_chosen(self) -> int | None:
        return self.per_minute.value() or None

    @property
    def timeout_chosen(self) -> float | None:
        """Seconds."""
        return self.timeout.value() or None

    @property
    def cap(self) -> Cap:
        return Cap(self.money.value() or None, self.calls.value() or None, self.tokens.value() or None)

    @property
    def cache_chosen(self) -> Cache:
        return Cache(self.cache.currentData())

    @property
    def redaction_chosen(self) -> Redaction:
        return self.redaction.redaction

    @property
    def unusual(self) -> int:
        """How many of these are not as they are for a newcomer."""
        return sum(
            (
                self.items.currentIndex() != 0,
                self.limit.value() != 0,
                self.concurrency.value() != 0,
                self.per_minute.value() != 0,
                self.timeout.value() != 0,
                self.cache.currentIndex() != 0,
                bool(self.cap),
                bool(self.redaction_chosen),
            )
        )

    def line_up(self, above: Sequence[QLabel]) -> None:
        """The labels above these get the same width as theirs, so that all fields begin at one edge."""
        labels = [*self._first_labels, *above]
        for each in labels:
            each.ensurePolished()
        widest = max(theme.px(LABELS), *(each.sizeHint().width() for each in labels))
        for each in labels:
            each.setMinimumWidth(widest)

    @property
    def _whole_numbers(self) -> tuple[QSpinBox, ...]:
        return self.limit, self.concurrency, self.per_minute, self.timeout, self.calls, self.tokens

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(8))
        rows: tuple[tuple[int, int, str, QWidget], ...] = (
            (0, 0, self.tr("Items"), self.items),
            (1, 0, self.tr("Ask at most"), self.limit),
            (2, 0, self.tr("Calls at once"), self.concurrency),
            (3, 0, self.tr("Calls a minute"), self.per_minute),
            (4, 0, self.tr("Known replies"), self.cache),
            (0, 2, self.tr("Costs at most"), self.money),
            (1, 2, self.tr("Calls at most"), self.calls),
            (2, 2, self.tr("Tokens at most"), self.tokens),
            (3, 2, self.tr("Wait for a reply"), self.timeout),
        )
        for row, place, text, widget in rows:
            label = text_label(text, "muted")
            label.setBuddy(widget)
            label.setMinimumWidth(theme.px(LABELS))
            label.setContentsMargins(theme.px(GAP) if place else 0, 0, 0, 0)
            if not place:
                self._first_labels.append(label)
            widget.setMaximumWidth(theme.px(FIELDS))
            widget.setMinimumWidth(theme.px(LABELS))
            widget.setAccessibleName(text)
            grid.addWidget(label, row, place)
            grid.addWidget(widget, row, place + 1)
        for place, share in ((1, 8), (3, 8), (4, 1)):  # the last one takes what the others may not
            grid.setColumnStretch(place, share)
        column.addLayout(grid)
        column.addWidget(self.redaction)


def _combo(name: str) -> QComboBox:
    box = ComboBox()
    box.setObjectName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    return box


def _number(name: str, zero: str, *, most: int = MOST) -> QSpinBox:
    box = whole_box(name, 0, most)
    box.setSpecialValueText(zero)
    return box
