"""What crosses the wire: events, topology, the review's schema."""
