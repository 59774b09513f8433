"""The feedback sheet: what somebody got wrong on items whose label is known, and what the guideline says of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.services.packages import Mistake
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.text import text_label

SHOWN = 200  # of the mistakes; nobody reads more at one sitting


class FeedbackSheet(QDialog):
    """Says `wished` when it is to go out with the next package."""

    wished = Signal()

    def __init__(self, name: str, mistakes: Sequence[Mistake], parent: QWidget, *, for_lead: bool) -> None:
        """for_lead: whether it is looked at by who can send it, and not by whom it is about."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("feedback_sheet")
        self.setWindowTitle(self.tr("Feedback for {name}").format(name=name))
        self.send = buttons.plain(self.tr("Send it with the next package…"), "send-outline", self._wish)
        self.send.setObjectName("send_feedback")
        self.close_button = buttons.filled(self.tr("Close"), on_click=self.accept)
        self.close_button.setObjectName("close_feedback")
        self.send.setEnabled(bool(mistakes))
        column = QVBoxLayout(self)
        inside = theme.px(20)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(12))
        column.addWidget(text_label(self._about(mistakes, for_lead), "muted", wrap=True))
        column.addWidget(self._cards(mistakes), 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        if for_lead:
            row.addWidget(self.send)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.send.setVisible(for_lead)
        self.resize(theme.px(620), theme.px(520))
        self.close_button.setFocus()

    def _about(self, mistakes: Sequence[Mistake], for_lead: bool) -> str:
        if not mistakes:
            return self.tr("No answer to an item with a known label is wrong so far.")
        if for_lead:
            return self.tr("Items with a known label that were answered otherwise, with what the guideline says.")
        return self.tr("Some of your answers were other ones than expected. This is what the guideline says of them.")

    def _cards(self, mistakes: Sequence[Mistake]) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for mistake in mistakes[:SHOWN]:
            column.addWidget(self._card(mistake))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.tr("Answers and the labels expected"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        return area

    def _card(self, mistake: Mistake) -> Card:
        card = Card(padding=16)
        card.body.addWidget(text_label(mistake.text, wrap=True))
        said = self.tr("Said “{said}”, expected “{right}”").format(said=mistake.said, right=mistake.right)
        card.body.addWidget(text_label(said, "strong", wrap=True))
        if mistake.passage:
            card.body.addWidget(text_label(_plain(mistake.passage), "muted", wrap=True))
        return card

    def _wish(self) -> None:
        self.accept()
        self.wished.emit()


def _plain(passage: str) -> str:
    """Of the guideline, without its signs of Markdown; nothing is loaded for it."""
    document = QTextDocument()
    document.setMarkdown(passage, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    return document.toPlainText()
