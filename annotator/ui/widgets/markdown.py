"""Guidelines: Markdown that never loads anything from outside."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, QUrl
from PySide6.QtGui import QFont, QImage, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from annotator.ui import theme


def _calm_headings(document: QTextDocument) -> None:
    """Headings in the size of the text, semibold: Qt's own are made for a page, not for a card beside the item."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            calm = QTextCharFormat()
            calm.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            calm.setFontWeight(QFont.Weight.DemiBold)
            cursor.mergeCharFormat(calm)
        block = block.next()


class GuidelineView(QTextBrowser):
    """Shows Markdown. HTML in it stays text, pictures are not fetched, links are not opened."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(self.tr("Guideline"))
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(theme.px(14))
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._text = text
        document = self.document()
        document.setDefaultFont(theme.font())
        document.setDefaultStyleSheet(f"a {{ color: {theme.tokens().accent}; }}")
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        _calm_headings(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # a guideline is read from its beginning

    def sizeHint(self) -> QSize:
        """As high as the text is at the present width."""
        return QSize(super().sizeHint().width(), ceil(self.document().size().height()) + 2)

    def text(self) -> str:
        return self._text

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is fetched: a picture is an empty dot, everything else is missing."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        dot = QImage(1, 1, QImage.Format.Format_ARGB32)
        dot.fill(0)
        return dot

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.set_text(self._text)
