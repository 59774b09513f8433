"""Why there is no item to annotate, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout

from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.empty import EmptyState


def nobody_here(choose: Callable[[], object]) -> EmptyState:
    """Answers belong to somebody, so a name comes first."""
    return EmptyState(
        "account-outline",
        _tr("Who is annotating?"),
        _tr("Your answers are kept under your name, apart from everybody else's."),
        _tr("Choose your name"),
        choose,
    )


def no_items(session: Session) -> EmptyState:
    return EmptyState(
        "tray",
        _tr("No items yet"),
        _tr("Import a file of texts, then label them here."),
        _tr("Go to the items"),
        lambda: session.go("items"),
    )


def all_done(session: Session) -> EmptyState:
    """Everything in this person's queue is answered."""
    found = EmptyState(
        "check-circle-outline",
        _tr("Nothing waits for you"),
        _tr(
            "Every item of your queue is answered. Next, settle what people and LLMs disagree on, or export the labels."
        ),
        _tr("Review conflicts"),
        lambda: session.go("review"),
    )
    more = found.layout()
    assert isinstance(more, QVBoxLayout)
    export = buttons.link(_tr("Export the labels"), lambda: session.go("export"))
    more.insertWidget(more.count() - 1, export, 0, Qt.AlignmentFlag.AlignHCenter)
    return found


def time_in_words(seconds: float | None) -> str:
    """ "about 52 min left at your pace"; empty for None."""
    if seconds is None:
        return ""
    minutes = round(seconds / 60)
    if minutes < 1:
        return _tr("less than a minute left at your pace")
    if minutes < 100:
        return _tr("about {minutes} min left at your pace").format(minutes=minutes)
    hours, rest = divmod(round(minutes / 10) * 10, 60)
    if hours >= 10:
        return _tr("about {hours} h left at your pace").format(hours=f"{round(minutes / 60):n}")
    return _tr("about {hours} h {minutes} min left at your pace").format(hours=hours, minutes=rest)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NothingWaits", text)
