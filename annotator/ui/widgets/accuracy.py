"""How right the labels are likely to be, and where that number comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.domain.intervals import Share
from annotator.domain.model import Annotator, Kind
from annotator.domain.words import counted
from annotator.services.merging import MergeState
from annotator.services.overview import Summary
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.annotator_kind import kind_of
from annotator.ui.widgets.bars import Bar
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.layouts import clear
from annotator.ui.widgets.text import ElidedLabel, text_label

SHOWN = 7  # annotators; the rest is on the Quality page
NAME = 170  # pixels that a name has at least


class AccuracyCard(Card):
    """What merging expects, what gold says of the LLMs, and who answered how much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Expected accuracy"), parent)
        self.merge_button: QPushButton = buttons.plain(self.tr("Merge"), "call-merge")
        self.merge_button.setObjectName("merge")
        self.header.addWidget(self.merge_button)
        self.number = text_label("", "big-number")
        self.number.setObjectName("expected_accuracy")
        self.meaning = text_label("", "muted")
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.number)
        line.addWidget(self.meaning, 1, Qt.AlignmentFlag.AlignBottom)
        self.origin = text_label("", "secondary", wrap=True)
        self.origin.setObjectName("merge_origin")
        self._agents = QVBoxLayout()
        self._who = QGridLayout()
        self._who.setHorizontalSpacing(theme.px(12))
        self._who.setVerticalSpacing(theme.px(7))
        self._who.setColumnStretch(1, 2)
        self._who.setColumnStretch(2, 3)
        self.body.addLayout(line)
        self.body.addWidget(self.origin)
        for title, rows in ((self.tr("Against gold"), self._agents), (self.tr("Who answered"), self._who)):
            self.body.addSpacing(theme.px(12))
            self.body.addWidget(text_label(title, "card-title"))
            self.body.addLayout(rows)
        self.body.addStretch(1)

    def show_summary(self, summary: Summary) -> None:
        self._show_merge(summary.merge)
        self._show_gold(summary)
        self._show_who(summary.annotators, summary.items)

    def _show_merge(self, merge: MergeState | None) -> None:
        expected = merge.expected_accuracy if merge else None
        self.number.setVisible(expected is not None)
        self.merge_button.setText(self.tr("Merge") if merge is None else self.tr("Merge again"))
        if merge is None:
            self.meaning.setText(self.tr("Not known yet"))
            self.origin.setText(
                self.tr(
                    "Merging weighs every answer by how reliable its annotator is, and says how sure the result is."
                )
            )
            return
        self.number.setText(_percent(expected) if expected is not None else "")
        self.meaning.setText(self.tr("expected of {items}").format(items=counted(merge.items, "merged item")))
        parts = [self.tr("Mean probability of the merged labels, not measured."), merge.reason]
        if merge.stale:
            parts.append(
                self.tr("{answers} came after it.").format(
                    answers=counted(merge.stale, "answer or decision", "answers or decisions")
                )
            )
        self.origin.setText(" ".join(part.rstrip(".") + "." for part in parts))

    def _show_gold(self, summary: Summary) -> None:
        clear(self._agents)
        measured = [(agent.annotator.name, agent.accuracy) for agent in summary.agents]
        if summary.merge is not None:
            measured.insert(0, (self.tr("Merged labels"), summary.merge.accuracy))
        scored = [(name, share) for name, share in measured if share.value is not None]
        for name, share in scored:
            self._agents.addWidget(text_label(self._score(name, share), wrap=True))
        if not scored:
            self._agents.addWidget(text_label(self._why_no_score(summary), "muted", wrap=True))

    def _why_no_score(self, summary: Summary) -> str:
        if not summary.gold and not summary.settled:
            return self.tr("There is no gold yet: import some on the Items page, or settle items in Review.")
        if not summary.annotators:
            known = counted(summary.gold + summary.settled, "item has", "items have")
            return self.tr("{items} gold; nobody has answered yet.").format(items=known)
        if summary.merge is None:
            return self.tr("Nothing is merged yet: merging shows how right the labels are where gold is known.")
        return self.tr("No answered item has gold, so nothing can be measured yet.")

    def _score(self, name: str, share: Share) -> str:
        return self.tr("{name}: right {value} of {items} (95 % interval {low} to {high})").format(
            name=name,
            value=_percent(share.value or 0),
            items=counted(share.of, "gold item"),
            low=_percent(share.low),
            high=_percent(share.high),
        )

    def _show_who(self, annotators: tuple[tuple[Annotator, int], ...], items: int) -> None:
        clear(self._who)
        most_first = sorted(annotators, key=lambda pair: -pair[1])
        for line, (annotator, answers) in enumerate(most_first[:SHOWN]):
            self._add_annotator(line, annotator, answers, items)
        rest = most_first[SHOWN:]
        if rest:
            text = self.tr("and {n} more with {answers} answers").format(
                n=len(rest), answers=f"{sum(answers for _, answers in rest):,}"
            )
            self._who.addWidget(text_label(text, "secondary"), SHOWN, 1, 1, 3)
        if not most_first:
            self._who.addWidget(text_label(self.tr("Nobody yet."), "muted"), 0, 0, 1, 4)

    def _add_annotator(self, line: int, annotator: Annotator, answers: int, items: int) -> None:
        llm = annotator.kind is Kind.LLM
        name = self.tr("{name} (simulated)").format(name=annotator.name) if annotator.simulated else annotator.name
        shown = ElidedLabel(name, middle=True)
        shown.setMinimumWidth(theme.px(NAME))
        number = text_label(f"{answers:,}", "muted")
        number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        bar = Bar(answers / items if items else 0.0, "accent" if llm else "good")
        icon, meaning = kind_of(annotator)
        kind = IconLabel(icon, size=16)
        kind.setToolTip(meaning)
        self._who.addWidget(kind, line, 0)
        self._who.addWidget(shown, line, 1)
        self._who.addWidget(bar, line, 2)
        self._who.addWidget(number, line, 3)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
