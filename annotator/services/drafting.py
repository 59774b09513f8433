"""An agent while somebody works on it: from what is set to the agent, and what it would ask about an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from annotator.domain.redaction import Redaction
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.llm import prompts
from annotator.llm.agent_diff import Difference, diff
from annotator.llm.agents import EMBEDDED, NOTHING, AgentSpec, make_spec, usual_confidence
from annotator.llm.few_shot import ExampleChoice, FewShot
from annotator.llm.methods import SUITS, AnswerMode, ConfidenceMethod, asks_of
from annotator.llm.prompting import VARIABLES, check_prompt
from annotator.llm.prompts import PromptTemplate, ReadyPrompt
from annotator.llm.templating import TemplateProblem
from annotator.services import agent_views, agents, allowing, estimating, examples, trying
from annotator.services.agent_views import Sent
from annotator.services.agents import Agent
from annotator.services.estimating import Estimate
from annotator.services.parameters import Parameters
from annotator.storage import items, setup
from annotator.storage.database import Db
from annotator.texts import say

__all__ = [
    "EMBEDDED",
    "VARIABLES",
    "AgentSpec",
    "AnswerMode",
    "ConfidenceMethod",
    "Difference",
    "Draft",
    "ExampleChoice",
    "FewShot",
    "Preview",
    "PromptTemplate",
    "ReadyPrompt",
    "TemplateProblem",
]

UNNAMED = "openai/unnamed"  # stands for the model of an address, until its server has said which that is
MOST_COUNTED = 400_000  # characters of a prompt; counting the tokens of more takes too long to do with every key press
_NONE = FewShot()


@dataclass(frozen=True)
class Draft:
    """What is set. answer, confidence and asks: None for what suits the model.

    example_names: the items that are to be shown, by their ids, where the examples are fixed; empty for the first ones
    with gold. base: the agent that this is a change of; as long as its way of choosing examples stays, so do they.
    """

    model: str = EMBEDDED
    api_base: str = ""
    template: PromptTemplate = field(default_factory=lambda: prompts.ready("likelihood").template)
    answer: AnswerMode | None = None
    confidence: ConfidenceMethod | None = None
    asks: int | None = None
    parameters: Parameters = ()
    few_shot: FewShot = _NONE
    example_names: tuple[str, ...] = ()
    redaction: Redaction = NOTHING
    base: AgentSpec | None = None

    @property
    def named(self) -> bool:
        """False where only a server knows the model."""
        return bool(self.model.strip()) or not self.api_base.strip()


@dataclass(frozen=True)
class Preview:
    """What an agent would ask about an item, and what that takes.

    place: of the item among all, from 1. estimate: for this item alone, as if it were asked about; tries: for the items
    of a try; None where the prompt is too long to count, or there is no item. allowed: whether texts may go to
    `goes_to`. known_as: the agent's name in the project, "" for one that is not there. changes: in what it differs
    from the draft's base, in words.
    """

    spec: AgentSpec
    item_id: int
    place: int
    items: int
    sent: Sent | None
    is_example: bool
    goes_to: str
    allowed: bool
    estimate: Estimate | None
    tries: Estimate | None
    known_as: str
    base: AgentSpec | None
    changes: tuple[str, ...]

    @property
    def length(self) -> int:
        """Characters of all messages."""
        return sum(len(message["content"]) for message in self.sent.messages) if self.sent else 0


def spec_of(db: Db, draft: Draft) -> AgentSpec:
    """The agent, with its examples. Raises UserError where what is set does not go together, or cannot be read."""
    check_prompt(draft.template)
    bare = make_spec(
        draft.model.strip() if draft.named else UNNAMED,
        draft.api_base.strip(),
        answer=draft.answer,
        confidence=draft.confidence,
        template=draft.template,
        asks=draft.asks,
        redaction=draft.redaction,
    )
    bare = replace(bare, parameters=draft.parameters)
    return _with_examples(db, bare, draft)


def draft_of(spec: AgentSpec) -> Draft:
    """The draft that is this agent as long as nothing is changed."""
    return Draft(
        model=spec.model,
        api_base=spec.api_base,
        template=spec.template,
        answer=spec.answer,
        confidence=spec.confidence,
        asks=spec.asks,
        parameters=spec.parameters,
        few_shot=spec.few_shot,
        redaction=spec.redaction,
        base=spec,
    )


def with_few_shot(draft: Draft, few_shot: FewShot) -> Draft:
    """The draft with another way of choosing examples."""
    return replace(draft, few_shot=few_shot)


def preview(db: Db, draft: Draft, item: int | str = 1, tries: int = trying.USUAL) -> Preview:
    """What would be sent about an item. It may load litellm, so it belongs on the compute thread.

    item: its place in the project from 1, or its id as people know it; beyond the ends it is the first or the last.
    tries: how many items a try would ask about. Raises UserError, TemplateProblem where the prompt is at fault.
    """
    spec = spec_of(db, draft)
    goes_to = allowing.destination(spec)
    ids = items.ids(db)
    item_id, place = _found(db, ids, item)
    agent = agents.find(db, spec, 0)
    sent = agent_views.sent_about(db, spec, items.get(db, item_id)) if ids else None
    found = Preview(
        spec=spec,
        item_id=item_id,
        place=place,
        items=len(ids),
        sent=sent,
        is_example=item_id in spec.example_items,
        goes_to=goes_to,
        allowed=not goes_to or goes_to in allowing.names(db),
        estimate=None,
        tries=None,
        known_as="" if agent.stored is None else agent.name,
        base=draft.base,
        changes=() if draft.base is None else changes(draft.base, spec),
    )
    if not ids or found.length > MOST_COUNTED:
        return found
    unasked = Agent(spec, agent.name, None)  # what its replies took says nothing of this one item
    each = replace(estimating.of_each(db, unasked, goes_to, [item_id]), cached=0.0)
    tried = trying.items_for(db, spec, tries)
    all_of_them = estimating.of_each(db, unasked, goes_to, tried).times(len(tried), agent.name, goes_to)
    return replace(found, estimate=each.times(1, agent.name, goes_to), tries=all_of_them)


def changes(before: AgentSpec, after: AgentSpec) -> tuple[str, ...]:
    """In what two agents differ, each thing once: "temperature", "system prompt"."""
    found = (each.what.partition(", line ")[0] for each in diff(before, after))
    return tuple(dict.fromkeys("examples" if what in ("example", "order of the examples") else what for what in found))


def ready(key: str) -> ReadyPrompt:
    """A ready prompt by its key."""
    return prompts.ready(key)


def every_ready() -> list[ReadyPrompt]:
    """The ready prompts, in the order in which they are offered."""
    return prompts.every()


def usual(answer: AnswerMode, method: ConfidenceMethod) -> PromptTemplate:
    """The ready prompt that goes with this form of answer and this confidence."""
    return prompts.usual(answer, method)


def variables(db: Db) -> dict[str, str]:
    """What a template can name in this project, and what it is; the items' own fields with their names."""
    first = items.page(db, items.ids(db)[:1])
    own = {_field(name): say("the item's field “{name}”", name=name) for item in first for name in item.fields}
    return {name: meaning for name, meaning in VARIABLES.items() if name != "fields"} | own


