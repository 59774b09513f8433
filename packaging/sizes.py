"""How large the built application is, and what makes it so."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

LARGEST = 10


def report(folder: Path, name: object) -> list[str]:
    """How large the folder is, and its largest parts; `name` is what it is called."""
    sizes = part_sizes(folder)
    lines = [f"{name}: {megabytes(sum(sizes.values()))}, the largest parts:"]
    return lines + [f"  {megabytes(size):>9}  {name}" for name, size in sizes.most_common(LARGEST)]


def part_sizes(folder: Path) -> Counter[str]:
    """Bytes by part: a package with its libraries, or a file that stands alone."""
    sizes: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            place = file.relative_to(folder).parts
            place = place[1:] if place[0] == "_internal" else place
            sizes[place[0].removesuffix(".libs")] += file.stat().st_size
    return sizes


def megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
