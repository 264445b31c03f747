"""Why: acts write their counts and their years in figures or in words, and a misread number is worse than none."""

import re

_UNITES = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
_SUITE = ("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize")
_DIZAINES = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_VALEURS = {mot: rang for rang, mot in enumerate(_UNITES + _SUITE, 1)} | {"une": 1} | _DIZAINES

_S = r"\s{0,3}-?\s{0,3}"
"""Between two words: a blank, a hyphen, or nothing once the reader has joined « vingt- » and « six »."""

_U = "une|" + "|".join(_UNITES)
_T = f"dix{_S}(?:sept|huit|neuf)|" + "|".join(_SUITE)
_ET = rf"{_S}(?:et[\s-]{{1,3}})?"
_CENTAINE = (
    rf"quatre{_S}vingts?(?:{_S}(?:{_T}|{_U}))?"
    rf"|soixante{_ET}(?:{_T}|{_U})"
    rf"|(?:{'|'.join(_DIZAINES)})(?:{_ET}(?:{_U}))?|{_T}|{_U}"
)
_MILLIER = rf"(?:(?:{_U}){_S})?cents?(?:{_ET}(?:{_CENTAINE}))?|{_CENTAINE}"
_LETTRES = rf"(?:(?:{_U}){_S})?mil(?:les?)?(?:{_ET}(?:{_MILLIER}))?|{_MILLIER}"

LETTRES = rf"(?i:(?<![^\W_])(?:{_LETTRES})(?![^\W_]))"
"""A number in words, from one to 9999, for use inside another pattern."""

CHIFFRES = r"(?:(?<![\d.,])\d{1,4}(?![\dOoIl°])(?![.,]\d)(?!\s?(?:er|re|e|è[mr]e)\b))"
"""A number in figures, neither a part of another nor a rank."""

ZERO = r"(?i:(?<![^\W_])(?:z[ée]ro|n[ée]ant|o)(?![^\W_]|'))|(?<![\w/])/(?![\w/])"
"""What a form holds for nothing: a word, the letter O, a slash."""

ENTIER = rf"(?:{LETTRES}|{CHIFFRES}|{ZERO})"
"""A whole number as acts write it, for use inside another pattern; it captures nothing."""

_LIT_LETTRES = re.compile(LETTRES)
_LIT_CHIFFRES = re.compile(CHIFFRES)
_LIT_ZERO = re.compile(ZERO)
_MOTS = re.compile("|".join(sorted([*_VALEURS, "cent", "mil"], key=len, reverse=True)))


def lire_entier(texte: str) -> int | None:
    """The number that the whole of this text says, or nothing.

    >>> lire_entier("soixante et onze")
    71
    """
    plain = texte.strip()
    if _LIT_ZERO.fullmatch(plain):
        return 0
    if _LIT_CHIFFRES.fullmatch(plain):
        return int(plain)
    return _en_lettres(plain.lower()) if _LIT_LETTRES.fullmatch(plain) else None


def _en_lettres(texte: str) -> int:
    """The sum of the words, each multiplying or adding to what is before it."""
    thousands, hundreds, rest = 0, 0, 0
    for mot in _MOTS.findall(texte):
        if mot == "mil":
            thousands, hundreds, rest = (hundreds + rest or 1) * 1000, 0, 0
        elif mot == "cent":
            hundreds, rest = (rest or 1) * 100, 0
        elif mot == "vingt" and rest == 4:
            rest = 80
        else:
            rest += _VALEURS[mot]
    return thousands + hundreds + rest
