"""The Export page: what the preview promises is what the file has."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.services import importing, merging
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.export import ExportPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.text import ElidedLabel


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ExportPage:
    page = ExportPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.preview.rowCount() == 4)
    return page


def written(qtbot: QtBot, page: ExportPage, path: Path) -> list[list[str]]:
    with qtbot.waitSignal(page.session.told):
        page.export_to(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def columns(page: ExportPage) -> list[str]:
    heads = [page.preview.horizontalHeaderItem(column) for column in range(page.preview.columnCount())]
    return [head.text() for head in heads if head is not None]


def answer(qtbot: QtBot, page: ExportPage, folder: Path, rows: str) -> None:
    file = folder / "answers.csv"
    file.write_text("task,worker,label\n" + rows)
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: importing.import_labels(db, file), owner=page)


def test_the_preview_is_the_beginning_of_the_file(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    head, *rows = written(qtbot, page, tmp_path / "out.csv")

    assert head == columns(page)
    assert [row[:2] for row in rows] == [
        [page.preview.text(row, 0), page.preview.text(row, 1)] for row in range(page.preview.rowCount())
    ]
    assert page.count.text.startswith("4 rows of 18 columns will be written, one for each item")


def test_the_result_says_how_many_rows_and_where(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.session.told) as told:
        page.export_to(tmp_path / "out.csv")

    assert "4 rows written to out.csv, as many as the project has" in told.args[0]
    assert told.args[1] == "good"
    assert str(tmp_path / "out.csv") in page.result.text


def test_annotations_are_one_row_per_answer(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    answer(qtbot, page, tmp_path, "r1,ann,negative\nr2,ann,positive\n")

    qtbot.mouseClick(page.annotations, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: page.preview.rowCount() == 2)
    head, *rows = written(qtbot, page, tmp_path / "out.csv")
    assert [row[head.index("annotator")] for row in rows] == ["ann", "ann"]
    assert not page.per_annotator.isEnabled()


def test_one_column_for_each_annotator_by_choice(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    answer(qtbot, page, tmp_path, "r1,ann,negative\n")

    page.per_annotator.setFocus()
    qtbot.keyClick(page.per_annotator, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: "annotator: ann" in columns(page))
    head, first, *_ = written(qtbot, page, tmp_path / "out.csv")
    assert first[head.index("annotator: ann")] == "negative"


def test_formulas_are_defused_unless_switched_off(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: object, tmp_path: Path
) -> None:
    jobs.open(make_project(texts=('=HYPERLINK("x")',)))  # type: ignore[operator]
    page = ExportPage(Session(jobs, settings))
    qtbot.addWidget(page)
    page.show()

    safe = written(qtbot, page, tmp_path / "safe.csv")[1][1]
    qtbot.keyClick(page.defuse, Qt.Key.Key_Space)
    raw = written(qtbot, page, tmp_path / "raw.csv")[1][1]

    assert raw == '=HYPERLINK("x")'
    assert safe != raw
    assert not safe.startswith("=")


def test_the_mark_for_excel_is_written_when_wished(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    written(qtbot, page, tmp_path / "plain.csv")
    qtbot.keyClick(page.excel, Qt.Key.Key_Space)
    written(qtbot, page, tmp_path / "excel.csv")

    assert not (tmp_path / "plain.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "excel.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_project_file_itself_is_refused(qtbot: QtBot, page: ExportPage) -> None:
    page.export_to(page.session.path)

    qtbot.waitUntil(lambda: "project file itself" in page.result.text)
    assert page.export_button.isEnabled()


def test_numbers_stand_at_the_end_of_their_columns_in_a_preview_that_is_only_read(page: ExportPage) -> None:
    heads = columns(page)
    right, left = heads.index("answers"), heads.index("text")

    assert page.preview.item(0, right).textAlignment() & Qt.AlignmentFlag.AlignRight
    assert not page.preview.item(0, left).textAlignment() & Qt.AlignmentFlag.AlignRight
    assert not page.preview.selectedItems()


def test_a_stale_merge_is_said_and_mended_on_a_click(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    answer(qtbot, page, tmp_path, "r1,ann,negative\n")
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: merging.merge_and_store(db, "majority-vote"), owner=page)
    answer(qtbot, page, tmp_path, "r2,bob,negative\n")
    qtbot.waitUntil(lambda: "1 answer" in banner_of(page))

    qtbot.mouseClick(page.banner.findChild(QPushButton, "merge_now"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: banner_of(page) == "", timeout=20_000)
    state = merging.state(page.session.read)
    assert state is not None
    assert state.stale == 0


def test_labels_that_are_missing_for_want_of_merging_are_explained(
    qtbot: QtBot, page: ExportPage, tmp_path: Path
) -> None:
    answer(qtbot, page, tmp_path, "r1,ann,negative\n")

    qtbot.waitUntil(lambda: banner_of(page).startswith("Nothing is merged yet"))
    qtbot.mouseClick(page.annotations, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: banner_of(page) == "")


def banner_of(page: ExportPage) -> str:
    """What the line about merging says, "" where it is not shown."""
    label = page.banner.findChild(ElidedLabel)
    return "" if page.banner.isHidden() else str(label.accessibleName())


def test_without_items_the_page_leads_to_importing(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: object
) -> None:
    jobs.open(make_project(texts=()))  # type: ignore[operator]
    session = Session(jobs, settings)
    page = ExportPage(session)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Go to Items")
    qtbot.waitUntil(button.isVisible)

    with qtbot.waitSignal(session.go_requested) as gone:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert gone.args[0] == "items"
