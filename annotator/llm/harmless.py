"""Tells words and signs that leave a label the answer from those that take something back.

What models say to deny, hedge or only mention a label has no end and comes in every language, so a short answer counts
only if all around its label is known to do no harm.
"""

from __future__ import annotations

import re
import unicodedata

from annotator.llm.near_misses import NEGATING


def introduces(around: str) -> bool:
    """Whether the text around a label, in normal form, does no more than to introduce it or to be sure of it."""
    left = _UNSPACED.sub(" ", around)
    return all(word in HARMLESS or word.isnumeric() for word in words(left)) and not _FOREIGN.search(left)


def contrasts(around: str) -> bool:
    """The same where several labels stand in the text, of which all but one may be denied."""
    return introduces(_CONTRAST.sub(" ", around))


def counts(around: str) -> bool:
    """The same around a label that is a number or an everyday word: beside it fewer words are harmless."""
    return all(word in _BESIDE_NUMBERS for word in words(around))


def words(text: str) -> list[str]:
    """Words in any script; a vowel sign belongs to its word."""
    kept = (char if char == "'" or unicodedata.category(char)[0] in "LNM" else " " for char in text)
    return [word for piece in "".join(kept).split() if (word := piece.strip("'"))]


def crossed(text: str) -> bool:
    """Whether a sign in the text says no to it."""
    return _CROSS.search(text) is not None


def turned_round(before: str, after: str, *, number: bool) -> bool:
    """Whether a sign beside a label makes another thing of it: "!spam", "≠ spam", or "-1" and "4+" of a number."""
    if _NOT_SIGN.search(before) is not None:
        return True
    return number and (_BEFORE_NUMBER.search(before) is not None or _AFTER_NUMBER.match(after) is not None)


_CROSS = re.compile(r"[❌✗✘✖❎🚫⛔👎✕⊘]")
_NOT_SIGN = re.compile(r"(?:[!~^]|(?:[¬≠≉]|/=|<>|!=) ?)[\"'“`(*]*$")
_BEFORE_NUMBER = re.compile(r"[-−–+±~≈<>≤≥$€£¥₹/^]$|[±≈≤≥$€£¥₹] ?$|(?:^|\s)[<>] ?$")
_AFTER_NUMBER = re.compile(r"^[-−–+±%‰°/^](?!\w*>)| ?[€£¥₹$%‰]")
_CONTRAST = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(NEGATING))}|isn't|isnt|false|wrong|but|instead|sondern|aber|mais|sino|pero|ma|а|но|"
    r"mas|maar|men)(?![^\W_])|而不是|而是|并非|並非|不是|不属于|不屬於|而|非|不|ではなく|ではない|ではありません"
)

