"""Deciding which items people check, with the number on each side while the threshold moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QSlider, QSpinBox, QVBoxLayout, QWidget

from annotator.services import routing
from annotator.services.routing import Confidences, Routing, Split
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.confidence_histogram import ConfidenceHistogram
from annotator.ui.widgets.text import text_label

BINS = 40
DEFAULT_THRESHOLD = 0.8


class RoutingCard(Card):
    """Nothing is written before “Send to people”."""

    routed = Signal(float, float, int)  # threshold, audit share, answers per item

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.addWidget(text_label(self.tr("What people check"), "card-title"))
        self._confidences: Confidences | None = None
        self._hint = text_label(self.tr("Once an LLM has answered, choose here what people check."), "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.histogram = ConfidenceHistogram()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("threshold_slider")
        self.slider.setAccessibleName(self.tr("Threshold in hundredths"))
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.threshold = self._decimal("threshold", 1.0, 0.01)
        self.audit = self._decimal("audit_share", 100.0, 1.0)
        self.audit.setDecimals(0)
        self.audit.setSuffix(self.tr(" %"))
        self.audit.setValue(100 * routing.AUDIT_SHARE)
        self.answers = QSpinBox()
        self.answers.setObjectName("answers_per_item")
        self.answers.setRange(1, 99)
        self.answers.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        self.send = buttons.plain(self.tr("Send to people"), "account-arrow-right-outline", self._send)
        self.send.setObjectName("send_to_people")
        self._numbers = {name: text_label("0", "strong") for name in Split._fields}
        self._current = text_label("", "secondary", wrap=True)
        self._current.setObjectName("routing_in_force")
        self._content = self._lay_out()
        self.slider.valueChanged.connect(lambda value: self._set_threshold(value / 100))
        self.threshold.valueChanged.connect(self._set_threshold)
        self.histogram.threshold_changed.connect(self._set_threshold)
        self.audit.valueChanged.connect(lambda _: self._show_split())
        self._set_threshold(DEFAULT_THRESHOLD)
        self.show_confidences(None, None)

    def show_confidences(self, confidences: Confidences | None, current: Routing | None) -> None:
        """An LLM's confidences to try thresholds on, and the routing in force."""
        self._confidences = confidences
        there = confidences is not None and confidences.item_ids.size > 0
        self._content.setVisible(there)
        self._hint.setVisible(not there)
        self.histogram.set_counts(confidences.histogram(BINS) if confidences is not None else ())
        self._show_current(current)
        self._show_split()

    @property
    def split(self) -> Split | None:
        """The numbers shown."""
        if self._confidences is None:
            return None
        return self._confidences.split(self.threshold.value(), self.audit.value() / 100)

    def number(self, name: str) -> str:
        """What is written for one side: people, audit, accepted, invalid or not_answered."""
        return self._numbers[name].text()

    def _decimal(self, name: str, most: float, step: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setObjectName(name)
        box.setRange(0.0, most)
        box.setSingleStep(step)
        box.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        return box

    def _lay_out(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(text_label(self.tr("Items by the LLM's confidence"), "secondary"))
        column.addWidget(self.histogram, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(text_label(self.tr("Ask people below"), "muted"))
        row.addWidget(self.slider, 1)
        row.addWidget(self.threshold)
        column.addLayout(row)
        column.addLayout(self._sides())
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for text, widget in ((self.tr("Audit"), self.audit), (self.tr("Answers an item"), self.answers)):
            label = text_label(text, "muted")
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            row.addWidget(label)
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.send)
        column.addLayout(row)
        column.addWidget(self._current)
        self.threshold.setAccessibleName(self.tr("Threshold"))
        self.body.addWidget(self._hint, 1)
        self.body.addWidget(content, 1)
        return content

    def _sides(self) -> QGridLayout:
        """A number above each word, in the order of the work."""
        words: Sequence[tuple[str, str, str]] = (
            ("people", self.tr("to people"), "warn"),
            ("audit", self.tr("audited"), "accent"),
            ("accepted", self.tr("accepted"), "good"),
            ("invalid", self.tr("invalid"), "bad"),
            ("not_answered", self.tr("not answered"), "muted"),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for position, (name, word, _) in enumerate(words):
            self._numbers[name].setObjectName(f"split_{name}")
            self._numbers[name].setAccessibleName(word)
            self._numbers[name].setFont(theme.font(theme.ITEM_TITLE, semibold=True))
            grid.addWidget(self._numbers[name], 0, position)
            grid.addWidget(text_label(word, "secondary"), 1, position)
            grid.setColumnStretch(position, 1)
        return grid

    def _set_threshold(self, value: float) -> None:
        """Slider, box and histogram show the same."""
        for widget in (self.slider, self.threshold, self.histogram):
            widget.blockSignals(True)
        self.slider.setValue(round(100 * value))
        self.threshold.setValue(value)
        self.histogram.set_threshold(self.threshold.value())
        for widget in (self.slider, self.threshold, self.histogram):
            widget.blockSignals(False)
        self._show_split()

    def _show_split(self) -> None:
        split = self.split
        if split is None:
            return
        for name, number in split._asdict().items():
            self._numbers[name].setText(f"{number:,}")
        self.audit.setToolTip(
            self.tr("A random part of the accepted items goes to people too, to see how right they are")
        )

    def _show_current(self, current: Routing | None) -> None:
        self._current.setVisible(current is not None)
        if current is not None:
            self._current.setText(
                self.tr("In force: below {threshold:.2f}, {people:,} to people and {audit:,} audited.").format(
                    threshold=current.parameters.get("threshold", 0.0),
                    people=current.counts.get("people", 0),
                    audit=current.counts.get("audit", 0),
                )
            )

    def _send(self) -> None:
        self.routed.emit(self.threshold.value(), self.audit.value() / 100, self.answers.value())
