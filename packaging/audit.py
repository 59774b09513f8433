"""`make audit`: the licences of what is shipped, and whether anything in constraints.txt has a known weakness.

The second asks a database on the Internet. Where that cannot be reached it says so and fails: what was not looked up is
not sound.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import licence_list

INSTALLED = licence_list.ROOT / "build" / "audit"  # apart from .venv, whose versions it must not change
PATIENCE = 600  # seconds
NOT_REACHED = (
    "The database of known weaknesses cannot be reached from here: nothing was looked up.\n"
    "Run `make audit` again where there is Internet.\n"
)


def asked(requirements: str) -> str:
    """What pip-audit says about these packages, as JSON; "" where it says nothing."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner", "off"]
    try:
        ended = subprocess.run(
            [*command, "--format", "json", "-r", requirements],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "PYTHONPATH": str(INSTALLED)},
        )
    except subprocess.TimeoutExpired:
        return ""
    return ended.stdout


def verdict(report: str) -> tuple[int, str]:
    """(exit code, what to say): 0 where nothing is known against any package, 1 for a weakness, 2 where some could not
    be looked up, which pip-audit itself takes for sound."""
    try:
        packages: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return 2, NOT_REACHED
    weak = [f"{each['name']} {each['version']}: {vuln['id']}" for each in packages for vuln in each.get("vulns", ())]
    skipped = [each["name"] for each in packages if "skip_reason" in each]
    if len(skipped) == len(packages):
        return 2, NOT_REACHED
    said = [f"{len(packages) - len(skipped)} packages were looked up, {len(weak)} weaknesses are known.", *weak]
    said += [f"Not looked up: {', '.join(skipped)}."] if skipped else []
    return (1 if weak else 2 if skipped else 0), "\n".join(said) + "\n"


def main() -> int:
    licences = licence_list.main()
    code, said = verdict(asked(str(licence_list.ROOT / "constraints.txt")))
    sys.stdout.write(said)
    return code or licences


if __name__ == "__main__":
    sys.exit(main())
