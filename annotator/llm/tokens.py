"""How many tokens a request has: counted where the tokenizer is known, estimated, or bounded for certain."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from annotator.llm import litellm_facts
from annotator.llm.litellm_setup import tokenizers

BYTES_EACH = 4  # of English, and of most languages that are written in Latin letters
# What tokenizers make of most texts, of so many as are estimated: fewer of English prose, more of numbers, and of other
# scripts the one or the other. What is sent beside the prompt, such as the form of the answer, not all servers count.
LEAST_OF_ESTIMATED, MOST_OF_ESTIMATED = 0.5, 2.0
PER_MESSAGE = 4  # tokens that a chat format spends on telling messages apart
PER_REQUEST = 64  # what a server may put around a chat: tags, a date, the start of the answer
MOST_OUT = ("max_completion_tokens", "max_tokens")

Message = Mapping[str, str]


def most_in(messages: Sequence[Message], parameters: Mapping[str, Any]) -> int:
    """No tokenizer makes more input of this: a token is at least one byte. A schema goes in as text."""
    written = sum(len(message["content"].encode()) + 2 * PER_MESSAGE for message in messages)
    schema = parameters.get("response_format") or parameters.get("tools")
    return written + PER_REQUEST + (len(json.dumps(schema).encode()) if schema else 0)


def most_out(model: str, parameters: Mapping[str, Any]) -> int | None:
    """The longest answer, reasoning included; None where neither the request nor anybody else limits it."""
    for name in MOST_OUT:
        if isinstance(limit := parameters.get(name), int):
            return limit * int(parameters.get("n") or 1)
    return known_limit(model)


def known_limit(model: str) -> int | None:
    """The longest answer that litellm's list knows the model for."""
    return litellm_facts.longest_answer(model)


def counter(model: str) -> tuple[Callable[[str], int], bool]:
    """Counts the tokens of a text, and whether it does: else it estimates them from the text's length.

    Nothing is fetched: only tokenizers that come with litellm are used, so only OpenAI's models are counted.
    """
    encode = _encoding(model.partition("/")[2] if model.startswith(("openai/", "azure/")) else model)
    return (estimated, False) if encode is None else (lambda text: len(encode(text)), True)


def estimated(text: str) -> int:
    """The tokens of a text, by its length."""
    return -(-len(text.encode()) // BYTES_EACH)


@cache
def _encoding(name: str) -> Callable[[str], list[int]] | None:
    import tiktoken

    try:
        kind, files = tiktoken.encoding_name_for_model(name), tokenizers()
    except (KeyError, OSError):
        return None
    if kind not in _FILES or not (files / _FILES[kind]).is_file():
        return None
    os.environ["TIKTOKEN_CACHE_DIR"] = str(files)  # as litellm would say
    return tiktoken.get_encoding(kind).encode_ordinary


# As they are called in a cache of tiktoken's. It would fetch any that is missing.
_FILES = {
    "cl100k_base": "9b5ad71b2ce5302211f9c61530b329a4922fc6a4",
    "o200k_base": "fb374d419588a4632f3f557e76b4b70aebbca790",
}
