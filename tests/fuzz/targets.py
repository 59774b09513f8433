"""Every reader that is tried."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz import interchange, texts, whole_files
from tests.fuzz.trying import Target


def every(folder: Path) -> list[Target]:
    """folder: for what the examples are made of."""
    return [*interchange.targets(folder), *texts.targets(folder), *whole_files.targets(folder)]
