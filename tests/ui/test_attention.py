"""What needs a look, on the Overview page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.services import importing
from annotator.ui.pages.overview import OverviewPage
from annotator.ui.session import Session


def test_rows_set_aside_lead_to_their_list(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.show()
    more = tmp_path / "more.csv"
    more.write_text("id,text\nr9,fine\n,no id here\n")
    mapping = importing.Mapping(("text",), "id")
    with qtbot.waitSignal(session.summarised):
        session.write(lambda db: importing.import_items(db, more, mapping=mapping), owner=page)
    rows = {row.accessibleName(): row for row in page.attention.findChildren(QPushButton)}

    with qtbot.waitSignal(session.go_requested) as asked:
        qtbot.mouseClick(rows["1 row set aside: it could not be imported from “more.csv”"], Qt.MouseButton.LeftButton)

    assert asked.args == ["items", "rejected"]
