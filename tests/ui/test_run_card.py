"""What a run came to, as the card says it: counts, reasons in words, money, and what it learnt of the items."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from annotator.errors import UserError
from annotator.services.cascade import Outcome
from annotator.services.prelabelling import Progress, Summary
from annotator.services.run_summary import Used
from annotator.ui.widgets.run_card import RunCard

DONE = Summary("small", "m", 10, 8, 1, 1, (), False, 2.0)


@pytest.fixture
def card(qtbot: QtBot) -> RunCard:
    card = RunCard()
    qtbot.addWidget(card)
    card.show()
    return card


def said(card: RunCard, outcome: Summary | Outcome | UserError) -> str:
    card.show_outcome(outcome)
    return card.outcome.text


def test_it_says_what_was_labelled_invalid_and_failed(card: RunCard) -> None:
    assert said(card, DONE) == "Done. 8 labelled · 1 invalid · 1 failed."


def test_reasons_stand_in_words_with_how_many_items_each_concerns(card: RunCard) -> None:
    failures = (("refused", "The model refused to answer.", 3), ("long", "The text is too long for the model.", 1))

    told = said(card, replace(DONE, failed=4, failures=failures))

    assert "3 × The model refused to answer." in told
    assert "1 × The text is too long for the model." in told


def test_it_says_what_was_spent_and_what_nobody_knows_the_price_of(card: RunCard) -> None:
    assert "It cost $0.25." in said(card, replace(DONE, used=Used(requests=10, money=0.25)))
    assert "It cost an unknown price for 10 calls." in said(card, replace(DONE, used=Used(requests=10, unpriced=10)))
    assert "cost" not in said(card, DONE)


def test_it_says_what_an_interrupted_run_waits_for_before_it_goes_on(card: RunCard) -> None:
    card.show_started()
    card.show_progress(Progress(0, 10, 0, 0, 0, 0.0, None, waiting=3), {}, ["small"])

    assert card.planned.text() == "Waiting for 3 replies that are still on their way from before …"
    card.show_progress(Progress(0, 10, 0, 0, 0, 0.0, None, reading=1200), {}, ["small"])
    assert card.planned.text() == "The built-in model reads 1,200 texts, to find the examples nearest in meaning …"


def test_it_says_what_came_from_the_cache_and_which_items_give_orders(card: RunCard) -> None:
    told = said(card, replace(DONE, used=Used(cached=4), suspicious=1))

    assert "4 replies were known before." in told
    assert "1 item tries to give the model orders." in told


def test_a_run_that_was_stopped_says_by_what_and_that_it_can_go_on(card: RunCard) -> None:
    by_hand = said(card, replace(DONE, stopped=True))
    by_cap = said(card, replace(DONE, stopped=True, why="The cap of 10 calls is reached."))

    assert by_hand == "Stopped. 8 labelled · 1 invalid · 1 failed; Start goes on with the rest."
    assert by_cap.startswith("The cap of 10 calls is reached. 8 labelled")


def test_braces_in_what_a_server_says_are_shown_as_they_are(card: RunCard) -> None:
    told = said(card, replace(DONE, stopped=True, why="The server said {error}."))

    assert told.startswith("The server said {error}. 8 labelled")


def test_of_several_agents_each_has_a_line_and_one_that_could_not_be_used_says_why(card: RunCard) -> None:
    told = said(card, Outcome((DONE, UserError("No server is there.", hint="Start it.")), None))

    assert told.split("\n") == ["small: Done. 8 labelled · 1 invalid · 1 failed.", "No server is there. Start it."]
