"""What is asked, and how: the questions with their labels, and the guideline with its versions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.ui.pages.tabbed import TabbedPage, TabRow
from annotator.ui.session import Session

OLDER = "older"  # what the Overview sends here with: answers older than the guideline


class SetupPage(TabbedPage):
    """shown takes a tab's name, or OLDER."""

    title = "Setup"
    follows_question = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        rows = {
            "questions": TabRow(
                translate("pages", "Questions and labels"), "annotator.ui.pages.setup_labels:LabelsTab"
            ),
            "guideline": TabRow(translate("pages", "Guideline"), "annotator.ui.pages.setup_guideline:GuidelineTab"),
        }
        super().__init__(session, translate("pages", "Setup"), "", rows, parent)

    def shown(self, argument: object = None) -> None:
        super().shown("guideline" if argument == OLDER else argument)
