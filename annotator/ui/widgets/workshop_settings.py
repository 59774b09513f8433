"""What decides how an agent answers, beside its words: model, form of answer, confidence, examples and parameters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from annotator.services import drafting, parameters
from annotator.services.drafting import EMBEDDED, AnswerMode, ConfidenceMethod, Draft, ExampleChoice, FewShot
from annotator.services.parameters import Parameters
from annotator.texts import spoken
from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.redaction_choice import RedactionChoice
from annotator.ui.widgets.text import text_label

MOST_EXAMPLES = 64
FEWEST_EXAMPLES = 2
_OWN = ("temperature", "max_tokens", "seed")  # parameters with a line of their own
_EFFORTS = ("none", "minimal", "low", "medium", "high")


class WorkshopSettings(QScrollArea):
    """`changed` follows whatever somebody sets; `answers_changed` comes before it where another prompt may be wanted.

    `model_changed` comes before it where the model is another one.
    """

    changed = Signal()
    answers_changed = Signal()
    model_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = False
        self.model = self._line("agent_model", self.tr("embedded, openai/gpt-4o, ollama/qwen3 …"))
        self.address = self._line("agent_address", self.tr("only for a server of its own: http://localhost:1234/v1"))
        self.answer = self._choices("agent_answer")
        self.confidence = self._choices("agent_confidence")
        self.asks = self._number("agent_asks", 0, 100, self.tr("as usual"))
        self.cost = text_label("", "secondary", wrap=True)
        self.cost.setObjectName("confidence_cost")
        self.examples = self._choices("agent_examples")
        self.shown = self._number("agent_shown", FEWEST_EXAMPLES, MOST_EXAMPLES)
        self.items = self._line("agent_example_items", self.tr("ids with commas; empty: the first ones with gold"))
        self.examples_note = text_label("", "secondary", wrap=True)
        self.own = {name: self._line(f"parameter_{name}", self.tr("as usual")) for name in _OWN}
        self.effort = self._choices("parameter_reasoning_effort")
        self.others = self._line("parameter_others", self.tr("for example top_p=0.9, verbosity=low"))
        self.redaction = RedactionChoice()
        self._fill_choices()
        self._lay_out()
        self._connect()
        self._fit()

    def set_draft(self, draft: Draft) -> None:
        """Show another one; no signal follows."""
        self._setting = True
        given = dict(draft.parameters)
        self.model.setText(draft.model)
        self.address.setText(draft.api_base)
        _choose(self.answer, draft.answer)
        self._fill_confidences()
        _choose(self.confidence, draft.confidence)
        self._set_asks(draft.asks)
        _choose(self.examples, draft.few_shot.choice)
        number = draft.few_shot.number or FEWEST_EXAMPLES  # an agent of elsewhere may have other numbers than usual
        self.shown.setRange(min(FEWEST_EXAMPLES, number), max(MOST_EXAMPLES, number))
        self.shown.setValue(number)
        self.items.setText(", ".join(draft.example_names))
        for name, line in self.own.items():
            line.setText(str(given.pop(name, "")))
        effort = given.pop("reasoning_effort", "")
        _choose(self.effort, effort if effort in _EFFORTS else "")
        if effort not in _EFFORTS and effort:
            given["reasoning_effort"] = effort
        self.others.setText(parameters.written(tuple(sorted(given.items()))))
        self.redaction.set_redaction(draft.redaction)
        self._setting = False
        self._fit()

    def choose_answers(self, answer: AnswerMode, confidence: ConfidenceMethod) -> None:
        """As a ready prompt wants it; no signal follows."""
        self._setting = True
        _choose(self.answer, answer)
        self._fill_confidences()
        _choose(self.confidence, confidence)
        self._setting = False
        self._fit()

    @property
    def answer_mode(self) -> AnswerMode:
        """What is chosen, or what suits the model."""
        if chosen := self.answer.currentData():
            return AnswerMode(chosen)
        return AnswerMode.LIKELIHOOD if self.built_in else AnswerMode.JSON

    @property
    def method(self) -> ConfidenceMethod | None:
        chosen = self.confidence.currentData()
        return ConfidenceMethod(chosen) if chosen else None

    @property
    def built_in(self) -> bool:
        return self.model.text().strip() == EMBEDDED

    @property
    def example_choice(self) -> ExampleChoice:
        return ExampleChoice(self.examples.currentData())

    def few_shot(self) -> FewShot:
        choice = self.example_choice
        return FewShot() if choice is ExampleChoice.NONE else FewShot(choice, self._number_shown())

    def example_names(self) -> tuple[str, ...]:
        if self.example_choice is not ExampleChoice.FIXED:
            return ()
        return tuple(name.strip() for name in self.items.text().split(",") if name.strip())

    def asks_chosen(self) -> int | None:
        return self.asks.value() or None if self.asks.isVisibleTo(self) else None

    def parameters(self) -> Parameters:
        """Raises UserError for a value that a parameter cannot have."""
        given = [f"{name}={line.text().strip()}" for name, line in self.own.items() if line.text().strip()]
        if self.effort.currentData():
            given.append(f"reasoning_effort={self.effort.currentData()}")
        return parameters.read([*given, self.others.text()])

    def _number_shown(self) -> int:
        return len(self.example_names()) or self.shown.value()

    def _changed(self) -> None:
        if not self._setting:
            self._fit()
            self.changed.emit()

    def _answer_changed(self) -> None:
        if not self._setting:
            self._setting = True
            self._fill_confidences()
            self._setting = False
            self.answers_changed.emit()
            self._changed()

    def _confidence_changed(self) -> None:
        if not self._setting:
            self._setting = True
            self.asks.setValue(0)
            self._setting = False
            self.answers_changed.emit()
            self._changed()

    def _model_typed(self) -> None:
        if not self._setting:
            self.model_changed.emit()
            self._changed()

    def _fit(self) -> None:
        """Show what goes with what is chosen, and say what it costs."""
        choice = self.example_choice
        self._form.setRowVisible(self.shown, choice is not ExampleChoice.NONE)
        self._form.setRowVisible(self.items, choice is ExampleChoice.FIXED)
        self.shown.setEnabled(not self.example_names())
        notes = {
            ExampleChoice.FIXED: self.tr("The same for every item, and not asked about."),
            ExampleChoice.BALANCED: self.tr("From gold, each label as often; the same for every item."),
            ExampleChoice.NEAREST: self.tr(
                "Most alike in their words, from half of the gold; the other half is kept for scoring."
            ),
            ExampleChoice.MEANING: self.tr(
                "Most alike in what they mean, as the built-in model reads them on this computer; from half of the"
                " gold, the other half is kept for scoring. Until a try or a run has read the texts, the"
                " preview shows those most alike in their words."
            ),
        }
        self.examples_note.setText(notes.get(choice, ""))
        self._form.setRowVisible(self.examples_note, choice in notes)
        method = self.method or drafting.usual_method(self.answer_mode)
        least, most = drafting.asks_between(self.answer_mode, method)
        self._form.setRowVisible(self.asks, least < most)
        self.cost.setText(drafting.calls_in_words(self.answer_mode, method, self.asks.value() or None))
        for line in (*self.own.values(), self.effort, self.others):
            self._form.setRowVisible(line, not self.built_in)
        self._form.setRowVisible(self.address, not self.built_in)

    def _set_asks(self, asks: int | None) -> None:
        method = self.method or drafting.usual_method(self.answer_mode)
        usual = drafting.usual_asks(self.answer_mode, method)
        self.asks.setValue(0 if asks is None or asks == usual else asks)

    def _fill_confidences(self) -> None:
        """Only where the form of answer allows for it; what was chosen stays where it can."""
        before = self.confidence.currentData()
        self.confidence.clear()
        self.confidence.addItem(self.tr("as suits the answer"), "")
        for method in drafting.suiting(self.answer_mode):
            self.confidence.addItem(spoken(method.value), method.value)
        _choose(self.confidence, before)

    def _fill_choices(self) -> None:
        self.answer.addItem(self.tr("automatic: as suits the model"), "")
        words = {
            AnswerMode.JSON: self.tr("JSON schema, else JSON, else text"),
            AnswerMode.LABEL: self.tr("the label in free text"),
            AnswerMode.LETTERS: self.tr("a letter for each label"),
            AnswerMode.LIKELIHOOD: self.tr("label likelihood (llama.cpp)"),
        }
        for mode, text in words.items():
            self.answer.addItem(text, mode.value)
        self._fill_confidences()
        for choice in ExampleChoice:
            self.examples.addItem(spoken(choice.value), choice.value)
        self.effort.addItem(self.tr("as usual"), "")
        for effort in _EFFORTS:
            self.effort.addItem(effort, effort)

    def _connect(self) -> None:
        self.model.textChanged.connect(lambda _: self._model_typed())
        for line in (self.address, self.items, self.others, *self.own.values()):
            line.textChanged.connect(lambda _: self._changed())
        for box in (self.asks, self.shown):
            box.valueChanged.connect(lambda _: self._changed())
        for combo in (self.examples, self.effort):
            combo.currentIndexChanged.connect(lambda _: self._changed())
        self.redaction.changed.connect(self._changed)
        self.answer.currentIndexChanged.connect(lambda _: self._answer_changed())
        self.confidence.currentIndexChanged.connect(lambda _: self._confidence_changed())

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, theme.px(8), theme.px(10), 0)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.px(14))
        self._form.setVerticalSpacing(theme.px(8))
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Model"), self.model),
            (self.tr("Address"), self.address),
            (self.tr("Answers as"), self.answer),
            (self.tr("Confidence"), self.confidence),
            ("", self.cost),
            (self.tr("Calls an item"), self.asks),
            (self.tr("Examples"), self.examples),
            (self.tr("How many"), self.shown),
            (self.tr("Which items"), self.items),
            ("", self.examples_note),
            (self.tr("Temperature"), self.own["temperature"]),
            (self.tr("Most tokens"), self.own["max_tokens"]),
            (self.tr("Reasoning effort"), self.effort),
            (self.tr("Seed"), self.own["seed"]),
            (self.tr("Other"), self.others),
        )
        for text, widget in rows:
            label = text_label(text, "muted")
            label.setMinimumHeight(theme.px(34) if text else 0)
            self._form.addRow(label, widget)
            if text:
                widget.setAccessibleName(text)
        column.addLayout(self._form)
        column.addSpacing(theme.px(8))
        column.addWidget(self.redaction)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(content)

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setPlaceholderText(placeholder)
        return line

    def _choices(self, name: str) -> QComboBox:
        combo = ComboBox()
        combo.setObjectName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        return combo

    def _number(self, name: str, least: int, most: int, zero: str = "") -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setRange(least, most)
        box.setSpecialValueText(zero)
        box.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        return box


def _choose(combo: QComboBox, data: object) -> None:
    """The entry with this text as its data (an enum's value: Qt would make a plain text of it), else the first one."""
    combo.setCurrentIndex(max(combo.findData(str(data or "")), 0))
