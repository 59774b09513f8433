"""How right the labels are likely to be now, what measures it, and what more answers would bring."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.domain.words import counted
from annotator.services.merging import MergeState
from annotator.services.overview import Summary
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.outlook_card import OutlookCard
from annotator.ui.widgets.text import text_label, tool_tip
from annotator.ui.widgets.who_answered import percent


class AccuracyCard(Card):
    """The number that merging expects with what gold says of it, above the curve."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Expected accuracy"), parent)
        self._session = session
        self.header.addStrut(theme.px(34))  # as high as it is with the controls of the curve
        self.merge_button: QPushButton = buttons.plain(self.tr("Merge"), "call-merge")
        self.merge_button.setObjectName("merge")
        self.number = text_label("", "big-number")
        self.number.setObjectName("expected_accuracy")
        self.meaning = text_label("", "muted", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.number)
        line.addWidget(self.meaning, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.merge_button)
        self.origin = text_label("", "secondary", wrap=True)
        self.outlook = OutlookCard(session, controls=self.header)
        self.body.addLayout(line)
        self.body.addWidget(self.origin)
        self.body.addWidget(self.outlook, 1)

    def show_summary(self, summary: Summary) -> None:
        merge = summary.merge
        expected = merge.expected_accuracy if merge else None
        self.number.setVisible(expected is not None)
        self.number.setText(percent(expected) if expected is not None else "")
        self.merge_button.setText(self.tr("Merge") if merge is None else self.tr("Merge again"))
        self.meaning.setText(self._unknown() if merge is None else self._meaning(merge))
        self.origin.setVisible(merge is None)
        self.origin.setText(
            self.tr("Merging weighs every answer by how reliable its annotator is, and says how sure the result is.")
        )
        why = "" if merge is None else self.tr("Mean probability of the merged labels, not measured.")
        tip = tool_tip(f"{why} {merge.reason}") if merge is not None else ""
        for label in (self.number, self.meaning):
            label.setToolTip(tip)

    def _unknown(self) -> str:
        """After a merge the number is on its way: that nothing is known would be wrong by then."""
        return self.tr("Being worked out …") if self._session.merge_uncounted else self.tr("Not known yet")

    def _meaning(self, merge: MergeState) -> str:
        """The number's own interval is that of no sample, so the one beside it belongs to what gold says."""
        expected = self.tr("expected now of {items}").format(items=counted(merge.items, "merged item"))
        found = merge.accuracy
        if found.value is None:
            return expected
        return self.tr("{expected}; {value} ({low} to {high}) measured on {items}").format(
            expected=expected,
            value=percent(found.value),
            low=figure(100 * found.low, 1),
            high=percent(found.high),
            items=counted(found.of, "gold item"),
        )
