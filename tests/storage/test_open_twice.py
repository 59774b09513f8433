"""A project that is open in one program stays whole while others open and close it."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from annotator.services import project_file
from tests import projects

_LOOK = "import sys; from pathlib import Path; from annotator.services import project_file as p;"
_LOOK += "db = p.open_project(Path(sys.argv[1]), read_only=True); print(p.setting(db, 'about')); db.close()"


def looked(path: Path) -> str:
    """What another program finds there, which is the last to close the file as far as it can see."""
    return subprocess.run(
        [sys.executable, "-c", _LOOK, path], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_what_is_written_after_another_program_has_looked_is_in_the_file(tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path)) as db, closing(project_file.open_project(db.path)) as again:
        for said in ("one", "two"):
            project_file.set_setting(db, "about", said)
            assert looked(db.path) == said
            assert project_file.setting(again, "about") == said
        assert db.path.with_name(f"{db.path.name}-wal").exists()
