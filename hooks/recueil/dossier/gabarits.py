"""The two files that are the same in every dossier, from texts that a town changes: what to read, and what checks."""

import re

from ..gabarits import THEME

LISEZ_MOI = "LISEZ-MOI.txt"
"""What a dossier holds and proves, for a lawyer."""

VERIFICATEUR = "VERIFIER.html"
"""The page that checks a dossier by itself."""

_DOSSIER = THEME / "dossier"
_ADRESSE = "[[adresse du site]]"
_PARTIE = re.compile(r"^ *<!-- partie : (?P<nom>[a-z]+\.html) -->\n", re.MULTILINE)


def lisez_moi(site_url: str) -> bytes:
    """The explanation, which begins with the mark of UTF-8: without it an old Notepad loses the accents.

    Args:
        site_url: the address of the site, with its closing slash.
    """
    return _lire("lisez-moi.md").replace(_ADRESSE, site_url).encode("utf-8-sig")


def verificateur() -> bytes:
    """The page that checks, with its style and its scripts in it: nothing of any act is written there."""
    return _PARTIE.sub(lambda found: _lire(found["nom"]), _lire("verifier.html")).encode()


def _lire(name: str) -> str:
    return (_DOSSIER / name).read_text(encoding="utf-8")
