"""A package from a stranger can do no harm: it is read row by row, and refused in one sentence."""

from __future__ import annotations

import contextlib
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import FileProblem, UserError
from annotator.formats import package_file, package_rows, sealing

UID = "0199d3c0-0000-7000-8000-00000000000{}"
MANIFEST = {
    "kind": "return",
    "project": UID.format(1),
    "project_name": "Shop",
    "package": UID.format(2),
    "annotator": "Ann",
    "copy": UID.format(3),
    "base": 5,
    "made": "2026-11-22T10:00:00.000+00:00",
}
ANSWER: dict[str, Any] = {
    "status": "label",
    "label": UID.format(4),
    "comment": "ü",
    "flagged": False,
    "exposure": "blind",
    "suggested": None,
    "seconds": 1.5,
    "version": 1,
    "at": "2026-11-22T10:00:00.000+00:00",
}
DRAFT: dict[str, Any] = {"status": "draft", "comment": "ü", "flagged": True}
OPERATION: dict[str, Any] = {
    "op": UID.format(5),
    "n": 6,
    "question": UID.format(6),
    "item": UID.format(7),
    "hash": "0" * 32,
    "action": "do",
    "answer": ANSWER,
    "at": "2026-11-22T10:00:00.000+00:00",
}


def written(path: Path, *operations: dict[str, Any], passphrase: str = "") -> Path:
    package_file.write(path, MANIFEST, {"operations": operations or [OPERATION]}, passphrase)
    return path


def read(path: Path, passphrase: str = "") -> list[dict[str, Any]]:
    with package_file.opened(path, passphrase) as contents:
        return list(contents.rows("operations"))


def zipped(path: Path, members: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packed) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def manifest(**changed: object) -> bytes:
    return json.dumps({**MANIFEST, "format": 1, "counts": {"operations": 1}, **changed}).encode()


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_what_is_written_is_read_and_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    a, b = written(tmp_path / "a"), written(tmp_path / "b")
    assert read(a) == [OPERATION]
    assert a.read_bytes() == b.read_bytes()


def test_drafts_are_read_again_and_only_they_need_a_newer_annotator(tmp_path: Path) -> None:
    said = OPERATION | {"answer": ANSWER | {"comment": '"status":"draft"'}}
    answers = written(tmp_path / "a", said, OPERATION | {"answer": None})
    drafts = written(tmp_path / "b", OPERATION | {"answer": DRAFT}, OPERATION | {"answer": DRAFT, "action": "undo"})
    assert [row["answer"] for row in read(answers)] == [said["answer"], None]
    assert [row["answer"] for row in read(drafts)] == [DRAFT, DRAFT]
    for path, expected in ((answers, 1), (drafts, 2)):
        with package_file.opened(path) as contents:
            assert contents.manifest["format"] == expected


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    path = written(tmp_path / "a")
    before = path.read_bytes()
    with pytest.raises(UserError, match="characters"):
        written(path, OPERATION | {"answer": ANSWER | {"comment": "x" * 2_000_001}})
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    "changed",
    [
        {"op": "1; drop table item"},
        {"op": 5},
        {"n": 0},
        {"n": True},
        {"n": 1.5},
        {"n": 2**60},
        {"action": "delete"},
        {"hash": "zz"},
        {"answer": "good"},
        {"answer": ANSWER | {"label": None}},
        {"answer": ANSWER | {"status": "invalid"}},
        {"answer": ANSWER | {"seconds": -1}},
        {"answer": ANSWER | {"comment": "\ud800"}},
        {"answer": ANSWER | {"more": 1}},
        {"answer": DRAFT | {"more": 1}},
        {"answer": DRAFT | {"flagged": 1}},
        {"answer": DRAFT | {"comment": "\ud800"}},
        {"answer": ANSWER | {"status": "draft"}},
        {"answer": {"status": "draft"}},
        {"answer": DRAFT, "action": "redo"},
        {"answer": ANSWER | {"at": "2026-13-01T00:00:00+00:00"}},
        {"at": "yesterday"},
        {"more": 1},
    ],
)
def test_a_row_that_is_not_as_it_should_be_is_refused(tmp_path: Path, changed: dict[str, Any]) -> None:
    path = zipped(tmp_path / "a", {"manifest.json": manifest(), "operations.jsonl": lines(OPERATION | changed)})
    with pytest.raises(FileProblem, match="damaged, or no package"):
        read(path)


@pytest.mark.parametrize(
    "line", [b"{", b"[" * 100_000, b"NaN", b"1" * 10_000, b"\xff\xfe", b'{"a":' * 2_000, b"null", b"", b"[]"]
)
def test_a_line_that_is_no_row_is_refused(tmp_path: Path, line: bytes) -> None:
    path = zipped(tmp_path / "a", {"manifest.json": manifest(), "operations.jsonl": line + b"\n"})
    with pytest.raises(FileProblem, match="damaged, or no package"):
        read(path)


