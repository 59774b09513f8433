"""A box to choose from, which says so where its text is cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from annotator.ui.widgets.text import tool_tip

ICON_GAP = 4  # pixels between icon and text, Qt's own


class ComboBox(QComboBox):
    """What does not fit ends in "…", as everywhere in the window, and is whole in the tool tip."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        if not self.isEditable():
            option.currentText = self._fitting(option)

    def event(self, event: QEvent) -> bool:
        """A tool tip of its own, where there is none and the text is cut."""
        if event.type() is QEvent.Type.ToolTip and not self.toolTip() and self.shown_text() != self.currentText():
            from PySide6.QtGui import QHelpEvent
            from PySide6.QtWidgets import QToolTip

            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), tool_tip(self.currentText()), self)
            return True
        return super().event(event)

    def shown_text(self) -> str:
        """What is seen of the text chosen."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option.currentText

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width()
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + ICON_GAP
        text = option.currentText
        cut = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return cut if len(cut) > 1 else text  # two letters without dots say more than the dots alone
