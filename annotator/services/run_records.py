"""How a run begins, goes on and ends in the project file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from annotator.domain.model import Annotator, Question
from annotator.errors import UserError
from annotator.llm.agents import AgentSpec
from annotator.llm.confidence import BATCH_AT_LEAST
from annotator.llm.methods import ConfidenceMethod
from annotator.llm.protocol import ParseStatus
from annotator.llm.spending import NOTHING, Amount, Cap
from annotator.services import agents, allowing, calibrating, confidence, repairing, replies, selecting
from annotator.services.replies import Answered
from annotator.services.run_summary import Failures
from annotator.services.selecting import Selection, Which
from annotator.storage import annotators, calls, run_items, runs, setup
from annotator.storage.database import Db
from annotator.texts import say


@dataclass(frozen=True)
class Task:
    """What is to be asked of whom. number: of examples; goes_to: the host that texts are sent to, "" for none.

    batch: of the runs that this one is begun together with, "" for none.
    """

    spec: AgentSpec
    number: int
    selection: Selection
    limit: int | None
    goes_to: str
    cap: Cap
    batch: str = ""

    @property
    def all_asked(self) -> bool:
        """Whether no item is left to be asked about when this is done."""
        return self.selection.which is Which.ALL and self.limit is None


class Before(NamedTuple):
    """What a run that goes on has spent already, at most; complete: with what was under way when it was interrupted."""

    spent: Amount
    complete: bool


@dataclass(frozen=True)
class Begun:
    """A run as it begins. agent: the annotator that the answers will be by. last_call: before it began; before: what it
    has spent until then."""

    run: runs.Run
    spec: AgentSpec
    agent: Annotator
    question: Question
    item_ids: list[int]
    last_call: int
    before: Before


def look(db: Db, task: Task) -> tuple[agents.Agent, list[int]]:
    """Who would be asked, and about which items: those without an answer, but for the examples."""
    chosen = agents.find(db, task.spec, task.number)
    annotator_id = 0 if chosen.stored is None else chosen.stored.annotator_id
    shown = chosen.spec.example_items
    return chosen, selecting.unanswered(db, task.selection, annotator_id, without=shown, limit=task.limit)


def begin(db: Db, task: Task) -> Begun:
    """A new run, or the agent's latest where that was interrupted with the same selection."""
    question = setup.question(db)
    with db.atomic():
        chosen, item_ids = look(db, task)
        agent = agents.stored(db, chosen)
        selection = task.selection.content() | {"limit": task.limit, "items": len(item_ids), "goes_to": task.goes_to}
        run, before = _run(db, agent.id, question.id, task, selection)
        if task.selection.which is not Which.ALL:
            run_items.keep(db, run.id, task.selection.item_ids or item_ids)
    who = annotators.get(db, agent.annotator_id)
    return Begun(run, chosen.spec, who, question, item_ids, calls.last_id(db), before)


def save(db: Db, begun: Begun, batch: Sequence[Answered], seconds: float) -> int:
    """Store what has come back, and the time at work since the last time, in one transaction.

    Returns how many invalid replies were repaired by people's rules.
    """
    allowing.look_again(db)
    with db.atomic():
        replies.save(db, begun.agent.id, begun.question, batch)
        runs.add_seconds(db, begun.run.id, seconds)
        invalid = [each.call.item_id for each in batch if each.call.parse_status == ParseStatus.INVALID]
        return repairing.apply_kept(db, begun.agent.id, invalid)


def note_spent(db: Db, begun: Begun, amount: Amount) -> None:
    """Write down what the run may have spent when it is next heard of."""
    runs.note_spent(db, begun.run.id, runs.Spent(*amount))


def end(db: Db, begun: Begun, status: str, *, why: str, spent: Amount, left: bool = False) -> Failures:
    """Close a run; returns what failed, which goes with the run when nothing was answered.

    left: whether there are replies for the run that goes on, or will be.
    """
    with db.atomic():
        failures = tuple(calls.failures(db, begun.run.id, after=begun.last_call))
        runs.finish(db, begun.run.id, status, why=why, spent=runs.Spent(*spent), left=left)
    return failures


def calibrate(
    db: Db, spec: AgentSpec, agent_id: int, annotator: Annotator, content_free: Sequence[dict[int, float]] = ()
) -> None:
    """Work the confidences out anew from all that the agent has answered so far, and what gold says of them."""
    if spec.confidence is ConfidenceMethod.BATCH:
        calibrating.recalibrate(db, setup.question(db), agent_id, annotator.id, content_free=content_free)
    confidence.on_gold(db, annotator)


def tidy_up(db: Db, agent: agents.Agent) -> None:
    """Close the agent's run where it was interrupted between its last answer and its end."""
    latest = None if agent.stored is None else runs.latest(db, agent.stored.id)
    if agent.stored is None or latest is None or latest.status == "finished":
        return
    shown = agent.spec.example_items
    if selecting.count(db, selection_of(db, latest), agent.stored.annotator_id, without=shown):
        return
    raw = runs.raw_count(db, agent.stored.id, setup.question(db).id)
    if agent.spec.confidence is not ConfidenceMethod.BATCH or raw >= BATCH_AT_LEAST:
        calibrate(db, agent.spec, agent.stored.id, annotators.get(db, agent.stored.annotator_id))
    with db.atomic():
        runs.finish(db, latest.id, "finished")


def spent_before(db: Db, run: runs.Run) -> Before:
    """What a run has spent until now, as it goes on."""
    if run.cap or run.status != "running":
        return Before(Amount(*run.spent), True)
    # It was killed: without a cap nothing is noted down before it is sent.
    return Before(Amount(*run.spent).most(Amount(*runs.saved_spending(db, run.id))), False)


def selection_of(db: Db, run: runs.Run) -> Selection:
    """What a run was about, so that it can go on without being chosen again."""
    which = Which(run.selection["which"])
    if which is not Which.THESE:
        return Selection(which)
    return selecting.these(run_items.of_run(db, run.id), run.selection["what"])


def _run(db: Db, agent_id: int, question_id: int, task: Task, selection: dict[str, Any]) -> tuple[runs.Run, Before]:
    cap = {name: value for name, value in asdict(task.cap).items() if value is not None}
    latest = runs.latest(db, agent_id)
    if latest is not None and agents.at_work(latest):
        raise UserError(say("This agent is at work already."), hint=say("Wait for its run to end, or stop it."))
    same = latest is not None and {**latest.selection, **task.selection.content()} == latest.selection
    if latest is not None and same and latest.status != "finished" and task.batch in ("", latest.batch):
        return runs.go_on(db, latest, selection, cap), spent_before(db, latest)
    return runs.begin(db, agent_id, question_id, selection, batch=task.batch, cap=cap), Before(NOTHING, True)
