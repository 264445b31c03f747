"""The conventions joined to an act: parties, clauses, blanks."""
