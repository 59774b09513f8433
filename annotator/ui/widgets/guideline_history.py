"""The versions of a guideline: who wrote each when and why, and in what two of them differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from annotator.domain.text_changes import Change, Line
from annotator.services.guidelines import Version
from annotator.services.item_story import when
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.records import Records, left_out_line
from annotator.ui.widgets.text import text_label

_WHO, _ANSWERS = 2, 4  # columns
_SIGNS = {Change.SAME: "   ", Change.ADDED: "+  ", Change.REMOVED: "−  "}
_INKS = {Change.SAME: "muted", Change.ADDED: "good", Change.REMOVED: "bad"}


class GuidelineHistory(Card):
    """`compared(before, after)`: two versions are to be compared. `taken(text)`: one is to be written from."""

    compared = Signal(int, int)
    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=16)
        self._versions: list[Version] = []
        self._lines: Sequence[Line] = ()  # in what the two versions differ
        self.table = Records(
            (self.tr("Version"), self.tr("When"), self.tr("Who"), self.tr("Note"), self.tr("Answers")),
            numbers=(4,),
            stretch=3,
        )
        self.table.setObjectName("guideline_versions")
        self.table.setAccessibleName(self.tr("Versions of the guideline"))
        self.table.let_give_way(_ANSWERS, _WHO)
        self.table.itemSelectionChanged.connect(self._chosen)
        self.before = ComboBox()
        self.before.setObjectName("guideline_before")
        self.before.setAccessibleName(self.tr("Version to compare with"))
        self.before.setMinimumContentsLength(12)
        self.before.activated.connect(self._compare)
        self.heading = text_label("", "field")
        self.take_button = buttons.link(self.tr("Write from this version"), self._take)
        self.take_button.setObjectName("guideline_take")
        self.difference = QTextBrowser()
        self.difference.setObjectName("guideline_difference")
        self.difference.setAccessibleName(self.tr("In what the two versions differ"))
        self.difference.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._lay_out()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """The newest first; the version that was chosen stays so while there is no newer one."""
        if list(versions) == self._versions:
            return
        row = max(self.table.currentRow(), 0) if len(versions) == len(self._versions) else 0
        self._versions = list(versions)
        self.table.show_rows(
            [(str(v.number), when(v.at), v.who, v.note, figure(v.answers) if v.answers else "") for v in versions]
        )
        self.table.setCurrentCell(row, 0)
        self._chosen()

    def show_difference(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.difference.clear()
        cursor = QTextCursor(self.difference.document())
        if not any(line.change is not Change.SAME for line in lines):
            cursor.insertText(self.tr("They are the same."), _ink("muted"))
            return
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
            self._write(cursor, line)
        self.difference.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """The colours of the theme stand in the text itself."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._lines:
            at = self.difference.verticalScrollBar().value()
            self.show_difference(self._lines)
            self.difference.verticalScrollBar().setValue(at)

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        """The sign says what the colour does; changed words are bold, and those that went are struck out."""
        token = _INKS[line.change]
        cursor.insertText(_SIGNS[line.change], _ink(token, bold=True))
        for piece in line.pieces:
            changed = piece.change is not Change.SAME
            ink = _ink(token if changed or line.change is Change.SAME else "text", bold=changed)
            ink.setFontStrikeOut(piece.change is Change.REMOVED)
            cursor.insertText(piece.text, ink)

    def _version(self) -> Version | None:
        row = self.table.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _chosen(self) -> None:
        version = self._version()
        others = [] if version is None else [v for v in self._versions if v.number != version.number]
        self.before.clear()
        for other in others:
            self.before.addItem(self.tr("version {number}").format(number=other.number), other.number)
        earlier = [other.number for other in others if version is not None and other.number < version.number]
        if earlier:
            self.before.setCurrentIndex(self.before.findData(max(earlier)))
        for widget in (self.before, self.heading):
            widget.setVisible(bool(others))
        self.take_button.setVisible(version is not None and version is not self._versions[0])
        self._compare()

    def _compare(self) -> None:
        version = self._version()
        if version is None:
            return
        other = self.before.currentData()
        text = self.tr("Version {number} compared with").format(number=version.number)
        self.heading.setText(text)
        if other is None:
            self._lines = ()
            self.difference.setPlainText(self.tr("What changes from version to version will stand here."))
        else:
            self.compared.emit(other, version.number)

    def _take(self) -> None:
        version = self._version()
        if version is not None:
            self.taken.emit(version.text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.heading)
        head.addWidget(self.before)
        head.addStretch(1)
        head.addWidget(self.take_button)
        right = QVBoxLayout()
        right.addLayout(head)
        right.addWidget(self.difference, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addWidget(left_out_line(self.table))
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row)


def _ink(token: str, *, bold: bool = False) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setFont(theme.font(semibold=bold))
    found.setForeground(theme.colour(token))
    return found
