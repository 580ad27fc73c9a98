"""`python -m gonogo_scorer`."""

from gonogo_platform.running import main
from gonogo_scorer.app import build
from gonogo_scorer.settings import Settings

main("scorer", 8083, Settings, build)
