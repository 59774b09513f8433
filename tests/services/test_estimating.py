"""What a run will take, before anything is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.llm.litellm_setup import load_litellm, openai_models
from annotator.llm.pricing import PriceSource
from annotator.llm.protocol import LabelRequest, ParseStatus, Reply
from annotator.llm.scripted import ScriptedModel
from annotator.services import allowing, estimating, prelabelling, selecting
from annotator.services.agents import AgentChoice
from annotator.services.caching import Cache
from annotator.services.estimating import ENOUGH, estimate
from annotator.services.project_file import Db
from annotator.services.run_summary import sentences
from tests.projects import direct, make_project

GPT = AgentChoice("openai/gpt-4o")
REASONING = AgentChoice("openai/o3")
UNKNOWN = AgentChoice("openai/nobody-knows-this")
LONG = "word " * 100


def project(folder: Path, items: int = 300, text: str = LONG) -> Db:
    return make_project(folder, [f"{text}{number}" for number in range(items)])


class Priced(ScriptedModel):
    """Its replies take some tokens and some money, which only its provider knows."""

    async def ask(self, request: LabelRequest) -> Reply:
        await super().ask(request)
        number = len(self.asked)
        return Reply(
            raw="good", logprobs=None, label_id=1, confidence=0.5, confidence_source="", parse_status=ParseStatus.LABEL,
            tokens_in=200, tokens_out=number % 10, cost=0.01,
        )  # fmt: skip


def run(db: Db, model: ScriptedModel, choice: AgentChoice, **more: Any) -> None:
    async def opener(spec: object) -> ScriptedModel:
        return model

    allowing.allow(db, "openai")
    asyncio.run(prelabelling.run(direct(db), choice, opener=opener, **more))


def test_tokens_and_a_range_of_prices_come_from_a_sample_of_the_items(tmp_path: Path) -> None:
    db = project(tmp_path)
    found = estimate(db, GPT)
    assert (found.items, found.cached, found.calls, found.goes_to) == (300, 0, 300, "openai")
    assert found.tokens_known
    assert 300 * 200 < found.tokens_in < 300 * 600
    assert found.money is not None
    low, high = found.money
    assert found.source is PriceSource.TABLE
    assert low == pytest.approx(found.tokens_in * 2.5e-06 + found.tokens_out[0] * 1e-05)
    assert high == pytest.approx(found.tokens_in * 2.5e-06 + 300 * 512 * 1e-05)
    assert "by the price list" in found.sentence
    db.close()


def test_longer_items_take_more_tokens(tmp_path: Path) -> None:
    short, long = project(tmp_path, text="word "), make_project(tmp_path, [LONG * 3] * 300, name="long")
    more = estimate(long, GPT).tokens_in - estimate(short, GPT).tokens_in
    assert more / 300 == pytest.approx(300, rel=0.05)
    short.close()
    long.close()


def test_the_highest_price_has_room_for_reasoning(tmp_path: Path) -> None:
    db = project(tmp_path)
    assert estimate(db, REASONING).tokens_out[1] == 300 * 4_096
    db.close()


def test_an_unknown_price_is_called_unknown_and_estimated_tokens_are_called_so(tmp_path: Path) -> None:
    db = project(tmp_path)
    found = estimate(db, UNKNOWN)
    assert (found.money, found.source) == (None, PriceSource.UNKNOWN)
    assert found.sentence.endswith("the price is unknown.")
    elsewhere = estimate(db, AgentChoice("m", "http://192.0.2.1:1/v1"))
    assert not elsewhere.tokens_known
    assert elsewhere.sentence.startswith("300 items; about ")
    assert "$" not in elsewhere.sentence
    db.close()


def test_the_built_in_model_takes_time_and_no_money(tmp_path: Path) -> None:
    db = project(tmp_path)
    found = estimate(db, AgentChoice())
    assert (found.money, found.goes_to) == ((0.0, 0.0), "")
    tokens = len(LONG + "123") / 4
    each = estimating.EMBEDDED_SECONDS + estimating.EMBEDDED_TOKEN * tokens
    assert found.seconds == pytest.approx(300 * each, rel=0.02)
    assert found.sentence.endswith("it costs nothing, since the model runs on this machine; about 4 min.")
    db.close()


def test_the_built_in_model_takes_longer_for_longer_texts_up_to_what_it_can_read(tmp_path: Path) -> None:
    short, long, longer = (
        estimate(make_project(tmp_path, ["word " * words] * 10, name=f"of {words}"), AgentChoice()).seconds
        for words in (10, 2_000, 20_000)
    )
    assert short is not None
    assert long is not None
    assert longer is not None
    assert 20 * short < long < longer < 3 * long


def test_an_agents_own_replies_say_more_than_its_prompt(tmp_path: Path) -> None:
    db = project(tmp_path)
    run(db, Priced(lambda _: "good"), UNKNOWN, limit=100)
    found = estimate(db, UNKNOWN)
    assert (found.items, found.tokens_in, found.tokens_known) == (200, 200 * 200, True)
    assert 0 <= found.tokens_out[0] < found.tokens_out[1] <= 200 * 9
    assert found.money == (pytest.approx(2.0), pytest.approx(2.0))
    assert found.source is PriceSource.PROVIDER
    assert found.seconds is not None
    db.close()


class Spending(ScriptedModel):
    """Says of each reply what it took, as a server does: tokens in and out, and dollars."""

    def __init__(self, of: Callable[[int], tuple[int, int, float | None]]) -> None:
        super().__init__(lambda _: "good")
        self.of = of

    async def ask(self, request: LabelRequest) -> Reply:
        await super().ask(request)
        tokens_in, tokens_out, cost = self.of(int(request.text.split()[-1].removeprefix("word")))
        return Reply(
            raw="good", logprobs=None, label_id=1, confidence=0.5, confidence_source="", parse_status=ParseStatus.LABEL,
            tokens_in=tokens_in, tokens_out=tokens_out, cost=cost,
        )  # fmt: skip


def test_a_few_long_thoughts_among_many_short_answers_are_in_the_range(tmp_path: Path) -> None:
    def thinks(number: int) -> tuple[int, int, float | None]:
        long = number % 30 == 7
        return 200, 20_000 if long else 10, 0.2 if long else 0.001

    db, model = project(tmp_path, items=600, text="item "), Spending(thinks)
    run(db, model, UNKNOWN, limit=100)
    found = estimate(db, UNKNOWN)
    rest = [thinks(number) for number in range(600)][100:]

    assert found.money is not None
    assert found.money[0] <= sum(cost or 0 for _, _, cost in rest) <= found.money[1]
    assert found.tokens_out[0] <= sum(tokens for _, tokens, _ in rest) <= found.tokens_out[1]
    db.close()


def test_a_server_that_counts_no_tokens_has_not_used_none(tmp_path: Path) -> None:
    db = project(tmp_path)
    before = estimate(db, GPT, limit=100)
    run(db, Spending(lambda _: (0, 0, None)), GPT, limit=100)
    found = estimate(db, GPT, limit=100)

    assert found.tokens_in == pytest.approx(before.tokens_in, rel=0.02)
    assert found.money is not None
    assert found.money[0] > 0
    db.close()


class ShortSighted(ScriptedModel):
    """Reads no more than 20 characters."""

    async def ask(self, request: LabelRequest) -> Reply:
        return replace(await super().ask(request), truncated=len(request.text) > 20)


def test_a_run_says_how_many_texts_were_too_long_for_the_model(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["short", "a text of more than twenty characters", "and another one as long as that"])

    async def opener(spec: object) -> ScriptedModel:
        return ShortSighted(lambda _: "good")

    summary = asyncio.run(prelabelling.run(direct(db), AgentChoice("ollama/m"), opener=opener))

    assert summary.cut == 2
    assert "2 texts are too long for the model: it has read their beginnings only." in sentences(summary)
    db.close()


def test_few_replies_are_not_taken_for_more_than_they_are(tmp_path: Path) -> None:
    db = project(tmp_path)
    run(db, Priced(lambda _: "good"), UNKNOWN, limit=ENOUGH - 1)
    assert estimate(db, UNKNOWN).money is None
    db.close()


def test_what_is_known_already_is_not_paid_again(tmp_path: Path) -> None:
    db = project(tmp_path)
    run(db, ScriptedModel(lambda _: "good"), GPT)
    with db.atomic():
        db.execute("delete from annotation")
    found = estimate(db, GPT)
    assert (found.items, found.cached, found.calls, found.money) == (300, 300, 0, (0.0, 0.0))
    assert found.sentence == "All replies are known already: nothing is sent."
    db.close()


def test_where_a_run_does_not_look_for_replies_none_is_taken_for_known(tmp_path: Path) -> None:
    db, again = project(tmp_path, 30), ScriptedModel(lambda _: "good")
    run(db, ScriptedModel(lambda _: "good"), GPT)
    with db.atomic():
        db.execute("delete from annotation")

    found = estimate(db, GPT, cache=Cache.NONE)
    run(db, again, GPT, cache=Cache.NONE)

    assert (found.items, found.cached, found.calls) == (30, 0, 30)
    assert len(again.asked) == 30
    db.close()


def test_a_reply_that_names_a_label_that_is_gone_is_not_taken_for_known(tmp_path: Path) -> None:
    db, again = project(tmp_path, 30), ScriptedModel(lambda _: "bad")
    run(db, ScriptedModel(lambda request: "good" if int(request.text.split()[-1].strip("word")) < 20 else "bad"), GPT)
    db.conn.execute("pragma foreign_keys = off")
    with db.atomic():
        db.execute("delete from annotation")
        db.execute("update call set label_id = 99 where label_id = 1")

    found = estimate(db, GPT)
    run(db, again, GPT)

    assert (found.items, found.cached) == (30, 10)
    assert len(again.asked) == 20
    db.close()


def test_a_selection_and_a_limit_count(tmp_path: Path) -> None:
    db = project(tmp_path)
    assert estimate(db, GPT, selecting.these([3, 4, 5])).items == 3
    assert estimate(db, GPT, limit=7).items == 7
    run(db, ScriptedModel(lambda _: "good"), GPT)
    assert estimate(db, GPT).sentence == "No item is left to ask about: nothing is sent."
    db.close()


def test_when_few_items_are_left_they_are_the_sample(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["short"] * 20 + ["a much longer text " * 50] * 5 + ["short"] * 1_975)
    everything_else = [number for number in range(1, 2_001) if not 21 <= number <= 25]
    run(db, ScriptedModel(lambda _: "good"), GPT, selection=selecting.these(everything_else))
    found = estimating.sampled(db, selecting.everything(), 1)
    assert set(found) <= {21, 22, 23, 24, 25}
    assert len(found) == 5
    db.close()


@pytest.mark.parametrize(("seconds", "said"), [(0.2, "1 s"), (89, "89 s"), (200, "3 min"), (10_800, "3 h")])
def test_times_are_said_in_words_that_fit(seconds: float, said: str) -> None:
    assert estimating.duration(seconds) == said


def test_whether_a_model_reasons_is_the_same_without_loading_litellm() -> None:
    litellm = load_litellm()
    names = [f"openai/{name}" for name in (*openai_models(), "nobody-knows-this")]
    told = {name: litellm.supports_reasoning(model=name) for name in names}
    assert {name: estimating._reasons(name) for name in names} == told
    assert told["openai/o3"] is not told["openai/gpt-4o"]
