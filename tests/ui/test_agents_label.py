"""The Label tab of the Agents page: choosing a model and running it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.llm.protocol import LabelRequest
from annotator.llm.scripted import Said
from annotator.services import browsing, importing
from annotator.services.agents import AgentChoice
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.session import Session
from tests.loopback import LoopbackServer, says
from tests.ui.conftest import TEXTS
from tests.ui.runs import by_text, held, played_by

# Said by the offscreen platform of the list that completes a name.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> LabelTab:
    page = LabelTab(session)
    qtbot.addWidget(page)
    page.resize(1036, 690)  # what a window of 1280 x 800 leaves
    page.show()
    page.shown()
    qtbot.waitUntil(page.start_button.isEnabled)
    return page


def play(page: LabelTab, script: Callable[[LabelRequest], Said]) -> None:
    """Let the page's runs be answered by a script."""
    played_by(page.session, script)


def named(qtbot: QtBot, page: LabelTab, model: str) -> None:
    """Type another model's name, or an address, over what stands there."""
    page.form.model.line.selectAll()
    qtbot.keyClicks(page.form.model.line, model)


def start(qtbot: QtBot, page: LabelTab) -> None:
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)
    qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)


def finish(qtbot: QtBot, page: LabelTab) -> None:
    start(qtbot, page)
    qtbot.waitUntil(lambda: bool(page.outcome.text))


def test_before_the_start_the_page_says_what_is_asked_and_that_nothing_leaves(page: LabelTab) -> None:
    assert page.planned.text() == "4 items will be asked."
    assert page.privacy.text == "Nothing leaves this computer."
    assert "tiny" in page.form.findChild(object, "model_note").text()


def test_a_provider_is_named_before_any_text_goes_there(qtbot: QtBot, page: LabelTab) -> None:
    named(qtbot, page, "anthropic/claude-haiku-4-5")
    assert not page.start_button.isEnabled()

    sentence = "The text of 4 items would go to anthropic: you are asked before anything is sent."
    qtbot.waitUntil(lambda: page.privacy.text == sentence, timeout=60_000)
    assert page.start_button.isEnabled()


def test_the_limit_is_part_of_the_plan(qtbot: QtBot, page: LabelTab) -> None:
    qtbot.mouseClick(page.card.more, Qt.MouseButton.LeftButton)
    page.terms.limit.setFocus()
    page.terms.limit.selectAll()
    qtbot.keyClicks(page.terms.limit, "3")

    qtbot.waitUntil(lambda: page.planned.text() == "3 items will be asked.")


def test_a_run_labels_the_items_and_counts_invalid_replies(qtbot: QtBot, page: LabelTab) -> None:
    play(page, by_text)
    finish(qtbot, page)

    assert page.outcome.text == "Done. 3 labelled · 1 invalid · 0 failed."
    qtbot.waitUntil(lambda: page.tables.agents.rowCount() == 1)  # read after the outcome was told
    assert [page.tables.agents.text(0, column) for column in (1, 2)] == ["3", "1"]
    rows = browsing.rows(page.session.read, browsing.item_ids(page.session.read))
    assert [row.llm_label for row in rows] == ["positive", "positive", "positive", "invalid"]


def test_a_stopped_run_keeps_what_it_has_and_goes_on_with_the_rest(qtbot: QtBot, page: LabelTab) -> None:
    play(page, by_text)
    page.terms.limit.setValue(2)
    qtbot.waitUntil(lambda: page.planned.text().startswith("2 "))
    finish(qtbot, page)
    page.terms.limit.setValue(0)
    qtbot.waitUntil(lambda: page.start_button.text() == "Go on")
    assert "2 are answered already" in page.planned.text()

    finish(qtbot, page)

    qtbot.waitUntil(lambda: page.planned.text() == "All 4 items are answered.")
    assert not page.start_button.isEnabled()


def test_stop_ends_a_run_under_way(qtbot: QtBot, page: LabelTab) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(request: LabelRequest) -> Said:
        reached.set()
        assert go_on.wait(5)
        return "positive | 80"

    play(page, slow)
    page.terms.concurrency.setValue(1)
    start(qtbot, page)
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(page.progress.isVisible)

    qtbot.mouseClick(page.progress.stop_button, Qt.MouseButton.LeftButton)
    go_on.set()

    qtbot.waitUntil(lambda: not page.running)
    assert page.outcome.text.startswith("Stopped. 1 labelled")
    assert page.start_button.isVisible()


def test_while_a_run_goes_on_every_number_is_that_so_far(qtbot: QtBot, page: LabelTab) -> None:
    with held(qtbot, page.session, by_text, after=1):
        qtbot.waitUntil(lambda: page.planned.text() == "1 labelled · 0 invalid · 0 failed so far")
        assert [page.tables.agents.text(0, column) for column in (1, 2, 4)] == ["1", "0", "running"]


