"""Agreement of a project: kinds of annotators and of answers apart, and the same by command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from sklearn.metrics import cohen_kappa_score

from annotator.cli import commands
from annotator.domain.model import Exposure, Kind, NewAnnotation, Status
from annotator.services import agreement, project_file
from annotator.services.agreement import Statistic
from annotator.services.project_file import Db
from annotator.storage import annotators, answers
from tests.projects import crowd, label_ids, make_project

LABELS = ("bad", "fair", "good")
ITEMS = 40
BLIND, SHOWN = Exposure.BLIND, Exposure.SHOWN


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    db = make_project(tmp_path, [f"text {n}" for n in range(ITEMS)], LABELS)
    yield db
    db.close()


def codes(seed: int) -> np.ndarray:
    truth = np.random.default_rng(0).integers(0, 3, ITEMS)
    rng = np.random.default_rng(seed)
    return np.where(rng.random(ITEMS) < 0.7, truth, rng.integers(0, 3, ITEMS))


def answer(db: Db, name: str, labels: np.ndarray, kind: Kind = Kind.HUMAN, shown_from: int = ITEMS) -> None:
    """The first items blind, those from `shown_from` on with the suggestion in sight; -1 is skipped."""
    ids, question = label_ids(db), project_file.question(db)
    with db.atomic():
        who = annotators.named(db, name, kind=kind)
    for n, code in enumerate(labels):
        label = None if code < 0 else ids[LABELS[code]]
        status = Status.SKIPPED if label is None else Status.LABEL
        exposure = SHOWN if n >= shown_from else BLIND
        new = NewAnnotation(n + 1, status, label, exposure=exposure, seconds=2.0 + n % 3)
        answers.record(db, who.id, question.id, [new])


def groups(db: Db, ordinal: bool | None = None) -> dict[str, agreement.Group]:
    return {group.name: group for group in agreement.report(db, ordinal).groups}


def test_of_very_many_answers_those_to_some_items_are_looked_at_with_all_that_others_said_to_them(db: Db) -> None:
    for seed, name in enumerate(("ann", "bob"), start=1):
        answer(db, name, codes(seed))

    whole, some = agreement.checks(db), agreement.checks(db, most=ITEMS)

    assert [check.answers for check in whole.values()] == [ITEMS, ITEMS]
    (first, second) = some.values()
    assert first.answers == second.answers
    assert ITEMS / 4 < first.answers < 3 * ITEMS / 4
    assert first.with_rest.of == first.answers


def test_people_and_llms_and_blind_and_assisted_answers_are_apart(db: Db) -> None:
    ann, bob, one, two = (codes(seed) for seed in range(1, 5))
    answer(db, "ann", ann, shown_from=25)
    answer(db, "bob", bob, shown_from=25)
    answer(db, "one", one, Kind.LLM)
    answer(db, "two", two, Kind.LLM)

    found = groups(db)

    assert list(found) == list(agreement.BETWEEN)
    kappa = {name: group.estimates[Statistic.COHEN] for name, group in found.items()}
    assert kappa["people_blind"].value == pytest.approx(cohen_kappa_score(ann[:25], bob[:25]))
    assert kappa["people_assisted"].value == pytest.approx(cohen_kappa_score(ann[25:], bob[25:]))
    assert kappa["llm"].value == pytest.approx(cohen_kappa_score(one, two))
    across = [cohen_kappa_score(person[:25], llm[:25]) for person in (ann, bob) for llm in (one, two)]
    assert kappa["people_llm_blind"].value == pytest.approx(np.mean(across))
    assert [found[name].estimates[Statistic.PERCENT].pairs for name in found] == [25, 15, 100, 60, 40]


def test_skipped_items_are_missing(db: Db) -> None:
    ann, bob = codes(1), codes(2)
    answer(db, "ann", np.where(np.arange(ITEMS) < 10, -1, ann))
    answer(db, "bob", bob)

    found = groups(db)["people_blind"].estimates[Statistic.COHEN]

    assert found.items == ITEMS - 10
    assert found.value == pytest.approx(cohen_kappa_score(ann[10:], bob[10:]))


def test_without_a_common_item_it_is_undefined_and_says_so(db: Db, tmp_path: Path) -> None:
    crowd(db, tmp_path, [("i0", "ann", "good"), ("i1", "bob", "bad")])

    for found in groups(db)["people_blind"].estimates.values():
        assert found.value is None
        assert found.reason == "no item has answers of two annotators"


def test_the_order_of_labels_is_taken_as_meant_only_when_asked(db: Db) -> None:
    answer(db, "ann", codes(1))
    answer(db, "bob", codes(2))

    assert Statistic.COHEN_LINEAR not in groups(db)["people_blind"].estimates
    weighted = groups(db, ordinal=True)["people_blind"].estimates[Statistic.COHEN_LINEAR].value
    assert weighted == pytest.approx(cohen_kappa_score(codes(1), codes(2), weights="linear"))
    changes = agreement.set_ordinal(db, True)
    assert changes.setup
    assert groups(db)["people_blind"].estimates[Statistic.COHEN_LINEAR].value == weighted


def test_every_annotator_is_checked_people_first(db: Db) -> None:
    answer(db, "llm", codes(1), Kind.LLM)
    answer(db, "ann", codes(2))
    report = agreement.report(db)

    assert [report.annotators[id_].name for id_ in report.checks] == ["ann", "llm"]
    check = next(iter(report.checks.values()))
    assert check.answers == ITEMS
    assert check.seconds == 3.0
    assert check.kappa.value == pytest.approx(cohen_kappa_score(codes(1), codes(2)))


def test_a_long_name_does_not_run_into_the_number(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    name = "stub-1 at http://127.0.0.1:8901/v1"
    crowd(db, tmp_path, [(f"i{n}", who, ("good", "bad")[n % 2]) for n in range(4) for who in (name, "Ann")])

    assert any(line.startswith(f"  {name} 1.000 ") for line in agreement.report(db).sentences())
    db.close()


def test_a_project_without_answers_has_no_agreement(db: Db) -> None:
    report = agreement.report(db)

    assert (report.groups, dict(report.checks)) == ((), {})
    assert report.sentences() == ["There are no answers yet."]


def test_the_command_line_prints_the_same(db: Db) -> None:
    answer(db, "ann", codes(1))
    answer(db, "bob", codes(2))
    answer(db, "spam", np.full(ITEMS, 2))
    report = agreement.report(db, ordinal=True)

    as_json = CliRunner().invoke(commands, ["agreement", str(db.path), "--ordinal", "--json"])
    in_words = CliRunner().invoke(commands, ["agreement", str(db.path)])

    assert as_json.exit_code == in_words.exit_code == 0
    assert json.loads(as_json.output) == json.loads(json.dumps(report.as_dict()))
    value = report.groups[0].estimates[Statistic.ALPHA].value
    assert f"Krippendorff's alpha              {value:.3f} (" in in_words.output
    assert "linear" not in in_words.output


def test_what_each_number_means_stands_below_the_numbers(db: Db) -> None:
    answer(db, "ann", codes(1))
    answer(db, "bob", codes(2))

    told = agreement.report(db).sentences()

    meaning = told.index("What these numbers mean:")
    shown = told[meaning + 1 : meaning + 1 + len(agreement.NOMINAL)]
    assert [line.split("  ")[1] for line in shown] == [agreement.TITLES[name] for name in agreement.NOMINAL]
    assert all(line.endswith(".") for line in shown)
    assert told[meaning + 1 + len(agreement.NOMINAL)].startswith("Annotators, by agreement")
