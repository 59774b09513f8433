"""Work goes out as files and comes back as files, and nothing is lost, doubled or leaked on the way."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.model import Label
from annotator.errors import UserError
from annotator.services import (
    annotating,
    guidelines,
    importing,
    opening_packages,
    packages,
    packing,
    project_file,
    relabelling,
    setting_up,
    taking,
)
from annotator.services.packing import Order, Wish
from annotator.services.project_file import Db
from tests import projects
from tests.services import sending


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    with closing(projects.make_project(tmp_path)) as db:
        yield db


def test_an_annotator_answers_in_a_package_and_the_lead_takes_it_back(lead: Db, tmp_path: Path) -> None:
    sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann", "Bo"), overlap=2, order=Order.GIVEN))
    mine = sending.opened(sent["Ann"], tmp_path / "ann")
    assert sending.items_in(mine) == [f"i{n}" for n in range(8)]
    sending.answer(mine, {"i0": "good", "i1": "bad", "i2": None})

    report = taking.take(lead, [sending.hand_back(mine, tmp_path / "ann.annoreturn")])

    assert sending.said(lead) == {("i0", "Ann"): "good", ("i1", "Ann"): "bad", ("i2", "Ann"): "skipped"}
    [came] = report.files
    assert (came.annotator, came.new, came.known, came.answers_now, came.warnings) == ("Ann", 3, 0, 2, ())


def test_everything_about_an_answer_comes_back(lead: Db, tmp_path: Path) -> None:
    sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))
    mine = sending.opened(sent["Ann"])
    with closing(project_file.open_project(mine)) as db:
        who = sending.role_of(db).annotator_id
        sending.answer_in(db, who, "i3", None, comment="is this German?")
        sending.answer_in(db, who, "i4", "good", comment="really")
        annotating.save_draft(db, who, 5, comment="really", flagged=True)
    taking.take(lead, [sending.hand_back(mine, tmp_path / "r.annoreturn")])
    ann = next(person for person in project_file.people(lead) if person.name == "Ann")
    skipped = annotating.turn_of(lead, ann.id, 4).own
    assert skipped is not None
    assert (skipped.reason, skipped.comment, skipped.seconds) == ("Unclear", "is this German?", 1.0)
    given = annotating.turn_of(lead, ann.id, 5).own
    assert given is not None
    assert (given.comment, given.flagged) == ("really", True)


def test_a_return_that_comes_twice_or_late_changes_nothing(lead: Db, tmp_path: Path) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "good", "i1": "bad"})
    early = sending.hand_back(mine, tmp_path / "early.annoreturn")
    sending.answer(mine, {"i0": "bad"})
    sending.take_back(mine, 2)  # the change, then the answer to i1
    late = sending.hand_back(mine, tmp_path / "late.annoreturn")

    taking.take(lead, [late])
    expected = sending.said(lead)
    assert expected == {("i0", "Ann"): "good"}
    again = taking.take(lead, [early, late, early])
    assert sending.said(lead) == expected
    assert again.changed == 0
    assert [came.new for came in again.files] == [0, 0, 0]


def test_an_answer_in_force_does_not_depend_on_clocks(
    lead: Db, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "good"})
    monkeypatch.setattr("annotator.storage.answers.now", lambda: "1970-01-01T00:00:00.000+00:00")
    monkeypatch.setattr("annotator.storage.audit.now", lambda: "1970-01-01T00:00:00.000+00:00")
    sending.answer(mine, {"i0": "bad"})
    taking.take(lead, [sending.hand_back(mine, tmp_path / "r.annoreturn")])
    assert sending.said(lead) == {("i0", "Ann"): "bad"}


def test_two_people_who_use_one_package_are_told_apart_whoever_comes_first(tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path)) as lead:
        package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    returns = []
    for name, label in (("one", "good"), ("two", "bad")):
        mine = sending.opened(package, tmp_path / name)
        sending.answer(mine, {"i0": label, "i1": label})
        returns.append(sending.hand_back(mine, tmp_path / f"{name}.annoreturn"))
    found = []
    for number, order in enumerate((returns, returns[::-1])):
        copy = tmp_path / f"copy{number}.annotator"
        copy.write_bytes((tmp_path / "small.annotator").read_bytes())
        with closing(project_file.open_project(copy)) as db:
            for path in order:
                taking.take(db, [path])
            found.append(sending.said(db))
    assert found[0] == found[1]
    assert sorted({who for _, who in found[0]}) == ["Ann", "Ann (2)"]
    assert len(found[0]) == 4


def test_the_second_user_of_a_package_is_reported(lead: Db, tmp_path: Path) -> None:
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    returns = []
    for name in ("one", "two"):
        mine = sending.opened(package, tmp_path / name)
        sending.answer(mine, {"i0": "good"})
        returns.append(sending.hand_back(mine, tmp_path / f"{name}.annoreturn"))
    report = taking.take(lead, returns)
    assert [came.annotator for came in report.files] == ["Ann", "Ann (2)"]
    assert "in more than one place" in report.files[1].warnings[0]


def test_opening_a_package_again_finds_the_work_begun(lead: Db, tmp_path: Path) -> None:
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    mine = sending.opened(package)
    sending.answer(mine, {"i0": "good"})
    assert sending.opened(package) == mine
    assert len(list(package.parent.glob("*.annotator"))) == 1
    elsewhere = sending.opened(package, tmp_path / "elsewhere")
    with closing(project_file.open_project(mine)) as a, closing(project_file.open_project(elsewhere)) as b:
        assert sending.role_of(a).copy != sending.role_of(b).copy


def test_a_taking_is_undone_and_done_again_as_one(lead: Db, tmp_path: Path) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "good", "i1": "bad"})
    first = sending.hand_back(mine, tmp_path / "1.annoreturn")
    sending.answer(mine, {"i0": "bad", "i2": "good"})
    second = sending.hand_back(mine, tmp_path / "2.annoreturn")
    taking.take(lead, [first])
    before = sending.said(lead)
    taking.take(lead, [second])
    after = sending.said(lead)

    assert taking.undo(lead) == 2
    assert sending.said(lead) == before
    assert taking.redo(lead) == 2
    assert sending.said(lead) == after
    assert taking.undo(lead) == 2
    assert taking.undo(lead) == 2
    assert sending.said(lead) == {}
    assert taking.undo(lead) is None
    taking.take(lead, [second])  # what was undone can be taken anew
    assert sending.said(lead) == after


def test_a_label_merged_meanwhile_counts_for_its_successor_and_a_changed_text_is_reported(tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path, labels=("good", "bad", "mixed"))) as lead:
        _merged_and_changed(lead, tmp_path)


def _merged_and_changed(lead: Db, tmp_path: Path) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "good", "i1": "bad"})
    by = project_file.add_person(lead, "Lead").id
    relabelling.merge(lead, by, projects.label_ids(lead)["bad"], projects.label_ids(lead)["good"])
    source = tmp_path / "again.csv"
    source.write_text("id,text\ni1,a new text\n", encoding="utf-8")
    importing.import_items(lead, source, duplicates="update")
    [came] = taking.take(lead, [sending.hand_back(mine, tmp_path / "r.annoreturn")]).files
    assert sending.said(lead) == {("i0", "Ann"): "good", ("i1", "Ann"): "good"}
    assert (came.merged_labels, came.edited) == (1, ("i1",))
    with pytest.raises(UserError, match=r"1 answer has come since .* says the label which was merged"):
        setting_up.undo(lead, by)
    taking.undo(lead)
    assert setting_up.undo(lead, by)
    taking.take(lead, [tmp_path / "r.annoreturn"])
    assert sending.said(lead) == {("i0", "Ann"): "good", ("i1", "Ann"): "bad"}
    with pytest.raises(UserError, match=r"1 answer has come since that says the label to be merged"):
        setting_up.redo(lead, by)
    assert sending.said(lead) == {("i0", "Ann"): "good", ("i1", "Ann"): "bad"}


def test_answers_under_an_older_guideline_keep_its_version(lead: Db, tmp_path: Path) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "good"})
    guidelines.save(lead, "Be strict.", "")
    [came] = taking.take(lead, [sending.hand_back(mine, tmp_path / "r.annoreturn")]).files
    assert came.older_guideline == 1
    assert guidelines.older(lead).by_people == 1


def test_what_has_no_place_is_kept_and_placed_later_by_itself(tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path)) as lead:
        lead.conn.execute("pragma wal_checkpoint(truncate)")
        before = (tmp_path / "small.annotator").read_bytes()
        sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))
        mine = sending.opened(sent["Ann"])
        sending.answer(mine, {"i0": "good"})
    path = sending.hand_back(mine, tmp_path / "r.annoreturn")
    old = tmp_path / "old.annotator"
    old.write_bytes(before)  # a backup from before the package was made
    with closing(project_file.open_project(old)) as lead:
        [came] = taking.take(lead, [path]).files
        assert (came.new, came.answers_now) == (1, 0)
        assert [each.why for each in came.aside] == ["its package was not sent from this project"]
        assert len(packages.aside(lead)) == 1
        assert sending.said(lead) == {}


def test_a_label_out_of_use_keeps_its_answers_aside_until_it_is_back(lead: Db, tmp_path: Path) -> None:
    by = project_file.add_person(lead, "Lead").id
    labels = project_file.question(lead).labels
    setting_up.save_labels(lead, [*labels, Label("mixed")], by)
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "mixed", "i1": "good"})
    setting_up.save_labels(lead, labels, by)
    [came] = taking.take(lead, [sending.hand_back(mine, tmp_path / "r.annoreturn")]).files
    assert sending.said(lead) == {("i1", "Ann"): "good"}
    assert [(each.item, each.answer, each.why) for each in came.aside] == [
        ("i0", "mixed", "the label is not in use any more")
    ]
    setting_up.undo(lead, by)
    assert taking.place_aside(lead) == 1
    assert sending.said(lead) == {("i0", "Ann"): "mixed", ("i1", "Ann"): "good"}
    assert packages.aside(lead) == []


def test_a_return_for_another_project_is_one_sentence_and_changes_nothing(lead: Db, tmp_path: Path) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    path = sending.hand_back(mine, tmp_path / "r.annoreturn")
    with closing(projects.make_project(tmp_path, name="other")) as other:
        before = other.conn.total_changes
        with pytest.raises(UserError, match="belongs to another project"):
            taking.take(other, [path])
        assert other.conn.total_changes == before


def test_more_for_ann_is_another_package_without_what_she_had(lead: Db, tmp_path: Path) -> None:
    first = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann", "Bo"), each=3))["Ann"])
    had = set(sending.items_in(first))
    sending.answer(first, dict.fromkeys(had, "good"))
    taking.take(lead, [sending.hand_back(first, tmp_path / "1.annoreturn")])
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    assert package.name == "small - Ann 2.annopack"
    second = sending.opened(package)
    more = set(sending.items_in(second))
    assert len(had) == 3
    assert not had & more
    sending.answer(second, dict.fromkeys(more, "bad"))
    taking.take(lead, [sending.hand_back(second, tmp_path / "2.annoreturn")])
    assert {who for _, who in sending.said(lead)} == {"Ann"}
    assert [(p.annotator.name, p.number) for p in packages.sent(lead)] == [("Ann", 1), ("Bo", 1), ("Ann", 2)]


def test_a_package_holds_nothing_of_others_and_no_gold(lead: Db, tmp_path: Path) -> None:
    by = project_file.add_person(lead, "Zebedee Secret")
    sending.answer_in(lead, by.id, "i0", "good", comment="HIDDENCOMMENT")
    projects.gold(lead, tmp_path, [("i1", "bad"), ("i2", "good")])
    projects.llm_answers(lead, tmp_path, "secretmodel", [(f"i{n}", "good", 0.9876) for n in range(8)])
    project_file.set_setting(lead, "endpoint", "SECRETKEY")
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), gold=2))["Ann"]
    with zipfile.ZipFile(io.BytesIO(package.read_bytes())) as archive:
        content = b"\n".join(archive.read(name) for name in archive.namelist()).lower()
        items = archive.read("items.jsonl").decode().splitlines()
    for secret in (b"zebedee", b"hiddencomment", b"secretmodel", b"secretkey", b"gold", b"0.9876", b"status", b"check"):
        assert secret not in content
    keys = {tuple(json.loads(line)) for line in items}
    assert len(items) == 8
    assert keys == {("item", "id", "fields", "metadata", "hash")}  # those for checking look like all others
    mine = sending.opened(package)
    with closing(project_file.open_project(mine)) as db:
        assert annotating.turn_of(db, sending.role_of(db).annotator_id, 1).suggestion is None


def test_suggestions_go_along_only_where_they_may_be_seen(lead: Db, tmp_path: Path) -> None:
    projects.llm_answers(lead, tmp_path, "model", [("i0", "good", 0.75), ("i1", "bad", 0.5)])
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), blind=False, order=Order.GIVEN))["Ann"]
    with closing(project_file.open_project(sending.opened(package))) as db:
        who = sending.role_of(db).annotator_id
        turn = annotating.next_turn(db, who)
        assert turn is not None
        assert turn.suggestion is not None
        assert (turn.suggestion.confidence, turn.suggestion.by) == (0.75, "model")
        assert annotating.progress(db, who).open == 8
        annotating.answer(db, who, turn, projects.label_ids(db)["bad"], seconds=2.0, shown=True)
    taking.take(lead, [sending.hand_back(sending.opened(package), tmp_path / "r.annoreturn")])
    ann = next(person for person in project_file.people(lead) if person.name == "Ann")
    own = annotating.turn_of(lead, ann.id, 1).own
    assert own is not None
    assert own.exposure.value == "shown"


def test_a_passphrase_seals_a_package(lead: Db, tmp_path: Path) -> None:
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)), passphrase="ein Zug")["Ann"]
    assert b"lovely" not in package.read_bytes()
    with pytest.raises(opening_packages.PassphraseNeeded):
        opening_packages.look(package)
    with pytest.raises(UserError, match="does not open"):
        opening_packages.open_package(package, passphrase="ein zug")
    mine = opening_packages.open_package(package, passphrase="ein Zug")
    assert opening_packages.open_package(package) == mine  # open already: nobody needs to know it again
    back = sending.hand_back(mine, tmp_path / "r.annoreturn", passphrase="zurück")
    with pytest.raises(opening_packages.PassphraseNeeded):
        taking.take(lead, [back])
    assert taking.take(lead, [back], passphrase="zurück").files[0].problem == ""


def test_a_bad_file_among_good_ones_is_reported_and_the_others_are_taken(lead: Db, tmp_path: Path) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "good"})
    bad = tmp_path / "bad.annoreturn"
    bad.write_bytes(b"PK nothing")
    report = taking.take(lead, [bad, sending.hand_back(mine, tmp_path / "r.annoreturn")])
    assert "damaged" in report.files[0].problem
    assert report.files[1].answers_now == 1


def test_an_opened_package_itself_can_be_taken_back(lead: Db, tmp_path: Path) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "good"})
    taking.take(lead, [mine])
    assert sending.said(lead) == {("i0", "Ann"): "good"}


def test_a_plan_says_who_gets_what_before_anything_is_written(lead: Db, tmp_path: Path) -> None:
    projects.gold(lead, tmp_path, [("i1", "bad"), ("i2", "good")])
    before = lead.conn.total_changes
    plan = packing.preview(lead, Wish(to=("Ann", "Bo", "Cy"), overlap=2, gold=1, seed=3))
    assert lead.conn.total_changes == before
    assert [load.gold for load in plan.loads] == [1, 1, 1]
    assert sum(load.items for load in plan.loads) == 7 * 2 + 3
    assert plan.sentences[0] == "7 items for 3 people, each item to 2 people."
    with pytest.raises(UserError, match="Each item is to go to 4 people"):
        packing.preview(lead, Wish(to=("Ann", "Bo"), overlap=4))
    with pytest.raises(UserError, match="only 2 items with a known label"):
        packing.preview(lead, Wish(to=("Ann",), gold=3))


def test_a_note_that_no_reader_would_take_is_refused(lead: Db, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="too long"):
        sending.send(lead, tmp_path / "out", Wish(to=("Ann",), deadline="soon " * 300))
    assert list((tmp_path / "out").iterdir()) == []
    assert packages.sent(lead) == []


def test_a_text_that_nobody_imported_is_not_sent(lead: Db, tmp_path: Path) -> None:
    where = "where external_id = 'i1'"
    half, before = '{"text":"good \\ud83d one"}', lead.value(f"select fields from item {where}")
    for changed in (half, '{"text":"another one"}'):
        lead.execute(f"update item set fields = ? {where}", [changed])

        with pytest.raises(UserError, match="Item “i1” has another text than the one that was imported."):
            sending.send(lead, tmp_path / "out", Wish(("Ann",)))
        assert not list((tmp_path / "out").iterdir())
    lead.execute(f"update item set fields = ? {where}", [before])
    assert sending.items_in(sending.opened(sending.send(lead, tmp_path / "out", Wish(("Ann",)))["Ann"]))


def test_nothing_is_written_where_a_package_is_there_already(lead: Db, tmp_path: Path) -> None:
    plan = packing.preview(lead, Wish(to=("Ann", "Bo")))
    (tmp_path / "small - Bo.annopack").write_text("mine")
    with pytest.raises(UserError, match="there already"):
        packing.write(lead, plan, tmp_path)
    assert not (tmp_path / "small - Ann.annopack").exists()
    assert packages.sent(lead) == []


def test_what_found_its_place_in_a_taking_that_is_undone_is_kept_aside_again(lead: Db, tmp_path: Path) -> None:
    packages_sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann", "Bo"), overlap=2))
    mine, his = (sending.opened(packages_sent[name], tmp_path / name) for name in ("Ann", "Bo"))
    sending.answer(mine, {"i0": "good"})
    sending.answer(his, {"i1": "bad"})
    before = project_file.question(lead).labels
    who = project_file.add_person(lead, "Lead").id
    setting_up.save_labels(lead, [Label("fine"), *[label for label in before if label.name != "good"]], who)
    taking.take(lead, [sending.hand_back(mine, tmp_path / "a.annoreturn")])
    assert [each.answer for each in packages.aside(lead)] == ["good"]
    assert setting_up.undo(lead, who)

    report = taking.take(lead, [sending.hand_back(his, tmp_path / "b.annoreturn")])
    assert report.placed_later == 1
    both = {("i0", "Ann"): "good", ("i1", "Bo"): "bad"}
    assert sending.said(lead) == both
    taking.undo(lead)
    assert sending.said(lead) == {}
    assert [(each.item, each.answer) for each in packages.aside(lead)] == [("i0", "good")]
    taking.redo(lead)
    assert (sending.said(lead), packages.aside(lead)) == (both, [])
    taking.undo(lead)
    assert taking.place_aside(lead) == 1
    assert (sending.said(lead), packages.aside(lead)) == ({("i0", "Ann"): "good"}, [])


def test_a_removed_label_that_is_added_again_is_the_same_label(lead: Db, tmp_path: Path) -> None:
    by = project_file.add_person(lead, "Lead").id
    labels = project_file.question(lead).labels
    setting_up.save_labels(lead, [*labels, Label("mixed")], by)
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "mixed"})
    setting_up.save_labels(lead, labels, by)
    path = sending.hand_back(mine, tmp_path / "r.annoreturn")
    taking.take(lead, [path])
    assert len(packages.aside(lead)) == 1
    setting_up.save_labels(lead, [Label("mixed", description="Both."), *project_file.question(lead).labels], by)
    assert project_file.question(lead).label_names() == ("mixed", "good", "bad")
    assert project_file.question(lead).labels[0].description == "Both."
    assert taking.place_aside(lead) == 1
    assert sending.said(lead) == {("i0", "Ann"): "mixed"}
    assert project_file.problems(lead.path) == []
