"""Asks the service in this container whether it lives; any answer but 200 ends with an error, which Docker counts."""

import os
import urllib.request

URL = f"http://127.0.0.1:{int(os.environ['GONOGO_HTTP_PORT'])}/livez"

with urllib.request.urlopen(URL, timeout=4):
    pass
