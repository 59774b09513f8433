"""`make screenshots`: every page of the window, from the sample project, light and dark, in two sizes.

Then a project with far too long names and texts, and the sample while a second agent is at work.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.services import adjudicating, annotating, demo, merging, project_file
from annotator.services.project_file import Db
from tests import annotate_pictures
from tests.ui import long_project

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.main_window import MainWindow

OUT = Path("build/screenshots")
SIZES = ((1280, 800), (1920, 1080))
SCHEMES = ("light", "dark")
PAGES = ("overview", "items", "annotate", "review", "agents", "quality", "export")
TABS = ("workshop", "people")  # of the Agents page; what came of it is in `_agent_tabs`
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
        long = long_project.make(Path(folder))
        shapes = annotate_pictures.make(Path(folder))
        for scheme in SCHEMES:
            _render(project, scheme)
            _render_long(long, scheme)
            _render_run(project, scheme)
            _render_annotate(shapes, scheme)
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
    from annotator.ui.settings import Settings

    Settings().scheme = scheme
    window = _window(scheme)
    for size in SIZES:
        window.resize(*size)
        _shoot(window, f"start-{scheme}", size)
    window.open_project(project)
    assert window.session is not None
    people = {person.name: person for person in project_file.people(window.session.read)}
    window.session.set_annotator(people[PERSON])
    _pages(window, scheme, SIZES)
    _tabs(window, scheme)
    _quality_tabs(window, scheme)
    _agent_tabs(window, scheme)
    _dialogs(window, scheme)
    window.close()
    window.jobs.close()


def _render_long(project: Path, scheme: str) -> None:
    """With nobody here at first, then with somebody whose name is long, too."""
    window = _window(scheme)
    window.settings.set_annotator_of(project, "")
    window.open_project(project)
    assert window.session is not None
    _page(window, "annotate")
    _shoot(window, f"nobody-{scheme}", SIZES[0])
    window.session.set_annotator(project_file.people(window.session.read)[-1])
    _pages(window, f"long-{scheme}", SIZES[:1])
    window.close()
    window.jobs.close()


def _render_run(project: Path, scheme: str) -> None:
    """What the Agents page and the Overview show meanwhile."""
    from annotator.services.agents import AgentChoice
    from tests.ui import runs

    window = _window(scheme)
    window.open_project(project)
    assert window.session is not None
    runs.slowly(window.session, lambda request: "positive | 80")
    window.session.labelling.start(AgentChoice(examples=2), limit=None, concurrency=1)
    for page in ("agents", "overview"):
        _page(window, page)
        _wait(4 * SETTLE)
        _shoot(window, f"run-{page}-{scheme}", SIZES[0])
    window.close()
    window.jobs.close()


def _render_annotate(projects: Mapping[str, Path], scheme: str) -> None:
    """The page for annotating with two texts, a long one, and many labels, and what its keys open."""
    window = _window(scheme)
    for name, project in projects.items():
        window.settings.set_annotator_of(project, annotate_pictures.PERSON)
        window.open_project(project)
        _page(window, "annotate")
        _shoot(window, f"annotate-{name}-{scheme}", SIZES[0])
        assert window.view is not None
        for state in annotate_pictures.states(window.view.page, name):
            _shoot(window, f"annotate-{name}-{state}-{scheme}", SIZES[0])
    window.close()
    window.jobs.close()


def _window(scheme: str) -> MainWindow:
    from annotator import app
    from annotator.ui import theme

    qt = app.application()
    theme.apply(qt, scheme)
    window = app.make_window(qt)
    window.show()
    window.resize(*SIZES[0])
    return window


def _pages(window: MainWindow, name: str, sizes: Sequence[tuple[int, int]]) -> None:
    for page in PAGES:
        for size in sizes:
            window.resize(*size)
            _page(window, page)
            _shoot(window, f"{page}-{name}", size)


def _page(window: MainWindow, page: str, argument: object = None) -> None:
    assert window.view is not None
    window.view.go(page, argument)


def _tabs(window: MainWindow, scheme: str) -> None:
    """Tabs of the Agents page, and who labels with all that can be chosen."""
    from annotator.ui.pages.agents_label import LabelTab
    from annotator.ui.pages.tabbed import TabbedPage

    window.resize(*SIZES[0])
    for name in TABS:
        _page(window, "agents", name)
        _wait(4 * SETTLE)  # the plots are loaded first
        _shoot(window, f"agents-{name}-{scheme}", SIZES[0])
    _page(window, "agents", "label")
    assert window.view is not None
    assert isinstance(window.view.page, TabbedPage)
    label = window.view.page.tab("label")
    assert isinstance(label, LabelTab)
    label.card.more.click()
    _shoot(window, f"agents-more-{scheme}", SIZES[0])
    label.card.more.click()


def _quality_tabs(window: MainWindow, scheme: str) -> None:
    """Those of the Quality page with their plots; calibration of the LLM as it gave its confidence."""
    from annotator.ui.widgets.calibration_view import CalibrationView

    assert window.view is not None
    for name in ("agreement", "calibration", "labels", "drift", "soft"):
        window.resize(*SIZES[0])
        _page(window, "quality", name)
        _wait(6 * SETTLE)  # the numbers are worked out, and the plots loaded, first
        for view in window.view.page.findChildren(CalibrationView):
            view.table.setCurrentCell(1, 0)
        for size in SIZES:
            window.resize(*size)
            _shoot(window, f"quality-{name}-{scheme}", size)


def _agent_tabs(window: MainWindow, scheme: str) -> None:
    """Those of the Agents page that say what came of it."""
    assert window.view is not None
    for tab in ("compare", "invalid", "rules", "suspicious", "costs"):
        window.view.go("agents", tab)
        _wait(6 * SETTLE if tab == "compare" else SETTLE)  # everything is compared first
        _shoot(window, f"agents-{tab}-{scheme}", SIZES[0])


def _dialogs(window: MainWindow, scheme: str) -> None:
    """The wizard's pages and the key sheet, at their own size."""
    from PySide6.QtTest import QTest

    from annotator.paths import resource
    from annotator.ui.dialogs.new_project import NewProjectWizard

    wizard = NewProjectWizard(window.jobs, window)
    wizard.show()
    _wait(SETTLE)
    wizard.file_page.choose(Path(str(resource("sample", "items.csv"))))
    for number in range(1, 6):
        _wait(SETTLE)
        if wizard.currentPage() is wizard.question_page:
            QTest.keyClicks(wizard.question_page.text, "What is the sentiment of this review?")
            for row, label in enumerate(("positive", "negative")):
                QTest.keyClicks(wizard.question_page.labels.name_edit(row), label)
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
