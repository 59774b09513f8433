"""An annotator in a process of their own: opens a package, answers what is in it, and hands back.

Usage: labels_offline.py PACKAGE FOLDER RETURN LABEL [HOW MANY]
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from annotator.services import annotating, handing_back, opening_packages, packages, project_file


def work(package: Path, folder: Path, back: Path, label: str, count: int) -> None:
    """Answer the next `count` items with a label, and hand back everything so far."""
    with closing(project_file.open_project(opening_packages.open_package(package, folder))) as db:
        role = packages.role(db)
        assert role is not None
        [chosen] = [each.id for each in project_file.question(db).labels if each.name == label]
        for _ in range(count):
            turn = annotating.next_turn(db, role.annotator_id)
            if turn is None:
                break
            annotating.answer(db, role.annotator_id, turn, chosen, seconds=2.0)
        handing_back.hand_back(db, back)


if __name__ == "__main__":
    package, folder, back, label, count = sys.argv[1:]
    work(Path(package), Path(folder), Path(back), label, int(count))