def test_rows_that_are_missing_are_noticed(tmp_path: Path) -> None:
    found = {"manifest.json": manifest(counts={"operations": 2}), "operations.jsonl": lines(OPERATION)}
    with pytest.raises(FileProblem, match="damaged"):
        read(zipped(tmp_path / "a", found))


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "C:\\evil", "operations.jsonl/../x", "notes.txt"])
def test_other_members_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem, match="damaged"):
        read(zipped(tmp_path / "a", {"manifest.json": manifest(), name: b"x"}))


def test_a_zip_bomb_ends_in_one_sentence(tmp_path: Path) -> None:
    bomb = {"manifest.json": manifest(), "operations.jsonl": b" " * (64 << 20)}
    with pytest.raises(FileProblem, match="holds more than a package may"):
        read(zipped(tmp_path / "a", bomb))


def test_a_line_without_end_is_refused_before_it_is_in_memory(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a", {"manifest.json": manifest(), "operations.jsonl": b"x" * (9 << 20)}, zipfile.ZIP_STORED
    )
    with pytest.raises(FileProblem, match="holds more than a package may"):
        read(path)


def test_a_long_list_of_members_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a", {f"m{n}": b"" for n in range(5_000)} | {"manifest.json": manifest()})
    with pytest.raises(FileProblem, match="damaged"):
        read(path)
    content = bytearray(path.read_bytes())
    content[-14:-10] = struct.pack("<HH", 1, 1)  # says that there is one
    path.write_bytes(content)
    with pytest.raises(FileProblem, match="damaged"):
        read(path)


def test_a_member_that_comes_twice_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a", "w") as archive:
        archive.writestr("manifest.json", manifest())
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("manifest.json", manifest(annotator="Eve"))
    with pytest.raises(FileProblem, match="damaged"):
        read(tmp_path / "a")


def test_a_newer_format_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="newer Annotator"):
        read(zipped(tmp_path / "a", {"manifest.json": manifest(format=package_rows.FORMAT + 1)}))


def test_a_sealed_file_opens_with_its_passphrase_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "COST", 2)  # as it is, a dozen passphrases would take seconds
    path = written(tmp_path / "a", passphrase="Zürich")
    assert read(path, "Zürich") == [OPERATION]
    assert written(tmp_path / "b", passphrase="Zürich").read_bytes() != path.read_bytes()
    with pytest.raises(package_file.PassphraseNeeded):
        read(path)
    with pytest.raises(package_file.WrongPassphrase):
        read(path, "Zurich")
    whole = path.read_bytes()
    for changed in (
        whole[:-1],
        whole[:40],
        whole[:-20],
        whole + b"x",
        whole[:30] + bytes([whole[30] ^ 1]) + whole[31:],
    ):
        path.write_bytes(changed)
        with pytest.raises(package_file.WrongPassphrase):
            read(path, "Zürich")


@pytest.mark.parametrize("typed", ["zur\u00fcck", "zuru\u0308ck"])
def test_a_passphrase_is_the_same_however_a_keyboard_puts_its_accents(
    monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr(sealing, "COST", 2**4)
    for other in ("zur\u00fcck", "zuru\u0308ck"):
        assert sealing.unseal(sealing.seal(b"content", typed), other, "a file") == b"content"
    with pytest.raises(sealing.WrongPassphrase):
        sealing.unseal(sealing.seal(b"content", typed), "zuruck", "a file")


def test_no_chunk_of_a_sealed_file_can_be_left_out_or_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "CHUNK", 10)
    monkeypatch.setattr(sealing, "COST", 2)
    sealed = sealing.seal(bytes(range(30)), "p")
    assert sealing.unseal(sealed, "p", "f") == bytes(range(30))
    head, size = sealed[:-78], 26
    chunks = [sealed[-78:][n : n + size] for n in range(0, 78, size)]
    for order in ([0, 1], [1, 0, 2], [0, 0, 2], [0, 2], []):
        with pytest.raises(package_file.WrongPassphrase):
            sealing.unseal(head + b"".join(chunks[n] for n in order), "p", "f")


@given(st.binary(max_size=2_000), st.integers(0, 3), st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused_in_one_sentence(
    tmp_path: Path, noise: bytes, how: int, data: st.DataObject
) -> None:
    good = tmp_path / "good"
    whole = bytearray((good if good.exists() else written(good)).read_bytes())
    if how == 0:
        whole = bytearray(noise)
    elif how == 1:
        whole = whole[: data.draw(st.integers(0, len(whole)))]
    else:
        for _ in range(data.draw(st.integers(1, 8))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "changed"
    path.write_bytes(whole)
    found = []
    with contextlib.suppress(UserError):
        found = read(path)
    assert all(package_rows.MEMBERS["operations"](row) for row in found)


def test_the_manifest_of_a_stranger_is_checked_too(tmp_path: Path) -> None:
    for changed in ({"kind": "other"}, {"base": -1}, {"counts": {"evil": 1}}, {"copy": "../.."}, {"more": 1}):
        with pytest.raises(FileProblem, match="damaged"):
            read(zipped(tmp_path / "a", {"manifest.json": manifest(**changed), "operations.jsonl": lines(OPERATION)}))
