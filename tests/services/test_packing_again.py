"""A package whose file was lost is written again, and whatever comes back of either file is one person's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import package_file
from annotator.services import (
    guidelines,
    importing,
    opening_packages,
    package_quality,
    packages,
    packing_again,
    project_file,
    setting_up,
    taking,
)
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from annotator.storage import package_order
from tests import projects
from tests.services import sending

TEXTS = tuple(f"text {n}" for n in range(24))


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    with closing(projects.make_project(tmp_path, texts=TEXTS)) as db:
        projects.gold(db, tmp_path, [(f"i{n}", "good") for n in range(6)])
        yield db


def again(db: Db, folder: Path, name: str = "Ann", passphrase: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    [path] = packing_again.write(db, packing_again.named(db, name).uid, folder, passphrase=passphrase).files
    return path


def rows(package: Path, member: str) -> list[dict[str, object]]:
    with package_file.opened(package) as contents:
        return list(contents.rows(member))


def test_the_file_has_the_same_items_in_the_same_order_with_all_that_went_along(tmp_path: Path) -> None:
    question = project_file.make_question("Sentiment", "Which?", ("good", "bad"), "Good: buy again.", "Review")
    source = tmp_path / "items.csv"
    source.write_text("id,text,shop\n" + "".join(f"i{n},text {n},s{n}\n" for n in range(12)), encoding="utf-8")
    with closing(project_file.create(tmp_path / "p.annotator", name="p", question=question)) as lead:
        importing.import_items(lead, source, mapping=importing.Mapping(("text",), "id", metadata=("shop",)))
        projects.gold(lead, tmp_path, [("i1", "good"), ("i2", "good")])
        early = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",), gold=2, each=2))["Ann"])
        sending.answer(early, dict.fromkeys(sending.items_in(early), "bad"))
        taking.take(lead, [sending.hand_back(early, tmp_path / "1.annoreturn")])
        wish = Wish(
            to=("Ann",), deadline="Friday", note="Take your time", metadata=("shop",), overlap=1, each=5, feedback=True
        )
        first = sending.send(lead, tmp_path / "out", wish)["Ann"]
        second = again(lead, tmp_path / "again", first.name)

    for member in ("questions", "items", "suggestions", "feedback"):
        assert rows(second, member) == rows(first, member)
    assert rows(second, "feedback")
    assert all(row["metadata"] for row in rows(second, "items"))
    one, two = opening_packages.look(first), opening_packages.look(second)
    assert (two.number, two.deadline, two.note) == (2, "Friday", "Take your time")
    assert one == two


def test_a_passphrase_may_be_set_anew(tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path, texts=TEXTS)) as lead:
        first = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
        second = again(lead, tmp_path / "again", passphrase="seven green lamps")
    with pytest.raises(opening_packages.PassphraseNeeded):
        opening_packages.look(second)
    assert opening_packages.look(second, "seven green lamps").items == opening_packages.look(first).items


def test_what_comes_back_of_both_files_is_one_persons_and_nothing_is_doubled(lead: Db, tmp_path: Path) -> None:
    first = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), gold=5))["Ann"]
    mine = sending.opened(first, tmp_path / "one")
    own = sending.items_in(mine)
    sending.answer(mine, {own[0]: "good", own[1]: "good"})
    taking.take(lead, [sending.hand_back(mine, tmp_path / "one.annoreturn")])

    later = sending.opened(again(lead, tmp_path / "again"), tmp_path / "two")
    assert sending.items_in(later) == own
    sending.answer(later, {own[1]: "bad", own[2]: "bad"})
    report = taking.take(lead, [sending.hand_back(later, tmp_path / "two.annoreturn")])

    assert sending.said(lead) == {(own[0], "Ann"): "good", (own[1], "Ann"): "bad", (own[2], "Ann"): "bad"}
    assert [came.annotator for came in report.files] == ["Ann"]
    assert report.files[0].warnings == ()
    [ann] = package_quality.standing(lead)
    assert (ann.answered, ann.of, ann.state) == (3, 24, "begun")
    assert ann.package.again == (f"{first.stem} (2){packages.PACKAGE_SUFFIX}",)
    assert "written again: “small - Ann (2).annopack”" in package_quality.which(ann)


def test_the_next_package_is_still_the_second_and_holds_other_items(lead: Db, tmp_path: Path) -> None:
    sending.send(lead, tmp_path / "out", Wish(to=("Ann",), each=5))
    again(lead, tmp_path / "again")
    again(lead, tmp_path / "again", "small - Ann (2)")
    next_ = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), each=5))["Ann"]
    assert opening_packages.look(next_).number == 2
    assert len(packages.sent(lead)) == 2
    with pytest.raises(UserError, match="more than one package"):
        packing_again.named(lead, "Ann")
    with pytest.raises(UserError, match="No package “Zoe”"):
        packing_again.named(lead, "Zoe")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(
        st.tuples(st.sampled_from((0, 1)), st.integers(0, 5), st.sampled_from(("good", "bad", None))), max_size=12
    ),
    order=st.permutations((0, 1, 0, 1)),
)
def test_the_union_of_both_files_is_the_same_in_whatever_order_they_come(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, int, str | None]], order: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("again")
    with closing(projects.make_project(folder, texts=TEXTS[:6])) as lead:
        first = sending.send(lead, folder / "out", Wish(to=("Ann",)))["Ann"]
        second = again(lead, folder / "again")
    mine = [sending.opened(first, folder / "one"), sending.opened(second, folder / "two")]
    for place, item, label in said:
        sending.answer(mine[place], {f"i{item}": label})
    back = [sending.hand_back(path, folder / f"{n}.annoreturn") for n, path in enumerate(mine)]
    found = []
    for number, files in enumerate(([0, 1], order)):
        copy = folder / f"copy{number}.annotator"
        copy.write_bytes((folder / "small.annotator").read_bytes())
        with closing(project_file.open_project(copy)) as db:
            for place in files:
                taking.take(db, [back[place]])
            found.append(sending.said(db))
    assert found[0] == found[1]
    assert set(found[0]) == {(f"i{item}", "Ann") for _, item, _ in said}


def test_what_changed_since_goes_along_as_it_is_now_and_is_said(lead: Db, tmp_path: Path) -> None:
    sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))
    uid = packing_again.named(lead, "Ann").uid
    assert packing_again.preview(lead, uid).changed == ()
    guidelines.save(lead, "Good: they would buy again.")
    before = packing_again.preview(lead, uid)
    assert [text.partition(" since ")[0] for text in before.changed] == [
        "The question, its labels or its guideline changed"
    ]
    second = again(lead, tmp_path / "again")
    assert rows(second, "questions")[0]["guideline"] == "Good: they would buy again."


def test_a_package_from_before_its_order_was_kept_is_written_in_a_new_one_and_that_is_said(
    lead: Db, tmp_path: Path
) -> None:
    first = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    removed = ("order_of_items", "metadata", "feedback", "made_of")
    for name in removed:
        lead.conn.execute(f"update package set settings = json_remove(settings, '$.{name}')")
    found = packing_again.preview(lead, packing_again.named(lead, "Ann").uid)
    assert not found.ordered
    assert "Their order was not kept" in " ".join(found.sentences())
    second = again(lead, tmp_path / "again")
    assert {row["item"] for row in rows(second, "items")} == {row["item"] for row in rows(first, "items")}


def test_another_lead_who_took_the_project_over_writes_the_same_package(lead: Db, tmp_path: Path) -> None:
    copy = tmp_path / "copy.annotator"
    lead.conn.execute("vacuum into ?", [str(copy)])
    with closing(project_file.open_project(copy)) as other:
        setting_up.add_question(other, project_file.make_question("Tone", "Which?", ("calm", "loud")))
    setting_up.add_question(lead, project_file.make_question("Length", "Which?", ("long", "short")))
    setting_up.add_question(lead, project_file.make_question("Mood", "Which?", ("up", "down")))
    question = next(each for each in project_file.questions(lead) if each.name == "Mood")
    first = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), questions=(question.id,)))["Ann"]
    with closing(project_file.open_project(copy)) as other:
        taking.take(other, [lead.path])
        assert [package.questions for package in packages.sent(other)] == [("Mood",)]
        second = again(other, tmp_path / "again")
    assert rows(second, "items") == rows(first, "items")
    assert rows(second, "questions")[0]["name"] == "Mood"


@pytest.mark.parametrize(
    "text", ["", "nonsense", 7, None, package_order.packed([1, 2, 3]), package_order.packed([1, 1])]
)
def test_an_order_that_is_none_of_these_items_is_not_used(text: object) -> None:
    assert package_order.ordered({1, 2}, text) is None
    assert package_order.ordered({2, 1}, package_order.packed([2, 1])) == [2, 1]
