"""Choosing who labels: a model out of one list, or an agent as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.services.agents import EMBEDDED_NOTE, AgentChoice, AgentInfo
from annotator.texts import spoken
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.model_box import ModelBox
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.routing_choices import whole_box
from annotator.ui.widgets.text import ElidedLabel, text_label

MOST_EXAMPLES = 64  # more fill a model's context, and are paid for with every item


class AgentForm(QWidget):
    """`changed` when the plan may be another, `typed` with each key of a name or an address."""

    changed = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exact: AgentChoice | None = None
        self.model = ModelBox()
        self.test_button = buttons.plain(self.tr("Test"), "pulse")
        self.test_button.setObjectName("test_model")
        self._show_test_button()
        self.name = self._edit("model_name", self.tr("empty: the one that the server has"))
        self.key = self._edit("api_key", self.tr("only if it is not known yet"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setToolTip(
            self.tr("Kept in this computer's keyring where there is one, else only for this run; never in the project")
        )
        self.examples = whole_box("examples", 0, MOST_EXAMPLES)
        self.examples.setSpecialValueText(self.tr("none"))
        self.examples.setToolTip(self.tr("Shown to the model with every item, and not asked about"))
        self.chosen = ElidedLabel("", "strong")
        self.chosen.setObjectName("agent_chosen")
        self.other = buttons.link(self.tr("Choose another model"), self.reset)
        self.tested = InlineNotice()
        self._note = text_label("", "secondary", wrap=True)
        self._note.setObjectName("model_note")
        self._accuracy = text_label("", "secondary", wrap=True)
        self._accuracy.setObjectName("model_accuracy")
        self._lay_out()
        self.model.editTextChanged.connect(self._show_kind)
        for edit in (self.model.line, self.name):
            edit.textChanged.connect(self._type)
        self.examples.valueChanged.connect(lambda _: self.changed.emit())
        self._show_kind()

    def choice(self) -> AgentChoice | None:
        """None while a model is missing; beside an address the name may be left to the server."""
        if self._exact is not None:
            return self._exact
        if self.model.is_built_in:
            return AgentChoice(examples=self.examples.value())
        text = self.model.text
        if not text:
            return None
        if self.model.is_address:
            return AgentChoice(self.name.text().strip(), text, self.examples.value())
        return AgentChoice(text, "", self.examples.value())

    def choose(self, choice: AgentChoice, name: str = "") -> None:
        """Show this choice in the form. name: what an agent that is taken as it is, is called."""
        self._exact = choice if choice.exact is not None else None
        self.tested.clear()
        if self._exact is not None:
            self.chosen.set_text(name or choice.place().display_name)
        else:
            self.name.setText(choice.model if choice.api_base and choice.named else "")
            self.model.set_text(self.model.built_in if choice.built_in else choice.api_base or choice.model)
            self.examples.setValue(choice.examples)
        self._show_kind()
        self.changed.emit()

    def reset(self) -> None:
        """A new agent: the built-in model, until another is named."""
        self.choose(AgentChoice())
        self.model.setFocus()
        self.model.line.selectAll()

    def name_model(self, model: str) -> None:
        """Fill in what a server said it serves, if the name was left to it."""
        if self._exact is None and self.model.is_address and not self.name.text().strip():
            self.name.setText(model)

    def show_testing(self) -> None:
        """Until it has ended, the button stops it."""
        self.test_button.setText(self.tr("Stop the test"))
        self.test_button.setToolTip(self.tr("It ends by itself within a minute"))
        buttons.put_icon(self.test_button, "stop")
        self.tested.clear()

    def show_tested(self, sentence: str, level: str) -> None:
        self._show_test_button()
        self.tested.show_text(sentence, level)

    def _show_test_button(self) -> None:
        self.test_button.setText(self.tr("Test"))
        self.test_button.setToolTip(self.tr("Ask it one small question of our own; no item is sent"))
        buttons.put_icon(self.test_button, "pulse")

    def show_accuracy(self, agent: AgentInfo | None) -> None:
        """What the chosen agent was measured at, as soon as there is gold."""
        self._accuracy.setVisible(agent is not None)
        if agent is None:
            return
        accuracy = agent.accuracy
        if accuracy.value is None:
            self._accuracy.setText(
                self.tr("Not measured yet: settle items at random in Review, or import gold, to see how right it is.")
            )
        else:
            self._accuracy.setText(
                self.tr("Measured here: right in {share:.0f} % of {n} gold items ({low:.0f}–{high:.0f} %).").format(
                    share=100 * accuracy.value, n=accuracy.of, low=100 * accuracy.low, high=100 * accuracy.high
                )
            )

    def _edit(self, name: str, placeholder: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setPlaceholderText(placeholder)
        return edit

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.px(14))
        self._form.setVerticalSpacing(theme.px(8))
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._model_row = _beside(self.model, self.test_button)
        self._chosen_row = _beside(self.chosen, self.other)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("Agent"), self._chosen_row, self.chosen),
            (self.tr("Model"), self._model_row, self.model),
            (self.tr("Name"), self.name, self.name),
            (self.tr("API key"), self.key, self.key),
            (self.tr("Examples from gold"), self.examples, self.examples),
        )
        self.labels: list[QLabel] = []
        for text, row, widget in rows:
            label = text_label(text, "muted")
            self.labels.append(label)
            label.setMinimumHeight(theme.px(34))
            label.setBuddy(widget)
            self._form.addRow(label, row)
            if widget is not self.chosen:
                widget.setAccessibleName(text)
        layout.addLayout(self._form)
        for words in (self.tested, self._note, self._accuracy):
            layout.addWidget(words)

    def _type(self) -> None:
        self.tested.clear()
        self.typed.emit()

    def _show_kind(self) -> None:
        exact, built_in = self._exact is not None, self.model.is_built_in
        if self._exact is not None:
            built_in = self._exact.built_in
        for row, on in (
            (self._chosen_row, exact),
            (self._model_row, not exact),
            (self.name, not exact and self.model.is_address),
            (self.key, not built_in),
            (self.examples, not exact),
        ):
            self._form.setRowVisible(row, on)
        self._note.setText(spoken(EMBEDDED_NOTE))
        self._note.setVisible(built_in)


def _beside(*widgets: QWidget) -> QWidget:
    """The first takes the room that is left."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(8))
    for number, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if number == 0 else 0)
    return row
