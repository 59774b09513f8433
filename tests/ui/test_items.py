"""The Items page, and the table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.services import browsing, importing
from annotator.services.browsing import ItemRow
from annotator.ui.dialogs.import_items import ImportItemsWizard, ItemSource
from annotator.ui.item_table import LABEL, NUMBER, Column, ItemTable, fraction
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings


class Rows:
    """Rows made up from their ids, which counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, ids: Sequence[int]) -> list[ItemRow]:
        self.asked.append(list(ids))
        return [ItemRow(i, f"r{i}", f"text\n of {i}", "yes", 0.5, "no", 0.999, 3, "") for i in ids]


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ItemsPage:
    page = ItemsPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    return page


def cell(page: ItemsPage, row: int, column: Column) -> str:
    return str(page.model.index(row, column).data())


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    table = ItemTable(Rows())
    qtmodeltester.check(table)
    table.set_ids(range(1, 1_001))
    table.refresh()
    table.set_ids([])


def test_a_million_rows_fetch_only_the_pages_looked_at_and_keep_few() -> None:
    rows = Rows()
    table = ItemTable(rows)
    table.set_ids(range(1_000_000))
    assert rows.asked == []

    assert table.index(999_999, Column.ID).data() == "r999999"
    assert table.index(999_950, Column.TEXT).data() == "text of 999950"
    assert rows.asked == [list(range(999_950, 1_000_000))]

    for page in range(ItemTable.PAGES_KEPT + 1):
        table.index(page * ItemTable.PAGE_ROWS, 0).data()
    assert len(rows.asked) == ItemTable.PAGES_KEPT + 2
    table.index(999_999, 0).data()  # was given up for the later pages
    assert len(rows.asked) == ItemTable.PAGES_KEPT + 3


def test_a_cell_has_its_label_and_number_apart() -> None:
    table = ItemTable(Rows())
    table.set_ids([7])
    llm, consensus = table.index(0, Column.LLM), table.index(0, Column.CONSENSUS)

    assert (llm.data(LABEL), llm.data(NUMBER), llm.data()) == ("yes", ".50", "yes .50")
    assert consensus.data(NUMBER) == "> .99"


def test_what_is_not_certain_is_never_written_as_certain() -> None:
    assert [fraction(p) for p in (None, 0.0, 0.994, 0.9951, 1.0)] == ["", ".00", ".99", "> .99", "1.00"]


def test_an_item_that_has_gone_leaves_an_empty_row_behind() -> None:
    table = ItemTable(lambda ids: [])
    table.set_ids([1])

    assert table.index(0, Column.TEXT).data() == ""


def test_the_page_shows_all_items_and_the_first_one_in_detail(page: ItemsPage) -> None:
    assert [cell(page, row, Column.ID) for row in range(4)] == ["r1", "r2", "r3", "r4"]
    assert page.table.currentIndex().row() == 0
    assert page.search.isVisible()


def test_typing_searches_ids_and_texts(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, "REFUND")

    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert cell(page, 0, Column.ID) == "r3"


def test_nothing_found_offers_to_show_all_items(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.keyClicks(page.search, "no such text")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)

    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Show all items")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_labels_of_others_come_in_and_rows_that_cannot_be_used_are_listed(
    qtbot: QtBot, page: ItemsPage, tmp_path: Path
) -> None:
    crowd = tmp_path / "crowd.csv"
    crowd.write_text("task,worker,label\nr1,ann,negative\nr2,ann,positive\nr9,ann,positive\nr3,ann,splendid\n")

    with qtbot.waitSignal(page.session.told) as told:
        page.import_labels(crowd)

    assert told.args == ["2 answers added, 2 set aside.", "warn"]
    qtbot.waitUntil(lambda: cell(page, 0, Column.ANSWERS) == "1")
    table = page.rejected.table
    assert table.isVisible()
    assert [[table.item(row, column).text() for column in (0, 1)] for row in range(2)] == [
        ["crowd.csv", "4"],
        ["crowd.csv", "5"],
    ]


def test_rows_that_are_set_aside_for_the_same_reason_are_told_together(
    qtbot: QtBot, page: ItemsPage, tmp_path: Path
) -> None:
    crowd = tmp_path / "crowd.csv"
    crowd.write_text("task,worker,label\nr1,ann,spm\nr2,ann,spm\nr9,ann,positive\n")

    with qtbot.waitSignal(page.session.told):
        page.import_labels(crowd)

    told = page.rejected.findChild(QLabel, "rejected_reasons")
    assert told.isVisible()
    assert told.text() == "“spm” is not one of this question's labels (2 rows, first in line 2)"
    assert page.rejected.table.item(2, 2).text() == "no item “r9” in the project"


