"""A project file as DataFrames."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.services import exporting, merging, overview, project_file
from annotator.services.exporting import ExportResult, What
from annotator.services.overview import Summary
from annotator.services.project_file import Db
from annotator.services.putting_in_force import MergeResult

if TYPE_CHECKING:
    import pandas as pd


class Project:
    """An open project. Close it, or use it in a `with` block; the window may have it open at the same time."""

    def __init__(self, path: Path, question: str | None = None) -> None:
        self.path = path
        self._opened: Db | None = project_file.open_project(path)
        if question is not None:
            project_file.look_at(self._db, question)

    @property
    def name(self) -> str:
        return project_file.name(self._db)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the question looked at, in its order."""
        return project_file.question(self._db).label_names()

    def items(self) -> pd.DataFrame:
        """One row per item with its fields, final label, probability and where they come from; by item id.

        The columns are those of the CSV export, with one for each annotator's label.
        """
        return self._frame("labels").set_index("item_id")

    def annotations(self) -> pd.DataFrame:
        """One row per annotation: who answered what to which item, with confidence, comment and exposure."""
        return self._frame("annotations")

    def merge(self, method: str = "auto") -> MergeResult:
        """Merge all answers and put the result in force, as in the window."""
        return merging.merge_and_store(self._db, method)

    def export(self, path: str | os.PathLike[str], *, what: What = "labels", defuse: bool = True) -> ExportResult:
        """Write a CSV; see `annotator export --help`."""
        return exporting.export(self._db, Path(path), what=what, defuse=defuse)

    def status(self) -> Summary:
        """Where the project stands."""
        return overview.summary(self._db)

    def close(self) -> None:
        """Close the file; closing it again does nothing."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @property
    def _db(self) -> Db:
        if self._opened is None:
            raise UserError(f"“{self.path.name}” is closed.", hint="Open it again with api.open_project.")
        return self._opened

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _frame(self, what: What) -> pd.DataFrame:
        import pandas as pd

        columns, rows = exporting.table(self._db, what)
        return pd.DataFrame(list(rows), columns=list(columns))


def open_project(path: str | os.PathLike[str], *, question: str | None = None) -> Project:
    """An existing project file; UserError in one sentence where it cannot be used.

    question: the name of the one that everything is about, where there are several; the first one by default.
    """
    return Project(Path(path), question)
