"""The export of annotations, read back, brings with it what people noted, how long they took, and when."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.services import annotating, exporting, importing, project_file
from annotator.storage import answers
from tests.projects import label_ids, make_project

Note = tuple[str, float | None]
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(',;"=+-@\n\t')


def noted(folder: Path, notes: list[Note], who: str = "Mira") -> Path:
    """The export of a project in which one person labelled as many items, each with a comment and seconds."""
    folder.mkdir()
    db = make_project(folder, texts=[f"text {n}" for n in range(len(notes))])
    person = project_file.add_person(db, who).id
    for item_id, (comment, seconds) in enumerate(notes, 1):
        turn = annotating.turn_of(db, person, item_id)
        annotating.answer(db, person, turn, label_ids(db)["good"], seconds=seconds, comment=comment)
    exporting.export(db, folder / "annotations.csv", what="annotations")
    db.close()
    return folder / "annotations.csv"


def rows(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.text(CHARACTERS, max_size=30), st.none() | st.floats(0, 10_000)), min_size=1, max_size=6))
def test_a_round_trip_keeps_comments_seconds_and_times(notes: list[Note]) -> None:
    with tempfile.TemporaryDirectory() as place:
        written = noted(Path(place) / "one", notes, who="@mira")
        (Path(place) / "two").mkdir()
        other = make_project(Path(place) / "two", texts=[f"text {n}" for n in range(len(notes))])

        result = importing.import_labels(other, written)
        exporting.export(other, Path(place) / "again.csv", what="annotations")
        same = importing.import_labels(other, written)
        other.close()

        assert (result.added, result.rejected, same.skipped) == (len(notes), 0, len(notes))
        assert rows(Path(place) / "again.csv") == rows(written)


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("seconds", "quick", "seconds that are no number"),
        ("seconds", "-1", "seconds that are no number"),
        ("seconds", "inf", "seconds that are no number"),
        ("answered_at", "yesterday", "an answered_at that is no time"),
        ("answered_at", "0001-01-01T00:00:00+14:00", "an answered_at that is no time"),
    ],
)
def test_a_row_with_a_false_number_or_time_is_set_aside_with_the_reason(
    tmp_path: Path, column: str, cell: str, told: str
) -> None:
    db = make_project(tmp_path)
    path = tmp_path / "answers.csv"
    path.write_text(f"item,annotator,label,{column}\ni0,ann,good,{cell}\ni1,ann,good,\n", encoding="utf-8")

    result = importing.import_labels(db, path)

    assert (result.added, result.rejected) == (1, 1)
    assert importing.rejected_rows(db)[0].reason.startswith(told)


def test_times_of_other_zones_and_without_one_are_kept_in_utc(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = tmp_path / "answers.csv"
    path.write_text(
        "item,annotator,label,answered_at\ni0,ann,good,2026-05-01T09:30:00+02:00\ni1,ann,good,2026-05-01 09:30\n",
        encoding="utf-8",
    )

    importing.import_labels(db, path)

    found = answers.of_items(db, 1, [1, 2])
    assert [found[id_][0].answered_at for id_ in (1, 2)] == [
        "2026-05-01T07:30:00.000+00:00",
        "2026-05-01T09:30:00.000+00:00",
    ]


def test_what_a_later_file_does_not_say_of_the_same_label_stays(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    for name, text in {
        "a.csv": "item,annotator,label,comment,seconds\ni0,ann,good,sure of it,3\n",
        "b.csv": "item,annotator,label,comment,seconds\ni0,ann,good,,4\n",
        "c.csv": "item,annotator,label\ni0,ann,good\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    results = [importing.import_labels(db, tmp_path / name) for name in ("a.csv", "b.csv", "c.csv")]

    assert [(each.added, each.updated, each.skipped) for each in results] == [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
    assert [(a.comment, a.seconds) for a in answers.of_item(db, 1, 1)] == [("sure of it", 4.0)]


def test_when_an_answer_was_given_is_not_known_where_the_file_does_not_say_it(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = tmp_path / "crowd.csv"
    path.write_text(
        "item,annotator,label,seconds,answered_at\ni0,ann,good,4,\ni1,ann,good,4,2026-05-01T09:30:00\n", "utf-8"
    )
    importing.import_labels(db, path)

    found = answers.of_items(db, 1, [1, 2])

    assert [(a.seconds, a.answered_at) for id_ in (1, 2) for a in found[id_]] == [
        (4.0, ""),
        (4.0, "2026-05-01T09:30:00.000+00:00"),
    ]
    db.close()
