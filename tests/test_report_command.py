"""`annotator report`, as a script meets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import quality_project
from tests.test_command_line import annotator, asked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    db = quality_project.make(tmp_path)
    db.close()
    return db.path


def test_a_page_of_html_is_written(path: Path, tmp_path: Path) -> None:
    said = annotator("report", path, tmp_path / "out.html")

    assert said == "Report on parcels: 120 items, 4 annotators, 60 items with gold. Written to out.html.\n"
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "The parcel number" not in page


def test_examples_are_shown_when_they_are_asked_for(path: Path, tmp_path: Path) -> None:
    annotator("report", path, tmp_path / "out.html", "--examples")

    assert "The parcel number" in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_a_pdf_has_the_pages_that_are_told(path: Path, tmp_path: Path) -> None:
    found = asked("report", path, tmp_path / "out.pdf")

    content = (tmp_path / "out.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert found["pages"] == len(re.findall(rb"/Type\s*/Page\b", content))
    assert found["gold"] == 60


def test_another_kind_of_file_is_refused_with_what_to_do(path: Path, tmp_path: Path) -> None:
    said = annotator("report", path, tmp_path / "out.docx", code=1)

    assert "End the name in .html or .pdf." in said
    assert not (tmp_path / "out.docx").exists()


def test_an_imported_file_is_never_written_over(path: Path, tmp_path: Path) -> None:
    imported = tmp_path / "page.html"
    imported.write_text("item,label\ni1,positive\n")
    annotator("import-labels", path, imported, "--gold")

    said = annotator("report", path, imported, code=1)

    assert "was imported into this project" in said
    assert imported.read_text().startswith("item,label")


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_report_is_written_over_an_earlier_one_and_over_nothing_else_unasked(
    path: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / f"out.{kind}"
    out.write_bytes({"html": b"<html>my own page about Annotator 1</html>", "pdf": b"%PDF-1.4 my own"}[kind])
    before = out.read_bytes()

    said = annotator("report", path, out, code=1)
    assert f"“out.{kind}” is there already, and is no earlier report." in said
    assert "--replace" in said
    assert out.read_bytes() == before

    annotator("report", path, out, "--replace")
    annotator("report", path, out)
    assert out.read_bytes() != before


def test_an_export_is_written_over_an_earlier_one_and_over_nothing_else_unasked(path: Path, tmp_path: Path) -> None:
    out, notes = tmp_path / "labels.csv", tmp_path / "notes.csv"
    notes.write_text("item_id,what I think\ni1,much\n", encoding="utf-8")
    kept = notes.read_bytes()
    for wished in ((), ("--excel",), ("--what", "annotations"), ("--per-annotator", "--people-shares"), ()):
        annotator("export", path, out, *wished)
    annotator("items", path, "--csv", out)
    (tmp_path / "empty.csv").touch()
    annotator("export", path, tmp_path / "empty.csv")

    for command in (("export", path, notes), ("items", path, "--csv", notes)):
        said = annotator(*command, code=1)
        assert "“notes.csv” is there already, and is no earlier export." in said
        assert notes.read_bytes() == kept
    annotator("export", path, notes, "--replace")
    assert notes.read_bytes() != kept
