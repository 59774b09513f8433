"""Why there is no item to settle, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.services.merging import MergeState
from annotator.services.overview import Summary
from annotator.services.reviewing import RANDOM
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.merge_banner import MergeBanner

DECIDED = ("none", "settled")  # kinds of items that stay in the list when they are decided anew


def reason(
    session: Session, banner: MergeBanner, state: MergeState | None, only: str, show_all: Callable[[], object]
) -> EmptyState:
    """only: the kind of items that there are none of. state: of merging, None before the first merge."""
    summary = session.summary
    if only == "contested":  # needs no merge
        return none_of_these(only, show_all)
    if state is None and summary is not None and not summary.answered:
        return nobody_answered(session, summary)
    if state is None:
        return Unmerged(banner)
    if only in ("all", RANDOM):
        return all_settled(session)
    return none_of_these(only, show_all) if only in ("sent", *DECIDED) else no_conflicts(show_all)


def nobody_answered(session: Session, summary: Summary) -> EmptyState:
    """Without answers there is nothing to merge."""
    if not summary.items:
        return EmptyState(
            "inbox-outline",
            _tr("No items yet"),
            _tr("Import items first; once they are answered, this page shows where the answers differ."),
            _tr("Go to Items"),
            lambda: session.go("items"),
        )
    found = EmptyState(
        "scale-balance",
        _tr("No answers yet"),
        _tr("Once people or LLMs have answered, this page shows where they disagree, and you decide."),
        _tr("Pre-label with an LLM"),
        lambda: session.go("agents"),
    )
    found.add(buttons.link(_tr("Annotate yourself"), lambda: session.go("annotate")))
    return found


class Unmerged(EmptyState):
    """There are answers, and no merged result; its button says while there is one on its way."""

    def __init__(self, banner: MergeBanner) -> None:
        super().__init__(
            "merge",
            _tr("Nothing is merged yet"),
            _tr("Merging brings the answers of people and LLMs together and shows where they disagree."),
            _tr("Merge now"),
            banner.merge,
        )
        banner.merging_changed.connect(self._show_merging)

    def _show_merging(self, merging: bool) -> None:
        self.button.setEnabled(not merging)
        self.button.setText(_tr("Merging…") if merging else _tr("Merge now"))


def all_settled(session: Session) -> EmptyState:
    return EmptyState(
        "check-circle-outline",
        _tr("All settled"),
        _tr("Every item that has an answer is settled. The labels are ready to be exported."),
        _tr("Go to export"),
        lambda: session.go("export"),
    )


def no_conflicts(show_all: Callable[[], object]) -> EmptyState:
    return EmptyState(
        "check-circle-outline",
        _tr("No conflicts"),
        _tr("Nothing is left to settle here. You can still look at the items that the merge is least sure of."),
        _tr("Show everything unsettled"),
        show_all,
    )


def none_of_these(only: str, show_all: Callable[[], object]) -> EmptyState:
    """only: "contested", "sent", "none" or "settled"."""
    title, text = {
        "contested": (
            _tr("Nothing is decided differently"),
            _tr("Where two copies of the project decide differently, both decisions are shown here, to be settled."),
        ),
        "sent": (_tr("Nothing is sent back"), _tr("S sends an item back to somebody, with a note.")),
        "none": (_tr("Every item has a right answer"), _tr("N settles an item on which no label is right.")),
        "settled": (_tr("Nothing is settled yet"), _tr("The keys of the labels settle the item in front.")),
    }[only]
    return EmptyState("scale-balance", title, text, _tr("Show everything unsettled"), show_all)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NothingToSettle", text)
