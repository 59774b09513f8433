"""What an annotator got wrong on items whose label is known, with what the guideline says of it."""

from __future__ import annotations

from annotator.domain.model import Question
from annotator.services.packages import Mistake
from annotator.services.reviewing import excerpt
from annotator.storage import answers, gold, items, setup
from annotator.storage.database import Db

LONGEST = 600  # characters of a passage


def mistakes(db: Db, annotator_id: int) -> list[Mistake]:
    """Of the question that is looked at, in the order of the items. Nobody's answers but their own are used."""
    question = setup.question(db)
    names = setup.label_names(db)
    own = answers.labels_of(db, question.id, annotator_id)
    looked_at = {item_id for item_id, _ in gold.looked_at(db, question.id)}
    known = {
        found.item_id: found.label_id
        for found in gold.every(db, question.id)
        if found.label_id is not None and (found.source == "imported" or found.item_id in looked_at)
    }
    wrong = [item_id for item_id, label_id in sorted(own.items()) if known.get(item_id, label_id) != label_id]
    return [
        Mistake(
            item=item.external_id,
            text=excerpt(item, 1_000),
            said=names[own[item.id]],
            right=names[known[item.id]],
            question=question.name,
            passage=passage(question, names[known[item.id]]),
        )
        for item in items.page(db, wrong)
    ]


def passage(question: Question, label: str) -> str:
    """Where the guideline speaks of a label: the paragraphs that name it, or what the label's description says."""
    paragraphs = [part.strip() for part in question.guideline.replace("\r\n", "\n").split("\n\n")]
    found = [part for part in paragraphs if _names(part, label)]
    described = [each.description for each in question.labels if each.name == label and each.description]
    return _cut("\n\n".join(found or described))


def _names(text: str, label: str) -> bool:
    words = label.casefold().split()
    there = "".join(char if char.isalnum() else " " for char in text.casefold()).split()
    wanted = "".join(char if char.isalnum() else " " for char in " ".join(words)).split()
    return bool(wanted) and any(there[n : n + len(wanted)] == wanted for n in range(len(there)))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
