"""What goes into a package, and nothing else: no answers of others, no known labels, no keys, no replies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from annotator.domain.model import Annotation, Kind, Question
from annotator.errors import UserError
from annotator.services import confidence
from annotator.services.packages import Mistake
from annotator.services.project_file import looking_at
from annotator.storage import answers, identities, items, setup
from annotator.storage.database import Db
from annotator.texts import say

AT_ONCE = 1_000  # items that are read together

Rows = Iterator[dict[str, Any]]


@dataclass(frozen=True)
class Chosen:
    """What one annotator gets. item_ids: in the order in which they see them."""

    item_ids: tuple[int, ...]
    questions: tuple[int, ...]
    metadata: tuple[str, ...]
    blind: bool
    mistakes: tuple[Mistake, ...]


def members(db: Db, chosen: Chosen, annotator: str) -> Mapping[str, Rows]:
    """The rows of each member of the file."""
    asked = [setup.one_question(db, id_) for id_ in chosen.questions]
    return {
        "questions": iter(_questions(db, asked)),
        "items": _items(db, chosen),
        "suggestions": iter(()) if chosen.blind else _suggestions(db, chosen, asked, annotator),
        "feedback": (asdict(mistake) for mistake in chosen.mistakes),
    }


def made_of(db: Db, chosen: Chosen) -> dict[str, str]:
    """What tells later whether the questions, or the texts of the items, are still those that went out."""
    asked = _questions(db, [setup.one_question(db, id_) for id_ in chosen.questions])
    contents = sorted(content for part in _parts(chosen.item_ids) for content in identities.contents(db, part).values())
    return {"questions": _digest(asked), "items": _digest(contents)}


def _digest(content: object) -> str:
    return blake2b(json.dumps(content, ensure_ascii=False, sort_keys=True).encode(), digest_size=16).hexdigest()


def _questions(db: Db, asked: Sequence[Question]) -> list[dict[str, Any]]:
    uids = {id_: uid for uid, id_ in identities.questions(db).items()}
    labels = {id_: uid for uid, id_ in identities.labels(db).items()}
    return [
        {
            "question": uids[question.id],
            "name": question.name,
            "kind": "choice",
            "text": question.text,
            "noun": question.noun,
            "guideline": question.guideline,
            "version": question.version,
            "labels": [
                {
                    "label": labels[label.id],
                    "name": label.name,
                    "description": label.description,
                    "colour": label.colour,
                    "key": label.key,
                }
                for label in question.labels
            ],
        }
        for question in asked
    ]


def _items(db: Db, chosen: Chosen) -> Rows:
    for part in _parts(chosen.item_ids):
        known = identities.contents(db, part)
        for item in items.page(db, part):
            uid, content = known[item.id]
            if items.content_hash(item.fields).hex() != content:  # whoever opens the package would refuse all of it
                raise UserError(
                    say("Item “{id}” has another text than the one that was imported.", id=item.external_id),
                    hint=say("Import it again and let it be updated, or recover the project into a new file."),
                )
            yield {
                "item": uid,
                "id": item.external_id,
                "fields": item.fields,
                "metadata": {name: item.metadata[name] for name in chosen.metadata if name in item.metadata},
                "hash": content,
            }


def _suggestions(db: Db, chosen: Chosen, asked: Sequence[Question], annotator: str) -> Rows:
    """What the LLM that answered last says of each item: what the annotator would see here, and no more of it."""
    uids = {id_: uid for uid, id_ in identities.questions(db).items()}
    labels = {id_: uid for uid, id_ in identities.labels(db).items()}
    for question in asked:
        in_use = {label.id for label in question.labels}
        with looking_at(db, question.id):
            for part in _parts(chosen.item_ids):
                known = identities.contents(db, part)
                for item_id, given in answers.of_items(db, question.id, part).items():
                    last = _of_llm(given)
                    if last is None or last.label_id not in in_use or last.annotator.name == annotator:
                        continue
                    yield {
                        "item": known[item_id][0],
                        "question": uids[question.id],
                        "label": labels[last.label_id],
                        "confidence": confidence.calibrated(db, last.annotator, last.confidence),
                        "by": last.annotator.name,
                    }


def suggested(db: Db, item_ids: Sequence[int], questions: Sequence[int]) -> set[int]:
    """Those of the items that have a suggestion to some question."""
    found = set()
    for question in (setup.one_question(db, id_) for id_ in questions):
        in_use = {label.id for label in question.labels}
        for part in _parts(item_ids):
            for item_id, given in answers.of_items(db, question.id, part).items():
                last = _of_llm(given)
                if last is not None and last.label_id in in_use:
                    found.add(item_id)
    return found


def _of_llm(given: Sequence[Annotation]) -> Annotation | None:
    return next((a for a in reversed(given) if a.annotator.kind is Kind.LLM and a.label_id is not None), None)


def _parts(item_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(item_ids), AT_ONCE):
        yield item_ids[first : first + AT_ONCE]
