"""Calibration of the Quality page: whether probabilities mean what they say."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.domain.model import Changes
from annotator.ui.pages.tabbed import Tab
from annotator.ui.session import Session
from annotator.ui.widgets.calibration_tab import CalibrationTab


class CalibrationPage(Tab):
    """The numbers and plots are those of CalibrationTab."""

    title = "Calibration"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.calibration = CalibrationTab(session)
        self.body.addWidget(self.calibration, 1)

    def shown(self, argument: object = None) -> None:
        self.calibration.refresh()

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.posteriors or changes.gold or changes.setup or changes.items:
            self.calibration.refresh()
