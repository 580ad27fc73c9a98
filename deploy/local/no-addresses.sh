#!/usr/bin/env bash
# No tracked file names a package registry's or an image registry's host: the project installs by ordinary clients,
# from wherever the machine gets its packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
pattern='(pypi|pythonhosted|npmjs|docker|ghcr|quay|debian|ubuntu|gcr|mcr\.microsoft)\.(org|com|io)(/|\b)'
if git grep -nIE "https?://[^ ]*$pattern|\b(docker\.io|ghcr\.io|quay\.io|gcr\.io)/" -- . ':!deploy/local/no-addresses.sh'; then
    echo "these lines name a registry's host; leave it out" >&2
    exit 1
fi
