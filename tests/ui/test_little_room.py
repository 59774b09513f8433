"""Pages and dialogs where there is little room: what is said there is said whole, and stands in line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.services import project_file
from annotator.ui.dialogs.recovering import RecoverDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.pages.annotate import AnnotatePage
from annotator.ui.pages.setup_labels import LabelsTab
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.session import Session
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.text import Paragraph, text_label
from tests.ui import windows
from tests.ui.conftest import MakeProject

SMALL = (900, 600)


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> str:
    if request.param == "de":
        request.getfixturevalue("german")
    return str(request.param)


@pytest.fixture
def small(qtbot: QtBot, make_project: MakeProject) -> Iterator[MainWindow]:
    with windows.shown(qtbot, make_project()) as window:
        window.resize(*SMALL)
        yield window


@pytest.mark.usefixtures("language")
def test_the_words_by_which_a_label_is_split_have_room(qtbot: QtBot, make_project: MakeProject) -> None:
    with windows.shown(qtbot, make_project()) as window:
        window.resize(*SMALL)
        labels = tab(qtbot, window, "setup", "questions")
        assert isinstance(labels, LabelsTab)

        for line in (labels.relabel.words, labels.relabel.new):
            qtbot.waitUntil(lambda line=line: holds(line))  # type: ignore[misc]
        names = [labels.form.labels.name_edit(row) for row in range(3)]
        assert all(name.fontMetrics().horizontalAdvance("positive") <= name.width() - 20 for name in names)


def test_what_an_empty_key_of_a_label_means_is_said(qtbot: QtBot, small: MainWindow) -> None:
    labels = tab(qtbot, small, "setup", "questions")
    assert isinstance(labels, LabelsTab)
    key = labels.form.labels.findChild(QLineEdit, "label_key_1")

    assert key is not None
    assert "Left empty" in key.toolTip()
    said = [label for label in labels.form.labels.findChildren(QLabel) if "left empty" in label.text()]
    assert [label.isVisible() for label in said] == [True]


@pytest.mark.usefixtures("language")
def test_the_fields_of_a_run_begin_at_one_edge(qtbot: QtBot, make_project: MakeProject) -> None:
    with windows.shown(qtbot, make_project()) as window:
        label = tab(qtbot, window, "agents", "label")
        assert isinstance(label, LabelTab)
        label.card.more.click()
        terms = label.card.terms
        first = (
            label.card.form.model,
            label.card.form.examples,
            label.card.team.kind,
            terms.items,
            terms.limit,
            terms.concurrency,
            terms.per_minute,
            terms.cache,
        )

        for size in (SMALL, (1280, 800)):
            window.resize(*size)
            qtbot.waitUntil(lambda: len({left(field, window) for field in first}) == 1)


@pytest.mark.parametrize("shown", [False, True])
def test_who_annotates_is_read_whole_in_a_small_german_window(
    qtbot: QtBot, german: None, make_project: MakeProject, shown: bool
) -> None:
    with windows.shown(qtbot, make_project()) as window:
        window.resize(*SMALL)
        page = annotating(qtbot, window, "Mira")
        page._suggestions.action.setChecked(shown)
        page._show_who()
        button = page.findChildren(AnnotatorButton)[0]

        qtbot.waitUntil(lambda: "Mira" in button.text() and "…" not in button.text())
        assert left(button, window) + button.width() <= window.width()
        assert button.width() >= button._around() + button.fontMetrics().horizontalAdvance(button.text())


def test_no_key_below_a_german_item_is_cut(qtbot: QtBot, german: None, make_project: MakeProject) -> None:
    with windows.shown(qtbot, make_project()) as window:
        window.resize(*SMALL)
        page = annotating(qtbot, window, "Mira")
        page.view.time_left.setText("bei Ihrem Tempo noch etwa 5 min")
        hints = [hint for hint in page.findChildren(KeyHint) if hint.isVisible()]

        assert len(hints) >= 5
        qtbot.waitUntil(lambda: all(hint.width() >= hint.sizeHint().width() for hint in hints))
        assert all(left(hint, window) + hint.width() <= window.width() for hint in hints)
        time_left = page.view.time_left
        qtbot.waitUntil(lambda: time_left.width() >= time_left.sizeHint().width())


def test_a_long_name_gives_way_and_comes_back_with_the_room(qtbot: QtBot, session: Session) -> None:
    whole, brief = "Annotating as Annemarie Baum · blind", "Annemarie Baum · blind"
    button = AnnotatorButton(session)
    qtbot.addWidget(button)
    button.show_text(whole, brief)
    wanted = button.sizeHint()
    button.show()

    button.resize(button.minimumSizeHint())
    assert button.text() == brief
    assert button.accessibleName() == whole
    assert whole in button.toolTip()
    button.resize(button.minimumSizeHint().width() - 30, wanted.height())
    assert "…" in button.text()
    assert button.text().endswith("blind")

    button.resize(wanted)
    assert button.text() == whole


def test_the_introduction_to_recovering_ends_in_no_single_word(qtbot: QtBot, small: MainWindow) -> None:
    assert small.session is not None
    dialog = RecoverDialog(small.jobs, small.session.path, small)
    dialog.show()
    intro = next(label for label in dialog.findChildren(QLabel) if label.text().startswith("Reads a damaged project"))

    assert isinstance(intro, Paragraph)
    assert intro.height() >= intro.heightForWidth(intro.width())
    dialog.reject()


def test_a_number_and_its_unit_stay_in_one_line(qtbot: QtBot) -> None:
    text = "To 95 % in about 3 min of 200 seconds, 7 Wh"
    label = text_label(text, wrap=True)
    qtbot.addWidget(label)

    assert label.text() == text
    assert QLabel.text(label) == "To 95\u00a0% in about 3\u00a0min of 200 seconds, 7\u00a0Wh"
    assert label.textFormat() is Qt.TextFormat.PlainText


def tab(qtbot: QtBot, window: MainWindow, page: str, name: str) -> QWidget:
    assert window.view is not None
    window.view.go(page, name)
    found = windows.page_of(window)
    assert isinstance(found, TabbedPage)
    windows.calm(qtbot, window)
    return found.tab(name)


def annotating(qtbot: QtBot, window: MainWindow, name: str) -> AnnotatePage:
    """The page for annotating, with somebody before it."""
    session = window.session
    assert window.view is not None
    assert session is not None
    session.write(lambda db: project_file.add_person(db, name), owner=window, done=session.set_annotator)
    qtbot.waitUntil(lambda: session.annotator is not None)
    window.view.go("annotate")
    page = windows.page_of(window)
    assert isinstance(page, AnnotatePage)
    windows.calm(qtbot, window)
    return page


def left(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


def holds(edit: QLineEdit) -> bool:
    """Whether what is to be written in it is read whole."""
    return edit.fontMetrics().horizontalAdvance(edit.placeholderText()) <= edit.width() - 20
