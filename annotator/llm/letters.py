"""Labels by letters: each is given one, the model answers with it, and the letters change places between calls.

Models prefer some letters and some places in a list; over several orders these leanings cancel out ("Large language
models are not robust multiple choice selectors", ICLR 2024).
"""

from __future__ import annotations

import hashlib
import math
import random
import re
from collections.abc import Sequence
from typing import Any

from annotator.domain.model import Label, Question
from annotator.errors import ModelProblem
from annotator.llm.agents import AgentSpec
from annotator.llm.chat_calls import Conversation, Heard
from annotator.llm.combining import Distribution, certain, even, likeliest, mean
from annotator.llm.confidence import plain
from annotator.llm.harmless import crossed
from annotator.llm.harmless import words as words_of
from annotator.llm.mentions import mentions
from annotator.llm.parsed import CUT_OFF, EMPTY, NOT_PLAIN, Parsed
from annotator.llm.parsing import parse_reply
from annotator.llm.prompting import MOST_LETTERS, letter_of, turns
from annotator.llm.protocol import LabelRequest
from annotator.llm.reading import Read, unread
from annotator.llm.reply_lines import of_it
from annotator.llm.reply_text import cleaned, split_confidence
from annotator.llm.spelling import normal
from annotator.texts import english, say

BY_PROBABILITY = english("probability of the label's letter, mean over {n} orders of the letters")
BY_SHARE = english("share of {n} orders of the letters")
CONTRADICTS = english("The reply's letter and the label beside it differ.")
TWO_LETTERS = english("The reply names two letters.")
_LEAST = 1e-9

Order = tuple[Label, ...]


async def ask_letters(conversation: Conversation, spec: AgentSpec, request: LabelRequest) -> Read:
    """Asks once for each order; the distribution is the mean over the orders."""
    _check(request.question)
    answers = []
    for order in orders(request.question.labels, spec.asks, seed=request.text):
        asked = turns(spec, request, order=order)
        heard = await conversation.hear(asked, [letter_of(order, label) for label in order], logprobs=True)
        answers.append(_read(heard, order))
    return _averaged(answers, [label.id for label in request.question.labels])


def orders(labels: Sequence[Label], number: int, *, seed: str) -> list[Order]:
    """So many different orders of the labels, or as many as there are; the same for the same seed.

    They are turned step by step, each followed by its reverse, so that every label is early in one and late in another.
    """
    digest = hashlib.sha256("\0".join([seed, *(label.name for label in labels)]).encode()).digest()
    first = list(labels)
    random.Random(digest).shuffle(first)
    pairs = math.ceil(number / 2)
    made: list[Order] = []
    for pair in range(pairs):
        turn = pair * len(first) // pairs
        order = (*first[turn:], *first[:turn])
        made += [order, order[::-1]]
    return list(dict.fromkeys(made))[:number]


def parse_letter(reply: str, order: Order) -> Parsed:
    """The place in the order that the reply's letter stands for, or that of the label it names in words; where it has
    both, they must agree."""
    text, still_open = cleaned(reply)
    text, stated = split_confidence(text)
    if still_open or not text.strip():
        return Parsed(None, CUT_OFF if still_open else EMPTY)
    names = [label.name for label in order]
    words = parse_reply(text, names)
    known = [letter_of(order, label) for label in order]
    alone = text.strip().strip(_AROUND).upper()
    given = [] if alone in known else _given(text, known)
    letters = {alone} if alone in known else {found[1] for found in given}
    if len(letters) > 1:
        return Parsed(None, TWO_LETTERS)
    if not letters:
        return words._replace(stated=stated or words.stated)
    position = known.index(letters.pop())
    if words.position not in (None, position):
        return Parsed(None, CONTRADICTS)
    against = _against(text, given, names, position, known) if given and words.position is None else ""
    return Parsed(None, against) if against else Parsed(position, stated=stated)


def _given(text: str, letters: Sequence[str]) -> list[re.Match[str]]:
    """Where the reply gives a letter as its answer, by the surest sign of one."""
    for sign in _SIGNS:
        found = [match for match in sign.finditer(text) if match[1] in letters]
        if found:
            return found
    return []


