"""Reads exactly one permitted label out of a model's free text, or says why there is none."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CUT_OFF = "The reply ends before an answer."
EMPTY = "The reply is empty."
NONE_NAMED = "The reply names none of the labels."
ONLY_NEGATED = "The reply only says what the label is not."
ALIKE = "Two labels differ only in case or spelling, and the reply fits both."


class Parsed(NamedTuple):
    """`position`: index of the one label named, or None with the reason.

    stated: the confidence the reply claims, 0..1, or None.
    """

    position: int | None
    reason: str = ""
    stated: float | None = None


class _Mention(NamedTuple):
    position: int
    negated: bool


def parse_reply(reply: str, names: Sequence[str]) -> Parsed:
    """The label that the reply names, tolerant of case, quotes, fences, numbering and a sentence around it.

    Never a guess: two different labels, a negated one, or a reply that was cut off are invalid.
    """
    answer, reasoning_open = _without_reasoning(reply)
    if reasoning_open:
        return Parsed(None, CUT_OFF)
    answer, stated = _split_confidence(answer)
    if not answer.strip():
        return Parsed(None, EMPTY)
    exact = [i for i, name in enumerate(names) if answer.strip() == name.strip()]
    if len(exact) == 1:
        return Parsed(exact[0], stated=stated)
    return _search(_from_json(answer), [normal(name) for name in names])._replace(stated=stated)


def normal(text: str) -> str:
    """Comparable form in any script: compatibility forms and case folded, joiners between words as spaces."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(char for char in text if unicodedata.category(char) != "Cf").replace("’", "'")
    text = re.sub(r"(?<=\w)[-_‐‑–]+(?=\w)", " ", text).replace("_", " ")
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _search(answer: str, names: list[str]) -> Parsed:
    text = normal(re.sub(r"```[a-zA-Z]*", "\n", answer))
    lines = [bare for line in text.split("\n") if (bare := _bare(line, names))]
    if not lines:
        return Parsed(None, EMPTY if not text else NONE_NAMED)
    for part in (_outer_line(lines, names), _after_marker(lines)):
        if part and (found := _one_label(part, names)).position is not None:
            return _unless_cut(found, lines, names)
    return _unless_cut(_one_label("\n".join(lines), names), lines, names)


def _one_label(text: str, names: list[str]) -> Parsed:
    mentions = list(_mentions(text, names))
    named = {mention.position for mention in mentions if not mention.negated}
    if len(named) > 1:
        quoted = " and ".join(f"“{names[i]}”" for i in sorted(named)[:3])
        return Parsed(None, ALIKE if len({names[i] for i in named}) == 1 else f"The reply names {quoted}.")
    if named:
        return Parsed(named.pop())
    return Parsed(None, ONLY_NEGATED if mentions else NONE_NAMED)


def _mentions(text: str, names: list[str]) -> Iterator[_Mention]:
    """Labels in the text from left to right, the longest at each place, so "not spam" is not "spam"."""
    by_length = sorted(range(len(names)), key=lambda i: -len(names[i]))
    place = 0
    while place < len(text):
        here = [i for i in by_length if names[i] and _stands_at(text, place, names[i])]
        if not here:
            place += 1
            continue
        length = len(names[here[0]])
        negated = _NEGATED.search(text[:place]) is not None
        yield from (_Mention(i, negated) for i in here if len(names[i]) == length)
        place += length


def _stands_at(text: str, place: int, name: str) -> bool:
    end = place + len(name)
    if not text.startswith(name, place):
        return False
    return not _joined(text[place - 1 : place], name[0]) and not _joined(name[-1], text[end : end + 1])