def test_rows_set_aside_earlier_can_be_looked_at_again(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    crowd = tmp_path / "crowd.csv"
    crowd.write_text("task,worker,label\nr9,ann,positive\n")
    with qtbot.waitSignal(page.session.told):
        page.import_labels(crowd)
    close = next(b for b in page.rejected.findChildren(QPushButton) if b.text() == "Close")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not page.rejected.isVisible()
    page.shown()
    link = page.findChild(QPushButton, "rows_set_aside")
    qtbot.waitUntil(link.isVisible)

    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(page.rejected.isVisible)
    assert [page.rejected.table.item(0, column).text() for column in (0, 1)] == ["crowd.csv", "2"]


def test_rows_set_aside_of_a_file_that_is_imported_again_are_replaced(
    qtbot: QtBot, page: ItemsPage, tmp_path: Path
) -> None:
    crowd = tmp_path / "crowd.csv"
    crowd.write_text("task,worker,label\nr9,ann,positive\n")
    with qtbot.waitSignal(page.session.told):
        page.import_labels(crowd)

    with qtbot.waitSignal(page.session.told) as told:
        page.import_labels(crowd)
    page.imports.show_all_rejected()

    assert told.args == ["0 answers added, 1 set aside, 1 set aside before replaced.", "warn"]
    qtbot.waitUntil(page.rejected.isVisible)
    assert page.rejected.table.rowCount() == 1


def test_gold_comes_in_and_is_shown_in_the_table(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\nr1,negative\nr2,positive\n")

    with qtbot.waitSignal(page.session.told):
        page.import_gold(gold)

    qtbot.waitUntil(lambda: cell(page, 1, Column.GOLD) == "positive")
    assert not page.rejected.table.isVisible()


def test_a_file_that_is_none_is_said_in_one_sentence(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.session.told) as told:
        page.import_labels(tmp_path / "missing.csv")

    text, level = told.args
    assert "missing.csv" in text
    assert level == "bad"
    assert page.findChild(QPushButton, "import_labels").isEnabled()


def test_more_items_come_in_by_the_wizard(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    more = tmp_path / "more.csv"
    more.write_text("id,text\nr4,It broke on day one.\nr5,A fifth text\nr6,A sixth text\n")
    qtbot.mouseClick(page.findChild(QPushButton, "import_items"), Qt.MouseButton.LeftButton)
    wizard = page.findChild(ImportItemsWizard)
    wizard.file_page.choose(more)
    qtbot.waitUntil(wizard.file_page.isComplete)
    wizard.next()
    wizard.next()

    with qtbot.waitSignal(page.session.told) as told:
        wizard.accept()

    assert told.args == ["2 items added, 1 skipped.", "good"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)


def test_an_import_that_is_stopped_says_what_became_of_it(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    big = tmp_path / "big.csv"
    big.write_text("id,text\n" + "".join(f"n{n},some text to be labelled {n}\n" for n in range(50_000)))
    found = importing.inspect(big)
    with qtbot.waitSignal(page.session.told, timeout=20_000) as told:
        page.import_items(ItemSource(big, found.layout, found.mapping, "skip"))
        page.progress.stop_button.click()

    assert told.args == ["The import was stopped; nothing of “big.csv” was kept.", "info"]
    assert page.progress.isHidden()
    assert len(browsing.item_ids(page.session.read)) == 4
    assert page.findChild(QPushButton, "import_items").isEnabled()


def test_answers_given_elsewhere_appear_without_losing_the_chosen_row(
    qtbot: QtBot, page: ItemsPage, tmp_path: Path
) -> None:
    page.table.setCurrentIndex(page.model.index(2, 0))
    crowd = tmp_path / "crowd.csv"
    crowd.write_text("task,worker,label\nr3,ann,negative\n")

    page.import_labels(crowd)

    qtbot.waitUntil(lambda: cell(page, 2, Column.ANSWERS) == "1")
    assert page.table.currentIndex().row() == 2


def test_an_empty_project_offers_to_import(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: object
) -> None:
    jobs.open(make_project(texts=()))  # type: ignore[operator]
    page = ItemsPage(Session(jobs, settings))
    qtbot.addWidget(page)
    page.show()
    page.shown()

    qtbot.waitUntil(lambda: any(b.isVisible() and b.text() == "Import items…" for b in page.findChildren(QPushButton)))
    assert browsing.item_ids(jobs.read) == []
