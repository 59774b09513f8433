"""The Compare page: everybody beside everybody, with kappas and intervals, calibration, and LLMs tested for people."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from annotator.services import comparing, importing, merging, project_file
from tests.bench.importing import MAPPING, write_items
from tests.bench.table import Row, print_table

ITEMS, GOLD = 100_000, 10_000
PEOPLE, EACH = 20, 5  # people, of whom so many answer each item
LLMS = {"small": 0.7, "medium": 0.8, "large": 0.85}  # how often each is right
LABELS = ("good", "bad", "mixed")
SECONDS = 6.0  # of computing: the machine is shared


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        db = _project(Path(folder))
        started = time.process_time()
        found = comparing.compare(db)
        seconds = time.process_time() - started
        db.close()
    assert len(found) == len(LLMS) + 1 + PEOPLE
    assert all(standing.with_people.low is not None for standing in found)
    answers = ITEMS * (len(LLMS) + EACH)
    what = f"comparison of {len(found)}, {ITEMS:,} items, {answers:,} answers"
    return [Row(what, f"{seconds:.1f} s of computing", "", None, f"< {SECONDS:g} s", seconds < SECONDS)]


def _project(folder: Path) -> project_file.Db:
    random = np.random.default_rng(0)
    question = project_file.make_question("Sentiment", "What is the sentiment?", LABELS)
    db = project_file.create(folder / "large.annotator", name="bench", question=question)
    importing.import_items(db, write_items(folder / "items.csv", ITEMS), mapping=MAPPING)
    ids = [row[0] for row in db.conn.execute("select external_id from item order by id")]
    truth = random.integers(0, len(LABELS), ITEMS)
    _write_answers(folder / "answers.csv", ids, truth, random)
    known = [f"{item},{LABELS[code]}" for item, code in zip(ids[:GOLD], truth[:GOLD].tolist(), strict=True)]
    (folder / "gold.csv").write_text("\n".join(["item,label", *known]), encoding="utf-8")
    importing.import_labels(db, folder / "answers.csv")
    importing.import_gold(db, folder / "gold.csv")
    merging.merge_and_store(db)
    return db


def _write_answers(path: Path, ids: list[str], truth: NDArray[np.int64], random: np.random.Generator) -> None:
    def said(share: float) -> list[str]:
        right = random.random(ITEMS) < share
        other = (truth + random.integers(1, len(LABELS), ITEMS)) % len(LABELS)
        return [LABELS[code] for code in np.where(right, truth, other).tolist()]

    people = [said(share) for share in np.linspace(0.7, 0.95, PEOPLE)]
    seats = np.argsort(random.random((ITEMS, PEOPLE)), axis=1)[:, :EACH].tolist()
    with path.open("w", encoding="utf-8") as file:
        file.write("item,annotator,kind,label,confidence\n")
        for name, share in LLMS.items():
            sure = np.clip(random.beta(6, 1.5, ITEMS), 0.01, 0.99).tolist()
            file.writelines(
                f"{item},{name},llm,{label},{p:.4f}\n" for item, label, p in zip(ids, said(share), sure, strict=True)
            )
        for n, item in enumerate(ids):
            file.writelines(f"{item},person {who},human,{people[who][n]},\n" for who in seats[n])


if __name__ == "__main__":
    print_table(run())
