"""The Quality page: who answered how well, and merging."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter
from annotator.services import adjudicating, agreement, browsing, importing, merging, project_file
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.quality import QualityPage
from annotator.ui.pages.quality_agreement import AgreementTab
from annotator.ui.pages.quality_people import AnnotatorsTab
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.confusion_grid import ConfusionGrid, ConfusionTable, written

ANSWERS = {"ann": "negative positive negative negative", "bob": "negative positive negative neutral"}


@pytest.fixture
def crowded(jobs: JobRunner, settings: Settings, make_project: object, tmp_path: Path) -> Session:
    """A session on four items with answers of two people and gold for two items."""
    path = make_project()  # type: ignore[operator]
    db = project_file.open_project(path)
    crowd, gold = tmp_path / "crowd.csv", tmp_path / "gold.csv"
    rows = [f"r{n},{who},{label}" for who, said in ANSWERS.items() for n, label in enumerate(said.split(), 1)]
    crowd.write_text("\n".join(["task,worker,label", *rows]))
    gold.write_text("item,label\nr1,negative\nr4,negative\n")
    importing.import_labels(db, crowd, simulated=True)
    importing.import_gold(db, gold)
    db.close()
    jobs.open(path)
    return Session(jobs, settings)


@pytest.fixture
def page(qtbot: QtBot, crowded: Session) -> QualityPage:
    page = QualityPage(crowded)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: people_of(page).annotators.rowCount() == 2 and page.merging.isVisible())
    return page


def people_of(page: QualityPage) -> AnnotatorsTab:
    tab = page.tab("people")
    assert isinstance(tab, AnnotatorsTab)
    return tab


def agreement_of(page: QualityPage) -> AgreementTab:
    tab = page.tab("agreement")
    assert isinstance(tab, AgreementTab)
    return tab


def merge_by(qtbot: QtBot, page: QualityPage, method: str) -> None:
    page.merging.method.setCurrentIndex(page.merging.method.findData(method))
    with qtbot.waitSignal(page.session.told):
        qtbot.mouseClick(page.merging.button, Qt.MouseButton.LeftButton)


def test_everybody_is_listed_with_answers_and_accuracy_on_gold(page: QualityPage) -> None:
    rows = [[people_of(page).annotators.text(row, column) for column in range(4)] for row in range(2)]

    assert rows[0][:3] == ["ann", "4", ""]
    assert "simulated" in people_of(page).annotators.item(0, 0).toolTip()
    assert rows[0][3].startswith("100 %")
    assert rows[1][3].startswith("50 %")
    assert "of 2 (" in rows[1][3]


def test_before_merging_the_page_says_how_to(page: QualityPage) -> None:
    assert "Merge now" in page.merging.state.text
    assert not people_of(page).card.grid.isVisible()


def test_merge_now_puts_a_result_in_force_and_shows_reliabilities(qtbot: QtBot, page: QualityPage) -> None:
    merge_by(qtbot, page, "dawid-skene")

    qtbot.waitUntil(lambda: people_of(page).annotators.text(0, 2) != "")
    state = merging.state(page.session.read)
    assert state is not None
    assert state.method == "dawid-skene"
    assert "4 items merged by dawid-skene" in page.merging.state.text


def in_front(qtbot: QtBot, page: QualityPage) -> None:
    """Where keys reach it, before anything was read."""
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()


def test_merging_works_by_key_while_the_page_still_reads(qtbot: QtBot, crowded: Session) -> None:
    page = QualityPage(crowded)
    qtbot.addWidget(page)
    in_front(qtbot, page)
    assert page.merging.isHidden()

    with qtbot.waitSignal(crowded.merging.ended):
        qtbot.keyClick(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert merging.state(crowded.read) is not None


def test_merging_by_key_without_answers_says_so(qtbot: QtBot, session: Session) -> None:
    page = QualityPage(session)
    qtbot.addWidget(page)
    in_front(qtbot, page)

    with qtbot.waitSignal(session.told) as told:
        qtbot.keyClick(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert told.args[0] == "There are no answers to merge yet."


def test_the_confusion_matrix_is_that_of_the_chosen_annotator(qtbot: QtBot, page: QualityPage) -> None:
    merge_by(qtbot, page, "dawid-skene")
    qtbot.waitUntil(people_of(page).card.grid.isVisible)
    reports = {r.annotator.name: r for r in merging.annotator_report(page.session.read)}

    people_of(page).annotators.setFocus()
    qtbot.keyClick(people_of(page).annotators, Qt.Key.Key_Down)

    matrix = reports["bob"].confusion
    assert matrix is not None
    table = people_of(page).card.grid.table
    shown = [[table.index(k, t).data() for t in range(3)] for k in range(3)]
    assert shown == [[written(matrix[k, t]) for t in range(3)] for k in range(3)]
    assert shown != [[written(p) for p in row] for row in reports["ann"].confusion]  # type: ignore[union-attr]


def test_answers_after_the_merge_make_it_stale(qtbot: QtBot, page: QualityPage, tmp_path: Path) -> None:
    merge_by(qtbot, page, "majority-vote")
    late = tmp_path / "late.csv"
    late.write_text("task,worker,label\nr1,cy,positive\n")

    page.session.write(lambda db: importing.import_labels(db, late), owner=page)

    qtbot.waitUntil(lambda: "came after it" in page.merging.state.text)
    qtbot.waitUntil(lambda: people_of(page).annotators.rowCount() == 3)  # the tables come after the sentence


def test_without_answers_the_page_leads_to_the_agents(qtbot: QtBot, session: Session) -> None:
    page = QualityPage(session)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: any(b.isVisible() for b in page.findChildren(QPushButton)))
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Pre-label with an LLM")
    qtbot.waitUntil(button.isVisible)

    with qtbot.waitSignal(session.go_requested) as gone:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert gone.args[0] == "agents"


def test_the_confusion_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    table = ConfusionTable()
    qtmodeltester.check(table)
    table.show_matrix(("yes", "no"), np.array([[0.9, 0.2], [0.1, 0.8]]))
    assert table.index(0, 1).data() == "20"
    assert "20 %" in table.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    table.show_matrix((), None)


def test_a_cell_of_the_matrix_opens_its_items_by_key(qtbot: QtBot, page: QualityPage) -> None:
    merge_by(qtbot, page, "dawid-skene")
    card = people_of(page).card
    qtbot.waitUntil(card.grid.isVisible)
    card.chooser.setCurrentIndex(card.chooser.findData("gold"))
    qtbot.waitUntil(lambda: card.grid.table.counts is not None)
    assert card.grid.table.counts is not None
    assert card.grid.table.counts.tolist() == [[0, 0, 0], [0, 2, 0], [0, 0, 0]]
    card.grid.setCurrentIndex(card.grid.table.index(1, 1))

    with qtbot.waitSignal(page.session.go_requested) as gone:
        qtbot.keyClick(card.grid, Qt.Key.Key_Return)

    where, wanted = gone.args
    assert where == "items"
    assert isinstance(wanted, Filter)
    rows = browsing.rows(page.session.read, browsing.find(page.session.read, wanted).tolist())
    assert [row.external_id for row in rows] == ["r1", "r4"]


def test_the_items_of_a_cell_are_as_many_as_its_number(qtbot: QtBot, page: QualityPage) -> None:
    merge_by(qtbot, page, "majority-vote")
    people = people_of(page)
    people.annotators.setCurrentCell(1, 0)
    people.card.chooser.setCurrentIndex(people.card.chooser.findData("merged"))
    qtbot.waitUntil(lambda: people.card.grid.table.counts is not None)
    counts = people.card.grid.table.counts
    assert counts is not None

    for row in range(3):
        for column in range(3):
            with qtbot.waitSignal(page.session.go_requested) as gone:
                people.card.grid.choose(row, column)
            assert browsing.count(page.session.read, gone.args[1]) == counts[row, column]
    assert counts.sum() == 4


def test_a_cell_beside_gold_leaves_out_what_was_decided_in_a_dispute(
    qtbot: QtBot, crowded: Session, page: QualityPage
) -> None:
    with closing(project_file.open_project(crowded.path)) as db:
        lead = project_file.add_person(db, "Lea").id
        third = browsing.find(db, Filter()).tolist()[2]
        [label] = {each.label_id for each in browsing.answers_to(db, third)}
        adjudicating.settle(db, lead, third, label)  # everybody said so; the item did not come at random
    people = people_of(page)
    people.card.chooser.setCurrentIndex(people.card.chooser.findData("gold"))
    qtbot.waitUntil(lambda: people.card.grid.table.counts is not None)
    counts = people.card.grid.table.counts
    assert counts is not None
    assert counts.sum() == 2

    for row in range(3):
        for column in range(3):
            with qtbot.waitSignal(page.session.go_requested) as gone:
                people.card.grid.choose(row, column)
            assert browsing.count(page.session.read, gone.args[1]) == counts[row, column]


def test_columns_have_numbers_where_their_names_do_not_fit(qtbot: QtBot) -> None:
    grid = ConfusionGrid()
    qtbot.addWidget(grid)
    names = [f"a label with a rather long name, number {n}" for n in range(1, 13)]
    grid.resize(480, 500)
    grid.show_matrix(names, np.eye(12))
    grid.show()

    heads = [grid.table.headerData(n, Qt.Orientation.Horizontal) for n in range(12)]
    assert heads == [str(n) for n in range(1, 13)]
    assert grid.table.headerData(11, Qt.Orientation.Vertical) == f"12  {names[11]}"
    assert names[3] in grid.table.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert grid.horizontalScrollBar().maximum() == 0

    grid.show_matrix(("yes", "no"), np.eye(2))

    assert grid.table.headerData(0, Qt.Orientation.Horizontal) == "yes"


def test_a_row_has_room_for_its_number_too(qtbot: QtBot) -> None:
    grid = ConfusionGrid()
    qtbot.addWidget(grid)
    grid.resize(200, 200)
    names = ("positive", "negative", "mixed")
    grid.show_matrix(names, np.eye(3))
    grid.show()

    assert grid.table.headerData(0, Qt.Orientation.Vertical) == "1  positive"
    header = grid.verticalHeader()
    written = max(header.fontMetrics().horizontalAdvance(f"{row + 1}  {name}") for row, name in enumerate(names))
    assert written + 6 <= header.width()  # 3 pixels of padding at each side


def test_agreement_is_shown_with_intervals_or_the_reason(qtbot: QtBot, page: QualityPage) -> None:
    page.open_tab("agreement")
    table = agreement_of(page).card.table
    qtbot.waitUntil(lambda: table.rowCount() > 0, timeout=20_000)
    rows = {table.text(row, 1): [table.text(row, c) for c in range(7)] for row in range(table.rowCount())}

    assert rows["Percent agreement"][0] == "People, blind"
    assert rows["Percent agreement"][2] == "75.0 %"
    assert rows["Cohen's kappa"][2] == "0.556"
    assert " to " in rows["Cohen's kappa"][3]
    assert rows["Cohen's kappa"][4:6] == ["4", "4"]
    for row in range(table.rowCount()):  # what each number means is at hand
        tip = table.item(row, 1).data(Qt.ItemDataRole.ToolTipRole)
        assert "agreement" in tip.casefold()


def test_the_order_of_the_labels_is_kept_with_the_project(qtbot: QtBot, page: QualityPage) -> None:
    page.open_tab("agreement")
    table = agreement_of(page).card.table
    qtbot.waitUntil(lambda: table.rowCount() == 5, timeout=20_000)

    agreement_of(page).card.ordinal.click()

    qtbot.waitUntil(lambda: table.rowCount() == 11, timeout=20_000)
    assert agreement.is_ordinal(page.session.read)


@pytest.fixture
def spammed(jobs: JobRunner, settings: Settings, make_project: object, tmp_path: Path) -> Session:
    """A session on 60 items with two careful people and one who always says the same."""
    path = make_project(texts=tuple(f"text {n}" for n in range(60)))  # type: ignore[operator]
    db = project_file.open_project(path)
    names = ("positive", "negative", "neutral")
    said = [(f"r{n}", who, names[n % 3]) for n in range(1, 61) for who in ("ann", "bob")]
    crowd = tmp_path / "crowd.csv"
    rows = [*said, *((f"r{n}", "spam", "neutral") for n in range(1, 61))]
    crowd.write_text("\n".join(["task,worker,label", *(",".join(row) for row in rows)]))
    importing.import_labels(db, crowd)
    db.close()
    jobs.open(path)
    return Session(jobs, settings)


def test_who_answers_without_looking_is_warned_of_with_the_reason(qtbot: QtBot, spammed: Session) -> None:
    page = QualityPage(spammed)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: people_of(page).annotators.text(2, 5) != "")

    assert [people_of(page).annotators.text(row, 5) for row in range(3)] == [
        "",
        "",
        "answers do not depend on the item",
    ]
    cell = people_of(page).annotators.item(2, 5)
    assert cell is not None
    assert "nothing to do with theirs" in cell.toolTip()
    assert people_of(page).about.text.startswith("ann: nothing looks wrong.")

    people_of(page).annotators.setCurrentCell(2, 0)

    assert "“neutral” is 100 %" in people_of(page).about.text
