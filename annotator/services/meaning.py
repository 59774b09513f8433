"""Has the built-in model read the texts of an agent whose examples are the nearest in meaning, before it is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.llm.agents import AgentSpec
from annotator.llm.few_shot import ExampleChoice, FewShot
from annotator.llm.meaning import BATCH, BYTES, CannotRead, Reader, key_of
from annotator.services.examples import rendered
from annotator.services.feeding import Store
from annotator.services.run_control import Control
from annotator.storage import items, vectors
from annotator.storage.database import Db
from annotator.texts import say

PAGE = 500  # items


def wanted(spec: AgentSpec) -> bool:
    """Whether the agent needs texts to be read."""
    return spec.few_shot.choice is ExampleChoice.MEANING


def by_words(spec: AgentSpec) -> AgentSpec:
    """The agent that chooses from the same examples by their words; another one, with answers of its own."""
    return replace(spec, few_shot=FewShot(ExampleChoice.NEAREST, spec.few_shot.number))


def instead(problem: CannotRead) -> str:
    """What is done where the built-in model does not run, for people."""
    return say(
        "{problem} So the examples were chosen by their words, by an agent of its own.",
        problem=problem.message,
    )


def unread(db: Db, texts: Iterable[str]) -> dict[bytes, str]:
    """By key the texts that have not been read, each once."""
    by_key = {key_of(text): text for text in texts}
    known = vectors.of(db, list(by_key), BYTES)
    return {key: text for key, text in by_key.items() if key not in known}


async def read_for(
    store: Store, spec: AgentSpec, item_ids: Sequence[int], control: Control, report: Callable[[int], None]
) -> bool:
    """Read the agent's examples and these items, as far as they have not been read; False when that was stopped.

    What was read stays in the project, also when it is stopped. report: takes the number of texts left, at most.
    Raises CannotRead where there is something to read, and the built-in model does not run on this machine.
    """
    if not wanted(spec):
        return True
    pool = await store(lambda db: unread(db, (text for text, _ in spec.examples)))
    to_read = await _unread_items(store, item_ids)
    if not pool and not to_read:
        return True
    reading = _Reading(store, await Reader.start(), control, report, len(pool) + len(to_read))
    try:
        going_on = await reading.read(pool)
        for start in range(0, len(to_read), PAGE):
            # Looked up again: the same text may have come before.
            going_on = going_on and await reading.read(await _texts_of(store, to_read[start : start + PAGE]))
        return going_on
    finally:
        await asyncio.shield(reading.reader.close())


class _Reading:
    """Reads texts in small batches, each of which is kept before the next one is begun."""

    def __init__(
        self, store: Store, reader: Reader, control: Control, report: Callable[[int], None], number: int
    ) -> None:
        self.reader = reader
        self._store, self._control, self._report, self._left = store, control, report, number

    async def read(self, texts: Mapping[bytes, str]) -> bool:
        """False when it was stopped."""
        waiting = list(texts.items())
        for start in range(0, len(waiting), BATCH):
            if not await self._control.may_go_on():
                return False
            self._report(self._left)
            batch = waiting[start : start + BATCH]
            found = await self.reader.vectors([text for _, text in batch])
            new = {key: vector.tobytes() for (key, _), vector in zip(batch, found, strict=True)}
            await self._store(lambda db, new=new: vectors.keep(db, new))  # type: ignore[misc]
            self._left -= len(batch)
        return not self._control.stopped


async def _unread_items(store: Store, item_ids: Sequence[int]) -> list[int]:
    """Of these the items whose text has not been read."""
    found: list[int] = []
    for start in range(0, len(item_ids), PAGE):
        page = list(item_ids[start : start + PAGE])
        found += await store(lambda db, page=page: unread_items(db, page))  # type: ignore[misc]
    return found


def unread_items(db: Db, item_ids: Sequence[int]) -> list[int]:
    """Of these the items whose text has not been read."""
    keys = {item.id: key_of(rendered(item)) for item in items.page(db, item_ids)}
    known = vectors.of(db, list(set(keys.values())), BYTES)
    return [item_id for item_id, key in keys.items() if key not in known]


async def _texts_of(store: Store, item_ids: Sequence[int]) -> dict[bytes, str]:
    return await store(lambda db: unread(db, map(rendered, items.page(db, item_ids))))
