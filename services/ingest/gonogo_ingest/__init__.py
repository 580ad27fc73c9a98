"""Takes uploads over HTTP, checks and stores them, says submission.received."""
