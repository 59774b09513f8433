"""The detail pane of the Items page: who answered when, the history, and similar items."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter
from annotator.domain.model import Changes
from annotator.services import adjudicating, annotating, importing, project_file
from annotator.services.project_file import Db
from annotator.ui.item_table import Column
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.flowing_text import FlowingText
from tests import projects
from tests.ui.items_project import CONTROL, fill, shown

TEXTS = ("The parcel came late.", "Lovely, thank you!", "My parcel came very late.", "It broke on day one.")


@pytest.fixture
def page(qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: object) -> ItemsPage:
    path = make_project(texts=TEXTS)  # type: ignore[operator]
    fill(path)
    jobs.open(path)
    page = ItemsPage(Session(jobs, settings, jobs))
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4 and page._complete)
    return page


def texts(page: ItemsPage) -> list[str]:
    return [text.toPlainText() for text in page.detail.findChildren(FlowingText) if text.isVisible()]


def similar(page: ItemsPage) -> list[QPushButton]:
    return [button for button in page.detail.findChildren(QPushButton, "similar_item") if button.isVisible()]


def test_the_pane_follows_the_chosen_row(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.waitUntil(lambda: "The parcel came late." in texts(page))

    qtbot.keyClick(page.table, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: "Lovely, thank you!" in texts(page))


def test_the_history_stays_open_from_item_to_item(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.waitUntil(lambda: bool(texts(page)))
    qtbot.keyClick(page.table, Qt.Key.Key_J, CONTROL)
    qtbot.waitUntil(lambda: any(text.endswith("gpt: positive, imported") for text in texts(page)))

    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: any("Mira: negative" in text for text in texts(page)))
    qtbot.keyClick(page.table, Qt.Key.Key_J, CONTROL)
    qtbot.waitUntil(lambda: not any("Mira: negative" in text for text in texts(page)))


def test_a_similar_item_is_gone_to_also_where_a_filter_left_it_out(qtbot: QtBot, page: ItemsPage) -> None:
    page.shown(Filter(text="parcel very"))
    qtbot.waitUntil(lambda: shown(page) == ["r3"] and page._complete)
    qtbot.keyClick(page.table, Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: len(similar(page)) == 1, timeout=20_000)  # scikit-learn is loaded first
    assert similar(page)[0].text().startswith("r1 · The parcel")

    qtbot.mouseClick(similar(page)[0], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(shown(page)) == 4)
    qtbot.waitUntil(lambda: page.table.currentIndex().siblingAtColumn(Column.ID).data() == "r1")
    assert page.filters.filter == Filter()


def test_flags_and_comments_without_an_answer_are_shown_with_who_made_them(qtbot: QtBot, page: ItemsPage) -> None:
    def noted(db: Db) -> None:
        who = project_file.add_person(db, "Ann").id
        annotating.save_draft(db, who, 2, comment="is this praise?", flagged=True)

    with qtbot.waitSignal(page.session.summarised):
        page.session.write(noted, owner=page, done=lambda _: page.session.announce(Changes(annotations=True)))
    assert "“is this praise?”" not in texts(page)

    qtbot.keyClick(page.table, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: "“is this praise?”" in texts(page))
    lines = [label.text() for label in page.detail.findChildren(QLabel) if label.isVisible()]
    assert "Without an answer" in lines
    assert {"Ann", "flagged"} <= set(lines)


def test_a_decision_stands_beside_the_label_that_a_file_gave_before(
    qtbot: QtBot, page: ItemsPage, tmp_path: Path
) -> None:
    def decided(db: Db) -> Changes:
        projects.gold(db, tmp_path, [("r1", "positive")])
        return adjudicating.settle(db, project_file.people(db)[0].id, 1, projects.label_ids(db)["negative"])

    with qtbot.waitSignal(page.session.changed):
        page.session.write(decided, owner=page)

    def lines() -> list[str]:
        return [label.text() for label in page.detail.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: "Decision" in lines())
    shown_ = lines()
    assert shown_[shown_.index("Decision") + 1] == "negative"
    assert shown_[shown_.index("Gold") + 1] == "positive"


def test_the_items_text_grows_with_the_zoom_and_nothing_else_does(qtbot: QtBot, page: ItemsPage) -> None:
    def sizes() -> dict[str, float]:
        shown_ = [text for text in page.detail.findChildren(FlowingText) if text.isVisible()]
        return {text.toPlainText(): text.document().defaultFont().pointSizeF() for text in shown_}

    qtbot.waitUntil(lambda: "The parcel came late." in sizes())
    before, header = sizes(), page.table.font().pointSizeF()

    page.session.settings.zoom_by(1)

    assert {text for text, size in sizes().items() if size != before[text]} == {"The parcel came late."}
    assert sizes()["The parcel came late."] > before["The parcel came late."]
    assert page.table.font().pointSizeF() == header
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Lovely, thank you!" in sizes())
    assert sizes()["Lovely, thank you!"] > before["The parcel came late."]
    page.session.settings.zoom_by(0)
    assert sizes()["Lovely, thank you!"] == before["The parcel came late."]


def test_of_an_answer_whose_file_does_not_say_when_it_was_given_no_time_is_made_up(
    qtbot: QtBot, page: ItemsPage, tmp_path: Path
) -> None:
    path = tmp_path / "crowd.csv"
    path.write_text("item,annotator,label,seconds,answered_at\nr1,Ann,positive,4,\nr1,Bo,positive,5,2020-05-01T09:30\n")

    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: importing.import_labels(db, path), owner=page)

    qtbot.waitUntil(lambda: "imported · 4.0 s" in texts(page))
    assert any(text.startswith("2020-0") and text.endswith("5.0 s") for text in texts(page))
