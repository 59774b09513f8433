"""Names that labels, questions and people may have, and those that commands could not tell from their own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.model import Label
from annotator.domain.questions import RESERVED_KEYS
from annotator.errors import UserError
from annotator.services import merging, overview, project_file, relabelling, setting_up
from annotator.services.project_file import Db, make_question
from tests.projects import crowd, make_project


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    db = make_project(tmp_path)
    yield db
    db.close()


@pytest.mark.parametrize("name", ["-", "none", "None", "x" * 201, "two\nlines"])
def test_a_label_gets_no_name_that_cannot_be_used(db: Db, name: str) -> None:
    me, asked = project_file.add_person(db, "Mira").id, project_file.question(db)
    first = asked.labels[0]
    refused = "cannot be called|is too long|has a line break"
    with pytest.raises(UserError, match=refused):
        make_question("Other", "What?", ["yes", name])
    with pytest.raises(UserError, match=refused):
        setting_up.save_labels(db, [replace(first, name=name), *asked.labels[1:]])
    with pytest.raises(UserError, match=refused):
        relabelling.split(db, me, first.id, name)
    assert project_file.question(db) == asked


def test_a_label_that_has_such_a_name_from_before_stays_in_the_way_of_nothing(db: Db) -> None:
    with db.atomic():
        db.execute("update label set name = 'none' where name = 'bad'")
    good, none = project_file.question(db).labels
    setting_up.save_labels(db, [replace(good, name="fine"), none])
    assert project_file.question(db).label_names() == ("fine", "none")


@pytest.mark.parametrize("key", sorted(RESERVED_KEYS - {"?"}))
def test_a_letter_that_does_something_else_is_no_label_s_key_and_the_refusal_says_what_it_does(
    db: Db, key: str
) -> None:
    first, *others = project_file.question(db).labels
    with pytest.raises(UserError, match=f"“{key}” cannot be a label's key") as refused:
        setting_up.save_labels(db, [replace(first, key=key), *others])
    assert f"{key.upper()} (" in refused.value.hint


def test_questions_and_people_have_names_of_a_hundred_characters_at_most(db: Db) -> None:
    project_file.add_person(db, "y" * 100)
    with pytest.raises(UserError, match="too long: a name has 100 characters at most"):
        project_file.add_person(db, "y" * 101)
    with pytest.raises(UserError, match="too long"):
        make_question("y" * 101, "What?", ["yes", "no"])
    with pytest.raises(UserError, match="too long"):
        setting_up.edit_question(db, project_file.question(db).id, name="y" * 101)


def test_labels_that_changed_since_the_last_merge_are_told_where_conflicts_are_not_known(
    db: Db, tmp_path: Path
) -> None:
    crowd(db, tmp_path, [("i0", "ann", "good"), ("i0", "bo", "bad")])
    assert not overview.summary(db).out_of_force
    merging.merge_and_store(db, "auto")
    assert overview.summary(db).in_conflict == 1
    setting_up.save_labels(
        db,
        [*project_file.question(db).labels, replace(project_file.question(db).labels[0], id=0, name="mixed", key="")],
    )
    found = overview.summary(db)
    assert [notice.title for notice in found.attention] == ["Labels have changed since the last merge"]
    assert any("merge again" in sentence for sentence in overview.sentences(found))


def test_blanks_around_what_a_label_means_are_taken_off(db: Db) -> None:
    asked = make_question("Tone", "Which?", [Label("calm", description=" says it quietly "), Label("loud")])
    assert [label.description for label in asked.labels] == ["says it quietly", ""]


def test_a_key_that_cannot_be_had_is_refused_with_those_that_are_free(db: Db) -> None:
    good, bad = project_file.question(db).labels
    with pytest.raises(UserError) as reserved:
        setting_up.save_labels(db, [replace(good, key="s"), replace(bad, key="b")])
    with pytest.raises(UserError) as twice:
        setting_up.save_labels(db, [replace(good, key="b"), replace(bad, key="b")])

    free = "Free are: D, E, H, I, J, K, L, M, O, P, Q, R, T, U, V, W, X, Y, Z."
    assert reserved.value.hint.startswith(f"{free} Reserved are S (skip), F (flag)")
    assert twice.value.hint == f"Each must be different. {free}"
