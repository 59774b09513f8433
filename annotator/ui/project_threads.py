"""The threads and connections of the project that is open."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

from annotator import children
from annotator.errors import Cancelled
from annotator.services import presence, project_file
from annotator.services.project_file import Db
from annotator.ui.outcomes import Failure

# Seconds that a thread may keep Python's global lock while another waits for it; 5 ms is Python's own. A key press
# takes the lock anew after each call into Qt and each statement, and beside a run it waits this long every time.
TURN = 0.0005
LOOK = 0.02  # seconds between two looks at whether a thread has stopped reading


class ProjectThreads:
    """The threads and connections of one open project."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn_before = sys.getswitchinterval()
        self.project = ThreadPoolExecutor(1, thread_name_prefix="project")
        self.compute = ThreadPoolExecutor(1, thread_name_prefix="compute")
        self.browsing = ThreadPoolExecutor(1, thread_name_prefix="browsing")
        self.keeping = ThreadPoolExecutor(1, thread_name_prefix="keeping", initializer=_give_way)
        self.checking = ThreadPoolExecutor(1, thread_name_prefix="checking", initializer=_give_way)
        self.calls = CallsLoop()
        self._compute_db: Db | None = None
        self._browsing_db: Db | None = None
        try:
            self.write = self.project.submit(project_file.open_project, path).result()
        except BaseException:
            self.project.shutdown()
            raise
        self.path = self.write.path  # with the suffix that may be left out
        self.read = project_file.open_project(path, read_only=True)
        self.keeping.submit(presence.hold, self.path)
        sys.setswitchinterval(TURN)

    def compute_db(self) -> Db:
        """Called on the compute thread only: a connection belongs to the thread that opened it."""
        if self._compute_db is None:
            self._compute_db = project_file.open_project(self.path, read_only=True)
        return self._compute_db

    def browsing_db(self) -> Db:
        """Called on the browsing thread only."""
        if self._browsing_db is None:
            self._browsing_db = project_file.open_project(self.path, read_only=True)
        return self._browsing_db

    def close(self, stop: Callable[[], object] = lambda: None) -> None:
        """stop: ends what can be stopped; called until the check of the file has ended."""
        self.calls.close()  # first: its coroutines still hand answers to the project thread
        _end(self.checking, stop, lambda: None)
        self.keeping.shutdown(cancel_futures=True)
        presence.release(self.path)
        _end(self.browsing, _stop_of(self._browsing_db), self._close_browsing)
        _end(self.compute, _stop_of(self._compute_db), self._close_compute)
        self.read.close()
        self.project.submit(self.write.close)
        self.project.shutdown()
        sys.setswitchinterval(self._turn_before)

    def _close_compute(self) -> None:
        if self._compute_db is not None:
            self._compute_db.close()

    def _close_browsing(self) -> None:
        if self._browsing_db is not None:
            self._browsing_db.close()


def _give_way() -> None:
    """For threads that are nearly always in SQLite: one that had Python's lock would keep the window waiting for it."""
    children.give_way(threading.get_native_id())


def _stop_of(db: Db | None) -> Callable[[], object]:
    return (lambda: None) if db is None else db.stop


def _end(thread: ThreadPoolExecutor, stop: Callable[[], object], close: Callable[[], None]) -> None:
    """What is being read is for nobody any more: counting five million answers does not keep the window open."""
    last = thread.submit(lambda: None)
    while wait([last], timeout=LOOK).not_done:
        stop()  # the statement under way; what is asked after it is met at the next look
    thread.submit(close)
    thread.shutdown()


class Running:
    """One coroutine in the calls loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, coroutine: Coroutine[Any, Any, Any]) -> None:
        self._loop = loop
        self._coroutine = coroutine
        self._task: asyncio.Task[Any] | None = None
        self.ended: Callable[[Any], None] = lambda outcome: None

    def begin(self) -> None:
        self._loop.call_soon_threadsafe(self._create)

    def cancel(self) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stop)

    def _create(self) -> None:
        self._task = self._loop.create_task(self._coroutine)
        self._task.add_done_callback(self._report)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _report(self, task: asyncio.Task[Any]) -> None:
        if task.cancelled():
            self.ended(Failure(Cancelled()))
        else:
            error = task.exception()
            self.ended(task.result() if error is None else Failure(error))


class CallsLoop:
    """One asyncio loop in one thread, started with the first coroutine."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> Running:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=self._loop.run_forever, name="calls")
            self._thread.start()
        return Running(self._loop, coroutine)

    def close(self) -> None:
        """Cancel every coroutine, wait until each has cleaned up, join the thread."""
        if self._loop is None or self._thread is None:
            return
        asyncio.run_coroutine_threadsafe(_cancel_all(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._loop = self._thread = None


async def _cancel_all() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    loop = asyncio.get_running_loop()
    await loop.shutdown_asyncgens()
    await loop.shutdown_default_executor()
