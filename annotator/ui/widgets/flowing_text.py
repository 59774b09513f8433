"""A text to be read and copied, as high as it needs to be; what has no spaces is broken anywhere."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from annotator.ui import theme


class FlowingText(QTextEdit):
    """Plain text, each paragraph in its own direction. It never asks for more width than there is."""

    def __init__(
        self,
        text: str,
        *,
        factor: float = theme.NORMAL,
        token: str = "text",
        semibold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """factor: of the interface's font size. token: the colour."""
        super().__init__(parent)
        self._token, self._semibold = token, semibold
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent; border: none; padding: 0;")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for scroll in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            scroll(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(0)
        self.set_factor(factor)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setTextColor(theme.colour(token))
        self.setPlainText(text)

    def set_factor(self, factor: float) -> None:
        """Its letters have another size from now on."""
        self.document().setDefaultFont(theme.font(factor, semibold=self._semibold))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            text = self.toPlainText()
            self.setTextColor(theme.colour(self._token))
            self.setPlainText(text)

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(max(ceil(size.height()), self.fontMetrics().height()))
