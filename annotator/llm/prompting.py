"""The messages a model is asked with: an agent's template, filled in for one item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from string import ascii_uppercase

from annotator.domain.model import Label
from annotator.errors import UserError
from annotator.llm.agents import AgentSpec
from annotator.llm.methods import GUESSES, AnswerMode
from annotator.llm.other_readings import INVISIBLE
from annotator.llm.prompts import PromptTemplate
from annotator.llm.protocol import CallFailed, Fault, LabelRequest
from annotator.texts import english, say

Message = dict[str, str]

CUT_MARK = " […]"
MOST_LETTERS = len(ascii_uppercase)
# What a template can name, and what it is, for whoever writes one.
VARIABLES = {
    "item.text": english("the item's text: all its fields, each under its name where there are several"),
    "fields": english("the item's fields by name, as in fields.title"),
    "question.name": english("the question's short name"),
    "question.text": english("the whole question"),
    "labels": english("the labels, each with name, description, described (both) and letter"),
    "guideline": english("the guideline as people read it"),
    "examples": english("the examples, each with text, label and letter"),
    "noun": english("what an item is called"),
    "guesses": english("how many best guesses there can be"),
    "first": english("whether this is the first turn, where examples are turns of their own"),
}


def messages(
    spec: AgentSpec, request: LabelRequest, *, order: Sequence[Label] = (), text: str | None = None
) -> list[Message]:
    """System prompt, examples where they are turns, and the item; the answer's start is not part of it.

    order: the labels as they are to be listed and lettered, the question's own order unless given. text: instead of
    the item's own, where that was cut. What the template sets an item apart with is made inert within items.
    Raises UserError where the template cannot be filled in.
    """
    return _Filling(spec, request, order or request.question.labels).messages(request.text if text is None else text)


def turns(
    spec: AgentSpec, request: LabelRequest, *, order: Sequence[Label] = (), text: str | None = None
) -> list[Message]:
    """`messages` of a call: where this item cannot be filled in, CallFailed is raised for it alone."""
    try:
        return messages(spec, request, order=order, text=text)
    except UserError as error:
        raise CallFailed(Fault.OTHER, str(error)) from error


def check_prompt(template: PromptTemplate) -> None:
    """Raises UserError for a template that no item can be filled into: unreadable, too much, or with unknown names."""
    from annotator.llm.templating import check

    for source in template.parts().values():
        with _naming(template, source):
            check(source, {name.partition(".")[0] for name in VARIABLES})


def answer_start(spec: AgentSpec, request: LabelRequest) -> str:
    """How the model's answer is begun for it, "" where it is not."""
    return _Filling(spec, request, request.question.labels).start


def letter_of(order: Sequence[Label], label: Label) -> str:
    """The letter that stands for the label in this order, "" beyond the alphabet."""
    place = order.index(label)
    return ascii_uppercase[place] if place < MOST_LETTERS else ""


