"""One rule for what anything is measured by: imported gold, and decisions about items that were drawn at random."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.aggregation.auto import AUTO
from annotator.domain.annotator_checks import Check
from annotator.domain.annotator_signs import Sign
from annotator.llm.agents import make_spec
from annotator.llm.protocol import LabelRequest
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services import (
    adjudicating,
    agents,
    agreement,
    comparing,
    comparing_words,
    confidence,
    label_shares,
    ledger,
    measuring,
    merging,
    outlook,
    overview,
    prelabelling,
    project_file,
    relabelling,
    reliability,
    report_limits,
    report_page,
    reporting,
    trying,
)
from annotator.services.agents import AgentChoice
from annotator.services.comparing import Other
from annotator.services.project_file import Db
from annotator.storage import posteriors
from tests.projects import crowd, direct, gold, label_ids, llm_answers, make_project
from tests.test_command_line import annotator, asked

ITEMS = 80
IMPORTED, DRAWN, DISPUTED = 20, 12, 8
COUNTED = IMPORTED + DRAWN


def truth(number: int) -> str:
    return "good" if number % 2 == 0 else "bad"


def other(label: str) -> str:
    return "bad" if label == "good" else "good"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """Three people and an LLM answered everything; of the last items two people and the LLM are wrong, so that they are
    in conflict. Imported gold for the first 20, 12 decisions at random, and 8 of these conflicts settled."""
    with closing(make_project(tmp_path, [f"item {number}" for number in range(ITEMS)], ("good", "bad", "odd"))) as db:
        hard = range(ITEMS - 10, ITEMS)
        crowd(
            db,
            tmp_path,
            [
                (f"i{n}", who, other(truth(n)) if n in hard and who != "ann" else truth(n))
                for n in range(ITEMS)
                for who in ("ann", "bob", "cy")
            ],
        )
        said = [
            (f"i{n}", other(truth(n)) if n in hard or n % 5 == 0 else truth(n), 0.6 + n / 400) for n in range(ITEMS)
        ]
        llm_answers(db, tmp_path, "llm", said)
        gold(db, tmp_path, [(f"i{n}", truth(n)) for n in range(IMPORTED)])
        merging.merge_and_store(db)
        for item_id in _drawn(db, without=[n + 1 for n in hard])[:DRAWN]:
            adjudicating.settle(db, _lead(db), item_id, label_ids(db)[truth(item_id - 1)], drawn=True)
        for number in list(hard)[:DISPUTED]:
            adjudicating.settle(db, _lead(db), number + 1, label_ids(db)[truth(number)])
        merging.merge_and_store(db)
        yield db


def _lead(db: Db) -> int:
    return project_file.add_person(db, "Lea").id


def _drawn(db: Db, without: list[int]) -> list[int]:
    found = [conflict.item_id for conflict in adjudicating.conflicts(db, adjudicating.RANDOM)]
    return [item_id for item_id in found if item_id not in without]


SENTENCE = (
    f"{DISPUTED} decisions do not count as gold here: their items were not drawn at random, so they would bias the"
    " figures."
)


def test_everything_is_measured_on_the_same_items_and_says_why_others_do_not_count(db: Db) -> None:
    report = reliability.report(db)
    everybody = {standing.name: standing for standing in comparing.compare(db)}
    state, prospect = merging.state(db), outlook.prospect(db)
    assert state is not None

    measured = {
        "quality": {each.accuracy.of for each in merging.annotator_report(db)},
        "review": {each.accuracy.of for each in adjudicating.reports(db).values()},
        "compare": {everybody[name].accuracy.of for name in ("llm", "ann", "bob", "cy")},
        "kappa with gold": {everybody[name].with_gold.items for name in ("llm", "ann", "bob", "cy")},
        "merge": {state.accuracy.of},
        "outlook": {prospect.measured.of},
        "calibration": {source.quality.items for source in report.sources},
        "what is learnt of confidence": {confidence.learnt(db, llm).given.size for llm in project_file.llms(db)},
        "label shares": {source.items for source in label_shares.distribution(db).sources if source.kind == "gold"},
        "pair": {
            comparing.pair(db, comparing.side(db, "ann"), Other.GOLD).items,
            comparing.pair(db, Other.CONSENSUS, Other.GOLD).items,
            comparing.pair(db, comparing.side(db, "ann"), comparing.side(db, "llm")).accuracy_one.of,
        },
        "matrix": {int(comparing.cells(db, comparing.side(db, "cy"), Other.GOLD).sum())},
    }
    assert measured == dict.fromkeys(measured, {COUNTED})
    assert (report.gold, report.measuring) == (COUNTED + DISPUTED, COUNTED)
    assert measuring.left_out(db) == SENTENCE
    assert report.left_out == state.left_out == prospect.left_out == (SENTENCE,)
    assert SENTENCE in reliability.sentences(report)
    assert SENTENCE in prospect.origin()
    assert SENTENCE in prospect.doubts()
    assert SENTENCE in comparing.pair(db, comparing.side(db, "ann"), Other.GOLD).notes
    assert label_shares.distribution(db).left_out == SENTENCE
    assert f"Note: {SENTENCE}" in comparing_words.sentences(comparing.compare(db), measuring.left_out(db))
    assert f"  {SENTENCE}" in overview.sentences(overview.summary(db))


def test_the_report_has_one_number_of_items_for_right_on_gold(db: Db) -> None:
    content = reporting.content(db)
    page = report_page.html(content).replace("\u00a0", " ")

    assert SENTENCE in report_limits.limits(content)
    assert f"Gold is small ({COUNTED} items)" in " ".join(report_limits.limits(content))
    assert page.count(f"n = {COUNTED})") >= 5  # the merge, and everybody's line
    assert f"n = {IMPORTED})" not in page
    assert f"n = {COUNTED + DISPUTED})" not in page
    assert "imported gold" not in page


@pytest.mark.parametrize("drawn", [False, True])
def test_nobody_is_called_a_guesser_for_what_was_settled_in_dispute(tmp_path: Path, *, drawn: bool) -> None:
    with closing(make_project(tmp_path, [f"item {number}" for number in range(120)])) as db:
        said = {"ann": truth, "bob": lambda n: truth(n) if n < 60 else other(truth(n))}
        crowd(db, tmp_path, [(f"i{n}", who, label(n)) for n in range(120) for who, label in said.items()])
        for number in range(60, 120):
            adjudicating.settle(db, _lead(db), number + 1, label_ids(db)[truth(number)], drawn=drawn)

        guessing = {who: Sign.GUESSING in {s.sign for s in check.suspicions} for who, check in _checks(db).items()}
        accuracy = {each.annotator.name: each.accuracy.of for each in merging.annotator_report(db)}

        assert guessing == {"ann": False, "bob": drawn}
        assert accuracy == dict.fromkeys(said, 60 if drawn else 0)


def _checks(db: Db) -> dict[str, Check]:
    names = {who.id: who.name for who in project_file.people(db)}
    return {names[id_]: check for id_, check in agreement.checks(db).items()}


def test_a_try_scores_by_the_same_gold(db: Db) -> None:
    spec = make_spec("m", "http://localhost:1/v1")
    wanted = trying.items_for(db, spec, COUNTED)
    assert sorted(wanted) == sorted(item_id for item_id, _ in _measuring(db))

    async def opener(_: object) -> ScriptedModel:
        return ScriptedModel(lambda _: "good | 90")

    attempt = trying.try_out(
        direct(db), AgentChoice("m", "http://localhost:1/v1"), item_ids=range(1, ITEMS + 1), opener=opener
    )
    outcome = asyncio.run(attempt)
    assert outcome.accuracy.of == COUNTED
    assert f"of the {COUNTED} with gold" in outcome.sentence
    assert f"; {DISPUTED} with gold that does not count; " in outcome.sentence
    assert sum(bool(each.gold) for each in outcome.tried) == COUNTED + DISPUTED


def test_where_only_disputed_items_are_settled_a_try_has_items_all_the_same(tmp_path: Path) -> None:
    with closing(make_project(tmp_path)) as db:
        for item_id in range(1, 9):
            adjudicating.settle(db, _lead(db), item_id, label_ids(db)["good"])
        assert len(trying.items_for(db, make_spec("m", "http://localhost:1/v1"))) == 8


def _measuring(db: Db) -> list[tuple[int, int]]:
    from annotator.storage import gold as stored

    return stored.measuring(db, project_file.question(db).id)


def test_the_draw_holds_also_what_was_settled_for_another_reason_and_then_it_counts(db: Db) -> None:
    """Else the easy items alone would be drawn, once the conflicts are settled."""
    disputed = set(range(ITEMS - 9, ITEMS - 1))
    drawn = [conflict.item_id for conflict in adjudicating.conflicts(db, adjudicating.RANDOM)]
    assert disputed <= set(drawn)
    assert len(drawn) == ITEMS - COUNTED == adjudicating.conflict_count(db, adjudicating.RANDOM)

    item_id = next(id_ for id_ in drawn if id_ in disputed)
    adjudicating.settle(db, _lead(db), item_id, label_ids(db)[truth(item_id - 1)], drawn=True)

    assert len(_measuring(db)) == COUNTED + 1
    assert item_id not in {conflict.item_id for conflict in adjudicating.conflicts(db, adjudicating.RANDOM)}
    adjudicating.undo(db, _lead(db))
    assert len(_measuring(db)) == COUNTED
    adjudicating.redo(db, _lead(db))
    assert len(_measuring(db)) == COUNTED + 1


def test_what_counts_stays_so_when_it_is_decided_anew_taken_back_or_sent_back(db: Db) -> None:
    lead, labels = _lead(db), label_ids(db)
    drawn = next(item_id for item_id, _ in _measuring(db) if item_id > IMPORTED)
    for item_id in (drawn, 1):  # one of them known from a file
        before = dict(_measuring(db))
        adjudicating.settle(db, lead, item_id, labels[other(truth(item_id - 1))])
        assert dict(_measuring(db)) == before | {item_id: labels[other(truth(item_id - 1))]}
        adjudicating.undo(db, lead)
        assert dict(_measuring(db)) == before
        adjudicating.redo(db, lead)
        adjudicating.settle(db, lead, item_id, labels[truth(item_id - 1)])
        assert dict(_measuring(db)) == before

    adjudicating.send_back(db, lead, drawn, "look again")
    assert drawn not in dict(_measuring(db))
    adjudicating.undo(db, lead)
    assert drawn in dict(_measuring(db))
    relabelling.merge(db, lead, labels["bad"], labels["good"])
    assert dict(_measuring(db)) == dict.fromkeys(before, labels["good"])


def test_a_decision_that_no_label_is_right_measures_nothing_and_is_not_drawn_again(db: Db) -> None:
    [first, *rest] = [conflict.item_id for conflict in adjudicating.conflicts(db, adjudicating.RANDOM)]
    adjudicating.settle(db, _lead(db), first, None, drawn=True)
    assert first not in dict(_measuring(db))
    assert [conflict.item_id for conflict in adjudicating.conflicts(db, adjudicating.RANDOM)] == rest


@pytest.mark.parametrize("method", ["dawid-skene", "one-coin", "majority-vote"])
def test_a_method_that_learnt_from_a_decision_is_not_measured_by_it(db: Db, method: str) -> None:
    merging.merge_and_store(db, method)
    state, prospect, report = merging.state(db), outlook.prospect(db), reliability.report(db)
    assert state is not None
    why = f"{DRAWN} decisions measure the annotators, but not the merged labels: {method} learnt from them."

    assert state.accuracy.of == prospect.measured.of == IMPORTED
    assert [source.quality.items for source in report.sources] == [IMPORTED, COUNTED, COUNTED]
    assert comparing.pair(db, Other.CONSENSUS, Other.GOLD).items == IMPORTED
    assert state.left_out == prospect.left_out == report.left_out == (SENTENCE, why)
    assert why in report_limits.limits(reporting.content(db))

    later = _drawn(db, without=[])[0]
    adjudicating.settle(db, _lead(db), later, label_ids(db)[truth(later - 1)], drawn=True)
    state = merging.state(db)
    assert state is not None
    assert state.accuracy.of == IMPORTED + 1  # which the method does not know


def test_guesses_do_not_pass_for_right_because_the_merge_was_told_the_answers(tmp_path: Path) -> None:
    """Forty people guess three times each; every label is then settled, half of them against what they said."""
    with closing(make_project(tmp_path, [f"item {number}" for number in range(40)])) as db:
        rows = [
            (f"i{n}", f"p{(3 * n + k) % 40}", truth((7 * n + 3 * k * k + n // 3) % 11))
            for n in range(40)
            for k in range(3)
        ]
        crowd(db, tmp_path, rows)
        merging.merge_and_store(db)
        blind = {row.item_id: row.label_id for row in posteriors.every(db)}
        for number in range(40):
            adjudicating.settle(db, _lead(db), number + 1, label_ids(db)[truth(number // 2)], drawn=True)
        right = sum(blind[n + 1] == label_ids(db)[truth(n // 2)] for n in range(40))

        merging.merge_and_store(db, "dawid-skene")
        known = {row.item_id: row.label_id for row in posteriors.every(db)}
        assert sum(known[n + 1] == label_ids(db)[truth(n // 2)] for n in range(40)) > right + 5  # it was told
        state = merging.state(db)
        assert state is not None
        assert state.accuracy.of == 0

        merging.merge_and_store(db)
        state = merging.state(db)
        assert state is not None
        assert (state.method, state.accuracy.of) == (AUTO, 40)
        assert abs(40 * (state.accuracy.value or 0) - right) <= 4


def test_an_invalid_reply_is_a_wrong_answer_wherever_an_agent_is_measured(tmp_path: Path) -> None:
    with closing(make_project(tmp_path)) as db:
        gold(db, tmp_path, [(f"i{n}", "good") for n in range(6)])
        gold_texts = ("lovely", "dreadful", "fine", "awful", "superb", "broken")

        def script(request: LabelRequest) -> Said:
            return "It depends." if request.text in gold_texts[:2] else "good | 80"

        async def opener(_: object) -> ScriptedModel:
            return ScriptedModel(script)

        choice = AgentChoice("ollama/scripted")
        tried = asyncio.run(trying.try_out(direct(db), choice, item_ids=range(1, 7), opener=opener))
        asyncio.run(prelabelling.run(direct(db), choice, opener=opener))
        [info] = agents.agents(db)
        [standing] = comparing.compare(db)
        [cost] = ledger.ledger(db).agents
        path = db.path

        assert info.accuracy == tried.accuracy == standing.accuracy == cost.accuracy
        assert (info.accuracy.value, info.accuracy.of) == (pytest.approx(4 / 6), 6)
        assert info.invalid_on_gold == standing.invalid_on_gold == tried.invalid == 2
        assert (cost.labels + cost.invalid) * (cost.accuracy.value or 0) == pytest.approx(8 * 4 / 6)
        told = ", 2 of them invalid replies, which are wrong"
        assert any(line.endswith(f" of 6 with gold{told}") for line in comparing_words.sentences([standing]))
        assert told in report_page.html(reporting.content(db))
    assert told in annotator("agent", "list", path)
    assert told in annotator("status", path)
    [listed] = asked("agent", "list", path)
    assert (listed["accuracy"]["of"], listed["invalid_on_gold"]) == (6, 2)
    assert json.loads(json.dumps(listed)) == listed
