"""Nothing that comes out of a file is ever run: the source is looked at for every way in which it could be."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.safety.source import modules, named

MODULES = {"pickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "code", "codeop"}
CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "subprocess.getoutput"}
READERS = {"yaml.load", "yaml.unsafe_load", "read_pickle", "to_pickle", "load_extension", "enable_load_extension"}
PARSERS = {"xml.etree", "xml.dom", "xml.sax", "lxml"}  # which follow entities to files and addresses


def found_in(tree: ast.AST) -> Iterator[str]:
    """Each thing that could run what is in a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            yield from (name for name in names if name.partition(".")[0] in MODULES)
            yield from (name for name in names if name.startswith(tuple(PARSERS)))
        if not isinstance(node, ast.Call):
            continue
        name = named(node.func)
        if name in CALLS or name in READERS or name.rpartition(".")[2] in READERS:
            yield name
        for keyword in node.keywords:
            wanted = (keyword.arg, getattr(keyword.value, "value", None))
            if wanted in {("shell", True), ("allow_pickle", True), ("trust_remote_code", True)}:
                yield f"{name}({keyword.arg}=True)"


def test_the_application_runs_nothing_that_it_reads() -> None:
    assert {path: found for path, tree in modules() if (found := list(found_in(tree)))} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from joblib import load",
        "eval(text)",
        "yaml.load(file)",
        "np.load(path, allow_pickle=True)",
        "subprocess.run(line, shell=True)",
        "connection.enable_load_extension(True)",
        "import xml.etree.ElementTree as tree",
    ],
)
def test_such_a_way_would_be_found(source: str) -> None:
    assert list(found_in(ast.parse(source)))