def ready_named(template: PromptTemplate) -> ReadyPrompt | None:
    """The ready prompt that a template still is, whatever it is called; None for one that was changed."""
    unnamed = replace(template, name="")
    return next((ready for ready in prompts.every() if replace(ready.template, name="") == unnamed), None)


def suiting(answer: AnswerMode) -> list[ConfidenceMethod]:
    """Where the confidence of such answers can come from."""
    return [method for method in ConfidenceMethod if method in SUITS[answer]]


def usual_method(answer: AnswerMode) -> ConfidenceMethod:
    """Where the confidence comes from unless something else is chosen."""
    return usual_confidence(answer)


def usual_asks(answer: AnswerMode, method: ConfidenceMethod) -> int:
    """Calls for an item, unless something else is chosen."""
    return asks_of(answer, method)[1]


def asks_between(answer: AnswerMode, method: ConfidenceMethod) -> tuple[int, int]:
    """The fewest and the most calls that an item can take."""
    least, _, most = asks_of(answer, method)
    return least, most


def calls_in_words(answer: AnswerMode, method: ConfidenceMethod, asks: int | None = None) -> str:
    """What a confidence costs: "1 call for each item", "5 calls for each item (3 to 20 are possible)"."""
    least, usual, most = asks_of(answer, method)
    said = say("{calls} for each item", calls=counted(asks or usual, "call"))
    return said if least == most else say("{said} ({least} to {most} are possible)", said=said, least=least, most=most)


