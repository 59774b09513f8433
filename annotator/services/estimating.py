"""What a run will take, before anything is sent: tokens, price and time, from a sample of its items."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator import paths
from annotator.domain.model import Question
from annotator.domain.words import counted
from annotator.llm import litellm_facts, reach
from annotator.llm.agents import EMBEDDED, EMBEDDED_CONTEXT, AgentSpec
from annotator.llm.chat_calls import MAX_TOKENS, MAX_TOKENS_REASONING
from annotator.llm.litellm_setup import openai_models
from annotator.llm.meaning import RATE, why_not
from annotator.llm.methods import SAMPLED, AnswerMode, Rung, Shape, shape_of
from annotator.llm.places import usually_here
from annotator.llm.pricing import Price, PriceSource
from annotator.llm.prompting import messages
from annotator.llm.protocol import LabelRequest
from annotator.llm.redacting import redacted
from annotator.llm.schemas import response_format
from annotator.llm.tokens import (
    LEAST_OF_ESTIMATED,
    MOST_OF_ESTIMATED,
    MOST_OUT,
    PER_MESSAGE,
    counter,
    estimated,
)
from annotator.services import agents, meaning, prices, selecting
from annotator.services.agents import Agent, AgentChoice
from annotator.services.caching import Cache, KnownReplies
from annotator.services.feeding import Requests
from annotator.services.run_summary import dollars
from annotator.services.selecting import Selection, Which, everything
from annotator.storage import calls, items, run_items, setup
from annotator.storage.database import Db
from annotator.texts import english, figure, say, say_count, spoken

SAMPLE = 200  # items
ENOUGH = 20  # replies of an agent after which they say more than its prompt does
# Seconds of the built-in model on two cores, before it has answered any here: for an item, and more for each token of
# its text. What stands before the text it reads once.
EMBEDDED_SECONDS, EMBEDDED_TOKEN = 0.1, 0.005
EVERYTHING = everything()


class Reading(NamedTuple):
    """What the built-in model has yet to read, for examples that are the nearest in meaning: so many examples, and this
    share of the items. why_not: why it cannot, in a sentence, "" where it can."""

    examples: int = 0
    share: float = 0.0
    why_not: str = ""


NOTHING_TO_READ = Reading()


@dataclass(frozen=True)
class Each:
    """What one item takes on average, if it is asked about: low and high where that depends on the reply.

    tokens_known: whether the tokens are counted or measured, not estimated from the length of the texts. money: US
    dollars, None where unknown. seconds: None where nothing is known. cached: share of items whose reply is known.
    reading: what comes before. unfilled: share of items that lack a field which the prompt names.
    """

    calls: float
    tokens_in: float
    tokens_out: tuple[float, float]
    tokens_known: bool
    money: tuple[float, float] | None
    source: PriceSource
    seconds: float | None
    cached: float
    reading: Reading = NOTHING_TO_READ
    unfilled: float = 0.0

    def times(self, items: int, name: str, goes_to: str) -> Estimate:
        """What so many items take."""
        asked = items - round(items * self.cached)
        low, high = (round(asked * tokens) for tokens in self.tokens_out)
        return Estimate(
            agent_name=name,
            goes_to=goes_to,
            items=items,
            cached=items - asked,
            calls=round(asked * self.calls),
            tokens_in=round(asked * self.tokens_in),
            tokens_out=(low, high),
            tokens_known=self.tokens_known,
            money=None if self.money is None else (asked * self.money[0], asked * self.money[1]),
            source=self.source,
            seconds=None if self.seconds is None else asked * self.seconds,
            to_read=self.reading.examples + round(items * self.reading.share),
            unreadable=self.reading.why_not,
            unfilled=round(asked * self.unfilled),
        )


@dataclass(frozen=True)
class Estimate:
    """What a run will take. items: that it asks about, of which the replies to `cached` are known and cost nothing.

    tokens_out and money are (low, high): from the shortest possible replies to the longest, reasoning included, or as
    the agent's own replies have been. money: in US dollars, None where the price is unknown. seconds: None where
    unknown. goes_to: as in `agents.Plan`. to_read: texts that the built-in model reads first, on this machine, which
    takes `reading_seconds` in all; unreadable: why it cannot, in a sentence, "" where it can. unfilled: items that lack
    a field which the prompt names, so that nothing is sent about them.
    """

    agent_name: str
    goes_to: str
    items: int
    cached: int
    calls: int
    tokens_in: int
    tokens_out: tuple[int, int]
    tokens_known: bool
    money: tuple[float, float] | None
    source: PriceSource
    seconds: float | None
    to_read: int = 0
    unreadable: str = ""
    unfilled: int = 0

    @property
    def reading_seconds(self) -> float:
        """By what is usual, in whole texts."""
        return self.to_read / RATE

    @property
    def sentence(self) -> str:
        """For people, before anything is sent."""
        if self.items == self.cached:
            done = say("No item is left to ask about") if not self.items else say("All replies are known already")
            return say("{done}: nothing is sent.", done=done)
        return "; ".join([counted(self.items, "item"), *self._parts]) + "."

    @property
    def details(self) -> str:
        """The sentence without the number of items; "" where nothing is sent."""
        told = "; ".join(self._parts) if self.items > self.cached else ""
        return f"{told[0].upper()}{told[1:]}." if told else ""

    @property
    def _parts(self) -> list[str]:
        parts = [say("{cached} of them known already", cached=figure(self.cached))] if self.cached else []
        parts += [self._lacking] if self.unfilled else []
        parts += [say("{calls} calls", calls=figure(self.calls))] if self.calls != self.items - self.cached else []
        parts += [self._tokens, self._price]
        parts += [say("about {duration}", duration=duration(self.seconds))] if self.seconds is not None else []
        return parts + ([self._reading] if self.to_read else [])

    @property
    def _reading(self) -> str:
        if self.unreadable:
            return say("the built-in model cannot run here, so the examples are chosen by their words")
        return say(
            "before that the built-in model reads {texts} on this machine, to find the examples nearest in meaning:"
            " about {duration}",
            texts=counted(self.to_read, "text"),
            duration=duration(self.reading_seconds),
        )

    @property
    def _lacking(self) -> str:
        return say_count(
            self.unfilled,
            "{n} item lacks a field that the prompt names, and gets no reply",
            "{n} items lack a field that the prompt names, and get no reply",
        )

    @property
    def _tokens(self) -> str:
        low, high = self.tokens_out
        out = figure(low) if low == high else say("{low} to {high}", low=figure(low), high=figure(high))
        about = "" if self.tokens_known else say("about ")
        return say("{about}{tokens_in} tokens in and {out} out", about=about, tokens_in=figure(self.tokens_in), out=out)

    @property
    def _price(self) -> str:
        if self.source is PriceSource.LOCAL:
            return say("it costs nothing, since the model runs on this machine")
        if self.money is None:
            return say("the price is unknown")
        low, high = (dollars(money) for money in self.money)
        said = low if low == high else say("{low} to {high}", low=low, high=high)
        return say(
            "{said} by {source}",
            said=said,
            source=spoken(_SAYS[self.source]) if self.source in _SAYS else say("what its replies have cost"),
        )


_SAYS = {PriceSource.TABLE: english("the price list"), PriceSource.USER: english("the price that you have set")}


def estimate(
    db: Db,
    choice: AgentChoice,
    selection: Selection = EVERYTHING,
    limit: int | None = None,
    *,
    cache: Cache = Cache.PROJECT,
) -> Estimate:
    """What a run would take, which looks there for replies. It may load litellm, so it belongs on a background thread.

    Raises UserError where there can be no such run, as `agents.plan` does.
    """
    goes_to = agents.destination(choice.place())
    agent = agents.find(db, choice.place(), choice.examples)
    annotator_id = 0 if agent.stored is None else agent.stored.annotator_id
    shown = agent.spec.example_items
    number = selecting.count(db, selection, annotator_id, without=shown)
    number = number if limit is None else min(number, limit)
    each = of_each(db, agent, goes_to, sampled(db, selection, annotator_id, without=shown), cache)
    return each.times(number, agent.name, goes_to)


def sampled(db: Db, selection: Selection, annotator_id: int, *, without: Sequence[int] = ()) -> list[int]:
    """At most 200 of the items that would be asked about; the same ones as long as nothing changes."""
    chance = random.Random(0)
    if selection.which is not Which.ALL:
        found = selecting.unanswered(db, selection, annotator_id, without=without)
        return chance.sample(found, min(SAMPLE, len(found)))
    question_id, last = setup.question(db).id, items.last_id(db)
    starts = sorted(chance.sample(range(1, last + 1), min(SAMPLE, last)))
    near = run_items.sample(db, question_id, annotator_id, starts)
    if len(near) < min(SAMPLE, last) // 10:  # few are left
        near = run_items.unanswered(db, question_id, annotator_id, SAMPLE)
    return [item_id for item_id in near if item_id not in set(without)]


def of_each(db: Db, agent: Agent, goes_to: str, item_ids: Sequence[int], cache: Cache = Cache.PROJECT) -> Each:
    """What one item takes: as the agent's own replies so far have it, else as the prompts of these items have."""
    with reach.shut():  # an estimate is made before anything may be sent
        return _of_each(db, agent, goes_to, item_ids, cache)


