"""Questions that the tests ask."""

from __future__ import annotations

from annotator.domain.model import Label, Question

SENTIMENT = Question(
    name="Sentiment",
    text="What is the sentiment of this movie review?",
    labels=(Label("negative", id=11), Label("positive", "praise", id=12)),
    guideline="Irony counts as what is **meant**.",
    noun="Review",
    id=1,
)


def question(*names: str) -> Question:
    labels = tuple(Label(name, id=i) for i, name in enumerate(names, start=1))
    return Question("Answer", "Which label fits this text?", labels)
