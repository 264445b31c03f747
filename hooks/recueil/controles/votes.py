"""Rules on the vote: its figures, its majority, and what the text says of it."""

import re
from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Severite
from ..droit.assemblee import majorite_atteinte, salle
from ..ecriture import compte
from ..matieres import MATIERES, matiere_nationale
from ..nomenclature import Resultat, Scrutin
from ..noms import parmi
from ..recherche import lieu, places
from .regle import Constat, regle

_UNANIMITE = re.compile(r"\b(?:[àa]\s+l[\u2019']unanimit[ée]|unanimement\b)", re.IGNORECASE)
_AVANT, _APRES = 8, 11
"""Where those words begin and end around « nanim », which is quick to find."""

_PRESENTS = re.compile(r"\s+des\s+(?:membres\s+|conseillers\s+|élus\s+)?présents", re.IGNORECASE)
_SAUF = re.compile(r"\s+(?:moins|sauf|hormis|à\s+l[\u2019']exception)\b", re.IGNORECASE)
_SCRUTIN_ECARTE = re.compile(r"(?:scrutin|bulletin|vote)s?\s+secret|main\s+levée", re.IGNORECASE)
_MAJORITE = re.compile(r"majorité", re.IGNORECASE)

_DES_MEMBRES = re.compile(
    r"\s+(?:de\s+l[\u2019']ensemble\s+)?(?:de\s+tous|des|de)\s+(?:ses\s+|les\s+)?membres"
    r"(?:\s+du\s+(?:conseil|comité)(?:\s+(?:\w+al|communautaire))?+)?+(?!\s+(?:présents|votants|représentés|ayant|qui))",
    re.IGNORECASE,
)
_FIN_DE_PROPOSITION = re.compile(r"[,.;:\n]")
_AUTRE_ORGANE = re.compile(r"commission|bureau|comité technique|comité social", re.IGNORECASE)


@regle("VOTE-02", "CGCT L2121-20", derogeable=True)
def somme_des_voix(acte: Acte) -> Iterator[Constat]:
    """Pour, contre, abstentions et membres qui n'ont pas pris part au vote font le nombre des votants.

    Exemple : 8 voix comptées pour 9 votants.
    Correction : recomptez ; si un membre est sorti, dites-le dans « departs » ou « deports », ou comptez-le
        dans « nppv ».
    """
    votes, seance = acte.votes, acte.seance
    if votes is None or not votes.compte or seance is None or not seance.presents:
        return
    room = salle(seance, acte.numero)
    aside = len(room.retires) if votes.nppv >= len(room.retires) else 0
    borne_away = sum(not parmi(p.mandataire, room.presents) for p in room.pouvoirs)  # POUVOIR-02 says so already
    if votes.total not in {room.votants, room.votants + aside, room.votants - borne_away}:
        yield (
            ("votes",),
            (
                f"pour + contre + abstention + nppv font {votes.total}, pour {room.votants} votants "
                f"({compte(len(room.presents), 'présent')} et {compte(len(room.pouvoirs), 'pouvoir')}) : "
                "corrigez « votes », « presents » ou « pouvoirs »"
            ),
        )


@regle("VOTE-04", "CGCT L2121-20", severite=Severite.AVERTISSEMENT, derogeable=True)
def majorite_des_suffrages(acte: Acte) -> Iterator[Constat]:
    """Une proposition est adoptée à la majorité des suffrages exprimés : plus de pour que de contre.

    Exemple : « resultat: adoptee » avec 4 voix pour et 5 contre.
    Correction : vérifiez « pour », « contre » et « resultat » ; à égalité, écrivez « voix_preponderante: oui » si la
        voix du président a départagé l'assemblée.
    """
    votes = acte.votes
    if votes is None or votes.pour is None or votes.contre is None or votes.resultat is None:
        return
    passes, tie = majorite_atteinte(votes.pour, votes.contre), votes.pour == votes.contre
    figures = f"{votes.pour} pour, {votes.contre} contre"
    if tie and votes.voix_preponderante:
        return
    if votes.resultat is Resultat.ADOPTEE and not passes:
        advice = " : dites si la voix du président a départagé l'assemblée, « voix_preponderante: oui »" if tie else ""
        yield ("votes", "resultat"), f"adoptée sans majorité des suffrages exprimés ({figures}){advice}"
    elif votes.resultat is Resultat.REJETEE and passes:
        yield ("votes", "resultat"), f"rejetée malgré la majorité des suffrages exprimés ({figures})"


@regle("VOTE-05", "CGCT L2121-20", severite=Severite.AVERTISSEMENT, derogeable=True)
def voix_preponderante_permise(acte: Acte) -> Iterator[Constat]:
    """La voix du président est prépondérante en cas de partage égal, sauf au scrutin secret.

    Exemple : « voix_preponderante: oui » avec « scrutin: secret », ou avec 6 voix pour et 4 contre.
    Correction : retirez « voix_preponderante », ou corrigez « scrutin » et les voix.
    """
    votes = acte.votes
    if votes is None or not votes.voix_preponderante:
        return
    if votes.scrutin is Scrutin.SECRET:
        yield ("votes", "voix_preponderante"), "au scrutin secret, la voix du président n'est pas prépondérante"
    elif votes.compte and votes.pour != votes.contre:
        yield (
            ("votes", "voix_preponderante"),
            f"la voix du président ne départage qu'à égalité ({votes.pour} pour, {votes.contre} contre)",
        )


