"""Guidelines: Markdown that never loads anything from outside."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from annotator.ui import theme

AT_LEAST = 80  # pixels of a guideline's height that are seen in a low window
BESIDE_BAR = 8  # pixels between a guideline and its scroll bar


def nothing(kind: int) -> QImage | QByteArray:
    """What stands for a resource that is not to be loaded: where a document gets None, Qt reads a local file itself."""
    if kind != QTextDocument.ResourceType.ImageResource.value:
        return QByteArray(b" ")
    dot = QImage(1, 1, QImage.Format.Format_ARGB32)
    dot.fill(0)
    return dot


def calm_headings(document: QTextDocument) -> None:
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


def calm_tables(document: QTextDocument) -> None:
    """One hairline around each cell: Qt draws two."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            style = frame.format().toTableFormat()
            style.setBorderCollapse(True)
            style.setBorder(1)
            style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            style.setBorderBrush(theme.colour("line"))
            style.setCellPadding(theme.px(4))
            style.setTopMargin(theme.px(4))
            style.setBottomMargin(theme.px(8))
            frame.setFormat(style)


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
        self._keep_distance()
        self.document().setIndentWidth(theme.px(18))
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())
        self._untouched = True  # nobody has scrolled it yet
        self.verticalScrollBar().actionTriggered.connect(self._scrolled)
        self.verticalScrollBar().valueChanged.connect(self._begin)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._text, self._written = text, theme.tokens()
        document = self.document()
        document.setDefaultFont(theme.font())
        document.setDefaultStyleSheet(f"a {{ color: {theme.tokens().accent}; }}")
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        calm_headings(document)
        calm_tables(document)
        self.add_below(QTextCursor(document))
        self._untouched = True
        self._begin()

    def add_below(self, cursor: QTextCursor) -> None:
        """For what a kind of guideline has to say below its text."""

    def sizeHint(self) -> QSize:
        """As high as the text is at the present width."""
        return QSize(super().sizeHint().width(), ceil(self.document().size().height()) + 2)

    def minimumSizeHint(self) -> QSize:
        """A few lines, less where the text is shorter."""
        return QSize(super().minimumSizeHint().width(), min(self.sizeHint().height(), theme.px(AT_LEAST)))

    def text(self) -> str:
        return self._text

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is fetched, and no file of this computer read."""
        return nothing(kind)

    def _begin(self, value: int = 0) -> None:
        """A guideline is read from its beginning, wherever Qt's layout for another width would leave it."""
        if self._untouched:
            self.verticalScrollBar().setValue(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._untouched = False  # selecting scrolls, too
        super().mousePressEvent(event)

    def _scrolled(self) -> None:
        self._untouched = False

    def _keep_distance(self) -> None:
        """From the scroll bar, which is on the left in a window from right to left."""
        space = theme.px(BESIDE_BAR)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            self.setViewportMargins(space, 0, 0, 0)
        else:
            self.setViewportMargins(0, 0, space, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._keep_distance()
        # A palette also changes where a view is put into the window, with the same colours.
        if event.type() is QEvent.Type.PaletteChange and theme.tokens() != self._written:
            self.set_text(self._text)
