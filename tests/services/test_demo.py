"""What the demo says when it is done."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli import commands
from annotator.services import demo, overview
from tests.projects import crowd, make_project


def test_the_demo_ends_with_where_its_files_are_and_commands_to_try(tmp_path: Path) -> None:
    db = make_project(tmp_path, name="with space")
    crowd(db, tmp_path, [("i0", "a", "good"), ("i1", "a", "bad"), ("i1", "b", "bad")])
    db.close()

    finished = demo.finish(demo.Made(db.path, None))
    told = finished.sentences("bin/annotator")

    assert told[: -len(demo.NEXT)][-3:] == [
        f"Project:     {db.path}",
        f"Labels:      {tmp_path / 'labels.csv'}",
        f"Annotations: {tmp_path / 'annotations.csv'}",
    ]
    tried = [text.splitlines()[1].replace(f"'{db.path}'", "P").split() for text in told[-len(demo.NEXT) :]]
    assert [words[0] for words in tried] == ["bin/annotator"] * len(demo.NEXT)
    assert {words[1] for words in tried} - {"P"} <= set(commands.list_commands(click.Context(commands)))
    assert told[0] == overview.sentences(finished.summary)[0] == "with space: 8 items"
    assert finished.export.sentence in told
