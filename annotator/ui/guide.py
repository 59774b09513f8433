"""The guide that is shipped: its pages, and which of them is about what is in sight."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import NamedTuple

from annotator import paths
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.project_view import ProjectView

FOLDER = "guide/"
FIRST = "guide/01-first-project.md"
# The guide's page about a page of the window, or about one of its tabs ("agents/people").
ABOUT = {
    "overview": FIRST,
    "setup": "guide/02-questions-and-labels.md",
    "agents": "guide/03-llms.md",
    "agents/people": "guide/04-who-answers-what.md",
    "items": "guide/04-who-answers-what.md",
    "annotate": "guide/05-annotating.md",
    "review": "guide/06-review.md",
    "quality": "guide/07-quality.md",
    "export": "guide/08-export.md",
    "team": "guide/09-teams.md",
}
_MARKUP = re.compile(r"!?\[|\]\([^)]*\)|[*`|]")
BEHIND = ("export.md", "merging.md")  # what the guide refers to; behind its own pages in the list


class GuidePage(NamedTuple):
    """name: where it lies among the documentation, "guide/06-review.md". text: Markdown without the title."""

    name: str
    title: str
    text: str

    def plain(self) -> str:
        """What is read on the page, for searching."""
        return _MARKUP.sub("", f"{self.title}\n{self.text}")


@cache
def pages() -> dict[str, GuidePage]:
    """By name, in the order in which they are read."""
    names = sorted(file.name for file in paths.documentation("guide").iterdir() if file.name[:2].isdigit())
    found = [_read(name) for name in (*(FOLDER + name for name in names), *BEHIND)]
    return {page.name: page for page in found}


def about(view: ProjectView | None) -> str:
    """The name of the page about what is in sight; view: None for the start page."""
    page = view.page if view is not None else None
    if view is None or page is None:
        return FIRST
    tab = page.tab_name if isinstance(page, TabbedPage) else ""
    return ABOUT.get(f"{view.page_name}/{tab}", ABOUT.get(view.page_name, FIRST))


def target(page: str, link: str) -> str:
    """The name of the page, or the place of the picture, that a link on a page leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), link.partition("#")[0]))


def picture(name: str) -> bytes:
    """A picture of the guide; empty where there is none, and for whatever lies elsewhere."""
    inside = posixpath.normpath(name)
    file = paths.documentation(*inside.split("/"))
    ours = inside.startswith(f"{FOLDER}pictures/") and inside.endswith(".png")
    return file.read_bytes() if ours and file.is_file() else b""


def _read(name: str) -> GuidePage:
    whole = paths.documentation(*name.split("/")).read_text(encoding="utf-8")
    title, _, text = whole.partition("\n")
    return GuidePage(name, title.removeprefix("# ").strip(), text.strip())
