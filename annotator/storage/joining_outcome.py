"""How questions and labels are to be, as follows from all that was ever written about them in several copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.storage.database import Row
from annotator.storage.joining import free_name
from annotator.storage.joining_registers import INTO, NOUNS, Registers, last, latest

Key = tuple[str, int]  # noun, id
_FEWEST = 2  # labels that a question has


def wanted(now: Mapping[Key, Row], registers: Registers, used: set[int]) -> dict[Key, Row]:
    """How everything is to be, but for what cannot be: two of one name or key, and a project without a question."""
    found: dict[Key, Row] = {}
    for (noun, id_), row in now.items():
        names = [name for name in NOUNS[noun] if name != "retired"]
        found[noun, id_] = {name: last(registers.get((noun, id_, name), {}), row[name]) for name in names}
    asked = [key for key in found if key[0] == "question"]
    if all(found[key]["archived"] for key in asked):
        kept = max(asked, key=lambda key: (*latest(registers.get((*key, "archived"), {})), now[key]["uid"]))
        found[kept]["archived"] = 0
    _tell_apart(found, asked)
    for question in asked:
        labels = [key for key, row in now.items() if key[0] == "label" and row["question_id"] == question[1]]
        for key, (retired, into) in _standing(now, registers, labels, used).items():
            found[key] |= {"retired": retired, INTO: into}
        in_use = [key for key in labels if not found[key]["retired"]]
        _tell_apart(found, in_use)
        keys: set[str] = set()
        for key in in_use:
            found[key]["key"] = "" if found[key]["key"] in keys else found[key]["key"]
            keys.add(found[key]["key"])
    return found


def _tell_apart(found: Mapping[Key, Row], keys: Sequence[Key]) -> None:
    """Of several of one name the eldest keeps it, and the others get a number. keys: the elder first."""
    names = {found[key]["name"] for key in keys}
    met: set[str] = set()
    for key in keys:
        if found[key]["name"].casefold() in met:
            found[key]["name"] = free_name(found[key]["name"], names)
            names.add(found[key]["name"])
        met.add(found[key]["name"].casefold())


def _standing(
    now: Mapping[Key, Row], registers: Registers, labels: Sequence[Key], used: set[int]
) -> dict[Key, tuple[int, int | None]]:
    """Of the labels of one question: whether each is out of use, and the one that stands for it.

    Follows one write after the other. One that is merged stays so until that is taken back: a label that was removed in
    the meantime, or merged into another, is where its answers have gone. What would leave a question without two labels
    does not count, nor does what would let two labels stand for each other. A label that was removed, and that somebody
    uses, is in use, or answers would lose their place.
    """
    found: dict[int, tuple[int, int | None]] = {}
    writes = [
        (write.number, write.uid, bool(write.value[0]), now[key]["uid"], key[1], write.value)
        for key in labels
        for write in registers.get((*key, "retired"), {}).values()
    ]
    for key in labels:
        if not registers.get((*key, "retired")):
            found[key[1]] = (now[key]["retired"], now[key][INTO])
    for *_, id_, (retired, into) in sorted(writes, key=lambda write: write[:4]):
        if not retired:
            found[id_] = (0, None)
            continue
        standing = found.get(id_, (0, None))
        others = [each for each, (gone, _) in found.items() if not gone and each != id_]
        if standing[1] is None and (standing[0] or len(others) >= _FEWEST) and id_ not in _way(found, into):
            found[id_] = (1, into)
    ends = {_way(found, into)[-1] for _, into in found.values() if into is not None}
    for id_, (retired, into) in found.items():
        if retired and into is None and (id_ in used or id_ in ends):
            found[id_] = (0, None)
    return {("label", id_): standing for id_, standing in found.items()}


def _way(found: Mapping[int, tuple[int, int | None]], id_: int | None) -> list[int]:
    """The label, the one that stands for it, and so on."""
    way: list[int] = []
    while id_ is not None:
        way.append(id_)
        id_ = found.get(id_, (0, None))[1]
    return way
