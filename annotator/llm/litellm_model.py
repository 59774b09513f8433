"""Any model that litellm knows by name, or any OpenAI-compatible server, asked by chat."""

from __future__ import annotations

import asyncio
import time

from annotator.errors import ModelProblem
from annotator.llm import caller, keys, places, reach
from annotator.llm.agents import AgentSpec
from annotator.llm.chat_calls import ChatCalls, Conversation
from annotator.llm.endpoint import Endpoint
from annotator.llm.letters import ask_letters
from annotator.llm.litellm_facts import missing_keys
from annotator.llm.methods import SAMPLED, AnswerMode, ConfidenceMethod, Rung, shape_of
from annotator.llm.pacing import Retries
from annotator.llm.prompting import turns
from annotator.llm.protocol import CallFailed, Fault, LabelRequest, Model, Reply
from annotator.llm.reading import Read, read, reply
from annotator.llm.sampling import ask_samples
from annotator.texts import say

IN_FLIGHT = 8
_BY_TOKENS = frozenset({ConfidenceMethod.PLAIN, ConfidenceMethod.PROBABILITY})


class LitellmModel:
    """Asks one endpoint by chat, as often and in the way that the agent says."""

    def __init__(self, endpoint: Endpoint, spec: AgentSpec, *, retries: Retries | None = None) -> None:
        self.name = spec.display_name
        self.family = spec.family
        self.local = stays_here(spec)
        self.in_flight = IN_FLIGHT
        self.endpoint = endpoint
        self.calls = ChatCalls(endpoint, spec, local=self.local, retries=retries)
        self._spec = spec

    async def ask(self, request: LabelRequest) -> Reply:
        started = time.perf_counter()
        conversation = Conversation(self.calls)
        answer = await self._answer(conversation, request)
        rung = Rung.LETTERS if self._spec.answer is AnswerMode.LETTERS else None
        return reply(conversation, answer, seconds=time.perf_counter() - started, rung=rung)

    async def close(self) -> None:
        await self.endpoint.close()

    async def _answer(self, conversation: Conversation, request: LabelRequest) -> Read:
        spec, question = self._spec, request.question
        if spec.answer is AnswerMode.LETTERS:
            return await ask_letters(conversation, spec, request)
        if spec.confidence in SAMPLED:
            return await ask_samples(conversation, spec, request, self.calls)
        by_tokens = spec.confidence in _BY_TOKENS
        heard = await conversation.hear(turns(spec, request), question.label_names(), logprobs=by_tokens)
        return read(heard, question, shape_of(spec.confidence))


async def open_litellm(spec: AgentSpec, *, api_key: str = "", retries: Retries | None = None) -> Model:
    """The model behind a name or an address.

    Raises NotAllowed where it is at a place that may not be sent to (see `reach`), and ModelProblem where nothing
    answers or no key is known.
    """
    reach.check(await asyncio.to_thread(places.place_of, spec.model, spec.api_base))
    await asyncio.to_thread(caller.start_early)
    # In a thread, since the keyring may ask the user to unlock it.
    key = api_key or await asyncio.to_thread(find_api_key, spec)
    endpoint = Endpoint(spec.model, spec.api_base, key)
    if spec.api_base and spec.model.startswith("openai/"):
        await _check_address(endpoint)
    if spec.answer is AnswerMode.LIKELIHOOD:
        from annotator.llm.label_likelihood import LikelihoodModel

        return await LikelihoodModel.open(endpoint, spec)
    return await asyncio.to_thread(LitellmModel, endpoint, spec, retries=retries)


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
    variables = missing_keys(spec.model)
    if variables is None:
        return ""
    key = keys.find_key(account)
    missing = [name for name in variables if name.endswith("KEY")]
    if not key and missing:
        raise ModelProblem(
            say("No API key is known for “{model}”.", model=spec.model),
            hint=say("Set {missing}, or store the key in the app.", missing=missing[0]),
        )
    return key


def key_account(spec: AgentSpec) -> str:
    """The name the agent's key is kept under: its address's host, or the provider."""
    known = places.provider(spec.model, spec.api_base)
    return keys.account_of(spec.api_base) if spec.api_base else known


def stays_here(spec: AgentSpec) -> bool:
    """Whether the agent's model is on this machine, as far as its name and address say."""
    return places.stays_here(spec.model, spec.api_base)


async def _check_address(endpoint: Endpoint) -> None:
    """Raises ModelProblem where nothing answers; a server that answers anything at all is left to the calls."""
    try:
        await endpoint.get_v1("/models")
    except CallFailed as failed:
        if failed.kind in (Fault.NETWORK, Fault.KEY):
            await endpoint.close()
            raise _no_answer(endpoint.api_base, failed) from failed


def _no_answer(api_base: str, failed: CallFailed) -> ModelProblem:
    hint = say("Check that the server runs and that its address is right; most end in /v1.")
    if failed.kind is Fault.KEY:
        if keys.ADDRESS_VARIABLE in failed.message:  # it says by itself what to do
            return ModelProblem(f"{api_base}: {failed.message}")
        hint = say("Set {address_variable}, or store the key in the app.", address_variable=keys.ADDRESS_VARIABLE)
    return ModelProblem(f"{api_base}: {failed.message}", hint=hint)


def _address_variables(api_base: str) -> tuple[str, ...]:
    """The provider's own variable only for its own address: a stranger must not get that key."""
    own = {"api.openai.com": "OPENAI_API_KEY"}.get(keys.account_of(api_base))
    return (keys.ADDRESS_VARIABLE, own) if own else (keys.ADDRESS_VARIABLE,)
