"""In a project that is local only no packet leaves this machine: the app is watched while it does its whole job."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

HERE = Path(__file__).parent
SCRIPT = HERE / "whole_job.py"
# What a process asks the system to send: the destination, in strace's words.
SENT_TO = re.compile(r"sin6?_addr=inet_(?:addr|pton)\((?:AF_INET6, )?\"([^\"]+)\"")
REACH = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 53))"


class Watched(NamedTuple):
    """reached: what Python's own sockets were told to reach; sent_to: by system calls, None without strace."""

    said: str
    reached: str
    sent_to: set[str] | None


def watched(folder: Path, command: Sequence[str], *, code: int = 0) -> Watched:
    """Runs a Python program, and whatever it starts, without a way to leave this machine."""
    reached, trace = folder / "reached.txt", folder / "trace.txt"
    tracing = _tracing(trace)
    done = subprocess.run(
        [*tracing, sys.executable, *command],
        env=os.environ
        | {
            "PYTHONPATH": os.pathsep.join([str(HERE / "recorder"), str(HERE.parents[1])]),
            "ANNOTATOR_TEST_REACHED": str(reached),
            # Nothing of these may be used while nothing is allowed.
            "OPENAI_API_KEY": "sk-of-nobody",
            "ANTHROPIC_API_KEY": "sk-of-nobody",
            "HTTPS_PROXY": "http://192.0.2.1:3128",
            "OPENAI_API_BASE": "https://llm.example.org/v1",
            "OLLAMA_API_BASE": "http://192.0.2.7:11434",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=500,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    told = reached.read_text(encoding="utf-8") if reached.exists() else ""
    sent_to = set(SENT_TO.findall(trace.read_text(encoding="utf-8"))) if tracing else None
    return Watched(done.stdout, told, sent_to)


def _tracing(trace: Path) -> list[str]:
    """strace where it is there and may look at a process."""
    tool = shutil.which("strace")
    if tool is None:
        return []
    found = [tool, "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(trace)]
    works = subprocess.run([*found, sys.executable, "-c", ""], capture_output=True, check=False)
    return found if works.returncode == 0 else []


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    folder = tmp_path_factory.mktemp("whole job")
    return watched(folder, [str(SCRIPT), str(folder)])


def test_the_whole_job_reaches_nothing_outside_this_machine_and_looks_no_name_up(job: Watched) -> None:
    done: dict[str, Any] = json.loads(job.said.splitlines()[-1])
    assert job.reached == ""
    assert (done["answered"], done["probed"], done["window"]["pages"]) == (5, True, 7)
    assert done["labelled"] > 0
    assert done["exported"] > 0


def test_models_elsewhere_are_refused_by_runs_by_tries_and_by_the_window(job: Watched) -> None:
    done: dict[str, Any] = json.loads(job.said.splitlines()[-1])
    assert done["refused"] == [True] * 18
    assert done["planned"] == [False] * 6
    assert done["estimated"] == ["price list", *["unknown"] * 5]
    assert done["window"]["ended"] == ["Summary", "NotAllowed", "NotAllowed", "NotAllowed"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_no_library_sends_anything_elsewhere_behind_pythons_back(job: Watched) -> None:
    if job.sent_to is None:
        pytest.skip("strace may not look at processes here")
    assert {address for address in job.sent_to if not _loopback(address)} == set()
    assert job.sent_to  # the built-in model was asked on loopback


def test_what_watches_sees_what_leaves(tmp_path: Path) -> None:
    found = watched(tmp_path, ["-c", REACH], code=1)
    assert found.reached.startswith("socket.connect 192.0.2.1 ")
    if found.sent_to is not None:
        unseen = watched(tmp_path, ["-S", "-c", REACH])  # without the module that refuses it
        assert unseen.sent_to == {"192.0.2.1"}


def _loopback(address: str) -> bool:
    return address.startswith("127.") or address in ("::1", "::ffff:127.0.0.1")
