"""Choosing the model that labels: the built-in one, one by its name, or a server's address."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from annotator.services.agents import EMBEDDED_NOTE, AgentChoice, AgentInfo
from annotator.ui import theme
from annotator.ui.widgets.text import text_label

BUILT_IN, BY_NAME, BY_ADDRESS = "embedded", "name", "address"
MOST_EXAMPLES = 64  # more fill a model's context, and are paid for with every item


class AgentForm(QWidget):
    """What is chosen and how many items are asked; `changed` when the plan may be another, `typed` with each key."""

    changed = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.kind.setObjectName("model_kind")
        self.kind.addItem(self.tr("Built-in model (SmolLM2 135M)"), BUILT_IN)
        self.kind.addItem(self.tr("A model by its name"), BY_NAME)
        self.kind.addItem(self.tr("A server's address (OpenAI-compatible)"), BY_ADDRESS)
        self.model = self._edit("model_name")
        self.address = self._edit("model_address", self.tr("for example http://localhost:1234/v1"))
        self.key = self._edit("api_key", self.tr("only if it is not known yet"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.examples = self._number("examples", MOST_EXAMPLES, self.tr("none"))
        self.limit = self._number("limit", 10_000_000, self.tr("all items"))
        self.concurrency = self._number("concurrency", 256, self.tr("automatic"))
        self._note = text_label("", "secondary", wrap=True)
        self._note.setObjectName("model_note")
        self._accuracy = text_label("", "secondary", wrap=True)
        self._accuracy.setObjectName("model_accuracy")
        self._key_note = text_label(
            self.tr(
                "Kept in this computer's keyring where there is one, else only for this run; never in the project."
            ),
            "secondary",
            wrap=True,
        )
        self._examples_note = text_label(
            self.tr("Shown to the model with every item, and not asked about."),
            "secondary",
            wrap=True,
        )
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_kind)
        for edit in (self.model, self.address):
            edit.textChanged.connect(lambda _: self.typed.emit())
        for box in (self.examples, self.limit):
            box.valueChanged.connect(lambda _: self.changed.emit())
        self._show_kind()

    def choice(self) -> AgentChoice | None:
        """None while a name or address is missing; beside an address the name may be left to the server."""
        kind, model, address = self.kind.currentData(), self.model.text().strip(), self.address.text().strip()
        if kind == BUILT_IN:
            return AgentChoice(examples=self.examples.value())
        if not (address if kind == BY_ADDRESS else model):
            return None
        return AgentChoice(model, address if kind == BY_ADDRESS else "", self.examples.value())

    def choose(self, choice: AgentChoice) -> None:
        """Show this choice in the form."""
        kind = BY_ADDRESS if choice.api_base else BUILT_IN if choice.built_in else BY_NAME
        self.model.setText(choice.model if choice.named and kind != BUILT_IN else "")
        self.address.setText(choice.api_base)
        self.examples.setValue(choice.examples)
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def name_model(self, model: str) -> None:
        """Fill in what a server said it serves, if the name was left to it."""
        if self.kind.currentData() == BY_ADDRESS and not self.model.text().strip():
            self.model.setText(model)

    def limit_chosen(self) -> int | None:
        return self.limit.value() or None

    def concurrency_chosen(self) -> int | None:
        return self.concurrency.value() or None

    def show_accuracy(self, agent: AgentInfo | None) -> None:
        """What the chosen agent was measured at, as soon as there is gold."""
        self._accuracy.setVisible(agent is not None)
        if agent is None:
            return
        accuracy = agent.accuracy
        if accuracy.value is None:
            self._accuracy.setText(
                self.tr("Not measured yet: settle items in Review or import gold to see how right it is.")
            )
        else:
            self._accuracy.setText(
                self.tr("Measured here: right in {share:.0f} % of {n} gold items ({low:.0f}–{high:.0f} %).").format(
                    share=100 * accuracy.value, n=accuracy.of, low=100 * accuracy.low, high=100 * accuracy.high
                )
            )

    def _edit(self, name: str, placeholder: str = "") -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setPlaceholderText(placeholder)
        return edit

    def _number(self, name: str, most: int, zero: str) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setRange(0, most)
        box.setSpecialValueText(zero)
        box.setGroupSeparatorShown(True)
        box.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        return box

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.px(14))
        self._form.setVerticalSpacing(theme.px(8))
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Model"), self.kind),
            (self.tr("Address"), self.address),
            (self.tr("Name"), self.model),
            (self.tr("API key"), self.key),
            ("", self._key_note),
            (self.tr("Examples from gold"), self.examples),
            ("", self._examples_note),
            (self.tr("Ask at most"), self.limit),
            (self.tr("At once"), self.concurrency),
        )
        for text, widget in rows:
            label = text_label(text, "muted")
            label.setMinimumHeight(theme.px(32) if text else 0)
            self._form.addRow(label, widget)
            if text:
                widget.setAccessibleName(text)
        layout.addLayout(self._form)
        layout.addWidget(self._note)
        layout.addWidget(self._accuracy)

    def _show_kind(self) -> None:
        kind = self.kind.currentData()
        other = kind != BUILT_IN
        for widget, on in (
            (self.model, other),
            (self.address, kind == BY_ADDRESS),
            (self.key, other),
            (self._key_note, other),
        ):
            self._form.setRowVisible(widget, on)
        self.model.setPlaceholderText(
            self.tr("empty: the one that the server has")
            if kind == BY_ADDRESS
            else self.tr("for example anthropic/claude-haiku-4-5 or ollama/qwen3")
        )
        self._note.setVisible(not other)
        self._note.setText(self.tr(EMBEDDED_NOTE))
        self.changed.emit()
