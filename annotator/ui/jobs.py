"""Background work: the only place that starts threads.

project: the one write connection. compute: a read-only connection for merging, statistics and export. browsing: one
for searches and filters, which must not wait for those. keeping, checking: backups and the check of the file, which
open their own.
calls: one asyncio loop for requests to models. background: work that needs no project.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from annotator.errors import Cancelled, ProjectProblem, UserError
from annotator.ui.outcomes import Failure, outcome_of

if TYPE_CHECKING:  # the window opens before any project does
    from concurrent.futures import Future, ThreadPoolExecutor

    from annotator.services.feeding import Store
    from annotator.services.project_file import Db
    from annotator.ui.project_threads import ProjectThreads

T = TypeVar("T")
Done = Callable[[T], object]
Failed = Callable[[UserError], object]


class Reporter(QObject):
    """Carries progress of one job to the UI thread, and the wish to stop back to the job.

    Give `reporter.report` to a service as its Report; connect `progressed(done, total or None)` on the UI side.
    """

    progressed = Signal(object, object)
    INTERVAL = 0.1  # seconds between two signals; a million rows must not flood the event queue

    def __init__(self) -> None:
        super().__init__()  # no parent: it must outlive the page that shows the progress
        self._stopped = threading.Event()
        self._interrupt: Callable[[], object] = lambda: None
        self._last = 0.0

    def report(self, done: int, total: int | None) -> None:
        """Called from any thread; raises Cancelled once stop() was called."""
        if self._stopped.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= self.INTERVAL or done == total:
            self._last = now
            self.progressed.emit(done, total)

    def interrupts(self, stop: Callable[[], object]) -> None:
        """Called from any thread: what ends a long statement that does not report, at once and from another thread."""
        self._interrupt = stop

    def stop(self) -> None:
        self._stopped.set()
        self._interrupt()


class Job:
    """One piece of work that was handed in."""

    def __init__(self, cancel: Callable[[], object], reporter: Reporter | None = None) -> None:
        self._cancel = cancel
        self.reporter = reporter
        self.writes = False
        self._finished = threading.Event()

    @property
    def finished(self) -> bool:
        """True once the work has ended and its result was delivered (or dropped)."""
        return self._finished.is_set()

    def finish(self) -> None:
        """For the JobRunner."""
        self._finished.set()

    def cancel(self) -> None:
        """Ask the work to stop. What has begun to be written is written; nothing more is shown."""
        self._cancel()


class _Relay(QObject):
    """Brings results to the UI thread. One long-lived object: signals of short-lived ones die on their thread."""

    posted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _call(self, deliver: Callable[[], None]) -> None:
        deliver()


class JobRunner(QObject):
    """Runs work beside the UI thread. Results come back on the UI thread and are dropped when their owner has gone.

    UserError goes to `failed` (else to `default_failed`), Cancelled is silent, anything else is a bug and is raised
    on the UI thread, where sys.excepthook shows it.
    """

    opened = Signal()
    closed = Signal()
    writing_changed = Signal(int)  # writes handed in whose end is not known yet
    not_saved = Signal()  # the file could not take a write; it follows `writing_changed`

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.default_failed: Failed | None = None
        self._relay = _Relay(self)
        self._background: ThreadPoolExecutor | None = None
        self._threads: ProjectThreads | None = None
        self._reporters: list[Reporter] = []
        self._closing = False
        self._all_written = True  # since it was last closed
        self._writing = 0
        self.question_id: int | None = None  # that work handed in from now on is about; None for the first one

    @property
    def path(self) -> Path | None:
        return self._threads.path if self._threads else None

    @property
    def read(self) -> Db:
        """The UI thread's own read-only connection; only for page reads of about a millisecond."""
        return _about(self._project.read, self.question_id)

    def open(self, path: Path) -> None:
        """Open a project file (the one open before is closed). UserError when it cannot be used."""
        from annotator.ui.project_threads import ProjectThreads

        self.close()
        self._threads = ProjectThreads(path)
        self.opened.emit()

    def close(self) -> bool:
        """Stop what can be stopped, finish every write, join the threads, close the connections. Idempotent.

        Returns whether all was written that was waiting; what was not is told as ever.
        """
        self._closing, self._all_written = True, True
        self._stop_reporters()
        try:
            if self._threads is not None:
                self._threads.close(self._stop_reporters)
            if self._background is not None:
                self._background.shutdown(cancel_futures=True)
            # What ended meanwhile is delivered now, so that a failed write is never silent.
            QCoreApplication.sendPostedEvents(self._relay, QEvent.Type.MetaCall.value)
        finally:
            self._threads, self._background, self._closing = None, None, False
            self.question_id = None
        self.closed.emit()
        return self._all_written

    def _stop_reporters(self) -> None:
        for reporter in self._reporters:
            reporter.stop()

    def on_project(
        self,
        work: Callable[[Db], T],
        *,
        owner: QObject,
        done: Done[T] | None = None,
        failed: Failed | None = None,
        reporter: Reporter | None = None,
    ) -> Job:
        """Run `work` with the one write connection, after all writes handed in before."""
        threads, asked = self._project, self.question_id
        self._count_writing(1)
        job = self._submit(threads.project, lambda: _within(threads.write, asked, work), owner, done, failed, reporter)
        job.writes = True
        return job

    def on_compute(
        self,
        work: Callable[[Db], T],
        *,
        owner: QObject,
        done: Done[T] | None = None,
        failed: Failed | None = None,
        reporter: Reporter | None = None,
    ) -> Job:
        """Run `work` with a read-only connection of its own; all that it reads is of one moment."""
        threads, asked = self._project, self.question_id

        def of_one_moment(db: Db) -> T:
            with db.snapshot():
                return work(db)

        return self._submit(
            threads.compute, lambda: _within(threads.compute_db(), asked, of_one_moment), owner, done, failed, reporter
        )

    def on_browsing(
        self,
        work: Callable[[Db], T],
        *,
        owner: QObject,
        done: Done[T] | None = None,
        failed: Failed | None = None,
        reporter: Reporter | None = None,
    ) -> Job:
        """As `on_compute`, for what somebody waits for: it never stands behind merging or an export."""
        threads, asked = self._project, self.question_id
        return self._submit(
            threads.browsing, lambda: _within(threads.browsing_db(), asked, work), owner, done, failed, reporter
        )

    def on_keeping(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Done[T] | None = None,
        failed: Failed | None = None,
        reporter: Reporter | None = None,
        checks: bool = False,
    ) -> Job:
        """Check or back up the open project, on connections that `work` opens and closes itself.

        checks: it reads the whole file; backups do not wait for it.
        """
        thread = self._project.checking if checks else self._project.keeping
        return self._submit(thread, work, owner, done, failed, reporter)

    def on_background(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Done[T] | None = None,
        failed: Failed | None = None,
        reporter: Reporter | None = None,
    ) -> Job:
        """Run work that needs no open project, such as reading a file for a preview."""
        from concurrent.futures import ThreadPoolExecutor

        if self._background is None:
            self._background = ThreadPoolExecutor(1, thread_name_prefix="background")
        return self._submit(self._background, work, owner, done, failed, reporter)

    def on_calls(
        self,
        coroutine: Coroutine[Any, Any, T],
        *,
        owner: QObject,
        done: Done[T] | None = None,
        failed: Failed | None = None,
    ) -> Job:
        """Run a coroutine in the loop for requests to models. Closing the project cancels it and waits for it."""
        running = self._project.calls.start(coroutine)
        job = Job(running.cancel)
        running.ended = lambda outcome: self._post(job, outcome, owner, done, failed)
        running.begin()
        return job

    @property
    def store(self) -> Store:
        """For coroutines of on_calls: runs work on the project thread. Once handed in it is not cancelled.

        It stays about the question of the moment in which it is taken, whichever is looked at later.
        """
        import asyncio

        threads, asked = self._project, self.question_id

        async def store(work: Callable[[Db], T]) -> T:
            stored = threads.project.submit(lambda: _within(threads.write, asked, work))
            return await asyncio.shield(asyncio.wrap_future(stored))

        return store

    @property
    def writing(self) -> bool:
        """Whether a write was handed in whose end is not known yet."""
        return self._writing > 0

    def _count_writing(self, step: int) -> None:
        self._writing += step
        self.writing_changed.emit(self._writing)

    @property
    def _project(self) -> ProjectThreads:
        if self._threads is None:
            raise RuntimeError("no project is open")
        return self._threads

    def _submit(
        self,
        executor: ThreadPoolExecutor,
        work: Callable[[], T],
        owner: QObject,
        done: Done[T] | None,
        failed: Failed | None,
        reporter: Reporter | None,
    ) -> Job:
        future = executor.submit(work)
        if reporter is not None:
            self._reporters.append(reporter)

        def cancel() -> None:
            if not future.cancel() and reporter is not None:
                reporter.stop()

        def ended(future: Future[T]) -> None:
            self._post(job, outcome_of(future), owner, done, failed)

        job = Job(cancel, reporter)
        future.add_done_callback(ended)
        return job

    def _post(self, job: Job, outcome: Any, owner: QObject, done: Done[Any] | None, failed: Failed | None) -> None:
        """Called on a worker thread."""
        if shiboken6.isValid(self._relay):
            self._relay.posted.emit(lambda: self._deliver(job, outcome, owner, done, failed))

    def _deliver(self, job: Job, outcome: Any, owner: QObject, done: Done[Any] | None, failed: Failed | None) -> None:
        job.finish()
        if job.writes:
            self._count_writing(-1)
            if isinstance(outcome, Failure):
                self._all_written &= isinstance(outcome.error, Cancelled)
                if isinstance(outcome.error, ProjectProblem):
                    self.not_saved.emit()
        if job.reporter in self._reporters:
            self._reporters.remove(job.reporter)
        gone = not shiboken6.isValid(owner)
        if isinstance(outcome, Failure):
            _raise_or_tell(outcome.error, (None if gone else failed) or self.default_failed)
        elif not gone and not self._closing and done is not None:
            done(outcome)


def _about(db: Db, question_id: int | None) -> Db:
    db.question_id = question_id
    return db


def _within(db: Db, question_id: int | None, work: Callable[[Db], T]) -> T:
    with db.explaining():
        return work(_about(db, question_id))


def _raise_or_tell(error: BaseException, tell: Failed | None) -> None:
    if isinstance(error, Cancelled):
        return
    if isinstance(error, UserError) and tell is not None:
        tell(error)
        return
    raise error