def _joined(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word; scripts without spaces never join."""
    return _in_word(left) and _in_word(right)


def _in_word(char: str) -> bool:
    if not char or _UNSPACED.match(char):
        return False
    return unicodedata.category(char)[0] in "LNM"


def _bare(line: str, names: list[str]) -> str:
    """The line without numbering, bullets, emphasis and quotes, unless these are part of a label."""
    line = line.strip()
    if line in names:
        return line
    if not any(name[:1].isdigit() for name in names):
        line = _NUMBERING.sub("", line)
    in_labels = {char for name in names for char in (name[:1], name[-1:])}
    return line.strip("".join(char for char in _ORNAMENT if char not in in_labels))


def _outer_line(lines: list[str], names: list[str]) -> str:
    """The first or last line where it is a label alone, as before or after an explanation; "" if they differ."""
    alone = {line for line in (lines[0], lines[-1]) if line in names}
    others = {line for line in lines if line in names}
    return alone.pop() if len(alone) == 1 and len(others) == 1 else ""


def _after_marker(lines: list[str]) -> str:
    """What follows the last "answer:" and the like."""
    parts = _MARKER.split("\n".join(lines))
    return parts[-1].strip() if len(parts) > 1 else ""


def _unless_cut(found: Parsed, lines: list[str], names: list[str]) -> Parsed:
    """Invalid where a list of labels seems to have been cut off in the middle of the next one."""
    last = lines[-1]
    begun = any(name != last and name.startswith(last) for name in names)
    if found.position is not None and len(lines) > 1 and last not in names and begun:
        return Parsed(None, CUT_OFF)
    return found


def _without_reasoning(reply: str) -> tuple[str, bool]:
    """The reply without <think> blocks, and whether one was never closed."""
    text = re.sub(r"<(think|thinking|reasoning)>.*?</\1>", "", reply, flags=re.DOTALL | re.IGNORECASE)
    text = re.sub(r"^.*</(think|thinking|reasoning)>", "", text, flags=re.DOTALL | re.IGNORECASE)
    return text, re.search(r"<(think|thinking|reasoning)>", text, re.IGNORECASE) is not None


def _split_confidence(answer: str) -> tuple[str, float | None]:
    """The reply without its claimed confidence, and that as 0..1; a number out of range is not one."""
    found = _CONFIDENCE.search(answer)
    if not found:
        return answer, None
    value = float(found["bar"] or found["word"]) / 100
    rest = answer[: found.start()] + answer[found.end() :]
    return rest, value if 0 <= value <= 1 else None


def _from_json(answer: str) -> str:
    """The one text under "label" or "answer" where the reply is a JSON object, else the reply unchanged."""
    found = re.search(r"\{.*\}", answer, re.DOTALL)
    if not found:
        return answer
    try:
        content = json.loads(found[0])
    except ValueError:
        return answer
    for key in ("label", "answer", "category"):
        if isinstance(value := content.get(key), str):
            return value
    return answer


_ORNAMENT = " \t.,;:!?*#`\"'“”„«»‘’「」『』()[]{}<>|~—–-"
_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[.):]|[-*•·>]|#{1,6})\s+(?=\S)")
_MARKER = re.compile(
    r"\b(?:final answer|answer|label|category|classification|verdict)(?: is)?\s*[:=]\s*|\banswer is\s+",
)
_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|nor|neither|non|without|cannot be|nicht|kein|keine|pas|nie|не|não)|n't)"
    r"(?:\s+(?:a|an|any|the|really|clearly|exactly|quite|be|as|to be|ein|eine|un|une))*[\s\"'“«*`]*$",
)
# Han, kana, Thai, Lao, Khmer, Myanmar: words are written without spaces between them.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CONFIDENCE = re.compile(
    r"\s*(?:\|\s*(?:confidence\s*[:=]?\s*)?(?P<bar>\d{1,3}(?:\.\d+)?)\s*%?"
    r"|[\s,;(\"]*\bconfidence\"?\s*(?:is|[:=])?\s*\"?(?P<word>\d{1,3}(?:\.\d+)?)\s*%?\"?[)]?)",
    re.IGNORECASE,
)
