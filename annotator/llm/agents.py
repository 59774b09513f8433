"""An agent: a model, its parameters, the words it is asked with, and where its confidence comes from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.domain.redaction import Redaction
from annotator.errors import ModelProblem, UserError
from annotator.llm.agent_parts import (
    check_address,
    check_asks,
    check_examples,
    check_parameters,
    check_template,
    read_few_shot,
    read_ids,
    read_pairs,
    read_redaction,
)
from annotator.llm.few_shot import MOST_EXAMPLES, ExampleChoice, FewShot, Pairs
from annotator.llm.methods import AnswerMode, ConfidenceMethod, asks_of
from annotator.llm.model_names import model_family
from annotator.llm.prompts import PromptTemplate, usual
from annotator.llm.strict_reading import Scalar, Table, wrong
from annotator.texts import say

EMBEDDED = "embedded"
EMBEDDED_CONTEXT = 4096  # tokens of the prompt and the answer together
NOTHING = Redaction()


@dataclass(frozen=True)
class AgentSpec:
    """Everything that decides how an agent answers; equal content has an equal hash.

    model: "embedded", or a name as litellm takes it ("anthropic/claude-...", "openai/gpt-4o", "ollama/qwen3").
    api_base: the address of an OpenAI-compatible server, or "" for the provider's own.
    asks: how often it is asked about one item: in how many orders of the letters, or for how many samples.
    examples: (text, label name) pairs; with `few_shot` by nearness those to choose from, else all are shown with every
    item. example_items: the ids of the items that they were made from; like the template's name they say nothing about
    how it answers, so they are not part of the hash.
    redaction: what is taken out of an item before it is sent.

    Raises UserError where the parts do not go together.
    """

    model: str = EMBEDDED
    api_base: str = ""
    parameters: tuple[tuple[str, Scalar], ...] = ()
    template: PromptTemplate = field(default_factory=lambda: usual(AnswerMode.LIKELIHOOD, ConfidenceMethod.BATCH))
    answer: AnswerMode = AnswerMode.LIKELIHOOD
    confidence: ConfidenceMethod = ConfidenceMethod.BATCH
    asks: int = 1
    few_shot: FewShot = FewShot()
    examples: Pairs = ()
    example_items: tuple[int, ...] = ()
    redaction: Redaction = NOTHING

    def __post_init__(self) -> None:
        if self.model == EMBEDDED and self.answer is not AnswerMode.LIKELIHOOD:
            raise UserError(
                say("The built-in model is too small for anything but label likelihood."), hint=say("Choose that.")
            )
        check_asks(self.answer, self.confidence, self.asks)
        check_address(self.api_base)
        check_parameters(self.parameters)
        check_examples(self.few_shot, len(self.examples), len(self.example_items))
        check_template(self.answer, self.confidence, self.few_shot, self.template)

    @property
    def family(self) -> str:
        """The model without provider, size and version, since its siblings make the same mistakes."""
        return "smollm2" if self.model == EMBEDDED else model_family(self.model)

    @property
    def display_name(self) -> str:
        shown = self.few_shot.number or len(self.examples)
        return f"{self._model_name}, {shown} example{'s' * (shown > 1)}" if shown else self._model_name

    @property
    def shown_always(self) -> Pairs:
        """What it is shown where no item says which examples are nearest: as many as with an item."""
        return self.examples[: self.few_shot.number]

    @property
    def without_examples(self) -> AgentSpec:
        return replace(self, few_shot=FewShot(), examples=(), example_items=())

    def with_examples(
        self,
        examples: Pairs,
        items: tuple[int, ...] = (),
        *,
        choice: ExampleChoice = ExampleChoice.BALANCED,
        number: int | None = None,
    ) -> AgentSpec:
        """The agent with these examples; number: how many of them it is shown with an item, all unless by nearness."""
        few_shot = FewShot(choice, len(examples) if number is None else number)
        return replace(self, few_shot=few_shot, examples=examples, example_items=items)

    def to_json(self) -> str:
        """Canonical: the same agent always gives the same text."""
        return _canonical(self.to_content())

    @classmethod
    def from_json(cls, text: str) -> AgentSpec:
        """Strictly; raises UserError."""
        try:
            content = json.loads(text)
        except (ValueError, RecursionError):
            raise wrong("it is no JSON") from None
        return cls.from_content(content)

    def to_content(self) -> dict[str, Any]:
        """As plain tables, lists and values; what is empty is left out."""
        template = self.template
        content: dict[str, Any] = {
            "model": self.model,
            "api_base": self.api_base,
            "answer": self.answer.value,
            "confidence": self.confidence.value,
            "asks": self.asks,
            "parameters": dict(self.parameters),
            "template": {
                "name": template.name,
                "system": template.system,
                "user": template.user,
                "prefill": template.prefill,
                "turns": template.turns,
            },
        }
        if self.few_shot != FewShot():
            content["few_shot"] = {"choice": self.few_shot.choice.value, "number": self.few_shot.number}
        if self.examples:
            content["examples"] = [list(pair) for pair in self.examples]
            content["example_items"] = list(self.example_items)
        if self.redaction:
            content["redaction"] = {
                "kinds": [kind.value for kind in self.redaction.kinds],
                "names": list(self.redaction.names),
            }
        return content

    @classmethod
    def from_content(cls, content: object) -> AgentSpec:
        """What `to_content` gave; anything unknown, missing or of another type is a UserError."""
        table = Table(content, "the agent")
        spec = cls(
            model=table.text("model", most=200),
            api_base=table.text("api_base", ""),
            parameters=tuple(sorted(table.table("parameters", optional=True).scalars().items())),
            template=PromptTemplate.read(table.table("template")),
            answer=table.choice("answer", AnswerMode),
            confidence=table.choice("confidence", ConfidenceMethod),
            asks=table.number("asks", 1, least=1, most=100),
            few_shot=read_few_shot(table.table("few_shot", optional=True)),
            examples=read_pairs(table.entries("examples", most=MOST_EXAMPLES)),
            example_items=read_ids(table.entries("example_items", most=MOST_EXAMPLES)),
            redaction=read_redaction(table.table("redaction", optional=True)),
        )
        table.done()
        return spec

    def shareable(self, *, texts: bool = False) -> dict[str, Any]:
        """What `to_content` gives, for another project: without ids of items.

        texts: also what may be private to this project: its examples, and the names that are taken out.
        """
        content = self.to_content()
        content.pop("example_items", None)
        if not texts:
            content.pop("examples", None)
            redaction = content.pop("redaction", {"kinds": []})
            if redaction["kinds"]:
                content["redaction"] = {"kinds": redaction["kinds"]}
        return content

    def content_hash(self) -> str:
        content = self.to_content()
        content.pop("example_items", None)
        del content["template"]["name"]
        return hashlib.sha256(_canonical(content).encode()).hexdigest()

    @property
    def _model_name(self) -> str:
        if self.model == EMBEDDED:
            return "SmolLM2 135M (built in)"
        name = self.model.rpartition("/")[2] or self.model
        return f"{name} at {self.api_base}" if self.api_base else self.model


def make_spec(
    model: str = EMBEDDED,
    api_base: str = "",
    *,
    answer: AnswerMode | None = None,
    confidence: ConfidenceMethod | None = None,
    template: PromptTemplate | None = None,
    asks: int | None = None,
    redaction: Redaction = NOTHING,
    **parameters: Scalar,
) -> AgentSpec:
    """The agent for a model with the way of asking that suits it; what is given overrules (LIKELIHOOD works with any
    llama.cpp address and is much better for small models).

    With an address, a name without a provider is one of that server: "qwen3" becomes "openai/qwen3". An address alone
    is no agent; `registry.choose_spec` asks it what it serves.
    """
    if not model.strip():
        raise ModelProblem(say("No model is named."), hint=say("Name one, or leave it out for the built-in model."))
    if api_base.strip() and model == EMBEDDED:
        raise ModelProblem(
            say("Name the model at {api_base}.", api_base=api_base.strip()),
            hint=say("Only its server knows what it is called."),
        )
    if api_base.strip() and "/" not in model:
        model = f"openai/{model}"
    if answer is None:
        answer = AnswerMode.LIKELIHOOD if model == EMBEDDED else AnswerMode.JSON
    confidence = confidence or usual_confidence(answer)
    return AgentSpec(
        model=model,
        api_base=normal_address(api_base),
        parameters=tuple(sorted(parameters.items())),
        template=template or usual(answer, confidence),
        answer=answer,
        confidence=confidence,
        asks=asks_of(answer, confidence)[1] if asks is None else asks,
        redaction=redaction,
    )


def usual_confidence(answer: AnswerMode) -> ConfidenceMethod:
    """Where the confidence of such answers comes from unless something else is chosen."""
    return _USUAL[answer]


def normal_address(address: str) -> str:
    """The address with a scheme and without a slash at its end: `localhost:1234/v1/` -> `http://localhost:1234/v1`."""
    address = address.strip().rstrip("/")
    if address and "://" not in address:
        address = f"http://{address}"
    return address


def _canonical(content: Mapping[str, Any]) -> str:
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


_USUAL = {
    AnswerMode.JSON: ConfidenceMethod.PLAIN,
    AnswerMode.LABEL: ConfidenceMethod.PLAIN,
    AnswerMode.LETTERS: ConfidenceMethod.PROBABILITY,
    AnswerMode.LIKELIHOOD: ConfidenceMethod.BATCH,
}
