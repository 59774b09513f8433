"""A new project from a file of items: made as a whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from annotator.domain.model import Question, Report, silent
from annotator.errors import ProjectProblem
from annotator.services import importing, project_file
from annotator.services.importing import BadRows, Duplicates, ImportResult, Layout, Mapping
from annotator.storage import database
from annotator.texts import say


class Made(NamedTuple):
    """What became of the file's rows: as items, and as known labels where these were wanted."""

    items: ImportResult
    gold: ImportResult | None


def create_from_file(
    path: Path,
    *,
    name: str,
    question: Question,
    source: Path,
    layout: Layout | None = None,
    mapping: Mapping | None = None,
    duplicates: Duplicates = "skip",
    bad_rows: BadRows = "set-aside",
    gold: bool = False,
    report: Report = silent,
) -> Made:
    """Make the project file and import the items of `source`; the project is closed again.

    gold: whether the file's column of known labels (`importing.gold_for_later`) becomes gold. A row without one is not
    refused, as files often know some labels only.

    Whatever ends it early, also Cancelled out of `report`, leaves no file. Raises ProjectProblem, and changes nothing,
    where there is a file already.
    """
    report(0, None)  # nothing is begun when it has been stopped already
    with whole(path) as place:
        db = project_file.create(place, name=name, question=question)
        try:
            result = importing.import_items(
                db,
                source,
                layout=layout,
                mapping=mapping,
                duplicates=duplicates,
                bad_rows=bad_rows,
                report=report,
            )
            ids = {"item": mapping.id_column} if mapping is not None and mapping.id_column else None
            known = importing.import_gold(db, source, layout=layout, columns=ids, report=report) if gold else None
            report(0, None)  # the last moment to stop
        finally:
            db.close()
    return Made(result, known)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to make a project that takes its place at the end of the block, when it is closed.

    What ends the block early leaves nothing. A kill leaves a hidden folder, but no project that lacks something.
    """
    database.check_free(path)
    aside = path.with_name(f".{path.name[:100]}.{uuid.uuid4().hex[:8]}.part")
    try:
        aside.mkdir()
    except OSError as error:
        raise ProjectProblem(
            say(
                "“{file}” cannot be made in “{parent}”: {strerror}.",
                file=path.name,
                parent=path.parent,
                strerror=error.strerror,
            ),
            hint=say("Choose another folder."),
        ) from error
    try:
        yield aside / path.name  # the same name, since sentences about the file hold it
        database.check_free(path)
        os.rename(aside / path.name, path)
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(aside)
