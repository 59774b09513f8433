"""How a model's tokens spell the labels: a tree whose leaves are labels, walked from the answer's start."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.domain.model import Label


@dataclass
class Node:
    """A place in the spelling of the labels.

    path: the token ids from the start of the answer to here.
    leaves: label id by next token, where that token can only open this label.
    inner: the next node by token, where several labels go on with it.
    ended: the label that is spelt completely here while longer ones go on, as "spam" does in "spam folder".
    """

    path: tuple[int, ...] = ()
    leaves: dict[int, int] = field(default_factory=dict)
    inner: dict[int, Node] = field(default_factory=dict)
    ended: int | None = None

    def groups(self) -> list[tuple[int, ...]]:
        """The tokens whose probabilities are needed: one group for each label or inner node."""
        by_label: dict[int, list[int]] = defaultdict(list)
        for token, label in self.leaves.items():
            by_label[label].append(token)
        return [tuple(tokens) for tokens in by_label.values()] + [(token,) for token in self.inner]


def spellings(labels: Sequence[Label]) -> dict[str, int]:
    """Label id by how it may follow the answer's start: " spam", " Spam"; a spelling two labels share counts for
    the label that is written so, or for none."""
    exact = {f" {label.name}": label.id for label in labels}
    claims: dict[str, set[int]] = defaultdict(set)
    for label in labels:
        name = label.name
        for variant in (name.lower(), name[:1].upper() + name[1:], name[:1].upper() + name[1:].lower()):
            claims[f" {variant}"].add(label.id)
    shared_out = {text: ids.pop() for text, ids in claims.items() if len(ids) == 1}
    return shared_out | exact


def build_tree(tokens: dict[tuple[int, ...], int], path: tuple[int, ...] = ()) -> Node:
    """The tree of spellings (token ids -> label id) that go on from `path`."""
    node = Node(path, ended=tokens.get(path))
    by_next: dict[int, dict[tuple[int, ...], int]] = defaultdict(dict)
    for spelling, label in tokens.items():
        if len(spelling) > len(path):
            by_next[spelling[len(path)]][spelling] = label
    for token, below in by_next.items():
        labels = set(below.values())
        if len(labels) == 1:
            node.leaves[token] = labels.pop()
        else:
            node.inner[token] = build_tree(below, (*path, token))
    return node
