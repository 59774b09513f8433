"""The report that a lead hands over: what was asked, who answered, how far it can be trusted, and what it took."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from typing import Any

from annotator.domain.filters import Agreement, Filter, Sort
from annotator.domain.model import Question, silent
from annotator.domain.model import Report as Progress
from annotator.domain.words import counted
from annotator.services import agreement, alt_test, browsing, label_shares, ledger, merging, overview, reliability
from annotator.services import routing as routing_
from annotator.services.agents import AgentInfo
from annotator.services.agreement import AgreementReport
from annotator.services.alt_test import Verdict
from annotator.services.label_shares import Distribution
from annotator.services.ledger import Ledger
from annotator.services.merging import AnnotatorReport, MergeState
from annotator.services.overview import Summary
from annotator.services.routing import Routing
from annotator.storage import guidelines, imports, items, posteriors, setup
from annotator.storage.database import Db
from annotator.storage.guidelines import Older
from annotator.storage.imports import Imported
from annotator.texts import figure, say

EXAMPLES = 8  # of disagreement, where they are wished for
STEPS = 8  # that are reported while it is worked out


@dataclass(frozen=True)
class Example:
    """An item with differing answers: what each annotator said of it, and what came of it."""

    item_id: str
    text: str
    answers: tuple[tuple[str, str], ...]
    result: str


@dataclass(frozen=True, eq=False)
class Content:
    """All that a report says, as the services give it. Numbers stand here once; the page only writes them down.

    at: when it was made, UTC. merging: parameters of the result in force, {} without one. routing: in force, or None.
    examples: empty unless they were wished for.
    """

    project: str
    question: Question
    at: str
    version: str
    items: int
    imports: tuple[Imported, ...]
    summary: Summary
    annotators: tuple[AnnotatorReport, ...]
    agreement: AgreementReport
    calibration: reliability.Report
    merge: MergeState | None
    merging: dict[str, Any]
    distribution: Distribution
    routing: Routing | None
    verdicts: tuple[Verdict, ...]
    ledger: Ledger
    older: Older
    versions: int
    examples: tuple[Example, ...] = field(default=())

    @property
    def agents(self) -> tuple[AgentInfo, ...]:
        return self.summary.agents

    @property
    def gold(self) -> int:
        """Items with gold, imported or settled."""
        return self.calibration.gold

    @property
    def measuring(self) -> int:
        """Items whose gold anything is measured by."""
        return self.calibration.measuring

    @property
    def guarantee(self) -> str:
        """The promise in force, as a sentence; "" where there is none."""
        rules = {} if self.routing is None else self.routing.parameters
        return str(rules.get("sentence", "")) if rules.get("promised") else ""


def content(db: Db, *, examples: bool = False, progress: Progress = silent) -> Content:
    """Everything at one moment; it reads all answers several times, so it belongs on the compute thread.

    examples: whether texts of items with differing answers are shown.
    """
    with db.snapshot():
        return _content(db, examples, _steps(progress))


def _content(db: Db, examples: bool, step: Iterator[None]) -> Content:
    question = setup.question(db)
    summary = overview.summary(db)
    next(step)
    agreed = agreement.report(db)
    next(step)
    calibration = reliability.report(db)
    next(step)
    distribution = label_shares.distribution(db)
    next(step)
    verdicts = tuple(alt_test.verdicts(db))
    next(step)
    costs = ledger.ledger(db)
    next(step)
    merged = posteriors.current(db)
    return Content(
        project=summary.name,
        question=question,
        at=datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        version=metadata.version("annotator"),
        items=items.count(db),
        imports=tuple(imports.every(db)),
        summary=summary,
        annotators=tuple(merging.annotator_report(db)),
        agreement=agreed,
        calibration=calibration,
        merge=summary.merge,
        merging={} if merged is None else merged.parameters,
        distribution=distribution,
        routing=routing_.current(db),
        verdicts=verdicts,
        ledger=costs,
        older=guidelines.older(db),
        versions=len(guidelines.versions(db)),
        examples=tuple(_examples(db, question)) if examples else (),
    )


def _steps(progress: Progress) -> Iterator[None]:
    """Reports one more step each time."""
    for done in range(STEPS + 1):
        progress(min(done, STEPS), STEPS)
        yield


def _examples(db: Db, question: Question) -> Sequence[Example]:
    """The items that the answers leave most open, among those with differing ones."""
    names = {label.id: label.name for label in question.labels}
    found = browsing.find(db, Filter(agreement=Agreement.DIFFERING), Sort("entropy", descending=True))[:EXAMPLES]
    told = []
    for row in browsing.rows(db, [int(id_) for id_ in found]):
        given = browsing.answers_to(db, row.id)
        answers = tuple((a.annotator.name, names.get(a.label_id or 0, a.status.value)) for a in given)
        sure = "" if row.probability is None else f" ({figure(row.probability, 2)})"
        result = (
            say("merged: {consensus}{sure}", consensus=row.consensus, sure=sure) if row.consensus else say("not merged")
        )
        told.append(
            Example(
                row.external_id,
                row.text,
                answers,
                say("{result}; gold: {gold}", result=result, gold=row.gold) if row.gold else result,
            )
        )
    return told


def sentence(found: Content) -> str:
    """What the report is about, for the command line and the window."""
    parts = [counted(found.items, "item"), counted(len(found.annotators), "annotator")]
    parts.append(say("{items} with gold", items=counted(found.gold, "item")))
    return say("Report on {project}: {parts}.", project=found.project, parts=", ".join(parts))
