"""How good the answers are: who can be trusted how far, and the merging that estimates it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Changes
from annotator.services import merging
from annotator.ui.actions import Action
from annotator.ui.pages.tabbed import TabbedPage, TabRow
from annotator.ui.session import Session
from annotator.ui.widgets.merge_card import MergeCard


class QualityPage(TabbedPage):
    """shown takes a tab's name, or (its name, what it is to show). On top of every tab is what merging says."""

    title = "Quality"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        rows = {
            "people": TabRow(translate("pages", "Annotators"), "annotator.ui.pages.quality_people:AnnotatorsTab"),
            "agreement": TabRow(translate("pages", "Agreement"), "annotator.ui.pages.quality_agreement:AgreementTab"),
            "calibration": TabRow(
                translate("pages", "Calibration"), "annotator.ui.pages.quality_calibration:CalibrationPage"
            ),
            "labels": TabRow(translate("pages", "Labels"), "annotator.ui.pages.quality_labels:LabelsTab"),
            "drift": TabRow(translate("pages", "Drift"), "annotator.ui.pages.quality_drift:DriftTab"),
            "soft": TabRow(translate("pages", "Soft labels"), "annotator.ui.pages.quality_soft:SoftLabelsTab"),
        }
        super().__init__(session, translate("pages", "Quality"), "", rows, parent)
        self.merging = MergeCard(session)
        self.body.insertWidget(1, self.merging)
        self.set_shortcuts([Action("quality_merge", self.tr("Merge now"), "Ctrl+M", "quality", self.merge)])

    def shown(self, argument: object = None) -> None:
        self.merging.refresh()
        super().shown(argument)

    def merge(self) -> None:
        """Merge by the method chosen; also while the card has not been read yet."""
        if not self.merging.isHidden():
            self.merging.merge()
        else:
            self.session.browse(merging.answer_count, owner=self, done=self._merge_or_say)

    def _merge_or_say(self, answers: int) -> None:
        if answers:
            self.session.merging.start(str(self.merging.method.currentData() or merging.AUTO))
        else:
            self.session.tell(self.tr("There are no answers to merge yet."))

    def changed(self, changes: Changes) -> None:
        self.merging.changed(changes)
