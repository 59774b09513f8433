"""Choosing among many labels: by code, by search, with a thousand of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.domain.model import Label
from annotator.services import importing, project_file
from annotator.ui.jobs import JobRunner
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.label_search import found
from tests.ui.annotating import CONTROL, Here

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

MakeHere = Callable[[int], Here]


@pytest.fixture
def make_here(qtbot: QtBot, jobs: JobRunner, settings: Settings, tmp_path: Path) -> MakeHere:
    """make_here(30): somebody in front of a question of 30 labels, "topic 1" and so on."""

    def make(count: int) -> Here:
        labels = [Label(f"topic {n}", "about plants" if n == 7 else "") for n in range(1, count + 1)]
        db = project_file.create(
            tmp_path / "many.annotator", name="many", question=project_file.make_question("Topic", "Which?", labels)
        )
        (tmp_path / "rows.csv").write_text("id,text\n" + "".join(f"r{n},text {n}\n" for n in range(5)))
        importing.import_items(db, tmp_path / "rows.csv")
        db.close()
        jobs.open(db.path)
        return Here(qtbot, Session(jobs, settings, jobs)).sit_down("Mira")

    return make


def state(here: Here) -> str:
    return str(here.page.findChild(QLabel, "label_state").text())


def reached(here: Here) -> list[str]:
    return [button.label.name for button in here.page.view.pad.buttons() if button.reached]


def press(here: Here, *keys: Qt.Key) -> None:
    for key in keys:
        here.qtbot.keyClick(here.page, key)


def test_two_digits_choose_one_of_thirty_labels(make_here: MakeHere) -> None:
    here = make_here(30)
    assert [b.accessibleName() for b in here.page.view.pad.buttons()][6:8] == ["topic 7, 07", "topic 8, 08"]

    press(here, Qt.Key.Key_2)
    assert state(here).startswith("2 _")
    assert reached(here) == [f"topic {n}" for n in range(20, 30)]
    assert not here.everybody(1)
    here.press(Qt.Key.Key_3)

    assert here.label_of(1) == 23
    assert state(here) == ""
    assert here.text == "text 1"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_a_code_begun_can_be_forgotten(make_here: MakeHere, key: Qt.Key) -> None:
    here = make_here(30)
    press(here, Qt.Key.Key_2, key)
    assert reached(here) == []

    press(here, Qt.Key.Key_1)
    here.press(Qt.Key.Key_2)

    assert here.label_of(1) == 12


def test_a_digit_that_leads_nowhere_answers_nothing(make_here: MakeHere) -> None:
    here = make_here(30)
    press(here, Qt.Key.Key_3, Qt.Key.Key_9)
    assert not here.everybody(1)

    here.press(Qt.Key.Key_0)

    assert here.label_of(1) == 30


def test_a_code_begun_does_not_answer_the_next_item(make_here: MakeHere) -> None:
    here = make_here(30)
    press(here, Qt.Key.Key_1)
    with here.qtbot.waitSignal(here.page.item_shown):
        here.qtbot.mouseClick(here.page.view.pad.buttons()[0], Qt.MouseButton.LeftButton)
    press(here, Qt.Key.Key_2)

    assert here.label_of(1) == 1
    assert not here.everybody(2)
    assert state(here).startswith("2 _")


@given(st.integers(2, 1200))
def test_every_label_has_its_own_keys_and_none_begins_another(count: int) -> None:
    keys = label_keys.assign([Label(f"topic {n}") for n in range(count)])

    assert len(set(keys.shown)) == count
    assert all(keys.targets[key.lower()] == position for position, key in enumerate(keys.shown))
    codes = list(keys.targets)
    assert {len(code) for code in codes} == {len(keys.shown[0])}
    assert not set("".join(codes)) & set("sfcng/?")


def test_codes_are_read_by_their_place_on_any_layout() -> None:
    keys = label_keys.assign([Label(f"topic {n}") for n in range(99)])
    for key, text, code in ((Qt.Key.Key_Agrave, "à", 19), (Qt.Key.Key_Egrave, "è", 16)):  # 0 and 7 of a French keyboard
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, code, 0, 0, text)
        position = next(
            (keys.targets[keys.typed + r] for r in label_keys.readings(event, "xcb") if keys.typed + r in keys.targets),
            None,
        )
        keys.typed += label_keys.readings(event, "xcb")[-1]

    assert position == 6


def test_the_search_finds_a_label_by_its_name_or_meaning(make_here: MakeHere) -> None:
    here = make_here(30)
    press(here, Qt.Key.Key_Slash)
    pad = here.page.view.pad
    here.qtbot.keyClicks(pad.search, "plant")
    assert pad.shown() == ["topic 7"]

    with here.qtbot.waitSignal(here.page.item_shown):
        here.qtbot.keyClick(pad.search, Qt.Key.Key_Return)

    assert here.label_of(1) == 7
    assert not pad.search.isVisible()
    press(here, Qt.Key.Key_1)
    here.press(Qt.Key.Key_1)
    assert here.label_of(2) == 11


def test_arrows_move_through_what_the_search_found(make_here: MakeHere) -> None:
    here = make_here(30)
    here.qtbot.keyClick(here.page, Qt.Key.Key_F, CONTROL)
    search = here.page.view.pad.search
    here.qtbot.keyClicks(search, "topic 2")
    assert reached(here) == ["topic 2"]

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        here.qtbot.keyClick(search, key)
    assert reached(here) == ["topic 20"]
    with here.qtbot.waitSignal(here.page.item_shown):
        here.qtbot.keyClick(search, Qt.Key.Key_Return)

    assert here.label_of(1) == 20


def test_escape_closes_the_search_and_shows_all_labels_again(make_here: MakeHere) -> None:
    here = make_here(30)
    press(here, Qt.Key.Key_Slash)
    pad = here.page.view.pad
    here.qtbot.keyClicks(pad.search, "no such label")
    assert state(here) == "No label is called so"
    here.qtbot.keyClick(pad.search, Qt.Key.Key_Return)
    here.qtbot.keyClick(pad.search, Qt.Key.Key_Escape)

    assert not here.everybody(1)
    assert all(button.isVisibleTo(pad) for button in pad.buttons())


def test_what_begins_with_the_words_comes_first() -> None:
    labels = [Label("old refund"), Label("prefund"), Label("Refund"), Label("x", "a refund"), Label("y")]

    assert found(labels, "refund") == [2, 0, 1, 3]


def test_a_thousand_labels_make_only_the_buttons_in_sight(make_here: MakeHere) -> None:
    here = make_here(1000)
    pad = here.page.view.pad
    assert len(pad.buttons()) < 100

    press(here, Qt.Key.Key_0, Qt.Key.Key_7, Qt.Key.Key_7)
    assert "topic 777" in reached(here)
    assert not here.everybody(1)
    here.press(Qt.Key.Key_7)
    assert here.label_of(1) == 777
    here.press(Qt.Key.Key_Left)

    assert here.selected() == ["topic 777"]
    button = next(b for b in pad.buttons() if b.label.name == "topic 777")
    assert button.visibleRegion().boundingRect().height() == button.height()
    assert len(pad.buttons()) < 200


def test_the_key_sheet_says_how_codes_work(make_here: MakeHere) -> None:
    here = make_here(100)

    rows = {row.name: row for row in here.page.shortcuts}

    assert rows["annotate_label_1"].text == "A label, by the number on it"
    assert rows["annotate_label_1"].key_text() == "0, 0, 1"
    assert {"annotate_search", "annotate_page_down", "annotate_escape"} <= set(rows)


def test_more_than_nine_labels_get_free_letters() -> None:
    labels = [Label(f"label {n}") for n in range(1, 10)] + [Label("shipping"), Label("other", key="o"), Label("fan")]

    keys = label_keys.assign(labels)

    assert keys.shown == (*"123456789", "H", "O", "B")
    assert not {"s", "f", "c", "n", "a"} & set(keys.targets)


@pytest.mark.parametrize(
    ("platform", "event", "meant"),
    [
        (
            "xcb",
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Ampersand, Qt.KeyboardModifier.NoModifier, 10, 0, 0, "&"),
            "1",
        ),
        ("xcb", QKeyEvent(QEvent.Type.KeyPress, 0x0424, Qt.KeyboardModifier.NoModifier, 38, 0, 0, "ф"), "a"),
        ("windows", QKeyEvent(QEvent.Type.KeyPress, 0x0424, Qt.KeyboardModifier.NoModifier, 30, 0, 0, "ф"), "a"),
        (
            "cocoa",
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Eacute, Qt.KeyboardModifier.NoModifier, 0, 19, 0, "é"),
            "2",
        ),
    ],
)
def test_keys_of_other_layouts_are_read_by_their_place(platform: str, event: QKeyEvent, meant: str) -> None:
    assert meant in label_keys.readings(event, platform)


def test_keys_with_control_choose_no_label() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, "1")

    assert label_keys.readings(event) == []
