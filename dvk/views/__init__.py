"""Results as tables and as JSON: each result is laid out once, and printed by whichever format is asked for."""
