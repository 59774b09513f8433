"""Where the texts for a model go: the host of its server or the name of its provider, "" for this machine."""

from __future__ import annotations

import ipaddress
import os
import re
from urllib.parse import urlsplit

from annotator.errors import ModelProblem
from annotator.llm import litellm_facts
from annotator.texts import say

# Run on this machine by their own defaults; a variable can move them elsewhere.
_AT_HOME = frozenset({"ollama", "ollama_chat", "lm_studio"})
_RUN_BY_USERS = _AT_HOME | {"hosted_vllm", "litellm_proxy", "llamafile", "vllm", "xinference"}
# Where a provider answers by itself, or rents servers out; whoever else is given as its address is a stranger to it.
_OWN_HOSTS = {
    "anthropic": ("anthropic.com",),
    "anthropic_text": ("anthropic.com",),
    "azure": ("azure.com", "azure.us", "azure.cn"),
    "azure_ai": ("azure.com", "azure.us", "azure.cn"),
    "azure_text": ("azure.com", "azure.us", "azure.cn"),
    "bedrock": ("amazonaws.com", "amazonaws.com.cn"),
    "bedrock_converse": ("amazonaws.com", "amazonaws.com.cn"),
    "cerebras": ("cerebras.ai",),
    "cohere": ("cohere.com", "cohere.ai"),
    "cohere_chat": ("cohere.com", "cohere.ai"),
    "dashscope": ("aliyuncs.com",),
    "databricks": ("databricks.com", "azuredatabricks.net"),
    "deepinfra": ("deepinfra.com",),
    "deepseek": ("deepseek.com",),
    "fireworks_ai": ("fireworks.ai",),
    "gemini": ("googleapis.com",),
    "groq": ("groq.com",),
    "huggingface": ("huggingface.co", "huggingface.cloud"),
    "mistral": ("mistral.ai",),
    "moonshot": ("moonshot.ai", "moonshot.cn"),
    "nvidia_nim": ("nvidia.com",),
    "openrouter": ("openrouter.ai",),
    "perplexity": ("perplexity.ai",),
    "sagemaker": ("amazonaws.com", "amazonaws.com.cn"),
    "together_ai": ("together.xyz", "together.ai"),
    "vertex_ai": ("googleapis.com",),
    "vertex_ai_beta": ("googleapis.com",),
    "watsonx": ("ibm.com",),
    "xai": ("x.ai",),
    "zai": ("z.ai",),
}
# litellm takes a provider's address from the environment, under one of these names after the provider's own.
_ADDRESS = re.compile(r"_(?:[A-Z0-9_]+_)?(?:API_BASE|BASE_URL|API_URL|URL|ENDPOINT|API_HOST|HOST)")
_ALSO_CALLED = {
    "anthropic_text": ("ANTHROPIC",),
    "bedrock_converse": ("AWS_BEDROCK", "BEDROCK"),
    "bedrock": ("AWS_BEDROCK",),
    "custom_openai": ("OPENAI",),
    "fireworks_ai": ("FIREWORKS",),
    "huggingface": ("HF",),
    "ollama_chat": ("OLLAMA",),
    "openai_like": ("OPENAI",),
    "text-completion-codestral": ("CODESTRAL",),
    "text-completion-openai": ("OPENAI",),
    "vertex_ai": ("VERTEX", "VERTEXAI"),
    "vertex_ai_beta": ("VERTEX", "VERTEXAI"),
    "volcengine": ("ARK",),
    "watsonx": ("WX", "WML"),
    "watsonx_text": ("WATSONX", "WX", "WML"),
}


def place_of(model: str, api_base: str = "") -> str:
    """The host or provider that item texts are sent to, "" for this machine.

    Raises ModelProblem for a model that nobody can know by its name, and where it cannot be told. It may load litellm,
    so it belongs on a worker thread; nothing is looked up in the network.
    """
    known = provider(model, api_base)
    address = api_base or moved_to(known)
    if not address:
        return "" if known in _AT_HOME else known
    return "" if is_loopback(address) else host_of(address) or known


def stays_here(model: str, api_base: str = "") -> bool:
    """Whether the model is on this machine, as far as its name and address say; litellm is not loaded for it."""
    named = model.partition("/")[0]
    try:
        address = api_base or moved_to(named)
    except ModelProblem:  # told when something is to be sent
        return False
    return is_loopback(address) if address else named in _AT_HOME


def usually_here(model: str) -> bool:
    """Whether the model's provider is a program that runs on this machine unless it was moved."""
    return model.partition("/")[0] in _AT_HOME


def provider(model: str, api_base: str = "") -> str:
    """Who litellm takes the model for. Raises ModelProblem for a name that it cannot place.

    It may load litellm, so it belongs on a worker thread.
    """
    named, slash, own = model.partition("/")
    if slash and not own.strip():
        raise ModelProblem(
            say("“{model}” names no model.", model=model), hint=say("Write it after the provider, as in openai/gpt-4o.")
        )
    if slash and (named == "openai" or named in _AT_HOME):
        return named
    if slash and named in litellm_facts.providers():
        return named  # asked about some of these, litellm would have the user log in
    found = litellm_facts.provider_of(model, api_base)
    if found is None:
        raise ModelProblem(
            say("“{model}” names no provider.", model=model),
            hint=say(
                "Write the provider before it, as in openai/gpt-4o or ollama/qwen3, or give the server's address."
            ),
        )
    return found


def is_own_address(known: str, address: str) -> bool:
    """Whether an address may have the key that is meant for the provider: its own, or where it is a program that people
    run themselves, this machine."""
    host = host_of(address)
    own = _OWN_HOSTS.get(known, ())
    return any(host == name or host.endswith(f".{name}") for name in own) or (
        known in _RUN_BY_USERS and is_loopback_host(host)
    )


def is_provider(name: str) -> bool:
    """Whether litellm knows a provider of this name; see `litellm_facts`, so it belongs on a worker thread."""
    return name in litellm_facts.providers()


def moved_to(known: str) -> str:
    """The address that the environment gives a provider, "" where it leaves it at its own.

    Raises ModelProblem where variables say different things: which of them counts is decided by litellm, for each
    provider in its own way.
    """
    stems = (known.upper().replace("-", "_"), *_ALSO_CALLED.get(known, ()))
    found = {name: value.strip() for name, value in os.environ.items() if value.strip() and _is_address(name, stems)}
    hosts = {host_of(value): value for value in found.values()}
    if len(hosts) > 1:
        raise ModelProblem(
            say("{found} give different addresses for {known}.", found=" and ".join(sorted(found)), known=known),
            hint=say("Unset all but one of them, or give the address yourself."),
        )
    return next(iter(hosts.values()), "")


def host_of(address: str) -> str:
    """The host of an address with or without a scheme, in small letters; "" for none."""
    try:
        return urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""


def is_loopback(address: str) -> bool:
    """Whether the address is this machine, by name or number; nothing is looked up."""
    return is_loopback_host(host_of(address))


def is_loopback_host(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_address(name: str, stems: tuple[str, ...]) -> bool:
    return any(name.startswith(stem) and _ADDRESS.fullmatch(name[len(stem) :]) for stem in stems)
