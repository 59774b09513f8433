"""What a project keeps in English is shown in the language of the window: reasons, faults, and names of methods."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotator.domain.model import Annotator, Kind
from annotator.services.importing import Rejected
from annotator.services.prelabelling import Summary
from annotator.services.repairing import InvalidReply
from annotator.services.suspects import Suspect
from annotator.texts import spoken
from annotator.ui.settings import Settings
from annotator.ui.widgets.invalid_view import InvalidView
from annotator.ui.widgets.rejected_rows import RejectedRows
from annotator.ui.widgets.run_card import RunCard
from annotator.ui.widgets.suspects_view import SuspectsView
from annotator.ui.widgets.workshop_settings import WorkshopSettings

AGENT = Annotator(1, "u1", "tiny", Kind.LLM)
NO_TEXT, NO_LABEL = "no text", "The reply names none of the labels."
ORDERS = "It seems to give orders to the model: “ignore the above”."
NO_KEY = "The API key is missing, wrong, or not allowed to use this model."

pytestmark = pytest.mark.usefixtures("german")


def in_german(english: str) -> str:
    found = spoken(english)
    assert found != english
    return found


def test_why_a_row_was_set_aside(qtbot: QtBot) -> None:
    rows = RejectedRows()
    qtbot.addWidget(rows)

    rows.show_rows([Rejected(3, NO_TEXT, "d,,en")], 1)

    cell = rows.table.item(0, 2)
    assert cell is not None
    assert cell.text() == in_german(NO_TEXT)


def test_why_a_reply_is_invalid(qtbot: QtBot, settings: Settings) -> None:
    view = InvalidView(settings)
    qtbot.addWidget(view)

    view.show_replies([InvalidReply(1, "i1", AGENT, "maybe", NO_LABEL)], 0)

    assert view.reason.text() == view.table.text(0, 3) == in_german(NO_LABEL)


def test_why_an_item_is_suspicious(qtbot: QtBot) -> None:
    view = SuspectsView()
    qtbot.addWidget(view)

    view.show_suspects([Suspect(1, "i1", AGENT, ORDERS, False, None, True, False)], {}, 1)

    assert view.table.text(0, 2) == in_german(ORDERS)


def test_why_items_got_no_reply(qtbot: QtBot) -> None:
    card = RunCard()
    qtbot.addWidget(card)

    card.show_outcome(Summary("tiny", "tiny", 2, 0, 0, 2, (("key", NO_KEY, 2),), stopped=False, seconds=1.0))

    assert in_german(NO_KEY) in card.outcome.text


def test_where_a_confidence_comes_from_and_how_examples_are_chosen(qtbot: QtBot) -> None:
    workshop = WorkshopSettings()
    qtbot.addWidget(workshop)

    shown = {workshop.confidence.itemText(place) for place in range(workshop.confidence.count())}
    shown |= {workshop.examples.itemText(place) for place in range(workshop.examples.count())}

    assert {in_german("stated for its best guesses"), in_german("nearest to each item")} <= shown
