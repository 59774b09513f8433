"""Pre-labels, saving nothing, until ten items are answered; then it hangs. Usage: killed_unsaved.py PROJECT"""

import asyncio
import sys
from pathlib import Path

from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import LabelRequest, Reply
from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, prelabelling, project_file, saving
from tests.projects import direct

ANSWERED = 10


class Hanging(ScriptedModel):
    async def ask(self, request: LabelRequest) -> Reply:
        if len(self.asked) == ANSWERED:
            sys.stdout.write("hanging\n")
            sys.stdout.flush()
            await asyncio.Event().wait()
        return await super().ask(request)


async def opener(spec: AgentSpec) -> Hanging:
    return Hanging(lambda request: {"good": 0.7, "bad": 0.3} if len(request.text) % 2 else "no label at all")


if __name__ == "__main__":
    saving.SAVE_EVERY = 1_000.0
    db = project_file.open_project(Path(sys.argv[1]))
    asyncio.run(prelabelling.run(direct(db), agents.AgentChoice("ollama/m"), opener=opener))
