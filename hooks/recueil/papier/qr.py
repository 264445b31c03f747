"""The code to scan: an address that a telephone reads on paper; alone knows ``segno``."""

import segno

_CORRECTION = "m"
"""15 % of the code may be worn off or hidden, more where it costs no room (ISO/IEC 18004)."""

_MARGE = 4
"""Blank modules around it, as many as the standard asks."""


def code(url: str) -> str:
    """The address of a drawing of the code, for a template: the drawing itself, in SVG."""
    drawn: str = segno.make(url, error=_CORRECTION, micro=False).svg_data_uri(border=_MARGE, light="white")
    return drawn
