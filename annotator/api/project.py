"""A project file as DataFrames."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from annotator.services import exporting, merging, overview, project_file
from annotator.services.exporting import ExportResult, What
from annotator.services.merging import MergeResult
from annotator.services.overview import Summary

if TYPE_CHECKING:
    import pandas as pd


class Project:
    """An open project. Close it, or use it in a `with` block; the window may have it open at the same time."""

    def __init__(self, path: Path) -> None:
        self._db = project_file.open_project(path)
        self.path = path

    @property
    def name(self) -> str:
        return project_file.name(self._db)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the project's question, in its order."""
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
        self._db.close()

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


def open_project(path: str | os.PathLike[str]) -> Project:
    """An existing project file; UserError in one sentence where it cannot be used."""
    return Project(Path(path))
