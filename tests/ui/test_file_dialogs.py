"""File dialogs, which show the folder of the open project, leave SQLite's locks on it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

SHOWN = """
    import subprocess, sys
    from pathlib import Path
    from PySide6.QtCore import Qt, QEventLoop
    from PySide6.QtWidgets import QFileDialog, QFileSystemModel
    from annotator import app
    from tests.projects import make_project

    folder = Path(sys.argv[1])
    qt = app.application()
    db = make_project(folder)
    dialog = QFileDialog(None, "Some file", str(folder))
    dialog.show()
    model = dialog.findChild(QFileSystemModel)

    def shown():
        root = model.index(str(folder))
        rows = [[model.index(row, column, root) for column in range(4)] for row in range(model.rowCount(root))]
        for index in (index for row in rows for index in row):
            model.data(index, Qt.ItemDataRole.DisplayRole), model.data(index, Qt.ItemDataRole.DecorationRole)
        return {row[0].data() for row in rows}

    while "small.annotator-wal" not in shown():
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    shown()
    read = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('select * from item').fetchall()"
    read += "; c.close()"
    subprocess.run([sys.executable, "-c", read, str(db.path)], check=True)
    print(sorted(file.name for file in folder.glob("small.annotator*")), qt.testAttribute(
        Qt.ApplicationAttribute.AA_DontUseNativeDialogs))
    db.close()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems show dialogs in a process of their own")
def test_what_is_saved_stays_when_another_program_reads_a_project_whose_folder_a_dialog_shows(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(SHOWN), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout.strip() == "['small.annotator', 'small.annotator-shm', 'small.annotator-wal'] True", done.stderr
