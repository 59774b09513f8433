"""The Setup page: questions, labels and the guideline are changed by keys, after a look at what that does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from annotator.domain.model import Label
from annotator.services import annotating, backups, guidelines, merging, overview, project_file, setting_up
from annotator.services.backups import Reason
from annotator.services.project_file import Db
from annotator.ui import theme
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.setup import SetupPage
from annotator.ui.pages.setup_guideline import GuidelineTab
from annotator.ui.pages.setup_labels import LabelsTab
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.relabel_card import RelabelCard

Key, Mod = Qt.Key, Qt.KeyboardModifier


def answer(db: Db, who: int, rows: dict[int, str]) -> None:
    ids = {label.name: label.id for label in project_file.question(db).labels}
    for item_id, label in rows.items():
        annotating.answer(db, who, annotating.turn_of(db, who, item_id), ids[label], seconds=1.0)


@pytest.fixture
def session(jobs: JobRunner, settings: Settings, make_project: Callable[[], Path]) -> Session:
    path = make_project()
    db = project_file.open_project(path)
    mira = project_file.add_person(db, "Mira")
    answer(db, mira.id, {1: "negative", 2: "positive", 3: "neutral"})
    merging.merge_and_store(db)
    db.close()
    jobs.open(path)
    session = Session(jobs, settings, jobs)
    session.set_annotator(mira)
    return session


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> SetupPage:
    page = SetupPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.activateWindow()
    page.shown()
    return page


@pytest.fixture
def labels(qtbot: QtBot, page: SetupPage) -> LabelsTab:
    tab = page.tab("questions")
    assert isinstance(tab, LabelsTab)
    qtbot.waitUntil(lambda: tab.questions.list.count() > 0)
    return tab


def open_guideline(qtbot: QtBot, page: SetupPage) -> GuidelineTab:
    page.shown("guideline")
    tab = page.tab("guideline")
    assert isinstance(tab, GuidelineTab)
    qtbot.waitUntil(lambda: tab.history.table.rowCount() > 0)
    return tab


def stored(session: Session, sql: str) -> list[tuple[object, ...]]:
    return list(session.read.conn.execute(sql).fetchall())


def type_over(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    qtbot.keyClick(edit, Key.Key_A, Mod.ControlModifier)
    qtbot.keyClicks(edit, text)


def choose(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """By the arrow keys, as a person does."""
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Home)
    while box.currentText() != text:
        before = box.currentIndex()
        qtbot.keyClick(box, Key.Key_Down)
        assert box.currentIndex() > before, f"{text} is not in the list"


def told(page: SetupPage | RelabelCard, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text()


def button(page: SetupPage | LabelsTab | GuidelineTab, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def test_a_label_is_renamed_by_keys_and_keeps_its_answers(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    before = stored(page.session, "select * from annotation")
    type_over(qtbot, labels.form.labels.name_edit(0), "happy")
    assert labels.form.save_button.isEnabled()

    with qtbot.waitSignal(page.session.offered) as offered:
        qtbot.keyClick(labels, Key.Key_S, Mod.ControlModifier)

    assert page.session.question.label_names() == ("happy", "negative", "neutral")
    assert stored(page.session, "select * from annotation") == before
    assert offered.args is not None
    assert offered.args[:2] == ["Saved “Sentiment”.", "Undo"]
    assert not labels.form.save_button.isEnabled()


def test_ctrl_z_takes_the_last_change_back_and_ctrl_y_does_it_again(
    qtbot: QtBot, page: SetupPage, labels: LabelsTab
) -> None:
    type_over(qtbot, labels.form.labels.name_edit(0), "happy")
    with qtbot.waitSignal(page.session.offered):
        labels.save()
    page.setFocus()

    with qtbot.waitSignal(page.session.told):
        qtbot.keyClick(labels, Key.Key_Z, Mod.ControlModifier)
    assert page.session.question.label_names()[0] == "positive"
    assert labels.form.labels.name_edit(0).text() == "positive"
    with qtbot.waitSignal(page.session.told):
        qtbot.keyClick(labels, Key.Key_Y, Mod.ControlModifier)

    assert page.session.question.label_names()[0] == "happy"


def test_what_is_wrong_is_said_in_place_and_nothing_is_stored(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    type_over(qtbot, labels.form.labels.name_edit(0), "negative")

    labels.save()

    assert "“negative” occurs twice" in labels.form.notice.text
    assert page.session.question.label_names()[0] == "positive"


def test_a_label_in_use_cannot_be_taken_away(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    remove = next(row.remove for row in labels.form.labels._rows if row.name.text() == "neutral")
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)

    labels.save()
    qtbot.waitUntil(lambda: bool(labels.form.notice.text))

    assert "“neutral” cannot be removed: 1 answer or known label uses it." in labels.form.notice.text
    assert len(page.session.question.labels) == 3


def test_merging_says_what_it_does_before_it_does_it(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    card = labels.relabel
    assert not card.merge_button.isEnabled()
    choose(qtbot, card.label, "neutral")
    choose(qtbot, card.into, "positive")
    qtbot.waitUntil(card.merge_button.isEnabled)
    assert told(card, "merge_plan") == "“neutral” becomes “positive” in 1 answer of 1 annotator about 1 item."
    assert len(page.session.question.labels) == 3

    card.merge_button.setFocus()
    with qtbot.waitSignal(page.session.offered) as offered:
        qtbot.keyClick(card.merge_button, Key.Key_Space)

    assert page.session.question.label_names() == ("positive", "negative")
    assert stored(page.session, "select count(*) from annotation where label_id = 1") == [(2,)]
    assert offered.args is not None
    with qtbot.waitSignal(page.session.told):
        offered.args[2]()
    assert page.session.question.label_names() == ("positive", "negative", "neutral")
    assert merging.state(page.session.read) is not None


def test_a_backup_comes_before_labels_change_and_before_that_is_taken_back(
    qtbot: QtBot, page: SetupPage, labels: LabelsTab
) -> None:
    def reasons() -> list[Reason]:
        return [backup.reason for backup in backups.of(page.session.path)]

    type_over(qtbot, labels.form.text, "How does it sound?")
    with qtbot.waitSignal(page.session.offered):
        labels.save()
    assert reasons() == []  # other words for the question change no answer
    choose(qtbot, labels.relabel.label, "neutral")
    choose(qtbot, labels.relabel.into, "positive")
    qtbot.waitUntil(labels.relabel.merge_button.isEnabled)

    with qtbot.waitSignal(page.session.offered):
        qtbot.keyClick(labels.relabel.merge_button, Key.Key_Space)
    assert reasons() == [Reason.LABELS]
    with closing(project_file.open_project(backups.of(page.session.path)[0].path, read_only=True)) as before:
        assert project_file.question(before).label_names() == ("positive", "negative", "neutral")
    with qtbot.waitSignal(page.session.told):
        labels.undo()

    assert reasons() == [Reason.LABELS] * 2
    assert page.session.question.label_names() == ("positive", "negative", "neutral")


def test_what_is_written_while_a_backup_is_made_stays_and_nothing_is_doubled(
    qtbot: QtBot, page: SetupPage, labels: LabelsTab
) -> None:
    labels.form.labels._add_and_focus()
    type_over(qtbot, labels.form.labels.name_edit(3), "mixed")

    with qtbot.waitSignal(page.session.offered):
        labels.save()
        type_over(qtbot, labels.form.text, "And now?")

    assert labels.form.text.text() == "And now?"
    assert labels.form.dirty
    with qtbot.waitSignal(page.session.offered):
        labels.save()
    assert page.session.question.text == "And now?"
    assert page.session.question.label_names() == ("positive", "negative", "neutral", "mixed")
    assert not labels.form.dirty


def test_splitting_counts_the_words_and_asks_again(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    card = labels.relabel
    choose(qtbot, card.split_label, "negative")
    type_over(qtbot, card.new, "late")
    type_over(qtbot, card.words, "parcel")
    qtbot.waitUntil(lambda: "1 answer of 1 annotator" in told(card, "split_plan"))

    card.split_button.setFocus()
    with qtbot.waitSignal(page.session.offered):
        qtbot.keyClick(card.split_button, Key.Key_Space)

    assert page.session.question.label_names() == ("positive", "negative", "late", "neutral")
    assert stored(page.session, "select item_id from annotation a join label l on l.id = a.label_id"
                  " where l.name = 'late'") == [(1,)]  # fmt: skip
    assert card.new.text() == ""


def test_a_split_never_says_that_its_label_is_there_twice(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    card, seen, looked = labels.relabel, [""], [0]
    choose(qtbot, card.split_label, "negative")
    type_over(qtbot, card.new, "late")
    qtbot.waitUntil(lambda: "new label" in told(card, "split_plan"))
    watch = QTimer(card, interval=0)
    watch.timeout.connect(lambda: seen.append(told(card, "split_plan")))
    watch.start()

    with qtbot.waitSignal(page.session.offered):
        qtbot.keyClick(card.split_button, Key.Key_Space)
    page.session.browse(lambda db: 1, owner=page, done=looked.append)
    qtbot.waitUntil(lambda: 1 in looked)

    assert not [text for text in seen if "twice" in text]


def test_labels_that_are_not_saved_come_before_merging(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    type_over(qtbot, labels.form.labels.name_edit(0), "happy")

    assert told(labels.relabel, "merge_plan") == "Save or discard what is written above first."
    qtbot.mouseClick(button(labels, "setup_discard"), Qt.MouseButton.LeftButton)

    assert labels.form.labels.name_edit(0).text() == "positive"
    assert told(labels.relabel, "merge_plan") == ""


def test_a_question_is_added_and_then_looked_at(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    qtbot.mouseClick(button(labels, "add_question"), Qt.MouseButton.LeftButton)
    type_over(qtbot, labels.form.name, "Topic")
    type_over(qtbot, labels.form.text, "What is it about?")
    for row, name in enumerate(("price", "taste")):
        type_over(qtbot, labels.form.labels.name_edit(row), name)

    with qtbot.waitSignal(page.session.question_changed):
        qtbot.keyClick(labels, Key.Key_S, Mod.ControlModifier)
    qtbot.waitUntil(lambda: page.session.question.name == "Topic")

    assert [asked.name for asked in page.session.questions] == ["Sentiment", "Topic"]
    assert page.session.question.label_names() == ("price", "taste")
    qtbot.waitUntil(lambda: labels.questions.list.count() == 2)
    assert labels.questions.list.currentRow() == 1
    assert page.session.settings.question_of(page.session.path) == "Topic"


def test_what_is_written_stays_while_another_question_is_looked_at(
    qtbot: QtBot, page: SetupPage, labels: LabelsTab
) -> None:
    other = project_file.make_question("Topic", "About what?", ["price", "taste"])
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: setting_up.add_question(db, other), owner=page)
    qtbot.waitUntil(lambda: labels.questions.list.count() == 2)
    type_over(qtbot, labels.form.labels.name_edit(0), "happy")
    shown = page.findChild(QListWidget, "questions")
    assert shown is not None

    shown.setFocus()
    qtbot.keyClick(shown, Key.Key_Down)
    assert labels.form.name.text() == "Topic"
    qtbot.keyClick(shown, Key.Key_Up)

    assert labels.form.labels.name_edit(0).text() == "happy"
    assert labels.form.dirty


def test_questions_are_sorted_and_asked_no_more_by_buttons(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    other = project_file.make_question("Topic", "About what?", ["price", "taste"])
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: setting_up.add_question(db, other), owner=page)
    qtbot.waitUntil(lambda: labels.questions.list.count() == 2)

    with qtbot.waitSignal(page.session.offered):
        qtbot.keyClick(button(labels, "question_down"), Key.Key_Space)
    assert [asked.name for asked in page.session.questions] == ["Topic", "Sentiment"]
    qtbot.waitUntil(lambda: labels.questions.list.currentRow() == 1)
    with qtbot.waitSignal(page.session.offered):
        qtbot.keyClick(button(labels, "question_archive"), Key.Key_Space)

    assert [asked.name for asked in page.session.questions] == ["Topic"]
    assert page.session.question.name == "Topic"
    item = labels.questions.list.item(1)
    qtbot.waitUntil(lambda: labels.questions.list.count() == 2 and "not asked" in labels.questions.list.item(1).text())
    assert item is not None


def test_the_guideline_is_seen_while_it_is_written_and_saved_as_a_version(qtbot: QtBot, page: SetupPage) -> None:
    tab = open_guideline(qtbot, page)
    tab.editor.setFocus()
    qtbot.keyClick(tab.editor, Key.Key_End, Mod.ControlModifier)
    qtbot.keyClicks(tab.editor, " A late parcel is *bad*.")
    assert tab.preview.toPlainText() == "Read all of it. A late parcel is bad."
    type_over(qtbot, tab.note, "parcels")

    with qtbot.waitSignal(page.session.told) as said:
        qtbot.keyClick(tab.note, Key.Key_Return)
    qtbot.waitUntil(lambda: tab.history.table.rowCount() == 2)

    assert said.args is not None
    assert said.args[0] == "Version 2 of the guideline is in force."
    assert [tab.history.table.text(0, column) for column in (0, 2, 3)] == ["2", "Mira", "parcels"]
    assert page.session.question.guideline == "Read **all** of it. A late parcel is *bad*."
    qtbot.waitUntil(lambda: "+  " in tab.history.difference.toPlainText())
    assert tab.history.difference.toPlainText().splitlines() == [
        "−  Read **all** of it.",
        "+  Read **all** of it. A late parcel is *bad*.",
    ]
    assert not tab.dirty


def test_an_older_version_can_be_written_from(qtbot: QtBot, page: SetupPage) -> None:
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: guidelines.save(db, "Other."), owner=page)
    tab = open_guideline(qtbot, page)
    qtbot.waitUntil(lambda: tab.history.table.rowCount() == 2)
    tab.history.table.setFocus()
    qtbot.keyClick(tab.history.table, Key.Key_Down)

    qtbot.mouseClick(button(tab, "guideline_take"), Qt.MouseButton.LeftButton)

    assert tab.editor.toPlainText() == "Read **all** of it."
    assert tab.dirty


def test_what_was_written_from_an_older_version_over_a_draft_is_undone_in_the_editor(
    qtbot: QtBot, page: SetupPage
) -> None:
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: guidelines.save(db, "Other."), owner=page)
    tab = open_guideline(qtbot, page)
    qtbot.waitUntil(lambda: tab.history.table.rowCount() == 2)
    tab.editor.setFocus()
    qtbot.keyClicks(tab.editor, "A draft. ")
    tab.history.table.setFocus()
    qtbot.keyClick(tab.history.table, Key.Key_Down)
    qtbot.mouseClick(button(tab, "guideline_take"), Qt.MouseButton.LeftButton)
    assert tab.editor.toPlainText() == "Read **all** of it."

    qtbot.keyClick(tab.editor, Key.Key_Z, Mod.ControlModifier)

    assert tab.editor.toPlainText() == "A draft. Other."


def test_a_draft_of_the_guideline_that_was_discarded_comes_back(qtbot: QtBot, page: SetupPage) -> None:
    tab = open_guideline(qtbot, page)
    tab.editor.setFocus()
    qtbot.keyClicks(tab.editor, "A draft. ")

    with qtbot.waitSignal(page.session.offered) as offered:
        qtbot.mouseClick(tab.discard_button, Qt.MouseButton.LeftButton)
    assert tab.editor.toPlainText() == "Read **all** of it."
    assert offered.args is not None
    assert offered.args[:2] == ["What was written is discarded.", "Undo"]

    offered.args[2]()

    assert tab.editor.toPlainText() == "A draft. Read **all** of it."
    assert tab.dirty


def test_labels_that_were_discarded_come_back(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    type_over(qtbot, labels.form.labels.name_edit(0), "happy")
    type_over(qtbot, labels.form.text, "How are they?")

    with qtbot.waitSignal(page.session.offered) as offered:
        qtbot.mouseClick(button(labels, "setup_discard"), Qt.MouseButton.LeftButton)
    assert labels.form.labels.name_edit(0).text() == "positive"
    assert offered.args is not None
    offered.args[2]()

    assert labels.form.labels.name_edit(0).text() == "happy"
    assert labels.form.text.text() == "How are they?"
    assert labels.form.dirty


def test_a_new_question_that_was_discarded_comes_back(qtbot: QtBot, page: SetupPage, labels: LabelsTab) -> None:
    labels.add()
    type_over(qtbot, labels.form.name, "Topic")
    type_over(qtbot, labels.form.labels.name_edit(1), "parcel")

    with qtbot.waitSignal(page.session.offered) as offered:
        labels.discard()
    assert labels.form.name.text() == "Sentiment"
    assert offered.args is not None
    offered.args[2]()

    assert labels.form.name.text() == "Topic"
    assert "parcel" in [label.name for label in labels.form.labels.labels()]


def test_in_what_two_versions_differ_can_be_read_after_the_colours_switched(qtbot: QtBot, page: SetupPage) -> None:
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: guidelines.save(db, "Read **half** of it."), owner=page)
    tab = open_guideline(qtbot, page)
    qtbot.waitUntil(lambda: "+  " in tab.history.difference.toPlainText())
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    theme.apply(application, "dark")

    inks = set()
    cursor = QTextCursor(tab.history.difference.document())
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        inks.add(cursor.charFormat().foreground().color().name().upper())
    assert inks == {theme.DARK.good, theme.DARK.bad, theme.DARK.text}


def test_older_answers_are_told_and_those_near_the_change_are_asked_again(qtbot: QtBot, page: SetupPage) -> None:
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: guidelines.save(db, "Read **all** of it.\nA parcel is late."), owner=page)
    tab = open_guideline(qtbot, page)
    qtbot.waitUntil(tab.again.isVisible)
    assert told(page, "older_answers") == "3 answers are older than this guideline (3 by people)."
    assert told(page, "near_the_change").startswith("1 item of 3 answered before is near the change")

    with qtbot.waitSignal(page.session.offered) as offered:
        qtbot.keyClick(button(tab, "ask_again"), Key.Key_Space)

    assert page.session.annotator is not None
    turn = annotating.next_turn(page.session.read, page.session.annotator.id)
    assert turn is not None
    assert (turn.item.id, turn.note) == (1, guidelines.NOTE)
    assert offered.args is not None
    with qtbot.waitSignal(page.session.told):
        offered.args[2]()
    turn = annotating.next_turn(page.session.read, page.session.annotator.id)
    assert turn is not None
    assert turn.item.id == 4


def test_the_overview_leads_to_the_older_answers(qtbot: QtBot, page: SetupPage) -> None:
    with qtbot.waitSignal(page.session.changed):
        page.session.write(lambda db: guidelines.save(db, "Other."), owner=page)
    [notice] = [each for each in overview.summary(page.session.read).attention if each.page == "setup"]

    page.shown(notice.argument)

    assert page.tab_name == "guideline"


# --- somebody else at the same file


def elsewhere(session: Session, deed: Callable[[Db], object]) -> None:
    with closing(project_file.open_project(session.path)) as db:
        deed(db)


def add_label(db: Db, name: str) -> None:
    now = project_file.question(db)
    setting_up.save_question(db, replace(now, labels=(*now.labels, Label(name))))


def test_labels_that_another_program_adds_come_into_sight_by_themselves(
    qtbot: QtBot, session: Session, page: SetupPage, labels: LabelsTab
) -> None:
    elsewhere(session, lambda db: add_label(db, "other"))

    qtbot.waitUntil(lambda: [label.name for label in labels.form.written().labels][-1] == "other", timeout=10_000)
    assert session.question.labels[-1].name == "other"
    assert not labels.form.dirty


def test_what_is_written_meanwhile_loses_no_label_of_another_program(
    qtbot: QtBot, session: Session, page: SetupPage, labels: LabelsTab
) -> None:
    labels.form.text.setText("How does it feel?")
    elsewhere(session, lambda db: add_label(db, "other"))
    labels.save()  # before the window has looked again

    qtbot.waitUntil(lambda: "changed elsewhere" in labels.form.notice.text)
    assert [label.name for label in labels.form.written().labels][-1] == "other"
    assert labels.form.written().text == "How does it feel?"

    labels.save()
    qtbot.waitUntil(lambda: session.question.text == "How does it feel?")
    assert session.question.labels[-1].name == "other"


def test_a_guideline_that_another_program_saved_is_not_written_over(
    qtbot: QtBot, session: Session, page: SetupPage
) -> None:
    tab = open_guideline(qtbot, page)
    tab.editor.setPlainText("Mine.")
    elsewhere(session, lambda db: guidelines.save(db, "Theirs."))
    tab.save()

    qtbot.waitUntil(lambda: "changed elsewhere" in tab.notice.text)
    assert project_file.question(session.read).guideline == "Theirs."
    assert tab.editor.toPlainText() == "Mine."

    tab.save()
    qtbot.waitUntil(lambda: project_file.question(session.read).guideline == "Mine.")
    assert stored(session, "select text from guideline where text = 'Theirs.'") == [("Theirs.",)]
