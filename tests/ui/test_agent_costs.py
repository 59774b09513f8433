"""The Costs tab of the Agents page: the ledger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.domain.model import NewAnnotation, Status
from annotator.services import annotating, ledger, prices, project_file, setting_up
from annotator.services.prices import ModelPrice
from annotator.storage import answers
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.agent_costs import CostsTab
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests.ui.paid import asked, gold, tried

Open = Callable[[Path], CostsTab]


@pytest.fixture
def open_tab(qtbot: QtBot, jobs: JobRunner, settings: Settings) -> Open:
    def opened(path: Path) -> CostsTab:
        jobs.open(path)
        tab = CostsTab(Session(jobs, settings, jobs))
        qtbot.addWidget(tab)
        tab.resize(1036, 640)
        tab.show()
        tab.shown()
        return tab

    return opened


@pytest.fixture
def worked(make_project: Callable[..., Path], tmp_path: Path) -> Path:
    """Four items: one agent at a cent each, right in one of two gold items; one of unknown price; and a person."""
    path = make_project()
    db = project_file.open_project(path)
    gold(db, tmp_path, {"r1": "negative", "r2": "positive"})
    asked(db, "dear", lambda request: "positive | 90", 0.01)
    asked(db, "riddle", lambda request: "negative | 60", None)
    mira = project_file.add_person(db, "Mira").id
    label = project_file.question(db).labels[0].id
    for item_id, seconds in ((1, 30.0), (2, 90.0), (3, None)):
        annotating.answer(db, mira, annotating.turn_of(db, mira, item_id), label, seconds=seconds)
    db.close()
    return path


@pytest.fixture
def tab(qtbot: QtBot, open_tab: Open, worked: Path) -> CostsTab:
    tab = open_tab(worked)
    qtbot.waitUntil(lambda: tab.agents.rowCount() == 2)
    return tab


def test_an_agent_has_its_labels_tokens_money_and_the_price_of_a_right_label(tab: CostsTab) -> None:
    row = [tab.agents.text(0, column) for column in range(8)]
    assert row == ["ollama/dear", "4", "4", "0", "160", "16", "$0.04", "$0.02"]


def test_an_unknown_price_is_called_unknown_and_never_counted_as_nothing(tab: CostsTab) -> None:
    assert [tab.agents.text(1, column) for column in (6, 7)] == ["unknown", "unknown"]
    assert tab.totals.number("money") == "$0.04"
    assert tab.totals.note("money") == "and an unknown price for 4 requests"


def test_where_no_price_is_known_the_total_is_unknown_too(
    qtbot: QtBot, open_tab: Open, make_project: Callable[..., Path]
) -> None:
    path = make_project()
    db = project_file.open_project(path)
    asked(db, "riddle", lambda request: "negative | 60", None)
    db.close()
    tab = open_tab(path)
    qtbot.waitUntil(lambda: tab.agents.rowCount() == 1)

    assert (tab.totals.number("money"), tab.totals.note("money")) == ("unknown", "price of 4 requests")
    assert tab.agents.text(0, 7) == "no gold yet"
    assert tab.people_note.isVisible()


def test_a_persons_minutes_are_those_that_were_measured(tab: CostsTab) -> None:
    assert [tab.people.text(0, column) for column in range(5)] == ["Mira", "3", "2.0 min", "60.0 s", "1"]
    assert tab.totals.number("minutes") == "2.0 min"
    assert tab.totals.note("minutes") == "and an unknown time for 1 answer"


def test_energy_is_estimated_once_there_is_a_factor_and_no_longer_without(qtbot: QtBot, tab: CostsTab) -> None:
    assert (tab.totals.number("energy"), tab.totals.note("energy")) == ("–", "not estimated")
    assert tab.agents.isColumnHidden(9)

    qtbot.keyClicks(tab.factor, "0,5")
    qtbot.keyClick(tab.factor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: tab.totals.number("energy") == "0.176 Wh")
    assert tab.totals.note("energy") == "an estimate"
    assert [tab.agents.text(row, 9) for row in (0, 1)] == ["0.088 Wh", "0.088 Wh"]
    assert tab.factor.text() == "0.5"
    tab.factor.selectAll()
    qtbot.keyClick(tab.factor, Qt.Key.Key_Delete)
    qtbot.keyClick(tab.factor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.totals.number("energy") == "–")
    assert ledger.energy_factor(tab.session.read) is None


@pytest.mark.parametrize("typed", ["much", "-1", "2000"])
def test_a_factor_that_cannot_be_is_refused_with_a_sentence(qtbot: QtBot, tab: CostsTab, typed: str) -> None:
    with qtbot.waitSignal(tab.session.told) as told:
        qtbot.keyClicks(tab.factor, typed)
        qtbot.keyClick(tab.factor, Qt.Key.Key_Return)

    assert typed in str(told.args[0]).replace(",", "")
    assert tab.factor.text() == ""
    assert ledger.energy_factor(tab.session.read) is None


def test_the_price_of_a_model_that_nobody_lists_is_set_in_place_and_forgotten(qtbot: QtBot, tab: CostsTab) -> None:
    tab.agents.setCurrentCell(0, 0)
    assert not tab.price.isVisible()  # its price is known
    tab.agents.setCurrentCell(1, 0)

    qtbot.keyClicks(tab.price.each_in, "0.5")
    qtbot.keyClick(tab.price.each_in, Qt.Key.Key_Return)
    assert tab.price.each_out.hasFocus()
    qtbot.keyClicks(tab.price.each_out, "1.5")
    qtbot.keyClick(tab.price.each_out, Qt.Key.Key_Return)

    qtbot.waitUntil(tab.price.forget_button.isVisible)
    assert prices.every(tab.session.read) == [ModelPrice("ollama/riddle", 0.5, 1.5)]
    assert tab.totals.note("money") == "and an unknown price for 4 requests"  # what was asked before stays so
    qtbot.mouseClick(tab.price.forget_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.price.forget_button.isVisible())
    assert prices.every(tab.session.read) == []


def test_both_tables_are_copied_as_text_for_a_spreadsheet(qtbot: QtBot, tab: CostsTab) -> None:
    qtbot.mouseClick(tab.copy_button, Qt.MouseButton.LeftButton)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Agent\tAnswers\tRequests")
    assert lines[0].endswith("Time")  # the column of energy is not in sight
    assert lines[1].startswith("ollama/dear\t4\t4\t0")
    assert lines[-1] == "Mira\t3\t2.0 min\t60.0 s\t1"


def test_what_trying_agents_out_took_has_a_row_so_that_the_rows_come_to_the_total(
    qtbot: QtBot, open_tab: Open, worked: Path
) -> None:
    db = project_file.open_project(worked)
    tried(db, "new", lambda request: "neutral | 50", 0.03, 2)
    db.close()
    tab = open_tab(worked)

    qtbot.waitUntil(lambda: tab.agents.rowCount() == 3)
    assert [tab.agents.text(2, column) for column in range(7)] == [
        "Trying agents out",
        "–",
        "2",
        "–",
        "80",
        "8",
        "$0.06",
    ]
    assert tab.totals.number("money") == "$0.10"
    tab.agents.setCurrentCell(2, 0)
    assert not tab.price.isVisible()


def test_other_questions_have_a_row_in_either_table_so_that_the_rows_come_to_the_total(
    qtbot: QtBot, open_tab: Open, worked: Path
) -> None:
    db = project_file.open_project(worked)
    setting_up.add_question(db, project_file.make_question("Topic", "What is it about?", ["price", "taste"]))
    topic = project_file.look_at(db, "Topic")
    asked(db, "dear", lambda request: "price | 50", 0.03)
    mira = next(person.id for person in project_file.people(db) if person.name == "Mira")
    for item_id, seconds in ((1, 6.0), (2, None)):
        new = NewAnnotation(item_id, Status.LABEL, topic.labels[0].id, seconds=seconds)
        answers.record(db, mira, topic.id, [new])
    db.close()
    tab = open_tab(worked)

    qtbot.waitUntil(lambda: tab.agents.rowCount() == 3)
    row = [tab.agents.text(2, column) for column in range(8)]
    assert row == ["Other questions", "–", "4", "0", "160", "16", "$0.12", "–"]
    assert (tab.totals.number("money"), tab.totals.number("tokens")) == ("$0.16", "528")
    row = [tab.people.text(1, column) for column in range(5)]
    assert row == ["Other questions", "2", "6 s", "6.0 s", "1"]
    assert (tab.totals.number("minutes"), tab.totals.note("minutes")) == (
        "2.1 min",
        "and an unknown time for 2 answers",
    )
    tab.agents.setCurrentCell(2, 0)
    assert not tab.price.isVisible()


def test_esc_goes_back_to_the_factor_that_is_stored(qtbot: QtBot, tab: CostsTab) -> None:
    qtbot.keyClicks(tab.factor, "12")
    qtbot.keyClick(tab.factor, Qt.Key.Key_Escape)

    assert tab.factor.text() == ""
    assert ledger.energy_factor(tab.session.read) is None


def test_before_anybody_answered_the_tab_leads_to_the_agents(
    qtbot: QtBot, open_tab: Open, make_project: Callable[..., Path]
) -> None:
    tab = open_tab(make_project())
    qtbot.waitUntil(tab.empty.isVisible)

    with qtbot.waitSignal(tab.session.go_requested) as went:
        qtbot.keyClick(tab, Qt.Key.Key_Return)

    assert went.args[0] == "agents"


def test_a_card_without_rows_leaves_its_height_to_the_other(
    qtbot: QtBot, open_tab: Open, make_project: Callable[..., Path]
) -> None:
    path = make_project()
    db = project_file.open_project(path)
    mira = project_file.add_person(db, "Mira").id
    annotating.answer(db, mira, annotating.turn_of(db, mira, 1), project_file.question(db).labels[0].id, seconds=3.0)
    db.close()
    tab = open_tab(path)
    qtbot.waitUntil(lambda: tab.people.rowCount() == 1)

    assert tab.agents_note.isVisible()
    empty, filled = (table.parentWidget() for table in (tab.agents, tab.people))
    qtbot.waitUntil(lambda: empty.height() <= empty.sizeHint().height() < filled.height())


def test_a_tab_that_nobody_looks_at_reads_nothing(qtbot: QtBot, tab: CostsTab) -> None:
    tab.hide()
    tab.session.write(lambda db: ledger.set_energy_factor(db, 1.0), owner=tab)
    qtbot.waitUntil(lambda: ledger.energy_factor(tab.session.read) == 1.0)
    with qtbot.waitSignal(tab.session.summarised):
        tab.session.refresh_summary()  # on the thread that would have read the ledger before

    assert tab.totals.number("energy") == "–"
    tab.show()
    tab.shown()
    qtbot.waitUntil(lambda: tab.totals.number("energy") == "0.352 Wh")


def test_the_titles_of_the_cards_are_in_line(tab: CostsTab) -> None:
    titles = [label for label in tab.findChildren(QLabel) if label.property("role") == "card-title"]
    seen = {label.text(): label.mapTo(tab, QPoint()).x() for label in titles if label.isVisible()}

    assert set(seen) == {"In all", "Agents", "People"}
    assert len(set(seen.values())) == 1


def test_in_a_small_window_names_keep_their_room_and_the_copied_table_all_columns(qtbot: QtBot, tab: CostsTab) -> None:
    tab.copy()
    whole = QGuiApplication.clipboard().text()
    before = tab.agents.columnWidth(0)

    tab.resize(656, 520)

    header = tab.agents.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() <= tab.agents.viewport().width())
    assert tab.agents.columnWidth(0) > min(before, 120)
    cell = tab.agents.item(0, 0)
    assert cell is not None
    assert "dear: 4 requests, 0 from the cache; " in cell.toolTip()
    tab.copy()
    assert QGuiApplication.clipboard().text() == whole
