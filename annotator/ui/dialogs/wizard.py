"""A wizard in the window's dress."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizard, QWizardPage

from annotator.ui import theme
from annotator.ui.widgets.text import text_label

_MAIN = (
    QWizard.WizardButton.NextButton,
    QWizard.WizardButton.CommitButton,
    QWizard.WizardButton.FinishButton,
)


class Wizard(QWizard):
    """One filled button a page: the one that goes on."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Next"))
        self.setButtonText(QWizard.WizardButton.BackButton, self.tr("Back"))
        for button in _MAIN:
            theme.role(self.button(button), "filled")
        self.resize(QSize(theme.px(980), theme.px(700)))


class WizardPage(QWizardPage):
    """A page with its own heading, in the type of the window's pages; the content goes into `body`."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)
        layout = QVBoxLayout(self)
        side = theme.px(20)
        layout.setContentsMargins(side, theme.px(16), side, theme.px(8))
        layout.setSpacing(theme.px(4))
        layout.addWidget(text_label(title, "title"))
        if subtitle:
            layout.addWidget(text_label(subtitle, "muted", wrap=True))
        layout.addSpacing(theme.px(14))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        layout.addLayout(self.body, 1)
