"""The permitted labels as short texts name them: exactly, with ornament around them, or misspelt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.llm.harmless import crossed, turned_round
from annotator.llm.near_misses import NEGATING, near_miss
from annotator.llm.parsed import ALIKE, NONE_NAMED, NOT_PLAIN, Parsed
from annotator.llm.reply_text import split_share
from annotator.llm.spelling import normal, trimmed
from annotator.texts import english


class LabelNames:
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
        """The label that a short text was meant to be, where nothing else can be meant."""
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


_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[.):]|[-*•·>]|#{1,6})\s+(?=\S)")
_LETTERED = re.compile(r"^\(?[a-z][.):][ \t]*(?=\S)")
_FILLER = re.compile(r"^(?:(?:the|a|an|it is|it's|this is|label|answer|is|option)\s+)+")
_TRAILING = re.compile(r"\s+(?:label|sentiment|category|class)$")
