"""Who would get what, before anything is written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.errors import UserError
from annotator.services.packing import Plan
from annotator.texts import figure
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label

_GOLD, _ALREADY = 2, 3  # columns that are shown where there is something to show


class PackagePlan(Card):
    """A row for each annotator, a row for each two who meet, and the rest in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title = text_label(self.tr("The plan"), "card-title")
        self.body.addWidget(self.title)
        self.notice = InlineNotice()
        self.notice.setObjectName("plan_notice")
        self.loads = Records(
            (self.tr("Annotator"), self.tr("Items"), self.tr("Checks"), self.tr("Had before")),
            numbers=(1, 2, 3),
            names=(0,),
        )
        self.loads.setObjectName("plan_loads")
        self.loads.setAccessibleName(self.tr("What each annotator gets"))
        self.loads.explain(
            (
                "",
                self.tr("All that are in the package, with the checks"),
                self.tr("Items with a known label, hidden among the others"),
                self.tr("Chosen items that were in an earlier package of theirs, and do not come again"),
            )
        )
        self.pairs_title = text_label(self.tr("Who meets whom"), "card-title")
        self.pairs = Records((self.tr("One"), self.tr("The other"), self.tr("Both get")), numbers=(2,), stretch=1)
        self.pairs.setObjectName("plan_pairs")
        self.pairs.setAccessibleName(self.tr("Items that two annotators both get"))
        for table in (self.loads, self.pairs):
            table.setSelectionMode(Records.SelectionMode.NoSelection)  # to be read only
        self.about = text_label("", "secondary", wrap=True)
        self.about.setObjectName("plan_about")
        for widget, stretch in (
            (self.notice, 0),
            (self.about, 0),
            (self.loads, 3),
            (self.pairs_title, 0),
            (self.pairs, 2),
        ):
            self.body.addWidget(widget, stretch)
        self.body.addStretch(1)
        self._show_tables(False)

    def show_plan(self, plan: Plan, *, further: bool = False) -> None:
        """The sentences without those that the tables say already. further: whether this is for packages after those
        that were written just now, where it is no wonder that somebody has everything."""
        self.loads.show_rows(
            [
                (load.name, figure(load.items), figure(load.gold), figure(load.already) if load.already else "–")
                for load in plan.loads
            ]
        )
        self.loads.setColumnHidden(_GOLD, not plan.gold)
        self.loads.setColumnHidden(_ALREADY, not any(load.already for load in plan.loads))
        self.pairs.show_rows([(met.first, met.second, figure(met.items)) for met in plan.pairs])
        one_each = {sentence for sentence in plan.sentences[1 : 1 + len(plan.loads)]}
        self.about.setText(" ".join(sentence for sentence in plan.sentences if sentence not in one_each))
        self._show_tables(True)
        self.pairs.setVisible(bool(plan.pairs))
        self.pairs_title.setVisible(bool(plan.pairs))
        nothing = further and not all(load.items for load in plan.loads)
        self.notice.show_text("\n".join(plan.warnings), "info" if nothing else "warn")

    def show_hint(self, text: str) -> None:
        """What is missing for a plan."""
        self._show_tables(False)
        self.notice.show_text(text)

    def show_error(self, error: UserError) -> None:
        self._show_tables(False)
        self.notice.show_text(str(error), "warn")

    def _show_tables(self, on: bool) -> None:
        for widget in (self.about, self.loads, self.pairs_title, self.pairs):
            widget.setVisible(on)
