"""Recovering: everything that can be read comes into a new project, and what could not be is said."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.filters import Filter
from annotator.errors import FileProblem, ProjectProblem
from annotator.services import annotating, browsing, merging, overview, project_file, recovering, searching
from annotator.services.project_file import Db
from annotator.storage import database, items
from annotator.storage.pages import Pages
from tests.projects import crowd, gold, label_ids, make_project

PAGE = 4_096
ITEMS = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with items of several pages, three people, gold, a merged result; closed."""
    with closing(make_project(tmp_path, [f"text {number} {'ä long one ' * 30}" for number in range(ITEMS)])) as db:
        rows = [(f"i{item}", who, "good" if item % 3 else "bad") for item in range(200) for who in ("Ada", "Ben")]
        crowd(db, tmp_path, rows)
        gold(db, tmp_path, [(f"i{item}", "good") for item in range(50)])
        answer(db, 40)
        merging.merge_and_store(db)
        return db.path


def answer(db: Db, number: int) -> None:
    me = project_file.add_person(db, "Mira").id
    for _ in range(number):
        turn = annotating.next_turn(db, me)
        assert turn is not None
        annotating.answer(db, me, turn, next(iter(label_ids(db).values())), seconds=1)


def content(path: Path) -> dict[str, list[str]]:
    """Every row of every table but those of the search."""
    with closing(database.open_as_it_is(path)) as db:
        names = [row[0] for row in db.execute("select name from sqlite_schema where type = 'table'").fetchall()]
        ours = [name for name in names if not name.startswith(("item_search", "_", "sqlite_"))]
        return {name: sorted(map(repr, db.execute(f"select * from {name}").fetchall())) for name in ours}


def page_of(path: Path, name: str) -> int:
    """The first page of a table or an index, from 1."""
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("select rootpage from sqlite_schema where name = ?", (name,)).fetchone()[0])


def overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(random.Random(page).randbytes(PAGE))


def opened(path: Path) -> Db:
    """The recovered project, which must be sound and fit to be worked on."""
    assert project_file.problems(path) == []
    db = project_file.open_project(path)
    answer(db, 1)
    return db


def test_a_sound_project_is_recovered_row_by_row(path: Path, tmp_path: Path) -> None:
    found = recovering.recover(path, tmp_path / "new.annotator")

    assert found.lost == ()
    assert found.sentence == (
        "“new.annotator” holds 400 items, 440 answers and 0 decisions of “small”. Everything in it could be read."
    )
    assert content(found.path) == content(path)


