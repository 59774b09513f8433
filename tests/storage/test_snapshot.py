"""Reading while others write."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.model import Kind
from annotator.services import project_file
from annotator.storage import annotators
from tests.projects import make_project


def test_what_is_read_together_is_of_one_moment(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with db.atomic():
        bot = annotators.named(db, "bot", kind=Kind.LLM)
    reader = project_file.open_project(db.path, read_only=True)

    with reader.snapshot():
        (seen,) = annotators.every(reader)
        with db.atomic():
            db.execute("delete from annotator where id = ?", (bot.id,))
            annotators.named(db, "Mira")
        assert annotators.get(reader, seen.id) == bot

    assert [annotator.name for annotator in annotators.every(reader)] == ["Mira"]
    reader.close()
    db.close()


def test_a_snapshot_within_a_write_sees_the_write_and_leaves_it_alone(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with db.atomic():
        annotators.named(db, "Mira")
        with db.snapshot():
            assert [annotator.name for annotator in annotators.every(db)] == ["Mira"]
    assert [annotator.name for annotator in annotators.every(db)] == ["Mira"]
    db.close()
