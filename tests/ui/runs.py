"""Runs of an LLM that a script answers, and that stop where a test wants to look."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import LabelRequest, Model, Reply
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services.agents import AgentChoice
from annotator.ui.session import Session

Script = Callable[[LabelRequest], Said]
BUILT_IN = AgentChoice()


# The scripted confidences of the items of conftest.TEXTS.
SURE = {"r1": 0.9, "r2": 0.7, "r3": 0.55}


def by_text(request: LabelRequest) -> Said:
    """Three labels with different confidences, and one reply that names none."""
    texts = {"late": SURE["r1"], "Lovely": SURE["r2"], "refund": SURE["r3"]}
    for word, top in texts.items():
        if word in request.text:
            return f"positive | {100 * top:.0f}"
    return "It depends."


def labelled_by(qtbot: QtBot, session: Session, script: Script, choice: AgentChoice = BUILT_IN) -> None:
    """A whole run that a script answers."""
    played_by(session, script)
    with qtbot.waitSignal(session.labelling.ended):
        session.labelling.start(choice, limit=None, concurrency=None)


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

    session.labelling.opener = opener
