"""Finds items that try to give orders to the model that reads them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from annotator.texts import english

ORDERS = english("It seems to give orders to the model: “{found}”.")
BREAKS_OUT = english("It seems to end the place where the item stands: “{found}”.")
POSES = english("It uses a mark by which models tell who is speaking: “{found}”.")
HIDES = english("It holds text that people cannot see.")
SHOWN = 80  # characters of what was found


def suspicious(text: str) -> str:
    """In what way the text tries to give orders to a model, in a sentence; "" where it does not seem to.

    A sign, not a proof: what it finds is for people to see. Ordinary requests to a person ("please ignore my last
    message", "reply STOP") are not meant.
    """
    plain = _readable(text)
    if _HIDDEN.search(text):
        return HIDES
    folded = plain.casefold()
    for sentence, words, pattern in _PATTERNS:
        if any(word in folded for word in words) and (found := pattern.search(plain)):
            return sentence.format(found=_quoted(found[0]))
    broken = next(_closed_unopened(plain), "")
    return BREAKS_OUT.format(found=_quoted(broken)) if broken else ""


def _readable(text: str) -> str:
    """As a model may read it: full-width letters as usual ones, and without characters that nobody sees."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(char for char in folded if unicodedata.category(char) != "Cf")


def _closed_unopened(text: str) -> Iterator[str]:
    """Tags that could close a prompt's own, with nothing in the text that they close."""
    open_tags: dict[str, int] = {}
    for found in _TAG.finditer(text):
        name = found["name"].casefold()
        open_tags[name] = open_tags.get(name, 0) + (-1 if found["end"] else 1)
        if open_tags[name] < 0:
            yield found[0]


def _quoted(found: str) -> str:
    line = " ".join(found.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


# What orders are called, and by which words those before are meant; at most a few words stand between.
_RULES = r"(?:instructions?|prompts?|directions?|directives?|guidelines?|rules?|commands?|context|programming|training)"
_BEFORE = r"(?:previous|prior|above|earlier|preceding|existing|initial|original|system|current|other|given)"
_FEW = r"(?:\s+\w+){0,3}?\s+"
_ANSWER = r"(?:answer|say|reply|respond|output|print|write|label|classify|choose|return|give|rate|mark)"
_MODEL = (
    r"(?:ai|a\.i\.|llm|llms|gpt|chatgpt|language model|ai model|model|assistant|chatbot|grader|labell?er|annotator)"
)
_START = r"(?:^|[.!?:;\n\"'(]\s{0,3}|\b(?:please|must|should|always|now|just|simply|and|then|only)\s+)"

# Each with words of which one must be there: looking for these first takes a tenth of the time.
_PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        ORDERS,
        ("ignor", "disregard", "forget", "overrid", "bypass", "follow"),
        _any(
            rf"\b(?:ignor(?:e|ing)|disregard(?:ing)?|forget|override|bypass|do not follow|don't follow|stop following)"
            rf"(?:\s+(?:all|any|every|everything|of|the|your|my|these|those|in|and)){{0,4}}\s+(?:{_BEFORE}\s+){{1,2}}"
            rf"(?:\w+\s+)?{_RULES}\b",
            rf"\b(?:ignore|disregard|forget|override|bypass)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:your|these)\s+{_RULES}\b",
            rf"\b(?:ignore|disregard|forget)\s+(?:all |everything |anything )?(?:that (?:was|is|came) |of )?(?:the )?"
            rf"(?:above|before|previous|preceding|prior)(?: text| this)?[\s,.;:-]+"
            rf"(?:and |then |instead |just |now ){{0,2}}{_ANSWER}\b",
            rf"\b(?:ignore|disregard|forget|override)\s+(?:all |any |of |the |your ){{0,3}}{_RULES}\s+{_BEFORE}\b",
            r"\b(?:ignore|disregard|forget)\s+(?:all |everything |anything )(?:that (?:was|is|came) )?"
            r"(?:above|before this)\s*(?:[.!,;:]|$)",
            r"\b(?:ignore|disregard|forget)\s+(?:what|everything|anything|all)(?: that)? you "
            r"(?:were|have been|are) told\b",
        ),
    ),
    (
        ORDERS,
        ("prompt", "instruction", "task", "job", "goal", "role", "purpose"),
        _any(
            r"\b(?:reveal|show|print|repeat|output|display|tell me)(?: me)?\s+(?:your|the)\s+(?:\w+\s+)?"
            r"(?:system prompt|initial prompt|hidden prompt|prompt above|instructions above)\b",
            r"\b(?:new|updated|real|additional|important|secret) (?:system )?(?:instructions?|prompt|task)\b\s*[:=]",
            r"\bnew (?:system )?(?:instructions?|prompt|orders) (?:follow|below|are as follows)\b",
            r"\byour (?:new|real|true|only|actual) (?:task|instructions?|job|goal|role|purpose) (?:is|are)\b",
        ),
    ),
    (
        ORDERS,
        ("classify", "categori", "label", "category", "class"),
        _any(
            rf"{_START}(?:classify|categori[sz]e|label)\s+"
            rf"(?:this|it|the (?:above|text|message|review|item|comment|tweet)){_FEW}?(?:as|with)\s+\S+",
            rf"{_START}{_ANSWER}\s+(?:this\s+|it\s+)?(?:only\s+|exactly\s+|always\s+)?(?:with|as)\s+(?:the\s+)?"
            rf"(?:label|category|class)\b",
            r"\b(?:the|your) (?:correct|right|only|expected|true) (?:label|category|class|classification) "
            r"(?:is|must be|should be)\b",
        ),
    ),
    (
        ORDERS,
        ("you", "from now on", "to ", "for ", "dear", "hey", "hello", "attention"),
        _any(
            r"\byou are (?:now |actually )?(?:an? )?(?:\w+ ){0,2}?(?:ai|language model|ai assistant|unrestricted|"
            r"jailbroken|in (?:developer|debug|god|dan|jailbreak|admin) mode)\b",
            rf"\bfrom now on,? (?:you (?:are|will|must|should)|always|{_ANSWER})\b",
            r"\b(?:note|message|instructions?|attention|warning|notice) (?:to|for) (?:all |any |the |this |an? )?"
            rf"{_MODEL}\b",
            r"\b(?:dear|hey|hello|attention),? (?:ai|llm|gpt|chatgpt|language model)s?\b",
            rf"\bif you(?: are|'re) (?:an? |the )?(?:large )?{_MODEL}\b",
            r"\byou are (?:chatgpt|gpt-?\d*|claude|gemini|llama|a language model)\b",
            r"\bas an? (?:ai|llm|language model),? (?:you|please|your)\b",
        ),
    ),
    (
        ORDERS,
        ("ignor", "vergiss", "vergess", "vergeet", "missacht", "negeer", "oubli", "olvid", "esque", "desconsider")
        + ("dimentica", "trascura", "zapom", "zignor", "bỏ qua", "abaikan", "önceki", "yukarıdaki", "tüm"),
        _any(
            # German, Dutch
            r"\b(?:ignorier\w*|vergiss|vergessen sie|missacht\w*|negeer|vergeet)\b(?:\s+\w+){0,4}\s+"
            r"(?:anweisung\w*|anleitung\w*|instruktion\w*|vorgabe\w*|regeln|befehl\w*|instructies|opdrachten)\b",
            # French
            r"\b(?:ignor(?:e|ez|er)|oubli(?:e|ez|er))\b(?:\s+\w+){0,3}\s+"
            r"(?:instructions?|consignes?|directives?|r[èe]gles)\s+(?:pr[ée]c[ée]dent|ci-dessus|ant[ée]rieur|initial|donn)",
            r"\b(?:ignor(?:e|ez|er)|oubli(?:e|ez|er))\s+(?:les|vos|tes)\s+consignes\b",
            # Spanish, Portuguese, Italian
            r"\b(?:ignor[ae]|ignorad|olvida|olvide|esque[çc]a|desconsidere|dimentica|trascura)\b(?:\s+\w+){0,3}\s+"
            r"(?:instrucciones|indicaciones|instru[çc][õo]es|istruzioni|[óo]rdenes|regras|reglas|regole)\b",
            # Polish, Czech, Turkish
            r"\b(?:zignoruj|ignoruj|zapomnij|zapomeň)\b(?:\s+\w+){0,3}\s+(?:instrukcj\w*|polece\w*|instrukc\w*|pokyn\w*)",
            r"\b(?:önceki|yukarıdaki|tüm)\b(?:\s+\w+){0,2}\s+(?:talimat|komut)\w*\s+(?:\w+\s+)?"
            r"(?:yok say|unut|görmezden|dikkate alma)",
            # Vietnamese, Indonesian
            r"\bbỏ qua\b(?:\s+\w+){0,4}\s+(?:hướng dẫn|chỉ dẫn|lệnh)",
            r"\babaikan\b(?:\s+\w+){0,3}\s+(?:instruksi|perintah|petunjuk)\b",
        ),
    ),
    (
        ORDERS,
        ("игнор", "забудь", "ігнор", "略", "视", "視", "忘", "理会", "遵守", "무시", "잊", "تجاهل", "انس")
        + ("התעלם", "שכח", "निर्देश", "आदेश"),
        _any(
            # Russian, Ukrainian
            r"\b(?:игнорируй\w*|проигнорируй\w*|забудь\w*|ігноруй\w*)\b(?:\s+\w+){0,3}\s+"
            r"(?:инструкци\w*|указани\w*|команд\w*|правил\w*|інструкц\w*|вказівк\w*)",
            # Chinese, Japanese, Korean
            r"(?:忽略|无视|無視|忘记|忘記|不要理会|不要遵守).{0,12}(?:指令|指示|说明|說明|要求|提示|规则|規則|命令)",
            r"(?:指示|命令|プロンプト|指令|ルール)(?:を|は)?(?:すべて|全て)?(?:無視|忘れ)",
            r"(?:지시|명령|지침|프롬프트)\S*\s*(?:\S+\s*)?(?:무시|잊)",
            # Arabic, Hebrew, Hindi
            r"(?:تجاهل|انس|انسى)\s*(?:\S+\s+){0,3}(?:التعليمات|الأوامر|تعليمات|أوامر|الإرشادات)",
            r"(?:התעלם|תתעלם|שכח)\S*\s+(?:\S+\s+){0,3}ה?(?:הוראות|הנחיות)",
            r"(?:निर्देश|आदेश)\S*\s*(?:को\s*)?(?:\S+\s+)?(?:अनदेखा|नज़रअंदाज|भूल|अनदेखी)",
        ),
    ),
    (
        POSES,
        ("|>", "sys", "inst", "of_turn", "##"),
        _any(
            r"<\|(?:im_(?:start|end)|system|user|assistant|endoftext|eot_id|(?:start|end)_header_id|begin_of_text)\|>",
            r"<</?SYS>>|\[/?INST\]|<(?:start|end)_of_turn>",
            r"^[ \t]*#{2,}[ \t]*(?:system|instructions?|assistant|response|new instructions?)\s*:",
            r"^[ \t]*\[?(?:system|system prompt|system message)\]?[ \t]*:\s{0,3}"
            r"(?:you|your|ignore|disregard|answer|always|the assistant)\b",
        ),
    ),
)
_TAG = re.compile(
    r"<\s*(?P<end>/)?\s*(?P<name>item|items|text|data|document|input|user|system|prompt|instructions?|context|query)\s*>",
    re.IGNORECASE,
)
# Characters that spell letters nobody sees; after a black flag they are part of an emoji.
_HIDDEN = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]{3,}")
