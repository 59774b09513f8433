"""Where an agent is written, and whether with the texts of items that it holds: chosen in one dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".toml"


def save_dialog(parent: QWidget, name: str) -> QFileDialog:
    """Asks for the file; nothing is written. Without texts unless somebody chooses otherwise."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent, translate("AgentSaving", "Export “{name}”").format(name=name))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    without = translate("AgentSaving", "Agent without texts of this project (*{suffix})")
    held = translate("AgentSaving", "Agent with its examples and the names it takes out (*{suffix})")
    dialog.setNameFilters([each.format(suffix=SUFFIX) for each in (without, held)])
    dialog.setDefaultSuffix(SUFFIX[1:])
    return dialog


def with_texts(dialog: QFileDialog) -> bool:
    """Whether texts of this project are to be in the file, too."""
    return dialog.selectedNameFilter() == dialog.nameFilters()[1]


def told(name: str, path: Path, *, texts: bool) -> str:
    """What was written, for people."""
    translate = QCoreApplication.translate
    sentence = (
        translate("AgentSaving", "“{name}” is in {file}, with its examples and the names that it takes out.")
        if texts
        else translate("AgentSaving", "“{name}” is in {file}, without texts of this project.")
    )
    return sentence.format(name=name, file=path.name)
