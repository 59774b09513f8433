"""The same request is never sent twice: in a run, in a project, and in another project if the user wants."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.domain.model import Label
from annotator.llm.agents import make_spec
from annotator.llm.protocol import CallFailed, Fault, LabelRequest, ParseStatus, Reply
from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, prelabelling, replies
from annotator.services.agents import AgentChoice
from annotator.services.caching import Cache
from annotator.services.project_file import Db
from annotator.services.run_summary import Summary
from annotator.storage import answers, calls
from annotator.storage.reply_cache import ReplyCache
from tests.llm.questions import SENTIMENT
from tests.projects import TEXTS, direct, label_ids, make_project

CHOICE = AgentChoice("ollama/scripted")
SAID = {text: f"{'good' if len(text) % 2 else 'bad'} | {60 + 3 * n}" for n, text in enumerate(TEXTS)} | {
    "fine": "no idea"
}


def run(db: Db, model: ScriptedModel, choice: AgentChoice = CHOICE, **more: Any) -> Summary:
    async def opener(spec: object) -> ScriptedModel:
        return model

    return asyncio.run(prelabelling.run(direct(db), choice, opener=opener, **more))


def scripted() -> ScriptedModel:
    return ScriptedModel(lambda request: SAID[request.text])


def forget_answers(db: Db) -> None:
    with db.atomic():
        db.execute("delete from annotation")


def answered(db: Db) -> list[tuple[object, ...]]:
    """What is in the file, with the labels' names: their ids are another project's own."""
    names = {id_: name for name, id_ in label_ids(db).items()}
    found = answers.of_items(db, 1, range(1, len(TEXTS) + 1))
    return [(a.item_id, a.status, names.get(a.label_id or 0), a.confidence) for each in found.values() for a in each]


def test_a_full_rerun_asks_nothing_and_gives_the_same_answers(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    run(db, scripted())
    before = answered(db)
    forget_answers(db)
    again = scripted()

    summary = run(db, again)

    assert again.asked == []
    assert (summary.labelled, summary.invalid, summary.used.cached, summary.used.requests) == (7, 1, 8, 0)
    assert answered(db) == before
    (_, first), (_, second) = calls.of_item(db, 1)
    assert (second.price_source, second.cost, second.requests, second.tokens_in) == ("cache", 0.0, 0, 0)
    assert second._replace(run_id=first.run_id) == first._replace(
        price_source="cache", requests=0, seconds=0.0, tokens_in=0, tokens_out=0
    )
    db.close()


def test_batch_calibrated_labels_come_out_the_same_from_the_cache(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"text {n}" for n in range(20)])

    def script(request: LabelRequest) -> dict[str, float]:
        return {"good": 0.5 + int(request.text[5:]) / 50, "bad": 0.5 - int(request.text[5:]) / 50}

    run(db, ScriptedModel(script), AgentChoice())
    before = {id_: (a[0].label_id, a[0].confidence) for id_, a in answers.of_items(db, 1, range(1, 21)).items()}
    forget_answers(db)
    again = ScriptedModel(script)

    run(db, again, AgentChoice())

    assert again.asked == []
    after = {id_: (a[0].label_id, a[0].confidence) for id_, a in answers.of_items(db, 1, range(1, 21)).items()}
    assert after == before
    assert len({label for label, _ in after.values()}) == 2
    db.close()


def test_items_with_the_same_text_are_asked_about_once(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["fine", "great", "fine", "fine", "great"] * 40)
    model = scripted()

    summary = run(db, model, concurrency=7)

    assert sorted(request.text for request in model.asked) == ["fine", "great"]
    assert (summary.asked, summary.invalid, summary.used.cached) == (200, 120, 198)
    db.close()


def test_a_failure_is_never_taken_from_the_cache(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["fine", "fine"])

    def fails(request: LabelRequest) -> str:
        raise CallFailed(Fault.REFUSED, "The provider refused this text.")

    assert run(db, ScriptedModel(fails)).failed == 2
    model = ScriptedModel(lambda _: "good")
    assert run(db, model, cache=Cache.SHARED).labelled == 2
    assert len(model.asked) == 1
    db.close()


def test_without_the_cache_all_is_asked_for_anew(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["fine", "fine", "great"])
    run(db, scripted())
    forget_answers(db)
    model = ScriptedModel(lambda _: "good")

    summary = run(db, model, cache=Cache.NONE)

    assert (len(model.asked), summary.labelled, summary.used.cached) == (3, 3, 0)
    db.close()


def test_another_project_of_the_same_question_asks_nothing_if_the_user_wants(tmp_path: Path) -> None:
    first = make_project(tmp_path, labels=("good", "bad"), name="first")
    run(first, scripted(), cache=Cache.SHARED)
    second = make_project(tmp_path, labels=("good", "bad"), name="second")
    with second.atomic():  # its labels have other ids
        second.execute("update label set id = id + 100")
    own, shared = scripted(), scripted()

    run(second, own, limit=3)
    summary = run(second, shared, cache=Cache.SHARED)

    assert (len(own.asked), shared.asked, summary.used.cached) == (3, [], 5)
    assert answered(second) == answered(first)
    assert b"useless" not in paths.reply_cache().read_bytes()  # the items' texts are in no file but the project's
    first.close()
    second.close()


def test_another_question_shares_nothing(tmp_path: Path) -> None:
    first = make_project(tmp_path, labels=("good", "bad"), name="first")
    run(first, scripted(), cache=Cache.SHARED)
    second = make_project(tmp_path, labels=("good", "bad", "no idea"), name="second")
    model = scripted()
    run(second, model, cache=Cache.SHARED)
    assert len(model.asked) == len(TEXTS)
    first.close()
    second.close()


SPEC = make_spec("openai/m")
ITEM = LabelRequest("So dull.", SENTIMENT, (("Fine.", "positive"),))
BASE = replies.Hashes(SPEC, SENTIMENT).of(ITEM)


def hashed(**changes: Any) -> str:
    return replies.Hashes(changes.get("spec", SPEC), changes.get("question", SENTIMENT)).of(changes.get("item", ITEM))


@pytest.mark.parametrize(
    "change",
    [
        {"spec": replace(SPEC, template=replace(SPEC.template, name="another name"))},
        {"spec": SPEC.with_examples((("Good.", "positive"), ("Bad.", "negative")), (1, 2))},
        {"question": replace(SENTIMENT, id=7, version=9)},
        {
            "question": replace(
                SENTIMENT, labels=tuple(replace(x, id=x.id + 5, colour="#fff", key="q") for x in SENTIMENT.labels)
            )
        },
    ],
)
def test_a_change_that_no_model_can_see_leaves_a_request_what_it_was(change: dict[str, Any]) -> None:
    assert hashed(**change) == BASE


@pytest.mark.parametrize(
    "change",
    [
        {"spec": make_spec("openai/n")},
        {"spec": make_spec("openai/m", "http://localhost:1/v1")},
        {"spec": make_spec("openai/m", temperature=1)},
        {"spec": replace(SPEC, template=replace(SPEC.template, user=SPEC.template.user + "!"))},
        {"question": replace(SENTIMENT, guideline="Another.")},
        {"question": replace(SENTIMENT, labels=(*SENTIMENT.labels, Label("mixed", id=13)))},
        {"item": replace(ITEM, text="So dull!")},
        {"item": replace(ITEM, examples=())},
        {"item": replace(ITEM, fields=(("title", "So dull."),))},
    ],
)
def test_a_change_that_decides_the_reply_is_another_request(change: dict[str, Any]) -> None:
    assert hashed(**change) != BASE


def test_a_reply_comes_back_from_another_project_whole() -> None:
    reply = Reply(
        raw="positive",
        logprobs={11: -2.0, 12: -0.1},
        label_id=12,
        confidence=0.87,
        confidence_source="label probability",
        parse_status=ParseStatus.LABEL,
        tokens_in=40,
        tokens_out=4,
        seconds=0.5,
        cost=None,
        truncated=True,
        distribution={11: 0.13, 12: 0.87},
        calls=3,
        note="read as positive",
        suspicion="It gives orders.",
    )
    text = replies.portable(reply, SENTIMENT)
    assert replies.from_portable(text, SENTIMENT) == reply
    assert replies.from_portable(text, replace(SENTIMENT, labels=(Label("other", id=1),))) is None
    assert replies.from_portable("{}", SENTIMENT) is None
    assert replies.from_portable("not json", SENTIMENT) is None


def test_the_replies_longest_unused_make_room(tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path / "replies.sqlite", most_bytes=20_000)
    for number in range(100):
        cache.keep({f"hash {number}": "x" * 400})
        cache.find(["hash 0"])
    kept = [number for number in range(100) if cache.find([f"hash {number}"])]
    cache.close()
    assert 0 in kept
    assert 99 in kept
    assert 30 <= len(kept) <= 40
    assert kept[1:] == list(range(kept[1], 100))


def test_a_damaged_cache_is_begun_anew_and_one_that_cannot_be_is_done_without(tmp_path: Path) -> None:
    damaged, nowhere = tmp_path / "replies.sqlite", tmp_path / "file" / "replies.sqlite"
    damaged.write_bytes(b"something else entirely " * 100)
    nowhere.parent.write_text("not a folder")
    for path, works in ((damaged, True), (nowhere, False)):
        cache = ReplyCache(path)
        cache.keep({"a": "reply"})
        assert cache.find(["a", "b"]) == ({"a": "reply"} if works else {})
        cache.close()


def test_the_plan_and_the_file_agree_after_a_rerun(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    run(db, scripted())
    forget_answers(db)
    assert agents.plan(db, CHOICE).to_ask == len(TEXTS)
    run(db, scripted())
    assert agents.plan(db, CHOICE).to_ask == 0
    db.close()
