#!/usr/bin/env bash
# Makes .venv with the locked, hashed dependencies and the workspace's packages in editable form.
set -euo pipefail
cd "$(dirname "$0")/../.."
PYTHON=${PYTHON:-python3}

"$PYTHON" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || {
    echo "gonogo needs Python 3.11 to 3.13; '$PYTHON' is $("$PYTHON" --version 2>&1). Name another one: make PYTHON=python3.12 install" >&2
    exit 1
}
mkdir -p .local
if [ ! -x .venv/bin/python ]; then
    "$PYTHON" -m venv .venv || {
        echo "Python cannot make a virtual environment: on Debian or Ubuntu, install python3-venv." >&2
        exit 1
    }
fi
echo "installing into .venv ..." >&2
grep -A 40 '^uv==' requirements.lock | awk 'NR == 1 || /^    / {print; next} {exit}' > .local/uv.lock.txt
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r .local/uv.lock.txt
.venv/bin/uv pip install --quiet --require-hashes -r requirements.lock
members=()
for folder in libs/* services/*; do members+=(-e "$folder"); done
.venv/bin/uv pip install --quiet --no-deps "${members[@]}"
# uv writes no bytecode, and where Python may not write it either every command would compile hundreds of modules anew.
.venv/bin/python -m compileall -q -j 0 libs/*/gonogo_* services/*/gonogo_* \
    .venv/lib/python*/site-packages/{msgspec,pyromark,yaml,typing_extensions.py} >&2
