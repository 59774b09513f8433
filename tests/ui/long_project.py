"""A project whose names, ids and texts are far longer than anybody would want."""

from __future__ import annotations

import csv
from pathlib import Path

from annotator.domain.model import Label, Question
from annotator.services import annotating, importing, merging, project_file
from annotator.services.project_file import Db

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ARABIC = "هذا منتج رائع وجودة ممتازة، وصل الطلب قبل الموعد بيومين والتغليف كان أنيقاً جداً. "
LABELS = [
    WORD,
    "سؤال عن الفاتورة",
    *(f"A label whose name goes on and on, number {n}, {'and on ' * 8}" for n in range(10)),
]
TEXTS = ["x" * 20_000, "Lorem ipsum dolor sit amet. " * 700, ARABIC * 40, *("A short text. ",) * 5]
PEOPLE = [f"{WORD} {n:02}" for n in range(30)]


def make(folder: Path) -> Path:
    """12 labels, 30 annotators, items of 20,000 characters and a guideline of several screens, merged."""
    db = project_file.create(
        folder / "long.annotator", name=("A project of eighty characters " * 3)[:80], question=_asked()
    )
    ids = [f"{WORD}-{number}" for number in range(len(TEXTS))]
    _bring_items(db, folder / "items.csv", ids)
    _annotate(db, PEOPLE[0])
    _bring_answers(db, folder / "crowd.csv", ids[2:])
    merging.merge_and_store(db)
    db.close()
    return folder / "long.annotator"


def _asked() -> Question:
    guideline = "\n\n".join(f"## Section {n}\n\n{ARABIC}{WORD}\n\n| a | b |\n|---|---|\n| c | d |" for n in range(40))
    labels = [Label(name, "An explanation of when to choose this label. " * 4) for name in LABELS]
    return project_file.make_question("Request", "What is wanted, taken as a whole? " * 4, labels, guideline)


def _bring_items(db: Db, path: Path, ids: list[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [(name, "A subject line " * 20, text, "v " * 200) for name, text in zip(ids, TEXTS, strict=True)]
        csv.writer(file).writerows([("id", "subject", "message", WORD), *rows])
    importing.import_items(db, path, mapping=importing.Mapping(("subject", "message"), "id", (WORD,)))


def _bring_answers(db: Db, path: Path, ids: list[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        said = [(name, who, LABELS[(n + m) % 12]) for n, who in enumerate(PEOPLE) for m, name in enumerate(ids)]
        csv.writer(file).writerows([("task", "worker", "label"), *said])
    importing.import_labels(db, path)


def _annotate(db: Db, name: str) -> None:
    who = project_file.add_person(db, name).id
    turn = annotating.next_turn(db, who)
    assert turn is not None
    label = project_file.question(db).labels[0].id
    annotating.answer(db, who, turn, label, seconds=2, comment=WORD * 4, flagged=True)
