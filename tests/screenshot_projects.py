"""The projects that are pictured."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from annotator.domain.model import Label
from annotator.services import adjudicating, annotating, demo, merging, project_file
from annotator.services.project_file import Db
from tests import annotate_pictures, screenshot_team
from tests.ui import long_project

PERSON = "Mira"
SHAPES = ("two", "long", "many")  # what the page for annotating shows of each: tests/annotate_pictures.py


def make(folder: Path) -> dict[str, Path]:
    """By name; those that are in the folder already are taken as they are."""
    found = {name: folder / f"pictured-{name}.annotator" for name in ("sample", "running", "long text", "new", *SHAPES)}
    if not found["new"].exists():
        _make(folder, found)
    found |= screenshot_team.make(folder, found["sample"])
    shutil.copy(found["sample"], found["running"])  # a second agent labels this one
    return found


def _make(folder: Path, found: dict[str, Path]) -> None:
    sample = demo.make(folder, lambda _: None, lambda sentence: sys.stdout.write(sentence + "\n")).project
    _work_a_little(sample)
    sample.rename(found["sample"])
    long_project.make(folder).rename(found["long text"])
    for name, path in annotate_pictures.make(folder).items():
        path.rename(found[name])
    question = project_file.make_question("Sentiment", "What is it?", [Label("good"), Label("bad")], "")
    project_file.create(found["new"], name="A new project", question=question).close()


def _work_a_little(project: Path) -> None:
    """Some answers, a comment, a merge and a decision, so that no page is empty."""
    db = project_file.open_project(project)
    mira = project_file.add_person(db, PERSON).id
    labels = [label.id for label in project_file.question(db).labels]
    for number in range(9):
        turn = annotating.next_turn(db, mira)
        assert turn is not None
        label = turn.suggestion.label_id if turn.suggestion and number % 3 else labels[number % 2]
        comment = "Could be irony." if number == 4 else ""
        annotating.answer(db, mira, turn, label, seconds=2.5 + number % 4, comment=comment, flagged=number == 4)
    merging.merge_and_store(db)
    _settle_some(db, mira)
    merging.merge_and_store(db)
    db.close()


def _settle_some(db: Db, lead: int) -> None:
    for conflict in adjudicating.conflicts(db)[:4]:
        case = adjudicating.case(db, conflict.item_id)
        adjudicating.settle(db, lead, conflict.item_id, case.merged[0][0].id)
