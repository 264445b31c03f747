"""Why: a page cuts a list of names anywhere; a name or a proxy that a line end parts must be read whole."""

import re

_FIN_OUVERTE = re.compile(
    r"(?:\b(?:m|mm|mr|mme|mmes|mlle|monsieur|madame|mesdames|messieurs|dr|a|au|par|de|du|des|d'|la|le|et"
    r"|pouvoirs?|procurations?|donne|mandat|representee?)\.?|[^\W\d_]-)[ ]*$"
)
"""How a line ends in the middle of what it says."""

_SUITE = re.compile(
    r"[ ]*(?:\(|(?:a|au|par|pouvoirs?|procurations?|ayant|qui|donne|donnant|mandat|representee?)\b(?![^\n]{0,40} ?:))"
)
"""How a line begins that goes on with the name above it."""

_AUTRE = re.compile(
    r"[ ]*(?:[-•*][ ]?)?(?:(?:m|mm|mr|mme|mmes|mlle|dr)\.?|monsieur|madame|mesdames|messieurs)[ ](?!l[ea] )"
    r"|[ ]*[^\n,;:()]{2,40}[ ]?:[ ]"
)
_VIRGULE = re.compile(r"[,;(:][ ]*$")
"""A civility or a label begins another entry, unless the line above it says that its sentence goes on."""

_PRENOM = re.compile(
    r"(?:^|[,;(:]|[ ][-–—][ ]|\b(?:M|Mr|Mme|Mlle|Monsieur|Madame)\.?[ ]|[ ]et[ ]|[ ]à[ ])[ ]*[A-ZÀ-Þ][a-zà-ÿ]+"
    r"(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)?[ ]*$"
)
_NOM = re.compile(r"[ ]*[A-ZÀ-Þ][A-ZÀ-Þ'-]+(?![\w'-])(?![ ]+[A-ZÀ-Þ][a-zà-ÿ])")
"""A first name alone at the end of a line, then a surname that has no other."""

_SEPARE = re.compile(r"[,;]| - ")
_LIGNE = re.compile(r"\n")
_LONGUE = 400
"""No entry of a list is longer: a parenthesis that was never closed joins no more."""


def joindre(texte: str, plat: str, debut: int, fin: int) -> tuple[str, str]:
    r"""The two texts, in which the line ends that part one entry are blanks; indexes stay the same.

    When commas part the names, any line may end in the middle of one.

    >>> joindre("M. A (pouvoir à Mme\nB)\nM. C", "m. a (pouvoir a mme\nb)\nm. c", 0, 28)[1]
    'm. a (pouvoir a mme b)\nm. c'
    """
    stretch = plat[debut:fin].strip()
    every = len(_SEPARE.findall(stretch)) > stretch.count("\n")
    signs, flat = [*texte[debut:fin]], [*plat[debut:fin]]
    start = debut
    for at in (found.start() for found in _LIGNE.finditer(plat, debut, fin)):
        own = _AUTRE.match(plat, at + 1, fin) and not _VIRGULE.search(plat, max(debut, at - 9), at)
        if (every and not own) or _coupe(texte, plat, (start, at, fin)):
            signs[at - debut] = flat[at - debut] = " "
        else:
            start = at + 1
    return f"{texte[:debut]}{''.join(signs)}{texte[fin:]}", f"{plat[:debut]}{''.join(flat)}{plat[fin:]}"


def _coupe(texte: str, plat: str, place: tuple[int, int, int]) -> bool:
    """Whether the line end at the second place parts an entry that begins at the first."""
    start, at, end = place
    stop = plat.find("\n", at + 1, end)
    stop = end if stop < 0 else stop
    if at - start > _LONGUE or not plat[at + 1 : stop].strip() or not plat[start:at].strip():
        return False
    line = plat.rfind("\n", 0, at) + 1
    opened = plat.count("(", start, at) > plat.count(")", start, at)
    if opened or _FIN_OUVERTE.search(plat, max(line, start), at) or _SUITE.match(plat, at + 1, stop):
        return True
    return bool(_PRENOM.search(texte[max(line, start) : at]) and _NOM.match(texte, at + 1, stop))
