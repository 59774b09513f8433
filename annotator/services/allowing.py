"""Where the texts of a project may go: to models on this machine, and to the places that its lead has allowed.

A place is named as `agents.destination` and `Plan.goes_to` name it: the host of a server, or a provider ("openai").
Runs, panels, cascades and whatever else asks a model for a project pass through `way`; below, `llm.reach` keeps shut
what was not opened there.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Protocol
from weakref import WeakSet

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.llm import reach
from annotator.llm.agents import EMBEDDED, AgentSpec
from annotator.llm.places import host_of, is_loopback_host, is_provider, place_of
from annotator.llm.reach import NotAllowed
from annotator.services.feeding import Store
from annotator.storage import setup
from annotator.storage.database import Db
from annotator.texts import say

__all__ = ["NotAllowed", "Place", "allow", "allowed", "check", "destination", "forbid", "missing", "names", "way"]

SETTING = "places that texts may go to"
MOST_SHOWN = 20_000  # characters of what was shown that are kept
_looking = threading.Lock()  # runs begin on one thread, permissions are taken back on another
_under_way: dict[Path, WeakSet[reach.Places]] = {}  # by project, of whatever asks models in this program


class Place(NamedTuple):
    """A place that texts may go to. since: when it was allowed, in UTC. shown: the text that was shown before, as an
    example of what leaves; "" where it was allowed unseen."""

    name: str
    since: str
    shown: str


class Named(Protocol):
    """Whoever names an agent, as `agents.AgentChoice` does."""

    def place(self) -> AgentSpec: ...


def allowed(db: Db) -> list[Place]:
    """The places that texts may go to, in the order in which they were allowed; empty for a project that is local
    only."""
    return [Place(entry["place"], entry["since"], entry["shown"]) for entry in setup.setting(db, SETTING, [])]


def names(db: Db) -> frozenset[str]:
    """Of the places that texts may go to."""
    return frozenset(place.name for place in allowed(db))


def allow(db: Db, place: str, *, shown: str = "") -> Changes:
    """Let texts go to a place from now on. shown: what the lead was shown of what leaves, kept with the permission.

    Raises UserError for what is no place, and for this machine, which needs no permission.
    """
    name = _name(place)
    if is_loopback_host(name):
        raise UserError(
            say("“{place}” is this machine.", place=place.strip()), hint=say("Models on it need no permission.")
        )
    kept = [known for known in allowed(db) if known.name != name]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return _put(db, [*kept, Place(name, now, shown[:MOST_SHOWN])])


def check_known(place: str) -> None:
    """Raises UserError for a bare word that is no provider, which may be mistyped; it may load litellm."""
    name = _name(place)
    bare = name == place.strip().casefold() and "." not in name and not is_loopback_host(name)
    if bare and not is_provider(name):
        raise UserError(
            say("“{name}” is no provider that is known.", name=name),
            hint=say(
                "Check the name; for a host in your network give its address, as in http://{name}:8000.", name=name
            ),
        )


def forbid(db: Db, place: str) -> Changes:
    """Take a permission back; runs under way send nothing more there, and end. Raises UserError where there is none."""
    name, known = _name(place), allowed(db)
    if name not in {each.name for each in known}:
        there = ", ".join(each.name for each in known)
        raise UserError(
            say("“{name}” is not allowed in this project.", name=name),
            hint=say("Allowed: {there}.", there=there) if there else say("No place is."),
        )
    changes = _put(db, [each for each in known if each.name != name])
    look_again(db)
    return changes


def look_again(db: Db) -> None:
    """What asks models for this project learns which permissions were taken back, by another program too."""
    with _looking:
        under_way = list(_under_way.get(db.path, ()))
    if under_way:
        still = names(db)
        for places in under_way:
            places.only(still)


def check(db: Db, spec: AgentSpec) -> str:
    """Where the agent's texts go, "" for this machine; raises NotAllowed where they may not.

    It may load litellm, as `destination` does.
    """
    place = destination(spec)
    if place and place not in names(db):
        raise NotAllowed(place)
    return place


def missing(db: Db, choices: Iterable[Named]) -> list[str]:
    """The places that these agents' texts would go to, and that are not allowed yet; each once.

    Raises ModelProblem for a model that nobody can know by its name; it may load litellm, as `destination` does.
    """
    found = dict.fromkeys(destination(choice.place()) for choice in choices)
    return [place for place in found if place and place not in names(db)]


def destination(spec: AgentSpec) -> str:
    """The host or provider that item texts are sent to, "" for this machine.

    Raises ModelProblem for a model that nobody can know by its name. It may load litellm, so it belongs on a
    background thread.
    """
    return "" if spec.model == EMBEDDED else place_of(spec.model, spec.api_base)


async def way(store: Store, *choices: Named) -> AbstractContextManager[None]:
    """What must be entered to ask these models for a project: meanwhile requests may leave for its allowed places.

    Raises NotAllowed where one of them is elsewhere, before anything is sent:

        with await allowing.way(store, choice):
            model = await open_model(choice.spec())
    """
    path, known = await store(lambda db: (db.path, names(db)))
    for choice in choices:
        place = await asyncio.to_thread(_place, choice)
        if place and place not in known:
            raise NotAllowed(place)
    places = reach.Places(known)
    with _looking:
        _under_way.setdefault(path, WeakSet()).add(places)
    await store(look_again)  # one may have been taken back since they were read
    return reach.allowing(places)


def _place(choice: Named) -> str:
    """The agent's destination, "" for one that cannot be: what is wrong with it is told by whoever opens it."""
    try:
        return destination(choice.place())
    except UserError:
        return ""


def _put(db: Db, places: list[Place]) -> Changes:
    return setup.set_setting(
        db, SETTING, [{"place": place.name, "since": place.since, "shown": place.shown} for place in places]
    )


def _name(place: str) -> str:
    """As `destination` says it: of an address its host."""
    place = place.strip().casefold()
    name = host_of(place) if any(mark in place for mark in ":/[") else place
    if not name or any(char.isspace() for char in name):
        raise UserError(
            say("“{place}” is no place.", place=place),
            hint=say("Name a host, as in llm.example.org, or a provider, as openai."),
        )
    return name
