"""Any model that litellm knows by name, or any OpenAI-compatible server, asked by chat."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Any

from annotator.domain.model import Label
from annotator.errors import ModelProblem
from annotator.llm import keys
from annotator.llm.agents import AgentSpec, Prompt
from annotator.llm.answer_logprobs import label_logprobs
from annotator.llm.confidence import plain
from annotator.llm.endpoint import Endpoint, is_loopback
from annotator.llm.litellm_setup import load_litellm
from annotator.llm.pacing import Retries
from annotator.llm.parsing import Parsed, parse_reply
from annotator.llm.prompting import chat_messages
from annotator.llm.protocol import LABEL_PROBABILITY, CallFailed, Fault, LabelRequest, Model, ParseStatus, Reply

STATED = "stated by the model, uncalibrated"
UNSTATED = "none given: {:.2f} assumed"
# Used where a model gives neither probabilities nor a number: half-way between a guess and certainty, so that
# such answers rank below those that come with a claim, and go to people at the usual thresholds.
ASSUMED = 0.5
IN_FLIGHT = 8
TOP_LOGPROBS = 20  # the most that OpenAI allows
MAX_TOKENS = 512
MAX_TOKENS_REASONING = 4096
# Run on this machine by their own defaults; the variable can move them elsewhere.
_LOCAL_PROVIDERS = {"ollama": "OLLAMA_API_BASE", "ollama_chat": "OLLAMA_API_BASE", "lm_studio": "LM_STUDIO_API_BASE"}


class LitellmModel:
    """Asks one endpoint for a label in words, and reads probabilities from the answer's tokens where it can."""

    def __init__(self, endpoint: Endpoint, spec: AgentSpec, *, retries: Retries | None = None) -> None:
        self.name = spec.display_name
        self.family = spec.family
        self.local = stays_here(spec)
        self.in_flight = IN_FLIGHT
        self.endpoint = endpoint
        self._retries = retries or Retries()
        self._logprobs = _supports_logprobs(spec.model)
        self._parameters: dict[str, Any] = _defaults(spec.model) | dict(spec.parameters)

    async def ask(self, request: LabelRequest) -> Reply:
        started = time.perf_counter()
        response = await self._complete(request)
        choice = response.choices[0] if response.choices else None
        raw = (choice.message.content or "") if choice else ""
        if choice is not None and choice.finish_reason == "content_filter" and not raw:
            raise CallFailed(Fault.REFUSED, "The provider refused the item's content.")
        labels = request.question.labels
        parsed = parse_reply(raw, request.question.label_names())
        logprobs = _read_logprobs(choice, labels, parsed)
        label_id = None if parsed.position is None else labels[parsed.position].id
        confidence, source = _confidence(label_id, logprobs, parsed)
        usage = getattr(response, "usage", None)
        return Reply(
            raw=raw,
            logprobs=logprobs,
            label_id=label_id,
            confidence=confidence,
            confidence_source=source,
            parse_status=ParseStatus.INVALID if label_id is None else ParseStatus.LABEL,
            invalid_reason=_reason(choice, parsed),
            tokens_in=getattr(usage, "prompt_tokens", 0) or 0,
            tokens_out=getattr(usage, "completion_tokens", 0) or 0,
            seconds=time.perf_counter() - started,
            cost=0.0 if self.local else _cost(response),
        )

    async def close(self) -> None:
        await self.endpoint.close()

    async def _complete(self, request: LabelRequest) -> Any:
        messages = chat_messages(request)
        if self._logprobs:
            wanted = {"logprobs": True, "top_logprobs": TOP_LOGPROBS}
            try:
                return await self._send(messages, wanted)
            except CallFailed as failed:
                if failed.kind is not Fault.OTHER:
                    raise
            # Refused as a whole: perhaps for the probabilities. If it goes well without, they are not asked for again.
            response = await self._send(messages, {})
            self._logprobs = False
            return response
        return await self._send(messages, {})

    async def _send(self, messages: list[dict[str, str]], wanted: dict[str, Any]) -> Any:
        parameters = self._parameters | wanted
        return await self._retries.run(lambda: self.endpoint.complete(messages, drop_params=True, **parameters))


async def open_litellm(spec: AgentSpec, *, api_key: str = "", retries: Retries | None = None) -> Model:
    """The model behind a name or an address. Raises ModelProblem where nothing answers or no key is known."""
    await asyncio.to_thread(load_litellm)
    # In a thread, since the keyring may ask the user to unlock it.
    key = api_key or await asyncio.to_thread(find_api_key, spec)
    endpoint = Endpoint(spec.model, spec.api_base, key)
    if spec.api_base and spec.model.startswith("openai/"):
        await _check_address(endpoint)
    if spec.prompt is Prompt.LIKELIHOOD:
        from annotator.llm.label_likelihood import LikelihoodModel

        return await LikelihoodModel.open(endpoint, spec)
    return LitellmModel(endpoint, spec, retries=retries)


