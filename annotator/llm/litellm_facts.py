"""What litellm knows of models, asked of the caller's process, where it is loaded: it is slow to load and large.

The first question waits until litellm is loaded there, so these belong on worker threads; the same one is answered at
once later. Nothing is looked up in the network.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from annotator.llm.litellm_setup import load_litellm

P = ParamSpec("P")
T = TypeVar("T")

FACTS: dict[str, Callable[..., Any]] = {}


def _fact(work: Callable[P, T]) -> Callable[P, T]:
    """The function in the caller's process; elsewhere a question to that. Arguments and answers are plain JSON."""

    @wraps(work)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        from annotator.llm import caller

        if caller.IS_HERE:
            return answer(work.__name__, args)  # type: ignore[no-any-return]
        return caller.look_up(work.__name__, args)  # type: ignore[no-any-return]

    FACTS[work.__name__] = work
    return told


def answer(name: str, args: Any) -> Any:
    """In the caller's process: what litellm knows."""
    from annotator.llm import reach  # which places needs, and that asks here

    with reach.shut():  # of some models it would ask their server
        return FACTS[name](*args)


@_fact
def providers() -> list[str]:
    """The names of all providers."""
    return [str(getattr(each, "value", each)) for each in load_litellm().provider_list]


@_fact
def provider_of(model: str, api_base: str) -> str | None:
    """Who sells a model of this name; None where nobody is known to."""
    litellm = load_litellm()
    try:
        return str(litellm.get_llm_provider(model=model, api_base=api_base or None)[1])
    except litellm.exceptions.BadRequestError:
        return None


@_fact
def missing_keys(model: str) -> list[str] | None:
    """The variables that could hold the key of the model's provider; None where the environment has what is needed."""
    found = load_litellm().validate_environment(model=model)
    return None if found["keys_in_environment"] else [str(name) for name in found["missing_keys"]]


@_fact
def supported(model: str) -> list[str]:
    """The parameters that a request to the model may have; none for names that nobody knows."""
    try:
        return list(load_litellm().get_supported_openai_params(model=model) or ())
    except Exception:  # noqa: BLE001 - litellm raises many kinds for names it does not know; the call will tell
        return []


@_fact
def supports_schema(model: str) -> bool:
    """Whether it keeps to a JSON schema."""
    return bool(load_litellm().supports_response_schema(model=model))


@_fact
def reasons(model: str) -> bool:
    """Whether it thinks before it answers, which takes tokens too."""
    return bool(load_litellm().supports_reasoning(model=model))


@_fact
def listed(model: str) -> dict[str, Any]:
    """What the price list has about the model; nothing for names that it does not know."""
    litellm = load_litellm()
    try:
        key = litellm.get_model_info(model)["key"]
    except Exception:  # noqa: BLE001 - litellm raises many kinds for names that it does not know
        return {}
    return dict(litellm.model_cost.get(key, {}))


@_fact
def longest_answer(model: str) -> int | None:
    """In tokens, as the list has it."""
    try:
        limit = load_litellm().get_model_info(model)["max_output_tokens"]
    except Exception:  # noqa: BLE001 - litellm raises many kinds for names that it does not know
        return None
    return int(limit) if limit else None


@_fact
def chat_models() -> list[str]:
    """The names of all that can be asked by chat."""
    return [str(name) for name, about in load_litellm().model_cost.items() if about.get("mode") == "chat"]
