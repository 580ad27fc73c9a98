#!/usr/bin/env bash
# Runs the tests with the three servers found or started, and stops what it started. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/../.."
addresses=$(.venv/bin/python deploy/local/servers.py up --owner $$)
eval "$addresses"
trap '.venv/bin/python deploy/local/servers.py down --owner $$' EXIT
export GONOGO_POSTGRES_URL GONOGO_REDIS_URL GONOGO_RABBITMQ_URL
# Two processes: most of the end-to-end tests wait for something rather than compute.
.venv/bin/pytest -q -n "${GONOGO_TEST_PROCESSES:-2}" --dist loadfile "$@"
