"""Who answered how much, what gold says of the LLMs, and what all of it has cost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.intervals import Share
from annotator.domain.model import Annotator, Kind
from annotator.domain.words import counted
from annotator.services.ledger import Ledger
from annotator.services.overview import Summary
from annotator.services.run_summary import dollars
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.annotator_kind import kind_of
from annotator.ui.widgets.bars import Bar
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.evidence_words import simulated
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.layouts import clear
from annotator.ui.widgets.text import ElidedLabel, text_label

SHOWN = 5  # annotators; the rest is on the Quality page
NAME = 170  # pixels that a name has at least
LEAST = 0.5  # minutes that are told as a number


class WhoCard(Card):
    """`costs_wished` when somebody wants to see them one by one."""

    costs_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who answered"), parent)
        self.cost = text_label("", wrap=True)
        self.cost_link = buttons.link(self.tr("All costs"), self.costs_wished.emit)
        self.cost_link.setObjectName("all_costs")
        self.cost_link.setAutoDefault(True)  # Enter is as good as the space bar
        for widget in (self.cost, self.cost_link):
            widget.hide()
        costs = QHBoxLayout()
        costs.addWidget(self.cost, 1)
        costs.addWidget(self.cost_link, 0, Qt.AlignmentFlag.AlignTop)
        self._gold = QVBoxLayout()
        self._who = QGridLayout()
        self._who.setHorizontalSpacing(theme.px(12))
        self._who.setVerticalSpacing(theme.px(7))
        self._who.setColumnStretch(1, 3)
        self._who.setColumnStretch(2, 2)
        self.body.addLayout(self._who)
        self.body.addSpacing(theme.px(4))
        self.body.addLayout(costs)
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(text_label(self.tr("Against gold"), "card-title"))
        self.body.addLayout(self._gold)
        self.body.addStretch(1)

    def show_summary(self, summary: Summary) -> None:
        self._show_gold(summary)
        self._show_who(summary)

    def show_costs(self, ledger: Ledger) -> None:
        """Money as far as it is known, with what is not; nothing before anybody has worked."""
        parts = []
        if ledger.agents or ledger.tries.requests or ledger.others.llms.requests:
            unknown = counted(ledger.unpriced, "request")
            if ledger.money or not ledger.unpriced:
                parts.append(dollars(ledger.money))
            if ledger.unpriced:
                parts.append(self.tr("an unknown price for {requests}").format(requests=unknown))
            parts.append(counted(ledger.tokens, "token"))
        if ledger.people or ledger.others.people.answers:
            parts.append(self._time(ledger))
        self.cost.setText(self.tr("Cost so far: {parts}").format(parts=", ".join(parts)))
        for widget in (self.cost, self.cost_link):
            widget.setVisible(bool(parts))

    def _time(self, ledger: Ledger) -> str:
        if ledger.minutes >= LEAST:
            return self.tr("{minutes} min of people").format(minutes=figure(ledger.minutes))
        if ledger.minutes:
            return self.tr("under 1 min of people")
        return self.tr("time of people that was not measured")

    def _show_gold(self, summary: Summary) -> None:
        clear(self._gold)
        measured = [(agent.annotator.name, agent.accuracy) for agent in summary.agents]
        scored = [(name, share) for name, share in measured if share.value is not None]
        for name, share in scored:
            self._gold.addWidget(text_label(self._score(name, share), wrap=True))
        if not scored:
            self._gold.addWidget(text_label(self._why_no_score(summary), "muted", wrap=True))

    def _why_no_score(self, summary: Summary) -> str:
        if not summary.gold and not summary.settled:
            return self.tr("There is no gold yet: import some on the Items page, or settle items at random in Review.")
        if not summary.answered:
            known = counted(summary.gold + summary.settled, "item has", "items have")
            return self.tr("{items} gold; nobody has answered yet.").format(items=known)
        if summary.merge is None:
            return self.tr("Nothing is merged yet: merging shows how right the labels are where gold is known.")
        if summary.merge.accuracy.value is not None:
            return self.tr("No LLM has answered an item with gold; the merged labels are measured.")
        return self.tr(
            "No answered item has gold that counts: import some on the Items page, or settle items at random in Review."
        )

    def _score(self, name: str, share: Share) -> str:
        return self.tr("{name}: right {value} of {items} (95\u00a0% interval {low} to {high})").format(
            name=name,
            value=percent(share.value or 0),
            items=counted(share.of, "gold item"),
            low=percent(share.low),
            high=percent(share.high),
        )

    def _show_who(self, summary: Summary) -> None:
        clear(self._who)
        most_first = sorted(summary.annotators, key=lambda pair: -pair[1])
        for line, (annotator, answers) in enumerate(most_first[:SHOWN]):
            self._add_annotator(line, annotator, answers, summary)
        rest = most_first[SHOWN:]
        if rest:
            text = self.tr("and {n} more with {answers}").format(
                n=len(rest), answers=counted(sum(answers for _, answers in rest), "answer")
            )
            self._who.addWidget(text_label(text, "secondary"), SHOWN, 1, 1, 3)
        if not most_first:
            self._who.addWidget(text_label(self.tr("Nobody yet."), "muted"), 0, 0, 1, 4)

    def _add_annotator(self, line: int, annotator: Annotator, answers: int, summary: Summary) -> None:
        llm = annotator.kind is Kind.LLM
        name = simulated(annotator.name) if annotator.simulated else annotator.name
        shown = ElidedLabel(name, middle=True)
        shown.setMinimumWidth(theme.px(NAME))
        number = text_label(figure(answers), "muted")
        number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        if skipped := summary.skipped.get(annotator.id, 0):
            number.setToolTip(self.tr("{n} skipped").format(n=figure(skipped)))
        bar = Bar(answers / summary.items if summary.items else 0.0, "accent" if llm else "good")
        icon, meaning = kind_of(annotator)
        kind = IconLabel(icon, size=16)
        kind.setToolTip(meaning)
        self._who.addWidget(kind, line, 0)
        self._who.addWidget(shown, line, 1)
        self._who.addWidget(bar, line, 2)
        self._who.addWidget(number, line, 3)


def percent(share: float) -> str:
    return f"{figure(100 * share, 1)} %"