def _against(
    text: str, given: Sequence[re.Match[str]], names: Sequence[str], position: int, letters: Sequence[str]
) -> str:
    """What speaks against the letter where the label itself is not named as well; "" for nothing."""
    after = _DENIED.sub(" ", text[given[-1].end(1) :])
    line_before = text[: given[0].start()].rpartition("\n")[2]
    others = {found[1] for found in _STANDING.finditer(after)} & set(letters)
    if others - {letters[position]}:
        return TWO_LETTERS
    labels = mentions(normal(after), [normal(name) for name in names])
    if labels and position not in {mention.position for mention in labels if not mention.negated}:
        return CONTRADICTS
    beside = words_of(normal(_SENTENCE.split(after, maxsplit=1)[0]))
    if crossed(text) or not of_it(words_of(normal(line_before))) or not of_it(beside):
        return NOT_PLAIN
    return ""


def _read(heard: Heard, order: Order) -> Read:
    parsed = parse_letter(heard.raw, order)
    if parsed.position is None:
        return Read(None, unread(parsed, heard))
    label = order[parsed.position]
    logprobs = _letter_logprobs(heard.places, order, letter_of(order, label))
    if logprobs is None:
        return Read(label.id)
    return Read(label.id, distribution=plain(logprobs), logprobs=logprobs)


def _letter_logprobs(places: Sequence[Any], order: Order, chosen: str) -> dict[int, float] | None:
    """Raw log-probability by label id at the token that is the answer's letter; None where there is none. A letter
    that is not among the reported tokens gets the most that is consistent with that."""
    place = next((place for place in places if _letter(place.token) == chosen), None)
    if place is None:
        return None
    tokens = {top.token: math.exp(top.logprob) for top in place.top_logprobs or []}
    tokens[place.token] = math.exp(place.logprob)
    shares: dict[str, float] = {}
    for token, share in tokens.items():
        shares[_letter(token)] = shares.get(_letter(token), 0.0) + share
    floor = max(_LEAST, min(1.0 - sum(tokens.values()), *tokens.values()))
    return {label.id: math.log(max(shares.get(letter_of(order, label), 0.0), floor)) for label in order}


def _averaged(answers: Sequence[Read], label_ids: Sequence[int]) -> Read:
    """An order that gave no letter says nothing; without any there is no label."""
    named = [answer.label_id for answer in answers if answer.label_id is not None]
    if not named:
        return answers[0]
    complete = all(answer.logprobs is not None for answer in answers)
    shares = mean([_share(answer, label_ids, votes=not complete) for answer in answers])
    label_id = likeliest(shares, named)
    source = (BY_PROBABILITY if complete else BY_SHARE).format(n=len(answers))
    logprobs = {each: math.log(max(share, _LEAST)) for each, share in shares.items()} if complete else None
    return Read(label_id, "", shares[label_id], source, shares, logprobs)


def _share(answer: Read, label_ids: Sequence[int], *, votes: bool) -> Distribution:
    if answer.label_id is None:
        return even(label_ids)
    if votes or answer.distribution is None:
        return certain(answer.label_id, label_ids)
    return {each: answer.distribution[each] for each in label_ids}


def _check(question: Question) -> None:
    if len(question.labels) > MOST_LETTERS:
        raise ModelProblem(
            say(
                "There are letters for {most_letters} labels, and the question has {labels}.",
                most_letters=MOST_LETTERS,
                labels=len(question.labels),
            ),
            hint=say("Choose an agent that answers with the label itself."),
        )
    single = next((label.name for label in question.labels if re.fullmatch("[A-Za-z]", label.name)), "")
    if single:
        raise ModelProblem(
            say(
                "The label “{single}” is a letter itself, so that letters for labels would mean two things.",
                single=single,
            ),
            hint=say("Choose an agent that answers with the label itself."),
        )


def _letter(token: str) -> str:
    return token.strip().strip(_AROUND)


_STANDING = re.compile(r"(?<![\w'])(?!A [a-z]|I [a-z]|I')([A-Z])(?![\w'+])")
_DENIED = re.compile(r"\bnot\s+\(?[A-Z]\b")  # "B, not A" gives one letter
_SENTENCE = re.compile(r"[.!?;\n]")
_AROUND = " \t\n.,:;()[]{}<>*_`\"'“”«»#|"
_SIGNS = (
    re.compile(
        r"(?i:\b(?:answer|label|option|letter|choice|category)\b[\s*_\"']*(?:is|[:=])?)[\s*_\"'(\[{]*([A-Z])(?![\w'])"
    ),
    re.compile(r"\\boxed\{([A-Z])\}"),
    re.compile(r"^[\s*_(\[\"'>-]*([A-Z])(?:[)\].:,*\"'](?=[\s*.:)]|$)|\s+[-–—=](?=\s)|\s*$)", re.MULTILINE),
    re.compile(r"(?:\*\*|\()([A-Z])(?:\*\*|\))"),
)
