"""What an agent would be sent about one item, and what that takes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from annotator.services.drafting import Preview
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.workshop_editor import fixed_font

MOST_SHOWN = 20_000  # characters of one message: laying out millions of them would hold the window up


class WorkshopPreview(QWidget):
    """`wished(item)`: a place from 1, or an id that was typed. `items_wished` while there is none."""

    wished = Signal(object)
    items_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self.back = buttons.icon_button("chevron-left", self.tr("The item before (Alt+Left)"), lambda: self.step(-1))
        self.back.setObjectName("item_before")
        self.on = buttons.icon_button("chevron-right", self.tr("The next item (Alt+Right)"), lambda: self.step(1))
        self.on.setObjectName("next_item")
        self.item = QLineEdit()
        self.item.setObjectName("preview_item")
        self.item.setAccessibleName(self.tr("Item, by its id"))
        self.item.setMaximumWidth(theme.px(170))
        self.item.returnPressed.connect(lambda: self.wished.emit(self.item.text().strip() or 1))
        self.place = text_label("", "secondary")
        self.takes = text_label("", "secondary", wrap=True)
        self.takes.setObjectName("preview_takes")
        self.notice = InlineNotice()
        self.text = QPlainTextEdit()
        self.text.setObjectName("preview_text")
        self.text.setAccessibleName(self.tr("What is sent"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(fixed_font())
        self.empty = EmptyState(
            "table-large-plus",
            self.tr("No items yet"),
            self.tr("Import items, to see word for word what an agent is sent about each of them."),
            self.tr("Go to Items"),
            self.items_wished.emit,
        )
        self._lay_out()

    def step(self, by: int) -> None:
        """To another item; at the ends it stays where it is."""
        if self._preview is not None and self._preview.items:
            self.wished.emit(min(max(self._preview.place + by, 1), self._preview.items))

    def show_preview(self, preview: Preview) -> None:
        self._preview = preview
        sent = preview.sent
        self.back.setEnabled(preview.place > 1)
        self.on.setEnabled(preview.place < preview.items)
        self.place.setText(
            self.tr("{place} of {items}").format(place=figure(preview.place), items=figure(preview.items))
            if sent
            else ""
        )
        self._faces.setCurrentWidget(self.text if preview.items else self.empty)
        if sent is not None and (not self.item.hasFocus() or not self.item.isModified()):
            self.item.setText(sent.item)
        self.item.setModified(False)
        self.takes.setText(self._takes(preview))
        self.notice.show_text(
            self.tr("This item is one of the examples, so it is not asked about.") * preview.is_example
        )
        self._show_messages(preview)

    def show_failure(self) -> None:
        """The draft cannot be used as it stands; what was shown before would be of another one."""
        self.takes.setText("")
        self.notice.show_text(self.tr("There is nothing to show before that is mended."))
        self.text.setPlainText("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._preview is not None:
            self._show_messages(self._preview)

    def _takes(self, preview: Preview) -> str:
        if preview.sent is None:
            return ""
        if preview.estimate is None:
            sentence = self.tr("The prompt is {n} characters long, which is more than models read.")
            return sentence.format(n=figure(preview.length))
        return preview.estimate.sentence

    def _show_messages(self, preview: Preview) -> None:
        scrolled = self.text.verticalScrollBar().value()
        self.text.setPlainText("")
        if preview.sent is None:
            return
        parts = [(message["role"], message["content"]) for message in preview.sent.messages]
        if preview.sent.start:
            parts.append(("start", preview.sent.start))
        cursor = self.text.textCursor()
        for place, (role, content) in enumerate(parts):
            cursor.insertText(f"{self._role(role)}\n" if not place else f"\n\n{self._role(role)}\n", _title())
            cursor.insertText(self._cut(content), QTextCharFormat())
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.verticalScrollBar().setValue(scrolled)

    def _role(self, role: str) -> str:
        names = {
            "system": self.tr("System"),
            "user": self.tr("User"),
            "assistant": self.tr("Assistant"),
            "start": self.tr("The answer begins with"),
        }
        return names.get(role, role)

    def _cut(self, text: str) -> str:
        if len(text) <= MOST_SHOWN:
            return text
        rest = self.tr("… and {n} more characters").format(n=figure(len(text) - MOST_SHOWN))
        return f"{text[:MOST_SHOWN]}\n{rest}"

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        for widget in (self.back, self.item, self.on, self.place):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.takes)
        column.addWidget(self.notice)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.text)
        self._faces.addWidget(self.empty)
        column.addWidget(self._faces, 1)


def _title() -> QTextCharFormat:
    found = QTextCharFormat()
    found.setForeground(theme.colour("muted"))
    found.setFont(theme.font(theme.SECONDARY, semibold=True))
    return found
