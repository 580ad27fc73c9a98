"""How gonogo talks to the world: broker, database, cache, health, telemetry."""
