"""A small real project, open in a real session."""

from __future__ import annotations

import csv
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from annotator.domain.model import Label
from annotator.services import importing, project_file
from annotator.ui import language, theme
from annotator.ui.garbage import Collector
from annotator.ui.jobs import JobRunner
from annotator.ui.session import Session
from annotator.ui.settings import Settings

TEXTS = ("The parcel came late.", "Lovely, thank you!", "Where is my refund?", "It broke on day one.")


@pytest.fixture(scope="session")
def fusion(qapp: QApplication) -> None:
    """Set once: setting a style again and again under a style sheet ends in a crash of Qt."""
    qapp.setStyle("Fusion")


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, fusion: None) -> None:
    """The application as annotator.app dresses it."""
    theme.apply(qapp, "light")


@pytest.fixture(scope="package", autouse=True)
def collected_by_us_alone() -> Iterator[None]:
    """Between these tests too: a collection in the middle of Qt's own destroying can wait for ever."""
    was_on = gc.isenabled()
    gc.disable()
    yield
    gc.collect()
    if was_on:
        gc.enable()


@pytest.fixture(autouse=True)
def collected_here(qapp: QApplication) -> Iterator[None]:
    """As in the window, cyclic garbage is not collected on a worker thread, where Qt objects must not die."""
    collector = Collector()
    yield
    shiboken6.delete(collector)
    gc.collect(2 if gc.get_count()[2] > gc.get_threshold()[2] else 1)  # all of it as seldom as Python would


@pytest.fixture
def settings(own_settings: Path) -> Settings:
    return Settings(own_settings)


MakeProject = Callable[..., Path]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """make_project(name="reviews", texts=TEXTS) creates a project file with a question of three labels."""

    def make(name: str = "reviews", texts: tuple[str, ...] = TEXTS) -> Path:
        labels = [
            Label("positive", description="pleased"),
            Label("negative", description="displeased"),
            Label("neutral", description="neither"),
        ]
        question = project_file.make_question("Sentiment", "How does the customer feel?", labels, "Read **all** of it.")
        path = tmp_path / f"{name}.annotator"
        db = project_file.create(path, name=name.capitalize(), question=question)
        if texts:
            rows = tmp_path / f"{name}.csv"
            with rows.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([("id", "text"), *((f"r{n}", text) for n, text in enumerate(texts, 1))])
            importing.import_items(db, rows)
        db.close()
        return path

    return make


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    """A JobRunner without a project; closed at the end, with the sessions that are its children."""
    runner = JobRunner()
    yield runner
    runner.close()
    # Left to Python's garbage collector they may die on a later test's worker thread, and their timers with them.
    shiboken6.delete(runner)


@pytest.fixture
def session(jobs: JobRunner, settings: Settings, make_project: MakeProject) -> Session:
    """A session on a project of four items."""
    jobs.open(make_project())
    return Session(jobs, settings, jobs)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The window speaks German."""
    before = QLocale()
    language.install("de")
    yield
    language.uninstall()
    QLocale.setDefault(before)
