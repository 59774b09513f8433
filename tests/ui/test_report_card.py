"""Writing a report from the Export page, and what its PDF looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextTable
from pytestqt.qtbot import QtBot

from annotator.services import project_file, report_page, reporting
from annotator.ui import printing
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.export import ExportPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests import quality_project

WORKED_OUT = 30_000  # milliseconds


@pytest.fixture
def page(qtbot: QtBot, jobs: JobRunner, settings: Settings, tmp_path: Path) -> ExportPage:
    db = quality_project.make(tmp_path)
    db.close()
    jobs.open(db.path)
    page = ExportPage(Session(jobs, settings, jobs))
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.preview.rowCount() == 10)
    return page


def test_a_report_is_written_and_can_be_opened(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.session.offered, timeout=WORKED_OUT) as offered:
        page.report.write_to(tmp_path / "report.html")

    assert offered.args[:2] == ["Report written to report.html.", "Open"]
    assert "The parcel number" not in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.report.write_button.isEnabled()
    assert "report.html" in page.report.result.text


def test_texts_of_items_are_in_it_when_ticked(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    qtbot.keyClick(page.report.examples, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.session.offered, timeout=WORKED_OUT):
        page.report.write_to(tmp_path / "report.html")

    assert "The parcel number" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_pdf_is_written_beside_the_window(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.session.offered, timeout=WORKED_OUT):
        page.report.write_to(tmp_path / "report.pdf")

    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert "pages" in page.report.result.text


def test_what_cannot_be_written_is_said(qtbot: QtBot, page: ExportPage) -> None:
    page.report.write_to(page.session.path)

    qtbot.waitUntil(lambda: "project file itself" in page.report.result.text, timeout=WORKED_OUT)
    assert page.report.write_button.isEnabled()


def test_stopping_leaves_no_file(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    page.report.write_to(tmp_path / "report.pdf")
    page.report.progress.stopped.emit()

    assert page.report.write_button.isEnabled()
    with qtbot.waitSignal(page.session.offered, timeout=WORKED_OUT):
        page.report.write_to(tmp_path / "second.html")
    assert not (tmp_path / "report.pdf").exists()


def test_no_paragraph_of_the_printed_report_is_lost_and_no_table_is_wider_than_the_page(
    qapp: object, tmp_path: Path
) -> None:
    db = quality_project.make(tmp_path)
    project_file.set_setting(db, "name", "A project whose name is much longer than any foot of a page could hold " * 3)
    found = reporting.content(db, examples=True)
    db.close()

    content, pages = printing.pdf(found)
    document, size = printing.laid_out(found)

    assert content.startswith(b"%PDF-")
    assert document.pageCount() == pages
    layout, block, heights = document.documentLayout(), document.begin(), []
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if block.text().strip():
            heights.append(rect.height())
            if QTextCursor(block).currentTable() is None:
                assert rect.right() <= size.width() + 1
        if block.blockFormat().headingLevel() and rect.top() > 1:
            assert size.height() - rect.top() % size.height() >= printing.KEPT
        block = block.next()
    assert min(heights) > 5
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            assert layout.frameBoundingRect(frame).right() <= size.width() + 1
    assert report_page.figures(found)
