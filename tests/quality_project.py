"""A project in which everything that the Quality page and the report show has something to say."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from annotator.domain.model import NewAnnotation, Status
from annotator.services import merging, project_file
from annotator.services.project_file import Db
from annotator.storage import answers
from tests.projects import gold, llm_answers, make_project

ITEMS = 120
LABELS = ("positive", "negative", "mixed")
PEOPLE = {"Ada": 0.95, "Ben": 0.9, "Cleo": 0.85}  # how often each is right at first


def make(folder: Path, *, known: int = 60, labels: Sequence[str] = LABELS, merged: bool = True) -> Db:
    """120 items answered by an LLM and, one by one, by three people, of whom Cleo gets careless; `known` with gold."""
    db = make_project(folder, [f"The parcel number {n} came, and how." for n in range(ITEMS)], labels, name="parcels")
    chance = random.Random(7)
    truth = [labels[n % len(labels)] for n in range(ITEMS)]
    said = [(f"i{n}", _said(chance, truth[n], 0.85, labels), round(chance.uniform(0.5, 0.99), 2)) for n in range(ITEMS)]
    llm_answers(db, folder, "oracle", said)
    question = project_file.question(db)
    ids = {label.name: label.id for label in question.labels}
    for name, right in PEOPLE.items():
        who = project_file.add_person(db, name).id
        for n in range(ITEMS):
            sure = right if name != "Cleo" or n < ITEMS / 2 else 0.5
            label = _said(chance, truth[n], sure, labels)
            answer = NewAnnotation(n + 1, Status.LABEL, ids[label], seconds=3 + 2 * chance.random() - n / ITEMS)
            answers.record(db, who, question.id, [answer])
    if known:
        gold(db, folder, [(f"i{n}", truth[n]) for n in range(known)])
    if merged:
        merging.merge_and_store(db)
    return db


def _said(chance: random.Random, truth: str, right: float, labels: Sequence[str]) -> str:
    return truth if chance.random() < right else chance.choice([label for label in labels if label != truth])
