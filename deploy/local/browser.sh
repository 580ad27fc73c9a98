#!/usr/bin/env bash
# Headless Chromium for the tests of the console's pages: found, or installed from Debian's packages where this is root.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do command -v "$name" >/dev/null && exit 0; done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing Chromium for the page tests ..." >&2
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
else
    echo "the page tests need Chromium: install the package 'chromium'" >&2
    exit 1
fi
