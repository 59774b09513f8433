"""The Agents page: running a model, and routing what it is unsure of."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QScrollArea, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.model import Changes
from annotator.llm.protocol import LabelRequest
from annotator.llm.scripted import Said
from annotator.services import annotating, browsing, importing, overview, project_file, routing
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.ui.pages.agents import AgentsPage
from annotator.ui.pages.base import MARGIN
from annotator.ui.session import Session
from annotator.ui.widgets.agent_form import BY_ADDRESS, BY_NAME
from tests.loopback import LoopbackServer, says
from tests.ui.conftest import TEXTS
from tests.ui.runs import held, played_by

# The scripted confidences of the four items.
SURE = {"r1": 0.9, "r2": 0.7, "r3": 0.55}


def by_text(request: LabelRequest) -> Said:
    """Three labels with different confidences, and one reply that names none."""
    texts = {"late": SURE["r1"], "Lovely": SURE["r2"], "refund": SURE["r3"]}
    for word, top in texts.items():
        if word in request.text:
            return f"positive | {100 * top:.0f}"
    return "It depends."


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> AgentsPage:
    page = AgentsPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(page.start_button.isEnabled)
    return page


def play(page: AgentsPage, script: Callable[[LabelRequest], Said]) -> None:
    """Let the page's runs be answered by a script."""
    played_by(page.session, script)


def start(qtbot: QtBot, page: AgentsPage) -> None:
    qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)


def finish(qtbot: QtBot, page: AgentsPage) -> None:
    start(qtbot, page)
    qtbot.waitUntil(lambda: bool(page.outcome.text))
    qtbot.waitUntil(lambda: page.routing.split is not None)


def test_before_the_start_the_page_says_what_is_asked_and_that_nothing_leaves(page: AgentsPage) -> None:
    assert page.planned.text() == "4 items will be asked."
    assert page.privacy.text == "Nothing leaves this computer."
    assert "tiny" in page.form.findChild(object, "model_note").text()


def test_a_provider_is_named_before_any_text_goes_there(qtbot: QtBot, page: AgentsPage) -> None:
    page.form.kind.setCurrentIndex(page.form.kind.findData(BY_NAME))
    assert not page.start_button.isEnabled()

    qtbot.keyClicks(page.form.model, "anthropic/claude-haiku-4-5")

    qtbot.waitUntil(lambda: page.privacy.text == "The text of 4 items goes to anthropic.", timeout=60_000)
    assert page.start_button.isEnabled()


def test_the_limit_is_part_of_the_plan(qtbot: QtBot, page: AgentsPage) -> None:
    page.form.limit.setFocus()
    page.form.limit.selectAll()
    qtbot.keyClicks(page.form.limit, "3")

    qtbot.waitUntil(lambda: page.planned.text() == "3 items will be asked.")


def test_a_run_labels_the_items_and_lists_invalid_replies(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)

    assert page.outcome.text == "Done. 3 labelled · 1 invalid · 0 failed."
    qtbot.waitUntil(lambda: page.tables.agents.rowCount() == 1)
    assert [page.tables.agents.text(0, column) for column in (1, 2)] == ["3", "1"]
    assert page.tables.invalid.rowCount() == 1
    assert page.tables.invalid.text(0, 3) == "It depends."
    rows = browsing.rows(page.session.read, browsing.item_ids(page.session.read))
    assert [row.llm_label for row in rows] == ["positive", "positive", "positive", "invalid"]


def test_the_note_about_invalid_replies_leads_to_them(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)
    qtbot.waitUntil(lambda: page.tables.invalid.rowCount() == 1)
    notices = overview.summary(page.session.read).attention
    note = next(notice for notice in notices if "invalid" in notice.title)
    assert note.page == "agents"

    page.shown(note.argument)

    assert page.tables.invalid.isVisible()
    assert page.tables.invalid.text(0, 0) == "r4"


