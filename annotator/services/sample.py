"""The sample project: real texts written for it, and a crowd that is simulated and says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.domain.model import Label, Question, Report, silent
from annotator.formats.mapping import Mapping
from annotator.paths import resource
from annotator.services import creating, importing, project_file
from annotator.storage.database import Db

FILE_NAME = f"Sample reviews{project_file.SUFFIX}"


@dataclass(frozen=True)
class Made:
    """The sample's place, and whether it was made just now or was there already."""

    path: Path
    fresh: bool


def open_sample(path: Path, *, report: Report = silent) -> Made:
    """Make the sample project at `path` unless there is one; without the LLM's answers, which come by a run."""
    if path.exists():
        project_file.open_project(path, read_only=True).close()
        return Made(path, fresh=False)
    path.parent.mkdir(parents=True, exist_ok=True)  # a fresh user may have no documents folder
    with creating.whole(path) as place:
        make(place, report=report).close()
    return Made(path, fresh=True)


def make(path: Path, *, report: Report = silent) -> Db:
    """A new sample project, open for writing: items, gold and the simulated crowd's answers."""
    about: dict[str, Any] = json.loads(resource("sample", "project.json").read_text(encoding="utf-8"))
    db = project_file.create(path, name=about["name"], question=_question(about))
    try:
        _fill(db, about, report)
    except BaseException:
        db.close()
        project_file.remove(path)
        raise
    return db


def _fill(db: Db, about: dict[str, Any], report: Report) -> None:
    project_file.set_setting(db, "about", about["about"])
    columns = about["items"]
    mapping = Mapping(tuple(columns["fields"]), columns["id"], tuple(columns["metadata"]))
    importing.import_items(db, resource("sample", columns["file"]), mapping=mapping, report=report)
    importing.import_gold(db, resource("sample", about["gold"]["file"]))
    importing.import_labels(db, resource("sample", about["crowd"]["file"]), simulated=True)


def _question(about: dict[str, Any]) -> Question:
    content = about["question"]
    return Question(
        name=content["name"],
        text=content["text"],
        noun=content["noun"],
        labels=tuple(Label(**label) for label in content["labels"]),
        guideline=resource("sample", about["guideline"]).read_text(encoding="utf-8"),
    )
