"""The text as it is published: what leaves it, how its lines are joined and written."""
