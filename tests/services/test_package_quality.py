"""While the work is out, the lead sees how far, how fast and how right it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import importing, package_quality, packages, project_file, taking
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from annotator.storage import gold, items
from tests import projects
from tests.services import sending

TEXTS = tuple(f"text {n}" for n in range(40))


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    """The first ten items are known to be good."""
    with closing(projects.make_project(tmp_path, texts=TEXTS)) as db:
        projects.gold(db, tmp_path, [(f"i{n}", "good") for n in range(10)])
        yield db


def test_progress_pace_agreement_and_checks_follow_what_comes_back(lead: Db, tmp_path: Path) -> None:
    sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann", "Bo"), overlap=2, gold=8, each=20))
    assert [(s.annotator.name, s.answered, s.of, s.taken) for s in package_quality.standing(lead)] == [
        ("Ann", 0, 28, ""),
        ("Bo", 0, 28, ""),
    ]
    for name in ("Ann", "Bo"):
        mine = sending.opened(sent[name])
        own = sending.items_in(mine)
        checks = {item for item in own if int(item[1:]) < 10}
        # Ann is right on all of them, Bo on none: whoever does not read gets the hidden ones wrong.
        said = {item: "good" if name == "Ann" else "bad" for item in own if item in checks or name == "Ann"}
        sending.answer(mine, said)
        taking.take(lead, [sending.hand_back(mine, tmp_path / f"{name}.annoreturn")])
    ann, bo = package_quality.standing(lead)
    assert ann.answered == 28
    assert ann.per_hour == pytest.approx(3600 / 1.5)
    assert ann.taken
    assert ann.checks.value == 1.0
    assert ann.checks.of == 8
    assert ann.signs == ()
    assert bo.checks.value == 0.0
    assert any("hidden checks" in sign for sign in bo.signs)
    assert ann.agreement is not None


def test_nobody_is_told_to_have_checks_that_were_not_hidden_for_them(lead: Db, tmp_path: Path) -> None:
    sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), each=5))
    mine = sending.opened(sent["Ann"])
    sending.answer(mine, dict.fromkeys(sending.items_in(mine), "bad"))
    taking.take(lead, [sending.hand_back(mine, tmp_path / "a.annoreturn")])
    [ann] = package_quality.standing(lead)
    assert (ann.answered, ann.checks.of) == (5, 0)


def test_somebody_else_who_used_the_package_stands_beside(lead: Db, tmp_path: Path) -> None:
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), each=5))["Ann"]
    for folder in ("one", "two"):
        mine = sending.opened(package, tmp_path / folder)
        sending.answer(mine, {sending.items_in(mine)[0]: "bad"})
        taking.take(lead, [sending.hand_back(mine, tmp_path / f"{folder}.annoreturn")])
    assert [(s.annotator.name, s.answered) for s in package_quality.standing(lead)] == [("Ann", 1), ("Ann (2)", 1)]


def test_the_next_package_carries_what_somebody_got_wrong_and_what_the_guideline_says(tmp_path: Path) -> None:
    question = project_file.make_question(
        "Sentiment", "Which?", ("good", "bad"), "Say **good** where they would buy again.\n\nElse say bad.", "Review"
    )
    source = tmp_path / "items.csv"
    source.write_text("id,text\n" + "".join(f"i{n},text {n}\n" for n in range(8)), encoding="utf-8")
    with closing(project_file.create(tmp_path / "p.annotator", name="p", question=question)) as lead:
        importing.import_items(lead, source)
        projects.gold(lead, tmp_path, [("i1", "good"), ("i2", "good")])
        first = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",), gold=2, each=2))["Ann"])
        sending.answer(first, dict.fromkeys(sending.items_in(first), "bad"))
        taking.take(lead, [sending.hand_back(first, tmp_path / "1.annoreturn")])
        second = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",), feedback=True))["Ann"])
    with closing(project_file.open_project(second)) as db:
        role = packages.role(db)
    assert role is not None
    assert [(m.item, m.text, m.said, m.right) for m in role.feedback] == [
        ("i1", "text 1", "bad", "good"),
        ("i2", "text 2", "bad", "good"),
    ]
    assert role.feedback[0].passage == "Say **good** where they would buy again."


def test_signs_are_found_in_the_only_package_and_its_return_that_comes_as_one(lead: Db, tmp_path: Path) -> None:
    """What is taken back is one operation, however long it took to answer."""
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",), seed=3))["Ann"])
    own = sending.items_in(mine)
    said = ["bad", "bad", "good"] * 6 + ["good"] * 14 + ["bad"] * 8
    sending.answer(mine, dict(zip(own, said, strict=True)))
    taking.take(lead, [sending.hand_back(mine, tmp_path / "a.annoreturn")])
    [ann] = package_quality.standing(lead)
    assert any("times in a row" in sign for sign in ann.signs)


def test_too_few_answers_to_judge_are_said_to_be_too_few(lead: Db, tmp_path: Path) -> None:
    sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann", "Bo"), gold=6, each=12))
    mine = sending.opened(sent["Ann"])
    sending.answer(mine, dict.fromkeys(sending.items_in(mine)[:3], "bad"))
    taking.take(lead, [sending.hand_back(mine, tmp_path / "a.annoreturn")])
    ann, bo = package_quality.standing(lead)
    assert ann.few == "too few answers yet (3 of 20)"
    assert any(text.startswith("Speed: too few timed answers yet (3 of 10)") for text in ann.unjudged)
    assert any(text.startswith("Checks: too few answered yet") for text in ann.unjudged)
    assert any("nobody else answered these items" in text for text in ann.unjudged)
    assert (bo.few, bo.unjudged) == ("", ())
    assert ann.as_dict()["not_judged"] == list(ann.unjudged)


def test_one_label_always_is_told_of_a_package_that_nobody_else_has(lead: Db, tmp_path: Path) -> None:
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, dict.fromkeys(sending.items_in(mine)[:25], "bad"))
    taking.take(lead, [sending.hand_back(mine, tmp_path / "a.annoreturn")])
    [ann] = package_quality.standing(lead)
    assert any("“bad” in 25 of 25 answers" in sign for sign in ann.signs)
    assert "Checks: none is hidden in this package." in ann.unjudged


def test_checks_that_can_no_more_be_enough_are_not_said_to_be_too_few_yet(lead: Db, tmp_path: Path) -> None:
    known = {found.item_id for found in gold.every(lead, 1)}
    rest = tuple(item_id for item_id in items.ids(lead) if item_id not in known)
    sent = sending.send(lead, tmp_path / "few", Wish(to=("Ann",), item_ids=rest, gold=3, each=5))
    sent |= sending.send(lead, tmp_path / "skipped", Wish(to=("Bo",), item_ids=rest, gold=5, each=5))
    for name, package in sent.items():
        mine = sending.opened(package)
        checks = [item for item in sending.items_in(mine) if items.ids_by_external(lead, [item])[item] in known]
        sending.answer(mine, {checks[0]: None, checks[1]: "bad"})
        taking.take(lead, [sending.hand_back(mine, tmp_path / f"{name}.annoreturn")])

    ann, bo = package_quality.standing(lead)

    assert "Checks: too few are hidden in this package (3 of 5)." in ann.unjudged
    assert "Checks: too few answered (1 of 5), as others were skipped." in bo.unjudged
