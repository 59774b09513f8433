"""The agents that a command with several of them is given, by name, model or file."""

from __future__ import annotations

from pathlib import Path

from annotator.services import agent_files, agent_views, agents
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db

FILE_SUFFIX = ".toml"
HELP = (
    "An AGENT is one of this project by its name, a file as “annotator agent export” writes it, “embedded”, a model as"
    " litellm names it, a server's address, or MODEL@ADDRESS."
)


def meant(db: Db, word: str) -> AgentChoice:
    """The agent that is meant by a word."""
    known = {info.annotator.name for info in agents.agents(db)}
    if word in known:
        spec = agent_views.named(db, word).spec
        return AgentChoice(spec.model, spec.api_base, exact=spec)
    if word.endswith(FILE_SUFFIX):
        return agent_files.load(db, Path(word))
    model, at, address = word.rpartition("@")
    if at and _is_address(address):
        return AgentChoice(model, address)
    return AgentChoice("", word) if _is_address(word) else AgentChoice(word)


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
