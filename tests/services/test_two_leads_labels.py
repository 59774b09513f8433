"""Labels that two leads changed each in their own copy of a project."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.domain.model import Label
from annotator.services import merging, overview, project_file, relabelling, setting_up, taking
from annotator.services.project_file import Db
from tests import projects
from tests.services import sending
from tests.services.test_two_leads import Pair, both_ways, decided, pair, person, settle
from tests.test_command_line import annotator, asked

__all__ = ["pair"]  # the fixture


def saved(db: Db, by: str, *more: Label, **changed: dict[str, Any]) -> None:
    """The labels with other values of some, and more behind them."""
    labels = [replace(label, **changed.get(label.name, {})) for label in project_file.question(db).labels]
    setting_up.save_labels(db, [*labels, *more], person(db, by))


def joined(report: taking.Report) -> Any:
    return report.files[0].joined


def test_one_lead_renames_a_label_and_the_other_adds_one(pair: Pair) -> None:
    a, b = pair
    saved(b, "Ben", good={"name": "fine"})
    saved(a, "Lea", Label("mixed"))
    reports = both_ways(pair)
    assert [joined(report).texts for report in reports] == [(), ()]
    assert joined(reports[0]).taken_over == ("fine",)
    for db in pair:
        assert project_file.question(db).label_names() == ("fine", "bad", "mixed")


def test_a_colour_of_one_and_a_name_of_the_other_are_both_in_both(pair: Pair) -> None:
    a, b = pair
    saved(b, "Ben", good={"name": "fine"})
    saved(a, "Lea", good={"colour": "#123456"})
    reports = both_ways(pair)
    assert [joined(report).texts for report in reports] == [(), ()]
    for db in pair:
        first = project_file.question(db).labels[0]
        assert (first.name, first.colour) == ("fine", "#123456")


def test_of_a_name_that_both_changed_the_later_one_counts_in_both_and_the_other_is_told(pair: Pair) -> None:
    a, b = pair
    saved(a, "Lea", good={"name": "great"})
    saved(b, "Ben", good={"name": "fine"})
    reports = both_ways(pair)
    assert [joined(report).texts for report in reports] == [("“fine”, and not “great”",)] * 2
    told = "Changed in both; what counts in both now: “fine”, and not “great”."
    assert all(told in report.sentences() for report in reports)
    assert {project_file.question(db).labels[0].name for db in pair} == {"fine"}
    saved(a, "Lea", fine={"name": "great"})  # knowing both
    assert [joined(report).texts for report in both_ways(pair)] == [(), ()]
    assert {project_file.question(db).labels[0].name for db in pair} == {"great"}


def test_answers_and_decisions_follow_a_label_that_the_other_lead_split(pair: Pair) -> None:
    a, b = pair
    settle(a, "i0", "good")
    sending.answer_in(b, person(b, "Bo"), "i2", "good")
    both_ways(pair)
    sending.answer_in(b, person(b, "Bo"), "i0", "good")  # comes with the split
    relabelling.split(b, person(b, "Ben"), projects.label_ids(b)["good"], "great", search="lovely")
    there = {("i0", "Ann"): "great", ("i0", "Bo"): "great", ("i2", "Bo"): "good"}
    reports = both_ways(pair)
    assert sending.said(a) == sending.said(b) == there
    assert decided(a) == decided(b) == {"i0": "great", "i7": "bad"}
    assert joined(reports[0]).relabelled == 2  # Ann's answer and the decision: what is new came so
    assert any("split or merged there" in line for line in reports[0].sentences())
    assert all(joined(report).relabelled == 0 for report in both_ways(pair))
    assert project_file.question(a).label_names() == project_file.question(b).label_names() == ("good", "great", "bad")


def test_undo_of_a_taking_says_what_stays(pair: Pair) -> None:
    a, b = pair
    saved(b, "Ben", Label("mixed"))
    settle(b, "i3", "good")
    b.conn.execute("pragma wal_checkpoint(truncate)")
    path = a.path
    annotator("take", path, b.path)
    told = annotator("take", path, "--undo")
    assert "1 decision was taken back too." in told
    assert "What else came with the other copy stays: items, questions, labels" in told
    assert project_file.question(a).label_names() == ("good", "bad", "mixed")


def test_a_result_merged_for_fewer_labels_counts_no_more(pair: Pair) -> None:
    a, b = pair
    merging.merge_and_store(a)
    saved(b, "Ben", Label("mixed"))
    both_ways(pair)
    assert merging.state(a) is None


def test_what_two_leads_decided_differently_is_told_everywhere(pair: Pair, tmp_path: Path) -> None:
    a, b = pair
    settle(a, "i1", "good", by="Lea")
    settle(b, "i1", "bad", by="Ben")
    both_ways(pair)
    assert "Look at: 1 item decided differently: by two leads" in annotator("status", a.path)
    assert asked("status", a.path)["contested"] == asked("status", a.path)["in_conflict"] == 1
    assert asked("items", a.path, "--status", "decided differently")["count"] == 1
    said = annotator("export", a.path, tmp_path / "out.csv")
    assert "1 item was decided differently by two leads: settle it in Review." in said
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["item_id"] == "i1")
    assert (row["source"], row["route"]) == ("decided differently", "in conflict")
    settle(a, "i1", "good", by="Lea")
    assert overview.summary(a).contested == 0


def test_a_renamed_label_is_one_difference_and_contradictions_come_first(pair: Pair) -> None:
    a, b = pair
    for item in ("i1", "i2"):
        for db in pair:
            sending.answer_in(db, person(db, "Bo"), item, "good")
    both_ways(pair)
    saved(b, "Ben", good={"name": "fine"})
    settle(a, "i1", "good")
    settle(b, "i1", "bad")
    for number in range(12):
        person_id = person(b, f"Late {number:02}")
        sending.answer_in(b, person_id, "i3", "bad")
    for db in pair:
        db.conn.execute("pragma wal_checkpoint(truncate)")
    found = asked("diff", a.path, b.path)
    assert [found[name]["changed"] for name in ("answers", "decisions")] == [
        [],
        [{"what": "i1, settled", "a": "good", "b": "bad"}],
    ]
    assert len(found["questions"]["changed"]) == 1
    lines = annotator("diff", a.path, b.path).splitlines()
    assert lines[0].startswith("Decisions and known labels:")
    assert lines[1] == "  i1, settled: good | bad"
    assert "  … and 2 more" in lines
