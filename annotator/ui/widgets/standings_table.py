"""Agents beside people, one row each: how right, how sure, how dear and how fast."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.domain.agreement import Estimate
from annotator.domain.words import counted
from annotator.services import measuring
from annotator.services.comparing import Standing
from annotator.services.comparing_words import without_label, without_signal
from annotator.services.run_summary import dollars
from annotator.texts import figure, say
from annotator.ui.widgets.annotator_kind import kind_of
from annotator.ui.widgets.interval_cells import IntervalCells, set_share
from annotator.ui.widgets.records import Records, percent, signed
from annotator.ui.widgets.text import tool_tip

_NAME_WIDEST = 190  # px
_ANSWERS, _ACCURACY, _WITH_GOLD, _WITH_PEOPLE, _ERROR, _AUROC, _MONEY, _TIME, _REPLACES = range(1, 10)
_GIVING = (_TIME, _MONEY, _AUROC, _ERROR, _WITH_PEOPLE, _WITH_GOLD)  # the first one first


class StandingsTable(Records):
    """Rows in the order of `comparing.compare`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            (
                self.tr("Who"),
                self.tr("Answers"),
                self.tr("Accuracy on gold"),
                self.tr("κ gold"),
                self.tr("κ people"),
                self.tr("Calibration error"),
                self.tr("AUROC"),
                self.tr("For 1,000"),
                self.tr("An item"),
                self.tr("Replaces?"),
            ),
            numbers=(1, 3, 4, 5, 6, 7, 8),
            stretch=_ACCURACY,
            names=(0,),
            widest=_NAME_WIDEST,
            parent=parent,
        )
        self.setObjectName("standings")
        self.setAccessibleName(self.tr("Agents beside people"))
        self.setItemDelegateForColumn(_ACCURACY, IntervalCells(self))
        self.let_give_way(*_GIVING)
        self.explain(
            (
                "",
                self.tr("Items answered; skips and invalid replies are not counted"),
                self.tr("Share of the items with gold that is right; the whisker is the 95 % interval"),
                self.tr("Cohen's kappa with gold: agreement beyond chance, 0 is chance, 1 is complete"),
                self.tr("Cohen's kappa with people's answers that were given without seeing a suggestion"),
                self.tr("Calibration error of the confidence: how far it is from what it says, 0 is best"),
                self.tr("How well the confidence tells right from wrong: 0.5 is chance, 1 is best"),
                self.tr("US dollars for 1,000 items"),
                self.tr("Time for an item; of an agent with several at once, as it was at work"),
                self.tr("May it replace people? The alternative annotator test; the sentence below says more"),
            )
        )

    def show_standings(self, standings: Sequence[Standing]) -> None:
        self.show_rows([self._row(standing) for standing in standings])
        for row, standing in enumerate(standings):
            if standing.who is not None:
                self.mark(row, 0, *kind_of(standing.who))
            else:
                self.mark(row, 0, "account-group-outline", self.tr("all people together"))
            cell = self.item(row, _ACCURACY)
            if cell is not None:
                with self.quietly():
                    set_share(cell, standing.accuracy)
            if rest := without_label(standing):
                self._say(row, _ANSWERS, self.tr("Besides {rest}").format(rest=", ".join(rest)))
            if standing.accuracy.of:
                told = self.tr("On {items} with gold").format(items=_items(standing.accuracy.of))
                self._say(row, _ACCURACY, told + measuring.invalid(standing.invalid_on_gold))
            self._say(row, _WITH_GOLD, _bounds(standing.with_gold))
            self._say(row, _WITH_PEOPLE, _bounds(standing.with_people))
            if standing.quality is not None:
                words = self.tr("Confidence {stage}, on {items} with gold; {chance} would be chance").format(
                    stage=standing.stage,
                    items=counted(standing.quality.items, "item"),
                    chance=figure(standing.quality.chance_error, 3),
                )
                useless = without_signal(standing)
                self._say(row, _ERROR, "; ".join(filter(None, (words, useless))))
                auroc = standing.quality.auroc
                words = self.tr("95 % interval {low} to {high}")
                words = words.format(low=figure(auroc.low, 2), high=figure(auroc.high, 2))
                self._say(row, _AUROC, "; ".join(filter(None, (words, useless))))
            if standing.verdict is not None:
                self._say(row, _REPLACES, standing.verdict.sentence)

    def _say(self, row: int, column: int, words: str) -> None:
        cell = self.item(row, column)
        if cell is not None:
            with self.quietly():
                cell.setToolTip(tool_tip(words))

    def _row(self, standing: Standing) -> tuple[str, ...]:
        quality = standing.quality
        return (
            standing.name,
            figure(standing.labels),
            self._accuracy(standing),
            _kappa(standing.with_gold),
            _kappa(standing.with_people),
            "–" if quality is None else figure(quality.error, 3),
            "–" if quality is None or quality.auroc.value is None else figure(quality.auroc.value, 2),
            self._price(standing),
            "–" if standing.seconds is None else _seconds(standing.seconds),
            self._replaces(standing),
        )

    def _accuracy(self, standing: Standing) -> str:
        share = standing.accuracy
        if share.value is None:
            return self.tr("no gold yet")
        return f"{percent(share.value)} ({figure(100 * share.low)}–{figure(100 * share.high)})"

    def _price(self, standing: Standing) -> str:
        if not standing.is_llm or standing.all_known:
            return "–"
        return self.tr("unknown") if standing.per_1000 is None else dollars(standing.per_1000)

    def _replaces(self, standing: Standing) -> str:
        if standing.verdict is None:
            return "–"
        if standing.verdict.result.winning_rate is None:
            return self.tr("not tested")
        return self.tr("yes") if standing.verdict.result.may_replace else self.tr("no")


def _items(number: int) -> str:
    return counted(number, "item")


def _kappa(found: Estimate) -> str:
    return "–" if found.value is None else signed(found.value)


def _bounds(found: Estimate) -> str:
    """What stands behind a kappa, or why there is none."""
    if found.value is None or found.low is None or found.high is None:
        return found.reason
    return say(
        "{signed} to {signed_2}, {items}",
        signed=signed(found.low),
        signed_2=signed(found.high),
        items=counted(found.items, "item"),
    )


def _seconds(seconds: float) -> str:
    if seconds < 0.01:
        return f"< {figure(0.01, 2)} s"
    return f"{figure(seconds, 2)} s" if seconds < 1 else f"{figure(seconds, 1)} s"
