"""From what a user names to an agent, and from an agent to a model that can be asked."""

from __future__ import annotations

from annotator.errors import ModelProblem
from annotator.llm.agents import EMBEDDED, AgentSpec, Prompt, Scalar, make_spec, normal_address
from annotator.llm.protocol import Model


async def open_model(spec: AgentSpec, *, api_key: str = "") -> Model:
    """The agent's model, ready to be asked. Raises ModelProblem with the next step where it cannot be.

    api_key: used instead of the one from the environment or the keyring; never kept.
    """
    if spec.model == EMBEDDED:
        from annotator.llm.embedded import EmbeddedModel

        return await EmbeddedModel.start(spec)
    from annotator.llm.litellm_model import open_litellm

    return await open_litellm(spec, api_key=api_key)


async def choose_spec(
    model: str = "", api_base: str = "", *, api_key: str = "", prompt: Prompt | None = None, **parameters: Scalar
) -> AgentSpec:
    """The agent for what a user named: a model, an address, both, or nothing (the built-in model).

    An address without a model is asked what it serves; raises ModelProblem where that is not one model.
    """
    model, api_base = model.strip(), api_base.strip()
    if api_base and model in ("", EMBEDDED):
        model = await _only_model(normal_address(api_base), api_key)
    return make_spec(model or EMBEDDED, api_base, prompt=prompt, **parameters)


async def _only_model(api_base: str, api_key: str) -> str:
    from annotator.llm.litellm_model import models_at

    names = await models_at(api_base, api_key=api_key)
    if len(names) == 1:
        return f"openai/{names[0]}"
    offered = ", ".join(names[:8]) + ("…" if len(names) > 8 else "")
    raise ModelProblem(
        f"{api_base} offers {len(names)} models{f': {offered}' if names else ''}.",
        hint="Say which one to use." if names else "Load a model there, or name it.",
    )
