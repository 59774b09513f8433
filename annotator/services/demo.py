"""The whole main job on the sample project, as `annotator demo` shows it."""

from __future__ import annotations

import asyncio
import shlex
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import agents, exporting, merging, overview, prelabelling, project_file, routing, sample
from annotator.storage.database import Db
from annotator.texts import say

T = TypeVar("T")
THRESHOLD = 0.8
NEXT = {
    "In the window, answer what waits and settle what is in conflict:": "{project}",
    "See how far the people and the LLM agree, and whose answers look wrong:": "agreement {project}",
    "See what it takes to promise that 90 % of the accepted labels are right:": "route {project} --target-accuracy 0.9",
    "Begin a project with texts of your own:": "new mine --items FILE.csv --labels positive,negative",
}


@dataclass(frozen=True)
class Made:
    """The sample project, pre-labelled and routed. `summary` is None when it had been pre-labelled before."""

    project: Path
    prelabelled: prelabelling.Summary | None


@dataclass(frozen=True)
class Finished:
    """The sample project merged and exported."""

    project: Path
    export: exporting.ExportResult
    annotations: exporting.ExportResult
    summary: overview.Summary

    def as_dict(self) -> dict[str, Any]:
        return {
            "project": str(self.project),
            "labels": str(self.export.path),
            "annotations": str(self.annotations.path),
            "rows": self.export.rows,
            "reconciled": self.export.reconciled,
            "status": self.summary.as_dict(),
        }

    def sentences(self, program: str = "annotator") -> list[str]:
        """What there is now, and what to try next. program: how the command line is called."""
        project = shlex.quote(str(self.project))
        return [
            *overview.sentences(self.summary),
            self.export.sentence,
            f"Project:     {self.project}",
            f"Labels:      {self.export.path}",
            f"Annotations: {self.annotations.path}",
            *(f"{what}\n  {program} {command.format(project=project)}" for what, command in NEXT.items()),
        ]


def make(
    folder: Path | None,
    progress: Callable[[prelabelling.Progress], None],
    tell: Callable[[str], None],
) -> Made:
    """The sample project in a folder (a fresh one unless given), pre-labelled by the built-in LLM and routed."""
    folder = folder or Path(tempfile.mkdtemp(prefix="annotator-demo-"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            say("The folder “{folder}” cannot be made.", folder=folder), hint=say("Choose another one with --dir.")
        ) from error
    path = (folder / sample.FILE_NAME).resolve()
    made = sample.open_sample(path)
    tell(f"Sample project: {path}" if made.fresh else f"The sample project is there already: {path}")
    db = project_file.open_project(path)
    try:
        return Made(path, _prelabel(db, progress, tell))
    finally:
        db.close()


def finish(made: Made) -> Finished:
    """What the window would be used for, as far as it goes without a person: merge and export."""
    db = project_file.open_project(made.project)
    try:
        merging.merge_and_store(db)
        folder = made.project.parent
        labels = exporting.export(db, folder / "labels.csv", per_annotator=True)
        annotations = exporting.export(db, folder / "annotations.csv", what="annotations")
        return Finished(made.project, labels, annotations, overview.summary(db))
    finally:
        db.close()


def _prelabel(
    db: Db, progress: Callable[[prelabelling.Progress], None], tell: Callable[[str], None]
) -> prelabelling.Summary | None:
    choice = agents.AgentChoice()
    plan = agents.plan(db, choice)
    if not plan.to_ask:
        return None
    tell(f"{plan.agent_name} labels {counted(plan.to_ask, 'item')} on this machine; this takes a minute or two.")

    async def store(work: Callable[[Db], T]) -> T:
        return work(db)

    summary = asyncio.run(prelabelling.run(store, choice, progress=progress))
    for sentence in prelabelling.sentences(summary):
        tell(sentence)
    result = routing.route(db, threshold=THRESHOLD)
    asked = counted(result.split.people + result.split.audit, "item")
    tell(f"{asked} are for people: those that it is unsure of, and an audit sample of the others.")
    for sentence in result.already:
        tell(sentence)
    merging.merge_and_store(db)
    return summary
