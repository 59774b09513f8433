"""`self-check`, hidden: whether a built application is whole. Uses one of everything that packing can lose."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click

from annotator.paths import resource
from annotator.services import known_models, sample

METHODS = ("auto", "crowd-kit/DawidSkene", "crowd-kit/MMSR")
MODELS = (*known_models.HOSTED, "ollama/any", "azure/any", "openrouter/any/any", "bedrock/anthropic.claude-v2")
_SECONDS = 30.0
_PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")


@click.command("self-check", hidden=True)
def self_check() -> None:
    """Prints a line for every part that works; ends with an error at the first that does not."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, sample.FILE_NAME)
        for name, check in _CHECKS.items():
            click.echo(f"{name}: {check(project)}")


def _version(project: Path) -> str:
    return importlib.metadata.version("annotator")


def _resources(project: Path) -> str:
    prompts = [file.name for file in resource("prompts").iterdir() if file.name.endswith(".toml")]
    _need(prompts, "the prompts are missing")
    return f"{len(prompts)} prompts"


def _guide(project: Path) -> str:
    from annotator.ui import guide

    pages = guide.pages()
    own = [page for name, page in pages.items() if name.startswith(guide.FOLDER)]
    pictures = [f"{guide.FOLDER}{name}" for page in own for name in _PICTURE.findall(page.text)]
    for picture in pictures:
        _need(guide.picture(picture), f"the guide's picture {picture} is missing")
    return f"{len(pages)} pages, {len(pictures)} pictures"


def _languages(project: Path) -> str:
    """Our words and Qt's in every language of the window."""
    from annotator import app
    from annotator.ui import language

    application = app.application()
    said = []
    for name in language.NAMES:
        language.install(name)
        said += [application.translate("start", "Cancel"), application.translate("QPlatformTheme", "Retry")]
    language.uninstall()
    _need(len(set(said)) == len(said), f"a catalog is missing: {said}")
    return ", ".join(said)


def _project(project: Path) -> str:
    return "made" if sample.open_sample(project).fresh else "there already"


def _merging(project: Path) -> str:
    from annotator.services import apart, merging, project_file

    with contextlib.closing(project_file.open_project(project)) as db:
        found = [merging.merge_and_store(db, method).method for method in METHODS]
        asked = {"do": "merge", "method": METHODS[0]}  # as for a large project, in a process of its own
        _need(apart.unpacked(apart.done(db, asked)).header["method"] == found[0], "merging apart does not work")
    return ", ".join(found)


def _similar(project: Path) -> str:
    from annotator.services import project_file, similar

    with contextlib.closing(project_file.open_project(project)) as db:
        found = similar.to(db, 1)
    return f"{len(found.found)} of {found.among}"


def _packages(project: Path) -> str:
    """Work goes out under a passphrase, is opened, and comes back."""
    from annotator.services import handing_back, opening_packages, packing, project_file, taking

    with contextlib.closing(project_file.open_project(project)) as db:
        plan = packing.preview(db, packing.Wish(to=("Somebody",), each=1))
        (package,) = packing.write(db, plan, project.parent, passphrase="between us").files
        opened = opening_packages.open_package(package, passphrase="between us")
        with contextlib.closing(project_file.open_project(opened)) as copy:
            back = handing_back.hand_back(copy, handing_back.suggested(copy), passphrase="between us").path
        came = taking.take(db, [back], passphrase="between us").files[0]
    return f"{package.suffix} sent to {came.annotator}, and {back.suffix} taken"


def _prices(project: Path) -> str:
    from annotator.llm import tokens
    from annotator.llm.pricing import price_of

    count, counted = tokens.counter("openai/gpt-4o")
    _need(counted, "the tokenizers are missing")
    price = price_of("openai/gpt-4o-mini").of(1_000_000, 0)
    return f"{len(known_models.every())} models known, {count('two words')} tokens, {price:.2f} US dollars"


def _providers(project: Path) -> str:
    """Every kind of provider is called at a port of this machine where nobody listens, and finds nobody."""
    from annotator.llm.litellm_setup import load_litellm

    litellm = load_litellm()
    asked = {"messages": [{"role": "user", "content": "x"}], "max_retries": 0, "timeout": 5}
    secrets = {"api_key": "x", "aws_access_key_id": "x", "aws_secret_access_key": "x", "aws_region_name": "us-east-1"}
    for model in MODELS:
        try:
            litellm.completion(model=model, api_base="http://127.0.0.1:9", api_version="1", **asked, **secrets)
        except Exception as error:  # noqa: BLE001 - each provider fails in its own way; what counts is why
            _need("No module named" not in str(error), f"{model}: {error}")
    return f"{len(MODELS)} kinds of models can be called"


def _caller(project: Path) -> str:
    """The process that sends requests."""
    from annotator.llm import caller, litellm_facts

    count = len(litellm_facts.providers())
    caller.end()
    return f"{count} providers"


def _certificates(project: Path) -> str:
    import ssl

    import certifi

    return f"{len(ssl.create_default_context(cafile=certifi.where()).get_ca_certs())} authorities"


def _keyring(project: Path) -> str:
    from keyring.backend import get_all_keyring

    return ", ".join(sorted(type(backend).__module__.rpartition(".")[2] for backend in get_all_keyring()))


def _built_in_model(project: Path) -> str:
    import asyncio

    from annotator.llm.embedded import EmbeddedServer

    server = asyncio.run(EmbeddedServer.start())
    server.stop()
    return "starts"


def _window(project: Path) -> str:
    """Every page of the window on the project, shown once."""
    os.environ.setdefault("ANNOTATOR_SETTINGS", str(project.with_name("settings.ini")))
    from annotator import app
    from annotator.ui import icons, plotting, theme
    from annotator.ui.page_table import PAGES

    application = app.application()
    app.set_icon(application)
    _need(application.windowIcon().availableSizes(), "the application's icon is missing")
    _need(Path(icons.image_file("tag", theme.colour("accent"), 16)).is_file(), "the icons are missing")
    plotting.load()
    window = app.make_window(application, project)
    window.show()
    for name in PAGES:
        _until(lambda: window.view is not None, application.processEvents)
        assert window.view is not None
        window.view.go(name)
        application.processEvents()
    window.close()
    return f"{len(PAGES)} pages, icon {application.windowIcon().availableSizes()[-1].width()} px"


def _until(there: Callable[[], bool], wait: Callable[[], object]) -> None:
    end = time.monotonic() + _SECONDS
    while not there():
        wait()
        _need(time.monotonic() < end, "the project does not open")


def _need(there: object, otherwise: str) -> None:
    if not there:
        raise RuntimeError(otherwise)


_CHECKS: dict[str, Callable[[Path], str]] = {
    "version": _version,
    "resources": _resources,
    "guide": _guide,
    "languages": _languages,
    "project": _project,
    "merging": _merging,
    "similar": _similar,
    "packages": _packages,
    "prices": _prices,
    "providers": _providers,
    "caller": _caller,
    "certificates": _certificates,
    "keyring": _keyring,
    "built-in model": _built_in_model,
    "window": _window,
}
