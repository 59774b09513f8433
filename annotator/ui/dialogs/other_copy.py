"""Another copy of this project, such as a second lead's: how it differs, before anything of it is taken in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator.errors import UserError
from annotator.services import differing
from annotator.services.differing import Changed, Difference, Part
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import ElidedLabel, text_label

LISTED = 1_000  # rows of what differs; nobody reads more
ALL_PARTS = 278  # pixels in which all kinds of things are in sight


class OtherCopyDialog(QDialog):
    """Says `wished(path)` when the copy is to be taken in."""

    wished = Signal(Path)

    def __init__(self, session: Session, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("other_copy")
        self.setWindowTitle(self.tr("Take in another copy"))
        self._here, self._path = session.path, path
        self._parts: list[Part] = []
        self.notice = InlineNotice()
        self.parts = Records(
            (self.tr("What"), self.tr("Alike"), self.tr("Only here"), self.tr("Only there"), self.tr("Not the same")),
            numbers=(1, 2, 3, 4),
            framed=True,
        )
        self.parts.setAccessibleName(self.tr("How the two copies differ"))
        self.parts.setMinimumHeight(theme.px(ALL_PARTS))
        self.parts.currentCellChanged.connect(lambda row, *_: self._show_part(row))
        self.details = Records((self.tr("Where"), self.tr("What")), stretch=1, framed=True)
        self.details.setAccessibleName(self.tr("What differs"))
        self.take_button = buttons.filled(self.tr("Take it in"), "source-merge", self._wish)
        self.take_button.setObjectName("take_copy")
        self.take_button.setEnabled(False)
        self.cancel = buttons.plain(self.tr("Cancel"), on_click=self.reject)
        self._lay_out()
        self.notice.show_text(self.tr("Comparing the two files…"))
        here = session.path
        session.jobs.on_background(lambda: differing.diff(here, path), owner=self, done=self._show, failed=self._failed)

    def _show(self, found: Difference) -> None:
        self._parts = list(found.parts)
        self.parts.show_rows([_row(part) for part in found.parts])
        differing_one = next((row for row, part in enumerate(found.parts) if part.differs), 0)
        self.parts.setCurrentCell(differing_one, 0)
        self._show_part(differing_one)
        self.take_button.setEnabled(found.copies and found.differs)
        if not found.copies:
            self.notice.show_text(self.tr("This file belongs to another project, so it cannot be taken in."), "warn")
        elif not found.differs:
            self.notice.show_text(self.tr("Both copies hold the same."), "good")
        else:
            said = self.tr(
                "What is only there comes here. Decisions that contradict each other wait in Review, and none of them"
                " counts until then."
            )
            self.notice.show_text(said)
            self.take_button.setFocus()

    def _failed(self, error: UserError) -> None:
        self.notice.show_text(str(error), "bad")

    def _show_part(self, row: int) -> None:
        part = self._parts[row] if 0 <= row < len(self._parts) else None
        if part is None:
            self.details.show_rows([])
            return
        rows = [(self.tr("not the same"), self._both(each)) for each in part.changed]
        rows += [(self.tr("only there"), name) for name in part.only_b]
        rows += [(self.tr("only here"), name) for name in part.only_a]
        self.details.show_rows(rows[:LISTED])

    def _both(self, changed: Changed) -> str:
        """What each side says; nothing more where they are called the same, as items with another text are."""
        if changed.a == changed.b:
            return changed.what
        text = self.tr("{what}: here {one}, there {other}")
        return text.format(what=changed.what, one=changed.a, other=changed.b)

    def _wish(self) -> None:
        self.accept()
        self.wished.emit(self._path)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        inside = theme.px(20)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(12))
        for side, file in ((self.tr("Here: {file}"), self._here), (self.tr("There: {file}"), self._path)):
            column.addWidget(ElidedLabel(side.format(file=file), "strong", middle=True))
        column.addWidget(self.parts, 1)
        column.addWidget(text_label(self.tr("What differs"), "card-title"))
        column.addWidget(self.details, 1)
        column.addWidget(self.notice)
        column.addLayout(buttons.row(self.cancel, self.take_button))
        self.resize(theme.px(720), theme.px(640))


def _row(part: Part) -> tuple[str, ...]:
    counts = (part.same, len(part.only_a), len(part.only_b), len(part.changed))
    return (part.title, *(figure(count) if count else "–" for count in counts))
