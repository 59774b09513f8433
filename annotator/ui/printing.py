"""A report as PDF: pages with a margin, tables that go on over pages, and the number of each page."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtSvg import QSvgRenderer

from annotator.services import exporting, report_page
from annotator.services.project_file import Db
from annotator.services.reporting import Content
from annotator.texts import say

DPI = 96  # units of the layout; text and lines stay vectors whatever it is
SHARPER = 4  # pixels of a figure for one unit
MARGIN = 18.0  # mm
FOOT = 26  # units below the text, for the number of the page
KEPT = 90  # units that must follow a heading on its page


def without_window() -> QGuiApplication:
    """What Qt needs for fonts and pictures where no window is open, and none will be. Keep it while printing."""
    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication([])


def write_pdf(db: Db, path: Path, found: Content) -> int:
    """The report at `path`, which appears when it is complete; returns its pages. It touches no widget."""
    exporting.check_place(db, path)
    content, pages = pdf(found)
    exporting.write_bytes(path, content)
    return pages


def pdf(found: Content) -> tuple[bytes, int]:
    """The file's content and the number of its pages."""
    waiting = QEventLoop()  # gives a worker thread what the timers of a document's layout start in; it is never run
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, found)
    document = _document(found, _room(writer), writer)
    pages = document.pageCount()
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        _paint(painter, document, page, pages, found)
    painter.end()
    buffer.close()
    del document, waiting
    return bytes(data.data()), pages


def laid_out(found: Content) -> tuple[QTextDocument, QSizeF]:
    """The report on its pages, and the room on each, as it is printed."""
    writer = _writer(QBuffer(), found)
    room = _room(writer)
    return _document(found, room, writer), room


def _writer(buffer: QBuffer, found: Content) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(say("{name}: report", name=found.project))
    writer.setCreator(f"Annotator {found.version}")
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    sheet, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(sheet, upright, margins, QPageLayout.Unit.Millimeter))
    return writer


def _room(writer: QPdfWriter) -> QSizeF:
    """For text, without the foot of the page."""
    area = writer.pageLayout().paintRectPixels(DPI)
    return QSizeF(area.width(), area.height() - FOOT)


def _document(found: Content, size: QSizeF, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    font = QFont("sans-serif")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(9)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    for figure in report_page.figures(found):
        picture = _picture(figure.svg)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"figure:{figure.name}"), picture)
    document.setHtml(report_page.html(found, for_print=True))
    _fit_pictures(document, size.width())
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame)
    # Laid out after all that only: changes of a document that is laid out leave paragraphs behind them without height.
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(size)
    _keep_headings(document, size.height())
    return document


def _picture(svg: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    size = renderer.defaultSize() * SHARPER
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _fit_pictures(document: QTextDocument, width: float) -> None:
    """As wide as the page, and never wider than they were drawn."""
    block = document.begin()
    while block.isValid():
        for piece in cast(Iterable[QTextBlock.iterator], block):
            style = piece.fragment().charFormat()
            if style.isImageFormat():
                shown: QTextImageFormat = style.toImageFormat()
                image = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(shown.name()))
                drawn = image.width() / SHARPER
                shown.setWidth(min(width, drawn))
                shown.setHeight(image.height() / SHARPER * shown.width() / drawn)
                cursor = QTextCursor(document)
                cursor.setPosition(piece.fragment().position())
                cursor.setPosition(piece.fragment().position() + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(shown)
        block = block.next()


def _rule(table: QTextTable) -> None:
    """A hairline below each row, and nothing else."""
    style = table.format()
    style.setBorder(0)
    style.setBorderCollapse(True)
    style.setCellPadding(3)
    style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99))  # its padding goes beyond that
    style.setTopMargin(4)
    style.setBottomMargin(6)
    table.setFormat(style)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            shape = cell.format().toTableCellFormat()
            shape.setBottomBorder(0.6)
            shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setBottomBorderBrush(QColor("#D5D9E0"))
            cell.setFormat(shape)


def _keep_headings(document: QTextDocument, height: float) -> None:
    """A heading that would stand at the foot of its page begins the next one; so does a picture that is cut."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        level = block.blockFormat().headingLevel()
        if level and top > 1 and height - top % height < KEPT + _more(layout, block):
            style = QTextBlockFormat(block.blockFormat())
            style.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(style)
            document.markContentsDirty(0, document.characterCount())
        block = block.next()


def _more(layout: QAbstractTextDocumentLayout, block: QTextBlock) -> float:
    """What a heading takes itself, with one that follows it at once."""
    following = block.next()
    own = layout.blockBoundingRect(block).height()
    if following.isValid() and following.blockFormat().headingLevel():
        return own + layout.blockBoundingRect(following).height()
    return own


def _paint(painter: QPainter, document: QTextDocument, page: int, pages: int, found: Content) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
    painter.restore()
    painter.save()
    font = QFont(document.defaultFont())
    font.setPointSizeF(8)
    painter.setFont(font)
    painter.setPen(QColor("#5F6B80"))
    foot = QRectF(0, size.height() + 6, size.width(), FOOT - 6)
    bottom = Qt.AlignmentFlag.AlignBottom
    name = painter.fontMetrics().elidedText(found.project, Qt.TextElideMode.ElideRight, int(size.width() * 0.6))
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | bottom, f"{name} · {found.at}")
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | bottom, f"{page + 1} / {pages}")
    painter.restore()
