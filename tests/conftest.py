"""Every test runs with settings of its own, and fails for a leftover thread or an unexpected warning in the log."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["LC_ALL"] = os.environ["LANGUAGE"] = "C.UTF-8"  # the window speaks English, whatever the machine does

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.llm import caller

JOINED_WITHIN = 5.0  # seconds


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_warnings: the test makes warnings appear in the log on purpose")
    # Said by the offscreen platform of every window with a least size; no other platform says it.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")
    # Of every menu and popup.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support (raise|grabbing the keyboard)")


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the settings, logs or documents of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    kinds = {f"XDG_{kind.upper()}_HOME": kind for kind in ("config", "state", "cache", "data")}
    for name, folder in (kinds | {"XDG_DOCUMENTS_DIR": "docs"}).items():
        (home / folder).mkdir()
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setenv("ANNOTATOR_SETTINGS", str(home / "settings.ini"))
    return home / "settings.ini"


@pytest.fixture(autouse=True)
def no_leftover_thread() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and _is_ours(thread)]
    for thread in left:
        thread.join(JOINED_WITHIN)
    assert not [thread for thread in left if thread.is_alive()], "threads outlive the test"


@pytest.fixture(autouse=True)
def no_unexpected_warning(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("expects_warnings"):
        return
    records = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    warnings = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not warnings, "unexpected warnings in the log"


def _is_ours(thread: threading.Thread) -> bool:
    """All but tqdm's, and the one that reads what the caller's process says, which end with the process."""
    return type(thread).__name__ != "TMonitor" and thread.name != caller.THREAD
