"""A project by somebody who means harm: whatever can be named or written is markup that would load or run something."""

from __future__ import annotations

import csv
from pathlib import Path

from annotator.domain.model import Label
from annotator.services import annotating, importing, merging, project_file, routing
from annotator.services.project_file import Db

ADDRESS = "http://127.0.0.1:9/"  # where nobody listens; a fetch from it would fail aloud
NAME = "<img src='{place}'><b>{name}</b><script>alert(1)</script>"  # as long as a name may be
MARK = "<img src='{place}pixel.png'><b>{name}</b><script>alert(1)</script><a href='file:///etc/passwd'>x</a>"
MARKDOWN = (
    "# {name}\n\n![p]({place}pixel.png) ![q](file:///etc/passwd) [x](file:///etc/passwd)\n\n<img src=x> <b>b</b>\n"
)
LABELS = [MARK.format(place=ADDRESS, name=f"label {number}") for number in range(3)]
PEOPLE = [NAME.format(place=ADDRESS, name=f"person {number}") for number in range(3)]


def text(number: int) -> str:
    """Both languages at once."""
    named = {"place": ADDRESS, "name": f"item {number}"}
    return f"{MARK.format(**named)}\n\n{MARKDOWN.format(**named)}"


def make(folder: Path) -> Path:
    """Twelve items, three labels, three people and an LLM, routed and merged, with known labels."""
    asked = project_file.make_question(
        NAME.format(place=ADDRESS, name="question"),
        MARK.format(place=ADDRESS, name="what"),
        [Label(name, MARK.format(place=ADDRESS, name="description")) for name in LABELS],
        MARKDOWN.format(place=ADDRESS, name="guideline") + MARK.format(place=ADDRESS, name="guideline"),
        "Review",
    )
    db = project_file.create(folder / "hostile.annotator", name=MARK.format(place=ADDRESS, name="p"), question=asked)
    _fill(db, folder)
    db.close()
    return folder / "hostile.annotator"


def _fill(db: Db, folder: Path) -> None:
    ids = [MARK.format(place=ADDRESS, name=f"id {number}") for number in range(12)]
    items = [("id", "text", "<i>column</i>"), *((id_, text(n), MARK) for n, id_ in enumerate(ids))]
    columns = importing.Mapping(("text",), "id", ("<i>column</i>",))
    importing.import_items(db, _written(folder / "items.csv", items), mapping=columns)
    said = [(id_, who, LABELS[(n + k) % 3], "human", "") for n, id_ in enumerate(ids) for k, who in enumerate(PEOPLE)]
    said += [(id_, "<b>gpt</b>", LABELS[n % 3], "llm", n / 12) for n, id_ in enumerate(ids)]
    head = ("item", "annotator", "label", "kind", "confidence")
    importing.import_labels(db, _written(folder / "answers.csv", [head, *said]))
    known = [("item", "label"), *((id_, LABELS[0]) for id_ in ids[:6])]
    importing.import_gold(db, _written(folder / "gold.csv", known))
    merging.merge_and_store(db)
    routing.route(db, threshold=0.6, answers_per_item=len(PEOPLE) + 1)
    me = project_file.add_person(db, "<u>Mira</u>").id
    turn = annotating.next_turn(db, me)
    assert turn is not None
    label = project_file.question(db).labels[0].id
    annotating.answer(db, me, turn, label, seconds=1.0, comment=MARK, flagged=True)


def _written(path: Path, rows: list[tuple[object, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path
