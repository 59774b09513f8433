"""What people do at the window in more than one story, by keys and mouse."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWizard

from annotator.ui.dialogs.import_labels import ImportLabelsWizard
from annotator.ui.dialogs.new_project import NewProjectWizard
from annotator.ui.dialogs.wizard import Wizard
from annotator.ui.pages.annotate import AnnotatePage
from tests.e2e.person import CONTROL, NONE, Person

QUESTION = "What is the sentiment of this review?"


def make_project(person: Person, source: Path, folder: Path, labels: Mapping[str, Qt.Key]) -> NewProjectWizard:
    """The wizard from Ctrl+N to its last page but one. source: a table with id and text; labels: at most nine."""
    person.press(Qt.Key.Key_N, CONTROL)
    wizard = person.dialog(NewProjectWizard)
    person.click(wizard.file_page.edit)
    person.type(str(source))
    go_on(person, wizard)
    go_on(person, wizard)
    assert wizard.columns_page.mapping().id_column == "id"
    assert wizard.columns_page.mapping().fields == ("text",)
    go_on(person, wizard)
    person.type(QUESTION)
    for text in ("Sentiment", "Review"):
        person.press(Qt.Key.Key_Tab)
        person.type(text)
    for number, name in enumerate(labels, 1):
        person.click(person.find(QLineEdit, f"label_name_{number}"))
        person.type(name)
    go_on(person, wizard)
    person.click(wizard.name_page.folder)
    person.type(str(folder), instead=True)
    return wizard


def commit(person: Person, wizard: NewProjectWizard) -> None:
    """The project is made, and open."""
    person.click(wizard.button(QWizard.WizardButton.CommitButton))
    person.see(lambda: wizard.currentPage() is wizard.result_page)
    person.click(wizard.button(QWizard.WizardButton.FinishButton))
    person.see(lambda: person.window.view is not None)


def go_on(person: Person, wizard: Wizard) -> None:
    before = wizard.currentPage()
    person.click(wizard.button(QWizard.WizardButton.NextButton))
    person.see(lambda: wizard.currentPage() is not before)


def read_as_it_looks(person: Person) -> None:
    """Take a file of labels as it is recognised."""
    wizard = person.dialog(ImportLabelsWizard)
    person.see(wizard.currentPage().isComplete)
    go_on(person, wizard)
    person.see(wizard.currentPage().isComplete)
    person.click(wizard.button(QWizard.WizardButton.FinishButton))


def choose(person: Person, *paths: Path) -> None:
    """Name files, or one folder, in the dialog that asks for them."""
    dialog = person.dialog(QFileDialog)
    person.click(dialog.findChild(QLineEdit, "fileNameEdit"))
    names = str(paths[0]) if len(paths) == 1 else " ".join(f'"{path}"' for path in paths)
    person.type(names, instead=True)
    person.press(Qt.Key.Key_Return)


def read(page: AnnotatePage) -> str:
    """The text of the item in sight."""
    item = page.view.item_view.item
    assert item is not None
    return item.fields["text"]


def turn(person: Person, page: AnnotatePage, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key, such as a label's, and wait until the next item takes keys, or there is none."""
    shown: list[int] = []
    connection = page.item_shown.connect(shown.append)
    person.press(key, modifiers)
    person.see(lambda: shown or not page.view.working)
    page.item_shown.disconnect(connection)
