"""Nothing that is written takes the place of a project, a package or a return file of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import FileProblem, UserError
from annotator.services import exporting, report_page, reporting, taking
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from tests import projects
from tests.services import sending


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    db = projects.make_project(tmp_path)
    yield db
    db.close()


@pytest.fixture
def package(lead: Db, tmp_path: Path) -> Path:
    return sending.send(lead, tmp_path, Wish(("Ann",)))["Ann"]


def test_a_return_file_is_not_written_over_a_project_or_a_package(lead: Db, package: Path, tmp_path: Path) -> None:
    mine = sending.opened(package)
    renamed, moved, link = tmp_path / "renamed", tmp_path / "moved.zip", tmp_path / "link.annoreturn"
    renamed.write_bytes(mine.read_bytes())
    moved.write_bytes(package.read_bytes())
    link.symlink_to(mine)
    damaged = tmp_path / "damaged.annotator"
    damaged.write_bytes(b"damaged beyond recognition")
    sealed = sending.send(lead, tmp_path / "sealed", Wish(("Bo",)), passphrase="ein Zug")["Bo"]
    there = [mine, lead.path, renamed, link, damaged, package, moved, sealed]
    before = [file.read_bytes() for file in there]
    for file in there:
        with pytest.raises(FileProblem, match="is not written over"):
            sending.hand_back(mine, file)
    assert [file.read_bytes() for file in there] == before
    for name, kind in [("new.annotator", "project"), ("new.ANNOPACK", "package"), ("n.annotator-wal", "project")]:
        with pytest.raises(FileProblem, match=f"would be the name of a {kind}"):
            sending.hand_back(mine, tmp_path / name)
        assert not (tmp_path / name).exists()


def test_handing_back_again_writes_the_return_file_anew(lead: Db, package: Path, tmp_path: Path) -> None:
    mine, back = sending.opened(package), tmp_path / "back.annoreturn"
    for passphrase in ("", "ein Zug", "ein Zug", ""):
        sending.hand_back(mine, back, passphrase)
    sending.answer(mine, {"i0": "good"})
    sending.hand_back(mine, back)
    assert taking.take(lead, [back]).changed == 1


def test_exports_and_reports_are_not_written_over_files_of_ours(lead: Db, package: Path, tmp_path: Path) -> None:
    mine = sending.opened(package)
    back = sending.hand_back(mine, tmp_path / "back.annoreturn")
    plain = tmp_path / "back.html"
    plain.write_bytes(back.read_bytes())
    there = [mine, package, back, plain]
    before = [file.read_bytes() for file in there]
    for number, file in enumerate(there):
        with pytest.raises(FileProblem, match="is not written over"):
            report_page.write_html(lead, file, reporting.content(lead))
        with pytest.raises(FileProblem, match="is not written over"):
            exporting.write_bytes(file, b"%PDF")
        with pytest.raises(UserError, match="is not written: labels are written as CSV"):
            exporting.export(lead, file, what="annotations")
        table = tmp_path / f"{number}.csv"  # whatever it is called
        table.write_bytes(before[number])
        with pytest.raises(FileProblem, match="is not written over"):
            exporting.export(lead, table, what="annotations")
        assert table.read_bytes() == before[number]
    assert [file.read_bytes() for file in there] == before
