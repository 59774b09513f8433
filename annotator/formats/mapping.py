"""Which column of a file becomes what of an item: its id, its fields, its metadata."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.model import NewItem
from annotator.errors import FileProblem
from annotator.formats.layout import BadRow
from annotator.formats.reader import Reader
from annotator.texts import english, say

# As `plain` writes them.
ID_NAMES = frozenset(
    {
        *("id", "_id", "item", "item_id", "uid", "uuid", "guid", "key", "task", "task_id", "row_id", "external_id"),
        *("doc_id", "docid", "docno", "document_id", "text_id", "example_id", "sample_id", "instance_id", "ext_id"),
        *("tweet_id", "review_id"),
    }
)
# Names of columns that count the rows, which may be ids and may be anything else that is counted.
COUNT_NAMES = frozenset({"nr", "no", "number", "index", "row"})
TEXT_NAMES = frozenset(
    {
        *("text", "sentence", "review", "body", "content", "message", "comment", "tweet", "utterance", "question"),
        *("passage", "document", "title", "description", "abstract", "query"),
    }
)


_LISTED, _LONG = 20, 40  # columns that a sentence names, and characters of each
ROW_ID = "row-"  # what the ids of rows without one begin with; the number of the row's line follows


@dataclass(frozen=True)
class Mapping:
    """fields: columns whose cells are shown and labelled, under the column's name; at least one.

    metadata: columns kept with the item and not labelled. A column may serve as id and as field or metadata.
    Without id_column an item is called “row-N” after the line it begins on.
    """

    fields: tuple[str, ...]
    id_column: str | None = None
    metadata: tuple[str, ...] = ()

    def check(self, columns: Sequence[str]) -> None:
        """Raises FileProblem for a column that the file does not have, or when no column holds the text."""
        if not self.fields:
            raise FileProblem(
                say("No column is chosen for the text."), hint=say("Choose at least one column that is to be labelled.")
            )
        wanted = (*self.fields, *self.metadata, *([] if self.id_column is None else [self.id_column]))
        for name in wanted:
            if name not in columns:
                raise no_column(name, columns)


def listed(columns: Sequence[str]) -> str:
    """The first columns of a file, for a sentence: not all of many, and of a long name how it begins."""
    names = [name if len(name) <= _LONG else f"{name[:_LONG]}…" for name in columns[:_LISTED]]
    return ", ".join([*names, *["…"] * (len(columns) > _LISTED)])


def no_column(name: str, columns: Sequence[str]) -> FileProblem:
    near = difflib.get_close_matches(name.casefold(), [column.casefold() for column in columns], n=1)
    meant = next((column for column in columns if [column.casefold()] == near), None)
    return FileProblem(
        say("There is no column “{name}”; the file has: {listed}.", name=name, listed=listed(columns)),
        hint=say("Did you mean “{meant}”?", meant=meant) if meant else say("Choose one of these columns."),
    )


def plain(name: str) -> str:
    """A column name as the lists of known names write it: "Item ID" and "item-id" become "item_id"."""
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split()) or name


def suggest(columns: Sequence[str], rows: Sequence[Sequence[str]], *, counted: bool = True) -> Mapping:
    """The likely mapping, for the user to change: a column of unique cells named like an id, the longest text as
    the field, and the others as metadata. rows: some of the file's.

    counted: whether a column that counts the rows will do as id, where there is no better one and it is not the text.
    """
    id_column = next((name for name in by_id_name(columns) if _is_unique(columns.index(name), rows)), None)
    if id_column is None and counted:
        text = _longest(columns, columns, rows)
        id_column = next((n for n in by_count_name(columns) if n != text and _is_unique(columns.index(n), rows)), None)
    others = [name for name in columns if name != id_column] or list(columns)
    field = _longest(others, columns, rows)
    return Mapping((field,), id_column, tuple(name for name in others if name != field))


def no_ids_in(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    """The column that is called like one of ids and cannot be one, and why not; None where there is no such column.

    rows: some of the file's, those that `suggest` goes by.
    """
    for name in by_id_name(columns):
        place = columns.index(name)
        cells = [row[place].strip() if len(row) > place else "" for row in rows]
        twice = next((cell for number, cell in enumerate(cells) if cell in cells[:number]), None)
        if plain(name) in ID_NAMES and (twice is not None or not all(cells)):
            return name, english("has empty cells") if twice is None or not twice else english(
                "has “{twice}” twice", twice=twice
            )
    return None


def to_items(reader: Reader, mapping: Mapping, *, first_number: int = 1) -> Iterator[NewItem | BadRow]:
    """The items of the file, and its bad rows: the reader's, those without an id, and those without any text.

    Cells are taken as they stand; only ids lose the spaces around them. Without an id column the item that begins
    on line N is “row-(N + first_number - 1)”: the id can be found in the file, and reading the same file again
    gives the same ids. The file's columns are checked at once, before the first item is asked for.
    """
    mapping.check(reader.columns)
    return _items(reader, mapping, first_number)


def _items(reader: Reader, mapping: Mapping, first_number: int) -> Iterator[NewItem | BadRow]:
    columns = reader.columns
    fields, metadata = _picker(columns, mapping.fields), _picker(columns, mapping.metadata)
    width, offset = len(columns), first_number - 1
    make = NewItem._make
    id_index = -1 if mapping.id_column is None else columns.index(mapping.id_column)
    for row in reader:
        if isinstance(row, BadRow):
            yield row
            continue
        line, cells = row
        external_id = cells[id_index].strip() if id_index >= 0 else f"{ROW_ID}{line + offset}"
        texts = fields(cells)
        if not external_id:
            yield BadRow(line, english("no id in “{id_column}”", id_column=mapping.id_column), reader.written(cells))
        elif not "".join(texts.values()).strip():
            yield BadRow(line, english("no text"), reader.written(cells))
        else:
            extra = metadata(cells)
            if len(cells) > width:  # keys of a JSONL file that come late belong to no part of the mapping
                extra.update((k, v) for k, v in zip(columns[width:], cells[width:], strict=False) if v)
            yield make((external_id, texts, extra, line))


def _picker(columns: Sequence[str], names: Sequence[str]) -> Callable[[Sequence[str]], dict[str, str]]:
    """A function from a row's cells to the cells of these columns by name."""
    if len(names) == 1:
        only, index = names[0], columns.index(names[0])
        return lambda cells: {only: cells[index]}
    places = [(name, columns.index(name)) for name in names]
    return lambda cells: {name: cells[index] for name, index in places}


