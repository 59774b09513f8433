"""Fills in prompt templates: Jinja2 cut down to what a prompt needs, so that a stranger's template can do no harm.

A template can print the values it is given, choose with `if` and go through lists with `for`. It cannot call anything,
compute, or reach past these values; and what it writes and how long it takes have a limit.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NoReturn

import jinja2
from jinja2 import meta, nodes
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment

from annotator.errors import UserError
from annotator.llm.prompts import LONGEST
from annotator.texts import figure, say

MOST_STEPS = 20_000  # turns of all loops together
MOST_OUTPUT = 4_000_000  # characters
MOST_PARTS = 500
DEEPEST = 20
LONGEST_NAME = 80  # characters of a name in what is said about it
PATIENCE = 5.0  # seconds; a prompt takes a thousandth of one


class TemplateProblem(UserError):
    """A template that does what it cannot. line: of its source, counted from 1; 0 where no one line is at fault.

    part: of the prompt, as `PromptTemplate.parts` calls it, "" until it is known.
    """

    def __init__(self, message: str, *, hint: str = "", line: int = 0) -> None:
        super().__init__(message, hint=hint)
        self.line = line
        self.part = ""


class Values(Mapping[str, object]):
    """Named values under a name of their own (`item`); printed alone it shows `shown`."""

    def __init__(self, name: str, values: Mapping[str, object], shown: str = "") -> None:
        self.name = name
        self._values = values
        self._shown = shown

    def __getitem__(self, key: str) -> object:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __str__(self) -> str:
        return self._shown


class Listing(tuple[object, ...]):
    """Several values; printed alone they stand in a row."""

    def __str__(self) -> str:
        return ", ".join(map(str, self))


def render(source: str, values: Mapping[str, object]) -> str:
    """The template with the values filled in. Raises UserError, which names what the template does wrong."""
    compiled = _compiled(source, frozenset(values))
    size, pieces = 0, []
    try:
        for piece in compiled.generate({**values, _BUDGET: _Budget()}):
            pieces.append(piece)
            size += len(piece)
            if size > MOST_OUTPUT:
                _refuse(say("The prompt template writes too much."))
    except jinja2.UndefinedError as error:
        raise TemplateProblem(str(error), hint=_known(values), line=_line_of(error)) from None
    except (TypeError, ValueError) as error:  # the latter where a loop takes more values apart than there are
        told = say("The prompt template mixes values that do not go together: {error}.", error=error)
        raise TemplateProblem(told, line=_line_of(error)) from None
    return "".join(pieces)


def check(source: str, names: Iterable[str]) -> None:
    """Raises UserError for a template that cannot be filled in with values of these names, whatever they are."""
    _compiled(source, frozenset(names))


def literals(source: str) -> str:
    """The words of a template itself, without what is filled in. Raises UserError where it cannot be read."""
    return "\n".join(data.data for data in _parsed(source).find_all(nodes.TemplateData))


@lru_cache(maxsize=64)
def _compiled(source: str, names: frozenset[str]) -> jinja2.Template:
    tree = _parsed(source)
    _check(tree)
    unknown = _undeclared(tree) - names
    if unknown:
        raise TemplateProblem(
            say("The prompt template uses “{min}”, which is not known.", min=min(unknown)[:LONGEST_NAME]),
            hint=say("Known are {names}.", names=", ".join(sorted(names))),
            line=next((node.lineno for node in tree.find_all(nodes.Name) if node.name == min(unknown)), 0),
        )
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
    try:
        code = _ENVIRONMENT.compile(tree)
    except (SyntaxError, RecursionError, MemoryError, jinja2.TemplateSyntaxError):
        _refuse(say("The prompt template is nested too deeply."))
    return jinja2.Template.from_code(_ENVIRONMENT, code, {})


def _undeclared(tree: nodes.Template) -> set[str]:
    try:
        special = {"self"} & {
            node.name for node in tree.find_all(nodes.Name)
        }  # Jinja's own, which tells of its insides
        return meta.find_undeclared_variables(tree) | special
    except jinja2.TemplateSyntaxError:
        _refuse(say("The prompt template gives something a name that is taken."))


def _parsed(source: str) -> nodes.Template:
    if len(source) > LONGEST:
        _refuse(say("The prompt template is longer than {longest} characters.", longest=figure(LONGEST)))
    try:
        return _ENVIRONMENT.parse(source)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateProblem(
            say(
                "Line {lineno} of the prompt template cannot be read: {plain}.",
                lineno=error.lineno,
                plain=_plain(error.message or ""),
            ),
            hint=say("Values stand in {{ }}, conditions and loops in {% %}."),
            line=error.lineno,
        ) from None
    except (RecursionError, ValueError):  # the latter for a number of thousands of digits
        _refuse(say("The prompt template is nested too deeply."))


def _check(tree: nodes.Template) -> None:
    """Raises UserError for anything that is not a value, a condition, a loop, or one of the few filters."""
    parts, level = 0, [list(tree.iter_child_nodes())]
    while level and level[-1]:
        parts += len(level[-1])
        if len(level) > DEEPEST or parts > MOST_PARTS:
            _refuse(say("The prompt template is too complicated."))
        for node in level[-1]:
            _check_node(node)
        level.append([child for node in level[-1] for child in node.iter_child_nodes()])


def _check_node(node: nodes.Node) -> None:
    if not isinstance(node, _ALLOWED):
        _refuse(
            say("Line {lineno} of the prompt template does more than a prompt may.", lineno=node.lineno), node.lineno
        )
    if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        told = say("The prompt template uses the unknown filter “{node}”.", node=node.name[:LONGEST_NAME])
        raise TemplateProblem(told, hint=_FILTERS_HINT, line=node.lineno)
    if isinstance(node, nodes.Test) and node.name not in _TESTS:
        _refuse(say("The prompt template uses the unknown test “{node}”.", node=node.name[:LONGEST_NAME]), node.lineno)
    if isinstance(node, nodes.For) and (node.recursive or node.test is not None):
        _refuse(
            say("Line {lineno} of the prompt template: a loop goes over a list, and no more.", lineno=node.lineno),
            node.lineno,
        )


class _Budget:
    def __init__(self) -> None:
        self._steps = 0
        self._until = time.monotonic() + PATIENCE

    def spend(self) -> None:
        self._steps += 1
        if self._steps > MOST_STEPS or time.monotonic() > self._until:
            _refuse(say("The prompt template loops too often."))


class _Unknown(jinja2.StrictUndefined):
    """Complains in our words when it is used."""

    @property
    def _undefined_message(self) -> str:
        owner, name = self._undefined_obj, str(self._undefined_name)
        name = f"{owner.name}.{name}" if isinstance(owner, Values) else name
        return say("The prompt template uses “{name}”, which is not known.", name=name[:LONGEST_NAME])


class _Environment(SandboxedEnvironment):
    """Looks values up among the values given, and nowhere else."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, tuple) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=argument)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)


