"""What an annotator cannot tell of the items that are hidden in their package for checking."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.services.packing import Order, Wish
from annotator.services.project_file import Db
from annotator.storage import items
from tests import projects
from tests.services import sending

KNOWN = [f"i{number}" for number in range(5, 60, 10)]
REST = [f"i{number}" for number in range(60) if f"i{number}" not in KNOWN]


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    with closing(projects.make_project(tmp_path, [f"text {number}" for number in range(60)])) as db:
        projects.gold(db, tmp_path, [(item, "good") for item in KNOWN])
        yield db


def ids(db: Db, names: list[str]) -> tuple[int, ...]:
    found = items.ids_by_external(db, names)
    return tuple(found[name] for name in names)


def members(package: Path) -> dict[str, list[dict[str, Any]]]:
    with zipfile.ZipFile(io.BytesIO(package.read_bytes())) as archive:
        return {name: [json.loads(line) for line in archive.read(name).splitlines()] for name in archive.namelist()}


def test_in_the_order_of_the_file_no_known_item_stands_out_of_line(lead: Db, tmp_path: Path) -> None:
    wish = Wish(to=("Ann", "Bo"), item_ids=ids(lead, REST), gold=5, order=Order.GIVEN)
    for package in sending.send(lead, tmp_path / "out", wish).values():
        seen = sending.items_in(sending.opened(package))
        assert seen == sorted(seen, key=lambda name: int(name[1:]))
        assert len(set(seen) & set(KNOWN)) == 5


def test_of_items_with_suggestions_those_are_drawn_that_have_one_too(lead: Db, tmp_path: Path) -> None:
    projects.llm_answers(lead, tmp_path, "model", [(item, "good", 0.9) for item in [*REST, *KNOWN[:3]]])
    for seed in range(5):
        wish = Wish(to=(f"Ann{seed}",), item_ids=ids(lead, REST[:9]), gold=3, blind=False, seed=seed)
        [package] = sending.send(lead, tmp_path / "out", wish).values()
        found = members(package)
        assert len(found["items.jsonl"]) == len(found["suggestions.jsonl"]) == 12


def test_nothing_in_the_files_tells_known_items_from_the_others(lead: Db, tmp_path: Path) -> None:
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), gold=4))["Ann"]
    found = members(package)
    assert {tuple(row) for row in found["items.jsonl"]} == {("item", "id", "fields", "metadata", "hash")}
    assert found["feedback.jsonl"] == found["suggestions.jsonl"] == []
    [manifest] = found["manifest.json"]
    assert manifest["counts"]["items"] == 60
    assert not {"gold", "checks", "overlap", "seed"} & manifest.keys()
    mine = sending.opened(package)
    with closing(sqlite3.connect(mine)) as db:
        assert all(db.execute(f"select count(*) from {name}").fetchone() == (0,) for name in ("gold", "package_item"))
        assert db.execute("select distinct reason from route").fetchall() == [("chosen",)]
