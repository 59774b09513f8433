"""Reads exactly one permitted label out of what a model wrote, or says why there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.llm.harmless import crossed, turned_round, words
from annotator.llm.mentions import is_short, mentions
from annotator.llm.near_misses import NEGATING, near_miss
from annotator.llm.reply_json import Pairs, by_name, denied, find, said, weighed
from annotator.llm.reply_lines import Lines, of_it, read_lines
from annotator.llm.reply_text import cleaned, split_confidence, split_share
from annotator.llm.spelling import normal, trimmed
from annotator.texts import english

CUT_OFF = english("The reply ends before an answer.")
EMPTY = english("The reply is empty.")
NONE_NAMED = english("The reply names none of the labels.")
ONLY_NEGATED = english("The reply only says what the label is not.")
ALIKE = english("Two labels differ only in case or spelling, and the reply fits both.")
NOT_PLAIN = english("The reply uses a label's word, but does not say plainly that it is the label.")
CORRECTED = english("The reply names a label and then takes it back.")


_SETTLED = (ALIKE, NOT_PLAIN)


class Parsed(NamedTuple):
    """`position`: index of the one label named, or None with the reason.

    stated: the confidence the reply claims, 0..1, or None.
    note: what was read into the reply, where it was not written exactly so.
    """

    position: int | None
    reason: str = ""
    stated: float | None = None
    note: str = ""


def parse_reply(reply: str, names: Sequence[str]) -> Parsed:
    """The label that the reply names, tolerant of case, quotes, fences, numbering, data and a sentence around it.

    Never a guess: two different labels, a negated one, one used in passing, or a reply that was cut off are invalid.
    """
    text, still_open = cleaned(reply)
    if still_open:
        return Parsed(None, CUT_OFF)
    if not text.strip():
        return Parsed(None, EMPTY)
    known = _Names(names)
    values, around = find(text)
    data = [value for value in values if said(value) or weighed(value)]
    if data:
        return _unless_around(_from_data(data, known), around, known)
    if any(isinstance(value, Pairs) and value for value in values):
        return _from_names(values, around, known)
    return _from_words(text, known)


def _from_words(text: str, known: _Names) -> Parsed:
    answer, stated = split_confidence(text)
    if not answer.strip():
        return Parsed(None, NONE_NAMED)
    found = known.resolve(answer)
    if found.position is None and found.reason not in _SETTLED:
        found = _search(answer, known)
    return found._replace(stated=found.stated if stated is None else stated)


class _Names:
    """The permitted labels, and what short texts name one of them."""

    def __init__(self, names: Sequence[str]) -> None:
        self.exact = [name.strip() for name in names]
        self.normal = [normal(name) for name in names]
        # Characters at the ends of labels are part of them: "C++" is not "C".
        self.edges = "".join({char for name in self.normal for char in (name[:1], name[-1:])})
        self.numbered = any(name[:1].isdigit() for name in self.normal)

    def resolve(self, said: str) -> Parsed:
        """The label that a short text is, without anything that has to be understood."""
        exact = [i for i, name in enumerate(self.exact) if said.strip() == name]
        if len(exact) == 1:
            return Parsed(exact[0])
        written = normal(said)
        text = self.bare(written)
        for candidate, stated in ((text, None), split_share(text), split_share(written)):
            for form in self._forms(candidate):
                same = [i for i, name in enumerate(self.normal) if name == form]
                if same:
                    found = Parsed(same[0], stated=stated) if len(same) == 1 else Parsed(None, ALIKE)
                    return found if self._stands_for_itself(written, form, stated) else Parsed(None, NOT_PLAIN)
        return Parsed(None, NONE_NAMED)

    def _stands_for_itself(self, written: str, name: str, share: float | None) -> bool:
        """Whether nothing around a label that is all of a text takes it back: no sign such as "≠", and no share that is
        smaller than that of another label must be."""
        if share is not None and share < 1 / len(self.normal):
            return False
        before, _, after = written.partition(name) if name else (written, "", "")
        return not crossed(before + after) and not turned_round(before, after, number=name.isnumeric())

    def _forms(self, text: str) -> list[str]:
        """The text, and without words and letters that only introduce a label."""
        stripped = _FILLER.sub("", text)
        forms = [text, stripped, _TRAILING.sub("", stripped)]  # but "no label" is not "no"
        forms = [form for form in forms if form == text or form not in NEGATING]
        if text[:1] not in self.normal:
            forms.append(_LETTERED.sub("", text))
        return [text, *(trimmed(form, self.edges) for form in forms)]

    def misspelt(self, said: str) -> Parsed:
        text = self.bare(normal(said))
        position = near_miss(text, self.normal)
        if position is None:
            return Parsed(None, NONE_NAMED)
        return Parsed(position, note=english("“{text}” was read as “{exact}”.", text=text, exact=self.exact[position]))

    def bare(self, line: str) -> str:
        """A line without numbering, bullets, emphasis and quotes, unless these are part of a label."""
        line = line.strip()
        if line in self.normal:
            return line
        if not self.numbered:
            line = _NUMBERING.sub("", line)
        return trimmed(line, self.edges)

    def named(self, positions: set[int]) -> Parsed:
        """Invalid, as more than one label is named."""
        if len({self.normal[i] for i in positions}) == 1:
            return Parsed(None, ALIKE)
        return Parsed(
            None,
            english(
                "The reply names {positions}.",
                positions=" and ".join(f"“{self.normal[i]}”" for i in sorted(positions)[:3]),
            ),
        )


def _from_data(data: Sequence[Any], known: _Names) -> Parsed:
    """The label that all places for an answer agree on."""
    found = [parsed for value in data for parsed in _in_value(value, known)]
    positions = {parsed.position for parsed in found if parsed.position is not None}
    if len(positions) > 1:
        return known.named(positions)
    invalid = next((parsed for parsed in found if parsed.position is None), None)
    return invalid or found[0]


def _from_names(values: Sequence[Any], around: str, known: _Names) -> Parsed:
    """From data without a place for the answer: the one label in it, as in {"emotion": "joy"}, unless its name says
    that it is something else; otherwise from the words around it."""
    rows = [row for value in values for row in by_name(value)]
    named = [(name, found) for name, text in rows if (found := known.resolve(text)).position is not None]
    if not named:
        return _from_words(around, known) if words(around) else Parsed(None, NONE_NAMED)
    if len(named) > 1:
        return Parsed(None, NOT_PLAIN)
    [(name, found)] = named
    if not of_it(words(normal(name))) or not _NO_ANSWER.isdisjoint(words(normal(name))):
        return Parsed(None, NOT_PLAIN)
    return _unless_around(found, around, known)


def _unless_around(found: Parsed, around: str, known: _Names) -> Parsed:
    """Invalid where the words around the data name another label."""
    if found.position is None or not around.strip():
        return found
    spoken = split_confidence(around)[0]
    said_in_words = {_search(spoken, known).position}
    if is_short(spoken):
        said_in_words |= {m.position for m in mentions(normal(spoken), known.normal) if not m.negated}
    if said_in_words <= {None, found.position}:
        return found
    return known.named({position for position in (*said_in_words, found.position) if position is not None})


def _in_value(value: Any, known: _Names) -> list[Parsed]:
    answer = said(value)
    if denied(value):
        return [Parsed(None, NOT_PLAIN)]
    if answer is None:
        return [_weighed(weighed(value) or {}, known)]
    return [_short(text, known)._replace(stated=answer.stated) for text in answer.answers]


def _short(text: str, known: _Names) -> Parsed:
    """The label in an answer's own place, where a sentence is possible but not expected."""
    found = known.resolve(text)
    if found.position is not None or found.reason in _SETTLED:
        return found
    found = _one_label(normal(text), known)
    return found if found.reason != NONE_NAMED else known.misspelt(text)


