"""Rules on the laws and codes that a text cites: those that are gone, and those whose number cannot be right."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Severite
from ..citations.numeros import Repere, reperer
from ..ecriture import jour
from ..recherche import contient, lieu
from .perimees import EXPRESSIONS, TEXTES, Perimee
from .regle import Constat, regle

_TITRE = re.compile(
    r"(?:\b(?:modifi|complét)\w+|\bd?['’ ]application\s+de(?:\s+l['’]article\s+[\w.-]+\s+de)?)\s+la\s+$"
    r"|\b(?:d[ée]cret|arrêté|circulaire)\b.*\b(?:relati|portant|fixant|concernant|pris)\w*\b.*\b(?:par|de|à|dans)\s+la\s+$",
    re.IGNORECASE,
)
_INDICES_TITRE = ("cret", "CRET", "CRÉT", "rrêté", "irculaire", "odifi", "omplét", "pplication")
"""What stands before « loi » when it belongs to the title of another text, which still bears it."""


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
    for cited in reperer(acte.texte):
        if wrong := _faute(cited):
            yield (
                lieu(acte, cited.index),
                f"« {cited.brut} » : {wrong} ; vérifiez sur l'acte signé, et corrigez-le s'il a été mal recopié",
            )


def _perimees(texte: str) -> Iterator[tuple[Perimee, int]]:
    """Every reference of the text that is out of date, with its place; not those that the title of another bears."""
    for cited in reperer(texte):
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


def _faute(cited: Repere) -> str:
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