def _of_each(db: Db, agent: Agent, goes_to: str, item_ids: Sequence[int], cache: Cache) -> Each:
    spec, question = agent.spec, setup.question(db)
    requests = Requests(spec, question)
    found = items.page(db, item_ids)
    requests.look_up(db, found)
    made = [requests.about(item) for item in found]
    known = _known(db, question, [hash_ for _, hash_ in made], cache)
    before = calls.Lately() if agent.stored is None else calls.lately(db, agent.stored.id, SAMPLE)
    if np.count_nonzero(before.tokens_in) >= ENOUGH:  # some servers count none, which is not to have used none
        size = _measured(before)
    else:
        size = _foreseen(spec, question, goes_to, [_as_sent(spec, request) for request, _ in made])
    money, source = _money(prices.of(db, spec, goes_to), size, before)
    return Each(
        calls=size.calls,
        tokens_in=size.tokens_in,
        tokens_out=size.tokens_out,
        tokens_known=size.known,
        money=money,
        source=source,
        seconds=_seconds(spec, before, [request.text for request, _ in made]),
        cached=len(known) / len(made) if made else 0.0,
        reading=_reading(db, spec, [item.id for item in found]),
        unfilled=size.unfilled,
    )


def _known(db: Db, question: Question, request_hashes: Sequence[str], cache: Cache) -> Collection[str]:
    """The hashes of those requests that a run would not send."""
    if cache is Cache.NONE:
        return ()
    shared = cache is Cache.SHARED and paths.reply_cache().exists()  # an estimate leaves nothing behind
    replies = KnownReplies(question, shared=shared)
    try:
        return replies.find(db, request_hashes)
    finally:
        replies.close()


