"""What is pictured: each scene opens the window anew and goes through what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.services import project_file
from tests import annotate_pictures, screenshot_team
from tests.screenshot_camera import SETTLE, SIZES, Camera, wait
from tests.screenshot_projects import PERSON, SHAPES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from annotator.ui.dialogs.new_project import NewProjectWizard
    from annotator.ui.main_window import MainWindow

PAGES = ("overview", "items", "annotate", "review", "agents", "quality", "export", "setup", "team")
TABS = {
    "agents": ("workshop", "people", "compare", "invalid", "rules", "suspicious", "costs"),
    "quality": ("agreement", "calibration", "labels", "drift", "soft"),
    "setup": ("guideline",),
    "team": ("take", "progress"),
}
SLOW = ("agreement", "calibration", "labels", "drift", "soft", "people", "compare", "workshop", "overview", "review")
Projects = Mapping[str, Path]


def start(camera: Camera, projects: Projects, scheme: str, rtl: bool) -> None:
    """The start page as it is at first, and with projects that were opened before."""
    with _window(scheme, rtl) as window:
        window.settings.set_value("recent", "")
        window.close_project()
        window.start.refresh()
        for size in SIZES:
            camera.window(window, f"start-{scheme}", size)
        for name in ("new", "long text", "sample"):
            window.open_project(projects[name])
        window.close_project()
        camera.window(window, f"start-recent-{scheme}")


def pages(camera: Camera, projects: Projects, scheme: str, rtl: bool) -> None:
    """Every page and tab of the sample, with somebody here."""
    with _window(scheme, rtl, projects["sample"], PERSON) as window:
        for page in PAGES:
            _page(camera, window, page, None, f"{page}-{scheme}")
            for tab in TABS.get(page, ()):
                _page(camera, window, page, tab, f"{page}-{tab}-{scheme}")
        _more(camera, window, scheme)


def dialogs(camera: Camera, projects: Projects, scheme: str, rtl: bool) -> None:
    """What lies over the window, and what opens beside it."""
    from PySide6.QtTest import QTest

    from annotator.ui.dialogs.annotator import AnnotatorDialog
    from annotator.ui.dialogs.crash import CrashDialog
    from annotator.ui.dialogs.keys import KeySheet
    from annotator.ui.widgets.command_palette import CommandPalette

    with _window(scheme, rtl, projects["sample"], PERSON) as window:
        _wizard(camera, window, scheme)
        window.show_keys()
        sheet = window.findChildren(KeySheet)[-1]
        camera.alone(sheet, f"keys-{scheme}")
        sheet.edit()
        camera.alone(sheet, f"keys-change-{scheme}")
        sheet.reject()
        _shown(camera, AnnotatorDialog(["Jon", PERSON], PERSON, window), f"name-{scheme}")
        _shown(camera, CrashDialog("Annotator, Python, Qt\nValueError\n  setup.py, line 12", window), f"bug-{scheme}")
        _go(window, "items")
        assert window.session is not None
        window.session.offer("12 items flagged.", "Undo", lambda: None)
        camera.window(window, f"message-{scheme}")
        window.show_palette()
        QTest.keyClicks(window.findChildren(CommandPalette)[0].field, "ex")
        camera.window(window, f"palette-{scheme}")
        _beside(camera, window, projects, scheme)


def empty(camera: Camera, projects: Projects, scheme: str, rtl: bool) -> None:
    """Every page and tab before there is anything to show."""
    with _window(scheme, rtl, projects["new"], PERSON) as window:
        for page in PAGES:
            _page(camera, window, page, None, f"empty-{page}-{scheme}", SIZES[:1])
            for tab in TABS.get(page, ()):
                _page(camera, window, page, tab, f"empty-{page}-{tab}-{scheme}", SIZES[:1])


def long(camera: Camera, projects: Projects, scheme: str, rtl: bool) -> None:
    """Far too long names and texts: with nobody here at first, then with somebody whose name is long, too."""
    with _window(scheme, rtl, projects["long text"]) as window:
        _go(window, "annotate")
        camera.window(window, f"nobody-{scheme}")
        assert window.session is not None
        window.session.set_annotator(project_file.people(window.session.read)[-1])
        for page in PAGES:
            _page(camera, window, page, None, f"long-{page}-{scheme}", SIZES[:1])


def running(camera: Camera, projects: Projects, scheme: str, rtl: bool) -> None:
    """What the Agents page and the Overview show while an agent labels."""
    from annotator.services.agents import AgentChoice
    from tests.ui import runs

    if not camera.wants(f"run-agents-{scheme}") and not camera.wants(f"run-overview-{scheme}"):
        return
    with _window(scheme, rtl, projects["running"]) as window:
        assert window.session is not None
        runs.slowly(window.session, lambda request: "positive | 80")
        window.session.labelling.start(AgentChoice(examples=2), limit=None, concurrency=1)
        for page in ("agents", "overview"):
            _go(window, page)
            camera.window(window, f"run-{page}-{scheme}", patience=5)


def shapes(camera: Camera, projects: Projects, scheme: str, rtl: bool) -> None:
    """The page for annotating with two texts, a long one, and many labels, and what its keys open."""
    for name in SHAPES:
        with _window(scheme, rtl, projects[name], PERSON) as window:
            _go(window, "annotate")
            camera.window(window, f"annotate-{name}-{scheme}")
            assert window.view is not None
            for state in annotate_pictures.states(window.view.page, name):
                camera.window(window, f"annotate-{name}-{state}-{scheme}")


def team(camera: Camera, projects: Projects, scheme: str, rtl: bool) -> None:
    """Work that is sent out and taken back, by the lead and as an annotator sees it."""
    with _window(scheme, rtl, projects["team"], "Lee") as window:
        screenshot_team.team(camera, window, projects, scheme)
    with _window(scheme, rtl, projects["package"]) as window:
        screenshot_team.package(camera, window, scheme)


Scene = Callable[[Camera, Projects, str, bool], None]
SCENES: dict[str, Scene] = {
    "start": start,
    "pages": pages,
    "dialogs": dialogs,
    "empty": empty,
    "long": long,
    "running": running,
    "shapes": shapes,
    "team": team,
}


@contextmanager
def _window(scheme: str, rtl: bool, project: Path | None = None, person: str = "") -> Iterator[MainWindow]:
    from PySide6.QtCore import Qt

    from annotator import app
    from annotator.ui import theme
    from annotator.ui.settings import Settings

    Settings().scheme = scheme
    qt = app.application()
    qt.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    theme.apply(qt, scheme)
    window = app.make_window(qt)
    window.resize(*SIZES[0])
    window.show()
    if project is not None:
        window.settings.set_annotator_of(project, "")
        assert window.open_project(project), window.toast.text.text()
        assert window.session is not None
        people = {found.name: found for found in project_file.people(window.session.read)}
        if person in people:
            window.session.set_annotator(people[person])
    yield window
    window.close()
    window.jobs.close()


def _go(window: MainWindow, page: str, argument: object = None) -> None:
    assert window.view is not None
    window.view.go(page, argument)


def _page(
    camera: Camera,
    window: MainWindow,
    page: str,
    tab: str | None,
    name: str,
    sizes: tuple[tuple[int, int], ...] = SIZES,
) -> None:
    if not any(camera.wants(f"{name}-{width}x{height}") for width, height in sizes):
        return
    _go(window, page, tab)
    patience = 5 if (tab or page) in SLOW else 1
    for size in sizes:
        camera.window(window, name, size, patience)
        patience = 1


def _more(camera: Camera, window: MainWindow, scheme: str) -> None:
    """Who labels with all that can be chosen; calibration of the LLM as it gave its confidence."""
    from annotator.ui.pages.agents_label import LabelTab
    from annotator.ui.pages.tabbed import TabbedPage
    from annotator.ui.widgets.calibration_view import CalibrationView

    assert window.view is not None
    _go(window, "agents", "label")
    assert isinstance(window.view.page, TabbedPage)
    label = window.view.page.tab("label")
    assert isinstance(label, LabelTab)
    label.card.more.click()
    camera.window(window, f"agents-more-{scheme}")
    label.card.more.click()
    if camera.wants(f"quality-claimed-{scheme}-1280x800"):
        _go(window, "quality", "calibration")
        wait(6 * SETTLE)
        for view in window.view.page.findChildren(CalibrationView):
            view.table.setCurrentCell(1, 0)
        camera.window(window, f"quality-claimed-{scheme}")


def _shown(camera: Camera, dialog: QDialog, name: str) -> None:
    dialog.show()
    camera.alone(dialog, name)
    dialog.close()


def _beside(camera: Camera, window: MainWindow, projects: Projects, scheme: str) -> None:
    """What opens beside the work: the guide, the backups, and the saving of a damaged project."""
    from annotator.ui.dialogs.backups import BackupsDialog
    from annotator.ui.dialogs.guide import GuideDialog
    from annotator.ui.dialogs.recovering import RecoverDialog

    _go(window, "review")
    window.show_guide()
    guide = window.findChildren(GuideDialog)[-1]
    camera.alone(guide, f"guide-{scheme}")
    guide.close()
    _shown(camera, BackupsDialog(window.jobs, lambda: True, projects["sample"], window), f"backups-{scheme}")
    _shown(camera, RecoverDialog(window.jobs, projects["long text"], window), f"recover-{scheme}")


def _wizard(camera: Camera, window: MainWindow, scheme: str) -> None:
    """The wizard's pages, at their own size."""
    from annotator.paths import resource
    from annotator.ui.dialogs.new_project import NewProjectWizard

    if not any(camera.wants(f"new-project-{number}-{scheme}") for number in range(1, 6)):
        return
    wizard = NewProjectWizard(window.jobs, window)
    wizard.show()
    wait(SETTLE)
    wizard.file_page.choose(Path(str(resource("sample", "items.csv"))))
    for number in range(1, 6):
        wait(SETTLE)
        if wizard.currentPage() is wizard.question_page:
            _ask(wizard)
        camera.alone(wizard, f"new-project-{number}-{scheme}")
        wizard.next()
    wizard.reject()


def _ask(wizard: NewProjectWizard) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClicks(wizard.question_page.text, "What is the sentiment of this review?")
    for row, label in enumerate(("positive", "negative")):
        QTest.keyClicks(wizard.question_page.labels.name_edit(row), label)
