"""Ways of asking by the short names that a command line uses, and what goes with what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.errors import UserError
from annotator.llm import prompts
from annotator.llm.methods import SUITS, AnswerMode, ConfidenceMethod
from annotator.llm.prompts import PromptTemplate, ReadyPrompt
from annotator.texts import say

TEMPLATES = prompts.READY


def _key(name: str) -> str:
    return name.lower().replace("_", "-")


ANSWERS = {_key(mode.name): mode for mode in AnswerMode}
CONFIDENCES = {_key(method.name): method for method in ConfidenceMethod}


@dataclass(frozen=True)
class Way:
    """How a model is asked; what is None is as suits it."""

    answer: AnswerMode | None = None
    confidence: ConfidenceMethod | None = None
    template: PromptTemplate | None = None


USUAL = Way()


def way(
    template: str | None = None, answer: str | None = None, confidence: str | None = None, *, built_in: bool = False
) -> Way:
    """From keys of TEMPLATES, ANSWERS and CONFIDENCES. Raises UserError where they do not go together.

    built_in: whether it is for the built-in model, which answers in another way than others unless told.

    A template says by itself what form the answer has, and which confidence it asks for unless one is named.
    """
    ready = prompts.ready(template) if template else None
    mode = ANSWERS[answer] if answer else None
    method = CONFIDENCES[confidence] if confidence else None
    if ready is not None:
        mode, method = _of_template(ready, mode, method)
    _check(mode or (AnswerMode.LIKELIHOOD if built_in else AnswerMode.JSON), method)
    return Way(mode, method, ready.template if ready else None)


def listed() -> list[ReadyPrompt]:
    """The ready templates, in the order in which they are offered."""
    return prompts.every()


def sentences() -> list[str]:
    """The ready templates, and what goes with each, by the names that a command line uses."""
    return [
        say(
            "{key} {about} Answer: {named}; confidence: {map}.",
            key=format(ready.key, "12"),
            about=ready.about,
            named=_named(ready.answer),
            map=", ".join(map(_named, ready.methods)),
        )
        for ready in listed()
    ]


def _check(mode: AnswerMode, method: ConfidenceMethod | None) -> None:
    if method is not None and method not in SUITS[mode]:
        suiting = [known for known in ConfidenceMethod if known in SUITS[mode]]
        raise UserError(
            say(
                "The confidence “{named}” cannot come from answers by “{named_2}”.",
                named=_named(method),
                named_2=_named(mode),
            ),
            hint=say("Choose {one_of}, or another form of answer.", one_of=_one_of(suiting)),
        )


def _of_template(
    ready: ReadyPrompt, mode: AnswerMode | None, method: ConfidenceMethod | None
) -> tuple[AnswerMode, ConfidenceMethod]:
    if mode is not None and mode is not ready.answer:
        raise UserError(
            say(
                "The template “{key}” asks for answers by “{named}”, not by “{named_2}”.",
                key=ready.key,
                named=_named(ready.answer),
                named_2=_named(mode),
            ),
            hint=say("Leave --answer out, or choose another template."),
        )
    if method is not None and method in SUITS[ready.answer] and method not in ready.methods:
        raise UserError(
            say("The template “{key}” does not ask for the confidence “{named}”.", key=ready.key, named=_named(method)),
            hint=say("Choose {one_of}, or another template.", one_of=_one_of(ready.methods)),
        )
    return ready.answer, method or ready.methods[0]


def _named(member: AnswerMode | ConfidenceMethod) -> str:
    return _key(member.name)


def _one_of(members: Sequence[ConfidenceMethod]) -> str:
    names = [_named(member) for member in members]
    return names[0] if len(names) == 1 else say("{names} or {names_2}", names=", ".join(names[:-1]), names_2=names[-1])