def _reading(db: Db, spec: AgentSpec, item_ids: Sequence[int]) -> Reading:
    if not meaning.wanted(spec):
        return Reading()
    examples = len(meaning.unread(db, (text for text, _ in spec.examples)))
    share = len(meaning.unread_items(db, item_ids)) / len(item_ids) if item_ids else 0.0
    return Reading(examples, share, why_not() if examples or share else "")


def _as_sent(spec: AgentSpec, request: LabelRequest) -> LabelRequest:
    """Without what is taken out on the way: placeholders have other lengths than what they stand for."""
    return redacted(request, spec.redaction) if spec.redaction else request


class _Size(NamedTuple):
    """Of one item's calls together; see `Each`. least_in, most_in: tokens in, as far as they are certain."""

    calls: float
    tokens_in: float
    tokens_out: tuple[float, float]
    known: bool
    least_in: float
    most_in: float
    unfilled: float = 0.0


def _measured(before: calls.Lately) -> _Size:
    counted_ = [place for place, tokens in enumerate(before.tokens_in) if tokens]
    requests, tokens_in, tokens_out = (
        np.array(column)[counted_] for column in (before.requests, before.tokens_in, before.tokens_out)
    )
    low, high = _span(tokens_in)
    return _Size(float(requests.mean()), float(tokens_in.mean()), _span(tokens_out), True, low, high)


def _span(values: Sequence[float] | NDArray[Any]) -> tuple[float, float]:
    """What it may be for an item: as for the middle nine tenths of those before, and at least the range in which their
    mean lies. A few replies may take more than all others together, as where a model thinks long before some."""
    low, high = np.quantile(values, [0.05, 0.95]).tolist()
    mean, error = float(np.mean(values)), float(np.std(values)) / len(values) ** 0.5
    return max(0.0, min(low, mean - 2 * error)), max(high, mean + 2 * error)


def _foreseen(spec: AgentSpec, question: Question, goes_to: str, requests: Sequence[LabelRequest]) -> _Size:
    # Loading litellm takes seconds, and the built-in model needs none of it.
    count, exact = counter(spec.model) if goes_to else (estimated, False)
    asks = spec.asks if spec.answer is AnswerMode.LETTERS or spec.confidence in SAMPLED else 1
    sizes = _prompt_sizes(spec, requests, count)
    filled = len(sizes) / len(requests) if requests else 1.0
    form = response_format(Rung.SCHEMA, shape_of(spec.confidence), question.label_names())
    beside = count(json.dumps(form)) if spec.answer is AnswerMode.JSON else 0
    shortest, longest = _answer_tokens(spec, question, count)
    prompt, asks_each = float(np.mean(sizes)) if sizes else 0.0, asks * filled
    whole = asks_each * (prompt + beside)
    least, most = (whole, whole) if exact else (asks_each * prompt * LEAST_OF_ESTIMATED, whole * MOST_OF_ESTIMATED)
    out = (asks_each * shortest, asks_each * longest)
    return _Size(asks_each, whole, out, exact, least, most, 1 - filled)