@jinja2.pass_context
def _counted(context: Context, values: Any) -> Iterator[Any]:
    if not isinstance(values, (tuple, list, Mapping)):
        _refuse(say("The prompt template loops over something that is no list."))
    budget: _Budget = context[_BUDGET]
    for value in values:
        budget.spend()
        yield value


def _filter(work: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that counts as a step of the template, on texts, lists and tables of ours only."""

    @jinja2.pass_context
    def run(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        context[_BUDGET].spend()
        if isinstance(value, jinja2.Undefined):
            str(value)  # complains
        return work(value, *arguments, **named)

    return run


def _join(values: Any, between: object = "") -> str:
    if isinstance(values, str):
        return values
    return str(between).join(map(str, values))


def _ordered(values: Any) -> Any:
    """Of a table its names, in their order."""
    return tuple(values) if isinstance(values, Mapping) else values


def _items(values: Any) -> Listing:
    """(name, value) pairs of a table."""
    return Listing(values.items()) if isinstance(values, Mapping) else Listing()


def _map(values: Iterable[Any], attribute: str) -> Listing:
    return Listing(_ENVIRONMENT.getitem(value, attribute) for value in values)


def _truncate(value: Any, length: int = 500) -> str:
    text = str(value)
    if len(text) <= length:
        return text
    words = text[: max(0, length)].rsplit(maxsplit=1)
    return f"{words[0].rstrip() if words else ''} […]"


def _tojson(value: Any) -> str:
    if isinstance(value, Mapping):
        value = dict(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def _known(values: Mapping[str, object]) -> str:
    names: list[str] = []
    for name, value in values.items():
        names += [f"{name}.{inner}" for inner in value] if isinstance(value, Values) else [name]
    return say("Known are {names}.", names=", ".join(sorted(names)))


def _plain(message: str) -> str:
    """The first sentence of Jinja's own words, without its full stop."""
    return message[:200].strip().partition(". ")[0].rstrip(".")


def _refuse(message: str, line: int = 0) -> NoReturn:
    hint = say("Make it simpler: values, conditions, and loops over labels, fields and examples.")
    raise TemplateProblem(message, hint=hint, line=line)


def _line_of(error: Exception) -> int:
    """The template's line at which filling it in went wrong: Jinja rewrites the traceback so that it says so."""
    found, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


_BUDGET = "0"  # no template can name it
_LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex"})
_TESTS = frozenset({"defined", "undefined", "none", "odd", "even"})
_ALLOWED = (
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Tuple,
    nodes.If,
    nodes.For,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Keyword,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
)
_FILTERS: dict[str, Callable[..., Any]] = {
    "lower": lambda value: str(value).lower(),
    "upper": lambda value: str(value).upper(),
    "capitalize": lambda value: str(value)[:1].upper() + str(value)[1:],
    "trim": lambda value: str(value).strip(),
    "length": len,
    "first": lambda values: _ordered(values)[0] if values else "",
    "last": lambda values: _ordered(values)[-1] if values else "",
    "join": _join,
    "items": _items,
    "map": _map,
    "truncate": _truncate,
    "tojson": _tojson,
}
_FILTERS_HINT = f"Known are {', '.join(sorted(_FILTERS))}."
_ENVIRONMENT = _Environment(
    undefined=_Unknown, autoescape=False, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
)
_ENVIRONMENT.globals.clear()
_ENVIRONMENT.filters.clear()
_ENVIRONMENT.filters.update({name: _filter(work) for name, work in _FILTERS.items()}, counted=_counted)
