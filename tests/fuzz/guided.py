"""The same readers under atheris, which looks for input that reaches code nothing has reached before.

It is installed by `make fuzz` only: there is none for Windows, and no test needs it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.trying import Tried, say

MOST_MEMORY = 2_048  # megabytes
LONGEST = 20_000  # bytes of an input; a longer good one is given whole
HANGS = 60  # seconds by the clock, which go by on a busy machine; `read` counts those of work


def available() -> bool:
    try:
        import atheris  # type: ignore[import-not-found]  # noqa: F401
    except ImportError:
        return False
    return True


def guided(name: str, count: int, number: int) -> Tried:
    """The reader of this name on so many inputs, in a process of its own: what goes wrong ends that."""
    command = [sys.executable, "-m", "tests.fuzz.guided", name, str(count), str(number)]
    ended = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    done = re.search(r"Done (\d+) runs", ended.stderr)
    told = ended.stderr[-4_000:] + ended.stdout[-4_000:]  # libFuzzer's words, and Python's traceback
    failure = "" if done and ended.returncode == 0 else told or f"ended with {ended.returncode}"
    cases = int(done[1]) if done else 0
    say(f"{name}, guided: {cases:,} cases")
    return Tried(name, cases, None, failure)


def main(name: str, count: int, number: int) -> None:
    """Ends the process, as libFuzzer does."""
    import atheris

    with atheris.instrument_imports(include=["annotator"]):
        from tests.fuzz.targets import every
        from tests.fuzz.trying import read
    folder = Path(tempfile.mkdtemp(prefix="annotator-fuzz-"))
    corpus = folder / "corpus"
    corpus.mkdir()
    target = next(each for each in every(folder) if each.name == name)
    for position, content in enumerate(target.seeds):
        (corpus / f"seed{position}").write_bytes(content)
    words = folder / "words"
    words.write_text("".join(f'"{_quoted(token)}"\n' for token in target.tokens if token), encoding="ascii")
    (folder / "work").mkdir()
    work = target.make(folder / "work")

    def one(content: bytes) -> None:
        read(work, content)

    limits = [f"-runs={count}", f"-seed={number + 1}", f"-timeout={HANGS}", f"-rss_limit_mb={MOST_MEMORY}"]
    longest = max(LONGEST, *map(len, target.seeds))
    artifacts = f"-artifact_prefix={folder}/"
    atheris.Setup([sys.argv[0], *limits, f"-max_len={longest}", f"-dict={words}", artifacts, str(corpus)], one)
    atheris.Fuzz()


def _quoted(token: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
