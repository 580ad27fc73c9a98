"""`python -m gonogo_ingest`."""

from gonogo_ingest.app import build
from gonogo_ingest.settings import Settings
from gonogo_platform.running import main

main("ingest", 8080, Settings, build)
