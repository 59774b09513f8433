"""Copies that went apart come to the same in every order, in small; `python -m tests.reliability copies` does it at
length."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability import copies

RUNS = 12


@pytest.mark.parametrize("seed", range(RUNS))
def test_copies_in_which_anything_was_done_come_to_the_same_in_every_order(tmp_path: Path, seed: int) -> None:
    assert copies.differences(tmp_path, seed) == []
