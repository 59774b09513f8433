"""How long a person looked at an item, without the time that the window was in the background."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic


class ActiveClock:
    """A stop watch in seconds; `now` is any steadily growing clock."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._gathered = 0.0
        self._since: float | None = None

    def restart(self) -> None:
        self._gathered = 0.0
        self._since = self._now()

    def pause(self) -> None:
        self._gathered = self.seconds()
        self._since = None

    def resume(self) -> None:
        if self._since is None:
            self._since = self._now()

    def seconds(self) -> float:
        return self._gathered + (0.0 if self._since is None else self._now() - self._since)
