"""Recognises numbers that belong to somebody: payment cards, bank accounts, telephones."""

from __future__ import annotations

import re
import unicodedata

# What stands between groups of digits: blanks of all widths, and hyphens, as the inside of a character class.
_GAPS = " \u00a0\u2007\u2009\u202f‐‑–-"
GAPS = re.escape(_GAPS)
# Letters of scripts without spaces between words: what stands beside a number in these is no part of it.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def is_card(written: str) -> bool:
    """Whether the digits are a card number by length, issuer and check digit (Luhn, ISO/IEC 7812)."""
    digits = [int(char) for char in written if char.isdigit()]
    if not 13 <= len(digits) <= 19 or digits[0] not in (2, 3, 4, 5, 6):
        return False
    doubled = [2 * d - 9 * (d > 4) for d in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def iban_at(text: str, start: int) -> int | None:
    """Where the bank account number that starts here ends, by its country's length and check digits (ISO 13616)."""
    length = _IBAN_LENGTHS.get(text[start : start + 2].upper())
    if length is None:
        return None
    read, place = "", start
    while len(read) < length and place < len(text):
        char = text[place]
        if char.isascii() and char.isalnum():
            read += char.upper()
        elif char not in _GAPS or text[place - 1] in _GAPS:
            return None
        place += 1
    follows = text[place : place + 1]
    if len(read) < length or (follows.isalnum() and not UNSPACED.match(follows)) or follows == "_":
        return None
    number = "".join(str(int(char, 36)) for char in read[4:] + read[:4])
    return place if int(number) % 97 == 1 else None


def is_phone(written: str) -> bool:
    """Whether the digits look like a telephone number and not like a date, an amount or an address of a computer.

    Written internationally (+49 or 0049), with a leading 0 as within many countries, or as in North
    America, or as mobile numbers in China and India.
    """
    written = re.sub(f"[{GAPS}]", lambda gap: "-" if gap[0] in "-‐‑–" else " ", written)
    digits = "".join(str(unicodedata.digit(char)) for char in written if char.isdigit())
    if _DATE.fullmatch(written) or _COMPUTER.fullmatch(written):
        return False
    if written.lstrip("(").startswith(("+", "00")):
        return 8 <= len(digits) <= 15
    if digits.startswith("0"):
        return 9 <= len(digits) <= 13
    return _NORTH_AMERICAN.fullmatch(written) is not None or _ELSEWHERE.fullmatch(written) is not None


_DATE = re.compile(r"\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}(?: \d{1,2})?")
_COMPUTER = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_NORTH_AMERICAN = re.compile(r"(?:1[ .-]?)?(?:\([2-9]\d{2}\)[ ]?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}")
# Mobile numbers as they are written within China and India.
_ELSEWHERE = re.compile(r"1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4}|[6-9]\d{4}[ -]\d{5}")
# Letters and digits in all, by country (SWIFT's registry of IBANs).
_LENGTHS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 "
    "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 "
    "LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 "
    "QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 "
)
_IBAN_LENGTHS = {code: int(length) for code, length in re.findall(r"(\w\w)(\d\d)", _LENGTHS)}
