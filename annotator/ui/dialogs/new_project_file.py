"""First page of the wizard: which file holds the items."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.services.importing import Layout
from annotator.ui import theme
from annotator.ui.dialogs.new_project_source import ChosenFile
from annotator.ui.dialogs.wizard import WizardPage
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.text import text_label

_TYPING = 300  # ms without a key press before a typed path is looked at


class FilePage(WizardPage):
    """A path to type, browse for, or drop here; what was recognised is said in one sentence."""

    def __init__(self, source: ChosenFile, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("FilePage", "Choose the file with your texts"),
            QCoreApplication.translate(
                "FilePage", "A CSV, TSV, JSON Lines or plain-text file. It is read, never changed."
            ),
            parent,
        )
        self._source = source
        self.setAcceptDrops(True)
        self.edit = QLineEdit()
        self.edit.setObjectName("source_path")
        self.edit.setAccessibleName(self.tr("File with the items"))
        self.edit.setPlaceholderText(self.tr("Type a path, browse, or drop a file here"))
        browse = QPushButton(self.tr("Browse…"))
        browse.setObjectName("browse")
        browse.clicked.connect(self._browse)
        self._notice = InlineNotice()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._look)
        self.edit.textChanged.connect(lambda _: self._typing.start())
        source.changed.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(browse)
        self.body.addLayout(row)
        self.body.addWidget(self._notice)
        self._zone = DropZone()
        self.body.addWidget(self._zone, 1)

    def choose(self, path: Path) -> None:
        """As if the path had been typed, without waiting for more keys."""
        self.edit.setText(str(path))
        self._look()

    def isComplete(self) -> bool:
        return self._source.ready and not self._typing.isActive()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._zone.set_pointed(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._zone.set_pointed(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._zone.set_pointed(False)
        path = _file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.choose(path)

    def _browse(self) -> None:
        kinds = self.tr("Texts (*.csv *.tsv *.tab *.jsonl *.ndjson *.txt);;All files (*)")
        start = str(Path(self.edit.text()).parent) if self.edit.text() else ""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the file with your texts"), start, kinds)
        if path:
            self.choose(Path(path))

    def _look(self) -> None:
        self._typing.stop()
        text = self.edit.text().strip().removeprefix("file://")
        path = Path(text).expanduser() if text else None
        if path != self._source.path or self._source.problem:
            self._source.choose(path)
        self._show()

    def _show(self) -> None:
        if self._source.problem:
            self._notice.show_text(self._source.problem, "bad")
        elif self._source.inspection is not None:
            self._notice.show_text(self._recognised(), "good")
        else:
            self._notice.clear()
        self.completeChanged.emit()

    def _recognised(self) -> str:
        inspection = self._source.inspection
        assert inspection is not None
        columns = len(inspection.columns)
        kind = layout_name(inspection.layout, self)
        if columns == 1:
            return self.tr("Recognised: {kind}, {encoding}, one column.").format(
                kind=kind, encoding=inspection.layout.encoding
            )
        return self.tr("Recognised: {kind}, {encoding}, {n} columns.").format(
            kind=kind, encoding=inspection.layout.encoding, n=columns
        )


class DropZone(QWidget):
    """Where a file can be dropped; the whole page takes it, this shows so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointed = False
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(6))
        layout.addStretch(1)
        for widget in (
            IconLabel("file-download-outline", "faint", 40),
            text_label(self.tr("Drop a file here"), "item-title"),
            text_label(self.tr("One row is one item. The columns are chosen on the next pages."), "muted"),
        ):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def set_pointed(self, pointed: bool) -> None:
        """Whether a file is held over it."""
        self._pointed = pointed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if self._pointed else "faint"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("accent_soft" if self._pointed else "surface"))
        radius = theme.px(10)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)


def layout_name(layout: Layout, speaker: QWidget) -> str:
    """What such a file is called."""
    if layout.kind == "jsonl":
        return speaker.tr("JSON Lines")
    if layout.kind == "text":
        return speaker.tr("plain text, one item a line")
    separators = {
        ",": speaker.tr("commas"),
        ";": speaker.tr("semicolons"),
        "\t": speaker.tr("tabs"),
        "|": speaker.tr("vertical bars"),
    }
    return speaker.tr("a table with {separator}").format(separator=separators.get(layout.delimiter, layout.delimiter))


def _file(data: QMimeData) -> Path | None:
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if files else None