def by_id_name(columns: Sequence[str]) -> list[str]:
    """The columns that are called like one of ids, the likeliest first."""
    known = [name for name in columns if plain(name) in ID_NAMES]
    alike = [name for name in columns if name not in known and plain(name).endswith(("_id", "_key"))]
    return [*known, *alike]


def by_count_name(columns: Sequence[str]) -> list[str]:
    """The columns that are called like one that counts the rows."""
    return [name for name in columns if plain(name) in COUNT_NAMES]


def is_unique(reader: Reader, column: str) -> bool:
    """Whether no two rows of the whole file have the same in this column."""
    place = reader.columns.index(column)
    seen: set[int] = set()  # hashes: equal ones of two cells are so rare, and the column is then only not suggested
    for row in reader:
        if not isinstance(row, BadRow):
            before = len(seen)
            seen.add(hash(row[1][place].strip()))
            if len(seen) == before:
                return False
    return True


def _is_unique(index: int, rows: Sequence[Sequence[str]]) -> bool:
    cells = [row[index].strip() for row in rows if len(row) > index]
    return all(cells) and len(set(cells)) == len(cells) and len(rows) == len(cells)


def _longest(names: Sequence[str], columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Of these columns the one that holds the texts."""
    return max(names, key=lambda name: _text_length(name, columns.index(name), rows))


def _text_length(name: str, index: int, rows: Sequence[Sequence[str]]) -> float:
    """Mean length of the cells; a column that is called like one of text counts three times."""
    total = sum(len(row[index]) for row in rows if len(row) > index) + 1
    return total * (3 if plain(name) in TEXT_NAMES else 1)
