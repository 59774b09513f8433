"""What a package says of itself, and what cannot be done in one that was opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from annotator.domain.model import Label
from annotator.errors import UserError
from annotator.services import (
    adjudicating,
    bulk,
    guidelines,
    handing_back,
    importing,
    opening_packages,
    package_quality,
    packing,
    project_file,
    relabelling,
    setting_up,
    taking,
)
from annotator.services.bulk import Deed
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from annotator.storage import items
from tests import projects
from tests.services import sending


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    db = projects.make_project(tmp_path)
    yield db
    db.close()


@pytest.fixture
def mine(lead: Db, tmp_path: Path) -> Iterator[Db]:
    path = sending.opened(sending.send(lead, tmp_path / "out", Wish(("Ann",)))["Ann"])
    db = project_file.open_project(path)
    yield db
    db.close()


CHANGES: dict[str, Callable[[Db, int, dict[str, int], Path], Any]] = {
    "settling": lambda db, by, labels, _: adjudicating.settle(db, by, 1, labels["good"]),
    "settling by name": lambda db, by, _, __: adjudicating.settle_named(db, by, [("i0", "good")]),
    "settling what all agree on": lambda db, by, _, __: adjudicating.accept_unanimous(db, by),
    "sending back": lambda db, by, _, __: adjudicating.send_back(db, by, 1, "Look again."),
    "labels": lambda db, by, _, __: setting_up.save_labels(db, [*project_file.question(db).labels, Label("odd")], by),
    "another question": lambda db, by, _, __: setting_up.add_question(
        db, project_file.make_question("Topic", "About what?", ["a", "b"]), by
    ),
    "editing a question": lambda db, by, _, __: setting_up.edit_question(db, 1, text="Which?", by=by),
    "merging labels": lambda db, by, labels, _: relabelling.merge(db, by, labels["bad"], labels["good"]),
    "splitting a label": lambda db, by, labels, _: relabelling.split(db, by, labels["bad"], "worse"),
    "the guideline": lambda db, by, _, __: guidelines.save(db, "Read twice.", "", by),
    "importing items": lambda db, _, __, source: importing.import_items(db, source),
    "importing gold": lambda db, _, __, source: importing.import_gold(db, source),
    "tagging": lambda db, by, _, __: bulk.do(db, by, Deed.TAG, [1], "odd"),
    "taking": lambda db, _, __, ___: taking.take(db, [db.path.with_name("back.annoreturn")]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_would_not_go_back_is_refused_in_an_opened_package(mine: Db, tmp_path: Path, what: str) -> None:
    source = tmp_path / "more.csv"
    source.write_text("id,text,label\nz,more,good\n", encoding="utf-8")
    by, labels = sending.role_of(mine).annotator_id, projects.label_ids(mine)
    handing_back.hand_back(mine, mine.path.with_name("back.annoreturn"))
    before = mine.conn.total_changes
    with pytest.raises(UserError, match="opened package, from which only answers go back"):
        CHANGES[what](mine, by, labels, source)
    assert mine.conn.total_changes == before


def test_columns_that_no_item_has_are_named_before_anything_is_packed(lead: Db) -> None:
    with pytest.raises(UserError, match=r"No item has metadata “shop”\. The items have no metadata\."):
        packing.preview(lead, Wish(("Ann",), metadata=("shop",)))


def test_an_item_that_somebody_was_sent_before_is_not_left_over(lead: Db, tmp_path: Path) -> None:
    size = len(items.ids(lead))
    first = packing.preview(lead, Wish(("Ann",), each=3))
    assert first.left_over == size - 3
    packing.write(lead, first, tmp_path)
    assert packing.preview(lead, Wish(("Ann",), each=2)).left_over == size - 5
    assert packing.preview(lead, Wish(("Ann",))).left_over == 0


def test_a_return_file_without_the_passphrase_of_its_package_is_warned_of(lead: Db, tmp_path: Path) -> None:
    package = sending.send(lead, tmp_path / "out", Wish(("Ann",)), passphrase="ein Zug")["Ann"]
    made = opening_packages.open_package(package, passphrase="ein Zug")
    with closing(project_file.open_project(made)) as db:
        bare = handing_back.hand_back(db, tmp_path / "r.annoreturn")
        assert "has no passphrase, though the package came with one" in bare.warning
        assert bare.sentences()[-1] == bare.warning
        assert handing_back.hand_back(db, tmp_path / "s.annoreturn", passphrase="ein Zug").warning == ""


def test_a_package_that_cannot_be_opened_in_a_folder_is_told_in_a_sentence(lead: Db, tmp_path: Path) -> None:
    package = sending.send(lead, tmp_path / "out", Wish(("Ann",)))["Ann"]
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UserError, match="“small - Ann.annopack” cannot be opened in “.*file”"):
        opening_packages.open_package(package, tmp_path / "file")  # where nothing can be cleaned up either


def test_windows_that_open_a_package_at_the_same_moment_work_in_one_copy(lead: Db, tmp_path: Path) -> None:
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    together = Barrier(4)

    def work(number: int) -> str:
        together.wait()
        mine = opening_packages.open_package(package)
        sending.answer(mine, {f"i{number}": "good"})
        with closing(project_file.open_project(mine)) as db:
            return sending.role_of(db).copy

    with ThreadPoolExecutor(4) as windows:
        copies = set(windows.map(work, range(4)))

    [mine] = package.parent.glob("*.annotator")
    assert len(copies) == 1
    returns = [sending.hand_back(mine, tmp_path / f"{number}.annoreturn") for number in range(2)]
    report = taking.take(lead, returns)
    assert [(came.new, came.known) for came in report.files] == [(4, 0), (0, 4)]
    assert sending.said(lead) == {(f"i{number}", "Ann"): "good" for number in range(4)}


def test_packages_are_told_apart(lead: Db, tmp_path: Path) -> None:
    first = sending.send(lead, tmp_path / "out", Wish(("Ann",), each=1))["Ann"]
    sending.send(lead, tmp_path / "out", Wish(("Ann",), each=1, deadline="Friday"))
    mine = sending.opened(first)
    [item] = sending.items_in(mine)
    sending.answer(mine, {item: "good"})
    taking.take(lead, [sending.hand_back(mine, tmp_path / "r.annoreturn")])
    one, two = package_quality.standing(lead)
    assert (one.state, two.state) == ("done", "out")
    assert package_quality.which(one).endswith("file “small - Ann.annopack”; question: Sentiment; all came back.")
    assert "Package 2, sent 20" in package_quality.which(two)
    assert "file “small - Ann 2.annopack”; question: Sentiment; until: Friday" in package_quality.which(two)
    assert two.as_dict()["deadline"] == "Friday"
