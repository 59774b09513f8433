"""Why there is no item to annotate, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.texts import figure, say_count
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.name_chooser import NameChooser


class NobodyHere(EmptyState):
    """Answers belong to somebody, so a name comes first: it is chosen or typed here."""

    def __init__(self, session: Session, then: Callable[[], object]) -> None:
        """then: called when somebody sits here."""
        super().__init__(
            "account-outline",
            _tr("Who is annotating?"),
            _tr("Your answers are kept under your name, apart from everybody else's. Choose yours or type a new one."),
        )
        self.names = NameChooser(session.people_names(), session.annotator_hint())
        self.names.setFixedWidth(theme.px(320))
        self.names.chosen.connect(lambda name: session.seat(name, self, then))
        self.setFocusProxy(self.names)
        self.add(self.names)

    def go_on(self) -> None:
        self.names.choose()


def no_items(session: Session) -> EmptyState:
    return EmptyState(
        "tray",
        _tr("No items yet"),
        _tr("Import a file of texts, then label them here."),
        _tr("Go to the items"),
        lambda: session.go("items"),
    )


def all_done(session: Session, answered: int, wanted: int | None = None, skipped: int = 0) -> EmptyState:
    """Everything in this person's queue is answered, by them or by others, or skipped. answered, skipped: how many of
    the items by them.

    wanted: answers of people for an item, where others have given all of them to some; None where that is not so."""
    if session.role is not None:
        text = _tr("Every item of this package is answered. Hand your answers back to whoever sent it to you.")
        if skipped:
            text = say_count(
                skipped,
                "Every item of this package is answered but one that you skipped."
                " Hand your answers back to whoever sent it to you.",
                "Every item of this package is answered but {n} that you skipped."
                " Hand your answers back to whoever sent it to you.",
            )
        return EmptyState(
            "check-circle-outline",
            _tr("All done") if skipped else _tr("All answered"),
            text,
            _tr("Hand back…"),
            session.hand_back_wished.emit,
        )
    done = _tr("Every item of your queue is answered.")
    if skipped:
        done = say_count(
            skipped,
            "Every item of your queue is answered but one that you skipped.",
            "Every item of your queue is answered but {n} that you skipped.",
        )
    text = done if answered or skipped else _tr("What was sent to people has been answered by others.")
    if wanted is not None:
        text = enough_by_others(answered, wanted)
    following = _tr("Next, settle what people and LLMs disagree on, or export the labels.")
    found = EmptyState(
        "check-circle-outline",
        _tr("Nothing waits for you"),
        f"{text} {following}",
        _tr("Review conflicts"),
        lambda: session.go("review"),
    )
    found.add(buttons.link(_tr("Export the labels"), lambda: session.go("export")))
    if wanted is not None:
        found.add(buttons.link(_tr("Change how many answers an item gets"), lambda: session.go("agents", "people")))
    return found


def enough_by_others(answered: int, wanted: int) -> str:
    """answered: items by the person here; wanted: answers for an item."""
    if wanted == 1:
        rest = _tr("One answer an item is wanted, and others have given it.")
    else:
        rest = _tr("{n} answers an item are wanted, and others have given them.").format(n=figure(wanted))
    where = _tr("Whoever leads the project sets “Answers an item” under Agents, People, and sends again.")
    done = _tr("You have answered the rest.") if answered else ""
    return " ".join(part for part in (rest, done, where) if part)


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


def pace_in_words(seconds: float | None) -> str:
    """What the time left is reckoned from; empty for None."""
    if seconds is None:
        return ""
    return _tr("Half of your latest answers took less than {seconds} s. Nobody else sees this.").format(
        seconds=figure(seconds, 1)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("NothingWaits", text)
