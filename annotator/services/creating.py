"""A new project from a file of items: made as a whole, or not at all."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.model import Question, Report, silent
from annotator.services import importing, project_file
from annotator.services.importing import Duplicates, ImportResult, Layout, Mapping


def create_from_file(
    path: Path,
    *,
    name: str,
    question: Question,
    source: Path,
    layout: Layout | None = None,
    mapping: Mapping | None = None,
    duplicates: Duplicates = "skip",
    report: Report = silent,
) -> ImportResult:
    """Make the project file and import the items of `source`; the project is closed again.

    Whatever ends it early, also Cancelled out of `report`, leaves no file. Raises ProjectProblem, and changes nothing,
    where there is a file already.
    """
    report(0, None)  # nothing is begun when it has been stopped already
    db = project_file.create(path, name=name, question=question)
    try:
        result = importing.import_items(
            db, source, layout=layout, mapping=mapping, duplicates=duplicates, report=report
        )
        report(0, None)  # the last moment to stop
        db.close()
    except BaseException:
        db.close()
        project_file.remove(path)
        raise
    return result
