"""The prompt workshop: writing an agent, looking at it, trying it out, comparing, and keeping it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator.llm.agents import AgentSpec, make_spec
from annotator.llm.protocol import LabelRequest
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services import agents, allowing, browsing, importing, trying
from annotator.services.drafting import ExampleChoice, FewShot, PromptTemplate
from annotator.ui.pages.workshop import WorkshopTab
from annotator.ui.session import Session
from tests.loopback import LoopbackServer, says

HERE = make_spec("qwen3", "http://localhost:1234/v1")
EXAMPLES = (("Seen elsewhere.", "negative"), ("There, too.", "positive"))
HOSTILE = (
    "{% for a in labels %}" * 12 + "x" + "{% endfor %}" * 12,  # half a million turns
    "{% for a in labels %}" * 8 + "{{ guideline }}" * 400 + "{% endfor %}" * 8,  # far too long
    "{{ item.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ labels.append(1) }}",
    "{% for",
    "{" * 15_000,
)


def by_text(request: LabelRequest) -> Said:
    return (
        "positive | 90" if "Lovely" in request.text else "It depends." if "broke" in request.text else "negative | 70"
    )


def all_positive(request: LabelRequest) -> Said:
    return "positive | 80"


def answered_by(tab: WorkshopTab, script: Any) -> ScriptedModel:
    model = ScriptedModel(script)

    async def opener(spec: AgentSpec) -> ScriptedModel:
        return model

    tab.service = partial(trying.try_out, opener=opener)
    return model


def keep(qtbot: QtBot, session: Session, spec: AgentSpec) -> str:
    found: list[str] = []
    session.write(lambda db: agents.keep(db, spec), owner=session, done=lambda kept: found.append(kept.name))
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def settled(qtbot: QtBot, tab: WorkshopTab) -> None:
    qtbot.waitUntil(lambda: not tab.looking, timeout=30_000)


def tried(qtbot: QtBot, tab: WorkshopTab) -> trying.Outcome:
    before = tab.trying.outcome
    qtbot.keyClick(tab.left.editor.edits["user"], Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tab.trying.outcome is not before and not tab.trying.running, timeout=30_000)
    assert tab.trying.outcome is not None
    settled(qtbot, tab)
    return tab.trying.outcome


@pytest.fixture
def gold(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    """Three of the four items."""
    path = tmp_path / "gold.csv"
    path.write_text("item,label\nr1,negative\nr2,positive\nr3,neutral\n", encoding="utf-8")
    done: list[object] = []
    session.write(lambda db: importing.import_gold(db, path), owner=session, done=done.append)
    qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def tab(qtbot: QtBot, session: Session, gold: None) -> WorkshopTab:
    """Opened on a saved agent at a local server."""
    name = keep(qtbot, session, HERE)
    tab = WorkshopTab(session)
    qtbot.addWidget(tab)
    tab.resize(1036, 680)
    tab.show()
    tab.shown(name)
    qtbot.waitUntil(lambda: tab.preview is not None and tab.preview.known_as == name, timeout=60_000)
    settled(qtbot, tab)
    return tab


def test_the_preview_follows_what_is_typed_on_any_item(qtbot: QtBot, tab: WorkshopTab) -> None:
    edit = tab.left.editor.edits["user"]
    tab.left.editor.pages.setCurrentWidget(edit)
    qtbot.keyClicks(edit, "Mind this: ")
    qtbot.waitUntil(lambda: "Mind this: Text:\n<item>\nThe parcel came late." in tab.look_view.text.toPlainText())
    assert "Read **all** of it." in tab.look_view.text.toPlainText()
    assert "tokens in" in tab.look_view.takes.text()
    assert "costs nothing" in tab.look_view.takes.text()

    qtbot.keyClick(edit, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "Lovely, thank you!" in tab.look_view.text.toPlainText())
    assert tab.look_view.item.text() == "r2"

    tab.look_view.item.selectAll()
    qtbot.keyClicks(tab.look_view.item, "r4")
    qtbot.keyClick(tab.look_view.item, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "It broke on day one." in tab.look_view.text.toPlainText())
    assert tab.look_view.place.text() == "4 of 4"


def test_a_fault_in_the_template_is_one_sentence_with_its_line_and_mending_it_brings_the_preview_back(
    qtbot: QtBot, tab: WorkshopTab
) -> None:
    edit = tab.left.editor.edits["user"]
    tab.left.editor.pages.setCurrentWidget(edit)
    qtbot.keyClick(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, " {{ itm.text }}")

    qtbot.waitUntil(lambda: bool(tab.left.problem.text))
    assert tab.left.problem.text == "In the prompt, line 4: The prompt template uses “itm”, which is not known."
    assert len(edit.extraSelections()) == 1
    assert not tab.trying.button.isEnabled()
    assert not tab.left.save.isEnabled()

    for _ in " {{ itm.text }}":
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not tab.left.problem.text)
    assert not edit.extraSelections()
    assert "The parcel came late." in tab.look_view.text.toPlainText()


@pytest.mark.parametrize("source", HOSTILE)
def test_a_hostile_template_ends_in_a_sentence_while_the_window_goes_on(
    qtbot: QtBot, tab: WorkshopTab, source: str
) -> None:
    tab.left.editor.set_template(PromptTemplate("", source))
    tab.look()
    assert tab.looking  # it is worked out beside the window, which is free again
    settled(qtbot, tab)

    assert tab.left.problem.text
    assert "\n" not in tab.left.problem.text
    assert tab.look_view.text.toPlainText() == ""


def test_a_prompt_of_a_million_characters_is_cut_for_display_and_not_counted(qtbot: QtBot, tab: WorkshopTab) -> None:
    loops = "{% for a in labels %}" * 6, "{% endfor %}" * 6
    tab.left.editor.set_template(PromptTemplate("", loops[0] + "{{ question.text }} " * 100 + loops[1]))
    tab.look()
    settled(qtbot, tab)

    assert "characters long, which is more than models read" in tab.look_view.takes.text()
    assert len(tab.look_view.text.toPlainText()) < 25_000
    assert "more characters" in tab.look_view.text.toPlainText()


def test_the_guideline_goes_in_word_for_word_unless_that_is_switched_off(qtbot: QtBot, tab: WorkshopTab) -> None:
    box = tab.left.editor.guideline
    assert box.isChecked()
    before = tab.left.editor.edits["system"].toPlainText()

    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Read **all** of it." not in tab.look_view.text.toPlainText())
    settled(qtbot, tab)
    assert not box.isChecked()
    assert tab.left.state.text() == "Changed: system prompt. Save makes a new version."

    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Read **all** of it." in tab.look_view.text.toPlainText())
    assert tab.left.editor.edits["system"].toPlainText() == before


def test_a_try_shows_replies_confidence_and_agreement_and_annotates_nothing(qtbot: QtBot, tab: WorkshopTab) -> None:
    model = answered_by(tab, by_text)

    outcome = tried(qtbot, tab)

    assert len(model.asked) == 4
    rows = {tab.trying.table.text(row, 0): row for row in range(tab.trying.table.rowCount())}
    said = {item: [tab.trying.table.text(row, column) for column in (1, 2, 3)] for item, row in rows.items()}
    assert said == {
        "r1": ["negative", "0.70", "negative"],
        "r2": ["positive", "0.90", "positive"],
        "r3": ["negative", "0.70", "neutral"],
        "r4": ["invalid", "", ""],
    }
    assert "right on 2 of the 3 with gold (95 % interval 21 % to 94 %)" in tab.trying.summary.text
    assert "1 invalid" in tab.trying.summary.text
    tab.trying.table.setCurrentCell(rows["r4"], 0)
    assert tab.trying.reply.toPlainText().startswith("It depends.\n")
    assert outcome.accuracy.of == 3
    assert all(row.llm_label == "" for row in browsing.rows(tab.session.read, browsing.item_ids(tab.session.read)))


def test_two_versions_are_compared_side_by_side(qtbot: QtBot, tab: WorkshopTab) -> None:
    answered_by(tab, by_text)
    tried(qtbot, tab)
    answered_by(tab, all_positive)
    qtbot.keyClicks(tab.left.settings.own["temperature"], "0.4")
    tried(qtbot, tab)

    qtbot.keyClick(tab.left.editor.edits["user"], Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(lambda: tab.compare.table.rowCount() == 4)
    assert tab.compare.differences.toPlainText() == "Temperature: not set -> 0.4"
    assert tab.compare.totals.text() == (
        "They differ on 3 of 4 items; one is right on 2 of 3 with gold, the other on 1 of 3; one has 1 invalid reply."
    )
    assert tab.compare.names[1] == "Draft 1: temperature"
    assert [tab.compare.table.text(3, column) for column in range(4)] == [
        "r2",  # where they agree comes last
        "positive 0.90",
        "positive 0.80",
        "positive",
    ]


def test_saving_a_changed_agent_makes_a_version_that_a_run_can_take(qtbot: QtBot, tab: WorkshopTab) -> None:
    assert not tab.left.save.isEnabled()
    qtbot.keyClicks(tab.left.settings.own["max_tokens"], "50")
    settled(qtbot, tab)
    assert tab.left.state.text() == "Changed: max tokens. Save makes a new version."

    qtbot.keyClick(tab.left.settings.own["max_tokens"], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    name = f"{HERE.display_name} v2"
    qtbot.waitUntil(lambda: tab.left.state.text() == f"In the project as “{name}”.")
    assert tab.left.agent.currentText() == name
    assert [info.annotator.name for info in agents.agents(tab.session.read)] == [HERE.display_name, name]
    plan = agents.plan(tab.session.read, agents.choice_of(tab.session.read, name))
    assert (plan.agent_name, plan.to_ask, plan.answered) == (name, 4, 0)


def test_a_ready_prompt_follows_the_confidence_until_somebody_changes_it(qtbot: QtBot, tab: WorkshopTab) -> None:
    confidence, system = tab.left.settings.confidence, tab.left.editor.edits["system"]
    confidence.setCurrentText("stated for its best guesses")
    assert "best guesses, the most likely first" in system.toPlainText()
    assert tab.left.ready.currentText() == "Best guesses"
    assert tab.left.settings.cost.text() == "1 call for each item"

    qtbot.keyClicks(system, "My own. ")
    confidence.setCurrentText("share of repeated answers")
    assert system.toPlainText().startswith("My own. ")
    assert tab.left.ready.currentIndex() == -1
    assert tab.left.settings.cost.text() == "5 calls for each item (3 to 20 are possible)"
    settled(qtbot, tab)


def test_examples_come_from_gold_and_are_not_tried(qtbot: QtBot, tab: WorkshopTab) -> None:
    model = answered_by(tab, all_positive)
    tab.left.settings.examples.setCurrentText("fixed")
    qtbot.keyClicks(tab.left.settings.items, "r2, r1")

    outcome = tried(qtbot, tab)

    assert model.asked[0].examples == (("Lovely, thank you!", "positive"), ("The parcel came late.", "negative"))
    assert {each.item for each in outcome.tried} == {"r3", "r4"}
    tab.left.settings.items.setText("r4")
    qtbot.waitUntil(lambda: tab.left.problem.text.startswith("The label of “r4” is not known."))


def test_examples_nearest_in_meaning_say_where_texts_are_read(qtbot: QtBot, tab: WorkshopTab) -> None:
    tab.left.settings.examples.setCurrentText("nearest in meaning to each item")

    assert tab.left.settings.few_shot() == FewShot(ExampleChoice.MEANING, 2)
    assert "as the built-in model reads them on this computer" in tab.left.settings.examples_note.text()
    qtbot.waitUntil(lambda: "must be chosen from half of the gold" in tab.left.problem.text)


def test_a_hosted_model_is_asked_only_after_its_place_was_allowed(qtbot: QtBot, tab: WorkshopTab) -> None:
    model = answered_by(tab, all_positive)
    tab.left.settings.address.setText("")
    tab.left.settings.model.setText("openai/gpt-4o")
    qtbot.waitUntil(lambda: not tab.trying.allow.isHidden(), timeout=60_000)
    settled(qtbot, tab)
    qtbot.keyClick(tab.left.settings.model, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, tab)
    assert not model.asked
    assert "Nothing is sent before you allow it." in tab.trying.privacy.text
    assert "$" in tab.trying.takes.text()

    qtbot.keyClick(tab.trying.allow, Qt.Key.Key_Space)
    qtbot.waitUntil(tab.trying.button.isEnabled)
    tried(qtbot, tab)

    assert len(model.asked) == 4
    [place] = allowing.allowed(tab.session.read)
    assert place.name == "openai"
    assert "The parcel came late." in place.shown


def test_a_server_is_asked_for_its_model_when_only_its_address_is_known(qtbot: QtBot, tab: WorkshopTab) -> None:
    with LoopbackServer(lambda number, body: says("positive | 80"), models=("tiny",)) as server:
        tab.left.settings.model.setText("")
        tab.left.settings.address.setText(server.address)
        settled(qtbot, tab)

        outcome = tried(qtbot, tab)

        assert tab.left.settings.model.text() == "openai/tiny"
        assert [each.label for each in outcome.tried] == ["positive"] * 4


@pytest.mark.parametrize(
    "spec",
    [
        replace(HERE, template=PromptTemplate("", "Avis\u00a0: «\u00a0{{ item.text }}\u00a0»\u2028fin\u2029.\ttab")),
        HERE.with_examples(EXAMPLES[:1], choice=ExampleChoice.FIXED),
        HERE.with_examples(EXAMPLES, choice=ExampleChoice.NEAREST, number=1),
        HERE.with_examples(EXAMPLES * 40, choice=ExampleChoice.FIXED),
        make_spec("qwen3", "http://localhost:1234/v1", temperature=0.0, top_p=1.0, seed=7, verbosity="low"),
        make_spec(seed=3),
    ],
    ids=["no-break spaces", "one example", "one nearest", "eighty examples", "parameters", "built-in"],
)
def test_looking_at_an_agent_changes_nothing_of_it(qtbot: QtBot, tab: WorkshopTab, spec: AgentSpec) -> None:
    name = keep(qtbot, tab.session, spec)
    tab.shown(name)
    qtbot.waitUntil(lambda: tab.left.agent.currentText() == name)
    settled(qtbot, tab)

    assert tab.left.state.text() == f"In the project as “{name}”."
    assert tab.preview is not None
    assert tab.preview.spec == spec
    assert not tab.left.save.isEnabled()


def test_typing_beside_a_no_break_space_leaves_it_as_it_is(qtbot: QtBot, tab: WorkshopTab) -> None:
    edit = tab.left.editor.edits["user"]
    tab.left.editor.set_template(PromptTemplate("", "Avis\u00a0: {{ item.text }}"))
    tab.left.editor.pages.setCurrentWidget(edit)
    qtbot.keyClick(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, " !")

    assert tab.left.editor.template().user == "Avis\u00a0: {{ item.text }} !"
    settled(qtbot, tab)


def test_an_agent_goes_through_a_file(qtbot: QtBot, tab: WorkshopTab, tmp_path: Path) -> None:
    path = tmp_path / "agent.toml"
    with qtbot.waitSignal(tab.session.told) as told:
        tab.export_to(HERE.display_name, path)
    assert told.args == [f"“{HERE.display_name}” is in agent.toml, without texts of this project.", "good"]
    path.write_text(path.read_text(encoding="utf-8").replace("You label data.", "You label texts."), encoding="utf-8")

    tab.import_from(path)

    qtbot.waitUntil(lambda: "You label texts." in tab.look_view.text.toPlainText())
    settled(qtbot, tab)
    assert tab.left.state.text() == "Not saved yet."


@pytest.mark.parametrize("texts", [False, True])
def test_an_agent_is_written_with_its_examples_where_somebody_asks_for_that(
    qtbot: QtBot, tab: WorkshopTab, tmp_path: Path, texts: bool
) -> None:
    spec = HERE.with_examples(EXAMPLES, choice=ExampleChoice.NEAREST, number=1)
    name, path = keep(qtbot, tab.session, spec), tmp_path / "agent.toml"
    tab.shown(name)
    qtbot.waitUntil(lambda: tab.preview is not None and tab.preview.known_as == name)
    settled(qtbot, tab)

    qtbot.mouseClick(tab.left.write_file, Qt.MouseButton.LeftButton)
    dialog = tab.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectNameFilter(dialog.nameFilters()[texts])
    with qtbot.waitSignal(tab.session.told) as told:
        dialog.fileSelected.emit(str(path))
    dialog.close()

    assert ("Seen elsewhere." in path.read_text(encoding="utf-8")) is texts
    assert told.args is not None
    assert told.args[0].endswith("with its examples and the names that it takes out." if texts else "of this project.")


def test_every_control_can_be_reached_by_keyboard_and_says_what_it_is(tab: WorkshopTab) -> None:
    controls = [tab.left.agent, tab.left.ready, *tab.left.editor.edits.values(), tab.look_view.item, tab.trying.number]
    controls += [tab.compare.before, tab.compare.after, tab.trying.table, tab.compare.table, tab.look_view.text]
    controls += [tab.left.settings.model, tab.left.settings.answer, *tab.left.settings.own.values()]

    assert all(control.accessibleName() for control in controls)
    assert all(control.focusPolicy() & Qt.FocusPolicy.TabFocus for control in controls)
    assert {action.keys for action in tab.shortcuts} >= {"Ctrl+T", "Ctrl+S", "Alt+Left", "Alt+Right"}
