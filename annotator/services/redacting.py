"""What is taken out of texts before they are sent: chosen, shown on an item, and counted over a sample.

An agent's raw replies are kept as they came, with placeholders, so that the file says what the model really wrote; they
are restored where people read them. Items are never changed, and neither is what is exported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from annotator.domain.redaction import Private, Redaction
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.formats import text_file
from annotator.llm.agent_parts import LONGEST_NAME, MOST_NAMES
from annotator.services import estimating
from annotator.services.examples import rendered
from annotator.services.restoring import taken_out
from annotator.services.selecting import Selection, everything
from annotator.storage import items
from annotator.storage.database import Db
from annotator.texts import english, figure, say, spoken

KINDS = {"email": Private.EMAIL, "phone": Private.PHONE, "card": Private.CARD, "iban": Private.IBAN}
EVERYTHING = everything()
_NOUNS = {
    Private.EMAIL: english("e-mail addresses"),
    Private.PHONE: english("phone numbers"),
    Private.CARD: english("card numbers"),
    Private.IBAN: english("IBANs"),
    Private.NAME: english("names"),
}


class Shown(NamedTuple):
    """An item as it is stored and as a model would see it. mapping: what each placeholder stands for."""

    item: str
    stored: str
    sent: str
    mapping: dict[str, str]


@dataclass(frozen=True)
class Found:
    """What would be taken out of `items` items: how often each kind; the same value in one item counts once."""

    items: int
    counts: dict[Private, int]

    @property
    def sentence(self) -> str:
        """For people."""
        parts = [_number_of(kind, number) for kind, number in self.counts.items() if number]
        found = _listed(parts) if parts else say("nothing")
        return say(
            "In {sampled_items}: {found} to take out.", sampled_items=counted(self.items, "sampled item"), found=found
        )


def chosen(kinds: Iterable[str] = (), names: Iterable[str] = ()) -> Redaction:
    """From keys of KINDS and from names. Raises UserError for a kind that is not known, and names that cannot be."""
    wanted = {kind.strip().casefold() for kind in kinds} - {""}
    if unknown := sorted(wanted - set(KINDS)):
        raise UserError(
            say("“{unknown}” is nothing that can be taken out.", unknown=unknown[0][:60]),
            hint=say("Choose of {kinds}.", kinds=", ".join(KINDS)),
        )
    listed = tuple(dict.fromkeys(name for each in names if (name := " ".join(each.split()))))
    if len(listed) > MOST_NAMES:
        raise UserError(
            say("{listed} names are too many.", listed=figure(len(listed))),
            hint=say("Give at most {most_names}.", most_names=figure(MOST_NAMES)),
        )
    if long := next((name for name in listed if len(name) > LONGEST_NAME), ""):
        raise UserError(
            say("“{long}…” is no name.", long=long[:40]),
            hint=say("One has at most {longest_name} characters.", longest_name=LONGEST_NAME),
        )
    return Redaction(tuple(kind for key, kind in KINDS.items() if key in wanted), listed)


def names_in(path: Path) -> list[str]:
    """The names in a text file, one in a line; empty lines are left out. Raises FileProblem."""
    head = text_file.sample(path)
    text_file.refuse_binary(path, head)
    if path.stat().st_size > text_file.SAMPLE:
        raise UserError(
            say("“{file}” is too long for a list of names.", file=path.name),
            hint=say("Choose a file with one name in a line."),
        )
    try:
        text = head.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            say("“{file}” is not in UTF-8.", file=path.name), hint=say("Save it as UTF-8, one name in a line.")
        ) from None
    return [name for line in text.splitlines() if (name := line.strip())]


def preview(db: Db, redaction: Redaction, item_id: int) -> Shown:
    """The item as it is stored and as a model would see it."""
    item = items.get(db, item_id)
    stored = rendered(item)
    sent = taken_out(item, redaction)
    return Shown(item.external_id, stored, sent.texts[0], sent.mapping)


def found(db: Db, redaction: Redaction, selection: Selection = EVERYTHING) -> Found:
    """What would be taken out of at most 200 of the items; the same ones as long as nothing changes."""
    sample = items.page(db, estimating.sampled(db, selection, 0))
    counts: Counter[Private] = Counter()
    for item in sample:
        counts.update(_kind(placeholder) for placeholder in taken_out(item, redaction).mapping)
    return Found(len(sample), {kind: counts[kind] for kind in Private})


def described(redaction: Redaction) -> str:
    """In words: "e-mail addresses, IBANs and 3 names"; "" for nothing."""
    parts: Sequence[str] = [spoken(_NOUNS[kind]) for kind in redaction.kinds]
    parts = [*parts, *([counted(len(redaction.names), "name")] if redaction.names else [])]
    return _listed(parts) if parts else ""


def _listed(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return say("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])


def _number_of(kind: Private, number: int) -> str:
    return {
        Private.EMAIL: counted(number, "e-mail address", "e-mail addresses"),
        Private.PHONE: counted(number, "phone number"),
        Private.CARD: counted(number, "card number"),
        Private.IBAN: counted(number, "IBAN"),
        Private.NAME: counted(number, "name"),
    }[kind]


def _kind(placeholder: str) -> Private:
    return Private(placeholder[1:].partition(" ")[0])
