"""What a person reads while it works: lines on standard error, so that standard output stays for programs."""

import sys

from gonogo_servers.kinds import Kind


def say(about: Kind | str, text: str) -> None:
    """Prints one line of progress about a kind of server, or about another named thing."""
    title = about.title if isinstance(about, Kind) else about
    print(f"{title:<11} {text}", file=sys.stderr, flush=True)
