"""The signs of layout: what the parser of texts reads as layout, and so what the proof of fidelity may skip."""

EMPHASE_DEBUT = r"""(?:(?<![^\s(\[«“"'’\u00a0]))\*{1,3}(?=[\w«“("'])"""
EMPHASE_FIN = r"""(?<=[\w.!?»”)"'’%€])\*{1,3}(?![^\s.,;:!?)\]»”"'’])"""
"""Bold and italics open after a blank or an opening sign and close before a blank or a closing one: the « * » of a
product or of a footnote stays a sign of the text."""

TITRE = r"#{1,6}(?=[ ])"
CITATION = r">(?=[ ](?!\d))"
"""A quotation needs a blank, and is no comparison: « > 1 000 € » stays as typed."""

TIRET = r"^[ ]{0,%d}((-))[ ]+(?P<item>.*)"
