"""Items in blocks that fit the processor's cache, so that ten times the items take ten times the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from annotator.domain.aggregation.responses import Floats, Ints, Responses

Sparse = sparse.csr_array[np.float64]

# Probabilities in a block: one megabyte, so that a few arrays of them stay in the cache.
CELLS = 131_072


@dataclass(frozen=True)
class Block:
    """Neighbouring items, and their answers. rows: of the items. answers: of the answers to them."""

    number: int
    rows: slice
    answers: slice


def blocks(responses: Responses, table_cells: int = 0) -> list[Block]:
    """All items, in their order.

    table_cells: of a table that is added up once for each block; blocks are no smaller, so that it costs no more than
    they do.
    """
    step = max(1, max(CELLS, table_cells) // max(responses.n_labels, 1))
    edges = np.append(np.arange(0, responses.n_items, step), responses.n_items)
    first = np.searchsorted(responses.item, edges)
    return [
        Block(
            number, slice(int(edges[number]), int(edges[number + 1])), slice(int(first[number]), int(first[number + 1]))
        )
        for number in range(len(edges) - 1)
    ]


def by_blocks(responses: Responses, values: Callable[[slice], Floats]) -> Floats:
    """(n_answers,): what `values` gives for the answers to some neighbouring items, for all of them.

    Sorting the millions at once would take longer, and hold up every other thread for a tenth of a second.
    """
    found = np.empty(responses.n_answers)
    for block in blocks(responses):
        found[block.answers] = values(block.answers)
    return found


def tables(of: Responses, among: list[Block], columns: Ints, width: int, values: Floats | None) -> list[Sparse]:
    """For each block (n_rows, width): the value of each of its answers, 1 unless given, in the answer's column.

    columns, values: (n_answers,).
    """
    # 32-bit indices, where they suffice, make the products a fifth faster.
    index = np.int32 if max(width, of.n_answers) < np.iinfo(np.int32).max else np.int64
    given = np.ones(of.n_answers) if values is None else values
    start = np.concatenate(([0], np.cumsum(of.answers_per_item)))
    return [
        sparse.csr_array(
            (
                given[block.answers],
                columns[block.answers].astype(index),
                (start[block.rows.start : block.rows.stop + 1] - block.answers.start).astype(index),
            ),
            shape=(block.rows.stop - block.rows.start, width),
        )
        for block in among
    ]


def block_votes(of: Responses, block: Block, weights: Floats | None) -> Floats:
    """(n_rows, n_labels): answers, or their weights, for each label of each item. weights: of the block's answers."""
    n_rows = block.rows.stop - block.rows.start
    cells = (of.item[block.answers] - block.rows.start) * of.n_labels + of.label[block.answers]
    votes = np.bincount(cells, weights, n_rows * of.n_labels).astype(np.float64, copy=False)
    table: Floats = votes.reshape(n_rows, of.n_labels)
    return table


def block_totals(of: Responses, block: Block, values: Floats) -> Floats:
    """(n_rows, 1): the sum for each item. values: of the block's answers."""
    sums = np.bincount(of.item[block.answers] - block.rows.start, values, block.rows.stop - block.rows.start)
    return sums.astype(np.float64, copy=False)[:, None]