def test_a_stopped_run_keeps_what_it_has_and_goes_on_with_the_rest(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    page.form.limit.setValue(2)
    qtbot.waitUntil(lambda: page.planned.text().startswith("2 "))
    finish(qtbot, page)
    page.form.limit.setValue(0)
    qtbot.waitUntil(lambda: page.start_button.text() == "Go on")
    assert "2 are answered already" in page.planned.text()

    finish(qtbot, page)

    qtbot.waitUntil(lambda: page.planned.text() == "All 4 items are answered.")
    assert not page.start_button.isEnabled()


def test_stop_ends_a_run_under_way(qtbot: QtBot, page: AgentsPage) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(request: LabelRequest) -> Said:
        reached.set()
        assert go_on.wait(5)
        return "positive | 80"

    play(page, slow)
    page.form.concurrency.setValue(1)
    start(qtbot, page)
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(page.progress.isVisible)

    qtbot.mouseClick(page.progress.stop_button, Qt.MouseButton.LeftButton)
    go_on.set()

    qtbot.waitUntil(lambda: not page.running)
    assert page.outcome.text.startswith("Stopped. 1 labelled")
    assert page.start_button.isVisible()


def test_while_a_run_goes_on_every_number_is_that_so_far(qtbot: QtBot, page: AgentsPage) -> None:
    with held(qtbot, page.session, by_text, after=1):
        qtbot.waitUntil(lambda: page.planned.text() == "1 labelled · 0 invalid · 0 failed so far")
        split = page.routing.split
        assert split is not None
        assert (split.people + split.audit + split.accepted, split.not_answered) == (1, 3)
        assert [page.tables.agents.text(0, column) for column in (1, 2, 6)] == ["1", "0", "running"]
        assert said_so_far(page)

    assert not said_so_far(page)


def said_so_far(page: AgentsPage) -> bool:
    return any(label.text() == "so far" and label.isVisible() for label in page.routing.findChildren(QLabel))


def test_while_a_run_goes_on_nothing_is_cut_off_in_a_window_of_1280(qtbot: QtBot, page: AgentsPage) -> None:
    with held(qtbot, page.session, by_text, after=1):
        page.form.choose(AgentChoice("m", "https://api.example.org/a/rather/long/address/v1"))  # the longest form
        qtbot.waitUntil(page.progress.isVisible)
        qtbot.waitUntil(page.routing.send.isVisible)
        for widget in (page.routing, page.routing.send, page.progress.stop_button, page.tables):
            right = widget.mapTo(page, widget.rect().topRight()).x()
            assert right < page.width() - MARGIN, widget.objectName()


def test_in_a_narrow_window_the_cards_stand_one_below_the_other(qtbot: QtBot, page: AgentsPage) -> None:
    page.resize(712, 600)

    def top(widget: QWidget) -> int:
        return widget.mapTo(page, QPoint()).y()

    qtbot.waitUntil(lambda: top(page.routing) > top(page.start_button))
    area = page.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_what_is_typed_is_no_plan_before_it_was_looked_at(qtbot: QtBot, page: AgentsPage) -> None:
    page.form.choose(AgentChoice("m", "http://localhost:1/v1"))
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)

    page.form.address.setText("https://api.example.org/v1")

    assert not page.start_button.isEnabled()
    assert page.privacy.text == ""
    qtbot.waitUntil(lambda: "goes to api.example.org" in page.privacy.text, timeout=60_000)
    assert page.start_button.isEnabled()


def test_a_bar_of_the_histogram_says_how_many_items_it_stands_for(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)
    histogram = page.routing.histogram

    words = {histogram.bar_in_words(x) for x in range(histogram.width())}

    assert "1 item with a confidence from 0.9 to 0.925" in words
    assert histogram.bar_in_words(0) == ""


def test_pause_holds_a_run_and_go_on_finishes_it(qtbot: QtBot, page: AgentsPage) -> None:
    reached, go_on, asked = threading.Event(), threading.Event(), []

    def slow(request: LabelRequest) -> Said:
        asked.append(request.text)
        reached.set()
        assert go_on.wait(5)
        return "positive | 80"

    play(page, slow)
    page.form.concurrency.setValue(1)
    start(qtbot, page)
    qtbot.waitUntil(page.progress.pause_button.isVisible)
    qtbot.waitUntil(reached.is_set)
    qtbot.mouseClick(page.progress.pause_button, Qt.MouseButton.LeftButton)
    go_on.set()
    qtbot.waitUntil(lambda: "1 labelled" in page.planned.text())
    assert len(asked) == 1

    qtbot.mouseClick(page.progress.pause_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not page.running)
    assert set(TEXTS) <= set(asked)


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer(lambda number, body: says("negative | 90"), key="sk-test-0123456789") as server:
        yield server


