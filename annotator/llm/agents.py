"""An agent: a model, its parameters, its way of being prompted, and where its confidence comes from."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from annotator.errors import ModelProblem

EMBEDDED = "embedded"

Scalar = str | int | float | bool


class Prompt(StrEnum):
    """How a model is asked. The number is part of the name: another wording is another agent."""

    LIKELIHOOD = "label likelihood 1"
    CHAT = "chat 1"


class ConfidenceMethod(StrEnum):
    """What turns an agent's replies into its confidence."""

    BATCH = "batch-calibrated label probability"
    PLAIN = "label probability, else stated by the model"


@dataclass(frozen=True)
class AgentSpec:
    """Everything that decides how an agent answers; equal content has an equal hash.

    model: "embedded", or a name as litellm takes it ("anthropic/claude-...", "openai/gpt-4o", "ollama/qwen3").
    api_base: the address of an OpenAI-compatible server, or "" for the provider's own.
    examples: (text, label name) pairs that it is shown with every item. example_items: the ids of the items that
    they were made from; they say nothing about how it answers, so they are not part of the hash.
    """

    model: str = EMBEDDED
    api_base: str = ""
    parameters: tuple[tuple[str, Scalar], ...] = ()
    prompt: Prompt = Prompt.LIKELIHOOD
    confidence: ConfidenceMethod = ConfidenceMethod.BATCH
    examples: tuple[tuple[str, str], ...] = ()
    example_items: tuple[int, ...] = ()

    @property
    def family(self) -> str:
        """The model without provider, size and version, since its siblings make the same mistakes."""
        return "smollm2" if self.model == EMBEDDED else model_family(self.model)

    @property
    def display_name(self) -> str:
        return f"{self._model_name}, {len(self.examples)} examples" if self.examples else self._model_name

    @property
    def without_examples(self) -> AgentSpec:
        return replace(self, examples=(), example_items=())

    def to_json(self) -> str:
        """Canonical: the same agent always gives the same text."""
        return _canonical(self._content())

    @classmethod
    def from_json(cls, text: str) -> AgentSpec:
        content = json.loads(text)
        return cls(
            model=content["model"],
            api_base=content["api_base"],
            parameters=tuple(sorted(content["parameters"].items())),
            prompt=Prompt(content["prompt"]),
            confidence=ConfidenceMethod(content["confidence"]),
            examples=tuple((text, label) for text, label in content.get("examples", ())),
            example_items=tuple(content.get("example_items", ())),
        )

    def content_hash(self) -> str:
        content = self._content()
        content.pop("example_items", None)
        return hashlib.sha256(_canonical(content).encode()).hexdigest()

    @property
    def _model_name(self) -> str:
        if self.model == EMBEDDED:
            return "SmolLM2 135M (built in)"
        name = self.model.rpartition("/")[2] or self.model
        return f"{name} at {self.api_base}" if self.api_base else self.model

    def _content(self) -> dict[str, Any]:
        content: dict[str, Any] = asdict(self) | {"parameters": dict(self.parameters)}
        if not self.examples:
            del content["examples"], content["example_items"]
        return content


def _canonical(content: dict[str, Any]) -> str:
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def make_spec(
    model: str = EMBEDDED, api_base: str = "", *, prompt: Prompt | None = None, **parameters: Scalar
) -> AgentSpec:
    """The agent for a model with the way of asking that suits it; `prompt` overrules (LIKELIHOOD works with any
    llama.cpp address and is much better for small models).

    With an address, a name without a provider is one of that server: "qwen3" becomes "openai/qwen3". An address alone
    is no agent; `registry.choose_spec` asks it what it serves.
    """
    if api_base.strip() and model == EMBEDDED:
        raise ModelProblem(f"Name the model at {api_base.strip()}.", hint="Only its server knows what it is called.")
    if prompt is None:
        prompt = Prompt.LIKELIHOOD if model == EMBEDDED else Prompt.CHAT
    if api_base.strip() and "/" not in model:
        model = f"openai/{model}"
    likelihood = prompt is Prompt.LIKELIHOOD
    return AgentSpec(
        model=model,
        api_base=normal_address(api_base),
        parameters=tuple(sorted(parameters.items())),
        prompt=prompt,
        confidence=ConfidenceMethod.BATCH if likelihood else ConfidenceMethod.PLAIN,
    )


def normal_address(address: str) -> str:
    """The address with a scheme and without a slash at its end: `localhost:1234/v1/` -> `http://localhost:1234/v1`."""
    address = address.strip().rstrip("/")
    if address and "://" not in address:
        address = f"http://{address}"
    return address


def model_family(model: str) -> str:
    """`anthropic/claude-3-5-haiku-20241022` -> `claude`, `openai/gpt-4o-mini` -> `gpt`, `ollama/qwen3:8b` -> `qwen3`.

    The leading words of the model's own name, up to the first that is a version or a size.
    """
    name = model.rpartition("/")[2].casefold().partition(":")[0]
    name = re.sub(r"\.gguf$", "", name)
    words = [word for word in re.split(r"[-_ ]+", name) if word]
    kept: list[str] = []
    for word in words:
        if re.match(r"v?\d", word) or (kept and word in _NOT_FAMILY):
            break
        kept.append(word)
    return "-".join(kept) or name or "unknown"


_SIZES = "nano mini small medium large tiny pro lite flash turbo haiku sonnet opus base"
_NOT_FAMILY = frozenset(f"{_SIZES} instruct chat it preview latest".split())
