"""Writing the fields of an item into a document: plain or Markdown, one below the other or side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from annotator.domain.appearance import runs_rightwards
from annotator.ui import theme
from annotator.ui.widgets.markdown import calm_headings, calm_tables

LINE = 118  # per cent of the font's own height


class Field(NamedTuple):
    """One field as it is written; a name of "" is not shown."""

    name: str
    text: str
    titled: bool = False


class Look(NamedTuple):
    """The fonts of a text, and whether it is Markdown."""

    name: QFont
    text: QFont
    title: QFont
    markdown: bool = False


def write(document: QTextDocument, above: Sequence[Field], beside: Sequence[Field], columns: int, look: Look) -> None:
    """Replace what the document holds. beside: in rows of so many columns, below the others."""
    document.clear()
    document.setDefaultFont(look.text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    fresh = True  # the block that the cursor is in is still to be filled
    for field in above:
        _write_field(cursor, field, look, fresh=fresh)
        fresh = False
    if beside:
        if fresh:
            _shrink(cursor)
        _write_beside(cursor, beside, columns, look, spaced=not fresh)
    cursor.endEditBlock()


def _write_beside(cursor: QTextCursor, fields: Sequence[Field], columns: int, look: Look, *, spaced: bool) -> None:
    table = cursor.insertTable(-(-len(fields) // columns), columns, _table_format(columns, spaced=spaced))
    gap = theme.px(34)
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft  # Qt leaves tables as they are
    for number, field in enumerate(fields):
        row, column = divmod(number, columns)
        if mirrored:
            column = columns - 1 - column
        cell = table.cellAt(row, column)
        style = QTextTableCellFormat()
        style.setRightPadding(gap / 2 if column < columns - 1 else 0)
        style.setLeftPadding(gap / 2 if column else 0)
        style.setTopPadding(theme.px(18) if row else 0)
        cell.setFormat(style)
        _write_field(cell.firstCursorPosition(), field, look, fresh=True)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    _shrink(cursor)


def _table_format(columns: int, *, spaced: bool) -> QTextTableFormat:
    found = QTextTableFormat()
    found.setBorder(0)
    found.setCellSpacing(0)
    found.setCellPadding(0)
    found.setTopMargin(theme.px(18) if spaced else 0)
    found.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    found.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 / columns)] * columns)
    return found


def _shrink(cursor: QTextCursor) -> None:
    """Qt keeps an empty line before and after a table; it should take no room."""
    block, style = QTextBlockFormat(), QTextCharFormat()
    block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    style.setFontPointSize(1)
    cursor.setBlockFormat(block)
    cursor.setBlockCharFormat(style)


def _write_field(cursor: QTextCursor, field: Field, look: Look, *, fresh: bool) -> None:
    rightwards = runs_rightwards(field.text)
    if field.name:
        style = _ink(look.name, "muted")
        above = 0 if fresh else theme.px(18)
        _begin(cursor, above, runs_rightwards(field.name) if rightwards is None else rightwards, fresh=fresh)
        cursor.insertText(field.name.upper(), style)
        fresh = False
    above = theme.px(8) if field.name else 0
    if look.markdown:
        _begin(cursor, above, None, fresh=fresh)
        _write_markdown(cursor, field.text, look)
    else:
        style = _ink(look.title if field.titled else look.text, "text")
        _write_plain(cursor, field.text, style, above, rightwards, fresh=fresh)


def _write_plain(
    cursor: QTextCursor, text: str, style: QTextCharFormat, above: int, rightwards: bool | None, *, fresh: bool
) -> None:
    """A block for each line, in its own direction; a line without letters follows its field."""
    for number, line in enumerate(text.split("\n")):
        own = runs_rightwards(line)
        _begin(cursor, 0 if number else above, rightwards if own is None else own, fresh=fresh and not number)
        cursor.setBlockCharFormat(style)
        cursor.insertText(line, style)


def _begin(cursor: QTextCursor, above: int, rightwards: bool | None, *, fresh: bool) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if rightwards is not None:
        direction = Qt.LayoutDirection.LeftToRight if rightwards else Qt.LayoutDirection.RightToLeft
        block.setLayoutDirection(direction)
    if fresh:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)


def _ink(font: QFont, token: str) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setFont(font)
    found.setForeground(theme.colour(token))
    return found


def _write_markdown(cursor: QTextCursor, text: str, look: Look) -> None:
    """Pictures are their descriptions, links their texts and addresses: nothing is loaded, nothing opens."""
    parsed = QTextDocument()
    parsed.setDefaultFont(look.text)
    features = QTextDocument.MarkdownFeature
    parsed.setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    _say_pictures_and_links(parsed)
    _set_lines(parsed)
    calm_headings(parsed)
    calm_tables(parsed)
    cursor.insertFragment(QTextDocumentFragment(parsed))


def _set_lines(document: QTextDocument) -> None:
    """Lines as far apart as those of a plain text, and room above a heading."""
    block = document.begin()
    while block.isValid():
        style = block.blockFormat()
        style.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if style.headingLevel():
            style.setTopMargin(theme.px(14) if block.blockNumber() else 0)
            style.setBottomMargin(theme.px(4))
        QTextCursor(block).setBlockFormat(style)
        block = block.next()


def _say_pictures_and_links(document: QTextDocument) -> None:
    """From the end on, so that what is written does not move what is still to be looked at."""
    for first, last, style in reversed(_special(document)):
        cursor = QTextCursor(document)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        if style.isImageFormat():
            alt = str(style.property(QTextFormat.Property.ImageAltText.value) or "")
            picture = QCoreApplication.translate("ItemText", "picture")
            cursor.insertText(f"[{picture}: {alt}]" if alt else f"[{picture}]", QTextCharFormat())
            continue
        shown, address = cursor.selectedText(), style.anchorHref()
        plain = QTextCharFormat()
        plain.setFontWeight(style.fontWeight())
        plain.setFontItalic(style.fontItalic())
        cursor.insertText(shown if address in ("", shown) else f"{shown} ({address})", plain)


def _special(document: QTextDocument) -> list[tuple[int, int, QTextCharFormat]]:
    """(first, last, format) of every picture and link."""
    found = []
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            style = fragment.charFormat()
            if style.isImageFormat() or style.isAnchor():
                found.append((fragment.position(), fragment.position() + fragment.length(), QTextCharFormat(style)))
            part += 1
        block = block.next()
    return found
