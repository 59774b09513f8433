"""Agents that a script plays, and that take tokens and money, as hosted ones do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from annotator.llm.agents import AgentSpec
from annotator.llm.guarding import GuardedModel
from annotator.llm.protocol import LabelRequest, Model, Reply
from annotator.llm.scripted import ScriptedModel
from annotator.services import importing, prelabelling, trying
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from tests.projects import direct
from tests.ui.runs import Script

TOKENS_IN, TOKENS_OUT = 40, 4


def hosted(name: str) -> AgentChoice:
    """An agent of this name, which nothing is listening to, since the script answers."""
    return AgentChoice(f"ollama/{name}")


def asked(db: Db, name: str, script: Script, cost: float | None = 0.0, limit: int | None = None) -> None:
    """One run of an agent over all items, or the first `limit`. cost: US dollars of each reply, None where unknown."""
    asyncio.run(prelabelling.run(direct(db), hosted(name), limit=limit, opener=_opener(script, cost)))


def tried(db: Db, name: str, script: Script, cost: float | None, number: int) -> None:
    """An agent is tried out on so many items, which labels none of them."""
    asyncio.run(trying.try_out(direct(db), hosted(name), number=number, opener=_opener(script, cost)))


def _opener(script: Script, cost: float | None) -> Callable[[AgentSpec], Awaitable[Model]]:
    async def opener(spec: AgentSpec) -> Model:
        return GuardedModel(_Paid(script, cost))

    return opener


def gold(db: Db, folder: Path, rows: dict[str, str]) -> None:
    """Known labels, by the item's own id."""
    path = folder / "gold.csv"
    path.write_text("\n".join(["item,label", *(f"{item},{label}" for item, label in rows.items())]))
    importing.import_gold(db, path)


class _Paid(ScriptedModel):
    def __init__(self, script: Script, cost: float | None) -> None:
        super().__init__(script)
        self._cost = cost

    async def ask(self, request: LabelRequest) -> Reply:
        found = await super().ask(request)
        return replace(found, tokens_in=TOKENS_IN, tokens_out=TOKENS_OUT, cost=self._cost)
