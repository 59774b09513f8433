"""The wall that requests to models must pass: nothing but this machine is reached unless its place was allowed.

It is closed unless somebody opens it. A request whose place is not allowed is not made. While one to this machine is
under way, whatever its task connects to elsewhere (by a redirection, a proxy, or an address that a library found
somewhere) is refused before a packet is sent. One to a place elsewhere is sent on to another host only if that is
allowed too.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar
from weakref import WeakSet

from annotator.errors import ModelProblem, NoMoreCalls
from annotator.llm.places import is_loopback_host
from annotator.texts import say

T = TypeVar("T")
UNSEALED = "http://"  # before the host, of a place that was to be reached without encryption


class NotAllowed(ModelProblem):
    """Texts would leave for a place that nobody has allowed. place: its host, or the provider's name; with http://
    where they were to go without the encryption that they were sent with."""

    def __init__(self, place: str) -> None:
        if place.startswith(UNSEALED):
            super().__init__(
                say(
                    "The model's server has tried to send the request on to {place}, without encryption.",
                    place=place,
                ),
                hint=say("Check the address of the model."),
            )
        elif is_loopback_host(place):
            super().__init__(
                say(
                    "A server elsewhere has tried to send the request on to {place}, which is this machine.",
                    place=place,
                ),
                hint=say("Check the address of the model."),
            )
        else:
            super().__init__(
                say("Nothing may be sent to {place} before it is allowed in this project.", place=place),
                hint=say("Look at what would be sent, and allow the place."),
            )
        self.place = place


class Withdrawn(NoMoreCalls):
    """The permission for a place was taken back while requests were being made."""

    def __init__(self, place: str) -> None:
        super().__init__(
            say("It has stopped, since the permission to send texts to {place} was taken back.", place=place),
            hint=say("What was answered is kept; allow the place again and start again to go on."),
        )


class Places:
    """The places that texts may go to while something asks models; any thread may take one back meanwhile."""

    def __init__(self, names: Collection[str] = ()) -> None:
        self._begun = self._now = frozenset(names)

    @property
    def names(self) -> frozenset[str]:
        """Of those that may be sent to now."""
        return self._now

    def only(self, names: Collection[str]) -> None:
        """From now on just those of the places that are among the names."""
        self._now = self._begun & frozenset(names)

    def check(self, place: str) -> None:
        """Raises NotAllowed, or Withdrawn, for a place that may not be sent to."""
        if place not in self._now:
            raise Withdrawn(place) if place in self._begun else NotAllowed(place)


@contextmanager
def allowing(places: Collection[str] | Places) -> Iterator[None]:
    """Meanwhile this task, and those that it starts, may send to these places, and to no others but this machine."""
    token = _allowed.set(places if isinstance(places, Places) else Places(places))
    try:
        yield
    finally:
        _allowed.reset(token)


def check(place: str) -> None:
    """Raises NotAllowed, or Withdrawn, where a place other than "" for this machine may not be sent to."""
    if place:
        _allowed.get().check(place)


def allowed_now() -> frozenset[str]:
    """The places that this task may send to."""
    return _allowed.get().names


def check_sent_on(start: str, end: str, *, unsealed: bool = False) -> None:
    """Raises NotAllowed where a server at the host `start` sends the request under way on to the host `end`, and nobody
    has allowed that. unsealed: whether it would go on without encryption, which it had until then; no place that is
    allowed is allowed so, not even the same one."""
    request = _under_way.get()
    if request is None or (is_loopback_host(start) and is_loopback_host(end)):
        return
    if start != end and (not request.place or end not in allowed_now()):
        request.refused = end
    elif unsealed:
        request.refused = f"{UNSEALED}{end}"
    else:
        return
    raise NotAllowed(request.refused)


def check_again() -> None:
    """As `check` of the request under way, which may have waited for its turn."""
    request = _under_way.get()
    if request is not None:
        check(request.place)


@contextmanager
def bound_for(place: str) -> Iterator[None]:
    """Around one request. Raises NotAllowed before it is made, and where it turned out to go somewhere else."""
    check(place)
    _watch()
    _carry_into_threads()
    request = _Request(place)
    token = _under_way.set(request)
    try:
        yield
    except Exception:
        if request.refused:  # whatever became of it on its way through libraries
            raise NotAllowed(request.refused) from None
        raise
    finally:
        _under_way.reset(token)


@contextmanager
def shut() -> Iterator[None]:
    """Meanwhile nothing elsewhere is reached, whatever a library would like to look up there: it is told that it cannot
    be, and does without."""
    _watch()
    token = _under_way.set(_Request(""))
    try:
        yield
    finally:
        _under_way.reset(token)


@dataclass
class _Request:
    """refused: where else it was about to go."""

    place: str
    refused: str = ""


class _Carrying(ThreadPoolExecutor):
    """Works for a task in its context, as `asyncio.to_thread` does."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        return super().submit(copy_context().run, fn, *args, **kwargs)


def _carry_into_threads() -> None:
    """asyncio looks names up in threads of its own, where it would not be known for which request."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return
    if loop not in _carrying:
        loop.set_default_executor(_Carrying(thread_name_prefix="asyncio"))
        _carrying.add(loop)


@cache
def _watch() -> None:
    """Python has no way to take such a hook out again, so it does nothing outside of a request."""
    sys.addaudithook(_look)


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in _SENDING and event not in _LOOKING_UP:
        return
    request = _under_way.get()
    if request is None or request.place:
        return
    host = _host(arguments[0] if event in _LOOKING_UP else _first(arguments[1]))
    if host and not is_loopback_host(host):
        request.refused = host
        raise NotAllowed(host)


def _first(address: Any) -> Any:
    """The host of an address as sockets have it; a path is that of a socket on this machine."""
    return address[0] if isinstance(address, tuple) and address else ""


def _host(target: Any) -> str:
    return target.decode(errors="replace") if isinstance(target, bytes) else str(target or "")


_NONE = Places()
_allowed: ContextVar[Places] = ContextVar("places that are allowed", default=_NONE)
_under_way: ContextVar[_Request | None] = ContextVar("request under way", default=None)
_carrying: WeakSet[asyncio.AbstractEventLoop] = WeakSet()
_SENDING = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_LOOKING_UP = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})
