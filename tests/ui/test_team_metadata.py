"""Columns of metadata go with the items of a package where the lead ticks them, and never by themselves."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.services import importing, project_file
from annotator.services.importing import Mapping
from annotator.storage import items
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.pages.team_send import SendTab
from tests import projects
from tests.services import sending
from tests.ui import windows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two items with metadata: shop and truth."""
    source = tmp_path / "rows.csv"
    source.write_text("id,text,shop,truth\na,one,Berlin,x\nb,two,Paris,y\n", encoding="utf-8")
    with closing(projects.make_project(tmp_path, texts=())) as db:
        importing.import_items(db, source, mapping=Mapping(("text",), "id", metadata=("shop", "truth")))
        return db.path


def send_tab(window: MainWindow) -> SendTab:
    assert window.view is not None
    window.view.go("team", ("send", None))
    page = window.view.page
    assert isinstance(page, TabbedPage)
    found = page.tab("send")
    assert isinstance(found, SendTab)
    return found


def sent_with(package: Path, folder: Path) -> list[dict[str, str]]:
    with closing(project_file.open_project(sending.opened(package, folder))) as db:
        return [item.metadata for item in items.page(db, items.ids(db))]


def test_what_is_ticked_goes_along_and_the_plan_says_so(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with windows.shown(qtbot, path) as window:
        send = send_tab(window)
        columns = send.form.metadata
        qtbot.waitUntil(lambda: columns.count() == 2)
        send.people.tick(["Ann"])
        send.people.changed.emit()
        qtbot.waitUntil(lambda: send.plan is not None)
        assert "Metadata" not in send.preview.about.text()
        send.write_to(tmp_path)
        qtbot.waitUntil(lambda: "is written" in send.result.text)
        assert sent_with(tmp_path / "small - Ann.annopack", tmp_path / "ann") == [{}, {}]

        columns.setFocus()
        qtbot.keyClick(columns, Qt.Key.Key_Space)
        send.people.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        send.people.tick(["Bo"])
        send.people.changed.emit()
        qtbot.waitUntil(lambda: "Metadata sent along: shop." in send.preview.about.text())
        send.write_to(tmp_path)
        qtbot.waitUntil(lambda: (tmp_path / "small - Bo.annopack").exists())
    found = sent_with(tmp_path / "small - Bo.annopack", tmp_path / "bo")
    assert sorted(found, key=str) == [{"shop": "Berlin"}, {"shop": "Paris"}]


def test_without_metadata_nothing_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path)) as db:
        path = db.path
    with windows.shown(qtbot, path) as window:
        send = send_tab(window)
        qtbot.waitUntil(lambda: send.form.source.count() > 0)
        assert not send.form.metadata.isVisible()
        assert send.form.metadata.chosen() == ()
