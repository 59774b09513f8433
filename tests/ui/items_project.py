"""The Items page on a small project with answers of an LLM and of a person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.services import importing, merging, project_file, routing
from annotator.ui.item_table import Column
from annotator.ui.pages.items import ItemsPage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SURE = {"r1": 0.95, "r2": 0.2, "r3": 0.62, "r4": 0.9}


def fill(path: Path) -> None:
    """An LLM calls r1 and r3 positive, r2 and r4 negative; Mira disagrees about r3. What it is unsure of waits."""
    db = project_file.open_project(path)
    llm = path.with_name("llm.csv")
    rows = [
        f"{item},gpt,llm,{'negative' if item in ('r2', 'r4') else 'positive'},{sure}" for item, sure in SURE.items()
    ]
    llm.write_text("\n".join(["item,annotator,kind,label,confidence", *rows, "r3,Mira,human,negative,"]))
    importing.import_labels(db, llm)
    routing.route(db, threshold=0.5, audit_share=0)
    merging.merge_and_store(db)
    db.close()


def shown(page: ItemsPage) -> list[str]:
    """The ids in the table."""
    return [str(page.model.index(row, Column.ID).data()) for row in range(page.model.rowCount())]


def selected(page: ItemsPage) -> list[str]:
    rows = {page.model.item_id(row): name for row, name in enumerate(shown(page))}
    return [rows[item_id] for item_id in page.table.selected_ids().tolist()]


def choose(qtbot: QtBot, *texts: str) -> None:
    """Go through the menu that is open, and its submenus, by keys."""
    for position, text in enumerate(texts):
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            active = menu.activeAction()
            if active is not None and active.text() == text:
                break
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        active = menu.activeAction()
        assert active is not None
        assert active.text() == text
        last = position == len(texts) - 1
        qtbot.keyClick(menu, Qt.Key.Key_Return if last else Qt.Key.Key_Right)
