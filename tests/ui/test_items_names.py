"""What the Items page says after names of labels have changed, and in other languages."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.model import Kind, NewAnnotation, Status
from annotator.domain.words import counted
from annotator.services import project_file, setting_up
from annotator.services.project_file import Db
from annotator.storage import annotators, answers
from annotator.ui import actions, theme
from annotator.ui.item_table import Column
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.flow_numbers import FlowCard, FlowPart
from annotator.ui.widgets.keycap import KeyHint


def add_answers(db: Db) -> object:
    question = project_file.question(db)
    with db.atomic():
        llm = annotators.named(db, "small-model", kind=Kind.LLM)
    new = [NewAnnotation(n, Status.LABEL, question.labels[0].id, confidence=0.9) for n in (1, 2, 3, 4)]
    return answers.record(db, llm.id, question.id, new, kind="prelabel")


def rename(db: Db) -> object:
    first, *others = project_file.question(db).labels
    return setting_up.save_labels(db, [replace(first, name="good"), *others])


def opened(qtbot: QtBot, session: Session) -> ItemsPage:
    page = ItemsPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    return page


def test_a_label_renamed_on_another_page_has_its_new_name_in_the_table(qtbot: QtBot, session: Session) -> None:
    written: list[object] = []
    session.write(add_answers, owner=session, done=written.append)
    qtbot.waitUntil(lambda: len(written) == 1)
    page = opened(qtbot, session)
    assert page.model.index(0, Column.LLM).data() == "positive .90"
    page.hidden()
    page.hide()

    session.write(rename, owner=session, done=written.append)
    qtbot.waitUntil(lambda: len(written) == 2)
    page.show()
    page.shown()

    assert page.model.index(0, Column.LLM).data() == "good .90"


def test_numbers_of_things_have_the_right_form_in_german(qtbot: QtBot, session: Session, german: None) -> None:
    page = opened(qtbot, session)

    qtbot.waitUntil(lambda: page._header.subtitle.text() == "4 Einträge")
    assert counted(1, "item") == "1 Eintrag"
    assert counted(4, "answer") == "4 Antworten"


def test_an_ampersand_in_a_name_is_shown_as_one(qtbot: QtBot, session: Session) -> None:
    button = AnnotatorButton(session)
    qtbot.addWidget(button)

    button.show_text("Annotating as Mira & Jon")

    assert button.text() == "Annotating as Mira && Jon"  # Qt's writing of one &
    assert button.accessibleName() == "Annotating as Mira & Jon"


def test_an_arrow_key_is_an_arrow_in_german_too(qtbot: QtBot, german: None) -> None:
    assert actions.native("Left") == "Links"
    hint = KeyHint(actions.native("Left"), "Zurück")
    qtbot.addWidget(hint)
    assert hint._key == "←"

    hint.set_key(actions.native("Right"))

    assert hint._key == "→"


def test_what_a_number_counts_takes_a_second_line_where_one_is_too_short(qtbot: QtBot) -> None:
    card = FlowCard([FlowPart("one", "von Personen beantwortet", "good"), FlowPart("two", "im Konflikt", "bad")])
    qtbot.addWidget(card)
    card.resize(700, 120)
    card.show()
    assert {number.height() for number in card.numbers.values()} == {theme.px(52)}

    card.resize(300, 120)

    qtbot.waitUntil(lambda: {number.height() for number in card.numbers.values()} == {theme.px(72)})
    assert card.numbers["one"].lines == 2


def test_numbers_stand_in_two_rows_where_a_word_would_be_cut(qtbot: QtBot) -> None:
    words = ("items", "answered by LLMs", "accepted", "answered by people", "waiting for people", "in conflict")
    card = FlowCard([FlowPart(word, word, "good") for word in words])
    above = QWidget()
    qtbot.addWidget(above)
    QVBoxLayout(above).addWidget(card)
    above.show()
    for width, rows in ((900, 1), (500, 2), (900, 1)):
        above.resize(width, 300)
        qtbot.waitUntil(lambda rows=rows: len({number.y() for number in card.numbers.values()}) == rows)
        numbers = card.numbers.values()
        assert all(number.width() >= number.least for number in numbers)
        assert all(number.height() >= theme.px(32) + number.lines * theme.px(20) for number in numbers)


def test_the_title_over_the_answers_has_room_in_german(qtbot: QtBot, session: Session, german: None) -> None:
    page = opened(qtbot, session)

    header = page.table.horizontalHeader()
    assert header.fontMetrics().horizontalAdvance("Antworten") < header.sectionSize(Column.ANSWERS)
