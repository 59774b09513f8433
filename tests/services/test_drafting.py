"""An agent while somebody works on it: what it would send, its examples, its guideline, and keeping it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import UserError
from annotator.llm import prompts
from annotator.llm.agents import AgentSpec, make_spec
from annotator.llm.methods import AnswerMode
from annotator.llm.protocol import CallFailed, Fault, LabelRequest
from annotator.llm.scripted import Said, ScriptedModel
from annotator.llm.templating import TemplateProblem
from annotator.services import agents, drafting, importing, prelabelling, trying
from annotator.services.drafting import Draft, ExampleChoice, FewShot, PromptTemplate
from annotator.services.project_file import Db
from tests.projects import direct, gold, make_project

HERE = make_spec("m", "http://localhost:1/v1")
DRAFT = drafting.draft_of(HERE)


@pytest.fixture
def db(tmp_path: Path) -> Any:
    """Sixty items, of which forty have gold: even ones are good."""
    found = make_project(tmp_path, tuple(f"text {number}" for number in range(60)))
    gold(found, tmp_path, [(f"i{number}", "good" if number % 2 == 0 else "bad") for number in range(40)])
    yield found
    found.close()


def run(db: Db, spec: AgentSpec, script: Any) -> Any:
    async def opener(_: AgentSpec) -> ScriptedModel:
        return ScriptedModel(script)

    choice = agents.AgentChoice(spec.model, spec.api_base, exact=spec)
    return asyncio.run(prelabelling.run(direct(db), choice, opener=opener))


def test_a_draft_is_the_agent_that_it_was_made_from_until_something_changes(db: Db) -> None:
    shown = drafting.spec_of(db, replace(DRAFT, few_shot=FewShot(ExampleChoice.BALANCED, 4)))
    for spec in (HERE, make_spec("m", "http://localhost:1/v1", temperature=0.5), make_spec(), shown):
        assert drafting.spec_of(db, drafting.draft_of(spec)) == spec
    warmer = drafting.spec_of(db, replace(DRAFT, parameters=(("temperature", 0.2),)))
    assert drafting.changes(HERE, warmer) == ("temperature",)
    assert drafting.changes(HERE, shown) == ("examples",)


@pytest.mark.parametrize("key", prompts.READY)
def test_the_guideline_can_be_taken_out_and_put_back_as_it_was(key: str) -> None:
    template = prompts.ready(key).template
    without = drafting.with_guideline(template, on=False)
    back = drafting.with_guideline(without, on=True)

    assert not drafting.shows_guideline(without)
    assert drafting.shows_guideline(back)
    if drafting.shows_guideline(template):
        assert back == template


def test_a_preview_says_what_is_sent_about_an_item_and_what_it_takes(db: Db) -> None:
    found = drafting.preview(db, DRAFT, 3)
    by_id = drafting.preview(db, DRAFT, "i2")

    assert (found.place, found.items, found.sent) == (3, 60, by_id.sent)
    assert found.sent is not None
    assert "text 2" in found.sent.messages[-1]["content"]
    assert "Be *kind*." in found.sent.messages[0]["content"]
    assert found.estimate is not None
    assert found.tries is not None
    assert (found.estimate.items, found.tries.items) == (1, 20)
    assert found.tries.tokens_in > 15 * found.estimate.tokens_in
    assert (found.goes_to, found.allowed, found.known_as) == ("", True, "")
    assert drafting.preview(db, DRAFT, 1_000).place == 60
    with pytest.raises(UserError, match="There is no item “nowhere”"):
        drafting.preview(db, DRAFT, "nowhere")


def test_a_place_elsewhere_is_named_and_an_unknown_price_is_called_unknown(db: Db) -> None:
    found = drafting.preview(db, replace(DRAFT, model="m", api_base="https://llm.example.org/v1"))

    assert (found.goes_to, found.allowed) == ("llm.example.org", False)
    assert found.estimate is not None
    assert found.estimate.money is None
    assert "the price is unknown" in found.estimate.sentence


@pytest.mark.parametrize(
    ("source", "line"), [("a\n{{ nowhere }}", 2), ("{{ fields.nope }}", 1), ("\n\n{% for", 3), ("x\n{{ 1|nope }}", 2)]
)
def test_a_fault_of_a_template_says_its_part_and_line(db: Db, source: str, line: int) -> None:
    with pytest.raises(TemplateProblem) as caught:
        drafting.preview(db, replace(DRAFT, template=PromptTemplate("", "{{ item.text }}", system=source)))
    assert (caught.value.part, caught.value.line) == ("system prompt", line)


def test_the_four_ways_to_choose_examples(db: Db) -> None:
    def spec(choice: ExampleChoice, *names: str, number: int = 4) -> AgentSpec:
        return drafting.spec_of(db, replace(DRAFT, few_shot=FewShot(choice, number), example_names=names))

    balanced, first = spec(ExampleChoice.BALANCED), spec(ExampleChoice.FIXED)
    named, nearest = spec(ExampleChoice.FIXED, "i3", "i0", number=2), spec(ExampleChoice.NEAREST)

    assert sorted(label for _, label in balanced.examples) == ["bad", "bad", "good", "good"]
    assert len(first.examples) == 4
    assert named.examples == (("text 3", "bad"), ("text 0", "good"))
    assert (len(nearest.examples), nearest.few_shot.number) == (20, 4)
    for chosen in (balanced, first, named, nearest):
        assert not set(chosen.example_items) & set(trying.items_for(db, chosen, 20))
    scored = trying.items_for(db, nearest, 20)
    assert scored == trying.items_for(db, HERE, 20)  # nearest ones are taken from the other half


def test_balanced_examples_are_not_those_that_somebody_chose(db: Db) -> None:
    chosen = replace(DRAFT, few_shot=FewShot(ExampleChoice.FIXED, 4), example_names=("i0", "i2", "i4", "i6"))
    fixed = drafting.spec_of(db, chosen)
    agents.keep(db, fixed)

    balanced = drafting.spec_of(db, replace(DRAFT, few_shot=FewShot(ExampleChoice.BALANCED, 4)))

    assert {label for _, label in fixed.examples} == {"good"}
    assert sorted(label for _, label in balanced.examples) == ["bad", "bad", "good", "good"]
    assert agents.keep(db, balanced).name == f"{HERE.display_name}, 4 examples v2"


def test_items_that_lack_a_field_do_not_keep_the_others_from_being_seen_and_counted(db: Db, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("id,text,title\nm0,more,News\nm1,much,\n", encoding="utf-8")
    importing.import_items(db, path, mapping=importing.Mapping(("text", "title"), "id", ()))
    draft = replace(DRAFT, template=replace(DRAFT.template, user="{{ fields.title }}: {{ item.text }}"))

    preview = drafting.preview(db, draft, "m0", 62)
    assert preview.sent is not None
    assert preview.sent.messages[-1]["content"].startswith("News: ")
    assert preview.tries is not None
    assert "60 items lack a field that the prompt names, and get no reply; 2 calls;" in preview.tries.sentence
    assert preview.estimate is not None
    assert "lack" not in preview.estimate.sentence
    with pytest.raises(TemplateProblem, match=r"“fields\.title”"):
        drafting.preview(db, draft, "i0", 62)


def test_a_field_that_examples_as_turns_do_not_have_is_explained(db: Db, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("id,text,title\nm0,more,News\n", encoding="utf-8")
    importing.import_items(db, path, mapping=importing.Mapping(("text", "title"), "id", ()))
    template = replace(DRAFT.template, user="{{ fields.title }}: {{ item.text }}", turns=True)
    draft = replace(DRAFT, template=template, few_shot=FewShot(ExampleChoice.BALANCED, 4))

    with pytest.raises(TemplateProblem, match=r"“fields\.title”") as caught:
        drafting.preview(db, draft, "m0")
    assert caught.value.hint.startswith("Of an example only item.text is known")
    assert (caught.value.part, caught.value.line) == ("prompt", 1)


@pytest.mark.parametrize(
    ("few_shot", "names", "told"),
    [
        (FewShot(ExampleChoice.NEAREST, 21), (), "must be chosen from half of the gold, and 40 items have gold"),
        (FewShot(ExampleChoice.FIXED, 41), (), "41 examples are asked for, and 40 items have gold"),
        (FewShot(ExampleChoice.FIXED, 2), ("i0", "i59"), "The label of “i59” is not known"),
        (FewShot(ExampleChoice.FIXED, 2), ("i0", "who"), "There is no item “who”"),
        (FewShot(ExampleChoice.BALANCED, 1), (), "1 examples cannot show all 2 labels"),
    ],
)
def test_too_little_gold_for_examples_is_one_sentence(
    db: Db, few_shot: FewShot, names: tuple[str, ...], told: str
) -> None:
    with pytest.raises(UserError, match=told):
        drafting.spec_of(db, replace(DRAFT, few_shot=few_shot, example_names=names))


def test_what_does_not_go_together_is_said(db: Db) -> None:
    with pytest.raises(UserError, match="too small for anything but label likelihood"):
        drafting.spec_of(db, Draft(answer=AnswerMode.JSON, template=prompts.ready("json").template))
    with pytest.raises(UserError, match="No model is named"):
        drafting.spec_of(db, replace(DRAFT, model=" ", api_base=""))
    assert drafting.spec_of(db, replace(DRAFT, model="")).model == drafting.UNNAMED


def test_a_kept_agent_stays_until_it_runs_and_also_when_its_run_comes_to_nothing(db: Db) -> None:
    def fails(request: LabelRequest) -> Said:
        raise CallFailed(Fault.KEY, "The key is wrong.")

    kept, again = agents.keep(db, HERE), agents.keep(db, HERE)
    assert (kept.new, again.new, kept.name, again.name) == (True, False, HERE.display_name, HERE.display_name)
    [info] = agents.agents(db)
    assert (info.answered, info.left, info.run_status) == (0, 60, "")

    with pytest.raises(UserError):
        run(db, HERE, fails)
    assert [info.annotator.name for info in agents.agents(db)] == [kept.name]

    summary = run(db, agents.choice_of(db, kept.name).spec(), lambda _: "good | 80")
    assert (summary.agent_name, summary.labelled) == (kept.name, 60)
    with pytest.raises(UserError, match="No agent of this project is called “nobody”"):
        agents.choice_of(db, "nobody")


def test_a_changed_agent_is_kept_as_the_next_version(db: Db) -> None:
    agents.keep(db, HERE)
    warmer = drafting.spec_of(db, replace(DRAFT, parameters=(("temperature", 0.2),)))

    assert agents.keep(db, warmer).name == f"{HERE.display_name} v2"
    assert [agent.spec for agent in agents.known(db)] == [HERE, warmer]
    assert drafting.preview(db, drafting.draft_of(warmer)).known_as == f"{HERE.display_name} v2"
