"""Hands a run one item after the other as the request to its model, with the reply where that is known."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from annotator.domain.model import Item, Question
from annotator.errors import UserError
from annotator.llm.agents import AgentSpec
from annotator.llm.few_shot import ExampleChoice, Pairs, chooser
from annotator.llm.injection import suspicious
from annotator.llm.meaning import BYTES, key_of
from annotator.llm.protocol import LabelRequest, Reply
from annotator.services.examples import rendered
from annotator.services.replies import Hashes
from annotator.storage import items, vectors
from annotator.storage.database import Db
from annotator.texts import say

T = TypeVar("T")
Known = Callable[[Db, Sequence[str]], dict[str, Reply]]

PAGE = 200
REMEMBERED = 2_000  # latest replies: enough for those that are not saved yet, or came after a page was looked up


class Store(Protocol):
    """Runs work on the thread that owns the project's write connection."""

    async def __call__(self, work: Callable[[Db], T]) -> T: ...


@dataclass(frozen=True)
class Wanted:
    """An item that is to be answered. known: the reply to just this request, where there has been one."""

    item_id: int
    request: LabelRequest
    request_hash: str
    known: Reply | None


class Requests:
    """Makes an agent's requests; examples chosen by likeness take some time, so they belong on a worker thread."""

    def __init__(self, spec: AgentSpec, question: Question) -> None:
        self._spec, self._question = spec, question
        self._hashes = Hashes(spec, question)
        self._examples: Callable[[str], Pairs] | None = None
        self._by_meaning = spec.few_shot.choice is ExampleChoice.MEANING
        self._vectors: dict[bytes, NDArray[np.float16]] = {}
        self._pool: frozenset[bytes] = frozenset()

    def look_up(self, db: Db, found: Sequence[Item]) -> bool:
        """To be called before `about` is asked about these items: finds what they mean where examples are chosen by
        that. False where something was not read yet; `about` then goes by words for it, as `few_shot.chooser` does."""
        if not self._by_meaning:
            return True
        if not self._pool:
            self._pool = frozenset(key_of(text) for text, _ in self._spec.examples)
        wanted = self._pool.union(key_of(rendered(item)) for item in found)
        self._vectors = {key: vector for key, vector in self._vectors.items() if key in wanted}
        new = vectors.of(db, [key for key in wanted if key not in self._vectors], BYTES)
        self._vectors |= {key: np.frombuffer(vector, np.float16) for key, vector in new.items()}
        return len(self._vectors) == len(wanted)

    def about(self, item: Item) -> tuple[LabelRequest, str]:
        """The request about an item, and its hash."""
        if self._examples is None:
            self._examples = chooser(self._spec, lambda text: self._vectors.get(key_of(text)))
        text = rendered(item)
        request = LabelRequest(text, self._question, self._examples(text), tuple(item.fields.items()))
        return request, self._hashes.of(request)


class Feed:
    """The items of a run, read a page at a time."""

    def __init__(self, store: Store, item_ids: Sequence[int], requests: Requests, known: Known | None) -> None:
        """known: finds replies by the requests' hashes; None where all are to be asked for anew."""
        self._store = store
        self._left = iter(item_ids)
        self._requests = requests
        self._known = known
        self._page: list[Wanted] = []  # the next one last
        self._loading = asyncio.Lock()
        self._latest: OrderedDict[str, Reply] = OrderedDict()

    async def next(self) -> Wanted | None:
        """The next item, None when there is none left."""
        async with self._loading:
            if not self._page:
                self._page = (await self._load())[::-1]
            return self._page.pop() if self._page else None

    def remember(self, request_hash: str, reply: Reply) -> None:
        """A reply that has just come, for items with the same text."""
        if self._known is not None:
            self._latest[request_hash] = reply
            if len(self._latest) > REMEMBERED:
                self._latest.popitem(last=False)

    def lately(self, request_hash: str) -> Reply | None:
        return self._latest.get(request_hash)

    def _found(self, db: Db, item_ids: Sequence[int]) -> list[Item]:
        found = items.page(db, item_ids)
        if not self._requests.look_up(db, found):
            raise UserError(
                say("A text was changed while the run was on, and has not been read."),
                hint=say("Start again: it goes on where it stopped."),
            )
        return found

    async def _load(self) -> list[Wanted]:
        ids = list(islice(self._left, PAGE))
        found = await self._store(lambda db: self._found(db, ids))
        made = await asyncio.to_thread(lambda: [self._requests.about(item) for item in found])
        known: dict[str, Reply] = {}
        if self._known is not None and made:
            find, hashes = self._known, [hash_ for _, hash_ in made]
            known = await self._store(lambda db: find(db, hashes))
        replies = await asyncio.to_thread(lambda: [_looked_at(known.get(hash_), request) for request, hash_ in made])
        return [
            Wanted(item.id, request, hash_, reply)
            for item, (request, hash_), reply in zip(found, made, replies, strict=True)
        ]


def _looked_at(reply: Reply | None, request: LabelRequest) -> Reply | None:
    """A known reply with what is suspicious about the item, which an older version may not have seen."""
    if reply is None or reply.suspicion:
        return reply
    return replace(reply, suspicion=suspicious(request.text))
