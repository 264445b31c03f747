"""Why: a file that cannot be read is refused in one way, with a sentence that says what to do."""


class RefusError(Exception):
    """A file is refused; the sentence is for the clerk."""
