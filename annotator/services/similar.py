"""Items whose words are most like those of one (cosine of tf-idf vectors), in large projects among a sample."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.model import Report, silent
from annotator.domain.search_words import searchable
from annotator.services.adjudicating import excerpt
from annotator.storage import filtering, items
from annotator.storage.database import Db

LOOKED_AT = 20_000  # items; all vectors of a million texts would fill the memory
PAGE = 1_000
SHOWN = 8
LEAST = 0.1  # of 1; below that two texts share little but common words
_SEED = 1


@dataclass(frozen=True)
class Alike:
    """An item and how like it is, 0 to 1."""

    item_id: int
    external_id: str
    title: str
    likeness: float


@dataclass(frozen=True)
class Similar:
    """The items most like one, the most like first. among: the number looked at, of `of` items."""

    found: tuple[Alike, ...]
    among: int
    of: int

    @property
    def sampled(self) -> bool:
        """Whether not all items were looked at."""
        return self.among < self.of


def to(db: Db, item_id: int, *, number: int = SHOWN, among: int = LOOKED_AT, report: Report = silent) -> Similar:
    """The same items for the same project, also where they are found among a sample."""
    everything = filtering.everything(db)
    others = everything[everything != item_id]
    if others.size > among:
        others = np.sort(np.random.default_rng(_SEED).choice(others, among, replace=False))
    ids = [item_id, *others.tolist()]
    texts, names = [], []
    for first in range(0, len(ids), PAGE):
        report(first, len(ids))
        for item in items.page(db, ids[first : first + PAGE]):
            texts.append(searchable(item.fields.values()))
            names.append((item.id, item.external_id, excerpt(item)))
    best = _most_alike(texts, number)
    found = tuple(Alike(*names[row], likeness) for row, likeness in best)
    return Similar(found, len(ids) - 1, int(everything.size) - 1)


def _most_alike(texts: list[str], number: int) -> list[tuple[int, float]]:
    """(row, likeness) of the texts most like the first one."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(sublinear_tf=True, lowercase=False, token_pattern=r"\S+", dtype=np.float32)
    try:
        vectors = vectorizer.fit_transform(texts)
    except ValueError:  # its word for texts without any word
        return []
    likeness = np.asarray((vectors[1:] @ vectors[0].T).todense()).ravel()
    rows = np.argsort(-likeness, kind="stable")[:number]
    return [(int(row) + 1, float(likeness[row])) for row in rows if likeness[row] >= LEAST]
