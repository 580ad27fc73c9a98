"""Finds PostgreSQL, Redis and RabbitMQ on a developer's machine, or starts them; knows nothing about the services."""
