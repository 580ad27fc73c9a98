#!/bin/sh
# Writes the two lists that the Dockerfile installs from: what the services need at run time, taken from uv.lock,
# and the build backend of our own packages. `requirements.lock` beside this folder also holds the developers' tools.
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}
$uv export --quiet --frozen --no-dev --all-packages --no-emit-workspace --no-header --format requirements-txt \
  --output-file deploy/requirements.lock >/dev/null
echo 'hatchling>=1.27' | $uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
  --output-file deploy/build.lock - >/dev/null
