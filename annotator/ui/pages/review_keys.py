"""What can be done by key on the page for review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.ui.actions import Action

if TYPE_CHECKING:
    from annotator.ui.pages.review import ReviewPage

HINTED = 6  # of the commands, those that are named below the case


def commands(page: ReviewPage) -> list[Action]:
    """The page's commands; those for the hints come first."""
    rows = (
        ("review_none", _tr("No right answer"), "N", lambda: page.settle(None)),
        ("review_accept", _tr("Accept the merged label"), "A", page.accept_merged),
        ("review_send", _tr("Send back with a note"), "S", page.send_back),
        ("review_why", _tr("Reason"), "C", page.write_reason),
        ("review_unanimous", _tr("Accept all unanimous"), "Ctrl+U", page.accept_unanimous),
        ("review_gold", _tr("Imported gold"), "Ctrl+G", page.toggle_gold),
        ("review_names", _tr("Hide or show names"), "Ctrl+H", page.switch_names),
        ("review_filter", _tr("Items shown"), "Ctrl+B", page.choices.filter.setFocus),
        ("review_order", _tr("Their order"), "Ctrl+Shift+B", page.choices.order.setFocus),
        ("review_next", _tr("Next item"), "Down", lambda: page.step(1)),
        ("review_previous", _tr("Previous item"), "Up", lambda: page.step(-1)),
        ("review_undo", _tr("Undo"), "Ctrl+Z", page.undo),
        ("review_redo", _tr("Redo"), "Ctrl+Shift+Z Ctrl+Y", page.redo),
        ("review_merge", _tr("Merge now"), "Ctrl+M", page.banner.merge),
    )
    return [Action(name, text, keys, "review", target) for name, text, keys, target in rows]


def built_in() -> list[Action]:
    """Keys that the page reads itself, since a list in front has another use for some of them."""
    rows = (
        ("review_page_down", _tr("Read on in a long text"), "Space PgDown"),
        ("review_page_up", _tr("Back in a long text"), "Shift+Space PgUp"),
    )
    return [Action(name, text, keys, "review", lambda: None) for name, text, keys in rows]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReviewPage", text)