def _prompt_sizes(spec: AgentSpec, requests: Sequence[LabelRequest], count: Callable[[str], int]) -> list[int]:
    """In tokens, without the items that lack a field which the prompt names: a run goes on without them, too. Raises
    TemplateProblem where it can be filled in for none."""
    from annotator.llm.templating import TemplateProblem  # with Jinja, which only a prompt that is filled in needs

    sizes, problem = [], None
    for request in requests:
        try:
            sizes.append(sum(count(m["content"]) + PER_MESSAGE for m in messages(spec, request)))
        except TemplateProblem as found:
            problem = found
    if problem is not None and not sizes:
        raise problem
    return sizes


def _answer_tokens(spec: AgentSpec, question: Question, count: Callable[[str], int]) -> tuple[int, int]:
    """Of the shortest right answer, and of the longest that the model is let give."""
    if spec.answer is AnswerMode.LIKELIHOOD:
        return 1, 1
    shortest = 1 if spec.answer is AnswerMode.LETTERS else min(count(_answer(spec, x)) for x in question.label_names())
    given = dict(spec.parameters)
    longest = next((given[name] for name in MOST_OUT if isinstance(given.get(name), int)), None)
    if longest is None:
        longest = MAX_TOKENS_REASONING if _reasons(spec.model) else MAX_TOKENS
    return shortest, max(shortest, int(longest))


def _reasons(model: str) -> bool:
    if usually_here(model):  # of such a model litellm would ask its server, which may be elsewhere and not allowed
        return False
    provider, _, name = model.partition("/")
    if provider == "openai" and not name.startswith("ft:"):
        with suppress(OSError):
            return bool(openai_models().get(name, {}).get("supports_reasoning"))
    return litellm_facts.reasons(model)


def _answer(spec: AgentSpec, label: str) -> str:
    shape = shape_of(spec.confidence)
    if spec.answer is not AnswerMode.JSON:
        return label if shape is Shape.LABEL else f"{label} | 90"
    sure = {"label": label} if shape is Shape.LABEL else {"label": label, "confidence": 90}
    return json.dumps({"guesses": [sure]} if shape is Shape.GUESSES else sure)


def _money(price: Price, size: _Size, before: calls.Lately) -> tuple[tuple[float, float] | None, PriceSource]:
    """US dollars, low and high, and who says so; where nobody lists a price, what the latest replies have cost."""
    paid = [cost for cost in before.cost if cost is not None]
    all_paid = len(before.cost) >= ENOUGH and len(paid) == len(before.cost)
    if all_paid and set(before.source) == {PriceSource.PROVIDER}:  # which goes before every price
        return _span(paid), PriceSource.PROVIDER
    if all_paid and price.source is PriceSource.TABLE and set(before.source) == {PriceSource.TABLE}:
        return _span(paid), PriceSource.TABLE  # with what the provider takes off for what it has in its cache
    low = price.of(size.least_in, size.tokens_out[0], size.calls)
    high = price.of(size.most_in, size.tokens_out[1], size.calls)
    if low is not None and high is not None:
        return (low, high), price.source
    return (_span(paid), PriceSource.PROVIDER) if all_paid else (None, PriceSource.UNKNOWN)


def _seconds(spec: AgentSpec, before: calls.Lately, texts: Sequence[str]) -> float | None:
    """By the rate of the agent's latest replies; of the built-in model by the length of the texts, until there are
    some."""
    if len(before.cost) >= ENOUGH and before.seconds_each:
        return before.seconds_each
    if spec.model != EMBEDDED:
        return None
    read = [min(estimated(text), EMBEDDED_CONTEXT) for text in texts]  # what is longer is cut
    return EMBEDDED_SECONDS + EMBEDDED_TOKEN * (float(np.mean(read)) if read else 0.0)


def duration(seconds: float) -> str:
    """ "40 s", "5 min", "3 h"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return say("{round} min", round=round(seconds / 60)) if seconds < 5_400 else f"{figure(seconds / 3600)} h"
