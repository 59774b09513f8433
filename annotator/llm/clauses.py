"""What the sentence around a label says of it: that it is so, that it is not, or neither.

before, after: what of the sentence stands before and after the label, in normal form.
"""

from __future__ import annotations

import re

from annotator.llm.harmless import words
from annotator.llm.near_misses import NEGATING
from annotator.llm.spelling import unspaced


def claimed(before: str, after: str) -> bool:
    """Whether the sentence says with a verb that the label is it, and does not only use the word."""
    return _VERDICT.search(before) is not None and not _is_noun(before, after)


def negated(before: str, after: str) -> bool:
    """Whether the sentence says that the label is not it."""
    return _negated_before(before) or _NEGATED_AFTER.match(after) is not None


def hedged(before: str, after: str) -> bool:
    """Whether the sentence only reports what somebody says, or gives no answer at all."""
    return _REPORTED.search(clause(before)) is not None or _DECLINED.search(before + after) is not None


def denied(after: str) -> bool:
    """Whether all that follows a label in its sentence takes it back, as in "spam: unlikely"."""
    rest = words(first_sentence(after))
    denying = [word for word in rest if word in _TAKING_BACK or word in NEGATING]
    return bool(denying) and all(word in _COPULAS or word in denying for word in rest)


def modified(before: str, after: str) -> bool:
    """Whether a word stands beside a label that could make another label of it, as "strongly" does of "agree"."""
    beside = [found[1] for found in (_WORD_BEFORE.search(before), _WORD_AFTER.match(after)) if found]
    return any(word not in _HARMLESS for word in beside)


def clause(before: str) -> str:
    """What of the sentence the label belongs to: from the last "but", or comma that a new statement follows."""
    last = _TURN.split(_ONLY_SAYS.sub("", _ALL_EXCEPT.sub("not", before)))[-1]
    parts = re.split(r"[,、]", last)
    for place in range(len(parts) - 1, 0, -1):
        if _STATEMENT.match(",".join(parts[place:]).strip()):
            return ",".join(parts[place:])
    return last


def first_sentence(text: str) -> str:
    """The text up to where its first sentence ends."""
    return SENTENCE_END.split(text, maxsplit=1)[0]


def negates(word: str) -> bool:
    """Whether the word says no: "not", "never", "isn't"."""
    return word in NEGATING or _CONTRACTED.search(word) is not None


def _negated_before(before: str) -> bool:
    if _NOT_THEN_COLON.search(before):
        return True
    own = clause(before)
    if _UNSPACED_NEGATION.search(own) and unspaced(own):
        return True
    return any(negates(word) for word in WORD.findall(own)) or _TURNED.search(own) is not None


def _is_noun(before: str, after: str) -> bool:
    """Whether the label is only a noun of the sentence, as in "is the person who", and not "is the person label"."""
    return _DEFINITE.search(before) is not None and _KIND_OF_LABEL.match(after) is None


WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
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
SENTENCE_END = re.compile(r"[.!?;]+(?=[\s\"'”»)]|$)|[。！？；\n]")
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
_COPULAS = frozenset(
    ["it", "this", "that", "is", "was", "be", "would", "could", "can", "out", "of", "the", "question", "very", "highly"]
)
_TAKING_BACK = frozenset(
    ["unlikely", "improbable", "impossible", "doubtful", "excluded", "rejected", "dismissed", "ruled", "false", "wrong"]
    + ["incorrect", "untrue", "nope", "nah", "isn't", "isnt", "0", "否", "不是", "falsch", "faux", "falso"]
)
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