def test_a_refused_key_is_said_and_the_page_stays_usable(
    qtbot: QtBot, page: AgentsPage, server: LoopbackServer
) -> None:
    page.form.kind.setCurrentIndex(page.form.kind.findData(BY_ADDRESS))
    qtbot.keyClicks(page.form.address, server.address)
    qtbot.keyClicks(page.form.model, "m")
    qtbot.waitUntil(page.start_button.isEnabled)

    start(qtbot, page)

    qtbot.waitUntil(lambda: bool(page.outcome.text), timeout=60_000)
    assert "key" in page.outcome.text
    assert not page.running
    assert page.form.isEnabled()


def test_a_server_is_asked_by_its_address_with_the_key_that_was_typed(
    qtbot: QtBot, page: AgentsPage, server: LoopbackServer
) -> None:
    page.form.choose(AgentChoice("m", server.address))
    qtbot.keyClicks(page.form.key, "sk-test-0123456789")
    qtbot.waitUntil(page.start_button.isEnabled)
    assert page.privacy.text == "Nothing leaves this computer."  # the loopback address

    start(qtbot, page)

    qtbot.waitUntil(lambda: bool(page.outcome.text), timeout=60_000)
    assert page.outcome.text == "Done. 4 labelled · 0 invalid · 0 failed."
    assert page.form.key.text() == ""
    assert b"sk-test-0123456789" not in page.session.path.read_bytes()


def test_an_address_alone_is_asked_for_its_model_which_the_form_then_names(
    qtbot: QtBot, page: AgentsPage, server: LoopbackServer
) -> None:
    page.form.choose(AgentChoice("", server.address))
    qtbot.keyClicks(page.form.key, "sk-test-0123456789")
    qtbot.waitUntil(lambda: page.planned.text() == "4 items will be asked.")

    start(qtbot, page)

    qtbot.waitUntil(lambda: bool(page.outcome.text), timeout=60_000)
    assert page.outcome.text == "Done. 4 labelled · 0 invalid · 0 failed."
    assert page.form.choice() == AgentChoice("openai/m", server.address)
    qtbot.waitUntil(lambda: page.planned.text() == "All 4 items are answered.")


def test_examples_need_gold_and_are_not_asked_about(qtbot: QtBot, page: AgentsPage, tmp_path: Path) -> None:
    page.form.examples.setFocus()
    page.form.examples.selectAll()
    qtbot.keyClicks(page.form.examples, "3")
    qtbot.waitUntil(lambda: "No item with gold" in page.privacy.text)
    assert not page.start_button.isEnabled()
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\nr1,negative\nr2,positive\nr3,neutral\n")

    page.session.write(lambda db: importing.import_gold(db, gold), owner=page)

    qtbot.waitUntil(lambda: page.planned.text() == "1 item will be asked. 3 are its examples.")
    assert page.privacy.text == "Nothing leaves this computer."
    play(page, by_text)
    finish(qtbot, page)
    assert page.outcome.text == "Done. 0 labelled · 1 invalid · 0 failed."
    assert page.tables.agents.text(0, 0) == "SmolLM2 135M (built in), 3 examples"


