"""Rules on the laws and codes that a text cites: those that are gone, and those whose number cannot be right."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from ..acte import Acte
from ..anomalie import Severite
from ..ecriture import jour
from .perimees import EXPRESSIONS, TEXTES, Perimee
from .recherche import contient, lieu, places
from .regle import Constat, regle

_SORTES = MappingProxyType(
    {
        "loi": "loi",
        "lois": "loi",
        "décret": "décret",
        "décrets": "décret",
        "decret": "décret",
        "ordonnance": "ordonnance",
        "ordonnances": "ordonnance",
    }
)
_SORTE_LOIN = re.compile(
    r"\b(loi|décret|decret|ordonnance)s?\s+(?:(?:organique|constitutionnelle|de\s+finances\b[^\n,;]{0,25})\s+)?n\s?$",
    re.IGNORECASE,
)
_QUALIFICATIFS = ("organique", "constitutionnelle", "finances")
_FINS = ("loi", "lois", "cret", "crets", "nance", "nances", "ique", "elle", " et", " ou", ",", " la", " le")
"""How the word before « n° » ends when it may be a law's: most are those of délibérations and parcels."""

_ENSUITE = re.compile(r"(?:\bet|\bou|,)\s+(?:la\s+|le\s+)?[nN]\s?$")
_APRES = re.compile(
    r"[\s'’.]{0,3}(?P<annee>[0-9]{1,4})\s?[-–—‑.]\s?(?P<rang>[0-9]{1,5})(?![0-9])"
    r"(?:\s+du\s+(?:[0-9]{1,2}(?:er|\^er\^)?\s+[^\W\d]+\s+|[0-9]{1,2}[/.][0-9]{1,2}[/.])(?P<date>[0-9]{4})(?![0-9]))?"
)
_NOMS_DE_TEXTES = ("loi ", "Loi ", "LOI ", "décret ", "Décret ", "ordonnance ", "Ordonnance ")
_SANS_SIGNE = re.compile(
    r"(?<!\w)(?P<sorte>\w+)\s+(?:du\s+[0-9]{1,2}(?:er|\^er\^)?\s+[^\W\d]+\s+(?P<avant>[0-9]{4})\s+)?(?:[nN][oO]?\.?\s?)?"
    r"(?P<annee>[0-9]{2,4})\s?[-–]\s?(?P<rang>[0-9]{1,5})(?![0-9])"
    r"(?:\s+du\s+[0-9]{1,2}(?:er|\^er\^)?\s+[^\W\d]+\s+(?P<date>[0-9]{4})(?![0-9]))?"
)
_TITRE = re.compile(
    r"(?:\b(?:modifi|complét)\w+|\bd?['’ ]application\s+de(?:\s+l['’]article\s+[\w.-]+\s+de)?)\s+la\s+$"
    r"|\b(?:d[ée]cret|arrêté|circulaire)\b.*\b(?:relati|portant|fixant|concernant|pris)\w*\b.*\b(?:par|de|à|dans)\s+la\s+$",
    re.IGNORECASE,
)
_INDICES_TITRE = ("cret", "CRET", "CRÉT", "rrêté", "irculaire", "odifi", "omplét", "pplication")
"""What stands before « loi » when it belongs to the title of another text, which still bears it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """« loi n° 84-53 du 26 janvier 1984 », where it stands."""

    index: int
    sorte: str
    annee: str
    rang: str
    annee_date: str
    """The year of the date that follows, or nothing."""
    brut: str

    @property
    def numero(self) -> str:
        """« 84-53 », without the noise of a scan."""
        return f"{self.annee}-{self.rang}"


@regle("REF-01", severite=Severite.AVERTISSEMENT, derogeable=True)
def reference_perimee(acte: Acte) -> Iterator[Constat]:
    """Un acte cite les textes en vigueur le jour où il est pris.

    Exemple : « Vu la loi n° 84-53 du 26 janvier 1984 » en 2026, alors que le code général de la fonction publique l'a
        remplacée en 2022.
    Correction : citez le texte en vigueur dans les prochains actes ; un acte déjà adopté reste comme il est.
    """
    day = acte.date or (acte.seance.date if acte.seance else None) or acte.publicite
    if day is None:
        return
    found: dict[Perimee, list[int]] = defaultdict(list)
    for old, index in _perimees(acte.texte):
        if old.depuis <= day:
            found[old].append(index)
    for old, indexes in found.items():
        times = f" ({len(indexes)} fois)" if len(indexes) > 1 else ""
        unless = f", sauf {old.sauf}" if old.sauf else ""
        yield (
            lieu(acte, min(indexes)),
            (
                f"« {old.nom} »{times} : depuis le {jour(old.depuis)}, écrivez « {old.ecrire} »{unless} "
                f"({old.source}) ; un acte déjà adopté reste comme il est"
            ),
        )


@regle("REF-02", severite=Severite.AVERTISSEMENT, derogeable=True)
def numero_de_texte_mal_forme(acte: Acte) -> Iterator[Constat]:
    """Le numéro d'une loi, d'une ordonnance ou d'un décret commence par son année.

    Exemple : « décret n° 875-643 du 26 juin 1985 ».
    Correction : si la faute vient de la copie, corrigez le texte ; si elle est dans l'acte signé, dites-le dans
        « derogations ».
    """
    for cited in citations(acte.texte):
        if wrong := _faute(cited):
            yield (
                lieu(acte, cited.index),
                f"« {cited.brut} » : {wrong} ; vérifiez sur l'acte signé, et corrigez-le s'il a été mal recopié",
            )


@lru_cache(maxsize=1)
def citations(texte: str) -> tuple[Citation, ...]:
    """The laws, ordonnances and décrets that a text cites by number, found by the « ° » or what a scan made of it.

    « les lois n° 83-634 et n° 84-53 »: the second is of the same kind as the one before.
    """
    found: list[Citation] = []
    for index in places(texte, *"°º]"):
        near = texte[max(0, index - 12) : index].rstrip(" \u00a0\nnN").lower()
        after = _APRES.match(texte, index + 1) if near.endswith(_FINS) else None
        kind, start = _sorte(texte, index, found[-1] if found else None) if after else ("", 0)
        if after and kind:
            raw = " ".join(texte[start : after.end()].split())
            found.append(Citation(start, kind, after["annee"], after["rang"], after["date"] or "", raw))
    return tuple(sorted([*found, *_sans_signe(texte)], key=lambda cited: cited.index))


def _sans_signe(texte: str) -> Iterator[Citation]:
    """« la loi 84-53 », « la loi No 84-53 », « la loi du 26 janvier 1984 n 84-53 »: without a « ° » to be found by."""
    for index in places(texte, *_NOMS_DE_TEXTES):
        if after := _SANS_SIGNE.match(texte, index):
            raw = " ".join(texte[index : after.end()].split())
            kind = _SORTES[after["sorte"].lower()]
            yield Citation(index, kind, after["annee"], after["rang"], after["date"] or after["avant"] or "", raw)


def _sorte(texte: str, index: int, last: Citation | None) -> tuple[str, int]:
    """What kind of text a number is that of, from the words before it, and where they begin."""
    before = texte[max(0, index - 60) : index]
    words = before.split()[-2:]
    word = re.split(r"['’(«]", words[0])[-1] if words else ""
    if len(words) == 2 and words[1] in {"n", "N"} and (kind := _SORTES.get(word.lower())):
        return kind, texte.rfind(word, 0, index)
    if any(word in before for word in _QUALIFICATIFS) and (match := _SORTE_LOIN.search(before)):
        return _SORTES[match[1].lower()], index - len(before) + match.start()
    follows = last is not None and index - last.index < 120 and _ENSUITE.search(before)
    return (last.sorte, index - 1) if last and follows else ("", 0)


def _perimees(texte: str) -> Iterator[tuple[Perimee, int]]:
    """Every reference of the text that is out of date, with its place; not those that the title of another bears."""
    for cited in citations(texte):
        old = TEXTES.get(cited.numero)
        if old and old.nom.startswith(cited.sorte) and not _dans_un_titre(texte, cited.index):
            yield old, cited.index
    for old in EXPRESSIONS:
        for match in old.motif.finditer(texte) if contient(texte, *old.indices) else ():
            before, after = texte[max(0, match.start() - 70) : match.start()], texte[match.end() : match.end() + 70]
            if old.voisins is None or old.voisins.search(f"{before}·{after}"):
                yield old, match.start()


def _dans_un_titre(texte: str, index: int) -> bool:
    """Whether what comes before a law, in its line and visa, is the beginning of the title of another text."""
    before = re.split(r"[;\n]", texte[max(0, index - 260) : index])[-1]
    return any(word in before for word in _INDICES_TITRE) and bool(_TITRE.search(before))


def _faute(cited: Citation) -> str:
    """What is wrong in the number of a text, or nothing."""
    year, right = cited.annee, cited.annee_date
    if len(year) not in (2, 4):
        return f"une année a deux ou quatre chiffres, pas « {year} »"
    if len(year) == 4 and not 1900 <= int(year) <= 2100:
        return f"« {year} » n'est pas une année"
    if right and int(right) % 100 != int(year[-2:]):
        return f"le numéro dit l'année {year}, et la date l'année {right}"
    if len(year) == 4 and int(year) < 2000:
        return f"avant 2000, le numéro a deux chiffres d'année : « {year[2:]}-{cited.rang} »"
    if len(year) == 2 and (int(right) >= 2000 if right else int(year) < 40):
        return f"depuis 2000, le numéro a quatre chiffres d'année : « 20{year}-{cited.rang} »"
    return ""
