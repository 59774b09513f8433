"""One import while it runs: its operation in the log, its counts, and every row that is not stored, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, repeat
from pathlib import Path
from typing import Literal, TypeVar

from annotator.domain.model import Changes, Report
from annotator.errors import UserError
from annotator.formats.layout import BadRow
from annotator.formats.reader import Reader
from annotator.services import packages
from annotator.storage import audit, imports, setup
from annotator.storage.database import Db
from annotator.storage.imports import ReasonCount, Rejected
from annotator.texts import figure, say, spoken

BATCH = 2_000
RAW_KEPT = 2_000  # characters of a rejected row that are kept, to show what it was
SKIPPED_KEPT = 20
NAMED = 3  # reasons, where the file is refused for bad rows; those of one sort that are told one by one; examples

BadRows = Literal["set-aside", "refuse"]

T = TypeVar("T")


@dataclass(frozen=True)
class ImportResult:
    """What became of the rows: every row of the file is in exactly one of the counts.

    skipped_rows: the first 20 of those skipped, since the same was there before, in the order of the file.
    skipped_reasons: why, and of how many rows, for the first 20 reasons; many of one sort together.
    again: added rows whose text the project had already, under another id.
    without_gold: rows of a file of gold that know no label of their item.
    replaced: rows that earlier imports of the same file set aside, in whose place are those of this one.
    """

    added: int
    updated: int
    skipped: int
    rejected: int
    import_id: int
    changes: Changes
    skipped_rows: tuple[Rejected, ...] = ()
    again: int = 0
    without_gold: int = 0
    skipped_reasons: tuple[ReasonCount, ...] = ()
    replaced: int = 0

    @property
    def rows(self) -> int:
        return self.added + self.updated + self.skipped + self.rejected + self.without_gold


class UnderWay:
    """Counts what becomes of the rows of one import, and writes the log. To be used inside `atomic()`."""

    def __init__(
        self,
        db: Db,
        path: Path,
        what: str,
        settings: dict[str, object],
        report: Report,
        bad_rows: BadRows = "set-aside",
    ) -> None:
        packages.check_lead(db)
        self.db, self.path, self.report, self._bad_rows = db, path, report, bad_rows
        about = {} if what == "items" else {"question": setup.question_id(db)}
        self.id = imports.begin(db, path.name, what, {**settings, **about, "bad_rows": bad_rows})
        self.op = audit.begin(db, f"import {what}")
        self.log: list[audit.LoggedRow] = []
        self.added = self.updated = self.skipped = self.rejected = self.again = self.without_gold = 0
        self._skipped_rows: list[Rejected] = []
        self._skipped_for: dict[str, _Sort] = {}  # by sort, or by reason
        self._logged = 0

    def batches(self, rows: Iterable[T | BadRow], reader: Reader) -> Iterator[list[T]]:
        """The good rows in batches; bad ones are set aside, and progress is reported in bytes."""
        remaining = iter(rows)
        while batch := list(islice(remaining, BATCH)):
            good: list[T] = [row for row in batch if not isinstance(row, BadRow)]
            bad = [row for row in batch if isinstance(row, BadRow)] if len(good) < len(batch) else []
            yield from self._flush(good, [Rejected(row.line, row.reason, row.raw) for row in bad], reader)

    def reject(self, rows: list[Rejected]) -> None:
        """Set rows aside: they could not be used."""
        self.rejected += len(rows)
        imports.reject(self.db, self.id, [row._replace(raw=row.raw[:RAW_KEPT]) for row in rows])

    def skip(self, rows: list[tuple[int, str]], *, sort: str = "", about: Sequence[str] = ()) -> None:
        """Leave rows out, since the same is there already: (line, reason).

        sort: what reasons that name something have in common; about: what they name, one for each row.
        """
        self.skipped += len(rows)
        room = SKIPPED_KEPT - len(self._skipped_rows)
        self._skipped_rows += [Rejected(line, reason, "") for line, reason in rows[:room]]
        for (line, reason), name in zip(rows, about or repeat(""), strict=False):
            key = sort or reason
            if key in self._skipped_for or len(self._skipped_for) < SKIPPED_KEPT:
                self._skipped_for.setdefault(key, _Sort()).add(line, reason, name)

    def finish(self, changes: Changes) -> ImportResult:
        """UserError where rows were set aside and the whole file is to be refused for them: nothing is stored then."""
        if self.rejected and self._bad_rows == "refuse":
            raise self._refused()
        self._write_log()
        replaced = imports.replace_earlier(self.db, self.id)
        counts = (self.added, self.updated, self.skipped, self.rejected)
        stored = dict(zip(("added", "updated", "skipped", "rejected"), counts, strict=True))
        if self.without_gold:
            stored["without_gold"] = self.without_gold
        imports.finish(self.db, self.id, stored)
        reasons = [reason for sort, found in self._skipped_for.items() for reason in found.told(sort)]
        return ImportResult(
            *counts,
            import_id=self.id,
            changes=changes | Changes(self.op),
            skipped_rows=tuple(sorted(self._skipped_rows)),
            again=self.again,
            without_gold=self.without_gold,
            skipped_reasons=tuple(sorted(reasons, key=lambda reason: reason.line)),
            replaced=replaced,
        )

    def _flush(self, good: list[T], bad: list[Rejected], reader: Reader) -> Iterator[list[T]]:
        if bad:
            self.reject(bad)
        if good:
            yield good
        self._write_log()
        self.report(reader.position, reader.size)

    def _refused(self) -> UserError:
        first = imports.reasons(self.db, self.id, limit=NAMED)
        rows = "; ".join(map(in_words, first))
        return UserError(
            say(
                "“{file}” has {n} bad rows: {rows}{more}.",
                file=self.path.name,
                n=figure(self.rejected),
                rows=rows,
                more="; …" if self.rejected > sum(reason.rows for reason in first) else "",
            )
            if self.rejected > 1
            else say("“{file}” has a bad row, {rows}.", file=self.path.name, rows=rows),
            hint=say("Nothing was imported. Mend the file, or choose to set bad rows aside."),
        )

    def _write_log(self) -> None:
        self._logged = audit.append(self.db, self.op, self.log, first=self._logged)
        self.log.clear()


@dataclass
class _Sort:
    """Reasons that differ in what they name. of: the first of them, with rows, line of the first, and that name."""

    rows: int = 0
    line: int = 0
    of: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def add(self, line: int, reason: str, name: str) -> None:
        self.rows, self.line = self.rows + 1, min(self.line or line, line)
        rows, first, _ = self.of.get(reason, (0, line, name))
        if rows or len(self.of) <= NAMED:
            self.of[reason] = (rows + 1, min(first, line), name)

    def told(self, sort: str) -> list[ReasonCount]:
        """Each by itself, unless they are many: a file that is imported again has thousands of them."""
        if len(self.of) <= NAMED:
            return [ReasonCount(reason, rows, line) for reason, (rows, line, _) in self.of.items()]
        names = [name for _, _, name in self.of.values()]
        return [ReasonCount(sort, self.rows, self.line, tuple(names[:NAMED]))]


def in_words(found: ReasonCount) -> str:
    """A reason with the lines that it is about, for people."""
    reason, line = spoken(found.reason), figure(found.line)
    if found.rows == 1:
        return say("line {line}: {reason}", line=line, reason=reason)
    return say("{reason} ({n} rows, first in line {line})", reason=reason, n=figure(found.rows), line=line)
