"""The agent that is worked on: its prompt, and all else that decides how it answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabWidget, QWidget

from annotator.services import drafting
from annotator.services.drafting import EMBEDDED, AnswerMode, Draft, ReadyPrompt
from annotator.services.parameters import Parameters
from annotator.texts import spoken
from annotator.ui import actions, theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.fitting_words import FittingWords
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.text import text_label, tool_tip
from annotator.ui.widgets.workshop_editor import PromptEditor
from annotator.ui.widgets.workshop_settings import WorkshopSettings


class WorkshopDraft(Card):
    """`edited` follows whatever somebody changes; `opened(agent's name, "" for a new one)` when another is wished."""

    edited = Signal()
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=14)
        self._base = Draft()
        self.agent = _combo("workshop_agent", self.tr("Agent"))
        self.agent.addItem(self.tr("New agent"))
        self.ready = _combo("ready_prompt", self.tr("Ready prompt"))
        for ready in drafting.every_ready():
            self.ready.addItem(spoken(ready.template.name), ready.key)
            self.ready.setItemData(self.ready.count() - 1, spoken(ready.about), Qt.ItemDataRole.ToolTipRole)
        self.editor = PromptEditor()
        self.settings = WorkshopSettings()
        self.problem = InlineNotice()
        self.problem.setObjectName("workshop_problem")
        self.state = text_label("", "secondary", wrap=True)
        self.state.setObjectName("workshop_state")
        self.save = buttons.plain(self.tr("Save"), "content-save-outline")
        self.save.setObjectName("save_agent")
        actions.mention(self.save, "workshop_save")
        self.open_file = buttons.icon_button("import", self.tr("Open an agent from a file"))
        self.write_file = buttons.icon_button("export", self.tr("Write this agent to a file"))
        self._lay_out()
        self._connect()
        self.load(self._base)

    def draft(self) -> Draft:
        """As it is set. Raises UserError for parameters that cannot be read."""
        settings = self.settings
        return Draft(
            model=settings.model.text(),
            api_base="" if settings.built_in else settings.address.text(),
            template=self.editor.template(),
            answer=settings.answer_mode,
            confidence=settings.method,
            asks=settings.asks_chosen(),
            parameters=self._own_parameters if settings.built_in else settings.parameters(),
            few_shot=settings.few_shot(),
            example_names=settings.example_names(),
            redaction=settings.redaction.redaction,
            base=self._base.base,
        )

    @property
    def _own_parameters(self) -> Parameters:
        """Of the built-in model, which are not shown since it needs none."""
        return self._base.parameters if self._base.model == EMBEDDED else ()

    def load(self, draft: Draft) -> None:
        """Work on another one; `edited` does not follow."""
        self._base = draft
        self.settings.set_draft(draft)
        self.editor.set_template(draft.template)
        self.editor.show_first()
        self._show_ready()

    def _choose_ready(self, place: int) -> None:
        self._take(drafting.ready(self.ready.itemData(place)))
        self.edited.emit()

    def _take(self, ready: ReadyPrompt) -> None:
        self.editor.set_template(ready.template)
        self.settings.choose_answers(ready.answer, ready.methods[0])
        self._show_ready()

    def _follow_answers(self) -> None:
        """A ready prompt that nobody has changed follows what is wished of the answer; others are people's own."""
        if drafting.ready_named(self.editor.template()) is None:
            return
        answer = self.settings.answer_mode
        self.editor.set_template(
            drafting.usual(answer, self.settings.method or drafting.usual_method(answer)),
        )
        self._show_ready()

    def _follow_model(self) -> None:
        """The built-in model knows one way of answering; another model is asked for data unless told otherwise."""
        untouched = drafting.ready_named(self.editor.template())
        if untouched is not None and self.settings.built_in != (untouched.answer is AnswerMode.LIKELIHOOD):
            self._take(drafting.ready("likelihood" if self.settings.built_in else "json"))

    def _set_guideline(self, on: bool) -> None:
        self.editor.set_template(drafting.with_guideline(self.editor.template(), on=on))
        self._edited()

    def _edited(self) -> None:
        self._show_ready()
        self.edited.emit()

    def _show_ready(self) -> None:
        template = self.editor.template()
        self.editor.offer_start(self.settings.answer_mode is AnswerMode.LIKELIHOOD)
        found = drafting.ready_named(template)
        self.ready.setCurrentIndex(-1 if found is None else self.ready.findData(found.key))
        self.ready.setPlaceholderText(
            self.tr("changed from “{name}”").format(name=spoken(template.name))
            if template.name
            else self.tr("your own")
        )

    def show_agents(self, names: Sequence[str]) -> None:
        """Those of the project; what is chosen stays chosen."""
        chosen = self.agent.currentText()
        self.agent.clear()
        self.agent.addItem(self.tr("New agent"))
        self.agent.addItems(list(names))
        self.choose_name(chosen)

    def choose_name(self, name: str) -> None:
        """Show which agent this is, or is a change of; `opened` does not follow."""
        self.agent.setCurrentIndex(max(self.agent.findText(name), 0))

    def show_problem(self, sentence: str, hint: str = "", part: str = "", line: int = 0) -> None:
        """Why this is no agent, "" for nothing; part and line: of the template, where that is at fault."""
        self.problem.show_text(sentence, "bad")
        self.problem.setToolTip(tool_tip(hint))
        self.editor.mark_line(part, line)

    def _lay_out(self) -> None:
        line = QWidget()
        head = QHBoxLayout(line)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.px(6))
        head.addWidget(self.agent, 1)
        for button in (self.open_file, self.write_file, self.save):
            head.addWidget(button)
        FittingWords(line, [self.save])
        self.body.addWidget(line)
        self.body.addWidget(self.state)
        self.pages = QTabWidget()
        self.pages.setAccessibleName(self.tr("What the agent is"))
        words = Card(padding=1)
        words.setStyleSheet("Card { border: none; }")
        row = QHBoxLayout()
        row.addWidget(text_label(self.tr("Ready prompt"), "muted"))
        row.addWidget(self.ready, 1)
        words.body.addLayout(row)
        words.body.addWidget(self.editor, 1)
        self.pages.addTab(words, self.tr("Prompt"))
        self.pages.addTab(self.settings, self.tr("Model and answers"))
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.problem)

    def _connect(self) -> None:
        self.agent.activated.connect(lambda place: self.opened.emit(self.agent.itemText(place) if place else ""))
        self.ready.activated.connect(self._choose_ready)
        self.editor.edited.connect(self._edited)
        self.editor.guideline.clicked.connect(self._set_guideline)
        self.settings.changed.connect(self.edited.emit)
        self.settings.answers_changed.connect(self._follow_answers)
        self.settings.model_changed.connect(self._follow_model)


def _combo(name: str, meaning: str) -> QComboBox:
    combo = ComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(meaning)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    return combo
