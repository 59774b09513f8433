"""Reads and checks the parts of an agent, each with one clear error."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from annotator.domain.redaction import Private, Redaction
from annotator.errors import UserError
from annotator.llm.few_shot import MOST_EXAMPLES, ExampleChoice, FewShot, Pairs
from annotator.llm.methods import SUITS, AnswerMode, ConfidenceMethod, asks_of
from annotator.llm.prompts import PromptTemplate
from annotator.llm.strict_reading import Scalar, Table, is_text, wrong
from annotator.texts import say

# What may be set. Whatever else litellm takes could send a text elsewhere, or name a key.
PARAMETERS = frozenset(
    ["temperature", "top_p", "top_k", "min_p", "seed", "max_tokens", "max_completion_tokens", "num_ctx"]
    + ["frequency_penalty", "presence_penalty", "repetition_penalty", "repeat_penalty"]
    + ["reasoning_effort", "verbosity", "service_tier"]
)
LONGEST_TEXT = 1_000_000  # characters of one example
LONGEST_NAME = 200
MOST_NAMES = 10_000


def check_asks(answer: AnswerMode, confidence: ConfidenceMethod, asks: int) -> None:
    """Raises UserError where the confidence cannot come from such answers, or from so many."""
    if confidence not in SUITS[answer]:
        known = ", ".join(f"“{method}”" for method in ConfidenceMethod if method in SUITS[answer])
        raise UserError(
            say(
                "A confidence by “{confidence}” cannot come from answers by “{answer}”.",
                confidence=confidence,
                answer=answer,
            ),
            hint=say("Choose one of {known}.", known=known),
        )
    least, _, most = asks_of(answer, confidence)
    if not least <= asks <= most:
        often = "once" if most == 1 else say("{least} to {most} times", least=least, most=most)
        raise UserError(
            say("An agent of this kind asks about an item {often}, not {asks} times.", often=often, asks=asks)
        )


def check_address(api_base: str) -> None:
    """Raises UserError for an address with a key in it: an agent is stored, shown and carried about."""
    try:
        parts = urlsplit(api_base)
    except ValueError:
        raise UserError(
            say("“{api_base}” is no address.", api_base=shown_address(api_base)),
            hint=say("It looks like http://localhost:8080/v1."),
        ) from None
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UserError(
            say("An agent's address cannot hold a user's name or a key."),
            hint=say("Leave it out, and store the key in the app."),
        )


def shown_address(api_base: str) -> str:
    """An address as an error may name it: its beginning, without a user's name, a password, or a key after “?”."""
    scheme, mark, rest = api_base.partition("://")
    bare = (rest if mark else scheme).rpartition("@")[2]
    return f"{scheme if mark else ''}{mark}{re.split('[?#]', bare)[0]}"[:80]


def check_template(
    answer: AnswerMode, confidence: ConfidenceMethod, few_shot: FewShot, template: PromptTemplate
) -> None:
    """Raises UserError where the prompt does not go with the way of answering."""
    if (answer is AnswerMode.LIKELIHOOD) != bool(template.prefill.strip()):
        raise UserError(
            say("The start of an answer goes with label likelihood, and only with it."),
            hint=say("Choose another prompt template, or another way of answering."),
        )
    if confidence is ConfidenceMethod.CONTENT_FREE and few_shot.choice.by_nearness:
        raise UserError(
            say(
                "What a model says to inputs without content must come"
                " after the same examples as what it says to items."
            ),
            hint=say("Choose the same examples for every item, or another confidence."),
        )


def check_parameters(parameters: Sequence[tuple[str, Scalar]]) -> None:
    """Raises UserError for a parameter that an agent may not set."""
    unknown = min((name for name, _ in parameters if name not in PARAMETERS), default="")
    if unknown:
        raise UserError(
            say("“{unknown}” is not a parameter that an agent can set.", unknown=unknown[:60]),
            hint=say("It can set {parameters}.", parameters=", ".join(sorted(PARAMETERS))),
        )
    for name, value in parameters:
        if isinstance(value, float) and not math.isfinite(value):
            raise UserError(say("“{name}” is not a number.", name=name))


def check_examples(few_shot: FewShot, examples: int, items: int) -> None:
    """Raises UserError where the choice, the number and the examples there are contradict each other."""
    if (few_shot.choice is ExampleChoice.NONE) != (few_shot.number == 0) or (examples and not few_shot.number):
        raise UserError(say("How examples are chosen and how many there are do not go together."))
    if not few_shot.choice.by_nearness and examples and few_shot.number != examples:
        raise UserError(
            say("The agent is to show {number} examples and has {examples}.", number=few_shot.number, examples=examples)
        )
    if items not in (0, examples):
        raise UserError(say("The agent's examples and the items that they come from do not go together."))


def read_few_shot(table: Table) -> FewShot:
    few_shot = FewShot(
        table.choice("choice", ExampleChoice, ExampleChoice.NONE),
        table.number("number", 0, least=0, most=MOST_EXAMPLES),
    )
    table.done()
    return few_shot


def read_pairs(entries: Sequence[Any]) -> Pairs:
    """(text, label name) of each example."""
    for entry in entries:
        if not isinstance(entry, list) or len(entry) != 2 or not all(is_text(part, LONGEST_TEXT) for part in entry):
            raise wrong(say("an example is not a text and a label"))
    return tuple((text, label) for text, label in entries)


def read_ids(entries: Sequence[Any]) -> tuple[int, ...]:
    if not all(isinstance(entry, int) and not isinstance(entry, bool) for entry in entries):
        raise wrong(say("the items of the examples are not numbers"))
    return tuple(entries)


def read_redaction(table: Table) -> Redaction:
    names = table.entries("names", most=MOST_NAMES)
    if not all(is_text(name, LONGEST_NAME) for name in names):
        raise wrong(say("a name that is to be taken out is not a text"))
    redaction = Redaction(table.choices("kinds", Private), tuple(names))
    table.done()
    return redaction
