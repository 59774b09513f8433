"""Files of rows, agent files, and the replies on their way into a project."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.errors import UserError
from annotator.formats import agent_file
from annotator.llm import caller_file, responses
from annotator.llm.agents import AgentSpec, make_spec
from annotator.services import agent_files, importing
from annotator.services.project_file import Db
from tests.fuzz.trying import Target, Work
from tests.projects import make_project

CSV = (
    b'id,text,source\n1,"one, ""two""",a\n2,"three\nfour",b\n3,,c\n',
    "\ufeffid;text\r\n1;größer\r\n2;\u4e2d\u6587\r\n".encode(),
    "id\ttext\n1\tcaf\xe9\n".encode("latin-1"),
    "id,text\n1,wide\n2,rows\n".encode("utf-16"),
    b"just\nsome\nlines of text\n",
    b"a|b|c\n1|2|3\n4|5|6\n",
)
JSON_LINES = (
    b'{"id": 1, "text": "one", "tags": ["a", {"b": null}]}\n{"id": "2", "text": "two", "n": 1.5}\n',
    '{"text": "\u00fc\\ud83d\\ude00", "id": "x"}\n\n{"id": "y", "text": ""}\n'.encode(),
    b'[{"id": 1}]\n',
)
CROWD = (
    b"task\tworker\tlabel\ni0\tann\tgood\ni1\tbea\tbad\ni1\tbea\tgood\n",
    b"item,annotator,kind,label,confidence,family,exposure\ni0,gpt,llm,good,0.9,gpt,blind\ni1,x,human,bad,,,shown\n",
    b"item,label\ni0,good\ni1,bad\ni2,neither\n",
    b'{"item": "i0", "gold": "good"}\n{"item": "i1", "gold": "bad"}\n',
)


NO_REPLY = (KeyError, TypeError, ValueError)  # what is said of one that nobody has noted


class _Back(Exception):
    """Takes back what a case has changed."""


@contextmanager
def undone(db: Db) -> Iterator[None]:
    with suppress(_Back), db.atomic():
        yield
        raise _Back


def _items(suffix: str) -> Callable[[Path], Work]:
    def make(folder: Path) -> Work:
        db, path = make_project(folder), folder / f"new{suffix}"

        def work(content: bytes) -> None:
            path.write_bytes(content)
            with undone(db):
                result = importing.import_items(db, path)
                assert result.rows >= result.added
                assert db.value("select count(*) from item where external_id = ''") == 0

        return work

    return make


def _answers(folder: Path) -> Work:
    db, path = make_project(folder), folder / "answers.txt"

    def work(content: bytes) -> None:
        path.write_bytes(content)
        refused = []
        for read in (importing.import_labels, importing.import_gold):
            try:
                with undone(db):
                    read(db, path)
            except UserError as error:
                refused.append(error)
        if len(refused) == 2:
            raise refused[0]

    return work


def _agent_seeds(folder: Path) -> tuple[bytes, ...]:
    path = folder / "agent.toml"
    found = []
    for spec in (make_spec("openai/gpt-4o", temperature=0.5), make_spec("qwen3", "http://localhost:1")):
        agent_file.write(path, spec.shareable(texts=True))
        found.append(path.read_bytes())
    path.unlink()
    return tuple(found)


def _agents(folder: Path) -> Work:
    db, path = make_project(folder), folder / "agent.toml"

    def work(content: bytes) -> None:
        path.write_bytes(content)
        choice = agent_files.load(db, path)
        assert isinstance(choice.exact, AgentSpec)
        assert AgentSpec.from_json(choice.exact.to_json()) == choice.exact

    return work


def _journal(folder: Path) -> Work:
    path = folder / "journal"

    def work(content: bytes) -> None:
        path.write_bytes(content)
        for kept in caller_file.read(path):
            with suppress(*NO_REPLY):
                responses.from_data(kept.reply, kept.number)

    return work


def _noted() -> bytes:
    """Two lines of such a file."""
    token = ["good", -0.1, None]
    reply = {"text": "good", "finish": "stop", "places": [[*token, [token]]], "usage": [3, 5, None], "model": "m"}
    lines = [{"left": 2}, *({"number": n, "key": "k", "reply": reply | {"listed": 0.1}} for n in ("1", "2"))]
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def targets(folder: Path) -> list[Target]:
    return [
        Target("CSV, TSV and text files of items", _items(".csv"), CSV, (b"id,text\n", b'"a"b', b";;;;")),
        Target("JSON Lines files of items", _items(".jsonl"), JSON_LINES, (b'{"id":', b'"text"', b"}\n{")),
        Target("files of answers and of gold", _answers, CROWD, (b"i0", b"good", b"llm:", b"inf", b"gold")),
        Target("agent files", _agents, _agent_seeds(folder), (b"[agent]\n", b'"""', b"= ", b"[[", b"template")),
        Target("replies noted beside a project", _journal, (_noted(),), (b"[1, ", b"]\n")),
    ]