_ENGLISH = (
    "i i'm i'd i'll we me my you it it's its is are was be been "
    "being as at of on in to for with and or the a an this  "
    "that that's these those here there's so hence thus therefore then since because overall all on "
    "say think believe choose chose pick select answer answered label labelled labeled labeling assign give "
    "rate rated classify classified classification categorize categorise categorized categorised category class "
    "sentiment emotion tone topic type kind sort intent stance polarity result output verdict prediction response "
    "conclusion choice option rating score decision final best correct right most likely probably very quite rather "
    "mostly mainly somewhat slightly fairly pretty clearly definitely certainly obviously evidently strongly surely "
    "undoubtedly absolutely indeed simply just more would will should must "
    "written than n seems seem appears appear looks sounds  "
    "there am based after careful reading analysis expressed "
    "feels considered deemed marked tagged tag called falls "
    "fall under into belongs expresses conveys shows indicates  "
    "text item message review comment tweet post sentence email e mail sms document article news story passage "
    "statement question content feedback headline title input example sample "
    "data author reviewer user one sure ok okay  "
    "yes certain confident confidence thanks thank you welcome hope helps return print assistant json value name key"
)
_OTHERS = (
    # German, Dutch, Scandinavian
    "das dies diese dieser dieses ist der die den dem ein eine einen einer es sie text bewertung nachricht kommentar "
    "satz antwort kategorie klasse label lautet klar eindeutig also daher "
    "meine ich würde sagen wähle gehört zu als sehr  "
    "eher dit deze is het een de bericht recensie antwoord det er är den en et detta dette svar svaret anmeldelse "
    # French, Spanish, Portuguese, Italian, Catalan, Romanian
    "c'est ce cet cette est le la les un une texte avis commentaire message réponse étiquette catégorie donc très "
    "plutôt es este esta esto el los una uno texto reseña comentario mensaje respuesta etiqueta categoría clase muy "
    "é o os um uma mensagem comentário resposta categoria muito è il lo questo questa testo messaggio recensione "
    "commento risposta etichetta molto esta és este textul mesajul răspunsul sentimiento sentimento sentimiento "
    # Slavic
    "это этот эта текст сообщение отзыв комментарий ответ метка класс категория является относится к как очень "
    "скорее це цей текст відгук to jest ten ta tekst opinia wiadomość komentarz odpowiedź je tento text zpráva "
    # Turkish, Indonesian, Vietnamese, Hungarian, Finnish, Greek
    "bu bir metin yorum mesaj cevap etiket duygu çok ini adalah "
    "itu teks ulasan pesan jawaban jawabannya đây là văn bản  "
    "này ez egy a az szöveg tämä on se teksti αυτό είναι το η ο κείμενο απάντηση "
    # Arabic, Persian, Hebrew, Hindi, Korean
    "هذا هذه النص هو هي الرسالة التعليق المراجعة إنه إنها التصنيف تصنيف الجواب الإجابة التسمية الشعور جدا "
    "این متن است پیام نظر پاسخ برچسب זה הטקסט הוא היא התשובה ההודעה "
    "यह इस है का की के उत्तर लेबल टिप्पणी संदेश समीक्षा भावना पाठ वाक्य एक हैं "
    "이 이것은 글은 리뷰는 문장은 메시지는 답은 답 정답은 정답 라벨은 라벨 감정은 입니다 이다 예요 이에요"
)
HARMLESS = frozenset(f"{_ENGLISH} {_OTHERS}".split())
_NUMBERS = (
    "i it is it's this that the a an as answer label rating score star stars point points rated rate give "
    "gets final  option category class grade level my text review item message deserves worth  das ist "
    "die der antwort es est le la réponse это ответ и sterne étoiles estrellas "
)
_BESIDE_NUMBERS = frozenset(_NUMBERS.split())
# In scripts without spaces: phrases that only introduce a label, the longest first.
_PHRASES = (
    "这条 這條 这篇 這篇 这封 這封 这个 這個 这是 這是 这 這 该 該 此 本 条 條 "
    "篇 封 个 個 文本 文字 文章 评论 評論 邮件 郵件 消息 信息 短信 句子 内容 內容 句  "
    "属于 屬於 应该 應該 应当 應當 应 應 是 为 為 标签 標籤 标记 標記 标注 "
    "標註 分类 分類 类别 類別 类型 類型 情感 情绪 情緒 倾向 傾向 答案 回答 结果 結果  "
    "最终 最終 因此 所以 的 了 我 认为 認為 选择 選擇 判断 判斷 非常 很 明显 明顯 可以 被 归 歸 类 類 "
    "この これ それ レビュー メッセージ コメント テキスト 文章 文 感情 ラベル 答え 分類 "
    "は が の と です だ である します 思います 判断 判定 ます ました  "
    "ข้อความ นี้ คำตอบ คือ เป็น ป้ายกำกับ รีวิว ครับ ค่ะ จัด อยู่ใน ประเภท"
)
_UNSPACED = re.compile("|".join(re.escape(phrase) for phrase in sorted(set(_PHRASES.split()), key=len, reverse=True)))
_FOREIGN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