def _weighed(numbers: dict[str, float], known: _Names) -> Parsed:
    """From a number for each label: true for one, or the largest of shares that sum to one or a hundred."""
    weights = {known.normal.index(name): number for name, number in numbers.items() if name in known.normal}
    if len(weights) < len(numbers) or len(set(known.normal)) < len(known.normal):
        return Parsed(None, NONE_NAMED)
    largest = max(weights.values())
    best = [position for position, number in weights.items() if number == largest]
    total = sum(weights.values())
    if len(best) > 1 or largest <= 0 or min(weights.values()) < 0:
        return Parsed(None, NONE_NAMED)
    if not any(abs(total - whole) <= 0.02 * whole for whole in (1, 100)):
        return Parsed(None, NOT_PLAIN)
    return Parsed(best[0], stated=largest / total if len(weights) > 1 else None)


def _search(answer: str, known: _Names) -> Parsed:
    lines = read_lines(normal(answer), known.bare, lambda text: bool(mentions(text, known.normal)))
    if lines.open_quote:
        return Parsed(None, CUT_OFF)
    strong = _strong(lines, known)
    found = strong if strong is not None else _weak(lines, known)
    return _unless_cut(found, lines, known)


def _strong(lines: Lines, known: _Names) -> Parsed | None:
    """From lines that are a label, or a name and a label; None where there is none, so that one has to be looked for
    in sentences."""
    alone = [found for value in lines.alone if (found := known.resolve(value)).position is not None]
    if lines.final:
        return _agreed([_short(value, known) for value in lines.final], lines, known)
    if lines.answers:
        agreed = _agreed([_short(value, known) for value in lines.answers], lines, known)
        return _unless_others(agreed, {found.position for found in alone}, known)
    if lines.checked:
        return _agreed([known.resolve(value) for value in lines.checked], lines, known)
    if not alone:
        return next((found for value in lines.alone if (found := known.resolve(value)).reason == NOT_PLAIN), None)
    return _unless_claimed(_agreed(alone, lines, known), lines, known)


