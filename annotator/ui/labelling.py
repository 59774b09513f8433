"""The run of LLMs that goes on in this window, whichever page is in sight."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.model import Changes
from annotator.errors import UserError

if TYPE_CHECKING:  # a session has one of these, and the window opens before any run
    from annotator.services.agents import AgentChoice
    from annotator.services.cascade import Outcome
    from annotator.services.prelabelling import Cache, Cap, Control, Limits, Opener, Progress, Store, Summary
    from annotator.services.selecting import Selection
    from annotator.ui.session import Session

BEAT = 2_000  # ms between two refreshes of what the window shows of a run


@dataclass(frozen=True)
class Order:
    """A run of one agent or several; what is None is as the services have it.

    thresholds: of a cascade, one for each agent, 0 to 1; none where all are asked at once. api_keys: by the place of
    an agent among the choices, for this run only. limit: items to ask about at most. concurrency: calls at once.
    per_minute: calls in a minute at most. timeout: seconds that one call may take.
    """

    choices: tuple[AgentChoice, ...]
    selection: Selection | None = None
    limit: int | None = None
    concurrency: int | None = None
    per_minute: int | None = None
    timeout: float | None = None
    cap: Cap | None = None
    cache: Cache | None = None
    thresholds: tuple[float, ...] = ()
    api_keys: Mapping[int, str] = field(default_factory=dict)

    @property
    def alone(self) -> bool:
        return len(self.choices) == 1 and not self.thresholds

    def alike(self, other: Order | None) -> bool:
        """Whether both ask the same agents about the same items, so that one plan is of both."""
        return other is not None and self._asks == other._asks

    @property
    def _asks(self) -> tuple[object, ...]:
        return self.choices, self.selection, self.limit, bool(self.thresholds)


class Labelling(QObject):
    """One run at a time, of one agent or of several together. `progress` is None until something has been answered.

    opener: opens the models instead of the usual one. All numbers of a run follow one beat: at each, `progressed`
    comes first, then the session announces the change.
    """

    started = Signal()
    progressed = Signal(object)  # Progress, of all agents together
    ended = Signal(object)  # Summary, Outcome of several agents, or the UserError that broke it off
    _came = Signal(int, object)  # the agent's place and its Progress, from the loop's thread

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.opener: Opener | None = None
        self.progress: Progress | None = None
        self.parts: dict[int, Progress] = {}
        self.order: Order | None = None
        self._session = session
        self._control: Control | None = None
        self._latest: dict[int, Progress] = {}
        self._beat = QTimer(self, singleShot=True, interval=BEAT)
        self._beat.timeout.connect(self._tell)
        self._came.connect(self._take)

    @property
    def running(self) -> bool:
        return self._control is not None

    def start(self, choice: AgentChoice, *, limit: int | None, concurrency: int | None, api_key: str = "") -> None:
        """Ask about what the agent has not answered yet."""
        keys = {0: api_key} if api_key else {}
        self.begin(Order((choice,), limit=limit, concurrency=concurrency, api_keys=keys))

    def begin(self, order: Order) -> None:
        """Ask the agents of an order about what they have not answered yet."""
        from annotator.services.prelabelling import Control

        self._control, self.order = Control(), order
        self.progress, self._latest, self.parts = None, {}, {}
        work = _alone if order.alone else _cascade if order.thresholds else _panel
        coroutine: Coroutine[Any, Any, Any] = work(self._session.jobs.store, order, self._named(order))
        self._session.jobs.on_calls(coroutine, owner=self, done=self._end, failed=self._end)
        self.started.emit()

    def pause(self, paused: bool) -> None:
        if self._control is not None:
            (self._control.pause if paused else self._control.resume)()

    def stop(self) -> None:
        """What was answered stays; another start goes on with the rest."""
        if self._control is not None:
            self._control.stop()

    def _named(self, order: Order) -> dict[str, Any]:
        """What is common to all kinds of runs."""
        named = {"selection": order.selection, "cap": order.cap, "cache": order.cache, "opener": self.opener}
        given = {name: value for name, value in named.items() if value is not None}
        return given | {"control": self._control, "progress": self._came.emit}

    def _take(self, place: int, progress: Progress) -> None:
        if self.running:
            self._latest[place] = progress
            if not self._beat.isActive():
                self._tell()

    def _tell(self) -> None:
        """What came since the last beat, if anything did."""
        if not self._latest or self._latest == self.parts:
            return
        self.parts = dict(self._latest)
        self.progress = together(list(self.parts.values()))
        self._beat.start()
        self.progressed.emit(self.progress)
        self._session.announce(Changes(annotations=True, runs=True))

    def _end(self, outcome: Summary | Outcome | UserError) -> None:
        self._control = self.progress = None
        self._latest = {}
        self._beat.stop()
        self.ended.emit(outcome)
        routed = getattr(outcome, "routed", None) is not None  # a cascade sends items to people at its end
        self._session.announce(Changes(annotations=True, runs=True, queue=routed))


def together(parts: Sequence[Progress]) -> Progress:
    """The progress of agents that work at the same time; they are done when the slowest is."""
    if len(parts) == 1:
        return parts[0]
    from annotator.services.prelabelling import Progress

    def total(name: str) -> int:
        return sum(getattr(part, name) for part in parts)

    left = [part.seconds_left for part in parts if part.done < part.total]
    known = [seconds for seconds in left if seconds is not None]
    missing = [part.waiting for part in parts if part.waiting is not None]
    unread = [part.reading for part in parts if part.reading is not None]
    return Progress(
        done=total("done"),
        total=total("total"),
        labelled=total("labelled"),
        invalid=total("invalid"),
        failed=total("failed"),
        rate=sum(part.rate for part in parts if part.done < part.total),
        seconds_left=max(known) if known and len(known) == len(left) else None,
        waiting=sum(missing) if len(missing) == len(parts) else None,
        reading=sum(unread) if len(unread) == len(parts) else None,
    )


def _alone(store: Store, order: Order, named: dict[str, Any]) -> Coroutine[Any, Any, Summary]:
    from annotator.services import prelabelling

    shown = named.pop("progress")
    return prelabelling.run(
        store,
        order.choices[0],
        limit=order.limit,
        limits=_limits(order),
        api_key=order.api_keys.get(0, ""),
        progress=lambda progress: shown(0, progress),
        **named,
    )


async def _panel(store: Store, order: Order, named: dict[str, Any]) -> Outcome:
    from annotator.services import panel, selecting
    from annotator.services.cascade import Outcome

    selection = order.selection or selecting.EVERYTHING
    terms = _terms(order, named)
    found = await panel.run_panel(store, order.choices, selection=selection, limit=order.limit, terms=terms)
    return Outcome(tuple(found), None)


async def _cascade(store: Store, order: Order, named: dict[str, Any]) -> Outcome:
    from annotator.services import cascade, selecting

    wished = order.selection or selecting.EVERYTHING
    selection = await store(lambda db: selecting.fixed(db, wished))
    stages = [cascade.Stage(c, threshold) for c, threshold in zip(order.choices, order.thresholds, strict=True)]
    return await cascade.run_cascade(store, stages, selection=selection, terms=_terms(order, named))


def _terms(order: Order, named: dict[str, Any]) -> Any:
    from annotator.services.together import Terms

    rest = {name: value for name, value in named.items() if name != "selection"}
    return Terms(limits=_limits(order), api_keys=order.api_keys, **rest)


def _limits(order: Order) -> Limits:
    from annotator.services.prelabelling import Limits

    return Limits(order.concurrency, order.per_minute, timeout=order.timeout)
