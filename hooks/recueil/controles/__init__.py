"""The checks: every rule of every act, then the rules between acts; nothing is printed, all is found at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from types import ModuleType

from ..acte import Acte
from ..anomalie import Anomalie, Severite
from ..fiche import Famille, Fiche, fiche
from ..journal.regles import FAMILLE as JOURNAL
from ..renvois import Ensemble
from . import (
    assemblee,
    conventions,
    convocation,
    dates,
    documents,
    ensemble,
    fidelite,
    identifiants,
    jugements,
    liens,
    mentions,
    mouvements,
    numeros,
    personnelles,
    poids,
    portee,
    publicite,
    references,
    remplacements,
    seances,
    tampons,
    transmission,
    votes,
)
from .regle import RegleActe, RegleEnsemble, fiches

_SUJETS: Mapping[str, ModuleType] = {
    "Publicité": publicite,
    "Identifiant @ctes": identifiants,
    "Transmission au préfet": transmission,
    "Dates": dates,
    "Convocation": convocation,
    "Séance et membres": assemblee,
    "Arrivées et départs": mouvements,
    "Votes": votes,
    "Conventions": conventions,
    "Fichiers": documents,
    "Poids": poids,
    "Fichiers remplacés, pages vidées": remplacements,
    "Liens entre les actes": liens,
    "Portée des liens": portee,
    "Jugements et fin des actes": jugements,
    "Texte": fidelite,
    "Tampons du texte": tampons,
    "Mentions du texte": mentions,
    "Textes cités": references,
    "Données personnelles": personnelles,
    "Numéros personnels": numeros,
    "Séances entre elles": seances,
    "Actes entre eux": ensemble,
}
"""What the catalogue calls a subject → where its rules are; in each, a rule is found by being there."""

_DECLAREES = tuple(declared for module in _SUJETS.values() for declared in vars(module).values())

REGLES = tuple(r for r in _DECLAREES if isinstance(r, RegleActe))
"""Rules of one act."""

REGLES_ENSEMBLE = tuple(r for r in _DECLAREES if isinstance(r, RegleEnsemble))
"""Rules between the public acts."""

_RENVOIS = (ensemble.renvois_trouves, ensemble.renvois_du_bon_type)

DEROGATION = fiche(
    "DEROG-01",
    """Une dérogation vise une règle que l'acte enfreint et dont on peut s'écarter.

    Exemple : une dérogation à « DOC-03 » dans un acte qui a son fichier PDF.
    Correction : supprimez la dérogation, ou corrigez son code.
    """,
    severite=Severite.AVERTISSEMENT,
)

FAMILLES: tuple[Famille, ...] = (
    *(Famille(module.__name__.rpartition(".")[2], titre, fiches(module)) for titre, module in _SUJETS.items()),
    Famille("derogations", "Dérogations", (DEROGATION,)),
)
"""All the rules by subject, for the catalogue."""

FICHES: tuple[Fiche, ...] = tuple(f for famille in FAMILLES for f in famille.fiches)
"""All the rules."""

_AILLEURS = frozenset(f.code for f in JOURNAL.fiches if f.derogeable)
"""Those that the journal weighs by itself."""

_DEROGEABLES = frozenset(f.code for f in FICHES if f.derogeable)


def examiner(acte: Acte) -> tuple[Anomalie, ...]:
    """What the rules of one act find in it, whatever the others say; ``controler`` weighs it."""
    return tuple(
        regle.fiche.anomalie(acte.origine, chemin, message)
        for regle in REGLES
        for chemin, message in regle.examen(acte)
    )


def controler(
    actes: Sequence[Acte], examens: Iterable[Iterable[Anomalie]], *, complet: bool = True
) -> Iterator[Anomalie]:
    """Every finding of every act, those that a waiver covers included: they bear its reason.

    Those of a draft only warn, and drafts are left out of the rules between acts.

    Args:
        actes: all the acts that could be read.
        examens: for each act, what ``examiner`` finds in it.
        complet: whether all could be read; otherwise an act may name one that is there but could not be.
    """
    found = {id(acte): [*examen] for acte, examen in zip(actes, examens, strict=True)}
    public = Ensemble(a for a in actes if a.public)
    for regle in REGLES_ENSEMBLE:
        if complet or regle not in _RENVOIS:
            for acte, anomalie in regle(public):
                found[id(acte)].append(anomalie)
    for acte in actes:
        kept = _deroger(acte, found[id(acte)])
        yield from kept if acte.public else (replace(a, severite=Severite.AVERTISSEMENT) for a in kept)


def _deroger(acte: Acte, found: Iterable[Anomalie]) -> list[Anomalie]:
    """The findings, with the reason of the waiver that covers them, and the waivers that cover none."""
    waived = {d.code: d.motif for d in acte.derogations if d.code in _DEROGEABLES}
    kept = [replace(a, derogation=waived.get(a.code, "")) for a in found]
    useful = {a.code for a in kept if a.derogation}
    unused = [
        DEROGATION.anomalie(acte.origine, ("derogations", d.code), _inutile(d.code))
        for d in acte.derogations
        if d.code not in useful | _AILLEURS and acte.public
    ]
    return kept + unused


def _inutile(code: str) -> str:
    if code not in _DEROGEABLES and code in {f.code for f in FICHES}:
        return f"on ne peut pas s'écarter de la règle « {code} » : supprimez cette dérogation"
    if code not in _DEROGEABLES:
        near = next(iter(get_close_matches(code.upper(), _DEROGEABLES, n=1)), "DOC-03")
        return f"aucune règle ne s'appelle « {code} » : vouliez-vous écrire « {near} » ?"
    return f"la dérogation « {code} » ne sert à rien : supprimez-la"
