"""Structure to claims: states, quantities and what they speak of."""