def test_when_every_item_is_an_example_the_page_stays_usable(qtbot: QtBot, page: AgentsPage, tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\nr1,negative\nr2,positive\nr3,neutral\nr4,neutral\n")
    page.session.write(lambda db: importing.import_gold(db, gold), owner=page)

    page.form.examples.setValue(4)

    qtbot.waitUntil(lambda: page.planned.text() == "No item is left to ask. 4 are its examples.")
    assert not page.start_button.isEnabled()
    assert page.form.isVisible()


def test_the_accuracy_on_gold_stands_beside_the_model_as_soon_as_there_is_gold(
    qtbot: QtBot, page: AgentsPage, tmp_path: Path
) -> None:
    play(page, by_text)
    finish(qtbot, page)
    accuracy = page.form.findChild(object, "model_accuracy")
    qtbot.waitUntil(lambda: accuracy.text().startswith("Not measured yet"))
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\nr1,negative\nr2,positive\n")

    page.session.write(lambda db: importing.import_gold(db, gold), owner=page)

    qtbot.waitUntil(lambda: "right in 50 % of 2 gold items" in accuracy.text())


def test_moving_the_threshold_moves_items_between_the_sides(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)
    card = page.routing

    card.threshold.setValue(0.6)
    assert [card.number(name) for name in ("people", "invalid", "not_answered")] == ["2", "1", "0"]
    qtbot.keyClick(card.slider, Qt.Key.Key_Home)
    assert card.threshold.value() == 0
    assert card.number("people") == "1"  # the invalid reply
    qtbot.keyClick(card.slider, Qt.Key.Key_End)

    assert card.number("people") == "4"


def test_the_histogram_takes_the_threshold_by_mouse_and_keys(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)
    histogram = page.routing.histogram
    qtbot.waitUntil(lambda: histogram.width() > 100)

    qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=QPoint(histogram.width() // 2, 20))
    middle = page.routing.threshold.value()
    qtbot.keyClick(histogram, Qt.Key.Key_Right)

    assert 0.45 <= middle <= 0.55
    assert page.routing.threshold.value() == pytest.approx(middle + 0.01)


def test_send_to_people_fills_the_queue_with_what_was_shown(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)
    page.routing.threshold.setValue(0.6)
    page.routing.audit.setValue(0)
    split = page.routing.split

    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(page.routing.send, Qt.MouseButton.LeftButton)

    assert told.args == ["2 items wait for people.", "good"]
    assert split is not None
    current = routing.current(page.session.read)
    assert current is not None
    assert current.parameters["threshold"] == 0.6
    people: list[int] = []
    page.session.write(
        lambda db: annotating.progress(db, project_file.add_person(db, "Mira").id).open, owner=page, done=people.append
    )
    qtbot.waitUntil(lambda: people == [split.people + split.audit])


def test_without_items_the_page_leads_to_importing(
    qtbot: QtBot, jobs: object, settings: object, make_project: Callable[..., Path]
) -> None:
    jobs.open(make_project(texts=()))  # type: ignore[attr-defined]
    page = AgentsPage(Session(jobs, settings))  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show()
    page.shown()
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Go to Items")
    qtbot.waitUntil(button.isVisible)


def test_target_quality_asks_for_an_audit_and_then_states_the_promise(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)
    card = page.routing
    qtbot.mouseClick(card.findChild(QRadioButton, "route_by_target"), Qt.MouseButton.LeftButton)
    card.target.target.setValue(50.0)
    card.target.sure.setValue(50.0)
    card.target.audit.setValue(2)
    qtbot.waitUntil(lambda: "An audit sample of 2 items" in card.promise.text)
    assert (card.number("audit"), card.number("accepted")) == ("2", "0")
    assert card.send.text() == "Send audit to people"
    assert not card.slider.isVisible()

    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)
    assert told.args == ["2 items wait for people.", "good"]
    page.session.write(_agree_with_the_llm, owner=page)

    qtbot.waitUntil(lambda: card.promise.text.startswith("At least 50 % of the 3 accepted labels are right"))
    assert card.send.text() == "Send to people"
    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)
    assert told.args == ["1 item waits for people.", "good"]  # the invalid reply
    in_force = card.findChild(QLabel, "routing_in_force")
    qtbot.waitUntil(lambda: in_force.text() == "In force: 50 % promised from 0.550 on, 1 to people.")


def _agree_with_the_llm(db: Db) -> Changes:
    mira = project_file.add_person(db, "Mira").id
    changes = Changes()
    while turn := annotating.next_turn(db, mira):
        assert turn.suggestion is not None
        changes |= annotating.answer(db, mira, turn, turn.suggestion.label_id, seconds=1)
    return changes


def test_a_budget_is_spent_on_the_least_sure(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)
    card = page.routing
    qtbot.mouseClick(card.findChild(QRadioButton, "route_by_budget"), Qt.MouseButton.LeftButton)
    card.budget.answers.setValue(2)
    qtbot.waitUntil(lambda: card.number("people") == "2")
    assert card.promise.text == "2 answers of people, one each for the items of which the LLM is least sure."

    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)

    assert told.args == ["2 items wait for people.", "good"]
    current = routing.current(page.session.read)
    assert current is not None
    assert (current.parameters["mode"], current.parameters["budget"]) == ("budget", 2)


def test_whether_an_agent_may_replace_people_has_a_tab(qtbot: QtBot, page: AgentsPage) -> None:
    play(page, by_text)
    finish(qtbot, page)
    qtbot.waitUntil(lambda: page.tables.agents.rowCount() == 1)
    tabs = page.findChild(QTabWidget)

    tabs.setCurrentIndex(2)

    qtbot.waitUntil(lambda: page.tables.verdicts.rowCount() == 1)
    assert "3 people with 30 items each" in page.tables.verdicts.text(0, 3)
