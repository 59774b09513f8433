"""The Compare tab of the Agents page: agents beside people, and where two differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.llm.protocol import LabelRequest
from annotator.llm.scripted import Said
from annotator.services import importing, merging, project_file
from annotator.services.comparing import Other
from annotator.services.project_file import Db
from annotator.ui import theme
from annotator.ui.jobs import JobRunner
from annotator.ui.pages import agent_compare
from annotator.ui.pages.agent_compare import CompareTab
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.interval_cells import DRAWN
from tests.ui.paid import asked, gold
from tests.ui.runs import played_by

ITEMS = 40
PEOPLE = ("ann", "bob", "cyd")
TRUTH = {f"r{n}": "positive" if n % 2 else "negative" for n in range(1, ITEMS + 1)}


def keen(request: LabelRequest) -> Said:
    """Right about everything but the first ten items with an even number, and then not sure."""
    number = int(request.text.split()[1])
    if number % 2:
        return "positive | 90"
    return "positive | 55" if number <= 20 else "negative | 80"


def gloomy(request: LabelRequest) -> Said:
    return "negative | 70"


def people(db: Db, folder: Path) -> None:
    """Three, who agree with the truth in all but their own first four items."""
    rows = ["task,worker,label"]
    for place, who in enumerate(PEOPLE):
        for number, (item, label) in enumerate(TRUTH.items()):
            wrong = 4 * place <= number < 4 * place + 4
            rows.append(f"{item},{who},{('negative' if label == 'positive' else 'positive') if wrong else label}")
    path = folder / "crowd.csv"
    path.write_text("\n".join(rows))
    importing.import_labels(db, path, simulated=True)


@pytest.fixture
def compared(make_project: Callable[..., Path], tmp_path: Path) -> Path:
    path = make_project(texts=tuple(f"Review {n} of many" for n in range(1, ITEMS + 1)))
    db = project_file.open_project(path)
    gold(db, tmp_path, TRUTH)
    asked(db, "keen", keen, 0.002)
    asked(db, "gloomy", gloomy, None)
    people(db, tmp_path)
    merging.merge_and_store(db, "majority-vote")
    db.close()
    return path


Open = Callable[[Path], CompareTab]


@pytest.fixture
def open_tab(qtbot: QtBot, jobs: JobRunner, settings: Settings) -> Open:
    def opened(path: Path) -> CompareTab:
        jobs.open(path)
        tab = CompareTab(Session(jobs, settings, jobs))
        qtbot.addWidget(tab)
        tab.resize(1036, 700)
        tab.show()
        tab.shown()
        return tab

    return opened


@pytest.fixture
def tab(qtbot: QtBot, open_tab: Open, compared: Path) -> CompareTab:
    tab = open_tab(compared)
    qtbot.waitUntil(lambda: tab.table.rowCount() == 6, timeout=30_000)
    qtbot.waitUntil(lambda: tab.pair.items.rowCount() > 0)
    return tab


def one(tab: CompareTab, row: int) -> list[str]:
    return [tab.table.text(row, column) for column in range(tab.table.columnCount())]


def seen(tab: CompareTab) -> list[tuple[str, ...]]:
    """The items behind the chosen number."""
    table = tab.pair.items
    return [tuple(table.text(row, column) for column in range(4)) for row in range(table.rowCount())]


def test_agents_stand_beside_people_and_all_people_together(tab: CompareTab) -> None:
    names = [tab.table.text(row, 0) for row in range(6)]
    assert names == ["ollama/keen", "ollama/gloomy", "People", *PEOPLE]
    keen_row, gloomy_row, together = one(tab, 0), one(tab, 1), one(tab, 2)
    assert keen_row[1] == "40"
    assert keen_row[2].startswith("75 % (")
    assert keen_row[3] == "0.50"
    assert keen_row[7] == "$2.00"
    assert gloomy_row[7] == "unknown"
    assert together[2].startswith("90 % (")
    assert together[9] == "–"


def test_what_a_number_leaves_out_is_told_by_pointing_at_it(
    qtbot: QtBot, open_tab: Open, make_project: Callable[..., Path], tmp_path: Path
) -> None:
    path = make_project(texts=tuple(f"Review {n} of many" for n in range(1, ITEMS + 1)))
    db = project_file.open_project(path)
    gold(db, tmp_path, TRUTH)
    asked(db, "gloomy", gloomy)
    asked(db, "mute", lambda request: "I would rather not say.")
    db.close()
    tab = open_tab(path)
    qtbot.waitUntil(lambda: tab.table.rowCount() == 2, timeout=30_000)

    def told(row: int, column: int) -> str:
        cell = tab.table.item(row, column)
        assert cell is not None
        return cell.toolTip()

    assert (one(tab, 1)[1], "Besides 40 invalid" in told(1, 1)) == ("0", True)
    assert one(tab, 1)[2].startswith("0 % (")
    assert "40 of them invalid replies, which are wrong" in told(1, 2)
    for column in (5, 6):
        assert "it does not tell right answers from wrong ones" in told(0, column)
    assert "Besides" not in told(0, 1)


def test_the_accuracy_is_drawn_as_a_dot_with_a_whisker_of_its_interval(tab: CompareTab) -> None:
    index = tab.table.model().index(0, 2)
    rect = tab.table.visualRect(index)
    picture = tab.table.viewport().grab(rect).toImage()
    accent, ratio = theme.colour("accent"), picture.devicePixelRatio()
    painted = [
        x for x in range(int(theme.px(DRAWN + 8) * ratio)) if picture.pixelColor(x, picture.height() // 2) == accent
    ]

    low, high = 0.598, 0.858  # Wilson's interval for 30 of 40
    start, width = theme.px(8) + theme.px(4), theme.px(DRAWN) - 2 * theme.px(4)
    assert painted[0] / ratio == pytest.approx(start + low * width, abs=2)
    assert painted[-1] / ratio == pytest.approx(start + high * width, abs=2)


def test_the_verdict_of_the_chosen_agent_is_a_sentence(qtbot: QtBot, tab: CompareTab) -> None:
    tab.table.setCurrentCell(1, 0)

    assert tab.table.text(1, 9) == "no"
    assert tab.verdict.text.startswith("ollama/gloomy: ")
    assert "no, it may not replace people" in tab.verdict.text
    tab.table.setCurrentCell(3, 0)
    assert not tab.verdict.isVisible()  # a person


def test_the_commonest_difference_from_gold_is_shown_first_with_its_items(tab: CompareTab) -> None:
    assert "The same label on 75 %" in tab.pair.sentence.text()
    assert tab.pair.items_title.accessibleName() == "10 items: “positive” beside “negative”"
    assert seen(tab)[0] == ("Review 2 of many", "positive · 0.55", "negative", "negative")
    assert tab.pair.items.rowCount() == 10


def test_a_click_on_a_number_shows_its_items(qtbot: QtBot, tab: CompareTab) -> None:
    grid = tab.pair.grid
    cell = grid.visualRect(grid.table.index(0, 0)).center()

    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell))

    qtbot.waitUntil(lambda: tab.pair.items.rowCount() == 20)
    assert seen(tab)[0] == ("Review 1 of many", "positive · 0.90", "positive", "positive")


def test_arrow_keys_and_enter_do_the_same_and_enter_on_an_item_leads_to_it(qtbot: QtBot, tab: CompareTab) -> None:
    grid = tab.pair.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seen(tab)[0][1].startswith("negative"))
    tab.pair.items.setFocus()
    qtbot.keyClick(tab.pair.items, Qt.Key.Key_Down)

    with qtbot.waitSignal(tab.session.go_requested) as went:
        qtbot.keyClick(tab.pair.items, Qt.Key.Key_Return)

    assert went.args == ["review", 24]  # the second of 22, 24, ... that both call negative


def test_any_two_can_be_chosen_and_changed_over(qtbot: QtBot, tab: CompareTab) -> None:
    keen_id, gloomy_id = (tab.pair.one.itemData(place) for place in (0, 1))

    tab.pair.choose(keen_id, gloomy_id)

    qtbot.waitUntil(lambda: "Of 40 items with gold" in tab.pair.sentence.text())
    assert "just one of them is right in 20 and 10." in tab.pair.sentence.text()
    with qtbot.waitSignal(tab.pair.pair_wished) as wished:
        tab.swap()
    assert wished.args == [gloomy_id, keen_id]


def test_beside_the_merged_labels_their_origin_is_said(qtbot: QtBot, tab: CompareTab) -> None:
    tab.pair.other.setCurrentIndex(tab.pair.other.findData(Other.CONSENSUS.value))

    qtbot.waitUntil(lambda: "merged labels were made from the answers of ollama/keen" in tab.pair.note.text)
    assert seen(tab)


def test_the_same_twice_is_refused_in_a_sentence_where_the_numbers_would_be(qtbot: QtBot, tab: CompareTab) -> None:
    keen_id = tab.pair.one.itemData(0)
    tab.pair.other.setCurrentIndex(tab.pair.other.findData(keen_id))

    qtbot.waitUntil(lambda: "Nothing differs from itself" in tab.pair.note.text)
    assert not tab.pair.grid.isVisible()


def test_of_many_items_behind_a_number_the_first_are_listed_and_the_others_counted(
    qtbot: QtBot, tab: CompareTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agent_compare, "SHOWN", 5)

    tab.pair.grid.choose(0, 0)

    qtbot.waitUntil(lambda: tab.pair.items.rowCount() == 5)
    assert tab.pair.more.text() == "and 15 more"


def test_a_refresh_keeps_what_was_chosen(qtbot: QtBot, tab: CompareTab) -> None:
    tab.table.setCurrentCell(1, 0)
    tab.pair.grid.choose(1, 1)
    qtbot.waitUntil(lambda: tab.pair.items.rowCount() == 10 and seen(tab)[0][1].startswith("negative"))

    with qtbot.waitSignal(tab.pair.cell_wished, timeout=30_000) as wished:
        tab.refresh()

    assert wished.args == [1, 1]
    assert tab.table.currentRow() == 1


def test_without_answers_the_tab_leads_to_the_agents(
    qtbot: QtBot, open_tab: Open, make_project: Callable[..., Path]
) -> None:
    tab = open_tab(make_project())
    qtbot.waitUntil(tab.empty.isVisible, timeout=30_000)

    with qtbot.waitSignal(tab.session.go_requested) as went:
        tab.empty.button.click()

    assert went.args == ["agents", "label"]


def test_without_gold_two_annotators_are_set_beside_each_other(
    qtbot: QtBot, open_tab: Open, make_project: Callable[..., Path]
) -> None:
    path = make_project()
    db = project_file.open_project(path)
    asked(db, "gloomy", gloomy)
    asked(db, "keen", lambda request: "positive | 90")
    db.close()
    tab = open_tab(path)

    qtbot.waitUntil(lambda: tab.pair.items.rowCount() == 4, timeout=30_000)
    assert tab.table.text(0, 2) == "no gold yet"
    assert tab.pair.items_title.accessibleName() == "4 items: “negative” beside “positive”"


def test_a_run_refreshes_the_comparison_once_when_it_has_ended(
    qtbot: QtBot, open_tab: Open, make_project: Callable[..., Path]
) -> None:
    from annotator.services.agents import AgentChoice

    tab = open_tab(make_project())
    qtbot.waitUntil(tab.empty.isVisible, timeout=30_000)
    played_by(tab.session, gloomy)

    tab.session.labelling.start(AgentChoice(), limit=None, concurrency=1)

    qtbot.waitUntil(lambda: tab.table.rowCount() == 1, timeout=30_000)
    assert tab.table.text(0, 1) == "4"
