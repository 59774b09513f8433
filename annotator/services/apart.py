"""Merging and exports of large projects in a process of their own, so that the window never waits for them.

In a thread beside it each long step on large arrays keeps Python's global lock, and the window with it, for up to two
tenths of a second; small projects are done before another process has started.
"""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Unpack

import numpy as np
from numpy.typing import NDArray

from annotator import children
from annotator.domain.model import Report, silent
from annotator.services import exporting, merging, parcels
from annotator.services.export_words import ExportResult, Options
from annotator.services.merging import AUTO, Computed
from annotator.services.parcels import Parcel
from annotator.storage import items, posteriors, setup
from annotator.storage.database import Db

MODULE, CHILD = "annotator.services.apart_child", "--apart-child"
LARGE = 100_000  # answers that are merged, rows that are written: about what takes as long as to start a process
ENDS_WITHIN = 10.0  # seconds for a half-written file to be taken away

_ONE_PROCESSOR = {"OPENBLAS_NUM_THREADS": "1"}  # the other is the window's, where there are two

_log = logging.getLogger(__name__)


class NotDone(Exception):  # noqa: N818 - not told to anybody: the work is then done here
    """The other process did not do it."""


def merge(db: Db, method: str = AUTO, report: Report = silent) -> Computed:
    """As `merging.merge`, without what it has learnt."""
    if merging.answer_count(db) < LARGE:
        return merging.merge(db, method, report)
    try:
        return unpacked(done(db, {"do": "merge", "method": method}, report=report))
    except NotDone:
        return merging.merge(db, method, report)


def export(
    db: Db,
    path: Path,
    *,
    only: Sequence[int] | NDArray[np.int64] | None = None,
    report: Report = silent,
    **options: Unpack[Options],
) -> ExportResult:
    """As `exporting.export`."""
    some = only if options.get("what", "labels") == "labels" else None
    if (items.count(db) if some is None else len(some)) >= LARGE:
        chosen = {} if only is None else {"only": np.asarray(only, dtype=np.int64)}
        with suppress(NotDone):
            told = done(db, {"do": "export", "path": str(path), "options": options}, chosen, report).said
            return ExportResult(path, told["rows"], told["expected"], told["sources"], told["routes"])
    listed = None if only is None else [int(item_id) for item_id in only]
    return exporting.export(db, path, only=listed, report=report, **options)


def packed(computed: Computed) -> Parcel:
    """What `unpacked` makes the same of, but for the fit."""
    header = dict(computed.header)
    scales = header.pop("scales")
    about = computed.reliabilities
    arrays = {name: getattr(computed.rows, name) for name in posteriors.Posterior._fields}
    if scales is not None:
        arrays["scales"] = np.frombuffer(scales, dtype=np.uint8)
    matrices = [row.confusion for row in about if row.confusion is not None]
    if matrices:
        arrays["confusion"] = np.frombuffer(b"".join(matrices), dtype=np.uint8).reshape(len(matrices), -1)
    told = [(row.annotator_id, row.answers, row.reliability, row.confusion is not None) for row in about]
    return Parcel({"header": header, "reliabilities": told, "warnings": computed.warnings}, arrays)


def unpacked(parcel: Parcel) -> Computed:
    said, arrays = parcel
    scales, matrices = arrays.get("scales"), iter(arrays.get("confusion", ()))
    header = said["header"] | {"scales": None if scales is None else scales.tobytes()}
    rows = posteriors.Posteriors(**{name: arrays[name] for name in posteriors.Posterior._fields})
    about = [
        posteriors.Reliability(annotator_id, answers, reliability, next(matrices).tobytes() if known else None)
        for annotator_id, answers, reliability, known in said["reliabilities"]
    ]
    return Computed(header, rows, about, tuple(said["warnings"]))


def done(
    db: Db,
    asked: Mapping[str, Any],
    arrays: Mapping[str, NDArray[Any]] | None = None,
    report: Report = silent,
) -> Parcel:
    """What the process answers. NotDone where it could not: what is wrong is then found out, and told, here."""
    report(0, None)
    with Path(os.devnull).open("wb") as nowhere:
        try:
            child = children.start(MODULE, CHILD, nowhere, apart=True, environment=_ONE_PROCESSOR)
        except OSError as error:
            raise NotDone from error
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        about = {"project": str(db.path), "question_id": setup.question(db).id, **asked}
        with suppress(OSError):  # it has ended already, which is seen when there is no answer
            parcels.send(child.stdin, about, arrays)
        return _answer(child.stdout, report)
    finally:
        _end(child)


def _answer(source: IO[bytes], report: Report) -> Parcel:
    """It says several times a second how far it is, so that Cancelled soon comes through."""
    while (parcel := parcels.receive(source)) is not None:
        if "failed" in parcel.said:
            if parcel.said["failed"]:
                _log.warning("work apart from the window failed there: %s", parcel.said["failed"])
            raise NotDone
        if "progress" not in parcel.said:
            return parcel
        report(*parcel.said["progress"])
    _log.warning("work apart from the window ended without an answer")
    raise NotDone


def _end(child: subprocess.Popen[bytes]) -> None:
    assert child.stdin is not None
    assert child.stdout is not None
    with suppress(OSError):
        child.stdin.close()  # nobody wants it any more
    try:
        child.wait(ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    child.stdout.close()
