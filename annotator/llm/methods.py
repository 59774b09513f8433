"""The ways an agent can be asked, and where its confidence can come from."""

from __future__ import annotations

from enum import StrEnum

from annotator.texts import english


class AnswerMode(StrEnum):
    """The form a model is to answer in."""

    JSON = "JSON"
    LABEL = "label"
    LETTERS = "letter"
    LIKELIHOOD = english("label likelihood")


class Rung(StrEnum):
    """The form an answer really came in: what a server refuses, the next rung down is tried for."""

    SCHEMA = english("JSON schema")
    OBJECT = english("JSON object")
    LIKELIHOOD = english("label likelihood")
    LETTERS = "letters"
    TEXT = english("free text")


class ConfidenceMethod(StrEnum):
    """What turns an agent's replies into its confidence."""

    PLAIN = english("label probability, else stated by the model")
    PROBABILITY = english("label probability")
    BATCH = english("batch-calibrated label probability")
    CONTENT_FREE = english("label probability over that of inputs without content")
    VERBAL = english("stated by the model")
    TOP_K = english("stated for its best guesses")
    CONSISTENCY = english("share of repeated answers")
    HYBRID = english("mean stated for repeated guesses")


class Shape(StrEnum):
    """What a reply says: a label, a label and how sure, or the best guesses with how sure of each."""

    LABEL = "label"
    SURE = english("label and confidence")
    GUESSES = "guesses"


GUESSES = 3  # at most; a question with two labels has two

_TOKENS = frozenset({ConfidenceMethod.PROBABILITY, ConfidenceMethod.BATCH, ConfidenceMethod.CONTENT_FREE})
_CALIBRATED = frozenset({ConfidenceMethod.BATCH, ConfidenceMethod.CONTENT_FREE})
_GUESSED = frozenset({ConfidenceMethod.TOP_K, ConfidenceMethod.HYBRID})
SAMPLED = frozenset({ConfidenceMethod.CONSISTENCY, ConfidenceMethod.HYBRID})
# Probabilities that are divided by a prior must cover every label of every item, as words of a free answer do not.
SUITS: dict[AnswerMode, frozenset[ConfidenceMethod]] = {
    AnswerMode.JSON: frozenset(ConfidenceMethod) - _CALIBRATED,
    AnswerMode.LABEL: frozenset(ConfidenceMethod) - _CALIBRATED - _GUESSED,
    AnswerMode.LETTERS: _TOKENS,
    AnswerMode.LIKELIHOOD: _TOKENS,
}
SHAPES = {
    ConfidenceMethod.PLAIN: Shape.SURE,
    ConfidenceMethod.VERBAL: Shape.SURE,
    ConfidenceMethod.TOP_K: Shape.GUESSES,
    ConfidenceMethod.HYBRID: Shape.GUESSES,
}


def shape_of(method: ConfidenceMethod) -> Shape:
    """What a reply has to say for this confidence."""
    return SHAPES.get(method, Shape.LABEL)


def asks_of(answer: AnswerMode, method: ConfidenceMethod) -> tuple[int, int, int]:
    """How often one item is asked about: (least, usual, most).

    Letters are asked in several orders, since models prefer some letters and places; samples give a share.
    """
    if answer is AnswerMode.LETTERS:
        return 2, 2, 10
    return (3, 5, 20) if method in SAMPLED else (1, 1, 1)
