"""Models that can be named without looking anything up: of this machine, of providers, and all that litellm knows."""

from __future__ import annotations

from annotator.llm.litellm_facts import chat_models

LOCAL = (
    ("Ollama", "http://localhost:11434/v1"),
    ("LM Studio", "http://localhost:1234/v1"),
    ("vLLM", "http://localhost:8000/v1"),
    ("llama.cpp", "http://localhost:8080/v1"),
)
HOSTED = (
    "anthropic/claude-haiku-4-5",
    "openai/gpt-5-mini",
    "gemini/gemini-2.5-flash",
    "mistral/mistral-small-latest",
    "deepseek/deepseek-chat",
)


def every() -> list[str]:
    """The names of all chat models that litellm lists. It may wait for that, so it belongs on a background thread."""
    return sorted({*HOSTED, *chat_models()})
