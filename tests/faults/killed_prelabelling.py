"""Pre-labels until it is killed, saying how many answers are saved. Usage: killed_prelabelling.py PROJECT"""

import asyncio
import sys
from pathlib import Path

from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import LabelRequest, Reply
from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, prelabelling, project_file, saving
from tests.projects import direct


class Waiting(ScriptedModel):
    async def ask(self, request: LabelRequest) -> Reply:
        await asyncio.sleep(0.001)
        return await super().ask(request)


async def opener(spec: AgentSpec) -> Waiting:
    return Waiting(lambda request: {"good": 0.7, "bad": 0.3} if len(request.text) % 2 else "good")


def progress(state: prelabelling.Progress) -> None:
    sys.stdout.write(f"{state.done}\n")
    sys.stdout.flush()


saving.SAVE_EVERY, saving.SHARE = 0.01, 1.0  # many small batches, also on a slow disk
db = project_file.open_project(Path(sys.argv[1]))
asyncio.run(prelabelling.run(direct(db), agents.AgentChoice("ollama/m"), progress=progress, opener=opener))