def test_while_a_run_goes_on_nothing_is_cut_off_in_a_window_of_1280(qtbot: QtBot, page: LabelTab) -> None:
    with held(qtbot, page.session, by_text, after=1):
        page.form.choose(AgentChoice("m", "https://api.example.org/a/rather/long/address/v1"))  # the longest form
        qtbot.waitUntil(page.progress.isVisible)
        for widget in (page.progress.stop_button, page.form, page.tables):
            right = widget.mapTo(page, widget.rect().topRight()).x()
            assert right < page.width(), widget.objectName()


def test_what_is_typed_is_no_plan_before_it_was_looked_at(qtbot: QtBot, page: LabelTab) -> None:
    page.form.choose(AgentChoice("m", "http://localhost:1/v1"))
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)

    page.form.model.set_text("https://api.example.org/v1")

    assert not page.start_button.isEnabled()
    assert page.privacy.text == ""
    qtbot.waitUntil(lambda: "would go to api.example.org" in page.privacy.text, timeout=60_000)
    assert page.start_button.isEnabled()


def test_pause_holds_a_run_and_go_on_finishes_it(qtbot: QtBot, page: LabelTab) -> None:
    reached, go_on, asked = threading.Event(), threading.Event(), []

    def slow(request: LabelRequest) -> Said:
        asked.append(request.text)
        reached.set()
        assert go_on.wait(5)
        return "positive | 80"

    play(page, slow)
    page.terms.concurrency.setValue(1)
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


def test_a_refused_key_is_said_and_the_page_stays_usable(qtbot: QtBot, page: LabelTab, server: LoopbackServer) -> None:
    named(qtbot, page, server.address)
    qtbot.keyClicks(page.form.name, "m")
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)

    start(qtbot, page)

    qtbot.waitUntil(lambda: bool(page.outcome.text), timeout=60_000)
    assert "key" in page.outcome.text
    assert not page.running
    assert page.form.isEnabled()


def test_a_server_is_asked_by_its_address_with_the_key_that_was_typed(
    qtbot: QtBot, page: LabelTab, server: LoopbackServer
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
    qtbot: QtBot, page: LabelTab, server: LoopbackServer
) -> None:
    page.form.choose(AgentChoice("", server.address))
    qtbot.keyClicks(page.form.key, "sk-test-0123456789")
    qtbot.waitUntil(lambda: page.planned.text() == "4 items will be asked.")

    start(qtbot, page)

    qtbot.waitUntil(lambda: bool(page.outcome.text), timeout=60_000)
    assert page.outcome.text == "Done. 4 labelled · 0 invalid · 0 failed."
    assert page.form.choice() == AgentChoice("openai/m", server.address)
    qtbot.waitUntil(lambda: page.planned.text() == "All 4 items are answered.")


def test_examples_need_gold_and_are_not_asked_about(qtbot: QtBot, page: LabelTab, tmp_path: Path) -> None:
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
    qtbot.waitUntil(lambda: page.tables.agents.text(0, 0) == "SmolLM2 135M (built in), 3 examples")


def test_when_every_item_is_an_example_the_page_stays_usable(qtbot: QtBot, page: LabelTab, tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\nr1,negative\nr2,positive\nr3,neutral\nr4,neutral\n")
    page.session.write(lambda db: importing.import_gold(db, gold), owner=page)

    page.form.examples.setValue(4)

    qtbot.waitUntil(lambda: page.planned.text() == "No item is left to ask. 4 are its examples.")
    assert not page.start_button.isEnabled()
    assert page.form.isVisible()


def test_the_accuracy_on_gold_stands_beside_the_model_as_soon_as_there_is_gold(
    qtbot: QtBot, page: LabelTab, tmp_path: Path
) -> None:
    play(page, by_text)
    finish(qtbot, page)
    accuracy = page.form.findChild(object, "model_accuracy")
    qtbot.waitUntil(lambda: accuracy.text().startswith("Not measured yet"))
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\nr1,negative\nr2,positive\n")

    page.session.write(lambda db: importing.import_gold(db, gold), owner=page)

    qtbot.waitUntil(lambda: "right in 50 % of 2 gold items" in accuracy.text())


def test_without_items_the_page_leads_to_importing(
    qtbot: QtBot, jobs: object, settings: object, make_project: Callable[..., Path]
) -> None:
    jobs.open(make_project(texts=()))  # type: ignore[attr-defined]
    page = LabelTab(Session(jobs, settings))  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show()
    page.shown()
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Go to Items")
    qtbot.waitUntil(button.isVisible)
