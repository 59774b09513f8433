"""From what a user names to an agent, and from an agent to a model that can be asked."""

from __future__ import annotations

from annotator.errors import ModelProblem
from annotator.llm.agents import EMBEDDED, AgentSpec, make_spec, normal_address
from annotator.llm.content_free import ContentFreeModel
from annotator.llm.guarding import GuardedModel
from annotator.llm.llama_cpp import SMALL, size_at
from annotator.llm.methods import AnswerMode, ConfidenceMethod
from annotator.llm.protocol import Model
from annotator.llm.redacting import RedactingModel
from annotator.texts import say


async def open_model(spec: AgentSpec, *, api_key: str = "") -> Model:
    """The agent's model, ready to be asked. Raises ModelProblem with the next step where it cannot be.

    What the agent says of redaction and confidence is done, and replies about suspicious items say so.
    api_key: used instead of the one from the environment or the keyring; never kept.
    """
    from annotator.llm.litellm_model import LitellmModel

    model = await _open_bare(spec, api_key)
    canary = model.calls if isinstance(model, LitellmModel) else None
    if spec.confidence is ConfidenceMethod.CONTENT_FREE:
        model = ContentFreeModel(model)
    model = GuardedModel(model, canary)
    return RedactingModel(model, spec.redaction) if spec.redaction else model


async def _open_bare(spec: AgentSpec, api_key: str) -> Model:
    if spec.model == EMBEDDED:
        from annotator.llm.embedded import EmbeddedModel

        return await EmbeddedModel.start(spec)
    from annotator.llm.litellm_model import open_litellm

    return await open_litellm(spec, api_key=api_key)


async def choose_spec(
    model: str = EMBEDDED,
    api_base: str = "",
    *,
    api_key: str = "",
    answer: AnswerMode | None = None,
) -> AgentSpec:
    """The agent for what a user named: a model, an address, or both.

    An address without a model is asked what it serves; raises ModelProblem where that is not one model, and where
    neither is named.
    """
    model, api_base = model.strip(), api_base.strip()
    if api_base and model in ("", EMBEDDED):
        model = await _only_model(normal_address(api_base), api_key)
    return make_spec(model, api_base, answer=answer)


async def suited_spec(model: str = EMBEDDED, api_base: str = "", *, api_key: str = "") -> AgentSpec:
    """As `choose_spec`, with the way of asking that the server is best at: of a small model at a llama.cpp address
    label likelihood, else answers as data, which fall back by themselves."""
    spec = await choose_spec(model, api_base, api_key=api_key)
    if spec.answer is AnswerMode.LIKELIHOOD or not spec.api_base:
        return spec
    size = await size_at(spec.api_base, api_key=api_key)
    if size is None or size > SMALL:
        return spec
    return make_spec(spec.model, spec.api_base, answer=AnswerMode.LIKELIHOOD)


async def _only_model(api_base: str, api_key: str) -> str:
    from annotator.llm.litellm_model import models_at

    names = await models_at(api_base, api_key=api_key)
    if len(names) == 1:
        return f"openai/{names[0]}"
    offered = ", ".join(names[:8]) + ("…" if len(names) > 8 else "")
    several = say("{address} offers {number} models: {names}.", address=api_base, number=len(names), names=offered)
    raise ModelProblem(
        several if names else say("{address} offers no models.", address=api_base),
        hint=say("Say which one to use.") if names else say("Load a model there, or name it."),
    )
