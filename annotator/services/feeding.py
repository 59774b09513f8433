"""Hands a run one item after the other as the request to its model, with the reply where that is known."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

from annotator.domain.model import Item, Question
from annotator.llm.agents import AgentSpec
from annotator.llm.few_shot import Pairs, chooser
from annotator.llm.protocol import LabelRequest, Reply
from annotator.services.examples import rendered
from annotator.services.replies import Hashes
from annotator.storage import items
from annotator.storage.database import Db

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

    def about(self, item: Item) -> tuple[LabelRequest, str]:
        """The request about an item, and its hash."""
        if self._examples is None:
            self._examples = chooser(self._spec)
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

    async def _load(self) -> list[Wanted]:
        ids = list(islice(self._left, PAGE))
        found = await self._store(lambda db: items.page(db, ids))
        made = await asyncio.to_thread(lambda: [self._requests.about(item) for item in found])
        known: dict[str, Reply] = {}
        if self._known is not None and made:
            find, hashes = self._known, [hash_ for _, hash_ in made]
            known = await self._store(lambda db: find(db, hashes))
        return [
            Wanted(item.id, request, hash_, known.get(hash_))
            for item, (request, hash_) in zip(found, made, strict=True)
        ]
