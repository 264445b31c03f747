"""The stamps of the prefecture: what they say, and where they stand."""
