"""The checks: every rule of every act, then the rules between acts; nothing is printed, all is found at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from ..acte import Acte
from ..anomalie import Anomalie, Severite
from . import assemblee, conventions, dates, documents, ensemble, fidelite, transmission
from .regle import Fiche, RegleActe, RegleEnsemble

REGLES: tuple[RegleActe, ...] = (
    transmission.siren_de_la_collectivite,
    transmission.departement_de_la_collectivite,
    dates.publication_apres_adoption,
    dates.envoi_apres_adoption,
    dates.reception_apres_envoi,
    dates.convocation_avant_seance,
    dates.adoption_le_jour_de_la_seance,
    assemblee.membres_en_exercice,
    assemblee.somme_des_voix,
    assemblee.present_une_fois,
    conventions.au_moins_deux_parties,
    conventions.reference_sans_effet,
    documents.fichiers_presents,
    documents.fichiers_pdf,
    documents.acte_telechargeable,
    documents.acte_entier,
    documents.annexe_en_ligne_ou_motivee,
    fidelite.texte_fidele,
    fidelite.sous_listes_en_retrait,
)
"""Rules of one act."""

REGLES_ENSEMBLE: tuple[RegleEnsemble, ...] = (
    ensemble.numero_unique,
    ensemble.adresse_unique,
    ensemble.adresse_de_fichier_unique,
    ensemble.seance_unique,
    ensemble.identifiant_unique,
    ensemble.renvois_trouves,
    ensemble.renvois_du_bon_type,
)
"""Rules between the public acts."""

_RENVOIS = (ensemble.renvois_trouves, ensemble.renvois_du_bon_type)

DEROGATION = Fiche(
    "DEROG-01",
    "Une dérogation vise une règle que l'acte enfreint et dont on peut s'écarter.",
    "",
    Severite.AVERTISSEMENT,
    derogeable=False,
)

FICHES: tuple[Fiche, ...] = (
    *(regle.fiche for regle in REGLES),
    *(regle.fiche for regle in REGLES_ENSEMBLE),
    DEROGATION,
)
"""All the rules, for the guide and the tests."""

_DEROGEABLES = frozenset(f.code for f in FICHES if f.derogeable)


def controler(actes: Sequence[Acte], *, complet: bool = True) -> Iterator[Anomalie]:
    """Every finding of every act; those of a draft only warn, and drafts are left out of the rules between acts.

    Args:
        actes: all the acts that could be read.
        complet: whether all could be; otherwise an act may name one that is there but could not be read.
    """
    for acte in actes:
        yield from _examiner(acte)
    public = [a for a in actes if a.public]
    for regle in REGLES_ENSEMBLE:
        if complet or regle not in _RENVOIS:
            yield from (found for _, found in regle(public))


def _examiner(acte: Acte) -> Iterator[Anomalie]:
    found = [anomalie for regle in REGLES for anomalie in regle(acte)]
    kept = _deroger(acte, found)
    yield from kept if acte.public else (replace(a, severite=Severite.AVERTISSEMENT) for a in kept)


def _deroger(acte: Acte, found: Iterable[Anomalie]) -> list[Anomalie]:
    """The findings that no waiver covers, and the waivers that cover none."""
    waived = {d.code for d in acte.derogations} & _DEROGEABLES
    anomalies = list(found)
    useful = waived & {a.code for a in anomalies}
    unused = [
        DEROGATION.anomalie(acte, ("derogations", d.code), _inutile(d.code))
        for d in acte.derogations
        if d.code not in useful and acte.public
    ]
    return [a for a in anomalies if a.code not in useful] + unused


def _inutile(code: str) -> str:
    if code not in _DEROGEABLES and code in {f.code for f in FICHES}:
        return f"on ne peut pas s'écarter de la règle « {code} » : supprimez cette dérogation"
    if code not in _DEROGEABLES:
        near = next(iter(get_close_matches(code.upper(), _DEROGEABLES, n=1)), "DOC-03")
        return f"aucune règle ne s'appelle « {code} » : vouliez-vous écrire « {near} » ?"
    return f"la dérogation « {code} » ne sert à rien : supprimez-la"