@regle("VOTE-06", "CGCT L2121-21 et L2122-7", severite=Severite.AVERTISSEMENT, derogeable=True)
def nomination_au_scrutin_secret(acte: Acte) -> Iterator[Constat]:
    """Une élection ou une nomination se vote au scrutin secret.

    Exemple : « scrutin: ordinaire » pour la matière 5.1, élection de l'exécutif, ou 5.3, désignation de représentants.
    Correction : corrigez « scrutin » ; si l'assemblée a décidé à l'unanimité de ne pas voter à bulletin secret, ce
        que la loi permet pour une désignation, dites-le dans « derogations ».
    """
    subject = matiere_nationale(acte.matiere) if acte.matiere else ""
    cast = acte.votes.scrutin if acte.votes else None
    waived = subject == "5.3" and any(
        _SCRUTIN_ECARTE.search(acte.texte[match.end() : match.end() + 120]) for match in _unanimites(acte)
    )
    if subject in {"5.1", "5.3"} and cast not in {None, Scrutin.SECRET} and not waived:
        yield (
            ("votes", "scrutin"),
            f"{MATIERES[subject].lower()} : le vote est secret, et la fiche dit « {cast} »",
        )


@regle("VOTE-07", "CGCT L2121-20 ; CE, 10 décembre 2001, n° 235027", severite=Severite.AVERTISSEMENT, derogeable=True)
def unanimite_sans_voix_contre(acte: Acte) -> Iterator[Constat]:
    """« À l'unanimité » veut dire qu'aucune voix n'est contre ; les abstentions ne comptent pas.

    Exemple : un texte qui dit « à l'unanimité » avec « contre: 2 ».
    Correction : vérifiez les voix ; le texte adopté, lui, ne se corrige pas : dites-le dans « derogations ».
    """
    if not acte.votes or not acte.votes.contre:
        return
    for match in _unanimites(acte):
        if _nuancee(acte.texte, match):
            continue
        yield (
            lieu(acte, match.start()),
            f"le texte dit « {match[0]} » et la fiche compte {compte(acte.votes.contre, 'voix', 'voix')} contre",
        )


@regle("VOTE-08", "CGCT L2121-20", severite=Severite.AVERTISSEMENT, derogeable=True)
def unanimite_des_suffrages(acte: Acte) -> Iterator[Constat]:
    """L'unanimité est celle des suffrages exprimés, et non de tous les membres, quand tous n'ont pas voté pour.

    Exemple : « à l'unanimité de ses membres », avec 35 voix pour et 49 membres en exercice.
    Correction : le texte adopté ne se corrige pas ; la prochaine fois, écrivez « à l'unanimité des suffrages
        exprimés ».
    """
    votes, members = acte.votes, acte.seance.membres_en_exercice if acte.seance else None
    if votes is None or votes.pour is None or not members or votes.pour >= members:
        return
    for match in _unanimites(acte):
        if votes.abstention and _PRESENTS.match(acte.texte, match.end()):
            away = compte(votes.abstention, "membre s'est abstenu", "membres se sont abstenus")
            yield (
                lieu(acte, match.start()),
                f"le texte dit l'unanimité des présents, et {away} : c'est celle des suffrages exprimés",
            )
        if _DES_MEMBRES.match(acte.texte, match.end()):
            yield (
                lieu(acte, match.start()),
                (
                    f"le texte dit l'unanimité des membres, et {compte(votes.pour, 'voix', 'voix')} pour sur "
                    f"{compte(members, 'membre')} en exercice : c'est celle des suffrages exprimés"
                ),
            )


def _unanimites(acte: Acte) -> Iterator[re.Match[str]]:
    """Where the text says that the assembly itself was unanimous: not a commission, not a rule to come."""
    for index in places(acte.texte, "nanim", "NANIM"):
        match = _UNANIMITE.search(acte.texte, max(0, index - _AVANT), index + _APRES)
        if match and not _AUTRE_ORGANE.search(_proposition(acte.texte, match)):
            yield match


def _nuancee(texte: str, match: re.Match[str]) -> bool:
    """« à l'unanimité moins deux voix », of the way to vote, or beside « à la majorité », as on a form to tick."""
    start = texte.rfind("\n", 0, max(0, texte.rfind("\n", 0, match.start()))) + 1
    end = texte.find("\n", texte.find("\n", match.end()) + 1)
    beside = texte[start : end if end > match.end() else len(texte)]
    return bool(
        _SAUF.match(texte, match.end())
        or _SCRUTIN_ECARTE.search(texte[match.end() : match.end() + 120].split(".", 1)[0])
        or _MAJORITE.search(beside)
    )


def _proposition(texte: str, match: re.Match[str]) -> str:
    """From the beginning of the sentence that holds these words to the first stop after them."""
    start = max(texte.rfind(".", 0, match.start()), texte.rfind("\n\n", 0, match.start()))
    end = _FIN_DE_PROPOSITION.search(texte, match.end())
    return texte[start + 1 : end.start() if end else len(texte)]
