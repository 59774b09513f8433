"""What can be done by key on the page for annotating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.ui.actions import Action

if TYPE_CHECKING:
    from annotator.ui.pages.annotate import AnnotatePage

HINTED = 4  # of the commands, those that are named below the page


def commands(page: AnnotatePage) -> list[Action]:
    """The page's commands; those for the hints come first."""
    rows = (
        ("annotate_skip", _tr("Skip"), "S", page.ask_why_skipped),
        ("annotate_flag", _tr("Flag"), "F", page.toggle_flag),
        ("annotate_comment", _tr("Comment"), "C", page.comment),
        ("annotate_back", _tr("Back"), "Left Backspace Alt+Left Alt+Down", page.back),
        ("annotate_forward", _tr("Forward"), "Right Alt+Right Alt+Up", page.forward),
        ("annotate_next", _tr("To the next item that waits"), "N", page.next_waiting),
        ("annotate_undo", _tr("Undo"), "Ctrl+Z", page.undo),
        ("annotate_redo", _tr("Redo"), "Ctrl+Shift+Z Ctrl+Y", page.redo),
        ("annotate_search", _tr("Find a label"), "/ Ctrl+F", page.search_label),
        ("annotate_guideline", _tr("Fold or open the guideline"), "G", page.fold_guideline),
        ("annotate_focus", _tr("Item and labels alone"), "F11 Ctrl+Shift+F", page.switch_focus),
    )
    return [Action(name, text, keys, "annotate", target) for name, text, keys, target in rows]


def built_in() -> list[Action]:
    """Keys that the page reads itself, since a button or a text in front may have another use for them."""
    rows = (
        ("annotate_page_down", _tr("Read on in a long text"), "Space PgDown"),
        ("annotate_page_up", _tr("Back in a long text"), "Shift+Space PgUp"),
        ("annotate_escape", _tr("Close, or leave what was begun"), "Esc"),
    )
    return [Action(name, text, keys, "annotate", lambda: None) for name, text, keys in rows]


def _tr(text: str) -> str:
    return QCoreApplication.translate("AnnotatePage", text)
