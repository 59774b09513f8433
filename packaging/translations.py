"""`make translations`: brings the catalogs up to date with the sources; also gives tables to translators.

translations.py update                      new texts into the .ts files, gone ones out of them; then the .qm files
translations.py export LANGUAGE FILE [--all]   a JSON table of what is not translated yet (or of everything)
translations.py import LANGUAGE FILE           a filled table back into the .ts file; says what is wrong with it
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import catalogs
import extraction
from catalogs import FORMS
from extraction import Message

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
STORED = FOLDER / "stored.json"


def main(arguments: list[str]) -> int:
    known = messages()
    match arguments:
        case ["update"]:
            return _update(known)
        case ["export", language, file, *rest] if language in FORMS:
            rows = catalogs.table(known, language, catalogs.read(ts(language)), everything="--all" in rest)
            catalogs.save_rows(Path(file), rows)
            return _say(f"{len(rows)} of {len(known)} texts in {file}")
        case ["import", language, file] if language in FORMS:
            return _import(known, language, Path(file))
    sys.stderr.write(f"{__doc__}\n")
    return 2


def messages() -> dict[tuple[str, str], Message]:
    """Every text for people in the sources."""
    prompts = extraction.of_prompts(ROOT / "resources" / "prompts")
    report = extraction.of_template(ROOT / "resources" / "report" / "report.html.j2")
    return dict(sorted((prompts | report | extraction.of_folder(ROOT / "annotator")).items()))


def ts(language: str) -> Path:
    return FOLDER / f"annotator_{language}.ts"


def stored_text(known: dict[tuple[str, str], Message]) -> str:
    """stored.json: the texts that are stored in English and translated when they are shown."""
    stored = [message.source for message in known.values() if message.stored]
    return json.dumps(stored, ensure_ascii=False, indent=0) + "\n"


def _update(known: dict[tuple[str, str], Message]) -> int:
    FOLDER.mkdir(exist_ok=True)
    for language in FORMS:
        catalog = catalogs.read(ts(language))
        catalogs.write(ts(language), language, known, catalog)
        _compile(language)
        _say(f"{language}: {len(known)} texts, {len(catalogs.missing(known, language, catalog))} not translated yet")
    STORED.write_text(stored_text(known), encoding="utf-8")
    return 0


def _import(known: dict[tuple[str, str], Message], language: str, file: Path) -> int:
    given = catalogs.filled(catalogs.load_rows(file))
    wrong = catalogs.faults(known, language, given)
    unknown = [source for source, comment in given if (source, comment) not in known]
    for line in [*wrong, *(f"no text of the sources: {source!r}" for source in unknown)]:
        sys.stderr.write(f"{line}\n")
    if wrong:
        return 1
    catalogs.write(ts(language), language, known, catalogs.read(ts(language)) | given)
    _compile(language)
    return _say(f"{len(given) - len(unknown)} translations taken")


def _compile(language: str) -> None:
    import PySide6

    program = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    target = ts(language).with_suffix(".qm")
    subprocess.run([program, "-silent", "-nounfinished", ts(language), "-qm", target], check=True)


def _say(sentence: str) -> int:
    sys.stdout.write(f"{sentence}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
