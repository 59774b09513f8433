"""What the command palette offers: everything that can be done or gone to in the window just now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from annotator.ui import actions, catalogue, language
from annotator.ui.actions import Action
from annotator.ui.catalogue import Listed
from annotator.ui.project_view import ProjectView
from annotator.ui.widgets.command_palette import Entry

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def entries(window: MainWindow, rows: Sequence[Action]) -> list[Entry]:
    """rows: what works in the window as a whole. What the page in sight can do comes first."""
    here, elsewhere = _of_pages(window)
    whole = [Entry(row.text, _kind(row), row.key_text(), row.target) for row in rows if row.name != "palette"]
    rest = [*_of_project(window), *elsewhere, *_recent(window), *_languages(window)]
    return [*_of_message(window), *here, *whole, *rest]


def _kind(row: Action) -> str:
    """A page may be called as what is done on it."""
    return _tr("Page") if row.name.startswith("go_") else ""


def _of_message(window: MainWindow) -> list[Entry]:
    button = window.toast.offered
    key = actions.key_of("message_action")
    return [Entry(button, window.toast.text.text(), key, window.toast.act)] if button else []


def _of_pages(window: MainWindow) -> tuple[list[Entry], list[Entry]]:
    """What the page in sight can do, and what the others can."""
    view = window.view
    if view is None:
        return [], []
    rows = view.page.keys() if view.page is not None else []
    at = {row.name for row in rows}
    here: list[Entry] = []
    elsewhere: list[Entry] = []
    for row in catalogue.listed(view):
        if row.changeable:  # the others are keys of a widget, or answers
            in_sight = row.page == view.page_name and row.action.name in at
            (here if in_sight else elsewhere).append(_entry(view, row, in_sight))
    return here, elsewhere


def _entry(view: ProjectView, row: Listed, in_sight: bool) -> Entry:
    run = partial(_soon, view, row.action.name) if in_sight else partial(_there, view, row)
    return Entry(row.action.text, catalogue.place_name(row.page, row.tab), row.action.key_text(), run)


def _there(view: ProjectView, row: Listed) -> None:
    """Go to the page, then do it."""
    view.go(row.page, row.tab or None)
    _soon(view, row.action.name)


def _soon(view: ProjectView, name: str) -> None:
    """After the page in sight has got the focus, as if its key were pressed."""

    def do() -> None:
        rows = view.page.keys() if view.page is not None else []
        target = next((row.target for row in rows if row.name == name), None)
        if target is not None:
            target()

    QTimer.singleShot(0, view, do)


def _of_project(window: MainWindow) -> list[Entry]:
    """Tabs, saved filters and questions."""
    view, session = window.view, window.session
    if view is None or session is None:
        return []
    from annotator.services import saved_filters

    found = [
        Entry(catalogue.place_name(page, tab), _tr("Tab"), "", partial(view.go, page, tab))
        for page, tab, _ in catalogue.tabs()
        if page in view.pages
    ]
    if "items" in view.pages:
        found += [
            Entry(saved.name, _tr("Saved filter"), "", partial(view.go, "items", saved.filter))
            for saved in saved_filters.every(session.read)
        ]
    if len(session.questions) > 1:
        found += [
            Entry(question.name, _tr("Question"), "", partial(session.set_question, question.id))
            for question in session.questions
            if question.id != session.question.id
        ]
    return found


def _recent(window: MainWindow) -> list[Entry]:
    opened = window.session.path if window.session is not None else None

    def open_project(path: Path) -> None:
        QTimer.singleShot(0, window, lambda: window.open_project(path))

    paths = [path for path in window.settings.recent() if path != opened]
    return [Entry(path.stem, _tr("Project"), "", partial(open_project, path)) for path in paths]


def _languages(window: MainWindow) -> list[Entry]:
    choices = language.names().items()
    return [Entry(name, _tr("Language"), "", partial(window.set_language, key)) for key, name in choices]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandPalette", text)