def _agreed(found: list[Parsed], lines: Lines, known: _Names) -> Parsed:
    """The one label of all these."""
    positions = {parsed.position for parsed in found if parsed.position is not None}
    if len(positions) > 1:
        return known.named(positions)
    invalid = next((parsed for parsed in found if parsed.position is None), None)
    return invalid or _unless_corrected(found[0], lines, known)


def _unless_others(found: Parsed, alone: set[int | None], known: _Names) -> Parsed:
    """Invalid where lines elsewhere are another label, and not the list of all of them."""
    if found.position is None or alone <= {found.position} or len(alone) == len(known.normal):
        return found
    return known.named({position for position in (*alone, found.position) if position is not None})


def _unless_claimed(found: Parsed, lines: Lines, known: _Names) -> Parsed:
    """Invalid where a sentence says of another label that it is the one."""
    claims = {m.position for m in mentions(lines.text, known.normal) if m.claimed and not m.negated and not m.asked}
    if found.position is None or claims <= {found.position}:
        return found
    return known.named({found.position, *claims})


def _weak(lines: Lines, known: _Names) -> Parsed:
    found = _one_label(lines.text, known)
    if found.reason != NONE_NAMED or lines.several:
        return found
    meant = [miss for value in lines.alone if (miss := known.misspelt(value)).position is not None]
    return meant[-1] if len({miss.position for miss in meant}) == 1 else found


def _one_label(text: str, known: _Names) -> Parsed:
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


def _unless_corrected(found: Parsed, lines: Lines, known: _Names) -> Parsed:
    """Invalid where a second thought follows that names another label."""
    thought = _SECOND_THOUGHT.search(lines.text)
    if thought is None:
        return found
    after = {m.position for m in mentions(lines.text[thought.start() :], known.normal) if not m.negated}
    return Parsed(None, CORRECTED) if after - {found.position} else found


def _unless_cut(found: Parsed, lines: Lines, known: _Names) -> Parsed:
    """Invalid where a list of labels seems to have been cut off in the middle of the next one."""
    last = lines.last
    begun = any(name != last and name.startswith(last) for name in known.normal)
    if found.position is not None and lines.several and last and last not in known.normal and begun:
        return Parsed(None, CUT_OFF)
    return found


_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[.):]|[-*•·>]|#{1,6})\s+(?=\S)")
_LETTERED = re.compile(r"^\(?[a-z][.):][ \t]*(?=\S)")
_FILLER = re.compile(r"^(?:(?:the|a|an|it is|it's|this is|label|answer|is|option)\s+)+")
_TRAILING = re.compile(r"\s+(?:label|sentiment|category|class)$")
_NO_ANSWER = frozenset(
    ["text", "input", "item", "message", "content", "sentence", "quote", "reason", "reasons", "reasoning", "rationale"]
    + ["explanation", "thought", "thoughts", "note", "comment", "example", "examples", "option", "options", "question"]
    + ["const", "enum", "type", "title", "description", "keyword"]
)
_SECOND_THOUGHT = re.compile(
    r"\b(?:wait|actually|correction|sorry|on second thought|second thoughts|hmm|scratch that|i mean|no,|instead|"
    r"however|reconsider\w*)\b"
)
