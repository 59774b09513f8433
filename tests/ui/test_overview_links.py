"""The Overview page as a place to go on from: numbers, costs, and what needs a look, by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter, State
from annotator.services import adjudicating, annotating, browsing, merging, project_file, routing
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.overview import NUMBERS, OverviewPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests.projects import crowd, llm_answers
from tests.ui.conftest import MakeProject
from tests.ui.paid import asked

ITEMS = 12
Open = Callable[[Path], OverviewPage]


@pytest.fixture
def open_page(qtbot: QtBot, jobs: JobRunner, settings: Settings) -> Open:
    def opened(path: Path) -> OverviewPage:
        jobs.open(path)
        page = OverviewPage(Session(jobs, settings, jobs))
        qtbot.addWidget(page)
        page.resize(1092, 800)
        page.show()
        with qtbot.waitSignal(page.session.summarised):
            page.shown()
        return page

    return opened


@pytest.fixture
def every_state(make_project: MakeProject, tmp_path: Path) -> Path:
    """Twelve items, one or more in each state: r1 settled, r2 in conflict, r3 answered by Mira, r4 waiting, r5 to r10
    accepted, r11 and r12 not routed."""
    path = make_project(texts=tuple(f"text {n}" for n in range(ITEMS)))
    db = project_file.open_project(path)
    llm_answers(db, tmp_path, "bot", [(f"r{n}", "positive", 0.3 if n <= 4 else 0.9) for n in range(1, 11)])
    routing.route(db, threshold=0.8, audit_share=0)
    mira = project_file.add_person(db, "Mira").id
    labels = [label.id for label in project_file.question(db).labels]
    for item_id, label in ((1, 1), (2, 1), (3, 0)):
        annotating.answer(db, mira, annotating.turn_of(db, mira, item_id), labels[label], seconds=30)
    merging.merge_and_store(db)
    adjudicating.settle(db, mira, 1, labels[1])
    db.close()
    return path


def follow(qtbot: QtBot, page: OverviewPage, number: str, key: Qt.Key = Qt.Key.Key_Return) -> tuple[str, object]:
    """Where a number leads when that key is pressed on it."""
    button = page.flow.numbers[number]
    button.setFocus()
    with qtbot.waitSignal(page.session.go_requested) as went:
        qtbot.keyClick(button, key)
    assert went.args is not None
    where, argument = went.args
    return where, argument


def notices(page: OverviewPage) -> dict[str, QPushButton]:
    return {row.accessibleName(): row for row in page.attention.findChildren(QPushButton) if row.isVisible()}


def noticed(qtbot: QtBot, page: OverviewPage, words: str) -> QPushButton:
    """The row with these words, once it is in sight."""
    qtbot.waitUntil(lambda: any(words in name for name in notices(page)))
    [row] = [row for name, row in notices(page).items() if words in name]
    return row


def test_each_number_leads_by_enter_to_just_the_items_that_it_counts(
    qtbot: QtBot, open_page: Open, every_state: Path
) -> None:
    page = open_page(every_state)
    shown = {name: page.flow.numbers[name].number for name in NUMBERS}
    assert shown == {
        "items": 12,
        "llm_answered": 10,
        "accepted": 6,
        "answered_by_people": 1,
        "settled": 1,
        "waiting": 1,
        "in_conflict": 1,
        "not_routed": 2,
    }

    for name in NUMBERS:
        if name != "in_conflict":
            where, found = follow(qtbot, page, name)
            assert where == "items"
            assert isinstance(found, Filter)
            assert browsing.count(page.session.read, found) == shown[name], name
    assert follow(qtbot, page, "waiting", Qt.Key.Key_Space) == ("items", Filter(states=(State.WAITING,)))


def test_conflicts_lead_to_review_where_they_are_settled(qtbot: QtBot, open_page: Open, every_state: Path) -> None:
    page = open_page(every_state)

    assert follow(qtbot, page, "in_conflict") == ("review", None)
    in_conflict = page.session.summary.behind("in_conflict") if page.session.summary else None
    assert in_conflict is not None
    assert browsing.count(page.session.read, in_conflict) == 1


def test_where_no_llm_has_answered_its_number_leads_to_where_one_is_chosen(
    qtbot: QtBot, open_page: Open, make_project: MakeProject
) -> None:
    page = open_page(make_project())

    assert follow(qtbot, page, "llm_answered") == ("agents", "label")


def test_what_it_has_cost_so_far_names_unknown_prices_and_leads_to_the_costs(
    qtbot: QtBot, open_page: Open, make_project: MakeProject
) -> None:
    path = make_project()
    db = project_file.open_project(path)
    asked(db, "dear", lambda request: "positive | 90", 0.01)
    asked(db, "riddle", lambda request: "negative | 60", None)
    mira = project_file.add_person(db, "Mira").id
    label = project_file.question(db).labels[0].id
    annotating.answer(db, mira, annotating.turn_of(db, mira, 1), label, seconds=120)
    db.close()
    page = open_page(path)
    qtbot.waitUntil(page.who.cost.isVisible)
    assert page.who.cost.text() == ("Cost so far: $0.04, an unknown price for 4 requests, 352 tokens, 2 min of people")

    page.who.cost_link.setFocus()
    with qtbot.waitSignal(page.session.go_requested) as went:
        qtbot.keyClick(page.who.cost_link, Qt.Key.Key_Return)

    assert went.args == ["agents", "costs"]


def test_costs_are_read_anew_only_when_work_was_done(
    qtbot: QtBot, open_page: Open, make_project: MakeProject, tmp_path: Path
) -> None:
    page = open_page(make_project())
    read: list[object] = []
    page.beside.costs_read.connect(read.append)
    qtbot.waitUntil(lambda: len(read) == 1)
    assert page.who.cost.isHidden()

    with qtbot.waitSignal(page.session.summarised):
        page.session.refresh_summary()
    with qtbot.waitSignals([page.session.summarised, page.beside.costs_read]):
        page.session.write(lambda db: crowd(db, tmp_path, [("r1", "ann", "positive")]), owner=page)

    assert len(read) == 2
    assert page.who.cost.text() == "Cost so far: time of people that was not measured"


def test_enter_on_items_that_were_left_out_leads_to_where_an_llm_answers_them(
    qtbot: QtBot, open_page: Open, every_state: Path
) -> None:
    page = open_page(every_state)
    row = noticed(qtbot, page, "2 items not routed: no LLM has answered them, so routing leaves them out")

    row.setFocus()
    with qtbot.waitSignal(page.session.go_requested) as went:
        qtbot.keyClick(row, Qt.Key.Key_Return)

    assert went.args == ["agents", "label"]


def test_enter_on_answers_that_came_after_the_merge_merges_again(
    qtbot: QtBot, open_page: Open, every_state: Path
) -> None:
    page = open_page(every_state)
    row = noticed(qtbot, page, "since the last merge")

    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: not any("since the last merge" in name for name in notices(page)), timeout=20_000)


def test_an_annotator_to_look_at_is_named_and_leads_to_their_row(
    qtbot: QtBot, open_page: Open, make_project: MakeProject, tmp_path: Path
) -> None:
    path = make_project(texts=tuple(f"text {n}" for n in range(60)))
    db = project_file.open_project(path)
    names = ("positive", "negative", "neutral")
    rows = [(f"r{n + 1}", who, names[n % 3]) for n in range(60) for who in ("ann", "bob")]
    crowd(db, tmp_path, [*rows, *((f"r{n + 1}", "cleo", "positive") for n in range(60))])
    cleo = next(person.id for person in project_file.people(db) if person.name == "cleo")
    db.close()
    page = open_page(path)
    row = noticed(qtbot, page, "Annotator ")
    assert row.accessibleName().startswith("Annotator cleo: ")

    row.setFocus()
    with qtbot.waitSignal(page.session.go_requested) as went:
        qtbot.keyClick(row, Qt.Key.Key_Return)

    assert went.args == ["quality", ("people", cleo)]


def test_where_nothing_needs_a_look_it_says_so(open_page: Open, make_project: MakeProject) -> None:
    page = open_page(make_project())

    assert notices(page) == {}
    assert "Nothing needs a look right now." in [label.text() for label in page.attention.findChildren(QLabel)]


def test_in_a_narrow_window_the_cards_stand_below_one_another_and_nothing_is_cut_off(
    qtbot: QtBot, open_page: Open, every_state: Path
) -> None:
    page = open_page(every_state)
    area = page.findChild(QScrollArea)
    assert page.attention.x() > page.accuracy.x()

    page.resize(712, 600)  # that of the smallest window

    qtbot.waitUntil(lambda: page.attention.y() > page.accuracy.y())
    qtbot.waitUntil(lambda: area.widget().minimumSizeHint().width() <= area.viewport().width())
