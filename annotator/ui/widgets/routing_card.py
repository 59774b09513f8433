"""Deciding which items people check: by a threshold, a target quality or a budget, with the numbers on each side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QSlider, QVBoxLayout, QWidget

from annotator.domain.model import Annotator
from annotator.domain.words import counted
from annotator.services import adaptive, routing
from annotator.services.auditing import Look
from annotator.services.routing import Confidences, Outlook, Routing, Split
from annotator.texts import figure, numeral
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.confidence_histogram import ConfidenceHistogram
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.routing_choices import (
    AdaptiveChoice,
    AgentBox,
    BudgetChoice,
    TargetChoice,
    decimal_box,
    whole_box,
)
from annotator.ui.widgets.text import text_label, tool_tip

BINS = 40
DEFAULT_THRESHOLD = 0.8
THRESHOLD, TARGET, BUDGET, ADAPTIVE = range(4)


class RoutingCard(Card):
    """Nothing is written before “Send to people”."""

    routed = Signal(float, float, int)  # threshold, audit share, answers per item
    targeted = Signal(float, float, object)  # accuracy, delta, size of the audit sample or None
    budgeted = Signal(int)  # answers
    adapted = Signal(float, int)  # enough probability, most answers of people to an item
    asked = Signal(int)  # the mode's numbers are wanted: see show_numbers
    agent_chosen = Signal()  # whose confidence decides: see annotator_id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What people check"), parent)
        self._so_far = text_label(self.tr("so far"), "pill")
        self._so_far.setToolTip(self.tr("A run goes on: these numbers grow with it"))
        self._so_far.hide()
        self.header.addWidget(self._so_far)
        self.agent = AgentBox()
        self.agent.changed.connect(self.agent_chosen)
        self.header.addWidget(self.agent)
        self._confidences: Confidences | None = None
        self._hint = text_label(
            self.tr("No LLM has answered yet: adaptive works with people alone, the other ways need an LLM's answers."),
            "muted",
            wrap=True,
        )
        self.histogram = ConfidenceHistogram()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("threshold_slider")
        self.slider.setAccessibleName(self.tr("Threshold in hundredths"))
        self.slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the axis of the histogram, always
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.threshold = decimal_box("threshold", 1.0, 0.01)
        self.audit = decimal_box("audit_share", 100.0, 1.0)
        self.audit.setDecimals(0)
        self.audit.setSuffix(self.tr(" %"))
        self.audit.setValue(100 * routing.AUDIT_SHARE)
        self.answers = whole_box("answers_per_item", 1, 99)
        self.target = TargetChoice()
        self.budget = BudgetChoice()
        self.adaptive = AdaptiveChoice()
        self.promise = InlineNotice()
        self._look: Look | None = None
        self._outlook: Outlook | None = None
        self._modes = self._mode_buttons()
        self._wished = THRESHOLD
        self.send = buttons.filled(self.tr("Send to people"), "account-arrow-right-outline", self._send)
        self.send.setObjectName("send_to_people")
        self._numbers = {name: text_label("0", "strong") for name in Split._fields}
        self._current = text_label("", "secondary", wrap=True)
        self._current.setObjectName("routing_in_force")
        self._lay_out()
        self.slider.valueChanged.connect(lambda value: self._set_threshold(value / 100))
        self.threshold.valueChanged.connect(self._set_threshold)
        self.histogram.threshold_changed.connect(self._set_threshold)
        self.audit.valueChanged.connect(lambda _: self._show_split())
        self.target.changed.connect(self._ask_look)
        self.budget.changed.connect(self._show_split)
        self.adaptive.changed.connect(self._show_split)
        self._modes.idClicked.connect(self._wish)
        self._set_threshold(DEFAULT_THRESHOLD)
        self.show_confidences(None, None)

    def show_confidences(
        self, confidences: Confidences | None, current: Routing | None, waiting: int | None = None
    ) -> None:
        """An LLM's confidences to try thresholds on, none of them where people are alone; and the routing in force.

        confidences: None while they are not known. waiting: items that wait for people now, None where nobody knows.
        """
        self._confidences = confidences
        nobody = confidences is not None and not self._answered
        self._hint.setVisible(nobody)
        for mode in (THRESHOLD, TARGET, BUDGET):
            self._modes.button(mode).setEnabled(not nobody)
        self._show_current(current, waiting)
        self._look = self._outlook = None  # they are of the answers before
        self.choose_mode(ADAPTIVE if nobody else self._wished)

    def show_agents(self, llms: Sequence[Annotator]) -> None:
        """Whose confidence can decide, the one that does unless another is chosen first."""
        self.agent.show_agents(llms)

    @property
    def annotator_id(self) -> int | None:
        """Of the LLM that was chosen; None for the one that answered last."""
        return self.agent.annotator_id

    @property
    def _answered(self) -> bool:
        """Whether any LLM has."""
        return self._confidences is not None and self._confidences.item_ids.size > 0

    def set_running(self, running: bool) -> None:
        """While a run goes on, all numbers are those so far."""
        self._so_far.setVisible(running)

    @property
    def mode(self) -> int:
        """THRESHOLD, TARGET, BUDGET or ADAPTIVE."""
        return self._modes.checkedId()

    def choose_mode(self, mode: int) -> None:
        """Show what belongs to a way of deciding, and ask for its numbers."""
        self._modes.button(mode).setChecked(True)
        for widget in self._by_threshold:
            widget.setVisible(mode == THRESHOLD)
        self.histogram.setEnabled(mode == THRESHOLD)
        by_outlook = mode in (BUDGET, ADAPTIVE)  # not by the LLM's confidence alone
        self.histogram.setVisible(not by_outlook)
        self._axis.setVisible(not by_outlook)
        self._room.setVisible(by_outlook)
        for widget in (self.target, self._audit_label, self.target.audit):
            widget.setVisible(mode == TARGET)
        self.budget.setVisible(mode == BUDGET)
        self.adaptive.setVisible(mode == ADAPTIVE)
        self.agent.show_if_useful(mode != ADAPTIVE)
        self._show_split()
        if self._confidences is not None and mode != THRESHOLD:
            self.asked.emit(mode)

    def _wish(self, mode: int) -> None:
        self._wished = mode
        self.choose_mode(mode)

    def show_numbers(self, found: Look | Outlook) -> None:
        """What can be promised by target quality, or what a budget would be spent on."""
        if isinstance(found, Look):
            self._look = found
        else:
            self._outlook = found
        self._show_split()

    def show_failure(self, sentence: str) -> None:
        """Why there are no numbers."""
        self.promise.show_text(sentence, "bad")

    @property
    def split(self) -> Split | None:
        """The numbers shown, None while they are not known."""
        if self._confidences is None:
            return None
        if self.mode == TARGET:
            return self._look.split if self._look else None
        if self.mode in (BUDGET, ADAPTIVE):
            if self._outlook is None:
                return None
            if self.mode == ADAPTIVE:
                return adaptive.preview(self._confidences, self._outlook, self.adaptive.sure)
            return routing.budget_split(self._confidences, self._outlook, self.budget.answers.value())
        return self._confidences.split(self.threshold.value(), self.audit.value() / 100)

    def number(self, name: str) -> str:
        """What is written for one side: one of the fields of `Split`."""
        return self._numbers[name].text()

    def _mode_buttons(self) -> QButtonGroup:
        group = QButtonGroup(self)
        words = (
            (THRESHOLD, self.tr("Threshold"), "route_by_threshold"),
            (TARGET, self.tr("Target quality"), "route_by_target"),
            (BUDGET, self.tr("Budget"), "route_by_budget"),
            (ADAPTIVE, self.tr("Adaptive"), "route_by_adaptive"),
        )
        for mode, word, name in words:
            button = QRadioButton(word)
            button.setObjectName(name)
            group.addButton(button, mode)
        group.button(THRESHOLD).setChecked(True)
        return group

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        for button in self._modes.buttons():
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._axis = text_label(self.tr("Items by the LLM's confidence"), "secondary")
        column.addWidget(self._axis)
        column.addWidget(self.histogram, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        below = text_label(self.tr("Ask people below"), "muted")
        row.addWidget(below)
        row.addWidget(self.slider, 1)
        row.addWidget(self.threshold)
        column.addLayout(row)
        column.addWidget(self.target)
        column.addWidget(self.budget)
        column.addWidget(self.adaptive)
        column.addWidget(text_label(self.tr("If you send now:"), "secondary"))
        column.addLayout(self._sides())
        column.addWidget(self.promise)
        self._room = QWidget()  # takes the histogram's where there is none
        column.addWidget(self._room, 1)
        column.addLayout(self._audit_row())
        column.addLayout(self._send_row())
        self._by_threshold += [below, self.slider, self.threshold]
        self.threshold.setAccessibleName(self.tr("Threshold"))
        self.body.addWidget(content, 1)

    def _audit_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self._by_threshold: list[QWidget] = []
        for text, widget in ((self.tr("Audit"), self.audit), (self.tr("Answers an item"), self.answers)):
            label = text_label(text, "muted")
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            row.addWidget(label)
            row.addWidget(widget)
            self._by_threshold += [label, widget]
        self._audit_label = text_label(self.tr("Audit sample"), "muted")
        self._audit_label.setBuddy(self.target.audit)
        self.target.audit.setAccessibleName(self._audit_label.text())
        row.addWidget(self._audit_label)
        row.addWidget(self.target.audit)
        row.addStretch(1)
        return row

    def _send_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._current, 1)
        row.addStretch(0)
        row.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _sides(self) -> QGridLayout:
        """A number above each word, in the order of the work."""
        words: Sequence[tuple[str, str, str]] = (
            ("people", self.tr("to people"), "warn"),
            ("audit", self.tr("audited"), "accent"),
            ("accepted", self.tr("accepted"), "good"),
            ("invalid", self.tr("invalid"), "bad"),
            ("not_answered", self.tr("not answered"), "muted"),
            ("without_label", self.tr("left: no label"), "muted"),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for position, (name, word, _) in enumerate(words):
            self._numbers[name].setObjectName(f"split_{name}")
            self._numbers[name].setAccessibleName(word)
            self._numbers[name].setFont(theme.font(theme.ITEM_TITLE, semibold=True))
            grid.addWidget(self._numbers[name], 0, position)
            self._word = text_label(word, "secondary")  # in the end that of what is left
            grid.addWidget(self._word, 1, position)
            grid.setColumnStretch(position, 1)
        self._word.setToolTip(self.tr("Neither accepted nor sent to people: nobody has given these items a label"))
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

    def _ask_look(self) -> None:
        self._look = None
        self._show_split()
        if self._answered and self.mode == TARGET:
            self.asked.emit(TARGET)

    def _show_split(self) -> None:
        split = self.split
        self._show_promise()
        self.send.setEnabled(split is not None and not (self.mode == TARGET and self._look and self._look.hopeless))
        for name in Split._fields:
            self._numbers[name].setText("…" if split is None else figure(getattr(split, name)))
        for shown in (self._numbers["without_label"], self._word):
            shown.setVisible(split is not None and split.without_label > 0)
        self.audit.setToolTip(
            self.tr("A random part of the accepted items goes to people too, to see how right they are")
        )

    def _show_promise(self) -> None:
        """The sentence below the numbers, what the button does, and where the histogram is cut."""
        self.send.setText(self.tr("Send to people"))
        self._show_histogram()
        if self.mode == THRESHOLD:
            self.promise.show_text(self._confidences.warning if self._confidences else "", "warn")
        elif self.mode == BUDGET:
            self.promise.show_text(self._budget_sentence())
        elif self.mode == ADAPTIVE:
            self.promise.show_text(
                self.tr("Everybody gets the item that their answer helps most; what is sure leaves.")
            )
        elif self._look is None:
            self.promise.show_text(self.tr("Working out what can be promised …"))
        else:
            look = self._look
            level = "good" if look.promised else "bad" if look.hopeless else "info"
            self.promise.show_text(look.sentence, level)
            threshold = look.promise.threshold if look.promise is not None and look.promised else None
            self.histogram.set_threshold(1.0 if threshold is None else threshold)  # nothing is accepted before
            if not look.promised and not look.hopeless:
                self.send.setText(self.tr("Send audit to people"))

    def _show_histogram(self) -> None:
        """A promise is about confidences as they were given: audit answers must not have moved them before."""
        found = self._look.confidences if self.mode == TARGET and self._look else self._confidences
        self.histogram.set_counts(found.histogram(BINS) if found is not None else ())
        self.histogram.set_threshold(self.threshold.value())
        calibrated = self.tr("Items by the LLM's confidence, calibrated on {n} gold items")
        given = self.tr("Items by the LLM's confidence")
        self._axis.setText(calibrated.format(n=figure(found.gold)) if found is not None and found.gold else given)
        self._axis.setToolTip(tool_tip(found.origin if found is not None else ""))

    def _budget_sentence(self) -> str:
        if self._outlook is None or self._confidences is None:
            return ""
        answers = int(self._outlook.spend(self.budget.answers.value()).sum())
        if self._outlook.merged:
            where = self.tr("where the merged labels are most likely wrong, more than one for the least sure")
        else:
            where = self.tr("one each for the items of which the LLM is least sure")
        sentence = self.tr("{n} answers of people, {where}.").format(n=figure(answers), where=where)
        return sentence if self._outlook.merged else f"{sentence} {self._confidences.warning}".strip()

    def _show_current(self, current: Routing | None, waiting: int | None) -> None:
        """Its numbers are of when it was sent; what people have answered since then is not among those that wait."""
        self._current.setVisible(current is not None)
        if current is None:
            return
        mode, counts = current.parameters.get("mode", "threshold"), current.counts
        if mode == adaptive.MODE:
            sentence = self.tr("In force: adaptive, until {sure} % sure or {most} answers; {people} to people.")
        elif mode == "budget":
            sentence = self.tr("In force: {answers} answers of people on {people} items.")
        elif mode == "target" and not current.parameters["promised"]:
            sentence = self.tr("In force: an audit sample, {audit} of it to people.")
        elif mode == "target":
            sentence = self.tr("In force: {target} % promised from {threshold} on, {people} to people.")
        else:
            sentence = self.tr("In force: below {threshold}, {people} to people and {audit} audited.")
        if waiting is not None:
            now = self.tr("Counted when sent. Now: {items}.")
            sentence = f"{sentence} {now.format(items=counted(waiting, 'item waits', 'items wait'))}"
        self._current.setText(
            sentence.format(
                threshold=figure(current.parameters.get("threshold") or 0.0, 3 if mode == "target" else 2),
                target=numeral(f"{100 * current.parameters.get('target_accuracy', 0.0):.4g}"),
                answers=figure(current.parameters.get("answers", 0)),
                sure=numeral(f"{100 * current.parameters.get('sure', 0.0):.4g}"),
                most=figure(current.parameters.get("answers_per_item", 1)),
                people=figure(counts.get("people", 0)),
                audit=figure(counts.get("audit", 0)),
            )
        )

    def _send(self) -> None:
        if self.mode == TARGET:
            self.targeted.emit(self.target.accuracy, self.target.delta, self.target.audit_size)
        elif self.mode == BUDGET:
            self.budgeted.emit(self.budget.answers.value())
        elif self.mode == ADAPTIVE:
            self.adapted.emit(self.adaptive.sure, self.adaptive.most.value())
        else:
            self.routed.emit(self.threshold.value(), self.audit.value() / 100, self.answers.value())
