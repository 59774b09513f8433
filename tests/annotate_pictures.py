"""The page for annotating in the shapes that the sample does not have; used by `make screenshots`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.appearance import Appearance, Fields
from annotator.domain.model import Label
from annotator.services import adjudicating, annotating, importing, project_file
from annotator.services.appearance import set_appearance
from annotator.services.project_file import Db

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PERSON = "Mira"
QUESTION = (
    "Was the charge that the customer complains about ever explained to them before they were asked to pay for it, "
    "and if it was, did the explanation say how to have it taken back? "
)
REPLY = (
    "Thank you for writing. The second amount is a hold that your bank takes back within five working days; we have "
    "asked them to hurry. Your plan is active from now on, so the team can begin tomorrow as planned. "
)
ARABIC = "هذا منتج رائع وجودة ممتازة، وصل الطلب قبل الموعد بيومين والتغليف كان أنيقاً جداً. "
TOPICS = (
    "Refund", "Late parcel", "Wrong item", "Broken item", "Missing part", "Billing question", "Charged twice",
    "Change of plan", "Cancel the plan", "Activate the plan", "Log-in trouble", "Password", "Two-factor code",
    "Bug report", "Slow app", "Crash", "Feature wish", "Translation", "Accessibility", "Data export",
    "Delete my data", "Privacy question", "Invoice copy", "Tax number", "Reseller", "Press", "Job application",
    "Praise", "Spam", "Other",
)  # fmt: skip
GUIDELINE = "Choose what the customer wants done **first**. A refund that may wait is not the main request."


def make(folder: Path) -> dict[str, Path]:
    """Projects by the name of their pictures."""
    return {"two": two_fields(folder), "long": long_text(folder), "many": many_labels(folder)}


def states(page: QWidget | None, name: str) -> Iterator[str]:
    """Press the keys that show something more, one after the other; what is shown then is called so."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from annotator.ui.pages.annotate import AnnotatePage

    assert isinstance(page, AnnotatePage)
    if name == "two":
        QTest.keyClick(page, Qt.Key.Key_S)
        yield "skip"
        QTest.keyClick(page.view.skip_choice, Qt.Key.Key_Escape)
        QTest.keyClick(page, Qt.Key.Key_F11)
        yield "focus"
        QTest.keyClick(page, Qt.Key.Key_Escape)
        QTest.keyClick(page, Qt.Key.Key_G)
        QTest.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        yield "back"
        QTest.keyClick(page, Qt.Key.Key_G)
    if name == "long":
        QTest.keyClick(page, Qt.Key.Key_Space)
        yield "paged"
    if name == "many":
        QTest.keyClick(page, Qt.Key.Key_1)
        yield "typed"
        QTest.keyClick(page, Qt.Key.Key_Slash)
        QTest.keyClicks(page.view.pad.search, "pl")
        yield "search"


def two_fields(folder: Path) -> Path:
    """Two long texts to compare, below a short one; the labels have descriptions and settled examples."""
    labels = [Label("helpful", "answers all that was asked"), Label("evasive", "avoids the question"), Label("wrong")]
    rows = [(f"r{n}", f"Ticket {n}", QUESTION * 2, (ARABIC if n == 2 else REPLY) * 2) for n in range(1, 6)]
    db = _project(folder / "two.annotator", "Two texts", labels, ("subject", "question", "reply"), rows)
    mira = project_file.add_person(db, PERSON).id
    for item_id, label in ((4, 1), (5, 2)):
        adjudicating.settle(db, mira, item_id, label)
    _answer(db, mira, 1)
    db.close()
    return db.path


def long_text(folder: Path) -> Path:
    """A document of several pages, in Markdown with a picture and a link."""
    parts = [f"## {n}. Of payment\n\n{QUESTION}*{REPLY.strip()}*\n\n- one\n- two" for n in range(12)]
    opening = "![a diagram](https://example.org/x.png) See [our site](https://example.org)."
    text = "\n\n".join([opening, "# Terms", *parts])
    labels = [Label("fair"), Label("unfair"), Label("unclear")]
    db = _project(folder / "long-text.annotator", "Terms", labels, ("text",), [(f"t{n}", text) for n in range(3)])
    set_appearance(db, Appearance(Fields.AUTO, markdown=True))
    _answer(db, project_file.add_person(db, PERSON).id, 1)
    db.close()
    return db.path


def many_labels(folder: Path, count: int = len(TOPICS)) -> Path:
    """More labels than there are keys, so that each has a code."""
    names = [TOPICS[n] if n < len(TOPICS) else f"Topic {n + 1}" for n in range(count)]
    labels = [Label(name, f"what a customer writes about {name.lower()}") for name in names]
    rows = [(f"r{n}", QUESTION) for n in range(6)]
    db = _project(folder / f"{count}-labels.annotator", "Tickets", labels, ("text",), rows)
    _answer(db, project_file.add_person(db, PERSON).id, 3)
    db.close()
    return db.path


def _project(
    path: Path, name: str, labels: Sequence[Label], fields: Sequence[str], rows: Sequence[Sequence[str]]
) -> Db:
    question = project_file.make_question("Request", "What is the customer's main request?", labels, GUIDELINE)
    db = project_file.create(path, name=name, question=question)
    source = path.with_suffix(".csv")
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", *fields), *rows])
    importing.import_items(db, source, mapping=importing.Mapping(tuple(fields), "id", ()))
    return db


def _answer(db: Db, who: int, number: int) -> None:
    labels = project_file.question(db).labels
    for n in range(number):
        turn = annotating.next_turn(db, who)
        assert turn is not None
        annotating.answer(db, who, turn, labels[n % len(labels)].id, seconds=3.4 + n)
