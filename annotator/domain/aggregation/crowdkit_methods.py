"""Crowd-kit's aggregators by name, for comparison with our own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from annotator.domain.aggregation import columns
from annotator.domain.aggregation.dawid_skene import fits_in_memory
from annotator.domain.aggregation.merged import Merged, from_posterior
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.voting import class_shares
from annotator.errors import UserError
from annotator.texts import english, figure, say

if TYPE_CHECKING:
    import pandas as pd

Result = TypeVar("Result")

PREFIX = "crowd-kit/"

METHODS: Mapping[str, str] = {
    f"{PREFIX}MajorityVote": english("Crowd-kit's vote shares"),
    f"{PREFIX}Wawa": english("Crowd-kit's votes weighted by agreement with the majority"),
    f"{PREFIX}DawidSkene": english("Crowd-kit's Dawid-Skene, the reference for ours"),
    f"{PREFIX}OneCoinDawidSkene": english("Crowd-kit's Dawid-Skene with one accuracy for each annotator"),
    f"{PREFIX}GLAD": english("Crowd-kit's annotator ability and item difficulty (slow)"),
    f"{PREFIX}MACE": english("Crowd-kit's chance that each annotator is guessing (slow)"),
    f"{PREFIX}MMSR": english("Crowd-kit's accuracies from robust matrix completion; small crowds only (slow)"),
}

# MMSR compares annotators pairwise in Python loops and keeps dense annotator x item arrays.
MMSR_ANNOTATORS = 500

# What these work through in Python loops, round by round; above this they would take many minutes, and cannot be
# stopped. GLAD: answers; MACE: answers times labels; one coin: labels that each annotator gave, times labels.
MOST_WORK = {"GLAD": 50_000, "MACE": 200_000, "OneCoinDawidSkene": 20_000}


def merge(responses: Responses, gold: Ints | None, method: str) -> Merged:
    """Label probabilities by crowd-kit, with its own defaults; gold is certain in the result.

    DawidSkene also learns from the gold, the others cannot. Items without answers get the share of each label.
    Raises UserError for crowds that the method cannot handle.
    """
    answers = _answers(responses)
    _check(responses, method)
    fit = _FITS[method.removeprefix(PREFIX)]
    with np.errstate(all="ignore"):
        probabilities, confusion = fit(answers, responses, gold)
    posterior = _posterior(probabilities, responses)
    if not np.isfinite(posterior).all():
        raise UserError(
            say("{method} found no probabilities for these answers.", method=method), hint=say("Choose another method.")
        )
    return from_posterior(responses, posterior, gold=gold, method=method, confusion=confusion)


def _answers(responses: Responses) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {
            columns.ITEM: responses.item.copy(),
            columns.ANNOTATOR: responses.annotator.copy(),
            columns.LABEL: responses.label.copy(),
        }
    )


def _check(responses: Responses, method: str) -> None:
    labels_given = np.unique(responses.label).size
    if labels_given < 2:
        raise UserError(
            say("{method} needs answers with at least two different labels.", method=method),
            hint=say("Use majority-vote here."),
        )
    if method.endswith("/MMSR") and not 2 < np.count_nonzero(responses.answers_per_annotator) <= MMSR_ANNOTATORS:
        raise UserError(
            say(
                "{method} works with 3 to {mmsr_annotators} annotators.", method=method, mmsr_annotators=MMSR_ANNOTATORS
            ),
            hint=say("Use one-coin for this crowd."),
        )
    name = method.removeprefix(PREFIX)
    if name in MOST_WORK and _work(responses, labels_given)[name] > MOST_WORK[name]:
        raise UserError(
            say(
                "{method} would take far too long for {n_answers} answers of"
                " {answers_per_annotator} annotators with {labels_given} labels.",
                method=method,
                n_answers=figure(responses.n_answers),
                answers_per_annotator=figure(int(np.count_nonzero(responses.answers_per_annotator))),
                labels_given=figure(labels_given),
            ),
            hint=say("Use auto or one-coin for this crowd."),
        )


def _work(responses: Responses, labels: int) -> dict[str, int]:
    """In the units of MOST_WORK."""
    pairs = np.unique(responses.annotator * responses.n_labels + responses.label).size
    return {"GLAD": responses.n_answers, "MACE": responses.n_answers * labels, "OneCoinDawidSkene": pairs * labels}


def _posterior(probabilities: pd.DataFrame, responses: Responses) -> Floats:
    """(n_items, n_labels): probabilities in our order, with the rows and columns that crowd-kit never saw."""
    posterior = np.zeros((responses.n_items, responses.n_labels))
    answered = responses.answers_per_item > 0
    rows = probabilities.index.to_numpy(np.int64)
    labels = probabilities.columns.to_numpy(np.int64)
    posterior[np.ix_(rows, labels)] = probabilities.to_numpy(np.float64)
    posterior[answered] /= posterior[answered].sum(axis=1, keepdims=True)
    posterior[~answered] = class_shares(posterior, answered)
    return posterior


_Found = tuple["pd.DataFrame", "Floats | None"]


def _majority_vote(answers: pd.DataFrame, responses: Responses, gold: Ints | None) -> _Found:
    from crowdkit.aggregation import MajorityVote

    return MajorityVote().fit_predict_proba(answers), None


def _wawa(answers: pd.DataFrame, responses: Responses, gold: Ints | None) -> _Found:
    from crowdkit.aggregation import Wawa

    return Wawa().fit_predict_proba(answers), None


def _dawid_skene(answers: pd.DataFrame, responses: Responses, gold: Ints | None) -> _Found:
    from crowdkit.aggregation import DawidSkene

    fitted = DawidSkene().fit(answers, true_labels=_known(gold, responses))
    return _found(fitted.probas_), _confusion(_found(fitted.errors_), responses)


def _one_coin(answers: pd.DataFrame, responses: Responses, gold: Ints | None) -> _Found:
    from crowdkit.aggregation import OneCoinDawidSkene

    fitted = OneCoinDawidSkene().fit(answers)
    return _found(fitted.probas_), None


def _glad(answers: pd.DataFrame, responses: Responses, gold: Ints | None) -> _Found:
    from crowdkit.aggregation import GLAD

    return GLAD().fit_predict_proba(answers), None


def _mace(answers: pd.DataFrame, responses: Responses, gold: Ints | None) -> _Found:
    from crowdkit.aggregation import MACE

    return MACE().fit_predict_proba(answers), None


def _mmsr(answers: pd.DataFrame, responses: Responses, gold: Ints | None) -> _Found:
    """MMSR's skills are log odds; the posterior is what they say, where crowd-kit's scores can be negative."""
    import pandas as pd
    from crowdkit.aggregation import MMSR
    from scipy.sparse.linalg import ArpackError
    from scipy.special import softmax

    try:
        skills = _found(MMSR().fit(answers).skills_)
    except (ValueError, TypeError, ArpackError) as error:  # its solver, where hardly anybody shares items
        raise UserError(
            say(
                "{prefix}MMSR cannot compare these annotators: too few of them answered the same items.", prefix=PREFIX
            ),
            hint=say("Use one-coin for this crowd."),
        ) from error
    weighted = answers.assign(skill=answers[columns.ANNOTATOR].map(skills))
    scores = weighted.pivot_table(
        index=columns.ITEM, columns=columns.LABEL, values="skill", aggfunc="sum", fill_value=0.0
    )
    return pd.DataFrame(softmax(scores.to_numpy(), axis=1), index=scores.index, columns=scores.columns), None


_FITS: Mapping[str, Callable[[Any, Responses, Ints | None], _Found]] = {
    "MajorityVote": _majority_vote,
    "Wawa": _wawa,
    "DawidSkene": _dawid_skene,
    "OneCoinDawidSkene": _one_coin,
    "GLAD": _glad,
    "MACE": _mace,
    "MMSR": _mmsr,
}


def _found(result: Result | None) -> Result:
    """Crowd-kit's attributes are None before a fit only."""
    if result is None:
        raise RuntimeError("crowd-kit's fit left no result")
    return result


def _known(gold: Ints | None, responses: Responses) -> pd.Series[int] | None:
    """Gold of the items and labels that crowd-kit has seen, or None."""
    import pandas as pd

    if gold is None:
        return None
    given = np.unique(responses.label)
    known = np.flatnonzero((gold >= 0) & (responses.answers_per_item > 0) & np.isin(gold, given))
    return pd.Series(gold[known], index=known) if known.size else None


def _confusion(errors: pd.DataFrame, responses: Responses) -> Floats | None:
    """Crowd-kit's error matrices in our order; annotators and truths it never saw are even."""
    if not fits_in_memory(responses):
        return None
    confusion = np.zeros((responses.n_annotators, responses.n_labels, responses.n_labels))
    who = errors.index.get_level_values(columns.ANNOTATOR).to_numpy(np.int64)
    said = errors.index.get_level_values(columns.LABEL).to_numpy(np.int64)
    for truth in errors.columns:
        confusion[who, said, int(truth)] = errors[truth].to_numpy(np.float64)
    unseen = confusion.sum(axis=1, keepdims=True) == 0
    return np.where(unseen, 1 / responses.n_labels, confusion)
