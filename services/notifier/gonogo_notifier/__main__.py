"""`python -m gonogo_notifier`."""

from gonogo_notifier.app import build
from gonogo_notifier.settings import NotifierSettings
from gonogo_platform.running import main

PORT = 8084

if __name__ == "__main__":
    main("notifier", PORT, NotifierSettings, build)
