"""`make screenshots`: every page of the window, from the sample project, light and dark, in two sizes."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.services import adjudicating, annotating, demo, merging, project_file
from annotator.services.project_file import Db

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.main_window import MainWindow

OUT = Path("build/screenshots")
SIZES = ((1280, 800), (1920, 1080))
SCHEMES = ("light", "dark")
PAGES = ("overview", "items", "annotate", "review", "agents", "quality", "export")
PERSON = "Mira"
SETTLE = 700  # milliseconds that a page is given to load and calm down


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANNOTATOR_SETTINGS"] = str(Path(folder, "settings.ini"))
        os.environ["XDG_DOCUMENTS_DIR"] = folder
        project = demo.make(Path(folder), lambda _: None, _say).project
        _work_a_little(project)
        for scheme in SCHEMES:
            _render(project, scheme)
    _say(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")
    return 0


def _work_a_little(project: Path) -> None:
    """Some answers, a comment, a merge and a decision, so that no page is empty."""
    db = project_file.open_project(project)
    mira = project_file.add_person(db, PERSON).id
    labels = [label.id for label in project_file.question(db).labels]
    for number in range(9):
        turn = annotating.next_turn(db, mira)
        assert turn is not None
        label = turn.suggestion.label_id if turn.suggestion and number % 3 else labels[number % 2]
        comment = "Could be irony." if number == 4 else ""
        annotating.answer(db, mira, turn, label, seconds=2.5 + number % 4, comment=comment, flagged=number == 4)
    merging.merge_and_store(db)
    _settle_some(db, mira)
    merging.merge_and_store(db)
    db.close()


def _settle_some(db: Db, lead: int) -> None:
    for conflict in adjudicating.conflicts(db)[:4]:
        case = adjudicating.case(db, conflict.item_id)
        adjudicating.settle(db, lead, conflict.item_id, case.merged[0][0].id)


def _render(project: Path, scheme: str) -> None:
    from annotator import app
    from annotator.ui import theme
    from annotator.ui.settings import Settings

    Settings().scheme = scheme
    qt = app.application()
    theme.apply(qt, scheme)
    window = app.make_window(qt)
    window.show()
    for size in SIZES:
        window.resize(*size)
        _shoot(window, f"start-{scheme}", size)
    window.open_project(project)
    assert window.session is not None
    people = {person.name: person for person in project_file.people(window.session.read)}
    window.session.set_annotator(people[PERSON])
    for page in PAGES:
        for size in SIZES:
            window.resize(*size)
            _page(window, page)
            _shoot(window, f"{page}-{scheme}", size)
    _dialogs(window, scheme)
    window.close()
    window.jobs.close()


def _page(window: MainWindow, page: str) -> None:
    assert window.view is not None
    window.view.go(page)


def _dialogs(window: MainWindow, scheme: str) -> None:
    """The wizard's pages and the key sheet, at their own size."""
    from annotator.paths import resource
    from annotator.ui.dialogs.new_project import NewProjectWizard

    wizard = NewProjectWizard(window.jobs, window)
    wizard.show()
    _wait(SETTLE)
    wizard.file_page.choose(Path(str(resource("sample", "items.csv"))))
    for number in range(1, 6):
        _wait(SETTLE)
        if wizard.currentPage() is wizard.question_page:
            wizard.question_page.text.setText("What is the sentiment of this review?")
            for row, label in enumerate(("positive", "negative")):
                wizard.question_page.labels.name_edit(row).setText(label)
        wizard.grab().save(str(OUT / f"new-project-{number}-{scheme}.png"))
        wizard.next()
    wizard.reject()
    _dialog(window.show_keys, window, f"keys-{scheme}")


def _dialog(opener: Callable[[], object], window: QWidget, name: str) -> None:
    from PySide6.QtWidgets import QDialog

    opener()
    _wait(SETTLE)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.grab().save(str(OUT / f"{name}.png"))
            dialog.close()


def _shoot(window: MainWindow, name: str, size: tuple[int, int]) -> None:
    _wait(SETTLE)
    window.grab().save(str(OUT / f"{name}-{size[0]}x{size[1]}.png"))


def _wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


if __name__ == "__main__":
    sys.exit(main())
