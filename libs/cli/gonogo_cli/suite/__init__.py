"""Commands that work with the running suite, and the suite as processes on this machine."""