def test_what_stands_in_the_write_ahead_log_only_is_recovered_too(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        answer(db, 30)
        assert path.with_name(f"{path.name}-wal").stat().st_size > 0
        found = recovering.recover(path, tmp_path / "new.annotator")
        assert content(found.path) == content(path)


def test_texts_that_nobody_imported_are_kept_as_they_can_be_read(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db, db.atomic():
        db.execute("update item set fields = ? where id = 1", ['{"text":"half \\ud83d here"}'])
        db.execute("update item set metadata = ? where id = 2", ['{"from":"\\udc00"}'])
        db.execute("update item set fields = ? where id = 3", ['{"text":"another"}'])

    found = recovering.recover(path, tmp_path / "new.annotator")

    assert found.lost == ("3 items have other texts than those that were imported; they are kept as they are.",)
    with closing(opened(found.path)) as db:
        shown = items.page(db, [1, 2, 3])
        assert [shown[0].fields, shown[1].metadata] == [{"text": "half � here"}, {"from": "�"}]
        assert shown[2].fields == {"text": "another"}


def test_a_write_that_was_cut_off_does_not_count(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        answer(db, 10)
        before = content(path)
        copy = tmp_path / "copy" / path.name
        copy.parent.mkdir()
        kept = path.with_name(f"{path.name}-wal").read_bytes()
        answer(db, 1)
        torn = path.with_name(f"{path.name}-wal").read_bytes()[: len(kept) + 5_000]
        copy.write_bytes(path.read_bytes())
        copy.with_name(f"{path.name}-wal").write_bytes(torn)

    found = recovering.recover(copy, tmp_path / "new.annotator")

    assert content(found.path) == before


def test_deleted_rows_do_not_come_back(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db, db.atomic():
        db.execute("delete from posterior")
        db.execute("delete from aggregation")
        db.execute("delete from project where key = 'aggregation'")
    found = recovering.recover(path, tmp_path / "new.annotator")
    assert content(found.path) == content(path)


def test_a_damaged_root_of_a_table_costs_no_row_on_its_other_pages(path: Path, tmp_path: Path) -> None:
    overwrite(path, page_of(path, "item"))

    found = recovering.recover(path, tmp_path / "new.annotator")

    assert found.holds.items == ITEMS
    assert found.lost == ("1 page of “items” cannot be read.",)
    opened(found.path).close()


def test_answers_outlive_the_labels_and_annotators_they_name(path: Path, tmp_path: Path) -> None:
    overwrite(path, page_of(path, "label"))
    overwrite(path, page_of(path, "annotator"))

    found = recovering.recover(path, tmp_path / "new.annotator")

    assert sum(found.holds.answers.values()) == 440
    assert "3 of “annotators” were lost; what belongs to them is kept under new names." in found.lost
    with closing(opened(found.path)) as db:
        names = [label.name for label in project_file.question(db).labels]
        assert names == ["Label 1 (recovered)", "Label 2 (recovered)"]


def test_where_the_merged_result_in_force_is_lost_none_is(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as damaged, damaged:
        damaged.execute("delete from aggregation")

    found = recovering.recover(path, tmp_path / "new.annotator")

    with closing(opened(found.path)) as db:
        assert overview.summary(db).merge is None
        merging.merge_and_store(db)
        assert overview.summary(db).merge is not None


def test_what_is_no_json_beside_a_text_is_left_out_and_said(path: Path, tmp_path: Path) -> None:
    deep = "[" * 100_000 + "]" * 100_000
    with closing(sqlite3.connect(path)) as db:
        db.execute("update item set metadata = ? where id <= 3", (deep,))
        db.commit()
    with (
        pytest.raises(ProjectProblem, match="is damaged"),
        closing(project_file.open_project(path)) as opened_,
        opened_.explaining(),
    ):
        browsing.rows(opened_, [1, 2, 3])

    found = recovering.recover(path, tmp_path / "new.annotator")

    assert found.lost == ("3 rows of “items” lost a part that cannot be read; the rest is kept.",)
    assert "could be read" not in found.sentence


def test_a_byte_that_is_no_text_costs_one_character_and_not_the_item(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db, db.atomic():
        db.execute("update item set fields = ? where id = 3", ['{"text":"a whole qqq sentence"}'])
        db.execute("update item set metadata = ? where id = 4", ['{"from":"qqq"}'])
        db.execute("update annotation set comment = 'not qqq' where item_id = 5")
    with closing(project_file.open_project(path)) as db:
        before = {item.id: item for item in items.page(db, range(1, ITEMS + 1))}
    damaged = path.read_bytes()
    assert damaged.count(b"qqq") >= 3
    path.write_bytes(damaged.replace(b"qqq", b"q\xffq"))
    assert project_file.problems(path) != []

    found = recovering.recover(path, tmp_path / "new.annotator")

    assert found.holds.items == ITEMS
    assert sum(found.holds.answers.values()) == 440
    assert found.lost[0] == (
        f"2 items have characters that cannot be read, which are shown as �: {before[3].external_id},"
        f" {before[4].external_id}."
    )
    assert any("of “answers”" in sentence and "are shown as �" in sentence for sentence in found.lost)
    assert not any("damaged" in sentence for sentence in found.lost)
    assert "could be read" not in found.sentence
    with closing(opened(found.path)) as db:
        after = {item.id: item for item in items.page(db, range(1, ITEMS + 1))}
    assert after[3].fields == {"text": "a whole q�q sentence"}
    assert (after[4].fields, after[4].metadata) == (before[4].fields, {"from": "q�q"})
    assert all(after[id_] == item for id_, item in before.items() if id_ not in (3, 4))


def test_two_ids_that_only_an_unreadable_byte_tells_apart_are_not_taken_for_one(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db, db.atomic():
        for id_, name in ((3, "qqa"), (4, "qqb")):
            db.execute("update item set external_id = ? where id = ?", [name, id_])
    content_ = path.read_bytes().replace(b"qqa", b"qq\xfe").replace(b"qqb", b"qq\xff")
    path.write_bytes(content_)
    found = recovering.recover(path, tmp_path / "new.annotator")
    assert found.lost[:2] == (
        "1 row of “items” is damaged.",
        "1 item has characters that cannot be read, which are shown as �: qq�.",
    )
    opened(found.path).close()


def test_answers_outlive_their_history(path: Path, tmp_path: Path) -> None:
    for name in ("op", "op_row"):
        overwrite(path, page_of(path, name))
    found = recovering.recover(path, tmp_path / "new.annotator")
    assert sum(found.holds.answers.values()) == 440
    opened(found.path).close()


def test_without_a_header_and_a_schema_the_tables_are_known_by_their_places(path: Path, tmp_path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(PAGE))
    with pytest.raises(ProjectProblem, match="not an Annotator project"):
        project_file.open_project(path)

    found = recovering.recover(path, tmp_path / "new.annotator")

    assert (found.holds.items, sum(found.holds.answers.values())) == (ITEMS, 440)
    opened(found.path).close()


def test_a_hostile_schema_is_not_run_and_its_data_is_saved(path: Path, tmp_path: Path) -> None:
    before = content(path)
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute("create trigger spy after insert on annotation begin delete from item; end")
        stranger.execute("create view people as select * from annotator")
        stranger.execute("create table more (x)")
        stranger.execute("insert into more values (1)")
        stranger.commit()

    found = recovering.recover(path, tmp_path / "new.annotator")

    assert content(found.path) == before
    opened(found.path).close()


def test_one_long_row_that_is_named_a_thousand_times_is_no_flood(tmp_path: Path) -> None:
    """All cells of a leaf point to one row on many pages: a small file that says it is a thousand times larger."""
    with closing(make_project(tmp_path)) as db:
        path = db.path
        db.execute("update item set fields = ? where id = 8", (f'{{"text":"{"x" * 400_000}"}}',))
        db.conn.commit()
    content, start = bytearray(path.read_bytes()), (page_of(path, "item") - 1) * PAGE
    if content[start] == 5:  # the last row has a leaf of its own
        start = (int.from_bytes(content[start + 8 : start + 12], "big") - 1) * PAGE
    place = start + 8 + 2 * (int.from_bytes(content[start + 3 : start + 5], "big") - 1)
    long = content[place : place + 2]
    cells = (int.from_bytes(long, "big") - 8) // 2  # as many as there is room for before it
    content[start + 3 : start + 5] = cells.to_bytes(2, "big")
    content[start + 8 : start + 8 + 2 * cells] = long * cells
    path.write_bytes(content)

    with closing(Pages(path)) as pages:
        found = list(filter(None, pages.tree(page_of(path, "item"), (5, 13))))
    done = recovering.recover(path, tmp_path / "new.annotator")

    texts = [value for page in found for row in page.rows for value in row.values if isinstance(value, str)]
    assert sum(map(len, texts)) < 3 * len(content)
    assert found[-1].damaged
    assert done.holds.items
    assert done.lost


@pytest.mark.skipif(sys.platform != "linux", reason="not every system tells where the holes of a file are")
def test_a_file_with_a_hole_of_terabytes_is_read_without_it(path: Path, tmp_path: Path) -> None:
    whole = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4 << 40)
        file.write(b"end")
    with closing(Pages(path)) as pages:
        numbers = list(pages.numbers())
    assert numbers[: whole // PAGE] == list(range(1, whole // PAGE + 1))
    assert numbers[-1] == (4 << 40) // PAGE + 1
    assert len(numbers) < 2 * whole // PAGE
    assert recovering.recover(path, tmp_path / "new.annotator").holds.items == ITEMS


def test_a_statement_that_would_take_hours_to_take_apart_is_not_taken_apart(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma writable_schema = on")
        db.execute("update sqlite_schema set sql = ? where name = 'mark'", (f"create table mark ({',' * 1_000_000}",))
        db.commit()
    assert recovering.recover(path, tmp_path / "new.annotator").holds.items == ITEMS


def test_the_file_of_an_earlier_build_is_brought_over(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("alter table question drop column archived")
        other.execute("alter table batch drop column plan")
        other.execute("drop table trial")
        other.commit()

    found = recovering.recover(path, tmp_path / "new.annotator")

    assert found.lost == ()
    assert (found.holds.items, sum(found.holds.answers.values())) == (ITEMS, 440)
    opened(found.path).close()


def test_the_search_finds_what_was_recovered(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        searching.fill(db)
    found = recovering.recover(path, tmp_path / "new.annotator")
    with closing(project_file.open_project(found.path)) as db:
        assert len(browsing.find(db, Filter(text="17"))) == 11
        searching.fill(db)
        assert len(browsing.find(db, Filter(text="17"))) == 11


def test_any_damage_ends_in_a_sound_project_or_one_sentence_and_leaves_the_file_alone(
    path: Path, tmp_path: Path
) -> None:
    whole = path.read_bytes()
    worst = ITEMS
    for seed in range(24):
        draw = random.Random(seed)
        damaged = bytearray(whole[: len(whole) if seed % 4 else draw.randrange(len(whole))])
        for _ in range(draw.choice((1, 20, 200))):
            damaged[draw.randrange(len(damaged))] = draw.randrange(256)
        path.write_bytes(damaged)
        target = tmp_path / f"new {seed}.annotator"
        with contextlib.suppress(ProjectProblem):
            found = recovering.recover(path, target)
            assert project_file.problems(target) == []
            worst = min(worst, found.holds.items) if seed % 4 else worst
        assert path.read_bytes() == damaged
    assert worst > 0.8 * ITEMS


def test_a_file_that_is_no_project_at_all_gives_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    for name, bytes_ in {"a.csv": b"id,text\n1,x\n" * 2_000, "b": b"", "c": random.Random(1).randbytes(50_000)}.items():
        (tmp_path / name).write_bytes(bytes_)
        with pytest.raises(ProjectProblem, match="Nothing of an Annotator project"):
            recovering.recover(tmp_path / name, tmp_path / "new.annotator")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b", "c"]


def test_nothing_is_written_over(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ProjectProblem, match="exists already"):
        recovering.recover(path, path)
    assert path.read_bytes() == before
    with pytest.raises(FileProblem, match="no file"):
        recovering.recover(path.with_name("none"), path.with_name("new.annotator"))
