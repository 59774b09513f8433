"""A lead and three annotators at the window, in four processes, from sending out to the merged export."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests import film_strip
from tests.e2e import team_story
from tests.e2e.reviews import KEYS, REVIEWS
from tests.e2e.team_member import GOLD, IDS, MISTAKEN

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the environment tells where home is on Linux only")


def test_four_people_by_keys_and_mouse_come_to_one_result_with_every_answer_once(qtbot: QtBot, tmp_path: Path) -> None:
    story = team_story.tell(tmp_path)

    pressed = [(item, who, label) for who, said in story.pressed.items() for item, label in said.items()]
    assert len(pressed) == 34
    assert sorted((row["item_id"], row["annotator"], row["label"]) for row in story.answers) == sorted(pressed)
    assert {row["status"] for row in story.answers} == {"label"}
    assert {row["exposure"] for row in story.answers} == {"blind"}
    check_labels(story)
    check_film(story, tmp_path / "film.png")


def check_labels(story: team_story.Story) -> None:
    """One row an item, in order, with what everybody pressed; each item has two people, the checks have three."""
    assert [row["item_id"] for row in story.labels] == list(IDS.values())
    for row in story.labels:
        said = {who: row[f"annotator: {who}"] for who in story.pressed if row[f"annotator: {who}"]}
        assert said == {
            who: labels[row["item_id"]] for who, labels in story.pressed.items() if row["item_id"] in labels
        }
        assert len(said) >= (3 if row["item_id"] in GOLD else 2)
        assert row["gold"] == GOLD.get(row["item_id"], "")
        assert row["label"] in KEYS
        if set(said.values()) == {REVIEWS[row["text"]]}:
            assert row["label"] == REVIEWS[row["text"]]
    assert any(row["source"] == "merged" for row in story.labels), "nobody was of another opinion"
    assert len(MISTAKEN) == len(story.pressed)


def check_film(story: team_story.Story, target: Path) -> None:
    film_strip.make(story.pictures, target)
    film = QImage(str(target))
    assert len(story.pictures) == 12
    assert film.width() >= 3 * film_strip.WIDTH
    assert target.stat().st_size < 1_500_000
    captions = [QImage(str(picture)).text("Caption") for picture in story.pictures]
    assert [caption.partition(":")[0] for caption in captions].count("Lead") == 7