def shows_guideline(template: PromptTemplate) -> bool:
    """Whether the guideline is part of what is sent."""
    return any(_GUIDELINE.search(part) for part in template.parts().values())


def with_guideline(template: PromptTemplate, *, on: bool) -> PromptTemplate:
    """The template with the guideline as people read it, word for word, or without it."""
    if on == shows_guideline(template):
        return template
    if not on:
        return replace(
            template,
            system=_without(template.system),
            user=_without(template.user),
            prefill=_without(template.prefill),
        )
    if template.system.strip():
        return replace(template, system=_with_block(template.system))
    return replace(template, user=_with_block(template.user))


def _with_block(text: str) -> str:
    """After the list of the labels, where there is one."""
    loop = _LABEL_LOOP.search(text)
    place = loop.end() if loop else 0
    return text[:place] + _BLOCK + text[place:]


def _field(name: str) -> str:
    return f"fields.{name}" if name.isidentifier() else f'fields["{name}"]'


def _without(text: str) -> str:
    text = _GUIDELINE_BLOCK.sub("", text)
    return "\n".join(line for line in text.split("\n") if not _GUIDELINE.search(line))


def _with_examples(db: Db, bare: AgentSpec, draft: Draft) -> AgentSpec:
    base, few_shot = draft.base, draft.few_shot
    if few_shot.choice is ExampleChoice.NONE:
        return bare
    if base is not None and base.examples and few_shot == base.few_shot and not draft.example_names:
        return replace(bare, few_shot=few_shot, examples=base.examples, example_items=base.example_items)
    if few_shot.choice is ExampleChoice.BALANCED:
        return agents.find(db, bare, few_shot.number).spec  # with the examples of its first run, if there was one
    question = setup.question(db)
    if few_shot.choice.by_nearness:
        pool = examples.pool(db, question, few_shot.number)
        return bare.with_examples(pool.pairs, pool.item_ids, choice=few_shot.choice, number=few_shot.number)
    chosen = (
        examples.these(db, question, draft.example_names)
        if draft.example_names
        else examples.first(db, question, few_shot.number)
    )
    return bare.with_examples(chosen.pairs, chosen.item_ids, choice=few_shot.choice)


def _found(db: Db, ids: Sequence[int], item: int | str) -> tuple[int, int]:
    """(item id, place from 1); (0, 0) in a project without items."""
    if not ids:
        return 0, 0
    if isinstance(item, int):
        place = min(max(item, 1), len(ids))
        return ids[place - 1], place
    found = items.ids_by_external(db, [item.strip()]).get(item.strip())
    if found is None:
        raise UserError(
            say("There is no item “{item}”.", item=item.strip()[:60]),
            hint=say("Type an id as the Items page shows it."),
        )
    return found, ids.index(found) + 1


_GUIDELINE = re.compile(r"\{[{%][^{}]*\bguideline\b[^{}]*[%}]\}")
_GUIDELINE_BLOCK = re.compile(
    r"\{%-?\s*if\s+guideline\s*-?%\}(?:(?!\{%-?\s*(?:if|endif)\b).)*\{%-?\s*endif\s*-?%\}\n?", re.DOTALL
)
_LABEL_LOOP = re.compile(r"\{%-?\s*for\s+\w+\s+in\s+labels\b.*?\{%-?\s*endfor\s*-?%\}\n?", re.DOTALL)
# As the ready prompts have it.
_BLOCK = "{% if guideline %}\n\nThe guideline, which decides in doubt:\n{{ guideline }}\n{% endif %}\n"
