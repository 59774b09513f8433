"""The answer in a reply that is words: a line of its own, or a sentence that says which label it is."""

from __future__ import annotations

import re

from annotator.llm.label_names import LabelNames
from annotator.llm.mentions import mentions
from annotator.llm.parsed import CORRECTED, CUT_OFF, NONE_NAMED, NOT_PLAIN, ONLY_NEGATED, SETTLED, Parsed
from annotator.llm.reply_lines import Lines, read_lines
from annotator.llm.reply_text import split_confidence
from annotator.llm.spelling import normal


def from_words(text: str, known: LabelNames) -> Parsed:
    """From a whole reply, which may also claim a confidence."""
    answer, stated = split_confidence(text)
    if not answer.strip():
        return Parsed(None, NONE_NAMED)
    found = known.resolve(answer)
    if found.position is None and found.reason not in SETTLED:
        found = search(answer, known)
    return found._replace(stated=found.stated if stated is None else stated)


def short(text: str, known: LabelNames) -> Parsed:
    """The label in an answer's own place, where a sentence is possible but not expected."""
    found = known.resolve(text)
    if found.position is not None or found.reason in SETTLED:
        return found
    found = _one_label(normal(text), known)
    return found if found.reason != NONE_NAMED else known.misspelt(text)


def search(answer: str, known: LabelNames) -> Parsed:
    """The label that one of the lines is, or that a sentence says it is."""
    lines = read_lines(normal(answer), known.bare, lambda text: bool(mentions(text, known.normal)))
    if lines.open_quote:
        return Parsed(None, CUT_OFF)
    strong = _strong(lines, known)
    found = strong if strong is not None else _weak(lines, known)
    return _unless_cut(found, lines, known)


def _strong(lines: Lines, known: LabelNames) -> Parsed | None:
    """From lines that are a label, or a name and a label; None where there is none, so that one has to be looked for
    in sentences."""
    alone = [found for value in lines.alone if (found := known.resolve(value)).position is not None]
    if lines.final:
        return _agreed([short(value, known) for value in lines.final], lines, known)
    if lines.answers:
        agreed = _agreed([short(value, known) for value in lines.answers], lines, known)
        return _unless_others(agreed, {found.position for found in alone}, known)
    if lines.checked:
        return _agreed([known.resolve(value) for value in lines.checked], lines, known)
    if not alone:
        return next((found for value in lines.alone if (found := known.resolve(value)).reason == NOT_PLAIN), None)
    return _unless_claimed(_agreed(alone, lines, known), lines, known)


def _agreed(found: list[Parsed], lines: Lines, known: LabelNames) -> Parsed:
    """The one label of all these."""
    positions = {parsed.position for parsed in found if parsed.position is not None}
    if len(positions) > 1:
        return known.named(positions)
    invalid = next((parsed for parsed in found if parsed.position is None), None)
    return invalid or _unless_corrected(found[0], lines, known)


def _unless_others(found: Parsed, alone: set[int | None], known: LabelNames) -> Parsed:
    """Invalid where lines elsewhere are another label, and not the list of all of them."""
    if found.position is None or alone <= {found.position} or len(alone) == len(known.normal):
        return found
    return known.named({position for position in (*alone, found.position) if position is not None})


def _unless_claimed(found: Parsed, lines: Lines, known: LabelNames) -> Parsed:
    """Invalid where a sentence says of another label that it is the one."""
    claims = {m.position for m in mentions(lines.text, known.normal) if m.claimed and not m.negated and not m.asked}
    if found.position is None or claims <= {found.position}:
        return found
    return known.named({found.position, *claims})


def _weak(lines: Lines, known: LabelNames) -> Parsed:
    found = _one_label(lines.text, known)
    if found.reason != NONE_NAMED or lines.several:
        return found
    meant = [miss for value in lines.alone if (miss := known.misspelt(value)).position is not None]
    return meant[-1] if len({miss.position for miss in meant}) == 1 else found


def _one_label(text: str, known: LabelNames) -> Parsed:
    """The one label that a text in normal form names, and says that it is."""
    all_found = mentions(text, known.normal)
    named = {mention.position for mention in all_found if not mention.negated}
    if len(named) > 1:
        return known.named(named)
    if not named:
        return Parsed(None, ONLY_NEGATED if all_found else NONE_NAMED)
    own = [mention for mention in all_found if mention.position in named]
    if any(mention.negated for mention in own):
        return Parsed(None, CORRECTED)
    plain = any(mention.plain and not mention.asked for mention in own)
    return Parsed(named.pop()) if plain else Parsed(None, NOT_PLAIN)


def _unless_corrected(found: Parsed, lines: Lines, known: LabelNames) -> Parsed:
    """Invalid where a second thought follows that names another label."""
    thought = _SECOND_THOUGHT.search(lines.text)
    if thought is None:
        return found
    after = {m.position for m in mentions(lines.text[thought.start() :], known.normal) if not m.negated}
    return Parsed(None, CORRECTED) if after - {found.position} else found


def _unless_cut(found: Parsed, lines: Lines, known: LabelNames) -> Parsed:
    """Invalid where a list of labels seems to have been cut off in the middle of the next one."""
    last = lines.last
    begun = any(name != last and name.startswith(last) for name in known.normal)
    if found.position is not None and lines.several and last and last not in known.normal and begun:
        return Parsed(None, CUT_OFF)
    return found


_SECOND_THOUGHT = re.compile(
    r"\b(?:wait|actually|correction|sorry|on second thought|second thoughts|hmm|scratch that|i mean|no,|instead|"
    r"however|reconsider\w*)\b"
)
