"""A project's agents in words: what each is, what it asks, and in what two of them differ."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import category

from annotator.domain.model import Item
from annotator.domain.quoting import quoted
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.llm.agent_diff import Difference, diff
from annotator.llm.agents import AgentSpec
from annotator.llm.letters import orders
from annotator.llm.methods import AnswerMode
from annotator.llm.prompting import Message, answer_start, messages
from annotator.llm.redacting import redacted
from annotator.services import agents, selecting
from annotator.services.agents import AgentChoice, AgentInfo
from annotator.services.feeding import Requests
from annotator.services.overview import accuracy_words
from annotator.services.selecting import Selection, everything
from annotator.storage import items, setup
from annotator.storage.database import Db
from annotator.texts import english, say, say_count, spoken

EVERYTHING = everything()
_UNREAD = english(
    "The examples here are the nearest in their words: which are the nearest in meaning is known when the texts have"
    " been read."
)


@dataclass(frozen=True)
class Sent:
    """What a model is sent about an item. start: how its answer is begun for it, "" for not at all.

    note: in what it will differ from this, in a sentence.
    """

    item: str
    messages: tuple[Message, ...]
    start: str
    note: str = ""

    @property
    def text(self) -> str:
        """All of it, for people."""
        return "\n".join(said(self))


def named(db: Db, name: str) -> AgentInfo:
    """The agent whose annotator is called so. Raises UserError with the names that there are."""
    found = {info.annotator.name: info for info in agents.agents(db)}
    if name in found:
        return found[name]
    names = ", ".join(quoted(known) for known in found)
    raise UserError(
        say("No agent of this project is called “{name}”.", name=name),
        hint=say_count(len(found), "There is {names}.", "There are {names}.", names=names)
        if found
        else say("None has answered here yet."),
    )


def differences(db: Db, before: str, after: str) -> list[Difference]:
    """In what the two agents differ; empty where they ask in the same way."""
    return diff(named(db, before).spec, named(db, after).spec)


def sent_first(db: Db, spec: AgentSpec) -> Sent | None:
    """Exactly what the model is sent about the first item of the project; None without items."""
    first = next((id_ for id_ in items.ids(db) if id_ not in set(spec.example_items)), None)
    return None if first is None else sent_about(db, spec, items.get(db, first))


def first_request(db: Db, choice: AgentChoice, selection: Selection = EVERYTHING) -> Sent | None:
    """Exactly what a run would send first, with the examples that the agent has or would get; None where no item is
    left to ask about.

    This is what to show before a place is allowed: `allowing.allow(db, place, shown=first_request(db, choice).text)`.
    All that is sent is of this kind: the same about every other item, and where an item seems to give orders its text
    once more, with nothing to do but to repeat a word. Raises UserError where there can be no such agent.
    """
    agent = agents.find(db, choice.place(), choice.examples)
    annotator_id = 0 if agent.stored is None else agent.stored.annotator_id
    left = selecting.unanswered(db, selection, annotator_id, without=agent.spec.example_items, limit=1)
    return sent_about(db, agent.spec, items.get(db, left[0])) if left else None


def sent_about(db: Db, spec: AgentSpec, item: Item) -> Sent:
    """What the model is sent about an item; where it is asked in several orders of the letters, in the first."""
    requests = Requests(spec, setup.question(db))
    note = "" if requests.look_up(db, [item]) else spoken(_UNREAD)
    request, _ = requests.about(item)
    if spec.redaction:
        request = redacted(request, spec.redaction)
    order = orders(request.question.labels, 1, seed=request.text)[0] if spec.answer is AnswerMode.LETTERS else ()
    return Sent(item.external_id, tuple(messages(spec, request, order=order)), answer_start(spec, request), note)


def summed_up(info: AgentInfo) -> dict[str, Any]:
    """What `agent list` tells of an agent, for --json."""
    spec = info.spec
    return {
        "name": info.annotator.name,
        "model": spec.model,
        "api_base": spec.api_base,
        "goes_to": info.goes_to,
        "template": spec.template.name,
        "answer": spec.answer.value,
        "confidence": spec.confidence.value,
        "examples": spec.few_shot.number,
        "answered": info.answered,
        "invalid": info.invalid,
        "left": info.left,
        "accuracy": info.accuracy._asdict(),
        "invalid_on_gold": info.invalid_on_gold,
    }


def line(info: AgentInfo) -> str:
    """An agent in one line."""
    spec = info.spec
    shown = counted(spec.few_shot.number, "example") if spec.few_shot.number else say("no examples")
    asked = say(
        "prompt “{template}”, answers by {answer}, confidence: {confidence}",
        template=spoken(spec.template.name) or say("without a name"),
        answer=spoken(spec.answer.value),
        confidence=spoken(spec.confidence.value),
    )
    answered = f"{counted(info.answered, 'answer')}{accuracy_words(info.accuracy, info.invalid_on_gold)}"
    kinds = [kind.lower() for kind in spec.redaction.kinds]
    kinds += [counted(len(spec.redaction.names), "name")] if spec.redaction.names else []
    taken_out = say("; taken out before sending: {kinds}", kinds=", ".join(kinds)) if kinds else ""
    return f"{info.annotator.name}: {_where(info)}; {asked}; {shown}{taken_out}; {answered}."


def described(info: AgentInfo) -> dict[str, Any]:
    """The whole agent, for --json."""
    return summed_up(info) | {"hash": info.spec.content_hash(), "spec": json.loads(info.spec.to_json())}


def description(info: AgentInfo) -> list[str]:
    """The whole agent, line by line."""
    spec = info.spec
    settings = {
        say("Model"): spec.model,
        say("Address"): spec.api_base,
        say("Parameters"): ", ".join(f"{name} {value}" for name, value in spec.parameters),
        say("Answers by"): spoken(spec.answer.value),
        say("Confidence"): spoken(spec.confidence.value),
        say("Calls for an item"): str(spec.asks),
        say("Examples"): f"{spec.few_shot.number}, {spoken(spec.few_shot.choice)}"
        if spec.few_shot.number
        else say("none"),
        say("Taken out before sending"): ", ".join(kind.lower() for kind in spec.redaction.kinds),
        say("Names taken out"): ", ".join(spec.redaction.names),
        say("Prompt"): spoken(spec.template.name),
        say("Hash"): spec.content_hash(),
    }
    told = [line(info), *(f"  {name}: {value}" for name, value in settings.items() if value)]
    for name, text in spec.template.parts().items():
        told += _block(say("Template of the {name}", name=name), text)
    for text, label in spec.examples:
        told += _block(say("Example of “{label}”", label=label), text)
    return told


def said(sent: Sent | None) -> list[str]:
    """What the model is sent, line by line."""
    if sent is None:
        return [say("  There is no item yet to show the prompt with.")]
    told = [say("  What it is sent about the item {item}:", item=sent.item)]
    for message in sent.messages:
        told += _block(message["role"].capitalize(), message["content"])
    told += _block(say("Start of the answer"), sent.start)
    return told + ([f"  {sent.note}"] if sent.note else [])


def in_words(found: Sequence[Difference]) -> list[str]:
    """Differences for people; lines of a prompt with - and + as usual."""
    if not found:
        return [say("They ask in the same way.")]
    told = []
    for what, before, after in found:
        if "\n" in before + after or ", line " in what or not before or not after:
            told.append(f"{what[0].upper()}{what[1:]}:")
            told += [f"  - {text}" for text in before.split("\n") if before]
            told += [f"  + {text}" for text in after.split("\n") if after]
        else:
            told.append(f"{what[0].upper()}{what[1:]}: {before} -> {after}")
    return told


def _where(info: AgentInfo) -> str:
    return say("texts go to {goes_to}", goes_to=info.goes_to) if info.goes_to else say("texts stay on this machine")


def _block(title: str, text: str) -> list[str]:
    """Nothing of an empty text. Control characters of an item must not reach a terminal, which would obey them."""
    shown = "".join("\ufffd" if category(char) == "Cc" and char not in "\n\t" else char for char in text)
    return [f"  {title}:", *(f"    | {part}" for part in shown.split("\n"))] if text.strip() else []
