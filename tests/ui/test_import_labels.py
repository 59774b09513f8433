"""Choosing in the window how a file of labels is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.storage import answers
from annotator.ui.dialogs.import_labels import ImportLabelsWizard, LabelSource
from annotator.ui.item_table import Column
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.widgets.notice import InlineNotice


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ItemsPage:
    page = ItemsPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    return page


def opened(qtbot: QtBot, page: ItemsPage, button: str, path: Path) -> ImportLabelsWizard:
    """The wizard on its page of columns, after the button and the dialog that asks for the file."""
    qtbot.mouseClick(page.findChild(QPushButton, button), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    dialog.accept()
    wizard = page.findChild(ImportLabelsWizard)
    qtbot.waitUntil(wizard.preview_page.isComplete)
    wizard.next()
    assert wizard.currentPage() is wizard.columns_page
    return wizard


def finish(wizard: ImportLabelsWizard) -> QPushButton:
    found = wizard.button(wizard.WizardButton.FinishButton)
    assert isinstance(found, QPushButton)
    return found


def test_columns_with_other_names_are_chosen_before_anything_is_imported(
    qtbot: QtBot, page: ItemsPage, tmp_path: Path
) -> None:
    path = tmp_path / "strange.csv"
    path.write_text("nr;turker;verdict;confidence\nr1;ann;negative;80\nr2;ann;positive;70\n", encoding="utf-8")
    wizard = opened(qtbot, page, "import_labels", path)
    columns = wizard.columns_page.columns
    qtbot.waitUntil(lambda: bool(columns.chosen()))
    assert dict(columns.chosen())["nr"] == "item"  # its cells are ids of items
    assert "who gave them" in wizard.columns_page._notice.text
    assert not finish(wizard).isEnabled()

    columns.choose("turker", "annotator")
    columns.choose("verdict", "label")
    columns.choose("confidence", "leave out")
    assert wizard.columns_page._notice.text == ""
    assert finish(wizard).isEnabled()
    with qtbot.waitSignal(page.session.told) as told:
        finish(wizard).click()

    assert told.args == ["2 answers added.", "good"]
    given = answers.of_items(page.session.read, page.session.question.id, [1, 2])
    assert [given[item][0].confidence for item in (1, 2)] == [None, None]


def test_known_labels_are_read_from_the_column_that_is_chosen_and_rows_without_one_are_counted(
    qtbot: QtBot, page: ItemsPage, tmp_path: Path
) -> None:
    path = tmp_path / "gold.csv"
    path.write_text("item,label,expert\nr1,negative,positive\nr2,positive,\n", encoding="utf-8")
    wizard = opened(qtbot, page, "import_gold", path)
    columns = wizard.columns_page.columns
    qtbot.waitUntil(wizard.columns_page.isComplete)
    assert dict(columns.chosen()) == {"item": "item", "label": "label", "expert": "leave out"}

    columns.choose("expert", "label")
    assert dict(columns.chosen())["label"] == "leave out"  # one column only
    with qtbot.waitSignal(page.session.told) as told:
        finish(wizard).click()

    assert told.args == ["1 known labels added, 1 without gold.", "good"]
    qtbot.waitUntil(lambda: page.model.index(0, Column.GOLD).data() == "positive")


def test_a_file_with_bad_rows_can_be_refused(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    path = tmp_path / "crowd.csv"
    path.write_text("task,worker,label\nr1,ann,negative\nr9,ann,positive\n", encoding="utf-8")
    wizard = opened(qtbot, page, "import_labels", path)
    wizard.columns_page.bad_rows.setCurrentIndex(1)
    qtbot.waitUntil(finish(wizard).isEnabled)

    with qtbot.waitSignal(page.session.told) as told:
        finish(wizard).click()

    assert "“crowd.csv” has a bad row, line 3: no item “r9” in the project." in told.args[0]
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_a_file_that_is_none_is_said_where_it_would_be_read(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("item,annotator,label\n", encoding="utf-8")
    wizard = ImportLabelsWizard(page.session, path, "labels", page)
    wizard.show()

    qtbot.waitUntil(lambda: "no rows" in wizard.preview_page._notice.text)
    assert not wizard.preview_page.isComplete()
    wizard.reject()


def test_columns_that_an_earlier_import_chose_are_named(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("item,annotator,label,final,sure\nr1,ann,x,negative,0.8\n", encoding="utf-8")
    with qtbot.waitSignal(page.session.told):
        page.imports.import_labels(LabelSource(path, columns={"label": "final", "confidence": "sure"}))

    wizard = opened(qtbot, page, "import_labels", path)
    notice = wizard.findChild(InlineNotice, "columns_notice")

    qtbot.waitUntil(lambda: bool(notice.text))
    assert notice.text == "As in the earlier import: labels from “final”, confidence from “sure”."
    wizard.reject()
