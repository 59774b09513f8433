"""The project that speed is measured on: 1,000,000 items with 5,000,000 answers, routed, merged and indexed.

It takes some minutes to make and is kept under `build/bench`; remove that folder to have it made anew.
"""

from __future__ import annotations

import csv
import random
import sys
import zlib
from pathlib import Path

from annotator.services import importing, merging, project_file, routing, searching
from annotator.services.project_file import Db
from annotator.storage import migrations
from tests.bench.importing import MAPPING, write_items

ITEMS = 1_000_000
ANSWERS_EACH = 5  # of two LLMs and three people
LABELS = ("good", "bad", "mixed")
LLMS = ("small-llm", "large-llm")
PEOPLE = 20
GOLD = 500
RIGHT = {"small-llm": 0.75, "large-llm": 0.85}  # how often an annotator gives the true label; people .9
THRESHOLD = 0.6  # sends about a fifth of the items to people
WANTED = 4  # answers of people for each of these, one more than they have
PATTERN = 999  # items whose answers are imported; all others get the same ones again, which takes a tenth of the time
KEPT = Path(__file__).parents[2] / "build" / "bench"


def path() -> Path:
    """The project's file, made when it is not there yet."""
    wanted = kept()
    if not wanted.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        for left in KEPT.glob("making*"):
            left.unlink()
        made = make(KEPT, ITEMS, "making")
        made.execute("pragma wal_checkpoint(truncate)")
        made.close()
        made.path.rename(wanted)
    return wanted


def kept() -> Path:
    """Where it is kept: under a name that changes with the tables, and with how it is made."""
    made_by = migrations.TABLES.encode() + Path(__file__).read_bytes()
    return KEPT / f"large-{zlib.crc32(made_by):08x}{project_file.SUFFIX}"


def make(folder: Path, count: int, name: str) -> Db:
    """Such a project with so many items, open for writing."""
    question = project_file.make_question("Sentiment", "What is the sentiment?", LABELS)
    db = project_file.create(folder / f"{name}{project_file.SUFFIX}", name="bench", question=question)
    _say("items")
    source = folder / f"{name}.csv"
    importing.import_items(db, write_items(source, count), mapping=MAPPING)
    _say("answers")
    importing.import_labels(db, _write_answers(source, min(PATTERN, count)))
    _repeat_answers(db)
    _say("merging, routing, search index")
    merging.merge_and_store(db)
    routing.route(
        db, threshold=THRESHOLD, answers_per_item=WANTED
    )  # before any gold, from which another threshold would be learnt
    importing.import_gold(db, _write_gold(source, min(GOLD, count)))
    source.unlink()
    searching.fill(db)
    return db


def _repeat_answers(db: Db) -> None:
    """Also in the log of operations, as if all had been imported."""
    names = [column.name for column in db["annotation"].columns if column.name != "item_id"]
    logged = ", ".join(f"'{name}', {name}" for name in names if name not in ("question_id", "annotator_id"))
    with db.atomic():
        db.conn.execute(
            f"insert into annotation (item_id, {', '.join(names)}) select i.id, {', '.join(f'a.{n}' for n in names)}"
            f" from item i cross join annotation a on a.item_id = (i.id - 1) % {PATTERN} + 1 where i.id > {PATTERN}"
        )
        db.conn.execute(
            "insert into op_row select op_id, 1000000 + row_number() over (), 'annotation',"
            f" json_array(item_id, question_id, annotator_id), null, json_object({logged}) from annotation"
            f" where item_id > {PATTERN}"
        )


def _write_answers(file: Path, count: int) -> Path:
    chance = random.Random(5)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["item", "annotator", "kind", "label", "confidence"])
        for number in range(count):
            for llm in LLMS:
                writer.writerow([f"item-{number}", llm, "llm", _said(chance, number, RIGHT[llm]), _confidence(chance)])
            for who in chance.sample(range(PEOPLE), ANSWERS_EACH - len(LLMS)):
                writer.writerow([f"item-{number}", f"person {who}", "human", _said(chance, number, 0.9), ""])
    return file


def _write_gold(file: Path, count: int) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["item", "label"])
        writer.writerows((f"item-{number}", LABELS[number % 3]) for number in range(count))
    return file


def _said(chance: random.Random, number: int, right: float) -> str:
    truth = number % len(LABELS)
    return LABELS[truth if chance.random() < right else (truth + chance.choice((1, 2))) % len(LABELS)]


def _confidence(chance: random.Random) -> str:
    return f"{chance.uniform(0.5, 1):.3f}"


def _say(what: str) -> None:
    sys.stderr.write(f"  making the large project: {what} ...\n")


if __name__ == "__main__":
    sys.stdout.write(f"{path()}\n")
