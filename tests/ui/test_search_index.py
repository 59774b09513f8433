"""The search gets ready in the background; what is looked for meanwhile is found when it is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter
from annotator.services import searching
from annotator.ui import search_index
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings


@pytest.fixture
def session(jobs: JobRunner, settings: Settings, make_project: object, monkeypatch: pytest.MonkeyPatch) -> Session:
    """On a project whose items are too many to be read one by one, in steps of five."""
    monkeypatch.setattr(search_index, "FEW", 10)
    monkeypatch.setattr(searching, "STEP", 5)
    jobs.open(make_project(texts=tuple(f"text {number}" for number in range(40))))  # type: ignore[operator]
    return Session(jobs, settings, jobs)


def test_a_search_waits_for_the_index_and_says_so(qtbot: QtBot, session: Session) -> None:
    page = ItemsPage(session)
    qtbot.addWidget(page)
    page.show()
    left: list[int] = []
    page.index.progressed.connect(left.append)

    page.shown(Filter(text="text 7"))

    assert page._preparing.isVisible()
    assert "40 items are left" in page._preparing.text.text()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert not page._preparing.isVisible()
    qtbot.waitUntil(lambda: left == [35, 30, 25, 20, 15, 10, 5, 0])
    assert searching.missing(session.read) == 0


def test_all_items_are_shown_without_waiting(qtbot: QtBot, session: Session) -> None:
    page = ItemsPage(session)
    qtbot.addWidget(page)
    page.show()

    page.shown()

    qtbot.waitUntil(lambda: page.model.rowCount() == 40)
    assert not page._preparing.isVisible()
    qtbot.waitUntil(lambda: page.index.missing == 0)
