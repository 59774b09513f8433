"""The built-in model on real labelled texts, through the app's own agent: accuracy, ECE and speed.

Beside each accuracy stands the naive way's: the label with the highest probability as the model gives it, which is
mostly the model's leaning towards some words.
"""

from __future__ import annotations

import asyncio
import csv
import time
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotator.domain.confidence_calibration import cross_fitted, fit
from annotator.domain.confidence_quality import quality
from annotator.domain.model import Label, Question
from annotator.llm.confidence import Floats, as_matrix, batch_calibration, calibrate, softmax
from annotator.llm.embedded import EmbeddedModel
from annotator.llm.protocol import LabelRequest, Model
from tests.bench.calibration import REACH, honest_errors
from tests.bench.table import Row, print_table

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "texts"
EXAMPLES = 8
BINS = 10
DEALS = 10  # of the gold items to the folds: which one it is moves the ECE of 200 items by about .01
HONEST = 2_000
# Two standard errors of an accuracy of .6 on 200 texts.
MARGIN = 0.07


class Texts(NamedTuple):
    """A file of texts, the question it answers, and the accuracies measured before: without and with examples."""

    file: str
    question: Question
    zero_shot: float
    few_shot: float


def _question(name: str, text: str, noun: str, *labels: str) -> Question:
    return Question(name, text, tuple(Label(x, id=i) for i, x in enumerate(labels)), noun=noun)


SENTIMENT = _question("Sentiment", "What is the sentiment of this movie review?", "Review", "negative", "positive")
SPAM = _question("Category", "Is this text message spam or not spam?", "Message", "not spam", "spam")
_TYPES = ("abbreviation", "entity", "description", "person", "location", "number")
ANSWER_TYPE = _question("Answer type", "What type of answer does this question ask for?", "Question", *_TYPES)

SETS = (
    Texts("sst2.csv", SENTIMENT, 0.84, 0.83),
    Texts("sms.csv", SPAM, 0.59, 0.81),
    Texts("trec.csv", ANSWER_TYPE, 0.51, 0.62),
)


def run() -> list[Row]:
    """Six rows a set, or one that says that the texts are not there."""
    if not TEXTS.is_dir():
        return [Row("built-in model", f"no texts at {TEXTS}", "", None, "", None)]
    return asyncio.run(_measure())


async def _measure() -> list[Row]:
    rows: list[Row] = []
    async with await EmbeddedModel.start() as model:
        for texts in SETS:
            for with_examples in (False, True):
                rows += await _rows(model, texts, with_examples=with_examples)
    return rows


async def _rows(model: Model, texts: Texts, *, with_examples: bool) -> list[Row]:
    items = _read(texts.file, "test")
    names = texts.question.label_names()
    examples = _balanced(_read(texts.file, "pool"), names) if with_examples else ()
    requests = [LabelRequest(text, texts.question, examples) for text, _ in items]
    z, rate = await _ask(model, requests)
    truth = np.array([names.index(label) for _, label in items])
    p = calibrate(z, batch_calibration(z).mean)
    accuracy, naive = ((values.argmax(axis=1) == truth).mean() for values in (p, z))
    before = texts.few_shot if with_examples else texts.zero_shot
    row = Row(
        what=f"built-in model, {texts.file}, {len(examples)} examples",
        value=f"accuracy {accuracy:.3f}, ECE {ece(p, truth):.2f}, {rate:.1f} items/s",
        baseline=f"uncalibrated {naive:.3f}, ECE {ece(softmax(z), truth):.2f}",
        ratio=float(accuracy / naive),
        limit=f"accuracy at least {before:.2f} less two standard errors",
        ok=bool(accuracy >= before - MARGIN),
    )
    ways = {"batch calibration": p, "plain": softmax(z)}
    return [row, *(_on_gold(f"... its confidence by {way}", values, truth) for way, values in ways.items())]


def _on_gold(what: str, p: Floats, truth: np.ndarray) -> Row:
    """What gold makes of this confidence: all texts are gold, each calibrated by the other folds.

    Beside it how often a confidence that means exactly what it says shows as much, and the mean over ten deals. The ECE
    of the mean prediction of many deals would not do: a right answer is held out from fewer right ones, so that such a
    mean knows a little of the answer that it is measured with.
    """
    confidence, right = p.max(axis=1), p.argmax(axis=1) == truth
    given, curve = quality(confidence, right), fit(confidence, right)
    held_out = [cross_fitted(confidence, right, seed=deal) for deal in range(DEALS)]
    dealt = [quality(each, right) for each in held_out]
    found, by_chance = dealt[0], honest_errors(held_out[0], HONEST)
    as_much = (by_chance >= found.error).mean()
    verdict = f"{'useless, ' if curve.useless else ''}AUROC {given.auroc.value:.2f}"
    return Row(
        what=f"{what}, {right.size} gold items",
        value=f"ECE {found.error:.3f} (by chance {found.chance_error:.3f}, as much in {as_much:.0%};"
        f" over {DEALS} deals {np.mean([each.error for each in dealt]):.3f}), {verdict}",
        baseline=f"as given {given.error:.3f}",
        ratio=found.error / given.error,
        limit=f"ECE <= {REACH} (by chance in {(by_chance <= REACH).mean():.0%}), or called useless",
        ok=curve.useless or found.error <= REACH,
    )


async def _ask(model: Model, requests: Sequence[LabelRequest]) -> tuple[Floats, float]:
    """Raw label log-probabilities of all requests, and items a second; as many at once as the model likes."""
    slots = asyncio.Semaphore(model.in_flight)

    async def one(request: LabelRequest) -> dict[int, float]:
        async with slots:
            return (await model.ask(request)).logprobs or {}

    await model.ask(requests[0])  # the prompt's start is cached from here on, as in all but a run's first second
    started = time.perf_counter()
    found = await asyncio.gather(*map(one, requests))
    rate = len(requests) / (time.perf_counter() - started)
    return as_matrix(found, [label.id for label in requests[0].question.labels]), rate


def ece(p: Floats, truth: np.ndarray) -> float:
    """Expected calibration error over ten equal bins: sum of share * |accuracy - mean confidence|."""
    confidence, right = p.max(axis=1), p.argmax(axis=1) == truth
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [abs(right[bins == i].mean() - confidence[bins == i].mean()) * (bins == i).mean() for i in set(bins)]
    return float(sum(gaps))


def _read(file: str, split: str) -> list[tuple[str, str]]:
    """(text, label) of one split."""
    with (TEXTS / file).open(encoding="utf-8", newline="") as lines:
        return [(row["text"], row["label"]) for row in csv.DictReader(lines) if row["split"] == split]


def _balanced(pool: Sequence[tuple[str, str]], labels: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The first examples of each label, in turns."""
    by_label = [[item for item in pool if item[1] == label] for label in labels]
    turns = [item for turn in zip_longest(*by_label) for item in turn if item is not None]
    return tuple(turns[:EXAMPLES])


if __name__ == "__main__":
    print_table(run())
