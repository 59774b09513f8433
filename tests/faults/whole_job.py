"""The whole job on the sample, in services and in the window, then all that may not leave this machine.

Usage: whole_job.py FOLDER. Says what it did in one line of JSON; it is watched from outside for what it reaches.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.services import (
    adjudicating,
    agents,
    annotating,
    cascade,
    estimating,
    exporting,
    merging,
    prelabelling,
    project_file,
    routing,
    sample,
)
from annotator.services.agents import AgentChoice
from annotator.services.allowing import NotAllowed
from annotator.services.cascade import Stage
from annotator.services.project_file import Db
from tests.projects import direct

PAGES = ("overview", "items", "annotate", "review", "agents", "quality", "export")
ELSEWHERE = (
    AgentChoice("anthropic/claude-haiku-4-5"),
    AgentChoice("openai/gpt-4o"),
    AgentChoice("m", "http://192.0.2.1:8080/v1"),
    AgentChoice("", "https://llm.example.org/v1"),  # whose model only its server knows
    AgentChoice("m", "http://gpu.local:1234/v1"),
    AgentChoice("ollama/qwen3"),  # which the environment has moved elsewhere
)
WITHIN = 120.0  # seconds


def main(folder: Path) -> dict[str, Any]:
    """With what the sample's project came to, and how often it was refused to send something elsewhere."""
    project = sample.open_sample(folder / sample.FILE_NAME).path
    db = project_file.open_project(project)
    labelled = asyncio.run(prelabelling.run(direct(db), AgentChoice(), limit=12)).labelled
    routing.route(db, threshold=0.99)
    answered = _answer(db)
    merging.merge_and_store(db)
    settled = _settle(db)
    probed = asyncio.run(agents.tried(direct(db), AgentChoice())).probabilities
    refused = [_refused(prelabelling.run(direct(db), choice)) for choice in ELSEWHERE]
    refused += [_refused(agents.tried(direct(db), choice)) for choice in ELSEWHERE]
    refused += [_refused(agents.tried_alone(choice)) for choice in ELSEWHERE]
    estimates = [estimating.estimate(db, choice).source.value for choice in ELSEWHERE]
    cascade.preview(db, [Stage(choice, 0.9) for choice in ELSEWHERE])
    plans = [agents.plan(db, choice).allowed for choice in ELSEWHERE]
    exported = exporting.export(db, folder / "labels.csv", per_annotator=True).rows
    db.close()
    return {
        "labelled": labelled,
        "answered": answered,
        "settled": settled,
        "probed": probed,
        "refused": refused,
        "planned": plans,
        "estimated": estimates,
        "exported": exported,
        "window": _in_the_window(project),
    }


def _answer(db: Db) -> int:
    person = project_file.add_person(db, "Mira").id
    label = project_file.question(db).labels[0].id
    for _ in range(5):
        turn = annotating.next_turn(db, person)
        assert turn is not None
        annotating.answer(db, person, turn, label, seconds=1.0)
    return 5


def _settle(db: Db) -> int:
    lead = project_file.people(db)[0].id
    conflicts = adjudicating.conflicts(db)[:2]
    for conflict in conflicts:
        case = adjudicating.case(db, conflict.item_id)
        adjudicating.settle(db, lead, conflict.item_id, case.merged[0][0].id)
    return len(conflicts)


def _refused(work: Any) -> bool:
    try:
        asyncio.run(work)
    except NotAllowed:
        return True
    return False


def _in_the_window(project: Path) -> dict[str, Any]:
    """Every page is looked at; then a run of the built-in model ends, and one of a model elsewhere is refused."""
    from annotator import app
    from annotator.ui import theme

    qt = app.application()
    theme.apply(qt, "light")
    window = app.make_window(qt)
    window.show()
    window.open_project(project)
    session, view = window.session, window.view
    assert session is not None
    assert view is not None
    ended: list[Any] = []
    session.labelling.ended.connect(ended.append)
    for number, page in enumerate(PAGES):
        view.go(page)
        read: list[int] = []
        session.compute(project_file.people, owner=window, done=lambda _, n=number, to=read: to.append(n))
        _until(qt, lambda to=read: bool(to))  # what the page asked for came before it
    for choice in (AgentChoice(examples=2), *ELSEWHERE[:3]):
        before = len(ended)
        session.labelling.start(choice, limit=1, concurrency=1)
        _until(qt, lambda before=before: len(ended) > before)
    window.close()
    window.jobs.close()
    return {"pages": len(PAGES), "ended": [type(outcome).__name__ for outcome in ended]}


def _until(qt: Any, happened: Callable[[], bool]) -> None:
    """Let the window work until it has happened."""
    from PySide6.QtCore import QEventLoop

    deadline = time.monotonic() + WITHIN
    while not happened():
        assert time.monotonic() < deadline, "the window does not get on"
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["ANNOTATOR_SETTINGS"] = str(Path(sys.argv[1], "settings.ini"))
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
