"""What can be done on every page, also on those that nobody has opened yet.

A page is made when it is first shown, since that takes a moment; the command palette and the key sheet want to know
what is there before. They read it from a file that is written from the pages' own tables; a test holds both together.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator import paths
from annotator.ui.actions import Action
from annotator.ui.page_table import PAGES, page_title
from annotator.ui.pages.base import Page
from annotator.ui.project_view import ProjectView
from annotator.ui.widgets.label_keys import label_rows

WINDOW = "window"
LABELLING = (("annotate", ""), ("review", ""), ("agents", "replies"))  # where keys choose labels
_MEANT = {("agents", "label"): "to do it"}  # of a word with two meanings, the one that a catalog is asked for


class Listed(NamedTuple):
    """An action and where it works. tab: "" for a page as a whole. changeable: whether its key may be another one."""

    page: str
    tab: str
    action: Action
    changeable: bool


class PageTab(NamedTuple):
    """A tab of a page, and its text in the language of the window."""

    page: str
    tab: str
    text: str


def listed(view: ProjectView) -> list[Listed]:
    """Of every page, in the order of the navigation; of pages that are made, what works there just now."""
    found = []
    for name in view.pages:
        page = view.made(name)
        if page is None:
            labelling = (place for place in LABELLING if place[0] == name)
            found += [*_filed(name), *(row for place in labelling for row in _labels(view, *place))]
            continue
        found += _live(name, "", page)
        for tab, _ in page.tab_names():
            made = page.made(tab)
            found += _live(name, tab, made) if made is not None else [*_filed(name, tab), *_labels(view, name, tab)]
    return found


def tabs() -> list[PageTab]:
    """Every tab of every page."""
    return [
        PageTab(page, tab, QCoreApplication.translate("pages", text, _MEANT.get((page, tab))))
        for page, parts in _file()["tabs"].items()
        if page in PAGES
        for tab, text in parts
    ]


def place_name(page: str, tab: str = "") -> str:
    """Where something is, as a person reads it: "Agents · Label"."""
    if page == WINDOW:
        return QCoreApplication.translate("catalogue", "Everywhere")
    text = next((found.text for found in tabs() if (found.page, found.tab) == (page, tab)), "")
    return f"{page_title(page)} · {text}" if text else page_title(page)


def _live(name: str, tab: str, page: Page) -> list[Listed]:
    bound = {row.name for row in page.commands()}
    return [Listed(name, tab, row, row.name in bound) for row in page.shortcuts]


def _labels(view: ProjectView, name: str, tab: str) -> list[Listed]:
    """The labels' keys, which belong to the project and not to the file."""
    if (name, tab) not in LABELLING:
        return []
    labels = view.session.question.labels
    return [Listed(name, tab, row, False) for row in label_rows(labels, name, lambda label_id: None)]


def _filed(name: str, only: str | None = None) -> list[Listed]:
    """only: of this tab; else of the page with all its tabs."""
    rows = [row for row in _file()["actions"] if row["page"] == name and only in (None, row["tab"])]
    return [Listed(name, row["tab"], _action(row), row["changeable"]) for row in rows]


def _action(row: dict[str, Any]) -> Action:
    text = QCoreApplication.translate(row["context"], row["text"])
    return Action(row["name"], text, row["keys"], row["page"], lambda: None)


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(paths.resource("actions.json").read_text(encoding="utf-8"))
    return found
