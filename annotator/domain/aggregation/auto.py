"""The automatic method: everything the answers say, pooled and calibrated; on gold where there is some."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from annotator.domain.aggregation import dawid_skene, gold_votes, one_coin, pooling
from annotator.domain.aggregation.calibration import Pool, cross_validated, fitted, folds
from annotator.domain.aggregation.correlation import WARN_ABOVE, Dependence, dependence
from annotator.domain.aggregation.merged import Alternative, Merged, expected_accuracy, from_posterior, mean_diagonal
from annotator.domain.aggregation.pooling import Fitted, Panel, Start
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.scoring import accuracy, log_loss
from annotator.domain.aggregation.tempered import Learnt
from annotator.domain.aggregation.voting import class_shares
from annotator.texts import english

AUTO = "auto"
UNFITTED = "auto, weights learnt on other crowds"
PEOPLE_ONLY = "votes of people only"
LLMS_ONLY = "votes of LLMs only"
GOLD_VOTES = "votes by accuracy on gold"

NO_ITEMS = np.zeros(0, dtype=np.int64)

# Fewer gold items than this cannot say which weights are better.
GOLD_TO_FIT = 5


@dataclass(frozen=True, eq=False)
class _Fit:
    """What goes into the posterior.

    blind: the fit before gold was known. known: (n_gold,), the gold items with answers. unseen: their features, as if
    their gold were not known.
    """

    learnt: Learnt
    blind: Learnt
    known: Ints
    unseen: Floats
    pool: Pool
    votes: gold_votes.GoldVotes | None
    alternatives: tuple[Alternative, ...]


def merge(responses: Responses, gold: Ints | None, start: Start | None = None) -> Merged:
    """The calibrated posterior, with the raw one, the fit that `pooling.updated` needs, and what else was tried.

    gold: (n_items,), label or -1. start: where the fit of a little earlier ended, to settle in fewer rounds.
    """
    panel = Panel.of(responses)
    start = start or Start(None, None)
    fit = _without_gold(panel, start) if gold is None else _with_gold(panel, gold, start)
    posterior = pooling.probabilities(panel, fit.learnt, fit.pool, fit.votes)
    answered = responses.answers_per_item > 0
    class_prior = class_shares(posterior, answered)
    posterior[~answered] = class_prior
    from_answers = posterior.copy()
    if fit.known.size:
        from_answers[fit.known] = fit.pool.probabilities(fit.unseen)
    reliability, confusion = _reliability(responses, fit.learnt, posterior, class_prior)
    merged = from_posterior(
        responses,
        posterior,
        gold=gold,
        method=AUTO,
        confusion=confusion,
        reliability=reliability,
        class_prior=class_prior,
        iterations=fit.learnt.rounds,
        converged=fit.learnt.converged,
    )
    people, llms = _dependences(responses, from_answers, gold)
    return replace(
        merged,
        raw_posterior=pooling.raw_posterior(panel, fit.learnt, class_prior, gold),
        from_answers=from_answers,
        fitted=Fitted(panel, fit.learnt, fit.blind, fit.pool, fit.votes, class_prior),
        alternatives=fit.alternatives,
        effective_votes=people.votes + llms.votes,
        correlation=people.correlation if np.isnan(llms.correlation) else llms.correlation,
        reason=_reason(panel, fit, gold),
        warnings=_warnings(llms),
    )


def _without_gold(panel: Panel, start: Start) -> _Fit:
    learnt = pooling.learn(panel, None, start.blind)
    pool = panel.start(panel.responses.n_labels, with_gold_votes=False)
    return _Fit(learnt, learnt, NO_ITEMS, np.empty(0), pool, None, ())


def _with_gold(panel: Panel, gold: Ints, start: Start) -> _Fit:
    """Weights are fitted on what the answers said before gold was known, and used with it clamped."""
    of = panel.responses
    blind, learnt = pooling.learn(panel, None, start.blind), pooling.learn(panel, gold, start.learnt)
    known = np.flatnonzero((gold >= 0) & (of.answers_per_item > 0))
    usable = np.where(of.answers_per_item > 0, gold, -1)
    truth, unseen = gold[known], pooling.features(panel, blind, known)
    votes = None
    pool = panel.start(of.n_labels, with_gold_votes=False)
    fold = folds(pool.probabilities(unseen), truth) if known.size else known
    if of.has_llms() and known.size > 1 and not panel.lone:
        votes = gold_votes.from_gold(of, usable)
        held_out = gold_votes.cross_fitted(of, usable, fold)
        unseen = np.concatenate([unseen, held_out[:, :, None]], axis=2)
        pool = panel.start(of.n_labels, with_gold_votes=True)
    alternatives: tuple[Alternative, ...] = ()
    if known.size >= GOLD_TO_FIT:
        mix = panel.mix_penalty(pool.weights.size)
        scored = [(AUTO, cross_validated(unseen, truth, pool, mix, fold)), (UNFITTED, pool.probabilities(unseen))]
        if votes is not None:
            scored.append((GOLD_VOTES, Pool(np.ones(1), pool.bias).probabilities(unseen[:, :, -1:])))
        scored += _others(panel, known)
        alternatives = tuple(Alternative(name, accuracy(p, truth), log_loss(p, truth)) for name, p in scored)
        pool = fitted(unseen, truth, pool, mix)
    return _Fit(learnt, blind, known, unseen, pool, votes, alternatives)


def _others(panel: Panel, known: Ints) -> list[tuple[str, Floats]]:
    """What the other methods say about the gold items without knowing their gold."""
    of = panel.responses
    found = [("majority-vote", pooling.smoothed_votes(panel)[known])]
    if panel.mixed:
        for name, group in ((PEOPLE_ONLY, ~of.by_llm), (LLMS_ONLY, of.by_llm)):
            found.append((name, pooling.smoothed_votes(panel, group)[known]))
    found.append(("one-coin", one_coin.fit(of, weights=panel.weights).posterior[known]))
    if dawid_skene.fits_in_memory(of):
        found.append(("dawid-skene", dawid_skene.fit(of, weights=panel.weights).posterior[known]))
    return found


def _reliability(
    responses: Responses, learnt: Learnt, posterior: Floats, class_prior: Floats
) -> tuple[Floats, Floats | None]:
    """Reliability and confusion matrices: those of the fit; where they did not fit in memory, none."""
    confusion = learnt.model.confusion
    if confusion is None:
        return expected_accuracy(responses, posterior), None
    return mean_diagonal(confusion, class_prior), confusion


def _dependences(responses: Responses, posterior: Floats, gold: Ints | None) -> tuple[Dependence, Dependence]:
    people = dependence(responses, posterior, gold, ~responses.by_llm)
    return people, dependence(responses, posterior, gold, responses.by_llm)


def _reason(panel: Panel, fit: _Fit, gold: Ints | None) -> str:
    if panel.responses.n_labels < 2:
        return english("There is only one label.")
    if panel.lone:
        own = english("Only one LLM has answered, so its own confidence is all there is to go by")
        return (
            english("{own}, corrected by {size} gold items.", own=own, size=fit.known.size)
            if fit.alternatives
            else f"{own}."
        )
    what = english("Votes, confusion matrices and annotators' opinions are pooled")
    if panel.beside:
        what = english("People's confusion matrices and how far each LLM can be trusted are pooled")
    if panel.llms_only and gold is None:
        families = int(np.unique(panel.pool[panel.responses.answers_per_annotator > 0]).size)
        if families < 2:
            return english("Votes, since LLMs err together, and without gold nothing shows which of them do.")
        return english(
            "One vote for each of {families} LLM families, since runs of one family err together.", families=families
        )
    if fit.alternatives:
        return english(
            "{what}, with weights from other crowds corrected by {size} gold items.", what=what, size=fit.known.size
        )
    if panel.beside:
        return english("{what}, with weights from other crowds.", what=what)
    return english("{what}, with weights from other crowds, on which that beat every single method.", what=what)


def _warnings(llms: Dependence) -> tuple[str, ...]:
    if not llms.correlation > WARN_ABOVE:
        return ()
    source = english("measured on gold") if llms.on_gold else english("estimated from how often they agree")
    return (
        english(
            "The LLMs err together (correlation {correlation}, {source}): their answers to an item are worth"
            " about {votes} independent votes.",
            correlation=f"{llms.correlation:.2f}",
            source=source,
            votes=f"{llms.votes:.1f}",
        ),
    )
