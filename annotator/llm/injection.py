"""Finds items that try to give orders to the model that reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.llm.other_readings import letters, readings
from annotator.texts import english

ORDERS = english("It seems to give orders to the model: “{found}”.")
BREAKS_OUT = english("It seems to end the place where the item stands: “{found}”.")
POSES = english("It uses a mark by which models tell who is speaking: “{found}”.")
FOLLOWED = english("This model followed something in it when it was only to repeat a word.")  # goes after one of these
HIDES = english("It holds text that people cannot see.")
SHOWN = 80  # characters of what was found


def suspicious(text: str) -> str:
    """In what way the text tries to give orders to a model, in a sentence; "" where it does not seem to.

    A sign, not a proof: what it finds is for people to see. Ordinary requests to a person ("please ignore my last
    message", "reply STOP") are not meant.
    """
    if _HIDDEN.search(text):
        return HIDES
    for read in readings(text):
        if found := _found(read):
            return found
    squeezed = _SQUEEZED.search(letters(text))
    return ORDERS.format(found=_quoted(squeezed[0])) if squeezed else ""


def _found(text: str) -> str:
    """As `suspicious`, in the text as it stands."""
    folded = text.casefold()
    for sentence, words, pattern in _PATTERNS:
        if any(word in folded for word in words) and (found := pattern.search(text)):
            return sentence.format(found=_quoted(found[0]))
    broken = next(_closed_unopened(text), "")
    return BREAKS_OUT.format(found=_quoted(broken)) if broken else ""


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

_ITEM = r"(?:text|message|review|item|comment|tweet|post|entry|document|e-?mail|question|sms)"

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
        ("must ", "should", "has to", "needs to", "ai:", "bot:", "assistant:", "model:", "llm:", "labels"),
        _any(
            rf"\b(?:this|the) (?:\w+ )?{_ITEM} (?:must|should|has to|needs to) (?:always )?be "
            r"(?:labell?ed|classified|categori[sz]ed|tagged|annotated|rated|marked) (?:as|with)\b",
            rf"\b(?:the|this|any|every) (?:classifier|{_MODEL}) (?:must|should|has to|needs to) "
            rf"(?:now |always |only ){{0,2}}{_ANSWER}\b[^.\n]{{0,40}}\b(?:for|about|to|on) (?:this|it|the above)\b",
            rf"^\W*(?:ai|llm|chatgpt|gpt|bot|assistant|model)\s*:\s*"
            rf"(?:please |now |you |must |just ){{0,3}}{_ANSWER}\b",
            r"^\W*(?:assistant|ai)\s*:\s*\W?(?:the )?(?:right |correct )?(?:label|answer|category|classification)\b",
            rf"\b(?:whoever|whatever) (?:labels|classifies|reads|rates) this (?:must|should|has to) {_ANSWER}\b",
        ),
    ),
    (
        ORDERS,
        (
            "no matter",
            "regardless",
            "whatever",
            "you were told",
            "wants you to",
            "as the label",
            "only",
            "exactly",
            "nothing but",
            "just",
            "classify",
            "label",
            "pretend",
            "act as",
            "anything now",
        ),
        _any(
            rf"{_START}(?:answer|respond|output|return|print) (?:only |just )(?:with )?(?:the )?"
            r"(?:(?:single |one )?(?:word|label|category|class|token|json)\b|[\"'“‘]\w)",
            rf"{_START}(?:answer|respond|reply|output|return|print) (?:with )?(?:exactly|nothing but|only|just) "
            r"(?:(?:the|one|a single) )?(?:word|label|category)\b",
            rf"{_START}(?:do not|don't|stop|refuse to) (?:classify(?:ing)?|label(?:l?ing)?|annotat(?:e|ing)|"
            rf"categori[sz](?:e|ing))\s+(?:this {_ITEM}|it\s*[.!]|and )",
            r"\b(?:pretend (?:that )?(?:you are|you're|to be)|act as|behave as|roleplay as) (?:an? )?(?:\w+ ){0,2}?"
            r"(?:ai|language model|jailbroken|unrestricted|dan)\b",
            rf"\bno matter what (?:this|the) {_ITEM} says\b",
            r"\b(?:whatever|everything) you were told (?:before|earlier|above)\b",
            rf"{_START}{_ANSWER} (?:with )?[\"'“‘][^\"'”’\n]{{1,40}}[\"'”’] "
            r"(?:regardless|no matter|whatever|as (?:the|your) (?:label|answer))\b",
            rf"\bthe user wants you to {_ANSWER}\b",
            r"\b(?:do|doing) anything now\b.{0,40}\bdan\b|\bdan\b.{0,40}\bdo anything now\b",
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
        ("you", "from now on", "to ", "for ", "dear", "hey", "hi", "hello", "attention"),
        _any(
            r"\byou are (?:now |actually )?(?:an? )?(?:\w+ ){0,2}?(?:ai|language model|ai assistant|unrestricted|"
            r"jailbroken|in (?:developer|debug|god|dan|jailbreak|admin) mode)\b",
            rf"\bfrom now on,? (?:you (?:are|will|must|should)|always|{_ANSWER})\b",
            r"\b(?:note|message|instructions?|attention|warning|notice) (?:to|for) (?:all |any |the |this |an? )?"
            rf"{_MODEL}\b",
            r"\b(?:dear|hey|hi|hello|attention),? (?:ai|llm|gpt|chatgpt|language model)s?\b",
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
            r"\b(?:ignorier\w*|vergiss|vergessen sie|missacht\w*)\s+(?:(?:bitte|nun|jetzt|einfach)\s+)?"
            r"(?:alles?|das|was)(?:\s*,?\s*(?:was|das))?\s+(?:\w+\s+)?(?:obige|oben|vorher\w*|davor|zuvor|bisher\w*|vorstehende)\b",
            # French
            r"\b(?:ignor(?:e|ez|er)|oubli(?:e|ez|er))\b(?:\s+\w+){0,3}\s+"
            r"(?:instructions?|consignes?|directives?|r[èe]gles)\s+(?:pr[ée]c[ée]dent|ci-dessus|ant[ée]rieur|initial|donn)",
            r"\b(?:ignor(?:e|ez|er)|oubli(?:e|ez|er))\s+(?:les|vos|tes)\s+consignes\b",
            r"\b(?:ignor(?:e|ez|er)|oubli(?:e|ez|er))\s+(?:tout\s+)?ce\s+qui\s+(?:pr[ée]c[èe]de|est\s+au-dessus)",
            # Spanish, Portuguese, Italian
            r"\b(?:ignor[ae]|ignorad|olvida|olvide|esque[çc]a|desconsidere|dimentica)\s+(?:todo\s+|tudo\s+|tutto\s+)?"
            r"(?:lo\s+anterior|lo\s+de\s+arriba|o\s+acima|acima|o\s+anterior|quanto\s+(?:\w+\s+)?(?:sopra|precede))\b",
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
        (
            "gib ",
            "wähle",
            "ki:",
            "liebe ki",
            "reglas",
            "debes",
            "eres",
            "anweisung",
            "antwort",
            "klassifizier",
            "stufe",
            "ordne",
            "bewerte",
            "kategorie",
            "label",
            "du bist",
        )
        + ("consigne", "instruction", "répond", "repond", "étiquette", "etiquette", "classe", "caso omiso")
        + (
            "instruccion",
            "responde",
            "clasifi",
            "etiqueta",
            "responda",
            "rispondi",
            "istruzion",
            "instruç",
            "classifi",
        ),
        _any(
            # German
            r"\b(?:beachte|befolge|folge)\w*\s+(?:\w+\s+){0,2}(?:obigen?|vorherigen?|bisherigen?|vorigen?)\s+"
            r"(?:anweisung\w*|regeln|vorgaben|instruktionen)\s+nicht\b",
            r"\bneue\s+(?:anweisung(?:en)?|instruktion(?:en)?)\s*:",
            r"\b(?:antworte|antworten sie)\s+(?:ab jetzt\s+|immer\s+)?"
            r"(?:ausschließlich|ausschliesslich|nur|stets|immer)\s+(?:mit|noch)\b",
            r"\b(?:klassifizier\w*|stufe|ordne|bewerte|markiere|kennzeichne)\s+(?:dies(?:e|en|es)?|den|die|das)\s+"
            r"(?:text|nachricht|rezension|bewertung|kommentar|eintrag|mail|sms|beitrag)\s+(?:\w+\s+)?(?:als|mit)\b",
            r"\bdie\s+(?:richtige|korrekte|einzig richtige)\s+kategorie\s+(?:ist|lautet)\b"
            r"|\bdas\s+(?:richtige|korrekte)\s+label\s+(?:ist|lautet)\b",
            r"\bgib (?:als antwort )?(?:nur|immer|ausschließlich|einfach) (?:das wort|das label|die kategorie)\b",
            r"\bwähle (?:immer|stets|nur) (?:das label|die kategorie|die klasse)\b|\b(?:an die|liebe) ki\b\s*[:,]",
            r"\bdu bist (?:jetzt|nun|ab jetzt)\s+(?:\w+\s+){0,4}?(?:ki|sprachmodell|ohne (?:regeln|einschränkungen))\b",
            # French
            r"\bne (?:tiens|tenez) (?:pas|aucun) compte des? (?:instructions|consignes)\b",
            r"\br[ée]pond(?:s|ez) (?:uniquement|seulement|toujours|exclusivement) (?:par|avec)\b",
            r"\bnouvelles? (?:instructions?|consignes?)\s*:",
            r"\bclass(?:e|ez|ifie|ifiez) ce(?:t|tte)? (?:texte|message|commentaire|avis|[ée]l[ée]ment) comme\b",
            r"\bla (?:bonne|vraie) (?:[ée]tiquette|cat[ée]gorie) est\b|\bl['’](?:[ée]tiquette) correcte est\b",
            # Spanish, Portuguese, Italian
            r"\bno (?:sigas|siga|obedezcas) (?:\w+ ){0,2}(?:instrucciones|reglas|indicaciones)\b",
            r"\betiqueta (?:este|esta|esto) \w+ como\b",
            r"\bdebes (?:responder|contestar) (?:siempre|s[óo]lo|[úu]nicamente)\b",
            r"\beres (?:ahora )?una? (?:\w+ ){0,3}?"
            r"(?:ia|modelo de lenguaje|(?:asistente|modelo) sin (?:reglas|restricciones))\b",
            r"\bha(?:z|ga|ced) caso omiso de (?:\w+ ){0,3}(?:instrucciones|indicaciones|[óo]rdenes|anterior)\b",
            r"\b(?:responde|responda|rispondi) (?:\w+ )?"
            r"(?:[úu]nicamente|s[óo]lo|siempre|apenas|sempre|somente|soltanto|solo) (?:con|com)\b",
            r"\b(?:nuevas? instruccion(?:es)?|novas? instru[çc](?:ão|ões|ao|oes)|nuov[ae] istruzion[ei])\s*:",
            r"\b(?:clasifica|clasifique|classifique|classifica) (?:este|esta|esto|questo|questa) \w+ (?:como|come)\b",
            r"\bla (?:etiqueta|categor[íi]a) (?:correcta|verdadera) es\b|\ba (?:etiqueta|categoria) correta é\b",
        ),
    ),
    (
        ORDERS,
        (
            "игнор",
            "забудь",
            "ответь",
            "отвечай",
            "ігнор",
            "略",
            "视",
            "視",
            "忘",
            "理会",
            "遵守",
            "무시",
            "잊",
            "تجاهل",
            "انس",
        )
        + (
            "התעלם",
            "שכח",
            "निर्देश",
            "आदेश",
            "答",
            "输出",
            "輸出",
            "回复",
            "标签",
            "标记",
            "分类",
            "归类",
            "从现在",
            "你现在",
            "指令",
        )
        + ("تعليمات", "أجب", "اجب", "تتبع", "يجب", "صنف", "صنّف", "التصنيف", "инструкц"),
        _any(
            # Russian, Ukrainian
            r"\b(?:игнорируй\w*|проигнорируй\w*|забудь\w*|ігноруй\w*)\b(?:\s+\w+){0,3}\s+"
            r"(?:инструкци\w*|указани\w*|команд\w*|правил\w*|інструкц\w*|вказівк\w*)",
            r"\b(?:игнорируй\w*|проигнорируй\w*|забудь\w*)\s+(?:вс[её]\s*,?\s*)?(?:что\s+(?:было\s+)?)?(?:вышесказанное|"
            r"выше|сказанное выше|предыдущее)\b",
            r"\b(?:отвечай|ответь)\s+(?:только|всегда|лишь)\s+(?:словом|так|одним)\b",
            r"\bновые\s+инструкции\s*:",
            # Chinese, Japanese, Korean
            r"(?:忽略|无视|無視|忘记|忘記)(?:掉)?(?:以上|上面|上述|之前|前面|先前|你之前|你的)(?:的)?(?:所有|全部|一切)?(?:内容|內容|文字|设定|設定)",
            r"(?:直接|只|仅|僅|必须|必須)(?:能|需|要|可)?(?:回答|输出|輸出|回复|返回)[:：]?[“\"「『‘']",
            r"(?:把|将|將)(?:这|此|该|本|這|該)(?:条|段|篇|个|則|條)?(?:文本|评论|内容|短信|消息|邮件|评价|評論|訊息).{0,4}"
            r"(?:分类|标记|标注|归类|判断|判定|分類|標記|標註|歸類)(?:为|成|為)",
            r"(?:不要管|别管|別管|不用管)(?:以上|上面|上述|之前|前面)(?:的)?(?:所有|全部)?(?:指令|指示|要求|提示|规则|規則)",
            r"(?:必须|必須|务必|務必|应该|應該|请|請)(?:把|将|將)(?:它|其|这|此|本|這).{0,4}(?:标记|分类|归类|标注|標記|分類|歸類|標註)(?:为|成|為)",
            r"(?:正确|正確)的?(?:标签|类别|分类|標籤|類別|分類)(?:应该|應該)?(?:是|为|為)",
            r"新(?:的)?(?:指令|指示)[:：]",
            r"(?:从现在(?:开始|起)|從現在(?:開始|起)|你现在)[,，]?(?:你)?(?:是|将是|就是).{0,12}(?:AI|人工智能|语言模型|模型|助手)",
            r"(?:上記|以上|これまで)(?:の)?(?:内容|文章|指示|すべて|全て)?(?:の内容)?(?:を)?(?:すべて|全て)?無視",
            r"(?:위|이전|앞)(?:의)?\s*(?:모든\s*)?(?:내용|문장|말|것)\S*\s*(?:모두\s*|전부\s*)?(?:무시|잊)",
            r"(?:忽略|无视|無視|忘记|忘記|不要理会|不要遵守).{0,12}(?:指令|指示|说明|說明|要求|提示|规则|規則|命令)",
            r"(?:指示|命令|プロンプト|指令|ルール)(?:を|は)?(?:すべて|全て)?(?:無視|忘れ)",
            r"(?:지시|명령|지침|프롬프트)\S*\s*(?:\S+\s*)?(?:무시|잊)",
            # Arabic, Hebrew, Hindi
            r"(?:تجاهل|انس|انسى)\s*(?:\S+\s+){0,3}(?:التعليمات|الأوامر|القواعد|تعليمات|أوامر|الإرشادات)",
            r"(?:تجاهل|انس|انسى)\s*(?:كل|جميع)?\s*(?:ما|الذي)\s+(?:قيل|سبق|ورد|قبل|تقدم)",
            r"(?:أجب|اجب)\s+(?:فقط|دائما|دائمًا)\s+(?:ب\w+|على)",
            r"لا\s+تتبع\s+(?:\S+\s+){0,2}(?:التعليمات|الأوامر)",
            r"يجب\s+(?:عليك\s+)?أن\s+(?:تجيب|ترد|تصنف)",
            r"(?:تعليمات|أوامر)\s+جديدة\s*:",
            r"(?:صنف|صنّف)\s+(?:هذه|هذا)\s+\S+\s+(?:ك\S+|على\s+أنه|بأنه)",
            r"(?:التصنيف|الفئة)\s+(?:الصحيح|الصحيحة)\s+(?:هو|هي)",
            r"(?:התעלם|תתעלם|שכח)\S*\s+(?:\S+\s+){0,3}ה?(?:הוראות|הנחיות)",
            r"(?:निर्देश|आदेश)\S*\s*(?:को\s*)?(?:\S+\s+)?(?:अनदेखा|नज़रअंदाज|भूल|अनदेखी)",
        ),
    ),
    (
        POSES,
        ("|>", "sys", "inst", "of_turn", "##", "human:", "prompt", "end of", "label", "<assistant"),
        _any(
            r"<\|(?:im_(?:start|end)|system|user|assistant|endoftext|eot_id|(?:start|end)_header_id|begin_of_text)\|>",
            r"<\|[a-z_]{2,30}\|>|</?(?:system|assistant)(?:[ _-]?(?:prompt|message))?>[ \t]*\S",
            r"\[\[(?:system|admin|developer)\]\]",
            r"\[(?:system|admin|developer)(?: message| prompt)?\]\s*:",
            r"^[ \t]*(?:human|user)[ \t]*:[^\n]{0,200}\n+[ \t]*assistant[ \t]*:[ \t]*\w+[ \t.!]*$(?=\s*\Z)",
            r"\b(?:begin|start|end)(?: of)?(?: the)? (?:system|user|initial) (?:prompt|message)\b",
            r"^[ \t]*[-=*#~]{2,}[ \t]*end of (?:the )?(?:prompt|instructions?|item|input|data|review)\b",
            r"\bsystem (?:override|instruction|prompt)\s*:",
            r"\{\s*\"label\"\s*:\s*\"[^\"\n]{1,60}\"\s*(?:,\s*\"confidence\"\s*:\s*[\d.\"]{1,8}\s*)?\}",
            r"<</?SYS>>|\[/?INST\]|<(?:start|end)_of_turn>",
            r"^[ \t]*#{2,}[ \t]*(?:system|instructions?|assistant|response|new instructions?)\s*:",
            r"^[ \t]*\[?(?:system|system prompt|system message)\]?[ \t]*:\s{0,3}"
            r"(?:you|your|ignore|disregard|answer|always|the assistant)\b",
        ),
    ),
)
# In letters alone, however they were set apart or replaced.
_SQUEEZED = re.compile(
    r"(?:ignore|disregard|forget|override|bypass)(?:all|any|the|of|your|my|these){0,4}"
    r"(?:previous|prior|above|earlier|preceding|system|original){1,2}(?:instructions?|prompts?|directives|guidelines|rules)"
)
_TAG = re.compile(
    r"<\s*(?P<end>[/\\]+)?\s*(?P<name>item|items|text|data|document|input|user|system|prompt|instructions?|context|query)"
    r"(?:\s[^<>]{0,80})?\s*>",
    re.IGNORECASE,
)
# Characters that spell letters nobody sees; after a black flag they are part of an emoji. So can marks that choose how
# the character before them looks, of which one is enough, and long rows of characters without any width.
_HIDDEN = re.compile(
    "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]{3,}|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{4,}"
    "|[\u200b-\u200d\u2060-\u2064\ufeff]{8,}"
)
