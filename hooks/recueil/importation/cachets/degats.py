"""Why: where a scanner misread words, a number that fails its key is misread too; elsewhere it is as it was typed."""

import re

_SIGNES = re.compile(
    r"(?<![A-Za-zÀ-ÿ])(?:\d{1,3}[oO]\d{0,3}|[oO]\d{1,3}|[Il]\d{1,3}|\d{1,3}[I|]\d{0,3})(?![A-Za-zÀ-ÿ\d-])"
    r"|[a-zà-ÿ]I[a-zà-ÿ]|[A-ZÀ-Þ]{2}l[A-ZÀ-Þ]|[a-zà-ÿ]{3},[a-zà-ÿ]{3}|(?:^|\s)(?:Ie|Ia|Ies|1e|1a) [a-z]"
)
"""A letter for a figure, a figure for a letter, a blank that is lost."""

_SANS_ACCENT = re.compile(
    r"(?<![\w'])(?:seance|deliberation|delibere|presidence|presents|decide|executoire|reception|legalement"
    r"|regulierement|departement|etaient|secretaire|interesse|unanimite|presente|annee)(?!\w)"
)
"""Small words that bear an accent whoever types them."""

_ASSEZ = 3
"""How many words without their accent tell a scanner from a slip."""


def abime(texte: str) -> bool:
    """Whether a text bears the marks of a scanner.

    >>> abime("Séance du 12 juin 2023"), abime("Seance du 12 juin 2O23")
    (False, True)
    """
    if _SIGNES.search(texte):
        return True
    return len(_SANS_ACCENT.findall(texte)) >= _ASSEZ
