"""A lead who sends packages, and annotators who answer what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from annotator.domain.model import Kind
from annotator.services import annotating, browsing, handing_back, opening_packages, packages, packing, project_file
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from annotator.storage import answers, items
from tests.projects import label_ids


def send(lead: Db, folder: Path, wish: Wish, passphrase: str = "") -> dict[str, Path]:
    """The packages by annotator."""
    folder.mkdir(exist_ok=True)
    written = packing.write(lead, packing.preview(lead, wish), folder, passphrase=passphrase)
    return dict(zip(wish.to, written.files, strict=True))


def opened(package: Path, folder: Path | None = None) -> Path:
    if folder is not None:
        folder.mkdir(exist_ok=True)
    return opening_packages.open_package(package, folder)


def items_in(path: Path) -> list[str]:
    """The ids of the items of an opened package, in the order of its queue."""
    with closing(project_file.open_project(path)) as db:
        who = role_of(db).annotator_id
        found, after = [], -1
        while turn := annotating.next_turn(db, who, after=after):
            found.append(turn.item.external_id)
            after = turn.position
        return found


def answer(path: Path, said: Mapping[str, str | None]) -> None:
    """Answer items of an opened package by their ids; None skips."""
    with closing(project_file.open_project(path)) as db:
        for item, label in said.items():
            answer_in(db, role_of(db).annotator_id, item, label)


def answer_in(db: Db, who: int, item: str, label: str | None, comment: str = "") -> None:
    turn = annotating.turn_of(db, who, items.ids_by_external(db, [item])[item])
    if label is None:
        annotating.skip(db, who, turn, seconds=1.0, reason="Unclear", comment=comment)
    else:
        annotating.answer(db, who, turn, label_ids(db)[label], seconds=1.5, comment=comment)


def draft(path: Path, item: str, comment: str = "", *, flagged: bool = False) -> None:
    """Comment and flag an item of an opened package that need not be answered."""
    with closing(project_file.open_project(path)) as db:
        item_id = items.ids_by_external(db, [item])[item]
        annotating.save_draft(db, role_of(db).annotator_id, item_id, comment=comment, flagged=flagged)


def take_back(path: Path, times: int = 1) -> None:
    """Undo in an opened package."""
    with closing(project_file.open_project(path)) as db:
        for _ in range(times):
            assert annotating.undo(db, role_of(db).annotator_id) is not None


def hand_back(path: Path, to: Path, passphrase: str = "") -> Path:
    with closing(project_file.open_project(path)) as db:
        return handing_back.hand_back(db, to, passphrase=passphrase).path


def role_of(db: Db) -> packages.Role:
    found = packages.role(db)
    assert found is not None
    return found


def said(db: Db) -> dict[tuple[str, str], str]:
    """All answers of people: label, or status, by (item, annotator)."""
    names = {id_: name for name, id_ in label_ids(db).items()}
    question = project_file.question(db).id
    found = {}
    for item in items.page(db, items.ids(db)):
        for given in answers.of_item(db, question, item.id):
            if given.annotator.kind is Kind.HUMAN:
                found[item.external_id, given.annotator.name] = names.get(given.label_id or 0, given.status.value)
    return found


def drafts(db: Db) -> dict[tuple[str, str], tuple[str, bool]]:
    """All comments and flags beside answers, by (item, annotator)."""
    found = {}
    for item in items.page(db, items.ids(db)):
        for who, kept in browsing.drafts_on(db, item.id):
            found[item.external_id, who.name] = tuple(kept)
    return found
