"""Runs that are begun together, as a panel or a cascade: what they share, and what they have spent before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.errors import UserError
from annotator.llm.agents import AgentSpec
from annotator.llm.pacing import Limits
from annotator.llm.registry import open_model
from annotator.llm.spending import Budget, Cap
from annotator.services import allowing, prelabelling, run_records
from annotator.services.agents import AgentChoice
from annotator.services.caching import Cache
from annotator.services.feeding import Store
from annotator.services.prelabelling import NO_CAP, NO_LIMITS, Opener, Together
from annotator.services.run_control import Control
from annotator.services.run_summary import Progress, Summary
from annotator.services.selecting import Selection
from annotator.storage import batches, runs
from annotator.storage.database import Db

Shown = Callable[[int, Progress], None]


def silent(place: int, progress: Progress) -> None:
    """A Shown that shows nothing."""


@dataclass(frozen=True)
class Terms:
    """How runs that are begun together go about it; see `prelabelling.run`.

    api_keys: by the place of an agent among the choices. progress: called with that place.
    """

    limits: Limits = NO_LIMITS
    cap: Cap = NO_CAP
    cache: Cache = Cache.PROJECT
    control: Control | None = None
    progress: Shown = silent
    api_keys: Mapping[int, str] | None = None
    opener: Opener = open_model

    def key(self, place: int) -> str:
        return (self.api_keys or {}).get(place, "")


class Joint:
    """Agents at work together."""

    def __init__(
        self, store: Store, choices: Sequence[AgentChoice], found: Sequence[AgentSpec | UserError], terms: Terms
    ) -> None:
        self._store, self._terms = store, terms
        self._control = terms.control or Control()
        self._choices = [
            replace(choice, model=spec.model) if isinstance(spec, AgentSpec) else None
            for choice, spec in zip(choices, found, strict=True)
        ]
        self._found = found
        self._together: Together | None = None

    @classmethod
    async def meet(cls, store: Store, choices: Sequence[AgentChoice], terms: Terms) -> Joint:
        """Asks the servers that alone know which models they have.

        Raises NotAllowed, before anything is sent, where one of them is at a place that the project does not allow.
        """
        with await allowing.way(store, *choices):
            asked = (_spec(choice, terms.key(place)) for place, choice in enumerate(choices))
            return cls(store, choices, await asyncio.gather(*asked), terms)

    def resolved(self, place: int) -> AgentChoice | None:
        """The choice with its model's name; None where its server did not say it."""
        return self._choices[place]

    async def begin(self, plan: dict[str, Any]) -> None:
        """As what was interrupted, if that had the same plan: what it has spent counts against the cap."""
        members = [spec.content_hash() for spec in self._found if isinstance(spec, AgentSpec)]
        whole = plan | {"agents": members, "examples": [choice.examples for choice in self._choices if choice]}
        self._together = await self._store(lambda db: _begun(db, whole, self._terms.cap))

    async def run(self, place: int, selection: Selection, limit: int | None = None) -> Summary | UserError:
        """One of the agents over the items: its summary, or why it could not be used."""
        choice, terms, found = self._choices[place], self._terms, self._found[place]
        if choice is None:
            assert isinstance(found, UserError)
            return found
        try:
            return await prelabelling.run(
                self._store,
                choice,
                selection=selection,
                limit=limit,
                limits=terms.limits,
                cache=terms.cache,
                control=self._control,
                progress=lambda state: terms.progress(place, state),
                api_key=terms.key(place),
                opener=terms.opener,
                together=self._together,
            )
        except UserError as error:
            return error

    async def end(self, outcomes: Sequence[Summary | UserError]) -> None:
        """Nothing is left to go on with, unless an agent was stopped or broke off."""
        together = self._together
        if together is not None and all(isinstance(o, Summary) and not o.stopped for o in outcomes):
            await self._store(lambda db: batches.finish(db, together.batch))


async def _spec(choice: AgentChoice, api_key: str) -> AgentSpec | UserError:
    try:
        return await choice.resolved(api_key=api_key)
    except UserError as error:
        return error


def _begun(db: Db, plan: dict[str, Any], cap: Cap) -> Together:
    batch, budget = batches.begin(db, plan), Budget(cap)
    for run in runs.of_batch(db, batch):
        budget.book(run_records.spent_before(db, run).spent)
    return Together(batch, budget)
