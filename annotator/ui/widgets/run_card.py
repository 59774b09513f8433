"""Who labels, what that takes, and how far it is: the card from which runs are started."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services.cascade import Outcome
from annotator.services.prelabelling import Progress, Summary
from annotator.services.run_summary import reading, suspects, too_long, waiting_for
from annotator.texts import figure, spoken
from annotator.ui import run_plan, theme
from annotator.ui.run_plan import Planned
from annotator.ui.widgets import buttons
from annotator.ui.widgets.agent_form import AgentForm
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.job_bar import JobBar, in_numbers
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.run_terms import RunTerms
from annotator.ui.widgets.team_form import TeamForm
from annotator.ui.widgets.text import text_label

NARROW = 760  # pixels of a card that has no room for two columns

_REASONS = 3  # shown of why items got no reply


class RunCard(Card):
    """At the left who labels, at the right what that takes and the one button; the rest behind “More”.

    `taken_back(place)`: texts may no longer go there.
    """

    taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.form, self.terms, self.team = AgentForm(), RunTerms(), TeamForm()
        self.start_button = buttons.filled(self.tr("Start"), "play")
        self.start_button.setObjectName("start_run")
        self.start_button.setEnabled(False)  # until it is known what would be asked
        self.progress = JobBar(pausable=True)
        self.planned = text_label("", "strong", wrap=True)
        self.planned.setObjectName("plan")
        self.takes = text_label("", "secondary", wrap=True)
        self.takes.setObjectName("estimate")
        self.parts = text_label("", "secondary", wrap=True)
        self.parts.setObjectName("agents_at_work")
        self.privacy, self.outcome = InlineNotice(), InlineNotice()
        self._places: tuple[str, ...] = ()
        self.take_back = buttons.link(self.tr("Take the permission back"), self._take_back)
        self.take_back.setObjectName("take_back")
        self.take_back.setToolTip(self.tr("Nothing more is sent there until you allow it again; a run stops"))
        self.more = buttons.link("", self._unfold)
        self.more.setObjectName("more_terms")
        self.folded = QWidget()
        self._running = False
        self._lay_out()
        for changed in (self.terms.changed, self.team.changed):
            changed.connect(self._show_fold)
        for empty in (self.parts, self.takes, self.take_back, self.folded):
            empty.hide()
        self._show_fold()

    def arrange(self, width: int) -> None:
        """The two columns beside each other, or one below the other in a card of so many pixels."""
        narrow = width < theme.px(NARROW)
        self._grid.addWidget(self._left, 0, 0, 1, 2 if narrow else 1)
        self._grid.addWidget(self._right, *((1, 0, 1, 2) if narrow else (0, 1, 1, 1)))

    def show_planning(self) -> None:
        """Nothing may be started meanwhile, or said of where texts go."""
        self.start_button.setEnabled(False)
        self.privacy.clear()
        self._offer_back([])
        self.show_takes(())
        self.planned.setText(self.tr("Working out what will be asked …"))

    def show_plan(self, seen: Planned | None, error: UserError | None) -> None:
        """`error` says why there is none, else the model is not named yet."""
        self.show_takes(())
        if seen is None:
            alone = self.team.mode == "alone"
            missing = self.tr("Say which model, to see what will be asked.")
            team = self.tr("Add two or more models, to see what will be asked.")
            self.planned.setText("" if error else missing if alone else team)
            self.privacy.show_text(str(error) if error else "", "bad")
            return
        plans = seen.plans
        self.planned.setText(
            run_plan.in_words(plans[0])
            if len(plans) == 1
            else self.tr("{n} agents, in this order.").format(n=len(plans))
            if self.team.thresholds
            else self.tr("{n} agents, {items} to ask in all.").format(n=len(plans), items=figure(seen.to_ask))
        )
        goes_on = any(plan.answered for plan in plans) and seen.to_ask
        self.start_button.setText(self.tr("Go on") if goes_on else self.tr("Start"))
        self._show_privacy(seen)

    def show_takes(self, sentences: Sequence[str]) -> None:
        self.takes.setText("\n".join(sentence for sentence in sentences if sentence))
        self.takes.setVisible(bool(self.takes.text()))

    def show_started(self) -> None:
        self._running = True
        self.progress.start(self.tr("Labelling"))
        self.planned.setText(self.tr("The first answers are on their way."))
        self.show_takes(())
        self._show_running()

    def show_progress(self, progress: Progress, parts: Mapping[int, Progress], names: Sequence[str]) -> None:
        """parts: by the agent's place among the names."""
        rate, left = progress.rate, progress.seconds_left
        self.progress.set_progress(progress.done, progress.total, rate=rate, seconds_left=left)
        if progress.waiting is not None:
            self.planned.setText(waiting_for(progress.waiting))
        if progress.reading is not None:
            self.planned.setText(reading(progress.reading))
        self.parts.setVisible(len(names) > 1)
        self.parts.setText(
            "\n".join(_line(names[place], part) for place, part in sorted(parts.items()) if names[place:])
        )

    def show_so_far(self, labelled: int, invalid: int, failed: int) -> None:
        self.planned.setText(self.tr("{counts} so far").format(counts=self._counts(labelled, invalid, failed)))

    def show_ended(self) -> None:
        self._running = False
        self.progress.finish()
        self.parts.hide()
        self._show_running()

    def show_outcome(self, outcome: Summary | Outcome | UserError) -> None:
        """What it came to, with reasons and what it cost."""
        if isinstance(outcome, UserError):
            self.outcome.show_text(str(outcome), "bad")
        elif isinstance(outcome, Summary):
            self.outcome.show_text(self._ended(outcome), _level(outcome))
        else:
            self._show_team(outcome)

    def _show_team(self, outcome: Outcome) -> None:
        lines, levels = [], []
        for stage in outcome.stages:
            lines.append(f"{stage.agent_name}: {self._ended(stage)}" if isinstance(stage, Summary) else str(stage))
            levels.append(_level(stage) if isinstance(stage, Summary) else "bad")
        if outcome.routed is not None:
            waits = counted(outcome.routed.waiting, "item waits", "items wait")
            lines += [self.tr("{items} for people.").format(items=waits), *outcome.routed.already]
        worst = next((level for level in ("bad", "warn", "info") if level in levels), "good")
        self.outcome.show_text("\n".join(lines), worst)

    def _ended(self, summary: Summary) -> str:
        counts = self._counts(summary.labelled, summary.invalid, summary.failed)
        if summary.stopped:
            rest = self.tr("{counts}; Start goes on with the rest.").format(counts=counts)
            said = [summary.why or self.tr("Stopped."), rest]
        else:
            said = [self.tr("Done."), f"{counts}."]
        said += [f"{figure(number)} × {spoken(sentence)}" for _, sentence, number in summary.failures[:_REASONS]]
        if summary.used.money or summary.used.unpriced:
            said.append(self.tr("It cost {cost}.").format(cost=summary.used.cost))
        if summary.used.cached:
            said.append(
                self.tr("{n} known before.").format(n=counted(summary.used.cached, "reply was", "replies were"))
            )
        if summary.note:
            said.append(summary.note)
        if summary.cut:
            said.append(too_long(summary.cut))
        if summary.suspicious:
            said.append(f"{suspects(summary.suspicious)}.")
        return " ".join(said)

    def _counts(self, labelled: int, invalid: int, failed: int) -> str:
        return self.tr("{labelled} labelled · {invalid} invalid · {failed} failed").format(
            labelled=figure(labelled), invalid=figure(invalid), failed=figure(failed)
        )

    def _offer_back(self, places: Sequence[str]) -> None:
        """To take a permission back, also while a run is sending there."""
        self._places = tuple(places)
        self.take_back.setVisible(bool(places))

    def _take_back(self) -> None:
        for place in self._places:
            self.taken_back.emit(place)
        self._offer_back([])

    def _show_privacy(self, seen: Planned) -> None:
        self._offer_back([place for place in seen.places if place not in {where for _, where in seen.forbidden}])
        if not seen.places:
            self.privacy.show_text(self.tr("Nothing leaves this computer."), "good")
            return
        goes = self.tr("The text of {items} goes to {places}.")
        if seen.forbidden:
            goes = self.tr("The text of {items} would go to {places}: you are asked before anything is sent.")
        sent = [plan.to_ask + (plan.examples if plan.to_ask else 0) for plan in seen.plans if plan.goes_to]
        items = counted(max(sent), "item")
        self.privacy.show_text(goes.format(items=items, places=", ".join(seen.places)), "warn")

    def _show_running(self) -> None:
        for widget in (self.form, self.terms, self.team):
            widget.setEnabled(not self._running)
        self.start_button.setVisible(not self._running)

    def _unfold(self) -> None:
        self.folded.setVisible(not self.folded.isVisible())
        self._show_fold()

    def _show_fold(self) -> None:
        """What is set behind a closed fold is not forgotten."""
        open_ = self.folded.isVisibleTo(self)
        unusual = self.terms.unusual + (self.team.mode != "alone")
        set_ = self.tr(" ({n} set)").format(n=unusual) if unusual else ""
        more = self.tr("More: which items, a cap, several models, what is taken out{set} …").format(set=set_)
        self.more.setText(self.tr("Less") if open_ else more)

    def _lay_out(self) -> None:
        self.body.addWidget(text_label(self.tr("Who labels"), "card-title"))
        self._left, self._right = QWidget(), QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.form)
        left.addStretch(1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme.px(8))
        for widget in (self.planned, self.takes, self.privacy):
            right.addWidget(widget)
        right.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeading)
        for below in (self.outcome, self.progress, self.parts):
            right.addWidget(below)
        right.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.start_button)
        right.addLayout(row)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(32))
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self.body.addLayout(self._grid)
        self.arrange(theme.px(NARROW))
        inside = QVBoxLayout(self.folded)
        inside.setContentsMargins(0, theme.px(4), 0, 0)
        inside.setSpacing(theme.px(12))
        inside.addWidget(self.team)
        inside.addWidget(self.terms)
        self.terms.line_up([*self.form.labels, self.team.label])
        self.body.addWidget(self.folded)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self.body.addLayout(row)


def _line(name: str, part: Progress) -> str:
    return f"{name}: {in_numbers(part.done, part.total, part.rate, part.seconds_left)}"


def _level(summary: Summary) -> str:
    if summary.failures or summary.why:
        return "warn"
    return "info" if summary.stopped else "good"
