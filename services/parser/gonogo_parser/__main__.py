"""`python -m gonogo_parser`."""

from gonogo_parser.app import build
from gonogo_parser.settings import Settings
from gonogo_platform.running import main

main("parser", 8082, Settings, build)
