"""The wizard from a file to a project, by keys and mouse."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from annotator.services import browsing, importing, project_file
from annotator.storage import gold
from annotator.ui import theme
from annotator.ui.dialogs.import_items import ImportItemsWizard
from annotator.ui.dialogs.new_project import NewProjectWizard
from annotator.ui.jobs import JobRunner
from annotator.ui.widgets.cells import WIDEST


@pytest.fixture
def wizard(qtbot: QtBot, jobs: JobRunner) -> NewProjectWizard:
    wizard = NewProjectWizard(jobs)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    path = tmp_path / "my_reviews.csv"
    path.write_text(
        "id;text;shop\nr1;Lovely, thank you!;north\nr2;It broke on day one.;south\n"
        "r2;Again the same id;south\n;No id here;x\n",
        encoding="utf-8",
    )
    return path


def press(qtbot: QtBot, wizard: NewProjectWizard, which: QWizard.WizardButton) -> None:
    button = wizard.button(which)
    qtbot.waitUntil(button.isEnabled)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def next_page(qtbot: QtBot, wizard: NewProjectWizard) -> None:
    press(qtbot, wizard, QWizard.WizardButton.NextButton)


def choose(qtbot: QtBot, wizard: NewProjectWizard, path: Path) -> None:
    qtbot.keyClicks(wizard.file_page.edit, str(path))
    qtbot.waitUntil(lambda: wizard.source.inspection is not None or bool(wizard.source.problem))


def ask(qtbot: QtBot, wizard: NewProjectWizard) -> None:
    """Fill in the question page."""
    page = wizard.question_page
    qtbot.keyClicks(page.text, "How does the customer feel?")
    qtbot.keyClicks(page.labels.name_edit(0), "positive")
    qtbot.keyClicks(page.labels.name_edit(1), "negative")


def to_name_page(qtbot: QtBot, wizard: NewProjectWizard, source: Path, folder: Path) -> None:
    choose(qtbot, wizard, source)
    next_page(qtbot, wizard)
    next_page(qtbot, wizard)
    wizard.columns_page.columns.choose("id", "id")
    next_page(qtbot, wizard)
    ask(qtbot, wizard)
    next_page(qtbot, wizard)
    wizard.name_page.folder.clear()
    qtbot.keyClicks(wizard.name_page.folder, str(folder))


def create(qtbot: QtBot, wizard: NewProjectWizard) -> None:
    press(qtbot, wizard, QWizard.WizardButton.CommitButton)


def test_the_wizard_makes_a_project_from_a_typed_path(
    qtbot: QtBot, wizard: NewProjectWizard, reviews: Path, tmp_path: Path
) -> None:
    to_name_page(qtbot, wizard, reviews, tmp_path)
    assert wizard.name_page.name.text() == "My reviews"
    create(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.result_page)
    with qtbot.waitSignal(wizard.accepted):
        press(qtbot, wizard, QWizard.WizardButton.FinishButton)

    assert wizard.path == tmp_path / "My reviews.annotator"
    db = project_file.open_project(wizard.path, read_only=True)
    question = project_file.question(db)
    rows = browsing.rows(db, browsing.item_ids(db))
    items = [browsing.item(db, row.id) for row in rows]
    db.close()
    assert question.text == "How does the customer feel?"
    assert question.label_names() == ("positive", "negative")
    assert [(item.external_id, item.fields, item.metadata) for item in items] == [
        ("r1", {"text": "Lovely, thank you!"}, {"shop": "north"}),
        ("r2", {"text": "It broke on day one."}, {"shop": "south"}),
    ]


def test_rows_set_aside_are_listed_with_line_and_reason_and_can_be_copied(
    qtbot: QtBot, wizard: NewProjectWizard, reviews: Path, tmp_path: Path
) -> None:
    to_name_page(qtbot, wizard, reviews, tmp_path)
    create(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.result_page)
    table = wizard.result_page.rejected.table
    assert [table.item(row, 1).text() for row in range(table.rowCount())] == ["5"]

    wizard.result_page.rejected.copy()
    copied = QGuiApplication.clipboard().text().splitlines()[1]

    assert copied.startswith(f"{reviews.name}\t5\tno id")
    assert "No id here" in copied


def test_a_file_can_be_dropped_on_the_first_page(qtbot: QtBot, wizard: NewProjectWizard, reviews: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(reviews))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    wizard.file_page.dropEvent(event)

    qtbot.waitUntil(wizard.file_page.isComplete)
    assert wizard.file_page.edit.text() == str(reviews)


def test_a_file_that_is_no_text_is_refused_in_one_sentence(
    qtbot: QtBot, wizard: NewProjectWizard, tmp_path: Path
) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)

    choose(qtbot, wizard, picture)

    assert "picture" in wizard.source.problem
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_changing_the_separator_changes_the_preview_at_once(
    qtbot: QtBot, wizard: NewProjectWizard, reviews: Path
) -> None:
    choose(qtbot, wizard, reviews)
    next_page(qtbot, wizard)
    page = wizard.preview_page
    assert page.table.columnCount() == 3

    page.delimiter.setFocus()
    qtbot.keyClick(page.delimiter, Qt.Key.Key_Home)  # the comma

    qtbot.waitUntil(lambda: page.table.columnCount() != 3)
    assert page.table.horizontalHeaderItem(0).text() == "id;text;shop"


def test_without_the_header_the_first_line_is_a_row(qtbot: QtBot, wizard: NewProjectWizard, reviews: Path) -> None:
    choose(qtbot, wizard, reviews)
    next_page(qtbot, wizard)
    page = wizard.preview_page

    qtbot.keyClick(page.header, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: page.table.item(0, 0).text() == "id")


def test_an_encoding_that_does_not_exist_is_said_beside_it(
    qtbot: QtBot, wizard: NewProjectWizard, reviews: Path
) -> None:
    choose(qtbot, wizard, reviews)
    next_page(qtbot, wizard)
    page = wizard.preview_page

    page.encoding.setCurrentText("klingon")
    qtbot.keyClick(page.encoding.lineEdit(), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "klingon" in wizard.source.problem)
    assert wizard.currentPage() is page
    assert not page.isComplete()


def test_only_one_column_can_be_the_id(qtbot: QtBot, wizard: NewProjectWizard, reviews: Path) -> None:
    choose(qtbot, wizard, reviews)
    next_page(qtbot, wizard)
    next_page(qtbot, wizard)
    mapping = wizard.columns_page.columns
    mapping.choose("id", "id")

    mapping.choose("shop", "id")

    assert mapping.mapping() == importing.Mapping(("text",), "shop", ("id",))


def test_without_a_field_the_columns_page_does_not_go_on(qtbot: QtBot, wizard: NewProjectWizard, reviews: Path) -> None:
    choose(qtbot, wizard, reviews)
    next_page(qtbot, wizard)
    next_page(qtbot, wizard)

    wizard.columns_page.columns.choose("text", "leave out")

    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_labels_are_added_by_enter_moved_and_removed(qtbot: QtBot, wizard: NewProjectWizard) -> None:
    editor = wizard.question_page.labels
    for name in ("positive", "negative", "neutral"):
        position = len(editor.labels())
        qtbot.keyClicks(editor.name_edit(position), name)
        qtbot.keyClick(editor.name_edit(position), Qt.Key.Key_Return)
    assert [label.name for label in editor.labels()] == ["positive", "negative", "neutral"]
    assert len({label.colour for label in editor.labels()}) == 3

    for name in ("label_up_3", "label_remove_1"):
        button = editor.findChild(object, name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert [label.name for label in editor.labels()] == ["neutral", "negative"]


def test_a_label_twice_is_said_and_the_wizard_does_not_go_on(
    qtbot: QtBot, wizard: NewProjectWizard, reviews: Path
) -> None:
    choose(qtbot, wizard, reviews)
    for _ in range(3):
        next_page(qtbot, wizard)
    page = wizard.question_page
    qtbot.keyClicks(page.text, "Which?")
    qtbot.keyClicks(page.labels.name_edit(0), "same")
    qtbot.keyClicks(page.labels.name_edit(1), "same")

    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_an_existing_project_is_never_overwritten(
    qtbot: QtBot, wizard: NewProjectWizard, reviews: Path, tmp_path: Path
) -> None:
    (tmp_path / "Mine.annotator").write_text("precious")
    to_name_page(qtbot, wizard, reviews, tmp_path)

    wizard.name_page.name.clear()
    qtbot.keyClicks(wizard.name_page.name, "Mine")

    assert not wizard.button(QWizard.WizardButton.CommitButton).isEnabled()
    assert (tmp_path / "Mine.annotator").read_text() == "precious"


def test_stopping_the_import_leaves_no_file_and_the_wizard_can_try_again(
    qtbot: QtBot, wizard: NewProjectWizard, tmp_path: Path
) -> None:
    big = tmp_path / "big.csv"
    big.write_text("id,text\n" + "".join(f"{n},some text to be labelled {n}\n" for n in range(200_000)))
    to_name_page(qtbot, wizard, big, tmp_path)
    create(qtbot, wizard)
    qtbot.waitUntil(lambda: any(tmp_path.glob(".*.part")))  # it is made aside until it is whole

    qtbot.mouseClick(wizard.name_page.progress.stop_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(wizard.name_page.isComplete)
    assert wizard.path is None
    assert [file.name for file in tmp_path.iterdir()] == ["big.csv"]


def test_leaving_the_wizard_while_it_imports_leaves_no_file(
    qtbot: QtBot, wizard: NewProjectWizard, jobs: JobRunner, tmp_path: Path
) -> None:
    big = tmp_path / "big.csv"
    big.write_text("id,text\n" + "".join(f"{n},some text to be labelled {n}\n" for n in range(200_000)))
    to_name_page(qtbot, wizard, big, tmp_path)
    create(qtbot, wizard)
    qtbot.waitUntil(lambda: any(tmp_path.glob(".*.part")))

    with qtbot.waitSignal(wizard.rejected):
        press(qtbot, wizard, QWizard.WizardButton.CancelButton)
    jobs.close()

    assert [file.name for file in tmp_path.iterdir()] == ["big.csv"]


def test_a_refused_duplicate_is_said_and_can_be_put_right_without_starting_over(
    qtbot: QtBot, wizard: NewProjectWizard, reviews: Path, tmp_path: Path
) -> None:
    choose(qtbot, wizard, reviews)
    next_page(qtbot, wizard)
    next_page(qtbot, wizard)
    columns = wizard.columns_page
    columns.columns.choose("id", "id")
    columns.duplicates.setCurrentIndex(columns.duplicates.findData("refuse"))
    next_page(qtbot, wizard)
    ask(qtbot, wizard)
    next_page(qtbot, wizard)
    wizard.name_page.folder.setText(str(tmp_path))
    create(qtbot, wizard)
    qtbot.waitUntil(lambda: "twice" in wizard.name_page.notice.text)
    assert not wizard.name_page.path.exists()

    for _ in range(2):
        press(qtbot, wizard, QWizard.WizardButton.BackButton)
    columns.duplicates.setCurrentIndex(columns.duplicates.findData("update"))
    next_page(qtbot, wizard)
    next_page(qtbot, wizard)
    create(qtbot, wizard)

    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.result_page)
    assert wizard.path is not None


def test_long_texts_of_the_preview_get_the_room_that_is_left(
    qtbot: QtBot, wizard: NewProjectWizard, tmp_path: Path
) -> None:
    long = tmp_path / "long.csv"
    long.write_text("id,text,shop\n" + f"r1,{'a long review of it ' * 20},north\n")
    wizard.show()
    choose(qtbot, wizard, long)
    next_page(qtbot, wizard)
    table = wizard.preview_page.table
    qtbot.waitUntil(lambda: table.viewport().width() > theme.px(600))

    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()
    assert header.sectionSize(1) > theme.px(WIDEST)
    assert header.sectionSize(1) > 3 * header.sectionSize(2)


def test_a_file_with_a_bad_row_is_refused_where_that_was_chosen_and_leaves_no_project(
    qtbot: QtBot, wizard: NewProjectWizard, tmp_path: Path
) -> None:
    (tmp_path / "bad.csv").write_text("id,text\na,fine\nb,well\nc,poor,more,cells\n", encoding="utf-8")
    choose(qtbot, wizard, tmp_path / "bad.csv")
    next_page(qtbot, wizard)
    next_page(qtbot, wizard)
    columns = wizard.columns_page
    assert columns.bad_rows_chosen() == "set-aside"
    columns.bad_rows.setCurrentIndex(columns.bad_rows.findData("refuse"))
    next_page(qtbot, wizard)
    ask(qtbot, wizard)
    next_page(qtbot, wizard)
    wizard.name_page.folder.setText(str(tmp_path))
    create(qtbot, wizard)

    qtbot.waitUntil(lambda: "has a bad row, line 4" in wizard.name_page.notice.text)
    assert not wizard.name_page.path.exists()


def test_a_column_of_known_labels_becomes_gold_where_that_is_wished(
    qtbot: QtBot, wizard: NewProjectWizard, tmp_path: Path
) -> None:
    path = tmp_path / "known.csv"
    path.write_text("id,text,gold\nr1,Lovely,positive\nr2,Broken,negative\nr3,Late,\nr4,Fine,pleased\n")
    choose(qtbot, wizard, path)
    next_page(qtbot, wizard)
    next_page(qtbot, wizard)
    page = wizard.columns_page
    assert page.gold.isVisible()
    assert "“gold”" in page.gold.accessibleName()
    assert not page.takes_gold  # nothing is taken as known unless somebody says so
    page.gold.setFocus()
    qtbot.keyClick(page.gold, Qt.Key.Key_Space)
    assert page.takes_gold
    next_page(qtbot, wizard)
    ask(qtbot, wizard)
    next_page(qtbot, wizard)
    wizard.name_page.folder.setText(str(tmp_path))
    create(qtbot, wizard)

    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.result_page)
    assert "2 known labels taken as gold" in wizard.result_page._text.text()
    assert wizard.result_page._notice.text == "No row was set aside."
    assert "1 without gold" in wizard.result_page._text.text()
    assert "1 row gave no gold" in wizard.result_page._gold.text
    with closing(project_file.open_project(wizard.name_page.path, read_only=True)) as db:
        assert gold.count(db, project_file.question(db).id, "imported") == 2


def test_gold_is_offered_only_where_a_column_can_be_that(
    qtbot: QtBot, wizard: NewProjectWizard, tmp_path: Path
) -> None:
    path = tmp_path / "known.csv"
    path.write_text("id,text,gold\nr1,Lovely,positive\nr2,Broken,negative\n")
    choose(qtbot, wizard, path)
    next_page(qtbot, wizard)
    next_page(qtbot, wizard)
    page = wizard.columns_page
    page.gold.setChecked(True)

    page.columns.choose("gold", "field")
    assert page.gold.isHidden()
    assert not page.takes_gold
    page.columns.choose("gold", "metadata")
    assert page.takes_gold
    page.columns.choose("id", "metadata")
    assert "row-N" in page._notice.text
    assert page.gold.isHidden()


def test_where_items_are_added_it_is_told_how_known_labels_become_gold(
    qtbot: QtBot, jobs: JobRunner, tmp_path: Path
) -> None:
    path = tmp_path / "known.csv"
    path.write_text("id,text,gold\nr1,Lovely,positive\nr2,Broken,negative\n")
    wizard = ImportItemsWizard(jobs)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.file_page.choose(path)
    qtbot.waitUntil(lambda: wizard.source.inspection is not None)
    wizard.next()
    wizard.next()

    page = wizard.columns_page
    assert page.gold.isHidden()
    assert "“gold”" in page._notice.text
    assert "Import gold…" in page._notice.text
