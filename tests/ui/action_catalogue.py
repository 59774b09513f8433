"""Writes resources/actions.json from the tables of the pages: `python -m tests.ui.action_catalogue`."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from annotator.ui.page_table import PAGES
from annotator.ui.pages.base import Page
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.project_view import ProjectView

FILE = Path(__file__).parents[2] / "resources" / "actions.json"


def collect(view: ProjectView) -> dict[str, Any]:
    """What each page and tab lets one do; labels' keys belong to the project and are left out."""
    rows: list[dict[str, Any]] = []
    tabs: dict[str, list[list[str]]] = {}
    for name in PAGES:
        view.go(name)
        page = view.page
        assert page is not None
        rows += _rows(name, "", page)
        tabs[name] = [list(part) for part in page.tab_names()]
        if isinstance(page, TabbedPage):
            rows += [row for tab, _ in page.tab_names() for row in _rows(name, tab, page.tab(tab))]
    return {"tabs": {name: parts for name, parts in tabs.items() if parts}, "actions": rows}


def write(found: dict[str, Any]) -> str:
    """As the file holds it: one action a line."""
    tabs = ",\n".join(f"{json.dumps(name)}: {json.dumps(parts)}" for name, parts in found["tabs"].items())
    rows = ",\n".join(json.dumps(row) for row in found["actions"])
    return f'{{"tabs": {{\n{tabs}\n}}, "actions": [\n{rows}\n]}}\n'


def _rows(name: str, tab: str, page: Page) -> list[dict[str, Any]]:
    bound = {row.name for row in page.commands()}
    return [
        {
            "page": name, "tab": tab, "context": type(page).__name__, "changeable": row.name in bound,
            "name": row.name, "text": row.text, "keys": row.keys,
        }
        for row in page.shortcuts
        if "_label_" not in row.name
    ]  # fmt: skip


def main() -> int:
    from annotator import app
    from tests.projects import make_project

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANNOTATOR_SETTINGS"] = str(Path(folder, "settings.ini"))
        db = make_project(Path(folder))
        path = db.path
        db.close()
        window = app.make_window(app.application())
        assert window.open_project(path)
        assert window.view is not None
        FILE.write_text(write(collect(window.view)), encoding="utf-8")
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
