"""What a stranger writes into a package or a return file does no harm: it is refused, or kept aside."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.ids import uuid7
from annotator.errors import FileProblem
from annotator.formats import package_file
from annotator.services import opening_packages, packages, project_file, setting_up, taking
from annotator.services.packing import Order, Wish
from annotator.services.project_file import Db
from tests import projects
from tests.services import sending

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    with closing(projects.make_project(tmp_path)) as db:
        yield db


def changed(path: Path, change: Callable[[dict[str, Any], Rows], None]) -> Path:
    """The file with other content, as somebody could write it by hand."""
    with package_file.opened(path) as contents:
        manifest = {name: value for name, value in contents.manifest.items() if name not in ("format", "counts")}
        rows = {name: list(contents.rows(name)) for name in contents.manifest["counts"]}
    change(manifest, rows)
    to = path.with_name(f"changed {path.name}")
    package_file.write(to, manifest, rows)
    return to


def twice(name: str) -> Callable[[dict[str, Any], Rows], None]:
    return lambda _, rows: rows[name].append(json.loads(json.dumps(rows[name][0])))


def other_text(_: dict[str, Any], rows: Rows) -> None:
    rows["items"][0]["fields"]["text"] = "not what was sent"


def one_label(_: dict[str, Any], rows: Rows) -> None:
    del rows["questions"][0]["labels"][1]


def same_names(_: dict[str, Any], rows: Rows) -> None:
    rows["questions"][0]["labels"][1]["name"] = rows["questions"][0]["labels"][0]["name"]


def a_suggestion_for_nothing(_: dict[str, Any], rows: Rows) -> None:
    asked = rows["questions"][0]["question"]
    label = rows["questions"][0]["labels"][0]["label"]
    rows["suggestions"] = [{"item": uuid7(), "question": asked, "label": label, "confidence": None, "by": "x"}]


@pytest.mark.parametrize(
    "change", [twice("items"), twice("questions"), other_text, one_label, same_names, a_suggestion_for_nothing]
)
def test_a_package_that_contradicts_itself_is_refused_and_leaves_nothing(
    lead: Db, tmp_path: Path, change: Callable[[dict[str, Any], Rows], None]
) -> None:
    package = changed(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"], change)
    into = tmp_path / "ann"
    into.mkdir()
    with pytest.raises(FileProblem, match="damaged, or no package"):
        opening_packages.open_package(package, into)
    assert list(into.iterdir()) == []


def returned(lead: Db, tmp_path: Path, change: Callable[[dict[str, Any], Rows], None]) -> Path:
    """What somebody made of Ann's return, who answered i0 and was sent i0 to i3."""
    wish = Wish(to=("Ann",), order=Order.GIVEN, each=4)
    mine = sending.opened(sending.send(lead, tmp_path / "out", wish)["Ann"])
    sending.answer(mine, {"i0": "good"})
    return changed(sending.hand_back(mine, tmp_path / "r.annoreturn"), change)


def test_a_return_says_nothing_about_items_that_were_not_sent(lead: Db, tmp_path: Path) -> None:
    uid = lead.conn.execute("select uid from item where external_id = 'i7'").fetchone()[0]

    def about_another(_: dict[str, Any], rows: Rows) -> None:
        rows["operations"][0]["item"] = uid

    [came] = taking.take(lead, [returned(lead, tmp_path, about_another)]).files
    assert sending.said(lead) == {}
    assert [(each.item, each.why) for each in came.aside] == [("i7", "the item was not in the package")]


def test_a_label_of_another_question_has_no_place(lead: Db, tmp_path: Path) -> None:
    other = project_file.make_question("Tone", "Which tone?", ("kind", "rude"))
    setting_up.add_question(lead, other)
    uid = lead.conn.execute("select uid from label where name = 'rude'").fetchone()[0]

    def of_another(_: dict[str, Any], rows: Rows) -> None:
        rows["operations"][0]["answer"]["label"] = uid

    [came] = taking.take(lead, [returned(lead, tmp_path, of_another)]).files
    assert sending.said(lead) == {}
    assert [each.why for each in came.aside] == ["the label is not in use any more"]


def test_a_return_of_an_unknown_package_speaks_for_nobody(lead: Db, tmp_path: Path) -> None:
    by = project_file.add_person(lead, "Lea")
    sending.answer_in(lead, by.id, "i0", "bad")

    def as_lea(manifest: dict[str, Any], _: Rows) -> None:
        manifest |= {"package": uuid7(), "annotator": "Lea"}

    taking.take(lead, [returned(lead, tmp_path, as_lea)])
    assert sending.said(lead) == {("i0", "Lea"): "bad"}
    assert len(packages.aside(lead)) == 1


def test_an_operation_of_somebody_else_cannot_be_replaced(lead: Db, tmp_path: Path) -> None:
    sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann", "Eve"), overlap=2))
    files = []
    for name in sent:
        mine = sending.opened(sent[name], tmp_path / name)
        sending.answer(mine, {"i0": "good"})
        files.append(sending.hand_back(mine, tmp_path / f"{name}.annoreturn"))
    taking.take(lead, files[:1])
    with package_file.opened(files[0]) as contents:
        [of_ann] = contents.rows("operations")

    def as_ann(_: dict[str, Any], rows: Rows) -> None:
        rows["operations"][0]["op"] = of_ann["op"]

    with pytest.raises(FileProblem, match="damaged"):
        taking.take(lead, [changed(files[1], as_ann)])
    assert sending.said(lead) == {("i0", "Ann"): "good"}


def test_a_counter_from_nowhere_is_refused(lead: Db, tmp_path: Path) -> None:
    def far_ahead(_: dict[str, Any], rows: Rows) -> None:
        rows["operations"][0]["n"] = 2**53

    with pytest.raises(FileProblem, match="damaged"):
        taking.take(lead, [returned(lead, tmp_path, far_ahead)])
