"""Laws, ordonnances and décrets: found as the rules REF-01 and REF-02 find them, then named in one form.

Légifrance gives each text of the Journal officiel an ELI with its NOR, and an alias with its number, of which the day
is that of its signature: the data of the DILA say ``eli/decret/2015/5/18/AGRS1501735D/jo/texte`` and ``ELI_ALIAS``
``eli/decret/2015/5/18/2015-543/jo/texte``. All bear one since 6 November 2014 (guide de légistique); for those of 2002
and after it was only announced, so older texts get no link.
"""

import re
from collections.abc import Iterator
from datetime import date

from ..ecriture import jour
from .lettres import DATE, lire_date, serrer
from .modele import Sorte, Texte
from .numeros import Repere, reperer

_ELI = "https://www.legifrance.gouv.fr/eli/{}/{}/{}/{}/{}/jo/texte"
_TYPES = {Sorte.LOI: "loi", Sorte.ORDONNANCE: "ordonnance", Sorte.DECRET: "decret"}
_DEPUIS = date(2014, 11, 6)
_QUALITE = re.compile(r"organique|constitutionnelle", re.IGNORECASE)
_DU = rf"(?:,?\s{{1,3}}modifiee?s?)?,?\s{{1,3}}(?:en\s{{1,3}}date\s{{1,3}})?du\s{{1,3}}(?P<jour>{DATE})"
_ENSUITE = re.compile(_DU, re.IGNORECASE)
_PAR_LA_DATE = re.compile(
    rf"\b(?P<sorte>loi|decret|ordonnance){_DU}(?:,?\s{{1,3}}n\s?°\s?(?P<annee>[0-9]{{2,4}})-(?P<rang>[0-9]{{1,5}})\b)?",
    re.IGNORECASE,
)
_SORTES = {"loi": Sorte.LOI, "decret": Sorte.DECRET, "ordonnance": Sorte.ORDONNANCE}


def numerotes(texte: str, plat: str) -> Iterator[tuple[Texte, int, int]]:
    """The laws, ordonnances and décrets of a « Vu » that have a number, where each begins and ends."""
    for cited in reperer(texte):
        end = _fin(texte, cited)
        after = _ENSUITE.match(plat, end)
        end = after.end() if after else end
        words = plat[cited.index : end]
        yield _numerote(Sorte(cited.sorte), cited.annee, cited.rang, words), cited.index, end


def dates(plat: str) -> Iterator[tuple[Texte, int, int]]:
    """Those that are named by their day: « loi du 1er juillet 1901 »; some have their number after it."""
    for match in _PAR_LA_DATE.finditer(plat):
        kind, day = _SORTES[match["sorte"].lower()], lire_date(match["jour"])
        if match["rang"]:
            yield _numerote(kind, match["annee"], match["rang"], match[0]), match.start(), match.end()
        elif day:
            title = f"{kind.capitalize()} du {jour(day)}"
            yield Texte(f"{_TYPES[kind]}-{day.isoformat()}", kind, title, jour=day), match.start(), match.end()


def _fin(texte: str, cited: Repere) -> int:
    """Where the words end that were found, whose blanks were made one."""
    words = re.compile(r"\s+".join(map(re.escape, cited.brut.split()))).match(texte, cited.index)
    return words.end() if words else cited.index + len(cited.brut)


def _numerote(sorte: Sorte, annee: str, rang: str, mots: str) -> Texte:
    """A text by its number: « 1984-53 » is « 84-53 », and a number that cannot be right stays as it is."""
    number = f"{annee[2:] if len(annee) == 4 and 1900 < int(annee) < 2000 else annee}-{rang}"
    day, quality = lire_date(mots), _QUALITE.search(serrer(mots))
    name = f"{sorte.capitalize()}{f' {quality[0].lower()}' if quality else ''}"
    title = f"{name} n° {number}{f' du {jour(day)}' if day else ''}"
    link = "" if quality else _lien(sorte, number, day)
    return Texte(f"{_TYPES[sorte]}-{number}", sorte, title, number, day, link)


def _lien(sorte: Sorte, number: str, day: date | None) -> str:
    """The ELI, when the number and the day agree."""
    if day is None or day < _DEPUIS or not number.startswith(f"{day.year}-"):
        return ""
    return _ELI.format(_TYPES[sorte], day.year, day.month, day.day, number)
