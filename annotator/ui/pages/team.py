"""Work that travels as files: sent out to people, taken back, and how it goes meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.ui.pages.tabbed import TabbedPage, TabRow
from annotator.ui.session import Session


class TeamPage(TabbedPage):
    """shown takes a tab's name, or (its name, what it is to show)."""

    title = "Team"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        rows = {
            "send": TabRow(translate("pages", "Send out"), "annotator.ui.pages.team_send:SendTab"),
            "take": TabRow(translate("pages", "Take back"), "annotator.ui.pages.team_take:TakeTab"),
            "progress": TabRow(translate("pages", "Progress"), "annotator.ui.pages.team_progress:ProgressTab"),
        }
        super().__init__(session, translate("pages", "Team"), "", rows, parent)
