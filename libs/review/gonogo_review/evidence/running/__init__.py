"""Running systems: metrics, health answers, interfaces."""
