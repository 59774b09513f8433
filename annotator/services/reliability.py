"""Do probabilities mean what they say? Merged labels and every LLM's confidence, measured on the items with gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.confidence_calibration import GOLD_TO_CALIBRATE, Way
from annotator.domain.confidence_quality import (
    Auroc,
    Bins,
    Floats,
    Quality,
    RiskCoverage,
    auroc,
    quality,
    risk_coverage,
)
from annotator.domain.model import Kind
from annotator.domain.words import counted, percent
from annotator.services import confidence, measuring
from annotator.services.confidence import Calibration
from annotator.storage import annotators, answers, calibrations, gold, posteriors, setup
from annotator.storage.database import Db
from annotator.texts import english, figure, say, spoken

__all__ = ["Auroc", "Bins", "Quality", "RiskCoverage"]

# Gold that is a random sample claims as much as the rest, but for chance; more than this is worth a word.
SHIFT, STANDARD_ERRORS = 0.03, 3


class Stage(StrEnum):
    """What kind of number is measured."""

    MERGED = "merged"
    GIVEN = english("as given")  # by the LLM, before gold
    CALIBRATED = "calibrated"  # cross-fitted: each item by what the other gold items teach


@dataclass(frozen=True)
class Source:
    """Somebody's probabilities against gold.

    quality: of merged labels, log loss and Brier score are over the probabilities of all labels; of a confidence, over
    right and wrong. method: where the numbers come from, in words. note: why they may not hold for other items, or "".
    """

    name: str
    stage: Stage
    quality: Quality
    method: str
    note: str
    calibration: Calibration | None = None

    @property
    def sentence(self) -> str:
        found = self.quality
        what = f"{self.name}, {self.stage.value}" if self.stage is not Stage.MERGED else self.name
        return say(
            "{what}: calibration error {error} ({chance_error} would be chance), log loss"
            " {log_loss}, Brier score {brier}, right on {share} of"
            " {gold_items}.",
            what=what,
            error=figure(found.error, 3),
            chance_error=figure(found.chance_error, 3),
            log_loss=figure(found.log_loss, 3),
            brier=figure(found.brier, 3),
            share=percent(found.accuracy.value or 0),
            gold_items=counted(found.items, "gold item"),
        )

    def as_dict(self) -> dict[str, Any]:
        found = self.quality
        return {
            "name": self.name,
            "stage": self.stage.value,
            "method": self.method,
            "items": found.items,
            "accuracy": found.accuracy._asdict(),
            "mean_confidence": found.mean_confidence,
            "expected_calibration_error": found.error,
            "expected_by_chance": found.chance_error,
            "log_loss": found.log_loss,
            "brier": found.brier,
            "auroc": found.auroc._asdict(),
            "risk_coverage_area": found.risk_coverage.area,
            "note": self.note,
        }


@dataclass(frozen=True)
class Report:
    """Everything that can be measured. gold: items with a gold label, `settled` of them in review; `measuring` of them
    count, and `left_out` says in sentences why others do not.

    stale: whether what is in force was learnt from other gold than there is now. calibrations: of the LLMs that gave a
    confidence for an item with gold.
    """

    sources: tuple[Source, ...]
    gold: int
    settled: int
    measuring: int
    left_out: tuple[str, ...]
    calibrations: tuple[Calibration, ...]
    stale: bool

    def as_dict(self) -> dict[str, Any]:
        return {
            "gold": self.gold,
            "settled": self.settled,
            "measuring": self.measuring,
            "left_out": list(self.left_out),
            "sources": [source.as_dict() for source in self.sources],
            "calibrations": [
                {
                    "agent": found.llm.name,
                    "method": found.method,
                    "useless": found.calibrator.useless,
                    "inexact": found.inexact,
                    "warning": found.warning,
                }
                for found in self.calibrations
            ],
        }


def report(db: Db) -> Report:
    """Merged labels first, then every LLM as given and calibrated, in the order in which they joined. Only reads."""
    question_id = setup.question(db).id
    known = gold.known(db, question_id)
    llms, calibrated, stale = _llms(db, question_id)
    return Report(
        sources=(*_merged(db, question_id), *llms),
        gold=sum(known.values()),
        settled=known.get("adjudicated", 0),
        measuring=sum(known.values()) - gold.not_measuring(db, question_id),
        left_out=_left_out(db, question_id),
        calibrations=calibrated,
        stale=stale,
    )


def sentences(found: Report) -> list[str]:
    """The report in words, for the command line."""
    if not found.sources:
        return [
            say(
                "No answer has a confidence and gold to measure it on:"
                " settle items at random in Review, or import gold."
            ),
            *found.left_out,
        ]
    told = [source.sentence for source in found.sources]
    told += [verdict(calibration) for calibration in found.calibrations]
    return [*told, *dict.fromkeys(source.note for source in found.sources if source.note), *found.left_out]


def verdict(found: Calibration) -> str:
    """What gold says about an LLM's confidence, in a sentence."""
    if found.calibrator.way is Way.NONE:
        number = counted(found.calibrator.gold, "gold item")
        return say(
            "{number} cannot tell what the confidence of {llm} is worth: {gold_to_calibrate} can, roughly.",
            number=number,
            llm=found.llm.name,
            gold_to_calibrate=GOLD_TO_CALIBRATE,
        )
    return found.warning or say(
        "{llm} is surer where it is right ({evidence}).", llm=found.llm.name, evidence=found.evidence
    )


