"""The languages that the window speaks, each in its own name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotator.ui import language
from annotator.ui.widgets import buttons
from annotator.ui.widgets.menu_head import head


class LanguageMenu(QMenu):
    """Emits `chosen`, a key of `language.names`; gone when it closes."""

    chosen = Signal(str)

    def __init__(self, setting: str, parent: QWidget) -> None:
        """setting: as Settings.language."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head(self, self.tr("Language, from the next start on"))
        group = QActionGroup(self)
        for key, name in language.names().items():
            action = self.addAction(name)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(key == language.known(setting))
            action.triggered.connect(lambda checked=False, key=key: self.chosen.emit(key))

    def popup_at(self, anchor: QWidget) -> None:
        """Above or below what asked for it, where there is room."""
        self.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))


def new_button(wished: SignalInstance) -> QPushButton:
    """Says, with itself, that the menu is wished."""
    button = buttons.icon_button("translate", QCoreApplication.translate("LanguageMenu", "Language"))
    button.setObjectName("language")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda checked=False: wished.emit(button))
    return button
