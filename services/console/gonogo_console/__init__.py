"""The read API, live updates and web pages."""
