"""Where a text names labels, and whether it says that they are it or that they are not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.llm.harmless import contrasts, counts, crossed, introduces, turned_round, words
from annotator.llm.near_misses import NEGATING
from annotator.llm.spelling import joined, unspaced


class Mention(NamedTuple):
    """A label (by index) at a place of a text.

    negated: the text says that it is not this label. asked: it only asks whether it is.
    plain: it says so outright, and does not only use the word. claimed: it says so with a verb.
    """

    position: int
    start: int
    end: int
    negated: bool
    asked: bool
    plain: bool
    claimed: bool


def mentions(text: str, names: Sequence[str]) -> list[Mention]:
    """Labels in the text from left to right, the longest at each place, so "not spam" is not "spam".

    text and names in their normal form.
    """
    found = list(_places(text, names))
    if not found:
        return []
    inner = {name for name in names if any(name != other and f" {name} " in f" {other} " for other in names)}
    reading = _Reading(text, found)
    return [reading.judged(place, names[place.position], names[place.position] in inner) for place in found]


def is_short(text: str) -> bool:
    """Whether a text is so short that a label in it needs no verb to be the answer."""
    return len(text) <= MOST_SIGNS if unspaced(text) else len(_WORD.findall(text)) <= MOST_WORDS


class _Place(NamedTuple):
    position: int
    start: int
    end: int


def _places(text: str, names: Sequence[str]) -> Iterator[_Place]:
    by_length = sorted((i for i in range(len(names)) if names[i]), key=lambda i: -len(names[i]))
    firsts = {names[i][0] for i in by_length}
    place = 0
    while place < len(text):
        here = [i for i in by_length if _stands_at(text, place, names[i])] if text[place] in firsts else []
        if not here:
            place += 1
            continue
        length = len(names[here[0]])
        yield from (_Place(i, place, place + length) for i in here if len(names[i]) == length)
        place += length


def _stands_at(text: str, place: int, name: str) -> bool:
    end = place + len(name)
    if not text.startswith(name, place):
        return False
    return not joined(text[place - 1 : place], name[0]) and not joined(name[-1], text[end : end + 1])


class _Reading:
    """A text in which labels stand, and what there is to say of each of them."""

    def __init__(self, text: str, places: Sequence[_Place]) -> None:
        around = list(text)  # the "not" of "not spam" says nothing of a label after it
        for _, start, end in places:
            around[start:end] = " " * (end - start)
        self._text, self._around = text, "".join(around)
        self._ends = [(found.start(), found.end()) for found in _SENTENCE_END.finditer(text)]
        self._quotes = [found.start() for found in _QUOTES.finditer(text)]
        self._crossed = crossed(text)
        # With few words around a label no verb is needed, if all of them are known to take nothing back.
        several = len({place.position for place in places}) > 1
        self._introduced = is_short(text) and (contrasts if several else introduces)(self._around)
        self._counted = is_short(text) and counts(self._around)
        self._lone = not _WORD.search(self._around)

    def judged(self, place: _Place, name: str, inner: bool) -> Mention:
        """inner: the label is part of another one."""
        before, after, asked = self._sentence(place)
        claimed = _VERDICT.search(before) is not None and not _is_noun(before, after)
        # Words of any kind may hedge or report ("only a fool would call it"): those before the verb must be harmless.
        meant = claimed and contrasts(_clause(before))
        changed = _REPORTED.search(_clause(before)) is not None or _DECLINED.search(before + after) is not None
        changed = changed or (inner and _is_modified(before, after)) or self._is_quoted_along(place)
        changed = changed or self._crossed or (name not in NEGATING and self._is_denied(place))
        turned = turned_round(before, after, number=name.isnumeric())
        return Mention(
            position=place.position,
            start=place.start,
            end=place.end,
            negated=_negated_before(before) or _NEGATED_AFTER.match(after) is not None,
            asked=asked,
            plain=not turned
            and ((self._lone and not self._crossed) or (not changed and self._is_plain(place, name, before, meant))),
            claimed=claimed,
        )

    def _sentence(self, place: _Place) -> tuple[str, str, bool]:
        """What of its sentence stands before and after the label, as far as it can matter, and whether it asks."""
        number = bisect_left(self._ends, (place.start, 0))
        start = self._ends[number - 1][1] if number else 0
        stop = next((end for end, _ in self._ends[number:] if end >= place.end), len(self._text))
        before = self._around[max(start, place.start - FAR) : place.start]
        after = self._around[place.end : min(stop, place.end + FAR)]
        asked = self._text[stop : stop + 1] == "?"
        return _SPACES.sub(" ", before), _SPACES.sub(" ", after), asked

    def _is_plain(self, place: _Place, name: str, before: str, claimed: bool) -> bool:
        after = self._text[place.end : place.end + FAR]
        if name in _SHORT_WORDS and _goes_on(name, after):
            return False
        bold = before.endswith("**") and after.startswith("**")
        leads = not self._text[: place.start].strip(_AROUND) and _DELIMITER.match(after.lstrip(_AROUND)) is not None
        if bold or leads:
            return True
        if _is_everyday(name):
            return self._counted
        return self._introduced or claimed

    def _is_quoted_along(self, place: _Place) -> bool:
        """Whether the label stands among other words between quotation marks, as in: The text "this is spam"."""
        number = bisect_left(self._quotes, place.start)
        if number % 2 == 0 or number == len(self._quotes):
            return False
        inside = self._text[self._quotes[number - 1] : place.start] + self._text[place.end : self._quotes[number]]
        return _WORD.search(inside) is not None

    def _is_denied(self, place: _Place) -> bool:
        """Whether all that follows a label in its sentence takes it back, as in "spam: unlikely"."""
        rest = words(_SENTENCE_END.split(self._text[place.end : place.end + FAR], maxsplit=1)[0])
        denying = [word for word in rest if word in _TAKING_BACK or word in NEGATING]
        return bool(denying) and all(word in _COPULAS or word in denying for word in rest)


def _goes_on(name: str, after: str) -> bool:
    """Whether a word as short as "no" is part of something longer: "no idea", "No. 1", or a yes that is then denied."""
    if _NEXT_WORD.match(after) is not None:
        return True
    rest = _SENTENCE_END.split(after, maxsplit=1)[0]
    return name in _AFFIRMING and any(word in NEGATING or _CONTRACTED.search(word) for word in words(rest))


def _negated_before(before: str) -> bool:
    if _NOT_THEN_COLON.search(before):
        return True
    clause = _clause(before)
    if _UNSPACED_NEGATION.search(clause) and unspaced(clause):
        return True
    words = _WORD.findall(clause)
    return any(word in NEGATING or _CONTRACTED.search(word) for word in words) or _TURNED.search(clause) is not None


def _clause(before: str) -> str:
    """What of the sentence the label belongs to: from the last "but", or comma that a new statement follows."""
    clause = _TURN.split(_ONLY_SAYS.sub("", _ALL_EXCEPT.sub("not", before)))[-1]
    parts = re.split(r"[,、]", clause)
    for place in range(len(parts) - 1, 0, -1):
        if _STATEMENT.match(",".join(parts[place:]).strip()):
            return ",".join(parts[place:])
    return clause


def _is_modified(before: str, after: str) -> bool:
    """Whether a word stands beside a label that could make another label of it, as "strongly" does of "agree"."""
    words = [found[1] for found in (_WORD_BEFORE.search(before), _WORD_AFTER.match(after)) if found]
    return any(word not in _HARMLESS for word in words)


def _is_noun(before: str, after: str) -> bool:
    """Whether the label is only a noun of the sentence, as in "is the person who", and not "is the person label"."""
    return _DEFINITE.search(before) is not None and _KIND_OF_LABEL.match(after) is None


def _is_everyday(name: str) -> bool:
    """Whether the label is a word or number that sentences hold without meaning it."""
    return name in _EVERYDAY or name.isnumeric() or (len(name) == 1 and name.isalpha() and not unspaced(name))


FAR = 300  # characters: what is further away in a sentence says nothing of a label
MOST_WORDS = 6  # of an answer that needs no verb around the label
_SPACES = re.compile(r"\s{2,}")  # what the patterns below are slow with
MOST_SIGNS = 24  # the same in scripts without spaces
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_WORD_BEFORE = re.compile(r"([^\W_]+(?:'[^\W_]+)*)[\s\"'“«*`]*$")
_WORD_AFTER = re.compile(r"[\s\"'”»*`]*([^\W_]+(?:'[^\W_]+)*)")
_HARMLESS = frozenset(
    ["i", "it", "is", "it's", "this", "that", "the", "a", "an", "as", "be", "label", "answer", "clearly", "definitely"]
    + ["certainly", "obviously", "therefore", "hence", "thus", "so", "would", "say", "message", "text", "review", "ist"]
    + ["est", "es", "because", "since", "with", "to", "and", "here", "classified", "item", "i'd", "think"]
)
_REPORTED = re.compile(
    r"\b(?:says|said|states|asks|asked|tells|told|claims|writes|wrote|wants?|instruct\w*|ignore|pretend\w*|"
    r"supposed|tries|trying|calls)\b"
)
_DECLINED = re.compile(
    r"\b(?:sorry|unable|impossible|unclear|undetermined|undecided|depends|ambiguous|refuse|"
    r"wrong|incorrect|wrongly|incorrectly|falsely|false (?:that|to)|mistak\w*|misclassif\w*|mislabel\w*|misle\w*|"
    r"might|could|maybe|perhaps|possibly|unlikely|improbable|chances?|odds|probability|likelihood|insufficient|"
    r"unless|ironic\w*|too \w+ to)\b|(?<!no )(?<!without )(?<!without a )\bdoubt"
)
_SENTENCE_END = re.compile(r"[.!?;]+(?=[\s\"'”»)]|$)|[。！？；\n]")
_ALL_EXCEPT = re.compile(r"\b(?:anything|everything|all) but\b")
_ONLY_SAYS = re.compile(r"\b(?:nothing but|no doubt(?: that)?|without (?:a )?doubt)\b")
_TURN = re.compile(
    r"\b(?:but|because|since|however|hence|thus|therefore|so|aber|sondern|mais|pero|sino|ma|но|а)\b|[:;]"
)
_STATEMENT = re.compile(
    r"(?:(?:it|this|that|he|she|they|i|we|the \w+|es|das|dies|c'est|il|elle|esto|es)\b[\w' ]{0,20}?"
    r"\b(?:is|are|was|'s|would|say|think|choose|label|ist|war|est|es)\b|it's|that's|c'est)"
)
_TURNED = re.compile(
    r"\b(?:far from|rather than|instead of|opposite of|free (?:of|from)|lacks?|lacking|fails? to|"
    r"avoid\w*|reject\w*|exclud\w*|rul(?:e|ed|ing) out|dismiss\w*|discard\w*|if|whether|ob|si|если)\b"
)
_CONTRACTED = re.compile(r"n't$|^(?:is|are|was|were|do|does|did|ca|wo|would|should|could)nt$|^ain't$|^aint$")
_NOT_THEN_COLON = re.compile(rf"(?:^|[^\w])(?:{'|'.join(sorted(NEGATING))})\s*[:=\n]+[\s\"'“*`(]*$")
_UNSPACED_NEGATION = re.compile(r"[不非未没沒无無]|別|别|ไม่|មិន|မ")
_NEGATED_AFTER = re.compile(
    r"[\s\"'*`”’」』)]*[?:=]?\s*(?:(?:is|are|was|would|does|do|can|could|should|seems?|be|label|answer)\s+){0,3}"
    r"(?:not|isn't|wasn't|doesn't|wouldn't|can't|cannot|wrong|incorrect|false|no|nein|nicht|değil|нет)\b"
    r"|[\s\"'*`”’」』)]*(?:では|じゃ|で は)?(?:ない|ありません)|[\s\"'」』]*(?:아니|不对|不對|错|錯)"
)
_QUOTES = re.compile(r"[\"“”„«»「」『』]")
_AROUND = " \t\n\"'“”„«»「」『』`‹›*_"
_COPULAS = frozenset(
    ["it", "this", "that", "is", "was", "be", "would", "could", "can", "out", "of", "the", "question", "very", "highly"]
)
_TAKING_BACK = frozenset(
    ["unlikely", "improbable", "impossible", "doubtful", "excluded", "rejected", "dismissed", "ruled", "false", "wrong"]
    + ["incorrect", "untrue", "nope", "nah", "isn't", "isnt", "0", "否", "不是", "falsch", "faux", "falso"]
)
_DELIMITER = re.compile(r"\s*(?:[.,:;!|\n(*—–…。，：；！、-]|$)")
_VERDICT = re.compile(
    r"(?:\b(?:is|are|was|be|being|as|seems?|appears?|looks|sounds|feels|expresses|conveys|shows|indicates|suggests|"
    r"labell?ed|label|classified|classify|categori[sz]ed?|choose|chose|pick|select|say|answer|call|rate|mark(?:ed)?|"
    r"means|under|into|hence|therefore|thus|ist|als|est|comme|es|como|è|é|это|как)"
    r"|it's|that's)"
    r"(?:\s+(?:a|an|the|as|of|to|be|it|this|that|very|quite|rather|more|most|mostly|clearly|likely|probably|definitely|"
    r"certainly|strongly|overall|obviously|best|review|text|message|item|comment|tweet|sentiment|label|category|class|"
    r"tone|eindeutig|klar|wohl))*[\s\"'“«*`(]*$"
)
_DEFINITE = re.compile(r"\bthe\s*$")
_KIND_OF_LABEL = re.compile(r"\s*(?:label|category|class|sentiment|type|option|one)\b|\s*[.,;!\n]|\s*$")
_AFFIRMING = frozenset(["yes", "ja", "oui", "si", "sí", "да", "true"])
_SHORT_WORDS = _AFFIRMING | frozenset(["no", "nein", "non", "nej", "nee", "нет", "none", "not", "all", "some", "any"])
_NEXT_WORD = re.compile(r"\s+(?!(?:it|this|that|is|i|the|es|das|c'est)\b)\w|\.\s*\d")
_EVERYDAY = frozenset(
    ["a", "i", "it", "us", "in", "on", "to", "no", "not", "yes", "ok", "may", "will", "can", "who", "what", "so", "all"]
    + ["other", "others", "none", "one", "two", "some", "any", "good", "bad", "new", "like", "even", "true", "false"]
    + ["general", "other hand", "more", "less", "same", "different", "first", "last", "high", "low", "text", "question"]
    + ["ja", "nein", "oui", "non", "si", "sí", "да", "нет", "left", "right"]
)
