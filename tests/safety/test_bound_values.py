"""Values reach SQL by being bound. What is put into its text is a constant, or stands in the list here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.services import bulk, project_file, setting_up
from annotator.services.bulk import Deed
from annotator.services.project_file import Db
from tests.projects import make_project
from tests.safety.source import modules, named

RUNNERS = frozenset({"execute", "executemany", "executescript", "value", "query"})
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")

# By module the expressions that are no constants: conditions and names of columns that the module itself writes, none
# of them with a value from a file, a model or a person. Read the code before you add a line.
LOOKED_AT = {
    "annotators.py": {"where"},
    "answer_tables.py": {"whole", "real", "labels", "given"},
    "answers.py": {"sql"},
    "audit.py": {"others"},
    "belonging.py": {"table"},
    "calls.py": {"sent", "suspects"},
    "checking.py": {  # names of our own tables and columns: what else a file holds was refused when it was opened
        *("query", "table", "column", "columns", "name", "kind", "dangling(parent)"),
        "', '.join((f'cast({name} as blob)' for name in columns))",
    },
    "comparing_files.py": {"query"},
    "contents.py": {"what"},
    "database.py": {"pragma", "sql"},
    "decisions.py": {"chosen", "there", "', '.join(names)"},
    "filtering.py": {"among", "text", "wanted.text", "limited", "order", "source"},
    "gold.py": {"chosen"},
    "guidelines.py": {"sending_back.waiting('a.item_id')"},
    "items.py": {"column"},
    "joining.py": {"table", "', '.join(names)", "', '.join('?' * len(names))"},
    "joining_labels.py": {"noun", "wanted", "', '.join(keys)"},
    "joining_setup.py": {"noun"},
    "layout.py": {"name"},
    "mending.py": {  # in a file that was made just now, with our own tables
        *(
            "', '.join('?' * len(values))",
            "' and '.join((f'{name} = ?' for name in key))",
            "_lost(each)",
            "_where(each)",
            "checking.dangling(table)",
        ),
        *(
            "each.child",
            "each.column",
            "name",
            "table",
            "broken",
            "differs",
            "wrong",
            "', '.join(columns)",
            "', '.join(values)",
        ),
    },
    "migrations.py": {"statement"},
    "package_copy.py": {"', '.join(columns)", "'?, ' * len(columns)", "counted"},
    "pairs.py": {"_both(one, other)", "_measures(one, other)"},
    "posteriors.py": {"', '.join(Posterior._fields)"},
    "progress.py": {"_states(db, _THESE)", "states"},
    "queue.py": {"_candidates(routing)", "answered", "found", "queued"},
    "relabelling.py": {
        *("', '.join((*keys, *columns))", "', '.join(columns)", "taken", "assigned", "chosen", "names", "noun", "where")
    },
    "reply_cache.py": {"statement"},
    "reviewing.py": {"sending_back.waiting('p.item_id')", "source", "waiting"},
    "run_items.py": {"answered", "condition"},
    "runs.py": {"capped", "sums", "used", "worth"},
    "salvage.py": {"statement"},
    "search.py": {"text"},
    "setup.py": {"', '.join(columns)", "assigned", "table"},
    "spending.py": {"name", "which", "', '.join((f'coalesce(sum(m.{name}), 0)' for name in _COUNTED))"},
}


def put_in(tree: ast.AST) -> Iterator[str]:
    """What is put into the text of a statement and is no constant."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in RUNNERS
            and node.args
        ):
            statement = node.args[0]
            parts = [part.value for part in ast.walk(statement) if isinstance(part, ast.FormattedValue)]
            if not isinstance(statement, ast.Constant | ast.JoinedStr):
                parts.append(statement)
            yield from (ast.unparse(part) for part in parts if not _is_constant(part))


def _is_constant(part: ast.expr) -> bool:
    if isinstance(part, ast.Call) and ast.unparse(part.func).endswith((".format", ".join")):
        told = [*part.args, *(keyword.value for keyword in part.keywords)]
        return all(isinstance(value, ast.Constant) or _is_constant(value) for value in told)
    return CONSTANT.fullmatch(named(part).rpartition(".")[2]) is not None


def test_no_value_is_put_into_the_text_of_a_statement() -> None:
    found = {
        path.removeprefix("storage/"): set(put_in(tree)) for path, tree in modules() if path.startswith("storage/")
    }
    new = {path: more for path, parts in found.items() if (more := parts - LOOKED_AT.get(path, set()))}

    assert new == {}, "bind these values, or show that they are none"


@pytest.mark.parametrize(
    "source",
    [
        'db.execute(f"select * from item where id = {item_id}")',
        'db.conn.execute("select 1 where x = \'" + text + "\'")',
        'db.value("select {}".format(name))',
        "db.conn.executemany(query % name, rows)",
    ],
)
def test_a_value_in_a_statement_would_be_found(source: str) -> None:
    assert list(put_in(ast.parse(source)))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    db = make_project(tmp_path)
    yield db
    db.close()


def test_names_that_are_written_like_sql_stay_names(db: Db) -> None:
    hostile = "x'); drop table annotation; --"
    me = project_file.add_person(db, hostile).id
    bulk.do(db, me, Deed.TAG, [1, 2], hostile)

    assert [person.name for person in project_file.people(db)] == [hostile]
    assert db.value("select count(*) from mark where name = ?", [hostile]) == 2
    assert db.value("select count(*) from annotation") == 0


def test_the_log_of_a_stranger_cannot_bring_its_own_sql(db: Db) -> None:
    """Undo writes the columns that the log names; one that is none of ours is refused."""
    me = project_file.add_person(db, "Mira").id
    question = project_file.question(db)
    renamed = [replace(label, name="splendid" if label.name == "good" else label.name) for label in question.labels]
    setting_up.save_labels(db, renamed, me)
    with db.atomic():
        column = "name = (select group_concat(name) from item), description"
        db.execute(
            "update op_row set before = json_object(?, 'x') where noun = 'label' and before is not null", [column]
        )

    with pytest.raises(UserError, match="log"):
        setting_up.undo(db, me)
    assert project_file.question(db).labels[0].name == "splendid"
