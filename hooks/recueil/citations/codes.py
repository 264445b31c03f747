"""The codes that local authorities cite: how each is named, and its identifier on Légifrance.

The identifiers are those of the list of codes of Légifrance, as SocialGouv/legi-data (``data/index.json``, commit
91a2a13) and mte-dgpr/arretify (``arretify/law_data/legifrance/codes.json`` of 20 March 2025, commit eef7634) keep it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .lettres import aplatir
from .modele import Sorte, Texte

_ADRESSE = "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT{}/"


@dataclass(frozen=True, slots=True)
class Code:
    """A code, with the other names and the initials by which acts cite it."""

    titre: str
    numero: str = ""
    """The figures of its LEGITEXT; nothing for a code of which several editions had the same name."""
    noms: tuple[str, ...] = ()
    sigles: tuple[str, ...] = ()


CODES = (
    Code("Code civil", "000006070721"),
    Code("Code de commerce", "000005634379"),
    Code("Code de justice administrative", "000006070933", sigles=("CJA",)),
    Code("Code de l'action sociale et des familles", "000006074069", sigles=("CASF",)),
    Code("Code de l'éducation", "000006071191"),
    Code("Code de l'énergie", "000023983208"),
    Code("Code de l'entrée et du séjour des étrangers et du droit d'asile", "000006070158", sigles=("CESEDA",)),
    Code("Code de l'environnement", "000006074220"),
    Code("Code de l'expropriation pour cause d'utilité publique", "000006074224", noms=("Code de l'expropriation",)),
    Code("Code de l'organisation judiciaire", "000006071164"),
    Code("Code de l'urbanisme", "000006074075", noms=("Code d'urbanisme",)),
    Code("Code de la commande publique", "000037701019"),
    Code("Code de la consommation", "000006069565"),
    Code(
        "Code de la construction et de l'habitation",
        "000006074096",
        noms=("Code de construction et de l'habitation", "Code de la construction et de l'habitat"),
        sigles=("CCH",),
    ),
    Code("Code de la défense", "000006071307"),
    Code("Code de la mutualité", "000006074067"),
    Code("Code de la propriété intellectuelle", "000006069414"),
    Code("Code de la recherche", "000006071190"),
    Code("Code de la route", "000006074228"),
    Code("Code de la santé publique", "000006072665"),
    Code("Code de la sécurité intérieure", "000025503132"),
    Code("Code de la sécurité sociale", "000006073189"),
    Code("Code de la voirie routière", "000006070667"),
    Code("Code de procédure civile", "000006070716"),
    Code("Code de procédure pénale", "000006071154"),
    Code("Code des assurances", "000006073984"),
    Code("Code des communes", "000006070162"),
    Code("Code des impositions sur les biens et services", "000044595989"),
    Code("Code des juridictions financières", "000006070249", sigles=("CJF",)),
    Code("Code des marchés publics"),
    Code(
        "Code des postes et des communications électroniques",
        "000006070987",
        noms=("Code des postes et communications électroniques",),
        sigles=("CPCE",),
    ),
    Code(
        "Code des relations entre le public et l'administration",
        "000031366350",
        noms=("Code des relations entre le public et les administrations",),
        sigles=("CRPA",),
    ),
    Code("Code des transports", "000023086525"),
    Code("Code du cinéma et de l'image animée", "000020908868"),
    Code("Code du patrimoine", "000006074236"),
    Code("Code du sport", "000006071318"),
    Code("Code du tourisme", "000006074073"),
    Code("Code du travail", "000006072050"),
    Code("Code électoral", "000006070239"),
    Code("Code forestier", "000025244092"),
    Code(
        "Code général de la fonction publique", "000044416551", noms=("Code de la fonction publique",), sigles=("CGFP",)
    ),
    Code(
        "Code général de la propriété des personnes publiques",
        "000006070299",
        noms=("Code de la propriété des personnes publiques",),
        sigles=("CGPPP", "CG3P"),
    ),
    Code(
        "Code général des collectivités territoriales",
        "000006070633",
        noms=("Code des collectivités territoriales",),
        sigles=("CGCT",),
    ),
    Code("Code général des impôts", "000006069577", sigles=("CGI",)),
    Code("Code monétaire et financier", "000006072026"),
    Code("Code pénal", "000006070719"),
    Code("Code pénitentiaire", "000045476241"),
    Code("Code rural et de la pêche maritime", "000022197698", noms=("Code rural",), sigles=("CRPM",)),
    Code("Livre des procédures fiscales", "000006069583", sigles=("LPF",)),
)


def _cle(titre: str) -> str:
    return re.sub(r"[^a-z]+", "-", aplatir(titre).lower())


def _texte(code: Code) -> Texte:
    return Texte(_cle(code.titre), Sorte.CODE, code.titre, lien=_ADRESSE.format(code.numero) if code.numero else "")


def _motif(nom: str) -> str:
    """« code general des collectivites territoriales », whose final « s » a hand may forget."""
    words = re.sub(r"s\b", "s?", aplatir(nom)).replace("'", r"'\s?")
    return words.replace(" ", r"\s{1,3}")


_TEXTES = {code.titre: _texte(code) for code in CODES}
_NOMMES = sorted(((nom, code.titre) for code in CODES for nom in (code.titre, *code.noms)), key=lambda n: -len(n[0]))
_SIGLES = {sigle: code.titre for code in CODES for sigle in code.sigles}
_FORMES = "|".join(f"(?P<c{rank}>{_motif(nom)})" for rank, (nom, _) in enumerate(_NOMMES))
_INITIALES = "|".join(r"\.?".join(sigle) for sigle in _SIGLES)
_NOM = re.compile(
    rf"\b(?:(?:{_FORMES})\b|(?-i:(?P<sigle>{_INITIALES})\b))(?:\s{{0,3}}\(\s?[«\"]?\s?(?-i:[A-Z][\w.]{{1,9}})\s?[»\"]?\s?\))?",
    re.IGNORECASE,
)


def codes(plat: str) -> Iterator[tuple[Texte, int, int]]:
    """The codes that a flat text names, where each begins and ends, with the initials that may follow it."""
    for match in _NOM.finditer(plat):
        title = _SIGLES.get((match["sigle"] or "").replace(".", ""))
        rank = next((name for name, words in match.groupdict().items() if words and name != "sigle"), "")
        yield _TEXTES[title or _NOMMES[int(rank[1:])][1]], match.start(), match.end()
