"""Runs of an LLM that a script answers, and that stop where a test wants to look."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from pytestqt.qtbot import QtBot

from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import LabelRequest, Model, Reply
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services import prelabelling
from annotator.services.agents import AgentChoice
from annotator.ui.session import Session

Script = Callable[[LabelRequest], Said]


def played_by(session: Session, script: Script) -> None:
    """Let the session's runs be answered by a script."""
    _open_with(session, lambda: ScriptedModel(script))


@contextmanager
def held(qtbot: QtBot, session: Session, script: Script, *, after: int) -> Iterator[None]:
    """A run that answers so many items and then waits; the `with` block's end lets it finish."""
    model = _Held(script, after)
    _open_with(session, lambda: model)
    session.labelling.start(AgentChoice(), limit=None, concurrency=1)
    qtbot.waitUntil(lambda: session.labelling.progress is not None and session.labelling.progress.done == after)
    try:
        yield
    finally:
        model.go_on()
        qtbot.waitUntil(lambda: not session.labelling.running)


def slowly(session: Session, script: Script, seconds: float = 0.2) -> None:
    """Let the session's runs be answered by a script that takes its time."""
    _open_with(session, lambda: _Slow(script, seconds))


class _Slow(ScriptedModel):
    def __init__(self, script: Script, seconds: float) -> None:
        super().__init__(script)
        self._seconds = seconds

    async def ask(self, request: LabelRequest) -> Reply:
        await asyncio.sleep(self._seconds)
        return await super().ask(request)


class _Held(ScriptedModel):
    """Waits without holding up the loop, so that what is answered is saved meanwhile."""

    def __init__(self, script: Script, after: int) -> None:
        super().__init__(script)
        self._after = after
        self._loop: asyncio.AbstractEventLoop | None = None
        self._gate = asyncio.Event()

    async def ask(self, request: LabelRequest) -> Reply:
        self._loop = asyncio.get_running_loop()
        if len(self.asked) >= self._after:
            await self._gate.wait()
        return await super().ask(request)

    def go_on(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._gate.set)


def _open_with(session: Session, make: Callable[[], Model]) -> None:
    async def opener(spec: AgentSpec) -> Model:
        return make()

    session.labelling.service = partial(prelabelling.run, opener=opener)
