"""What the law says, as pure functions, each with its article."""
