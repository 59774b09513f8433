"""Runs that never lose or waste anything, against a server that misbehaves on purpose."""

from __future__ import annotations

from pathlib import Path

from tests.faults.under_fire import capped, fault_table, killed_often

ITEMS = 1_000
AT_ONCE = 16
FAULTS = {"refused": 0.05, "failed": 0.02, "hanging": 0.01, "cut": 0.01, "invalid": 0.03, "latency": 0.005}


def test_every_item_ends_answered_or_with_a_reason_and_nothing_is_paid_twice(tmp_path: Path) -> None:
    outcome = fault_table(tmp_path, ITEMS, FAULTS, at_once=AT_ONCE, timeout=6.0)

    assert outcome.unsettled == 0
    assert outcome.answered == ITEMS
    assert 0.01 * ITEMS < outcome.invalid < 0.06 * ITEMS
    assert outcome.unsaved > 0  # else the kill has shown nothing
    assert outcome.twice == 0
    assert outcome.counts.requests <= outcome.cap
    assert "API key" in outcome.ends[1]
    assert {"refused", "failed", "hanging", "cut", "revoked", "paid"} <= set(outcome.counts.ended)
    assert outcome.counts.at_once <= 2 * AT_ONCE  # those of the killed process are still being answered


def test_killed_again_and_again_a_run_pays_for_every_item_exactly_once(tmp_path: Path) -> None:
    outcome = killed_often(tmp_path, 600, 3, at_once=AT_ONCE)

    assert outcome.unsaved > 0  # else the kills have shown nothing
    assert (outcome.answered, outcome.ends) == (600, ["finished"])
    assert set(outcome.counts.paid.values()) == {1}
    assert outcome.counts.requests == outcome.booked == 600
    assert outcome.beside == []


def test_killed_with_the_process_that_makes_its_requests_it_pays_twice_only_for_those_under_way(tmp_path: Path) -> None:
    outcome = killed_often(tmp_path, 400, 1, at_once=AT_ONCE, with_caller=True)

    assert (outcome.answered, outcome.ends) == (400, ["finished"])
    assert outcome.twice <= AT_ONCE
    assert outcome.beside == []


def test_a_cap_holds_over_calls_under_way_a_kill_and_another_start(tmp_path: Path) -> None:
    counts, ends = capped(tmp_path, ITEMS, 200, at_once=AT_ONCE, timeout=5.0)

    assert 200 - 3 * AT_ONCE - 32 <= counts.requests <= 200
    assert [end["ended"] for end in ends] == ["stopped", "stopped"]
    assert "cap of 200 calls" in ends[0]["why"]
