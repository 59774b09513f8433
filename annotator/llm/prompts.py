"""The words a model is asked with: an agent's template, and the ready ones that are shipped."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from annotator.llm.methods import AnswerMode, ConfidenceMethod
from annotator.llm.strict_reading import Table
from annotator.paths import resource

# In the order in which they are offered.
READY = ("json", "json_label", "verbal", "top_k", "line", "label", "letters", "likelihood")
LONGEST = 20_000  # characters of one part of a template


@dataclass(frozen=True)
class PromptTemplate:
    """Jinja2 templates of a chat: see `annotator.llm.templating` for what they may hold.

    prefill: how the model's answer is begun for it, "" for not at all.
    turns: whether examples are shown as turns of the chat, each with the user's template; else the template shows
    them itself.
    name: what people call it; it says nothing about how the model is asked.
    """

    name: str
    user: str
    system: str = ""
    prefill: str = ""
    turns: bool = False

    def __post_init__(self) -> None:
        for part in ("user", "system", "prefill"):
            object.__setattr__(self, part, _plain_lines(getattr(self, part)))

    def parts(self) -> dict[str, str]:
        """The templates by their names in words."""
        return {"system prompt": self.system, "prompt": self.user, "start of the answer": self.prefill}

    @classmethod
    def read(cls, table: Table) -> PromptTemplate:
        """Strictly; raises UserError."""
        template = cls(
            name=table.text("name", "", most=200),
            user=table.text("user", most=LONGEST),
            system=table.text("system", "", most=LONGEST),
            prefill=table.text("prefill", "", most=LONGEST),
            turns=table.flag("turns", False),
        )
        table.done()
        return template


@dataclass(frozen=True)
class ReadyPrompt:
    """A shipped template, and what it is for.

    methods: the kinds of confidence that it asks for, the usual one first.
    """

    key: str
    about: str
    answer: AnswerMode
    methods: tuple[ConfidenceMethod, ...]
    template: PromptTemplate


@cache
def ready(key: str) -> ReadyPrompt:
    """One of `READY`."""
    table = Table(tomllib.loads(resource("prompts", f"{key}.toml").read_text(encoding="utf-8")), f"{key}.toml")
    prompt = ReadyPrompt(
        key=key,
        about=table.text("about"),
        answer=table.choice("answer", AnswerMode),
        methods=table.choices("confidence", ConfidenceMethod),
        template=PromptTemplate(
            name=table.text("title"),
            user=table.text("user", most=LONGEST),
            system=table.text("system", "", most=LONGEST),
            prefill=table.text("prefill", ""),
            turns=table.flag("turns", False),
        ),
    )
    table.done()
    return prompt


def every() -> list[ReadyPrompt]:
    """All shipped templates, in the order in which they are offered."""
    return [ready(key) for key in READY]


def usual(answer: AnswerMode, method: ConfidenceMethod) -> PromptTemplate:
    """The shipped template for this form of answer that asks for this confidence, or the one that comes nearest."""
    suiting = [prompt for prompt in every() if prompt.answer is answer]
    return min(suiting, key=lambda p: p.methods.index(method) if method in p.methods else len(p.methods)).template


def _plain_lines(text: str) -> str:
    """With one kind of line end, so that a file that went through another system is the same template."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