class _Filling:
    """Fills in an agent's templates for one item."""

    def __init__(self, spec: AgentSpec, request: LabelRequest, order: Sequence[Label]) -> None:
        self._spec, self._request, self._order = spec, request, order
        self._template = spec.template
        self._marks = _marks(spec.template)
        self._letters = {label.name: letter_of(order, label) for label in order}

    @property
    def start(self) -> str:
        return self._fill(self._template.prefill, "", {}, first=False)

    def messages(self, text: str) -> list[Message]:
        made: list[Message] = []
        shown = self._request.examples if self._template.turns else ()
        fields = dict(self._request.fields) or {"text": text}
        if self._template.system.strip():
            made.append(_said("system", self._fill(self._template.system, text, fields, first=True)))
        for place, (example, label) in enumerate(shown):
            user = self._example_turn(example, first=place == 0)
            made += [_said("user", user), _said("assistant", self._answer(label))]
        made.append(_said("user", self._fill(self._template.user, text, fields, first=not shown)))
        return made

    def _example_turn(self, text: str, *, first: bool) -> str:
        from annotator.llm.templating import TemplateProblem

        try:
            return self._fill(self._template.user, text, {"text": text}, first=first)
        except TemplateProblem as problem:  # the item itself may well have what is named
            problem.hint = say(
                "Of an example only item.text is known: name that, or show examples as part of the prompt."
            )
            raise

    def _answer(self, label: str) -> str:
        answers = {
            AnswerMode.JSON: json.dumps({"label": label}, ensure_ascii=False),
            AnswerMode.LETTERS: self._letters.get(label, ""),
        }
        return f"{self.start} {answers.get(self._spec.answer, label)}".strip()

    def _fill(self, source: str, text: str, fields: Mapping[str, str], *, first: bool) -> str:
        from annotator.llm.templating import Values, render

        shown = self._inert(text)
        inner = Values("fields", {name: self._inert(value) for name, value in fields.items()}, shown)
        item = Values("item", {"text": shown, "fields": inner}, shown)
        with _naming(self._template, source):
            return render(source, self._common | {"item": item, "fields": inner, "first": first})

    @cached_property
    def _common(self) -> dict[str, object]:
        from annotator.llm.templating import Listing, Values

        question = self._request.question
        return {
            "question": Values("question", {"name": question.name, "text": question.text}, question.text),
            "labels": Listing(self._label(label) for label in self._order),
            "guideline": question.guideline.strip(),
            "examples": Listing(self._example(*pair) for pair in self._request.examples),
            "noun": question.noun,
            "guesses": min(GUESSES, len(question.labels)),
        }

    def _label(self, label: Label) -> Mapping[str, object]:
        from annotator.llm.templating import Values

        described = f"{label.name}: {label.description}" if label.description else label.name
        values = {"name": label.name, "description": label.description, "described": described}
        return Values("label", values | {"letter": self._letters[label.name]}, label.name)

    def _example(self, text: str, label: str) -> Mapping[str, object]:
        from annotator.llm.templating import Values

        shown = self._inert(text)
        return Values("example", {"text": shown, "label": label, "letter": self._letters.get(label, "")}, shown)

    def _inert(self, text: str) -> str:
        return self._marks.sub(_weakened, text) if self._marks else text


@contextmanager
def _naming(template: PromptTemplate, source: str) -> Iterator[None]:
    """What is wrong with a part of the template says in which part it is."""
    from annotator.llm.templating import TemplateProblem

    try:
        yield
    except TemplateProblem as problem:
        problem.part = next((name for name, text in template.parts().items() if text == source), "")
        raise


def _said(role: str, content: str) -> Message:
    return {"role": role, "content": content}


@lru_cache(maxsize=64)
def _marks(template: PromptTemplate) -> re.Pattern[str] | None:
    """Whatever in an item could pose as the template's own tags and fences; None where it has none.

    Tags in any case, with spaces, full-width or with a character nobody sees: a model reads them all alike.
    """
    from annotator.llm.templating import literals

    own = "\n".join(literals(part) for part in template.parts().values())
    names = tuple(sorted({name.casefold() for name in _TAG.findall(own)}))
    fences = [rf"(?:{_either(char)}{_UNSEEN}){{3,}}" for char in sorted({fence[0] for fence in _FENCE.findall(own)})]
    patterns = [*([_tags(names)] if names else []), *fences]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def set_apart(text: str, *names: str) -> str:
    """The text so that nothing in it can pose as a tag of these names."""
    return re.sub(_tags(names), _weakened, text, flags=re.IGNORECASE)


def _tags(names: Sequence[str]) -> str:
    spelt = "|".join(_UNSEEN.join(map(_either, name)) for name in names)
    return rf"(?:[<＜﹤]|&lt;|&#0*60;|&#x0*3c;){_GAP}(?:\\?[/／⁄∕\\]{_GAP})?(?:{spelt})(?![\w-])"


def _either(char: str) -> str:
    """The character or its full-width form."""
    wide = chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else ""
    return f"[{re.escape(char)}{wide}]"


def _weakened(found: re.Match[str]) -> str:
    opening = _OPENING.match(found[0])
    return f"‹{found[0][opening.end() :]}" if opening else " ".join(found[0])


_TAG = re.compile(r"</?([A-Za-z_][\w-]*)\s*/?>")
_FENCE = re.compile(r"(?:`{3,}|\"{3,}|'{3,}|~{3,}|#{3,}|={3,}|-{3,}|\*{3,})")
_OPENING = re.compile(r"[<＜﹤]|&(?:lt|#0*60|#x0*3c);", re.IGNORECASE)
_UNSEEN = f"[{INVISIBLE}]*"
_GAP = rf"[\s{INVISIBLE}]*"
