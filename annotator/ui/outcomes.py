"""How a job ended: with its result, or with what was raised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.errors import Cancelled

if TYPE_CHECKING:  # the window opens before any job runs
    from concurrent.futures import Future


class Failure:
    """An exception as the outcome of a job."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


def outcome_of(future: Future[Any]) -> Any:
    if future.cancelled():
        return Failure(Cancelled())
    error = future.exception()
    return future.result() if error is None else Failure(error)
