"""What is around a model's answer: its reasoning, the marks of its chat format, markup, and how sure it says it is."""

from __future__ import annotations

import re
from typing import NamedTuple


class Cleaned(NamedTuple):
    """A reply's answer. open: whether the reply ended while the model was still reasoning."""

    text: str
    open: bool


def cleaned(reply: str) -> Cleaned:
    """The reply without reasoning, without what follows its end, and without markup around the answer."""
    text = reply
    for pattern, tag in _DIALECTS:
        text = pattern.sub(tag, text)
    text = _REASONING.sub("", text)
    text = re.sub(rf"^.*</{_TAGS}>", "", text, flags=re.DOTALL | re.IGNORECASE)
    if re.search(rf"<{_TAGS}>", text, re.IGNORECASE):
        return Cleaned("", True)
    text = _STRUCK.sub(" ", text)
    text = _OPENING_MARK.sub("", text)
    text = _MARK.split(text, maxsplit=1)[0]
    text = _FENCE.sub("\n", text)
    text = _BOXED.sub(r"\nanswer: \1\n", text)
    text = _ANSWER_TAG.sub(r"\nanswer: \2\n", text)
    return Cleaned(_FORMATTING.sub(" ", text), False)


def split_confidence(answer: str) -> tuple[str, float | None]:
    """The reply without the confidence it claims, and that as 0..1; a number out of range is not one."""
    stated = None
    found = _CONFIDENCE.search(answer)
    if found:
        answer = answer[: found.start()] + answer[found.end() :]
        stated = as_share(found["bar"] or found["word"])
    lines = [line for line in answer.split("\n") if not _CONFIDENCE_LINE.match(line)]
    return "\n".join(lines), stated


def split_share(answer: str) -> tuple[str, float | None]:
    """A short answer without the percentage, or the share written with a point, beside it, and that as 0..1."""
    found = _PERCENT.search(answer) or _DECIMAL.search(answer)
    if not found:
        return answer, None
    return f"{answer[: found.start()]} {answer[found.end() :]}".strip(), as_share(found["number"])


def as_share(number: str | float) -> float | None:
    """0..1 from a number out of a hundred, or from one that is a share already as its point shows."""
    value = float(number)
    share = value if value <= 1 and ("." in str(number) and value != 0) else value / 100
    return share if 0 <= share <= 1 else None


_TAGS = "(?:think|thinking|thought|reasoning|reflection|analysis|scratchpad)"
_REASONING = re.compile(
    r"<(think|thinking|thought|reasoning|reflection|analysis|scratchpad)>.*?</\1>", re.DOTALL | re.IGNORECASE
)
# How some families of models mark their reasoning, brought to one form.
_DIALECTS = (
    (re.compile(r"◁think▷|\[THINK\]|<\|channel\|>(?:analysis|commentary)<\|message\|>"), "<think>"),
    (re.compile(r"◁/think▷|\[/THINK\]|<\|channel\|>final<\|message\|>"), "</think>"),
)
_MARK = re.compile(r"<\|[a-z_]{2,30}\|>|</?s>|<[be]os>|<(?:start|end)_of_turn>|\[/?INST\]", re.IGNORECASE)
_OPENING_MARK = re.compile(rf"^(?:\s*(?:{_MARK.pattern})\s*(?:(?:assistant|model)\b:?)?)+", re.IGNORECASE)
_FENCE = re.compile(r"(?:```+|~~~+)[a-zA-Z]*")
_BOXED = re.compile(r"\\boxed\{(?:\\(?:text|mathrm|textbf)\{)?([^{}]*)\}+")
_ANSWER_TAG = re.compile(r"<(answer|final_answer|label|output|result)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_STRUCK = re.compile(r"~~(?=[^\s~])[^~\n]*~~|<(del|strike)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_FORMATTING = re.compile(r"</?(?:b|i|u|strong|em|p|br|span|div|code|mark)\s*/?>", re.IGNORECASE)
# Each from the start of what stands before it: from every place in a long run, the run would be read again.
_CONFIDENCE = re.compile(
    r"(?:(?<!\s)\s*\|\s*(?:confidence\s*[:=]?\s*)?(?P<bar>\d{1,3}(?:\.\d+)?)\s*%?"
    r"|(?<![\s,;(\"'*])[\s,;(\"'*]*\bconfidence[\"'*]*\s*(?:is|[:=])?[\s\"'*]*(?P<word>\d{1,3}(?:\.\d+)?)\s*%?[\"'*]*[)]?)",
    re.IGNORECASE,
)
_CONFIDENCE_LINE = re.compile(
    r"[\s*_#>-]*(?:confidence|certainty|probability)\b[\w ]{0,20}[*\"']*\s*[:=|-]", re.IGNORECASE
)
_PERCENT = re.compile(r"(?<![\s,;:|(\[-])[\s,;:|(\[-]*(?<!\d)(?P<number>\d{1,3}(?:\.\d+)?)\s*%[)\]]?")
_DECIMAL = re.compile(r"(?<![\s,;:|(\[-])[\s,;:|(\[-]+(?P<number>0?\.\d+|1\.0+)[)\]]?$")
