"""Lets a model at an address label a project, telling each save. Usage: run_agent.py '{"project": ..., ...}'"""

import asyncio
import json
import sys
from pathlib import Path

from annotator.errors import UserError
from annotator.llm import caller
from annotator.services import agents, prelabelling, project_file
from annotator.services.prelabelling import Cap, Limits
from tests.projects import direct

told = json.loads(sys.argv[1])


def say(content: object) -> None:
    sys.stdout.write(json.dumps(content) + "\n")
    sys.stdout.flush()


db = project_file.open_project(Path(told["project"]))
try:
    summary = asyncio.run(
        prelabelling.run(
            direct(db),
            agents.AgentChoice("m", told["address"]),
            limits=Limits(at_once=told["at_once"], timeout=told["timeout"]),
            cap=Cap(**told["cap"]),
            progress=lambda state: say(
                {"done": state.done, "failed": state.failed, "waiting": state.waiting, "caller": caller.current().pid}
            ),
            api_key=told["key"],
        )
    )
    say({"ended": "stopped" if summary.stopped else "finished", "why": summary.why, "failures": summary.failures})
except UserError as error:
    say({"ended": "error", "why": str(error)})