async def models_at(api_base: str, *, api_key: str = "") -> list[str]:
    """The names of the models that an OpenAI-compatible server offers."""
    key = api_key or keys.find_key(keys.account_of(api_base), variables=(keys.ADDRESS_VARIABLE,))
    endpoint = Endpoint("openai/any", api_base, key, timeout=10.0)
    try:
        answer = await endpoint.get_v1("/models")
        return [str(model["id"]) for model in answer["data"]]
    except CallFailed as failed:
        raise _no_answer(api_base, failed) from failed
    except (KeyError, TypeError):
        return []
    finally:
        await endpoint.close()


def find_api_key(spec: AgentSpec) -> str:
    """The key for the agent's model, "" where litellm finds it by itself or none is needed.

    Raises ModelProblem where the provider needs one and none is known.
    """
    account = key_account(spec)
    if spec.api_base:
        return keys.find_key(account, variables=_address_variables(spec.api_base))
    found = load_litellm().validate_environment(model=spec.model)
    if found["keys_in_environment"]:
        return ""
    key = keys.find_key(account)
    missing = [name for name in found["missing_keys"] if name.endswith("KEY")]
    if not key and missing:
        raise ModelProblem(
            f"No API key is known for “{spec.model}”.", hint=f"Set {missing[0]}, or store the key in the app."
        )
    return key


def key_account(spec: AgentSpec) -> str:
    """The name the agent's key is kept under: its address's host, or the provider. Raises ModelProblem for a model
    name that litellm cannot place."""
    litellm = load_litellm()
    try:
        provider = str(litellm.get_llm_provider(model=spec.model, api_base=spec.api_base or None)[1])
    except litellm.exceptions.BadRequestError as error:
        raise ModelProblem(
            f"“{spec.model}” names no provider.",
            hint="Write the provider before it, as in openai/gpt-4o or ollama/qwen3, or give the server's address.",
        ) from error
    return keys.account_of(spec.api_base) if spec.api_base else provider


def stays_here(spec: AgentSpec) -> bool:
    """Whether the agent's model is on this machine, as far as its name and address say."""
    if spec.api_base:
        return is_loopback(spec.api_base)
    variable = _LOCAL_PROVIDERS.get(spec.model.partition("/")[0])
    return variable is not None and is_loopback(os.environ.get(variable, "http://localhost"))


async def _check_address(endpoint: Endpoint) -> None:
    """Raises ModelProblem where nothing answers; a server that answers anything at all is left to the calls."""
    try:
        await endpoint.get_v1("/models")
    except CallFailed as failed:
        if failed.kind in (Fault.NETWORK, Fault.KEY):
            await endpoint.close()
            raise _no_answer(endpoint.api_base, failed) from failed


def _no_answer(api_base: str, failed: CallFailed) -> ModelProblem:
    hint = "Check that the server runs and that its address is right; most end in /v1."
    if failed.kind is Fault.KEY:
        hint = f"Set {keys.ADDRESS_VARIABLE}, or store the key in the app."
    return ModelProblem(f"{api_base}: {failed.message}", hint=hint)


def _address_variables(api_base: str) -> tuple[str, ...]:
    """The provider's own variable only for its own address: a stranger must not get that key."""
    own = {"api.openai.com": "OPENAI_API_KEY"}.get(keys.account_of(api_base))
    return (keys.ADDRESS_VARIABLE, own) if own else (keys.ADDRESS_VARIABLE,)


def _supports_logprobs(model: str) -> bool:
    try:
        return "logprobs" in (load_litellm().get_supported_openai_params(model=model) or ())
    except Exception:  # noqa: BLE001 - litellm raises many kinds for names it does not know; the call will tell
        return False


def _defaults(model: str) -> dict[str, Any]:
    reasons = load_litellm().supports_reasoning(model=model)
    return {"temperature": 0, "max_tokens": MAX_TOKENS_REASONING if reasons else MAX_TOKENS}


def _read_logprobs(choice: Any, labels: tuple[Label, ...], parsed: Parsed) -> dict[int, float] | None:
    places = getattr(getattr(choice, "logprobs", None), "content", None)
    if not places or parsed.position is None:
        return None
    return label_logprobs(places, labels, labels[parsed.position].id)


def _confidence(label_id: int | None, logprobs: dict[int, float] | None, parsed: Parsed) -> tuple[float | None, str]:
    if label_id is None:
        return None, ""
    if logprobs is not None:
        return plain(logprobs)[label_id], LABEL_PROBABILITY
    if parsed.stated is not None:
        return parsed.stated, STATED
    return ASSUMED, UNSTATED.format(ASSUMED)


def _reason(choice: Any, parsed: Parsed) -> str:
    if parsed.position is None and choice is not None and choice.finish_reason == "length":
        return f"{parsed.reason} The model reached its limit of tokens before it came to an answer."
    return parsed.reason


def _cost(response: Any) -> float | None:
    """US dollars by litellm's price list; None for a model that is not in it."""
    cost = getattr(response, "_hidden_params", {}).get("response_cost")
    return float(cost) if cost else None
