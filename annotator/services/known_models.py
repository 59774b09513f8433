"""Models that can be named without looking anything up: of this machine, of providers, and all that litellm knows."""

from __future__ import annotations

from annotator.llm.litellm_setup import load_litellm

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
    """The names of all chat models that litellm lists. It loads litellm, so it belongs on a background thread."""
    listed = load_litellm().model_cost
    return sorted({*HOSTED, *(name for name, about in listed.items() if about.get("mode") == "chat")})
