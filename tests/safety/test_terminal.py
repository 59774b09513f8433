"""What an item holds reaches a terminal as text, never as a command to it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from annotator.cli.terminal import seen
from tests.projects import make_project
from tests.test_command_line import annotator, asked

COMMAND = "\x1b]0;owned\x07\x1b[2J\x9b31m\x7f"


def test_an_item_cannot_command_the_terminal(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"before {COMMAND} after"])
    db.close()

    shown = annotator("items", db.path)

    assert "before" in shown
    assert not [char for char in shown if char in COMMAND and not char.isprintable()]


def test_a_script_still_reads_what_the_item_holds(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"before {COMMAND} after"])
    db.close()

    raw = annotator("items", db.path, "--json")

    assert not [char for char in raw if not char.isprintable() and char != "\n"]
    assert asked("items", db.path)["items"][0]["text"] == f"before {COMMAND} after"


def test_lines_tabs_and_every_script_stay() -> None:
    text = "a\n\tb ü 中文 ✓ 👍🏽"
    assert seen(text) == text


def test_half_of_a_character_is_shown_and_exported_as_one_that_is_missing(tmp_path: Path) -> None:
    with closing(make_project(tmp_path)) as db:
        db.execute("update item set fields = ? where id = 1", ('{"text": "a\\ud800b"}',))
        db.conn.commit()

    assert "a�b" in annotator("items", db.path)
    assert asked("items", db.path)["items"][0]["text"] == "a�b"
    annotator("export", db.path, tmp_path / "out.csv")
    assert "a�b" in (tmp_path / "out.csv").read_text(encoding="utf-8")
