"""What gold says about an LLM's confidence: whether it tells right from wrong, and what it is worth calibrated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.confidence_calibration import Calibrator, Way, cross_fitted, fit
from annotator.domain.confidence_quality import Bools, Floats, Quality, quality
from annotator.domain.model import Annotator, Changes, Kind
from annotator.domain.routing import Confidences
from annotator.domain.words import counted
from annotator.storage import annotators, calibrations, setup
from annotator.storage.database import Db
from annotator.texts import figure, say, spoken

EXACT = 0.05  # calibration error up to which a calibrated confidence passes for a probability


@dataclass(frozen=True, eq=False)
class Calibration:
    """What gold says about an LLM's confidence.

    source: where the confidence comes from before gold, in words. given: (n,), the confidences on the gold items as
    they were given; right: (n,), whether the answers to these are the gold label.
    """

    llm: Annotator
    source: str
    calibrator: Calibrator
    given: Floats
    right: Bools

    def applied(self, confidences: Confidences) -> Confidences:
        """The same answers with calibrated confidences, and what is to be known about them."""
        found = self.calibrator.of(confidences.confidence)
        gold = 0 if self.calibrator.way is Way.NONE else self.calibrator.gold
        return replace(confidences, confidence=found, origin=self.method, gold=gold, warning=self.warning)

    @property
    def method(self) -> str:
        """Where the confidence in use comes from, in words."""
        if self.calibrator.way is Way.NONE:
            return spoken(self.source)
        gold = counted(self.calibrator.gold, "gold item")
        told = {
            Way.ACCURACY: say("carries no signal, so replaced by the accuracy on {gold}", gold=gold),
            Way.LOGISTIC: say("calibrated on {gold} by a logistic curve", gold=gold),
            Way.BOTH: say("calibrated on {gold} by a logistic and an isotonic curve", gold=gold),
        }[self.calibrator.way]
        return "; ".join(part for part in (spoken(self.source.removesuffix(", uncalibrated")), told) if part)

    @cached_property
    def held_out(self) -> Quality | None:
        """What the calibrated confidence shows on the gold items, each calibrated by the others; None without any."""
        if self.calibrator.way is Way.NONE:
            return None
        return quality(cross_fitted(self.given, self.right), self.right)

    @property
    def inexact(self) -> bool:
        """Whether the calibrated confidence orders answers but is not shown to be a probability."""
        return not self.calibrator.useless and self.held_out is not None and self.held_out.error > EXACT

    @property
    def warning(self) -> str:
        """Why a threshold on this confidence is a bad guide, in a sentence; "" where it is none or without any gold."""
        found, name = self.calibrator, self.llm.name
        if found.useless:
            return say(
                "How sure {name} is does not tell its right answers from its wrong ones ({evidence}), so a"
                " threshold accepts all of them or none: route by target quality instead, or let others answer too,"
                " merge, and route by budget.",
                name=name,
                evidence=self.evidence,
            )
        if found.unproven and found.way is not Way.NONE:
            return say(
                "It is not shown yet that {name} is surer where it is right ({evidence}): settle more items at"
                " random in Review, or route by target quality.",
                name=name,
                evidence=self.evidence,
            )
        if self.inexact and self.held_out is not None:
            return say(
                "{name} is surer where it is right ({evidence}), but its calibrated confidence is useless as a"
                " probability so far: on average it is off by {error}, and more than {exact} is too much"
                " ({chance_error} would be chance). It puts surer answers before less sure ones: route by target"
                " quality, not by a threshold, or settle more items at random in Review.",
                name=name,
                evidence=self.evidence,
                error=figure(self.held_out.error, 3),
                exact=figure(EXACT, 2),
                chance_error=figure(self.held_out.chance_error, 3),
            )
        return ""

    @property
    def evidence(self) -> str:
        """The AUROC in words."""
        area, gold = self.calibrator.auroc, counted(self.calibrator.gold, "gold item")
        if area.value is None:
            return say("all of its answers to {gold} are right, or all wrong", gold=gold)
        return say(
            "AUROC {value}, interval {low} to {high}, on {gold}; 0.5 is chance",
            value=figure(area.value, 2),
            low=figure(area.low, 2),
            high=figure(area.high, 2),
            gold=gold,
        )


@dataclass(frozen=True)
class Recalibrated:
    """What was put in force, of every LLM that gave a confidence for an item with gold."""

    calibrations: tuple[Calibration, ...]
    changes: Changes


def on_gold(db: Db, only: Annotator | None = None) -> Recalibrated:
    """Learn anew what every LLM's confidence is worth, from all the gold there is now, and put it in force.

    The stored confidences and labels stay as they are; suggestions show the calibrated confidence from now on, and
    routing works it out by itself. An LLM whose gold has been taken away loses its calibration. only: one LLM.
    """
    claims = calibrations.claims(db, setup.question(db).id, None if only is None else only.id)
    llms = annotators.every(db, Kind.LLM) if only is None else [only]
    found = [learnt_from(db, llm, claims) for llm in llms]
    new = {each.llm.uid: _content(each) for each in found if not is_in_force(db, each)}
    with_gold = tuple(each for each in found if each.calibrator.gold)
    return Recalibrated(with_gold, calibrations.put(db, new) if new else Changes())


def learnt(db: Db, llm: Annotator) -> Calibration:
    """What all the gold there is now says about an LLM's confidence; only reads."""
    return learnt_from(db, llm, calibrations.claims(db, setup.question(db).id, llm.id))


def learnt_from(db: Db, llm: Annotator, claims: calibrations.Claims) -> Calibration:
    """What these answers say about an LLM's confidence; those of others among them do not count."""
    own = claims.annotator_id == llm.id
    given, right = claims.confidence[own], claims.right[own]
    source = calibrations.source(db, setup.question(db).id, llm.id)
    return Calibration(llm, source, fit(given, right), given, right)


def is_in_force(db: Db, found: Calibration) -> bool:
    """Whether this is what was put in force last; before that, an LLM without gold has nothing to put in force."""
    before = calibrations.learnt(db, found.llm.uid)
    return not found.calibrator.gold if before is None else before == _content(found)


def calibrated(db: Db, llm: Annotator, confidence: float | None) -> float | None:
    """One confidence as what is in force has it: cheap enough for every item that is shown."""
    if confidence is None:
        return None
    return float(all_calibrated(db, llm, np.array([confidence], dtype=np.float64))[0])


def all_calibrated(db: Db, llm: Annotator, confidence: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n,): confidences of one LLM as what is in force has them."""
    content = calibrations.learnt(db, llm.uid)
    return confidence if content is None else Calibrator.from_dict(content["curve"]).of(confidence)


def origin(db: Db, llm: Annotator) -> str:
    """Where the confidence that is in force comes from, in words; "" where that is not known."""
    content = calibrations.learnt(db, llm.uid)
    if content is None:
        return calibrations.source(db, setup.question(db).id, llm.id)
    return str(content["method"])


def _content(found: Calibration) -> dict[str, Any]:
    """As it is stored."""
    return {"method": found.method, "curve": found.calibrator.as_dict()}
