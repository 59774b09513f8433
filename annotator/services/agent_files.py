"""Agents that are carried from one project to another as small files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from annotator.domain.model import Question
from annotator.errors import UserError
from annotator.formats import agent_file
from annotator.llm.agent_parts import shown_address
from annotator.llm.agents import AgentSpec, normal_address
from annotator.llm.prompting import check_prompt, messages
from annotator.services import agent_views, agents, parameters
from annotator.services.agents import AgentChoice
from annotator.services.examples import rendered
from annotator.services.feeding import Requests
from annotator.storage import items, setup
from annotator.storage.database import Db
from annotator.texts import say

PAGE = 1_000  # items


def export(db: Db, name: str, path: Path, *, texts: bool = False) -> AgentSpec:
    """Write an agent of the project to a file; texts: also its examples, and the names that are taken out."""
    spec = agent_views.named(db, name).spec
    agent_file.write(path, spec.shareable(texts=texts))
    return spec


def load(db: Db, path: Path) -> AgentChoice:
    """The agent of a file, for this project. Raises UserError where it cannot be used here.

    Examples that the file does not hold are those of the project's own agent that is just so; where there is none, as
    many are chosen from this project's gold, balanced over the labels.
    """
    spec = _in_order(AgentSpec.from_content(agent_file.read(path)))
    check_prompt(spec.template)
    question = setup.question(db)
    number = 0
    if spec.examples:
        spec = _at_home(db, spec, question)
    elif (own := _of_this_project(db, spec)) is not None:
        spec = own
    elif spec.few_shot.choice.by_nearness:
        raise UserError(
            say("The agent in “{file}” chooses from examples that the file does not hold.", file=path.name),
            hint=say("Export it with its examples."),
        )
    else:
        number, spec = spec.few_shot.number, spec.without_examples
    _check_filling(db, spec, question)
    return AgentChoice(spec.model, spec.api_base, number, exact=spec)


def _in_order(spec: AgentSpec) -> AgentSpec:
    """With address and parameters as the program writes them itself: people change such files by hand."""
    address = normal_address(spec.api_base)
    if address and not address.startswith(("http://", "https://")):
        raise UserError(
            say("“{api_base}” is no address.", api_base=shown_address(address)),
            hint=say("It looks like http://localhost:8080/v1."),
        )
    return replace(spec, api_base=address, parameters=parameters.checked(spec.parameters))


def _of_this_project(db: Db, spec: AgentSpec) -> AgentSpec | None:
    """The latest agent here that is the one of a file without its examples; None for one that is shown none."""
    bare = spec.without_examples.content_hash()
    same = (agent.spec for agent in reversed(agents.known(db)) if agent.spec.few_shot == spec.few_shot)
    return next((each for each in same if each.example_items and each.without_examples.content_hash() == bare), None)


def _at_home(db: Db, spec: AgentSpec, question: Question) -> AgentSpec:
    """The agent with its examples as items of this project, so that none of them is asked about or scored."""
    strange = sorted({label for _, label in spec.examples} - set(question.label_names()))
    if strange:
        raise UserError(
            say(
                "The agent's examples have the label “{strange}”, which this question does not have.",
                strange=strange[0],
            ),
            hint=say("Export the agent without its examples."),
        )
    found = _items_with(db, {text for text, _ in spec.examples})
    if found and len(found) < len({text for text, _ in spec.examples}):
        raise UserError(
            say("Some of the agent's examples are items of this project, and some are not."),
            hint=say("Export the agent without its examples, so that they are chosen from this project's gold."),
        )
    return replace(spec, example_items=tuple(found[text] for text, _ in spec.examples) if found else ())


def _items_with(db: Db, texts: set[str]) -> dict[str, int]:
    """By text the first item that reads so."""
    found: dict[str, int] = {}
    ids = items.ids(db)
    for start in range(0, len(ids), PAGE):
        for item in items.page(db, ids[start : start + PAGE]):
            text = rendered(item)
            if text in texts:
                found.setdefault(text, item.id)
    return found


def _check_filling(db: Db, spec: AgentSpec, question: Question) -> None:
    """Raises UserError where the prompt names a field that the items here do not have, before a run finds out."""
    for item in items.page(db, items.ids(db)[:1]):
        request, _ = Requests(spec, question).about(item)
        messages(spec, request)
