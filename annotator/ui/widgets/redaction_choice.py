"""What is taken out of texts before they are sent, with a text as it is stored and as it would be sent."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.domain.redaction import Private, Redaction
from annotator.services.redaction_preview import Preview
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.text import text_label

_TYPING = 250  # ms without a key press before a list of names counts
_SEEN = 92  # px of each text of the preview


class RedactionChoice(QWidget):
    """Changing it makes another agent: one that reads other texts."""

    changed = Signal()
    preview_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set: Redaction | None = None
        words = {
            Private.EMAIL: self.tr("e-mail addresses"),
            Private.PHONE: self.tr("phone numbers"),
            Private.CARD: self.tr("card numbers"),
            Private.IBAN: self.tr("IBANs"),
        }
        self.kinds = {kind: QCheckBox(word) for kind, word in words.items()}
        self.names = QLineEdit()
        self.names.setObjectName("redacted_names")
        self.names.setPlaceholderText(self.tr("names, separated by commas"))
        self.names.setAccessibleName(self.tr("Names that are taken out"))
        self.show_button = buttons.link(self.tr("Show an example"), self.preview_wished.emit)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._change)
        self.stored, self.sent = _text("text_stored"), _text("text_sent")
        self._about = text_label("", "secondary", wrap=True)
        self._preview = QWidget()
        self._lay_out()
        self._preview.hide()
        for kind, box in self.kinds.items():
            box.setObjectName(f"redact_{kind.value.lower()}")
            box.toggled.connect(lambda _: self._change())
        self.names.textChanged.connect(lambda _: self._typing.start())

    @property
    def redaction(self) -> Redaction:
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        if self._set is not None and self.names.text() == _line_of(self._set):
            return Redaction(kinds, self._set.names)
        names = [" ".join(name.split()) for name in self.names.text().split(",")]
        return Redaction(kinds, tuple(dict.fromkeys(name for name in names if name)))

    def set_redaction(self, redaction: Redaction) -> None:
        """Show another one; no signal follows. Its names, which may hold commas, stay as they are until edited."""
        self._set = redaction
        for kind, box in self.kinds.items():
            box.blockSignals(True)
            box.setChecked(kind in redaction.kinds)
            box.blockSignals(False)
        self.names.blockSignals(True)
        self.names.setText(_line_of(redaction))
        self.names.blockSignals(False)
        self._preview.hide()

    def show_preview(self, found: Preview | None) -> None:
        """An item's text as stored and as sent."""
        self._preview.setVisible(found is not None)
        if found is None:
            return
        self.stored.setPlainText(found.stored)
        self.sent.setPlainText(found.sent)
        about = self.tr("Item {item}") if found.found else self.tr("Nothing was found to take out, as in item {item}")
        self._about.setText(about.format(item=found.item))

    def _change(self) -> None:
        self.changed.emit()
        if self._preview.isVisible():
            self.preview_wished.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(text_label(self.tr("Take out before sending"), "muted"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for box in self.kinds.values():
            row.addWidget(box)
        row.addStretch(1)
        column.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.names, 1)
        row.addWidget(self.show_button)
        column.addLayout(row)
        grid = QGridLayout(self._preview)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._about, 0, 0, 1, 2)
        for place, (title, text) in enumerate(
            ((self.tr("As stored"), self.stored), (self.tr("As sent"), self.sent)),
        ):
            grid.addWidget(text_label(title, "field"), 1, place)
            grid.addWidget(text, 2, place)
            text.setAccessibleName(title)
        column.addWidget(self._preview)


def _line_of(redaction: Redaction) -> str:
    return ", ".join(redaction.names)


def _text(name: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setObjectName(name)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setFixedHeight(theme.px(_SEEN))
    return text
