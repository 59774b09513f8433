"""No cell of a file that is written, or of a table that is copied, is run as a formula by a spreadsheet."""

from __future__ import annotations

import ast
import csv
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from annotator.domain.intervals import wilson
from annotator.services import annotating, exporting, importing, merging, project_file
from annotator.services.importing import Rejected
from annotator.services.label_shares import Distribution, Source
from annotator.services.soft_labels import SoftItem, SoftLabels
from annotator.ui.widgets.confusion_grid import ConfusionGrid
from annotator.ui.widgets.forest_plot import ForestPlot, Row
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.rejected_rows import RejectedRows
from tests.projects import crowd
from tests.safety.source import modules, named

FORMULA = '=cmd|"/c calc"!A1'
STARTS = ("=", "+", "-", "@", "\t", "\r")
WRITERS = {"csv.writer", "csv.DictWriter", "to_csv", "to_excel"}
ALLOWED = {
    "formats/writing.py",  # which defuses
    "formats/reader.py",  # a row that was set aside, for showing as it was
}


def test_every_table_is_written_by_the_one_writer_that_defuses() -> None:
    found = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and WRITERS & {named(node.func), named(node.func).rpartition(".")[2]}
    }
    assert found == ALLOWED


@pytest.mark.parametrize("what", ["labels", "annotations"])
def test_no_cell_of_an_export_is_a_formula(tmp_path: Path, what: Literal["labels", "annotations"]) -> None:
    """Names of labels, people, columns and ids, texts and comments: each would be one."""
    question = project_file.make_question(FORMULA, FORMULA, [FORMULA, "@SUM(A1)"], FORMULA, FORMULA)
    db = project_file.create(tmp_path / "formulas.annotator", name=FORMULA, question=question)
    with (tmp_path / "items.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["id", "text", "+more"], [FORMULA, FORMULA, "@more"], ["-1+1", "+1+1", FORMULA]])
    importing.import_items(db, tmp_path / "items.csv", mapping=importing.Mapping(("text",), "id", ("+more",)))
    crowd(db, tmp_path, [("-1+1", "+ann", "@SUM(A1)"), ("-1+1", "@bea", "@SUM(A1)")])
    me = project_file.add_person(db, FORMULA).id
    turn = annotating.turn_of(db, me, 1)
    annotating.answer(db, me, turn, question_label(db), seconds=1.0, comment=FORMULA)
    merging.merge_and_store(db)

    exporting.export(db, tmp_path / "out.csv", what=what, per_annotator=what == "labels", shares=what == "labels")
    db.close()
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        cells = [cell for row in csv.reader(file) for cell in row]

    assert f"'{FORMULA}" in cells
    assert [cell for cell in cells if cell.startswith(STARTS)] == []


def question_label(db: project_file.Db) -> int:
    return project_file.question(db).labels[0].id


def test_no_cell_of_a_table_that_is_copied_is_a_formula(qtbot: QtBot) -> None:
    table, plot, rejected = Records(["name", "+value"]), ForestPlot("plot", "across"), RejectedRows()
    for widget in (table, plot, rejected):
        qtbot.addWidget(widget)
    table.show_rows([[FORMULA, "-3.5"], ["two\tcells", "two\n=lines"]])
    plot.show_rows([Row(FORMULA, 0.5, None, None)])
    rejected.show_rows((Rejected(3, "no such item", f"{FORMULA}\tx", FORMULA),), 1)
    rejected.copy()

    rows = [
        line.split("\t") for text in (table.as_text(), QGuiApplication.clipboard().text()) for line in text.split("\n")
    ]
    cells = [cell for row in rows for cell in row] + next(csv.reader(plot.numbers().splitlines()[1:]))
    assert [cell for cell in cells if cell.startswith(STARTS)] == ["-3.5"]
    assert {len(row) for row in rows} == {2, 4}


def test_no_cell_of_the_numbers_behind_a_plot_is_a_formula(qtbot: QtBot) -> None:
    share = wilson(1, 2)
    source = Source(FORMULA, "people", (share,), 2)
    soft = SoftItem(1, FORMULA, FORMULA, np.array([1, 1]), None, settled=False)
    grid = ConfusionGrid()
    qtbot.addWidget(grid)
    grid.show_matrix([FORMULA, "@b"], np.eye(2))
    written = (
        Distribution((FORMULA,), (source,), 0, common=False).numbers(),
        SoftLabels((FORMULA, "@b"), (soft,), 1, 1, (), estimated=False).numbers(),
        grid.numbers(),
    )

    for text in written:
        cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
        assert [cell for cell in cells if cell.endswith(FORMULA)]
        assert [cell for cell in cells if cell.startswith(STARTS)] == []
