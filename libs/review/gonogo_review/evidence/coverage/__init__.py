"""Coverage: how much of the code the tests reach."""
