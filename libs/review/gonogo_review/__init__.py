"""What gonogo exists for: reading a report and judging it. Pure, no I/O."""
