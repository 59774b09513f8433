"""The sample data is complete, consistent, varied, and its simulated crowd can be made again."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def texts_where(condition: Callable[[str], object]) -> int:
    return sum(bool(condition(row["text"])) for row in rows("items.csv"))


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SAMPLE / "project.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def permitted(project: dict[str, Any]) -> set[str]:
    return {label["name"] for label in project["question"]["labels"]}


def test_rerunning_the_simulation_gives_the_stored_crowd_byte_for_byte(tmp_path: Path) -> None:
    for name in ("simulate_crowd.py", "gold.csv", "hard.csv"):
        shutil.copy(SAMPLE / name, tmp_path)

    subprocess.run([sys.executable, tmp_path / "simulate_crowd.py"], check=True, timeout=60)

    assert (tmp_path / "crowd.csv").read_bytes() == (SAMPLE / "crowd.csv").read_bytes()


def test_every_item_has_its_own_id_and_text_and_a_date_in_2026() -> None:
    items = rows("items.csv")

    assert [row["id"] for row in items] == [f"r-{number:03d}" for number in range(1, 201)]
    assert len({row["text"].strip() for row in items} - {""}) == 200
    assert {date.fromisoformat(row["date"]).year for row in items} == {2026}
    assert all(row["channel"] for row in items)


def test_gold_covers_every_item_once_with_a_permitted_label_and_is_roughly_balanced(permitted: set[str]) -> None:
    gold = rows("gold.csv")
    counts = Counter(row["label"] for row in gold)

    assert [row["id"] for row in gold] == [row["id"] for row in rows("items.csv")]
    assert set(counts) == permitted
    assert min(counts.values()) >= 90


def test_hard_items_are_items() -> None:
    hard = [row["id"] for row in rows("hard.csv")]

    assert 20 <= len(hard) == len(set(hard)) <= 35
    assert set(hard) <= {row["id"] for row in rows("items.csv")}


def test_crowd_answers_half_of_the_items_three_to_five_times_with_permitted_labels(permitted: set[str]) -> None:
    crowd = rows("crowd.csv")
    per_item = Counter(row["task"] for row in crowd)

    assert 80 <= len(per_item) <= 120
    assert set(per_item) <= {row["id"] for row in rows("items.csv")}
    assert set(per_item.values()) == {3, 4, 5}
    assert {row["label"] for row in crowd} == permitted
    assert len({(row["task"], row["worker"]) for row in crowd}) == len(crowd)


def test_crowd_is_said_to_be_simulated_wherever_it_appears(project: dict[str, Any]) -> None:
    names = {row["worker"] for row in rows("crowd.csv")}

    assert names == {f"simulated-{number:02d}" for number in range(1, 13)}
    assert "simulated" in project["about"]


def test_crowd_disagrees_more_often_on_hard_items_and_differs_in_skill() -> None:
    gold = {row["id"]: row["label"] for row in rows("gold.csv")}
    hard = {row["id"] for row in rows("hard.csv")}
    answers: dict[str, set[str]] = {}
    right, given = Counter[str](), Counter[str]()
    for row in rows("crowd.csv"):
        answers.setdefault(row["task"], set()).add(row["label"])
        given[row["worker"]] += 1
        right[row["worker"]] += row["label"] == gold[row["task"]]
    split = {item for item, labels in answers.items() if len(labels) > 1}

    seen = set(answers)
    assert len(split & hard) / len(seen & hard) > len(split - hard) / len(seen - hard)
    assert right["simulated-01"] / given["simulated-01"] > 0.85
    assert right["simulated-11"] / given["simulated-11"] < 0.65


def test_texts_have_the_variety_that_breaks_careless_software() -> None:
    assert texts_where(lambda text: any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)) >= 6
    assert texts_where(lambda text: any(ord(c) > 0xFFFF for c in text)) >= 10
    assert texts_where(lambda text: "\N{ZERO WIDTH JOINER}" in text) >= 1
    assert texts_where(lambda text: "\n" in text) >= 3
    assert texts_where(lambda text: '"' in text) >= 5
    assert texts_where(lambda text: re.search(r"</?\w+>|\*\*|\]\(|^#", text)) >= 6
    assert {row["text"][0] for row in rows("items.csv")} >= set("=+-@")
    assert texts_where(lambda text: len(text.split()) <= 3) >= 5
    assert texts_where(lambda text: len(text.split()) >= 60) >= 5


def test_project_names_existing_files_and_columns_and_unlike_keys(project: dict[str, Any]) -> None:
    items, gold, crowd = project["items"], project["gold"], project["crowd"]
    keys = [label["key"] for label in project["question"]["labels"]]

    assert {items["id"], *items["fields"], *items["metadata"]} == set(rows(items["file"])[0])
    assert {gold["id"], gold["label"]} == set(rows(gold["file"])[0])
    assert {crowd["item"], crowd["annotator"], crowd["label"]} == set(rows(crowd["file"])[0])
    guideline = (SAMPLE / project["guideline"]).read_text(encoding="utf-8")
    assert all(f"**{label['name']}**" in guideline for label in project["question"]["labels"])
    assert len(set(keys)) == len(keys)
