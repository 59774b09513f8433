"""Asks a model about a project, and saves nothing, until it is killed.

Usage: killed_unsaved.py PROJECT ADDRESS AT_ONCE
"""

import asyncio
import sys
from pathlib import Path

from annotator.services import agents, prelabelling, project_file, saving
from tests.projects import direct

saving.SAVE_EVERY = 1_000.0
db = project_file.open_project(Path(sys.argv[1]))
asyncio.run(prelabelling.run(direct(db), agents.AgentChoice("m", sys.argv[2]), concurrency=int(sys.argv[3])))
