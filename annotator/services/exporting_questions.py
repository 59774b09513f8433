"""Labels out where there are several questions: a file for each."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.domain.model import Question
from annotator.storage import setup
from annotator.storage.database import Db


def files(db: Db, path: Path) -> list[tuple[Question, Path]]:
    """Each question with the file that it goes to: `path` itself where there is one, else with the question's name
    before the suffix (labels.csv becomes labels-sentiment.csv)."""
    asked = setup.questions(db)
    if len(asked) == 1:
        return [(asked[0], path)]
    found: dict[str, Question] = {}
    for question in asked:
        name = named(path, question.name).name
        found[name if name not in found else named(path, f"{question.name} {question.id}").name] = question
    return [(question, path.with_name(name)) for name, question in found.items()]


def named(path: Path, name: str) -> Path:
    """The file's name with that of a question, as any file system takes it."""
    word = re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "question"
    return path.with_name(f"{path.stem}-{word}{path.suffix}")
