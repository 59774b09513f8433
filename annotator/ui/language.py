"""The language of the window: the person's choice, or the system's where there is a catalog for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from annotator import paths, texts
from annotator.texts import Language

if TYPE_CHECKING:
    import datetime

SYSTEM = "system"
NAMES = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}  # in themselves, so that everybody finds their own
_SPEAKS = {"en": "en", "de": "de", "zh": "zh_CN"}  # by the first part of a system's name for a language
_TRADITIONAL = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")


class Catalog(QTranslator):
    """Our texts in one language. A text is looked up by itself, wherever in the window it stands."""

    CONTEXT = "Annotator"

    def __init__(self, language: str) -> None:
        super().__init__()
        self.load(str(paths.resource("translations", f"annotator_{language}.qm")))

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """None where it is not known: Qt asks the next translator then, as it would not after ""."""
        return self.text(source, n, disambiguation) or _UNKNOWN

    def text(self, source: str, n: int = -1, disambiguation: str | None = None) -> str:
        """ "" where it is not known."""
        return super().translate(self.CONTEXT, source, disambiguation or "", n) or ""


_UNKNOWN: Any = None


def chosen(setting: str) -> str:
    """One of NAMES, for a setting that is one of them, or "system"."""
    return setting if setting in NAMES else of_system(QLocale.system().uiLanguages())


def names() -> dict[str, str]:
    """What a person can choose, by what the settings keep: the system's language, then each one."""
    return {SYSTEM: QCoreApplication.translate("CommandPalette", "Language of the system"), **NAMES}


def known(setting: str) -> str:
    """The choice that is in force: a language that is not spoken any more is as none."""
    return setting if setting in NAMES else SYSTEM


def install(setting: str) -> None:
    """Let everything that is made from now on speak the language of the setting, and write its numbers."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("a language is installed in an application")
    language = chosen(setting)
    uninstall()
    locale = QLocale(language)
    QLocale.setDefault(locale)
    if language == "en":
        return
    ours = Catalog(language)
    _install(application, _of_qt(language))  # first, since the one installed last is asked first
    _install(application, ours)
    speak(ours, locale)


def speak(catalog: Catalog, locale: QLocale) -> None:
    """Let the sentences from below the window come from a catalog."""
    from PySide6.QtCore import QDateTime  # not made for an English window

    def moment(at: datetime.datetime) -> str:
        return locale.toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale.FormatType.ShortFormat)

    separators = locale.groupSeparator(), locale.decimalPoint()
    texts.speak(Language(catalog.text, *separators, _stored(), locale.bcp47Name(), moment))


def uninstall() -> None:
    """English again; also before the application goes, which must not ask a translator of Python any more."""
    application = QCoreApplication.instance()
    while _installed:
        translator = _installed.pop()
        if application is not None:
            application.removeTranslator(translator)
    texts.speak(None)


_installed: list[QTranslator] = []


def _install(application: QCoreApplication, translator: QTranslator) -> None:
    application.installTranslator(translator)
    _installed.append(translator)


def of_system(languages: list[str]) -> str:
    """The first of the system's languages that the window speaks; English where it speaks none."""
    speaks = dict(_SPEAKS)
    for name in (each.replace("_", "-") for each in languages):
        if name.startswith(_TRADITIONAL):
            speaks.pop("zh", None)  # a plain "zh" follows it, and is not meant
        elif language := speaks.get(name.partition("-")[0]):
            return language
    return "en"


def _of_qt(language: str) -> QTranslator:
    """What Qt itself says, as on the buttons of its dialogs."""
    from PySide6.QtCore import QLibraryInfo

    translator = QTranslator()
    translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


@cache
def _stored() -> list[str]:
    import json

    found: list[str] = json.loads(paths.resource("translations", "stored.json").read_text(encoding="utf-8"))
    return found
