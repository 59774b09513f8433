"""The routing card says what becomes of items that nobody has given a label, as `annotator route` does."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from annotator.domain.routing import Confidences, Outlook
from annotator.ui.widgets.routing_card import RoutingCard

ITEMS = 10


def card_with(qtbot: QtBot, without_label: int) -> RoutingCard:
    """Ten items of an LLM, the last ones invalid and answered by nobody else; a budget is chosen."""
    card = RoutingCard()
    qtbot.addWidget(card)
    card.show()
    confidence = np.linspace(0.5, 0.9, ITEMS)
    confidence[ITEMS - without_label :] = np.nan
    ids = np.arange(1, ITEMS + 1)
    card.show_confidences(Confidences(ids, confidence, not_answered=0), None)
    qtbot.mouseClick(card.findChild(QRadioButton, "route_by_budget"), Qt.MouseButton.LeftButton)
    labelled = ~np.isnan(confidence)
    error = np.where(labelled, 1 - confidence, 1.0)
    card.show_numbers(Outlook(ids, error, np.zeros(ITEMS, dtype=np.int64), merged=False, labelled=labelled))
    return card


def left_in_sight(card: RoutingCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and "no label" in label.text()]


def test_items_without_any_label_that_the_budget_leaves_are_counted_beside_the_others(qtbot: QtBot) -> None:
    card = card_with(qtbot, without_label=4)
    card.budget.answers.setValue(3)

    assert [card.number(name) for name in ("people", "accepted", "invalid", "without_label")] == ["3", "6", "4", "1"]
    assert left_in_sight(card) == ["left: no label"]
    card.budget.answers.setValue(4)
    assert (card.number("people"), card.number("accepted"), card.split.without_label) == ("4", "6", 0)
    assert left_in_sight(card) == []


def test_where_everything_has_a_label_or_a_threshold_decides_nothing_is_left(qtbot: QtBot) -> None:
    card = card_with(qtbot, without_label=0)
    card.budget.answers.setValue(2)
    assert left_in_sight(card) == []

    card = card_with(qtbot, without_label=4)
    qtbot.mouseClick(card.findChild(QRadioButton, "route_by_threshold"), Qt.MouseButton.LeftButton)
    assert card.split is not None
    assert sum((card.split.people, card.split.audit, card.split.accepted)) == ITEMS
    assert left_in_sight(card) == []
