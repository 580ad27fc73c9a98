"""The version of the reading: part of every cache's key, raised whenever a report may be read differently."""

READER_VERSION = "4"
