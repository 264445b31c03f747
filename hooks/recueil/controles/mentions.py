"""Rules on what a text prints and its head says too: figures of the vote, author."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..acte import Acte, Personne
from ..anomalie import Severite
from ..droit.assemblee import salle
from ..nomenclature import TypeActe, TypeCollectivite
from ..recherche import lieu
from .regle import Constat, regle

_CHIFFRE = re.compile(
    r":[ \t\u00a0*_|]*([0-9]{1,4}|[oO]|/|néant|Néant|NEANT|NÉANT)(?:[ \u00a0]voix)?[ \t\u00a0*_|.]*$", re.MULTILINE
)
_NOMBRE = r"(?:nombre (?:de |des )?)?(?:membres |conseillers (?:municipaux |communautaires )?|delegues |elus )?"
_ETIQUETTES = {
    "membres_en_exercice": rf"{_NOMBRE}en exercice",
    "presents": rf"{_NOMBRE}presents?",
    "pouvoirs": rf"{_NOMBRE}(?:pouvoirs?|procurations?|representes?)",
    "votants": rf"{_NOMBRE}votants?",
    "exprimes": rf"{_NOMBRE}suffrages exprimes",
    "pour": r"(?:votes? |voix |ont vote )?pour",
    "contre": r"(?:votes? |voix |ont vote )?contre",
    "abstention": r"abstentions?",
}
_ETIQUETTE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _ETIQUETTES.items()))
_LIANTS = "’–—·\u00a0\u202f"
_LETTRES = bytes(code if chr(code).isalnum() and code < 128 else ord(" ") for code in range(256))
_MARGE = " \t\u00a0*_|>•–—-"
_SIGNES = {TypeActe.DELIBERATION, TypeActe.DECISION, TypeActe.ARRETE}
"""The acts that bear the name of their author (CRPA L212-1); a list, minutes or a note are of another kind."""

_CIVILITE = r"(?:(?:monsieur|madame|m|mme|le|la|l) )*"
_MAIRE = re.compile(rf"{_CIVILITE}mairesse\b|{_CIVILITE}maire\b(?! (?:delegue|adjoint))")
_PRESIDENT = re.compile(rf"{_CIVILITE}presidente?(?: (?:de la commune|du conseil municipal))?")
_EN_SEANCE = re.compile(r"\b(?:president|presidente|secretaire) de (?:la )?seance")


@regle("MENTION-02", "CGCT L2121-20", severite=Severite.AVERTISSEMENT, derogeable=True)
def chiffres_du_texte(acte: Acte) -> Iterator[Constat]:
    """Les nombres imprimés dans une délibération sont ceux de son en-tête et de sa séance.

    Exemple : « Votants : 35 » dans le texte, alors que l'en-tête compte 34 votants.
    Correction : comparez avec l'acte signé, puis corrigez l'en-tête, « seance.yml » ou la copie du texte.
    """
    if acte.type is not TypeActe.DELIBERATION or not (printed := _imprimes(acte.texte)):
        return
    known = _connus(acte)
    for name, places in printed.items():
        values = {value for _, _, value in places}
        if name in known and len(values) == 1 and not values & set(known[name]):
            index, words, _ = places[0]
            yield (
                lieu(acte, index),
                (
                    f"le texte dit « {words} », et {_lu(name, known[name])} : comparez avec l'acte signé, "
                    "et corrigez celui des deux qui se trompe"
                ),
            )


@regle("MENTION-03", "CRPA L212-1 ; CGCT R2131-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def auteur_dans_le_texte(acte: Acte) -> Iterator[Constat]:
    """Le texte d'un acte donne le prénom et le nom de son auteur.

    Exemple : un arrêté signé « Le Maire », sans son nom.
    Correction : recopiez la signature sous le texte (« Le Maire », puis le prénom et le nom), ou corrigez « auteur ».
    """
    author = acte.auteur
    if author is None or acte.type not in _SIGNES or not acte.texte.strip() or str(author) in acte.texte:
        return
    words = f" {_mots(acte.texte)} "
    first, last = _mots_courts(author.prenom), _mots_courts(author.nom)
    if f" {first} {last} " not in words and f" {last} {first} " not in words:
        what = "donne son nom sans son prénom" if f" {last} " in words else "ne le nomme pas"
        yield (
            ("auteur",),
            (
                f"l'auteur est « {author} », et le texte {what} : recopiez la signature sous le texte "
                f"(« {author.qualite} », puis « {author} »), ou corrigez « auteur »"
            ),
        )


@regle("MENTION-04", "CRPA L212-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def qualite_de_l_auteur(acte: Acte) -> Iterator[Constat]:
    """La qualité de l'auteur convient à sa collectivité et à l'acte.

    Exemple : « Maire » pour un syndicat, ou « Président » pour une commune.
    Correction : corrigez « qualite » dans « auteur » d'après la signature de l'acte.
    """
    if acte.auteur and (expected := _qualite_attendue(acte, acte.auteur)):
        yield (
            ("auteur", "qualite"),
            f"« {acte.auteur.qualite} » : {expected} ; vérifiez la signature, et corrigez « qualite »",
        )


def _qualite_attendue(acte: Acte, author: Personne) -> str:
    """What the quality should be, or nothing when it may be right: deputies and delegates sign too."""
    quality, kind = _mots_courts(author.qualite), acte.collectivite.type
    if acte.type in {TypeActe.ARRETE, TypeActe.DECISION} and _EN_SEANCE.search(quality):
        return f"un acte de type « {acte.type} » n'est pas pris en séance"
    if kind is TypeCollectivite.COMMUNE and _PRESIDENT.fullmatch(quality):
        return "une commune a un maire, et non un président"
    chaired = kind not in {TypeCollectivite.COMMUNE, TypeCollectivite.ETABLISSEMENT}
    if chaired and _MAIRE.match(quality) and "president" not in quality:
        return "cette collectivité a un président, et non un maire"
    return ""


def _imprimes(texte: str) -> Mapping[str, list[tuple[int, str, int]]]:
    """The lines that are a label alone with its figure: what is counted → place, label and figure."""
    found: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for match in _CHIFFRE.finditer(texte):
        start = texte.rfind("\n", 0, match.start()) + 1
        if match.start() - start < 60:
            label = texte[start : match.start()].strip(_MARGE)
            if name := _etiquette(label):
                found[name].append(
                    (match.start(1), f"{label} : {match[1]}", int(match[1]) if match[1].isdigit() else 0)
                )
    return found


@lru_cache(maxsize=1024)
def _etiquette(label: str) -> str:
    """What a label counts, or nothing; the same few labels come back in every act."""
    kind = _ETIQUETTE.fullmatch(_mots(label))
    return str(kind.lastgroup) if kind else ""


def _connus(acte: Acte) -> Mapping[str, tuple[int, ...]]:
    """What the head and the session give for each figure: all that may be printed, the likeliest first.

    Some acts print the figures of the opening, others those of the moment when they were examined.
    """
    known: dict[str, tuple[int, ...]] = {}
    votes, seance = acte.votes, acte.seance
    if seance and seance.membres_en_exercice is not None:
        known["membres_en_exercice"] = (seance.membres_en_exercice,)
    if seance and seance.presents:
        counts = [(len(seance.presents), 0, len(seance.pouvoirs))]
        if seance.arrivees or seance.departs or seance.deports:
            rooms = (salle(seance, acte.numero), salle(seance))
            counts = [(len(r.presents), len(r.retires), len(r.pouvoirs)) for r in rooms]
        known["presents"] = tuple(n for here, aside, _ in counts for n in (here, here + aside))
        known["pouvoirs"] = (*(proxies for *_, proxies in counts), len(seance.pouvoirs))
        known["votants"] = tuple(n for here, aside, p in counts for n in (here + p, here + p + aside))
    if votes and votes.compte:
        pour, contre, abstention = votes.pour or 0, votes.contre or 0, votes.abstention or 0
        known |= {"pour": (pour,), "contre": (contre,), "abstention": (abstention,), "exprimes": (pour + contre,)}
        known["votants"] = (*known.get("votants", ()), votes.total, votes.total - votes.nppv)
    return known


def _lu(name: str, values: tuple[int, ...]) -> str:
    """Where the other figure comes from, and the figure."""
    if name in {"pour", "contre", "abstention", "exprimes"}:
        return f"« votes » de l'en-tête donne {values[0]}"
    if name == "votants":
        return f"l'en-tête et la séance en font {values[0]}"
    return f"la séance donne {values[0]}"


def _mots(text: str) -> str:
    """The words without accents or capitals, one blank between them."""
    for sign in _LIANTS:
        text = text.replace(sign, " ")
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").lower().translate(_LETTRES)
    return b" ".join(plain.split()).decode("ascii")


_mots_courts = lru_cache(maxsize=1024)(_mots)
"""The same, for names and labels, which come back in every act."""