def bins_csv(bins: Bins) -> str:
    """What a reliability diagram shows, one line for each bin; empty cells where it is empty."""
    names = ("from", "to", "items", "mean_confidence", "share_right", "low", "high")
    columns = (bins.edges[:-1], bins.edges[1:], bins.count, bins.confidence, bins.accuracy, bins.low, bins.high)
    return _csv(names, columns)


def risk_coverage_csv(curve: RiskCoverage) -> str:
    """What a risk-coverage curve shows, one line for each of its points."""
    names = ("coverage", "items", "confidence_at_least", "share_right", "low", "high")
    return _csv(names, (curve.coverage, curve.items, curve.confidence, curve.accuracy, curve.low, curve.high))


def _csv(names: Sequence[str], columns: Sequence[NDArray[Any]]) -> str:
    rows = [",".join(_cell(value) for value in row) for row in zip(*columns, strict=True)]
    return "\n".join([",".join(names), *rows]) + "\n"


def _cell(value: np.number[Any]) -> str:
    if isinstance(value, np.integer):
        return str(value)
    return "" if np.isnan(value) else f"{value:.6g}"


def shown(db: Db) -> dict[int, tuple[Quality, str]]:
    """By an LLM's id the quality of the confidence that people are shown, calibrated where gold allows it, and which
    it is."""
    claims = calibrations.claims(db, setup.question(db).id)
    found: dict[int, tuple[Quality, str]] = {}
    for llm in annotators.every(db, Kind.LLM):
        learnt = confidence.learnt_from(db, llm, claims)
        if learnt.given.size:
            last = _of_llm(learnt, "")[-1]
            found[llm.id] = (last.quality, last.stage.value)
    return found


def _left_out(db: Db, question_id: int) -> tuple[str, ...]:
    merging = posteriors.current(db)
    known = "" if merging is None else measuring.known_to(merging.method, posteriors.on_gold(db, question_id).known)
    return tuple(filter(None, (measuring.left_out(db), known)))


def _merged(db: Db, question_id: int) -> list[Source]:
    merging = posteriors.current(db)
    if merging is None:
        return []
    claims = calibrations.merged_claims(db, question_id, merging.id)
    if not claims.gold_id.size:
        return []
    # Of the label that was chosen, as for LLMs: over all labels the same scores would be about twice as large.
    found = quality(claims.probability, claims.label_id == claims.gold_id)
    _, mean = posteriors.mean_probability(db)
    note = _note(say("the merged labels"), claims.probability, mean)
    return [Source(say("Merged labels"), Stage.MERGED, found, say("merged by {method}", method=merging.method), note)]


def _llms(db: Db, question_id: int) -> tuple[list[Source], tuple[Calibration, ...], bool]:
    claims = calibrations.claims(db, question_id)
    means = answers.mean_confidences(db, question_id)
    sources: list[Source] = []
    found: list[Calibration] = []
    stale = False
    for llm in annotators.every(db, Kind.LLM):
        learnt = confidence.learnt_from(db, llm, claims)
        stale = stale or not confidence.is_in_force(db, learnt)
        if learnt.given.size:
            found.append(learnt)
            note = _note(llm.name, learnt.given, means.get(llm.id))
            sources += _of_llm(learnt, note)
    return sources, tuple(found), stale


def _of_llm(learnt: Calibration, note: str) -> list[Source]:
    name, curve, given, right = learnt.llm.name, learnt.calibrator, learnt.given, learnt.right
    sources = [Source(name, Stage.GIVEN, quality(given, right), spoken(learnt.source), note, learnt)]
    if learnt.held_out is not None:
        # Its order is that of the curve in use. Cross-fitted values come from five curves and cannot be compared.
        order = curve.of(given)
        found = replace(learnt.held_out, auroc=auroc(order, right), risk_coverage=risk_coverage(order, right))
        sources.append(Source(name, Stage.CALIBRATED, found, learnt.method, note, learnt))
    return sources


def _note(whose: str, on_gold: Floats, mean: float | None) -> str:
    """Whether the gold items differ from the rest, as those do that were settled because they are hard."""
    if mean is None:
        return ""
    away = abs(float(on_gold.mean()) - mean)
    if away <= SHIFT or away <= STANDARD_ERRORS * float(on_gold.std()) / np.sqrt(on_gold.size):
        return ""
    return say(
        "The gold items are no random sample: the mean confidence of {whose} is {mean} on them and"
        " {mean_2} on all items, so what is measured on them may not hold for the rest.",
        whose=whose,
        mean=figure(on_gold.mean(), 2),
        mean_2=figure(mean, 2),
    )
