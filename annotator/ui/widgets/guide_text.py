"""A page of the guide, as it is read: Markdown with its pictures, and nothing from outside."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QPainter,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from annotator.ui import guide, theme
from annotator.ui.guide import GuidePage
from annotator.ui.widgets import markdown

MARGIN = 28  # pixels around the text
ABOVE = 18  # pixels above a heading
LINE = 135  # per cent of a line's height
LARGER = {1: 2, 2: 1}  # steps of Qt's by which headings are larger than the text: half as much again, a fifth


class GuideText(QTextBrowser):
    """`followed(page)` for a link to another page of the guide, `left(address)` for one that leads elsewhere."""

    followed = Signal(str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: GuidePage | None = None
        self._zoom = 1.0
        self._width = 0  # of the pictures that are shown
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(self.tr("Page of the guide"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # pictures are as wide as what is left
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: GuidePage) -> None:
        """From its beginning."""
        self._page = page
        self._render()
        self.verticalScrollBar().setValue(0)

    def set_zoom(self, zoom: float) -> None:
        """As the text of items: 1 is the normal size."""
        self._zoom = zoom
        self._render_in_place()

    def find_all(self, words: str) -> list[QTextCursor]:
        """Every place of the page where the words stand, whatever their case; they are marked."""
        found: list[QTextCursor] = []
        at = self.document().find(words) if words.strip() else QTextCursor()
        while not at.isNull():
            found.append(at)
            at = self.document().find(words, at)
        self.setExtraSelections([self._marked(cursor) for cursor in found])
        return found

    def go_to(self, cursor: QTextCursor) -> None:
        """Bring one of the places in sight."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The guide's own pictures, as wide as there is room; nothing else is read or fetched."""
        url = QUrl(name)
        if self._page is None or kind != QTextDocument.ResourceType.ImageResource.value or not url.isRelative():
            return markdown.nothing(kind)
        found = QImage.fromData(QByteArray(guide.picture(guide.target(self._page.name, url.path()))))
        if found.isNull():
            return markdown.nothing(kind)
        ratio = self.devicePixelRatioF()
        wide = round(min(self._room(), found.width()) * ratio)
        found = found.convertToFormat(QImage.Format.Format_RGB32)
        scaled = found.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        _frame(scaled)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._width:
            self._render_in_place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._render_in_place()

    def _room(self) -> int:
        return max(self.viewport().width() - 2 * theme.px(MARGIN), 1)

    def _render_in_place(self) -> None:
        """Again, with about the same lines in sight."""
        if self._page is None:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._render()
        bar.setValue(round(share * bar.maximum()))

    def _render(self) -> None:
        if self._page is None:
            return
        self._width = self._room()
        document = self.document()
        base = theme.font()
        base.setPointSizeF(base.pointSizeF() * self._zoom)
        document.setDefaultFont(base)
        document.setDocumentMargin(theme.px(MARGIN))
        document.setIndentWidth(theme.px(20))
        document.setDefaultStyleSheet(f"a {{ color: {theme.tokens().accent}; }}")
        features = QTextDocument.MarkdownFeature
        text = f"# {self._page.title}\n\n{self._page.text}"
        document.setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self._dress(document)
        markdown.calm_tables(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # else Qt scrolls to where the text ends

    def _dress(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            if "\ufffc" not in block.text() and cursor.currentTable() is None:  # no picture, whose line is high already
                cursor.mergeBlockFormat(_lines(level))
            for piece in block.textFormats():
                if level or piece.format.fontFixedPitch():
                    cursor.setPosition(block.position() + piece.start)
                    cursor.setPosition(cursor.position() + piece.length, QTextCursor.MoveMode.KeepAnchor)
                    cursor.mergeCharFormat(_heading(level) if level else _key())
            block = block.next()

    def _marked(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(theme.colour("accent_soft"))
        return mark

    def _follow(self, url: QUrl) -> None:
        if not url.isRelative():
            self.left.emit(url.toString())
            return
        name = guide.target(self._page.name if self._page else guide.FIRST, url.path())
        if name in guide.pages():
            self.followed.emit(name)


def _frame(picture: QImage) -> None:
    """A hairline around it: a picture of a window is as white as the page."""
    painter = QPainter(picture)
    painter.setPen(theme.colour("line"))
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()


def _lines(level: int) -> QTextBlockFormat:
    """level: of a heading, 0 for text."""
    found = QTextBlockFormat()
    found.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level > 1:
        found.setTopMargin(theme.px(ABOVE))
    return found


def _heading(level: int) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setProperty(QTextFormat.Property.FontSizeAdjustment, LARGER.get(level, 0))
    found.setFontWeight(QFont.Weight.DemiBold)
    return found


def _key() -> QTextCharFormat:
    """Keys and names of files stand out by a surface of their own."""
    found = QTextCharFormat()
    found.setBackground(theme.colour("hover"))
    found.setForeground(theme.colour("text"))
    return found
