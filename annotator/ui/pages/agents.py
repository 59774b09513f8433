"""LLMs: who labels, how they are asked, which of their answers people check, and how they compare."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.ui.pages.tabbed import TabbedPage, TabRow
from annotator.ui.session import Session

REPLIES = ("invalid", "rules", "suspicious")  # parts of the Replies tab, which others name without it


class AgentsPage(TabbedPage):
    """shown takes a tab's name, (its name, what it is to show), or a part of the Replies tab."""

    title = "Agents"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        rows = {
            "label": TabRow(translate("pages", "Label", "to do it"), "annotator.ui.pages.agents_label:LabelTab"),
            "workshop": TabRow(translate("pages", "Workshop"), "annotator.ui.pages.workshop:WorkshopTab"),
            "people": TabRow(translate("pages", "People"), "annotator.ui.pages.agents_people:PeopleTab"),
            "compare": TabRow(translate("pages", "Compare"), "annotator.ui.pages.agent_compare:CompareTab"),
            "replies": TabRow(translate("pages", "Replies"), "annotator.ui.pages.agent_replies:RepliesTab"),
            "costs": TabRow(translate("pages", "Costs"), "annotator.ui.pages.agent_costs:CostsTab"),
        }
        super().__init__(session, translate("pages", "Agents"), "", rows, parent)

    def shown(self, argument: object = None) -> None:
        super().shown(("replies", argument) if argument in REPLIES else argument)
