"""Why: a mayor certifies by hand that the act is in force; the mention stays in the text, its dates are read here."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from ..lecture.bruit import redresser
from ..lecture.dates import DATE, lire_date
from .libelles import compiler, plier


@dataclass(frozen=True, slots=True)
class Mention:
    """A wording before a date, without accents nor capitals; one that follows another counts only after it."""

    cle: str
    motif: str
    exemple: str
    attendu: date
    suite: bool = False


_JOUR = date(2026, 2, 16)
_PREF = r"(?:sous[\s-]?)?prefecture(?: de [a-z'-]{2,25}| du [a-z'-]{2,25})?"
_ETAT = r"representant de l'etat(?: dans le departement)?"
_OU = rf"(?:en {_PREF}|a la {_PREF}|au {_ETAT}|au controle de legalite)"
_LE = r",? (?:le|:|le ?:)"
_ET = r"(?:\bet|,|/|(?<!\w)-|\bpuis|\n) ?(?:de )?(?:la |sa |l'|son )?"

MENTIONS = (
    Mention(
        "envoye",
        rf"compte tenu de (?:la |sa )(?:tele)?transmission {_OU}{_LE}",
        "Certifié exécutoire compte tenu de la transmission en Préfecture le : 16/02/2026",
        _JOUR,
    ),
    Mention(
        "envoye", rf"(?:tele)?transmise? {_OU}{_LE}", "Transmis en Sous-Préfecture de Fictive le 16/02/2026", _JOUR
    ),
    Mention("envoye", rf"deposee? {_OU}{_LE}", "Déposée en Sous-Préfecture le : 16/02/2026", _JOUR),
    Mention(
        "envoye",
        rf"apres depot {_OU}{_LE}",
        "Acte rendu exécutoire après dépôt en Préfecture le 16/02/2026",
        _JOUR,
    ),
    Mention("recu", rf"recue? {_OU}{_LE}", "qui a été reçue en Sous-Préfecture le 16 février 2026", _JOUR),
    Mention("recu", rf"recue? par le {_ETAT}{_LE}", "Reçu par le représentant de l'Etat le 16/02/2026", _JOUR),
    Mention(
        "recu",
        rf"compte tenu de (?:la |sa )reception (?:{_OU}|par le {_ETAT}){_LE}",
        "Acte exécutoire compte tenu de sa réception en préfecture le 16/02/2026",
        _JOUR,
    ),
    Mention(
        "recu", rf"visa de la {_PREF} ?: ?(?:[\da-z_-]{{2,60}} ?)?/", "Visa de la Préfecture : ID / 16-02-2026", _JOUR
    ),
    Mention(
        "publie",
        rf"{_ET}(?:publication|publiee?|mise? en ligne)(?: (?:et|ou|et/ou) (?:notification|notifiee?))?{_LE}",
        "Reçu par le représentant de l'Etat le 12/02/2026 et publié le 16/02/2026",
        _JOUR,
        suite=True,
    ),
    Mention(
        "publie",
        rf"{_ET}publication(?: ou notification)? du",
        "Acte rendu exécutoire après dépôt en Préfecture le 12/02/2026 et publication ou notification du 16/02/2026",
        _JOUR,
        suite=True,
    ),
    Mention(
        "publie",
        rf"{_ET}(?:publication|publiee?|mise en ligne) sur (?:le|son) site[a-z'\s-]{{0,60}}{_LE}",
        "Transmis en Préfecture le 12/02/2026 et publication sur le site internet de la commune le 16/02/2026",
        _JOUR,
        suite=True,
    ),
    Mention(
        "affiche",
        rf"{_ET}publiee? par (?:voie d')?affichage{_LE}",
        "Reçu en préfecture le 12/02/2026, publié par voie d'affichage le 16/02/2026",
        _JOUR,
        suite=True,
    ),
    Mention(
        "affiche",
        rf"{_ET}(?:affichage|affichee?)(?: (?:et|ou|et/ou) (?:notification|notifiee?))?{_LE}",
        "Transmis en Préfecture le 12/02/2026, affiché le 16/02/2026",
        _JOUR,
        suite=True,
    ),
)
"""What is typed or stamped by hand."""

_MOTIFS = tuple(
    re.compile(
        rf"\b(?:{compiler(m.motif)})\s{{0,3}}(?P<date>{DATE})"
        if not m.suite
        else rf"(?:{compiler(m.motif)})\s{{0,3}}(?P<date>{DATE})",
        re.IGNORECASE,
    )
    for m in MENTIONS
)
_CITE = re.compile(
    r"(?:\A|\n)\W{0,4}(?:vu|considerant|attendu|que|par (?:la |une |sa )?(?:deliberation|decision|arrete))"
    r"\b(?:(?!\n\n|[;.]\s*\n).)*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ENTRE = 60
"""Between a mention and its continuation, at most."""


@dataclass(frozen=True, slots=True)
class MentionLue:
    """A date certified by hand, and where."""

    cle: str
    valeur: date
    debut: int
    fin: int


def mentions(texte: str, tampons: Collection[int] = ()) -> list[MentionLue]:
    """The dates that the author of the act certifies, not those of an act that it cites, nor of the stamps there."""
    plain = redresser(texte, plier(texte))
    first = sorted((m for m in _lues(plain, suite=False) if m.debut not in tampons), key=lambda m: m.debut)
    ends = [m.fin for m in first]
    return [*first, *(m for m in _lues(plain, suite=True) if _suit(ends, m.debut))]


def _suit(ends: list[int], debut: int) -> bool:
    """Whether a mention has just ended there."""
    rank = bisect_right(ends, debut)
    return rank > 0 and debut - ends[rank - 1] <= _ENTRE


def _lues(plain: str, *, suite: bool) -> Iterator[MentionLue]:
    """The mentions of one sort."""
    for mention, motif in zip(MENTIONS, _MOTIFS, strict=True):
        if mention.suite != suite:
            continue
        for match in motif.finditer(plain):
            jour = lire_date(match["date"])
            if jour and not _CITE.search(plain[max(0, match.start() - 400) : match.start()]):
                yield MentionLue(mention.cle, jour, match.end() - len(match[0].lstrip()), match.end())
