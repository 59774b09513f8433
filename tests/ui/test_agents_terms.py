"""How a run goes about it, as the Label tab lets a lead choose: which items, a cap, the cache, what is taken out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.domain.redaction import Private, Redaction
from annotator.services import allowing, annotating, project_file, routing
from annotator.services.agents import AgentChoice
from annotator.services.caching import Cache
from annotator.services.project_file import Db
from annotator.services.selecting import Which
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests.loopback import LoopbackServer, hangs, says
from tests.ui.conftest import MakeProject
from tests.ui.runs import by_text, labelled_by, played_by

PRIVATE = ("Write to ann@example.org please.", "Nothing to hide here.")


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer(lambda number, body: says('{"label": "negative", "confidence": 90}')) as server:
        yield server


def label_tab(qtbot: QtBot, session: Session) -> LabelTab:
    page = LabelTab(session)
    qtbot.addWidget(page)
    page.resize(1036, 690)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: bool(page.planned.text()))
    return page


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> LabelTab:
    return label_tab(qtbot, session)


def choose(page: LabelTab, which: Which) -> None:
    items = page.terms.items
    places = [place for place in range(items.count()) if items.itemData(place).which is which]
    items.setCurrentIndex(places[0])


def finish(qtbot: QtBot, page: LabelTab) -> str:
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)
    with qtbot.waitSignal(page.labelling.ended, timeout=60_000):
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    return page.outcome.text


def test_a_newcomer_sees_the_built_in_model_one_button_and_no_terms(page: LabelTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.start_button.isEnabled)

    assert page.form.choice() == AgentChoice()
    assert not page.terms.isVisible()
    assert not page.team.isVisible()
    assert not page.permission.isVisible()


def test_what_a_run_takes_is_said_before_it_starts(qtbot: QtBot, page: LabelTab) -> None:
    qtbot.waitUntil(page.card.takes.isVisible)

    said = page.card.takes.text()
    assert "tokens in" in said
    assert "it costs nothing" in said
    assert "about 1 s" in said


def test_a_price_that_nobody_knows_is_called_unknown(qtbot: QtBot, page: LabelTab) -> None:
    page.form.choose(AgentChoice("m", "https://llm.example.org/v1"))

    qtbot.waitUntil(lambda: "the price is unknown" in page.card.takes.text(), timeout=60_000)


def test_a_run_keeps_to_what_was_searched_for_on_the_items_page(qtbot: QtBot, session: Session) -> None:
    items = ItemsPage(session)
    qtbot.addWidget(items)
    items.show()
    items.shown()
    qtbot.keyClicks(items.search, "refund")
    qtbot.waitUntil(lambda: session.items_found is not None)
    page = label_tab(qtbot, session)
    played_by(session, by_text)

    choose(page, Which.THESE)

    assert "“refund”" in page.terms.items.currentText()
    qtbot.waitUntil(lambda: page.planned.text() == "1 item will be asked.")
    assert finish(qtbot, page) == "Done. 1 labelled · 0 invalid · 0 failed."


def test_a_run_over_what_waits_for_people_asks_only_about_that(qtbot: QtBot, session: Session) -> None:
    labelled_by(qtbot, session, by_text)
    session.write(lambda db: routing.route(db, threshold=0.6, audit_share=0), owner=session)
    page = label_tab(qtbot, session)
    page.form.choose(AgentChoice("m", "http://localhost:1/v1"))

    choose(page, Which.WAITING)

    qtbot.waitUntil(lambda: page.planned.text() == "2 items will be asked.", timeout=60_000)


def test_a_run_over_what_nobody_has_labelled_leaves_out_what_people_answered(qtbot: QtBot, session: Session) -> None:
    session.write(_one_answer, owner=session)
    page = label_tab(qtbot, session)
    played_by(session, by_text)

    choose(page, Which.UNLABELLED)

    qtbot.waitUntil(lambda: page.planned.text() == "3 items will be asked.")
    assert finish(qtbot, page) == "Done. 2 labelled · 1 invalid · 0 failed."


def _one_answer(db: Db) -> object:
    mira = project_file.add_person(db, "Mira").id
    turn = annotating.next_turn(db, mira)
    assert turn is not None
    label = project_file.question(db).labels[0].id
    return annotating.answer(db, mira, turn, label, seconds=1)


def test_a_cap_on_calls_is_never_passed_and_what_it_stopped_goes_on(
    qtbot: QtBot, page: LabelTab, server: LoopbackServer
) -> None:
    page.form.choose(AgentChoice("m", server.address))
    page.terms.calls.setValue(2)
    page.terms.concurrency.setValue(1)

    said = finish(qtbot, page)

    assert len(server.requests) == 2
    assert "cap" in said
    assert "Start goes on with the rest" in said
    page.terms.calls.setValue(0)
    assert finish(qtbot, page).startswith("Done. ")


def test_no_more_calls_are_sent_in_a_minute_than_allowed(qtbot: QtBot, page: LabelTab, server: LoopbackServer) -> None:
    page.form.choose(AgentChoice("m", server.address))
    page.terms.per_minute.setValue(1)
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)

    qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1 labelled" in page.planned.text(), timeout=60_000)
    with qtbot.waitSignal(page.labelling.ended, timeout=60_000):
        qtbot.mouseClick(page.progress.stop_button, Qt.MouseButton.LeftButton)

    assert len(server.requests) == 1


def test_a_call_that_takes_longer_than_one_wants_to_wait_is_made_again(qtbot: QtBot, page: LabelTab) -> None:
    answers = says('{"label": "negative", "confidence": 90}')
    with LoopbackServer(lambda number, body: answers if number else hangs) as server:
        page.form.choose(AgentChoice("m", server.address))
        page.terms.timeout.setValue(1)

        said = finish(qtbot, page)

    assert said.startswith("Done. 4 labelled · 0 invalid · 0 failed.")
    assert len(server.requests) == 5


def test_a_cap_in_money_needs_a_known_price(qtbot: QtBot, page: LabelTab) -> None:
    played_by(page.session, by_text)
    page.session.write(lambda db: allowing.allow(db, "llm.example.org"), owner=page)
    qtbot.waitUntil(lambda: bool(allowing.names(page.session.read)))
    page.form.choose(AgentChoice("m", "https://llm.example.org/v1"))
    page.terms.money.setValue(1.0)

    said = finish(qtbot, page)

    assert "a cap in money cannot be kept" in said
    assert page.form.isEnabled()


def test_replies_of_other_projects_are_used_only_where_that_is_wished(page: LabelTab) -> None:
    order = page.order()
    assert order is not None
    assert order.cache is Cache.PROJECT

    page.terms.cache.setCurrentIndex(page.terms.cache.findData(Cache.SHARED))

    order = page.order()
    assert order is not None
    assert order.cache is Cache.SHARED


def test_what_is_set_behind_the_closed_fold_is_not_forgotten(qtbot: QtBot, page: LabelTab) -> None:
    qtbot.mouseClick(page.card.more, Qt.MouseButton.LeftButton)
    assert page.terms.isVisible()
    page.terms.calls.setValue(10)
    page.terms.redaction.kinds[Private.EMAIL].setChecked(True)

    qtbot.mouseClick(page.card.more, Qt.MouseButton.LeftButton)

    assert not page.terms.isVisible()
    assert "(2 set)" in page.card.more.text()


def test_private_data_is_shown_as_it_is_stored_and_sent_and_does_not_leave(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: MakeProject, server: LoopbackServer
) -> None:
    jobs.open(make_project(texts=PRIVATE))
    page = label_tab(qtbot, Session(jobs, settings, jobs))
    qtbot.mouseClick(page.card.more, Qt.MouseButton.LeftButton)
    redaction = page.terms.redaction
    redaction.kinds[Private.EMAIL].setChecked(True)

    qtbot.mouseClick(redaction.show_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "[EMAIL 1]" in redaction.sent.toPlainText())
    assert "ann@example.org" in redaction.stored.toPlainText()
    page.form.choose(AgentChoice("m", server.address))
    qtbot.waitUntil(lambda: page.planned.text() == "2 items will be asked.", timeout=60_000)
    assert finish(qtbot, page) == "Done. 2 labelled · 0 invalid · 0 failed."
    sent = str([request["messages"] for request in server.requests])
    assert "[EMAIL 1]" in sent
    assert "ann@example.org" not in sent


def test_in_a_narrow_window_the_terms_need_no_scrolling_to_the_side(qtbot: QtBot, page: LabelTab) -> None:
    page.resize(656, 560)
    qtbot.mouseClick(page.card.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.terms.isVisible)

    qtbot.waitUntil(lambda: page._area.horizontalScrollBar().maximum() == 0)


def test_names_are_separated_by_commas_and_count_once(page: LabelTab) -> None:
    page.terms.redaction.names.setText("Ann  Lee, Bo ,, Bo")

    order = page.order()

    assert order is not None
    assert order.choices[0].redaction.names == ("Ann Lee", "Bo")


def test_nothing_is_started_by_the_plan_of_another_choice(qtbot: QtBot, page: LabelTab) -> None:
    qtbot.waitUntil(page.start_button.isEnabled)

    page.form.choose(AgentChoice("m", "https://llm.example.org/v1"))

    assert not page.start_button.isEnabled()
    page.start()
    assert not page.running
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)
    page.terms.concurrency.setValue(2)  # which changes nothing of what is asked
    assert page.start_button.isEnabled()


def test_what_is_ticked_is_taken_out_for_an_agent_that_is_taken_as_it_is_too(qtbot: QtBot, page: LabelTab) -> None:
    spec = AgentChoice(redaction=Redaction((Private.PHONE,), ("Bo",))).spec()
    page.form.choose(AgentChoice(spec.model, spec.api_base, exact=spec), "careful")
    alone = page.order()

    page.terms.redaction.kinds[Private.EMAIL].setChecked(True)

    both = page.order()
    assert alone is not None
    assert alone.choices[0].spec() == spec
    assert both is not None
    assert both.choices[0].spec().redaction == Redaction((Private.PHONE, Private.EMAIL), ("Bo",))
    qtbot.waitUntil(lambda: page.planned.text() == "4 items will be asked.")
