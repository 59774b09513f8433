"""A loop of litellm calls with nothing around it, which the app's runs are measured against.

In a process of its own: the half a million objects that litellm brings would slow down the window's.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from annotator.llm.litellm_setup import load_litellm
from annotator.llm.prompting import messages
from annotator.llm.registry import choose_spec
from annotator.services import project_file
from annotator.services.feeding import Requests
from annotator.storage import items, setup

AT_ONCE = 64


def bare_seconds(project: Path, address: str, calls: int) -> float:
    """For so many calls, about a project's first items; what it takes to start is not counted."""
    command = [sys.executable, "-m", __name__, str(project), address, str(calls)]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


async def _measured(project: Path, address: str, calls: int) -> float:
    db = project_file.open_project(project, read_only=True)
    spec = await choose_spec("m", address)
    requests = Requests(spec, setup.question(db))
    prompts = [messages(spec, requests.about(item)[0]) for item in items.page(db, items.ids(db)[:calls])]
    db.close()
    await _ask(prompts[:AT_ONCE], address)  # the first calls of a process load what they need
    started = time.perf_counter()
    await _ask(prompts, address)
    return time.perf_counter() - started


async def _ask(prompts: list[Any], address: str) -> None:
    litellm = load_litellm()
    left = iter(prompts)

    async def work() -> None:
        for prompt in left:
            await litellm.acompletion(
                model="openai/m", api_base=address, api_key="none", messages=prompt, temperature=0, max_tokens=512,
                num_retries=0, max_retries=0,
            )  # fmt: skip

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))


if __name__ == "__main__":
    sys.stdout.write(str(asyncio.run(_measured(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))))
