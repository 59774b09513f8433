"""Fourth page of the wizard: the question, its labels, and the guideline."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.model import Question
from annotator.errors import UserError
from annotator.services.project_file import make_question
from annotator.ui import theme
from annotator.ui.dialogs.wizard import WizardPage
from annotator.ui.widgets.label_editor import LabelEditor
from annotator.ui.widgets.markdown import GuidelineView
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.splitter import Splitter
from annotator.ui.widgets.written_line import written_line


class QuestionPage(WizardPage):
    """Left the question and its labels, right the guideline with how it will look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("QuestionPage", "What is asked of each item?"),
            QCoreApplication.translate(
                "QuestionPage", "People see the question and the guideline; LLMs are asked with the same words."
            ),
            parent,
        )
        self.text = written_line(
            "question_text", self.tr("for example: What is the sentiment of this review?"), self._changed
        )
        self.name = written_line("question_name", self.tr("for example: Sentiment"), self._changed)
        self.noun = written_line("question_noun", self.tr("for example: Review"), self._changed)
        self.labels = LabelEditor()
        self.labels.setObjectName("labels")
        self.labels.changed.connect(self._changed)
        self.guideline = QPlainTextEdit()
        self.guideline.setObjectName("guideline")
        self.guideline.setAccessibleName(self.tr("Guideline in Markdown"))
        self.guideline.setPlaceholderText(
            self.tr("When to choose which label, in **Markdown**. Examples help people and LLMs alike.")
        )
        self.guideline.setTabChangesFocus(True)
        self._preview = GuidelineView()
        self._preview.setObjectName("guideline_preview")
        self._preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.guideline.textChanged.connect(self._preview_guideline)
        self._notice = InlineNotice()
        self._lay_out()

    def question(self) -> Question:
        """The question as written; UserError says what is missing."""
        return make_question(
            self.name.text(),
            self.text.text(),
            self.labels.labels(),
            self.guideline.toPlainText(),
            self.noun.text(),
        )

    def initializePage(self) -> None:
        self._changed()
        self.text.setFocus()

    def cleanupPage(self) -> None:
        """Going back keeps what was written."""

    def isComplete(self) -> bool:
        return not self._problem()

    def _lay_out(self) -> None:
        left = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(_titled(self.tr("Question"), self.text), 0, 0, 1, 2)
        grid.addWidget(self.text, 1, 0, 1, 2)
        grid.setRowMinimumHeight(2, theme.px(28))
        bottom = Qt.AlignmentFlag.AlignBottom
        grid.addWidget(_titled(self.tr("Short name, shown before an answer"), self.name), 2, 0, bottom)
        grid.addWidget(_titled(self.tr("What an item is called"), self.noun), 2, 1, bottom)
        grid.addWidget(self.name, 3, 0)
        grid.addWidget(self.noun, 3, 1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self.labels, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(_titled(self.tr("Guideline (Markdown)"), self.guideline))
        column.addWidget(self.guideline, 1)
        column.addSpacing(8)
        self._preview_title = _titled(self.tr("As it will look"), self._preview)
        self._preview_title.hide()  # until there is something to see
        column.addWidget(self._preview_title)
        column.addWidget(self._preview, 1)
        split = Splitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(16)  # the room between the two, on whichever side each of them is
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.body.addWidget(split, 1)
        self.body.addWidget(self._notice)

    def _problem(self) -> str:
        try:
            self.question()
        except UserError as error:
            return str(error)
        return ""

    def _changed(self) -> None:
        problem = self._problem()
        # An empty form is not a mistake: nothing is complained about before something was written.
        written = bool(self.text.text().strip() or self.labels.labels())
        self._notice.show_text(problem if written else "", "warn")
        self.completeChanged.emit()

    def _preview_guideline(self) -> None:
        text = self.guideline.toPlainText()
        self._preview_title.setVisible(bool(text.strip()))
        self._preview.set_text(text)


def _titled(text: str, widget: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setBuddy(widget)
    return label
