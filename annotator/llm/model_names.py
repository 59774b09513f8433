"""What a model's name says about it."""

from __future__ import annotations

import re


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
