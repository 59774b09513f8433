"""How good merged labels are on real crowds with gold, beside votes, plain Dawid-Skene and crowd-kit."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from annotator.domain.aggregation import choose, dawid_skene, scoring
from annotator.domain.aggregation.responses import Responses
from annotator.domain.aggregation.settings import PLAIN
from annotator.domain.aggregation.voting import smoothed_shares
from annotator.domain.model import Kind
from annotator.errors import UserError
from tests.bench.table import Row, print_table

DATA = Path(__file__).parents[3] / "shared" / "data"

# Methods of crowd-kit that take seconds at most for all sets together; and those that take as long for one set, which
# are compared on the crowds with few answers only.
CROWDKIT = tuple(f"crowd-kit/{name}" for name in ("MajorityVote", "Wawa", "DawidSkene", "OneCoinDawidSkene"))
SLOW = tuple(f"crowd-kit/{name}" for name in ("GLAD", "MACE", "MMSR"))
FEW_ANSWERS = 5_000
SINGLE = ("majority-vote", "dawid-skene", "one-coin")

GOLD = 50
DRAWS = 40
JUDGE_DRAWS = 10
FEW_GOLD = 10
FEW_GOLD_DRAWS = 40
HYBRID_GOLD = 20
HYBRID_DRAWS = 12
HYBRID_ANSWERS = 3
LLMS = 6
LATENT = 0.6  # correlation of latent hardness; gives one of the errors of about .4
LLM_ACCURACIES = (0.55, 0.7, 0.85)
HYBRID_LOSS = 0.01


class Crowd(NamedTuple):
    """gold: (n_items,), -1 where unknown."""

    name: str
    responses: Responses
    gold: np.ndarray


class Figures(NamedTuple):
    """Means of scores."""

    accuracy: float
    log_loss: float
    error: float


def run() -> list[Row]:
    """The table's rows on quality; one row where the crowds are not there."""
    if not DATA.is_dir():
        return [Row("quality of merged labels", "not measured", "crowds with gold are absent", None, "", None)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # crowd-kit uses what pandas 4 will drop
        crowds = [crowd for name in sorted(p.name for p in DATA.iterdir() if p.is_dir()) if (crowd := people(name))]
        return [
            *_without_gold(crowds),
            *_beside_slow_methods(crowds),
            *_with_gold(crowds),
            *_judges(),
            *_ratings(),
            *_blocs(),
            *_hybrids(crowds),
        ]


def _without_gold(crowds: Sequence[Crowd]) -> list[Row]:
    ours = _mean([_score(choose.merge(c.responses).posterior, c.gold) for c in crowds])
    others = {"smoothed votes": _mean([_score(smoothed_shares(c.responses), c.gold) for c in crowds])}
    others["plain Dawid-Skene"] = _mean([_score(dawid_skene.fit(c.responses, PLAIN).posterior, c.gold) for c in crowds])
    for method in CROWDKIT:
        others[method] = _mean([_by(method, c) for c in crowds])
    beside = ", ".join(f"{name} {f.log_loss:.3f} / {f.accuracy:.3f} / {f.error:.3f}" for name, f in others.items())
    loss = min(f.log_loss for f in others.values())
    best = max(f.accuracy for f in others.values())
    what = f"people only, no gold, {len(crowds)} crowds"
    return [
        Row(f"{what}: log loss", f"{ours.log_loss:.3f}", f"best {loss:.3f}", None, "lower", ours.log_loss < loss),
        Row(f"{what}: accuracy", f"{ours.accuracy:.3f}", f"best {best:.3f}", None, "at least", ours.accuracy >= best),
        Row(f"{what}: calibration error", f"{ours.error:.3f}", "", None, "", None),
        Row("  log loss / accuracy / calibration error of each", "", beside, None, "", None),
    ]


def _beside_slow_methods(crowds: Sequence[Crowd]) -> list[Row]:
    few = [c for c in crowds if c.responses.n_answers <= FEW_ANSWERS]
    ours = _mean([_score(choose.merge(c.responses).posterior, c.gold) for c in few])
    rows = []
    for method in SLOW:
        scored = {c.name: _by(method, c) for c in few}
        able = [c for c in few if not np.isnan(scored[c.name].log_loss)]
        mine = _mean([_score(choose.merge(c.responses).posterior, c.gold) for c in able])
        theirs = _mean([scored[c.name] for c in able])
        what = f"people only, no gold, {len(able)} crowds of at most {FEW_ANSWERS:,} answers: log loss / accuracy"
        value = f"{mine.log_loss:.3f} / {mine.accuracy:.3f}"
        beside = f"{method} {theirs.log_loss:.3f} / {theirs.accuracy:.3f}"
        better = mine.log_loss < theirs.log_loss and mine.accuracy >= theirs.accuracy
        rows.append(Row(what, value, beside, None, "lower / at least", better))
    names = ", ".join(c.name for c in few)
    return [*rows, Row(f"  these are {names}", f"{ours.log_loss:.3f} / {ours.accuracy:.3f}", "", None, "", None)]


def _with_gold(crowds: Sequence[Crowd]) -> list[Row]:
    crowds = [c for c in crowds if np.count_nonzero(c.gold >= 0) >= 2 * GOLD]
    ours, votes, single = [], [], []
    for crowd in crowds:
        alone = {method: choose.merge(crowd.responses, method=method) for method in SINGLE}
        for seed in range(DRAWS):
            known, rest = drawn(crowd.gold, GOLD, seed)
            ours.append(_score(choose.merge(crowd.responses, known).posterior, rest))
            votes.append(_score(alone["majority-vote"].posterior, rest))
            chosen = max(SINGLE, key=lambda method: np.mean(alone[method].consensus[known >= 0] == known[known >= 0]))
            single.append(_score(alone[chosen].posterior, rest))
    mine, theirs, best = _mean(ours), _mean(votes), _mean(single)
    what = f"people only, {GOLD} gold items, {len(crowds)} crowds x {DRAWS} draws"
    beside = f"votes {theirs.log_loss:.3f}, best single {best.log_loss:.3f}"
    errors = f"votes {theirs.error:.3f}, best single {best.error:.3f}"
    right = f"best single {best.accuracy:.3f}, votes {theirs.accuracy:.3f}"
    return [
        Row(f"{what}: log loss", f"{mine.log_loss:.3f}", beside, None, "at most .511", mine.log_loss <= 0.511),
        Row(f"{what}: calibration error", f"{mine.error:.3f}", errors, None, "at most .05", mine.error <= 0.05),
        Row(f"{what}: accuracy", f"{mine.accuracy:.3f}", right, None, "higher", mine.accuracy > best.accuracy),
    ]


def _judges() -> list[Row]:
    judges = load("llmjudge_trec", Kind.LLM)
    plain = _score(dawid_skene.fit(judges.responses, PLAIN).posterior, judges.gold)
    votes = _score(smoothed_shares(judges.responses), judges.gold)
    before = _score(choose.merge(judges.responses).posterior, judges.gold)
    after = []
    for seed in range(JUDGE_DRAWS):
        known, rest = drawn(judges.gold, 200, seed)
        after.append(_score(choose.merge(judges.responses, known).posterior, rest))
    fitted = _mean(after)
    right = f"votes {votes.accuracy:.3f}, plain Dawid-Skene {plain.accuracy:.3f}"
    errors = f"votes {votes.error:.3f}, plain Dawid-Skene {plain.error:.3f}"
    what = "33 LLM judges"
    return [
        Row(f"{what}, no gold: accuracy", f"{before.accuracy:.3f}", right, None, "over .542", before.accuracy > 0.542),
        Row(
            f"{what}, no gold: calibration error", f"{before.error:.3f}", errors, None, "below .15", before.error < 0.15
        ),
        Row(
            f"{what}, 200 gold: calibration error",
            f"{fitted.error:.3f}",
            errors,
            None,
            "at most .05",
            fitted.error <= 0.05,
        ),
        Row(f"{what}, 200 gold: accuracy", f"{fitted.accuracy:.3f}", right, None, "", None),
    ]


def _ratings() -> list[Row]:
    """The judges' grades with their order and without: mean distance from gold, in grades."""
    judges = load("llmjudge_trec", Kind.LLM)
    plain, ordered = choose.merge(judges.responses), choose.merge(replace(judges.responses, ordinal=True))
    assert ordered.median is not None
    far, near = (scoring.mean_distance(chosen, judges.gold) for chosen in (plain.consensus, ordered.median))
    found = _score(ordered.posterior, judges.gold)
    what = "33 LLM judges as ratings, no gold"
    return [
        Row(
            f"{what}: distance of the median", f"{near:.3f}", f"most probable label {far:.3f}", None, "less", near < far
        ),
        Row(f"{what}: accuracy / calibration error", f"{found.accuracy:.3f} / {found.error:.3f}", "", None, "", None),
    ]


def _blocs() -> list[Row]:
    judges = load("llmbar_adversarial", Kind.LLM)
    votes = _score(smoothed_shares(judges.responses), judges.gold)
    ours, plain = [], []
    for seed in range(FEW_GOLD_DRAWS):
        known, rest = drawn(judges.gold, FEW_GOLD, seed)
        ours.append(_score(choose.merge(judges.responses, known).posterior, rest))
        plain.append(_score(dawid_skene.fit(judges.responses, PLAIN, gold=known).posterior, rest))
    mine, clamped = _mean(ours), _mean(plain)
    what = f"130 LLM judges, {FEW_GOLD} gold items, {FEW_GOLD_DRAWS} draws: accuracy"
    beside = f"votes {votes.accuracy:.3f}, Dawid-Skene with gold clamped {clamped.accuracy:.3f}"
    return [Row(what, f"{mine.accuracy:.3f}", beside, None, "at least .88", mine.accuracy >= 0.88)]


def _hybrids(crowds: Sequence[Crowd]) -> list[Row]:
    """People, thinned to a few answers each item, beside LLMs that err together: the better of either alone."""
    losses, gained, plain = [], [], []
    for crowd in (c for c in crowds if np.count_nonzero(c.gold >= 0) == c.gold.size >= 2 * GOLD):
        for seed, right in enumerate(LLM_ACCURACIES * (HYBRID_DRAWS // len(LLM_ACCURACIES))):
            both = with_family(thinned(crowd.responses, HYBRID_ANSWERS, seed), crowd.gold, right, seed)
            known, rest = drawn(crowd.gold, HYBRID_GOLD, seed)
            human, llm, all_of_them = (
                _score(choose.merge(found, known).posterior, rest).accuracy
                for found in (only(both, Kind.HUMAN), only(both, Kind.LLM), both)
            )
            losses.append(max(human, llm) - all_of_them)
            gained.append(all_of_them - human)
            naive = dawid_skene.fit(both, PLAIN, gold=known).posterior
            plain.append(max(human, llm) - scoring.accuracy(naive, rest))
    worst, mean = max(losses), float(np.mean(losses))
    what = f"people and {LLMS} LLMs, {HYBRID_GOLD} gold items, {len(losses)} cells: accuracy lost to the better of both"
    beside = f"plain Dawid-Skene {np.mean(plain):.3f}, worst {max(plain):.3f}"
    above = float(np.mean(np.array(losses) > HYBRID_LOSS))
    return [
        Row(what, f"{mean:.3f}", beside, None, f"at most {HYBRID_LOSS}", mean <= HYBRID_LOSS),
        Row(
            "  worst cell", f"{worst:.3f}", f"{above:.0%} of cells above", None, f"{HYBRID_LOSS}", worst <= HYBRID_LOSS
        ),
        Row("  gain on people only", f"{np.mean(gained):.3f}", "", None, "", None),
    ]


def people(name: str) -> Crowd | None:
    """The human answers of a set; None where there are none."""
    crowd = load(name, Kind.HUMAN)
    return crowd if crowd.responses.n_answers else None


def load(name: str, kind: Kind) -> Crowd:
    """The answers of one kind of annotator in a set."""
    answers = pd.read_csv(DATA / name / "labels.csv", dtype=str, keep_default_na=False)
    known = pd.read_csv(DATA / name / "gold.csv", dtype=str, keep_default_na=False)
    answers = answers[answers["worker_kind"] == kind.value]
    item, tasks = pd.factorize(answers["task"])
    annotator, workers = pd.factorize(answers["worker"])
    labels = pd.Index(sorted({*answers["label"], *known["label"]}))
    families = answers.groupby(annotator)["family"].first().tolist() if "family" in answers else None
    responses = Responses.from_codes(
        item,
        annotator,
        labels.get_indexer(pd.Index(answers["label"])),
        n_items=len(tasks),
        n_annotators=len(workers),
        n_labels=len(labels),
        kinds=[kind] * len(workers),
        families=families,
    )
    gold = np.full(len(tasks), -1)
    at = pd.Index(tasks).get_indexer(pd.Index(known["task"]))
    gold[at[at >= 0]] = labels.get_indexer(pd.Index(known["label"]))[at >= 0]
    return Crowd(name, responses, gold)


def drawn(gold: np.ndarray, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Gold of so many random items, and of all the others, to score on."""
    chosen = np.random.default_rng(seed).choice(np.flatnonzero(gold >= 0), count, replace=False)
    known, rest = np.full(gold.size, -1), gold.copy()
    known[chosen], rest[chosen] = gold[chosen], -1
    return known, rest


def thinned(of: Responses, per_item: int, seed: int) -> Responses:
    """At most so many answers to each item, drawn at random."""
    order = np.lexsort((np.random.default_rng(seed).random(of.n_answers), of.item))
    first = np.concatenate(([0], np.cumsum(of.answers_per_item)))[of.item[order]]
    return _picked(of, np.sort(order[np.arange(of.n_answers) - first < per_item]))


def only(of: Responses, kind: Kind) -> Responses:
    """The answers of one kind of annotator."""
    return _picked(of, np.flatnonzero(of.by_llm[of.annotator] == (kind is Kind.LLM)))


def with_family(of: Responses, truth: np.ndarray, accuracy: float, seed: int) -> Responses:
    """The answers, and those of a family of LLMs to all items, each as accurate and with correlated errors."""
    from scipy.stats import norm

    rng = np.random.default_rng(seed)
    shared = rng.standard_normal(of.n_items)
    latent = np.sqrt(LATENT) * shared + np.sqrt(1 - LATENT) * rng.standard_normal((LLMS, of.n_items))
    wrong = latent > norm.ppf(accuracy)
    tempting = (truth + rng.integers(1, of.n_labels, of.n_items)) % of.n_labels
    other = (truth + rng.integers(1, of.n_labels, (LLMS, of.n_items))) % of.n_labels
    label = np.where(wrong, np.where(rng.random((LLMS, of.n_items)) < 0.5, tempting, other), truth)
    return Responses.from_codes(
        np.concatenate([of.item, np.tile(np.arange(of.n_items), LLMS)]),
        np.concatenate([of.annotator, of.n_annotators + np.repeat(np.arange(LLMS), of.n_items)]),
        np.concatenate([of.label, label.ravel()]),
        n_items=of.n_items,
        n_annotators=of.n_annotators + LLMS,
        n_labels=of.n_labels,
        kinds=[*of.kinds, *[Kind.LLM] * LLMS],
        families=[*of.families, *["simulated"] * LLMS],
    )


def _picked(of: Responses, rows: np.ndarray) -> Responses:
    return Responses.from_codes(
        of.item[rows],
        of.annotator[rows],
        of.label[rows],
        n_items=of.n_items,
        n_annotators=of.n_annotators,
        n_labels=of.n_labels,
        kinds=of.kinds,
        families=of.families,
    )


def _by(method: str, crowd: Crowd) -> Figures:
    try:
        return _score(choose.merge(crowd.responses, method=method).posterior, crowd.gold)
    except UserError:
        return Figures(np.nan, np.nan, np.nan)


def _score(posterior: np.ndarray, gold: np.ndarray) -> Figures:
    found = scoring.scores(posterior, gold)
    return Figures(found.accuracy, found.log_loss, found.expected_calibration_error)


def _mean(figures: Sequence[Figures]) -> Figures:
    return Figures(*np.nanmean(np.array(figures), axis=0).tolist())


if __name__ == "__main__":
    print_table(run())
