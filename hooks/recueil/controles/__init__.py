"""The checks: every rule of every act, then the rules between acts; nothing is printed, all is found at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from ..acte import Acte
from ..anomalie import Anomalie, Severite
from . import assemblee, conventions, dates, documents, ensemble, fidelite, transmission, votes
from .regle import Fiche, RegleActe, RegleEnsemble, fiche

_MODULES = (transmission, dates, assemblee, votes, conventions, documents, fidelite, ensemble)
"""Where the rules are; in each, a rule is found by being there."""

_DECLAREES = tuple(declared for module in _MODULES for declared in vars(module).values())

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
    "",
    Severite.AVERTISSEMENT,
    derogeable=False,
)

FICHES: tuple[Fiche, ...] = (*(r.fiche for r in REGLES), *(r.fiche for r in REGLES_ENSEMBLE), DEROGATION)
"""All the rules, for the catalogue, the guide and the tests."""

_DEROGEABLES = frozenset(f.code for f in FICHES if f.derogeable)


def controler(actes: Sequence[Acte], *, complet: bool = True) -> Iterator[Anomalie]:
    """Every finding of every act, those that a waiver covers included: they bear its reason.

    Those of a draft only warn, and drafts are left out of the rules between acts.

    Args:
        actes: all the acts that could be read.
        complet: whether all could be; otherwise an act may name one that is there but could not be read.
    """
    found = {id(acte): [anomalie for regle in REGLES for anomalie in regle(acte)] for acte in actes}
    public = [a for a in actes if a.public]
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
        DEROGATION.anomalie(acte, ("derogations", d.code), _inutile(d.code))
        for d in acte.derogations
        if d.code not in useful and acte.public
    ]
    return kept + unused


def _inutile(code: str) -> str:
    if code not in _DEROGEABLES and code in {f.code for f in FICHES}:
        return f"on ne peut pas s'écarter de la règle « {code} » : supprimez cette dérogation"
    if code not in _DEROGEABLES:
        near = next(iter(get_close_matches(code.upper(), _DEROGEABLES, n=1)), "DOC-03")
        return f"aucune règle ne s'appelle « {code} » : vouliez-vous écrire « {near} » ?"
    return f"la dérogation « {code} » ne sert à rien : supprimez-la"
