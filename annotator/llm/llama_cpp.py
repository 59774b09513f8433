"""What a llama.cpp server tells of itself."""

from __future__ import annotations

from annotator.llm import keys
from annotator.llm.endpoint import Endpoint
from annotator.llm.protocol import CallFailed

# Parameters. Below, a model's free answers are much worse than what it gives labels for likelihoods; see
# docs/adr/0003-embedded-model.md.
SMALL = 2_000_000_000


async def size_at(api_base: str, *, api_key: str = "") -> int | None:
    """How many parameters the model at a llama.cpp address has; None where that is no such server, or unknown."""
    key = api_key or keys.find_key(keys.account_of(api_base), variables=(keys.ADDRESS_VARIABLE,))
    endpoint = Endpoint("openai/any", api_base, key, timeout=10.0)
    try:
        await endpoint.post("/tokenize", {"content": " a"})
        answer = await endpoint.get_v1("/models")
        return int(answer["data"][0]["meta"]["n_params"])
    except (CallFailed, KeyError, IndexError, TypeError, ValueError):
        return None
    finally:
        await endpoint.close()
