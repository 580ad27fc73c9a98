#!/bin/sh
# Checks the scrape configuration and the alert rules, and runs the rules' tests. Needs promtool (Debian: prometheus).
set -eu
cd "$(dirname "$0")"
promtool=${PROMTOOL:-promtool}
"$promtool" check config prometheus.yml
"$promtool" test rules tests/*.yml
