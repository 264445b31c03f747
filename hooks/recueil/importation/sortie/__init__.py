"""The files of an act, and what a person is told of them."""
