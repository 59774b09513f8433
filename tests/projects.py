"""Small real projects for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from annotator.services import importing, project_file
from annotator.services.prelabelling import Store
from annotator.services.project_file import Db

TEXTS = ("lovely", "dreadful", "fine", "awful", "superb", "broken", "great", "useless")


def make_project(
    folder: Path, texts: Sequence[str] = TEXTS, labels: Sequence[str] = ("good", "bad"), name: str = "small"
) -> Db:
    """A project with one item per text, called i0, i1, ..., open for writing."""
    source = folder / f"{name}.csv"
    rows = "".join(f'i{number},"{text}"\n' for number, text in enumerate(texts))
    source.write_text(f"id,text\n{rows}", encoding="utf-8")
    question = project_file.make_question("Sentiment", "What is the sentiment?", labels, "Be *kind*.", "Review")
    db = project_file.create(folder / f"{name}{project_file.SUFFIX}", name=name, question=question)
    if texts:
        importing.import_items(db, source)
    return db


def label_ids(db: Db) -> dict[str, int]:
    return {label.name: label.id for label in project_file.question(db).labels}


def crowd(db: Db, folder: Path, rows: Sequence[tuple[str, str, str]]) -> importing.ImportResult:
    """Import answers (item, annotator, label)."""
    path = folder / "crowd.tsv"
    path.write_text("task\tworker\tlabel\n" + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return importing.import_labels(db, path)


def direct(db: Db) -> Store:
    """Runs work in place, as the command line does."""

    async def store(work):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return work(db)

    return store


def llm_answers(db: Db, folder: Path, name: str, rows: Iterable[tuple[str, str, float]]) -> importing.ImportResult:
    """Import one LLM's answers: (item, label, confidence)."""
    path = folder / "llm.csv"
    lines = [f"{item},{name},llm,{label},{confidence}" for item, label, confidence in rows]
    path.write_text("\n".join(["item,annotator,kind,label,confidence", *lines]), encoding="utf-8")
    return importing.import_labels(db, path)


def gold(db: Db, folder: Path, rows: Iterable[tuple[str, str]]) -> importing.ImportResult:
    """Import known labels: (item, label)."""
    path = folder / "gold.csv"
    path.write_text("\n".join(["item,label", *(",".join(row) for row in rows)]), encoding="utf-8")
    return importing.import_gold(db, path)
