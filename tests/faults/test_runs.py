"""Runs that never lose or waste anything, against a server that misbehaves on purpose."""

from __future__ import annotations

from pathlib import Path

from tests.faults.under_fire import capped, fault_table

ITEMS = 1_000
AT_ONCE = 16
FAULTS = {"refused": 0.05, "failed": 0.02, "hanging": 0.01, "cut": 0.01, "invalid": 0.03, "latency": 0.005}


def test_every_item_ends_answered_or_with_a_reason_and_nothing_saved_is_paid_twice(tmp_path: Path) -> None:
    outcome = fault_table(tmp_path, ITEMS, FAULTS, at_once=AT_ONCE, timeout=3.0)

    assert outcome.unsettled == 0
    assert outcome.answered == ITEMS
    assert 0.01 * ITEMS < outcome.invalid < 0.06 * ITEMS
    assert outcome.twice_saved == 0
    assert outcome.unsaved < 100  # under way, or of the tenth of a second before the kill
    assert outcome.counts.requests <= outcome.cap
    assert "API key" in outcome.ends[1]
    assert {"refused", "failed", "hanging", "cut", "revoked", "paid"} <= set(outcome.counts.ended)
    assert outcome.counts.at_once <= 2 * AT_ONCE  # those of the killed process are still being answered


def test_a_cap_holds_over_calls_under_way_a_kill_and_another_start(tmp_path: Path) -> None:
    counts, ends = capped(tmp_path, ITEMS, 200, at_once=AT_ONCE, timeout=5.0)

    assert 200 - 3 * AT_ONCE - 32 <= counts.requests <= 200
    assert [end["ended"] for end in ends] == ["stopped", "stopped"]
    assert "cap of 200 calls" in ends[0]["why"]
