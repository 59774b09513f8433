"""What differs between two versions of an agent, in words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import NamedTuple

from annotator.llm.agents import AgentSpec
from annotator.llm.few_shot import ExampleChoice
from annotator.llm.prompts import PromptTemplate
from annotator.texts import english, say

UNSET = english("not set")


class Difference(NamedTuple):
    """`what` was `before` and is `after`; of a prompt several lines, "" where lines were only added or removed."""

    what: str
    before: str
    after: str


def diff(before: AgentSpec, after: AgentSpec) -> list[Difference]:
    """All that differs in how the two answer, in the order in which people set it; prompts line by line."""
    return [*_settings(before, after), *_prompts(before.template, after.template), *_examples(before, after)]


def _settings(before: AgentSpec, after: AgentSpec) -> Iterator[Difference]:
    yield from _one("model", before.model, after.model)
    yield from _one("address", before.api_base, after.api_base)
    one, other = dict(before.parameters), dict(after.parameters)
    for name in sorted(one | other):
        yield from _one(name.replace("_", " "), _shown(one.get(name)), _shown(other.get(name)))
    yield from _one(say("answers by"), before.answer, after.answer)
    yield from _one("confidence", before.confidence, after.confidence)
    yield from _one(say("calls for an item"), str(before.asks), str(after.asks))
    yield from _one(say("taken out before sending"), _redacted(before), _redacted(after))


def _prompts(before: PromptTemplate, after: PromptTemplate) -> Iterator[Difference]:
    others = after.parts()
    for name, text in before.parts().items():
        yield from _lines(name, text.split("\n"), others[name].split("\n"))
    shown = {True: say("turns of their own"), False: say("part of the prompt")}
    yield from _one(say("examples are"), shown[before.turns], shown[after.turns])


def _lines(name: str, before: list[str], after: list[str]) -> Iterator[Difference]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            first = say("{name}, line {start}", name=name, start=start + 1)
            yield Difference(first, "\n".join(before[start:end]), "\n".join(after[new_start:new_end]))


def _examples(before: AgentSpec, after: AgentSpec) -> Iterator[Difference]:
    yield from _one("examples", _chosen(before), _chosen(after))
    gone = [pair for pair in before.examples if pair not in after.examples]
    new = [pair for pair in after.examples if pair not in before.examples]
    for text, label in gone:
        yield Difference("example", f"{label}: {text}", "")
    for text, label in new:
        yield Difference("example", "", f"{label}: {text}")
    if not gone and not new and before.examples != after.examples:
        yield Difference(say("order of the examples"), _labels(before), _labels(after))


def _one(what: str, before: str, after: str) -> Iterator[Difference]:
    if before != after:
        yield Difference(what, before or UNSET, after or UNSET)


def _shown(value: object) -> str:
    return UNSET if value is None else str(value)


def _chosen(spec: AgentSpec) -> str:
    if spec.few_shot.choice is ExampleChoice.NONE:
        return "none"
    of = say(" of {examples}", examples=len(spec.examples)) if spec.few_shot.choice.by_nearness else ""
    return f"{spec.few_shot.number}{of}, {spec.few_shot.choice}"


def _labels(spec: AgentSpec) -> str:
    return ", ".join(label for _, label in spec.examples)


def _redacted(spec: AgentSpec) -> str:
    parts = [kind.lower() for kind in spec.redaction.kinds]
    if number := len(spec.redaction.names):
        parts.append("1 name" if number == 1 else say("{number} names", number=number))
    return ", ".join(parts)
