"""What the detail pane tells of an item: where its answers come from, what was done to it, and which are like it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from annotator.llm.agents import make_spec
from annotator.llm.methods import ConfidenceMethod
from annotator.llm.protocol import BETWEEN
from annotator.llm.scripted import ScriptedModel
from annotator.services import (
    adjudicating,
    annotating,
    bulk,
    importing,
    item_story,
    prelabelling,
    project_file,
    similar,
)
from annotator.services.agents import AgentChoice
from annotator.services.bulk import Deed
from tests.loopback import LoopbackServer, says
from tests.projects import crowd, direct, label_ids, make_project


def test_a_call_is_told_with_its_agent_its_time_its_tokens_and_its_reply(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    async def opener(spec: object) -> ScriptedModel:
        return ScriptedModel(lambda _: "good | 80")

    asyncio.run(prelabelling.run(direct(db), AgentChoice(), opener=opener))

    [source] = item_story.of_item(db, 3).sources

    assert "good" in source.reply
    assert source.facts.startswith("embedded · version ")
    assert " s · " in source.facts
    assert "price unknown" in source.facts or "free (this machine)" in source.facts
    db.close()


def test_repeated_answers_are_all_told_with_the_confidence_that_they_come_to(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["a text"])
    spec = make_spec("m", "http://127.0.0.1/v1", confidence=ConfidenceMethod.CONSISTENCY)
    said = ["good", "bad", "good", "good", "good"]
    with LoopbackServer(lambda number, body: says(said[number])) as server:
        agent = AgentChoice("m", exact=replace(spec, api_base=server.address))
        asyncio.run(prelabelling.run(direct(db), agent))

    [source] = item_story.of_item(db, 1).sources

    assert source.reply.split(BETWEEN) == said
    assert " · confidence 0.80, share of 5 answers at temperature 0.7 · " in f"{source.facts} · "
    assert " · 200 tokens in · 20 tokens out · " in source.facts
    db.close()


def test_everything_that_was_done_to_an_item_is_told_in_its_order(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    labels = label_ids(db)
    crowd(db, tmp_path, [("i0", "ann", "good")])
    mira, lead = project_file.add_person(db, "Mira").id, project_file.add_person(db, "Lead").id
    annotating.answer(
        db, mira, annotating.turn_of(db, mira, 1), labels["bad"], seconds=1.0, comment="odd", flagged=True
    )
    annotating.answer(db, mira, annotating.turn_of(db, mira, 1), labels["good"], seconds=1.0)
    annotating.undo(db, mira)
    annotating.answer(db, mira, annotating.turn_of(db, mira, 2), labels["good"], seconds=1.0)  # of another item
    adjudicating.settle(db, lead, 1, None)
    bulk.do(db, lead, Deed.TAG, [1, 2], "later")
    bulk.undo(db, lead)

    told = [(event.who, event.what) for event in item_story.of_item(db, 1).events]

    assert told == [
        ("ann", "good, imported"),
        ("Mira", "bad, “odd”, flagged"),
        ("Mira", "good, before bad, flag taken off"),
        ("Mira", "undone: bad, before good, “odd”, flagged"),
        ("Lead", "settled as no right answer"),
        ("Lead", "tagged “later”"),
        ("Lead", "undone: no longer tagged “later”"),
    ]
    db.close()


def test_similar_items_share_words_and_the_most_alike_comes_first(tmp_path: Path) -> None:
    texts = (
        "the parcel came late",
        "a lovely scarf",
        "my parcel came very late",
        "late parcel",
        "nothing alike",
        "包裹迟到了",
    )
    db = make_project(tmp_path, texts)

    found = similar.to(db, 1)

    assert [alike.external_id for alike in found.found] == ["i3", "i2"]
    assert found.found[0].likeness > found.found[1].likeness
    assert not found.sampled
    db.close()


def test_a_large_project_is_looked_at_by_a_sample_that_stays_the_same(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"parcel {n % 7}" for n in range(60)])

    first, again = similar.to(db, 5, among=20), similar.to(db, 5, among=20)

    assert first == again
    assert (first.among, first.of, first.sampled) == (20, 59, True)
    db.close()


def test_an_item_without_words_is_like_none(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["!!!", "???", "..."])
    assert similar.to(db, 1).found == ()
    db.close()


def test_an_imported_item_that_is_updated_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    from annotator.services import browsing, searching

    db = make_project(tmp_path)
    searching.fill(db)
    source = tmp_path / "again.csv"
    source.write_text("id,text\ni1,marvellous\nnew,dreadful\n", encoding="utf-8")

    importing.import_items(db, source, duplicates="update")

    assert searching.missing(db) == 1
    assert browsing.item_ids(db, "marvellous") == [2]
    assert browsing.item_ids(db, "dreadful") == [9]
    searching.fill(db)
    assert browsing.item_ids(db, "dreadful") == [9]
    db.close()
