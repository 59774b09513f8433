"""What is shown for a bug of ours."""

from __future__ import annotations

import importlib.metadata
import logging
import platform
import sys
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.logs import named
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.text import text_label

log = logging.getLogger(__name__)


def show_crash(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """For sys.excepthook: log the bug and show it; several at once make one dialog."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, where)
        return
    details = describe(kind, where)
    log.error("%s", details)
    if not any(isinstance(widget, CrashDialog) and widget.isVisible() for widget in QApplication.topLevelWidgets()):
        CrashDialog(details, QApplication.activeWindow()).open()


def describe(kind: type[BaseException], where: TracebackType | None) -> str:
    """Where it happened and in which versions. Not the error's own words, which may quote an item."""
    versions = (
        f"Annotator {importlib.metadata.version('annotator')}, Python {platform.python_version()}, Qt {qVersion()}"
    )
    return f"{versions}, {platform.platform()}\n{named(kind, where)}"


class CrashDialog(QDialog):
    """One sentence, and the details to be copied into a report."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("crash_dialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        column = QVBoxLayout(self)
        inside = theme.px(24)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(12))
        column.addWidget(text_label(self.tr("Something went wrong"), "item-title"))
        said = self.tr(
            "This is a bug in Annotator. Every answer shown as saved is in the project file. "
            "The details below hold no item text, no keys and no path of your home folder."
        )
        column.addWidget(text_label(said, "muted", wrap=True))
        column.addWidget(self.details, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(buttons.plain(self.tr("Copy details"), "content-copy", self.copy))
        close = buttons.filled(self.tr("Go on"), on_click=self.accept)
        close.setDefault(True)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(theme.px(680), theme.px(420))

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
