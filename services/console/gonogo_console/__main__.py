"""`python -m gonogo_console`."""

from gonogo_console.app import build
from gonogo_console.settings import Settings
from gonogo_platform.running import main

main("console", 8081, Settings, build)
