"""Rules on conventions: who they bind."""

from collections.abc import Iterator
from datetime import date

from ..acte import Acte
from ..anomalie import Chemin, Severite
from ..collectivite import Collectivite
from ..convention import Convention, Partie
from ..droit.avenants import depuis
from ..droit.durees import connue, dernier_jour, preavis_defendable
from ..droit.executoire import execution
from ..droit.terme import premier_terme, terme
from ..droit.transmission import decide
from ..ecriture import compte, jour
from ..nomenclature import Reconduction, Resultat, TypeActe
from ..noms import cle
from ..renvois import Ensemble
from .regle import Constat, regle, regle_ensemble

_GENERIQUES = frozenset({"la", "le", "les", "l", "de", "du", "d", "des", "mairie", "ville", "commune", "communes"})
"""What may stand before the name of an authority."""


@regle("CONV-01", "code civil 1101", derogeable=True)
def au_moins_deux_parties(acte: Acte) -> Iterator[Constat]:
    """Une convention nomme au moins deux parties.

    Exemple : une convention dont « parties » n'a qu'une ligne.
    Correction : ajoutez l'autre partie.
    """
    if isinstance(acte, Convention) and len(acte.parties) == 1:
        yield ("parties",), f"une seule partie est nommée, « {acte.parties[0].nom} » : ajoutez l'autre"


@regle("CONV-02", "CGCT R2131-1")
def reference_sans_effet(acte: Acte) -> Iterator[Constat]:
    """Seul un modèle de convention est montré sans date de publication, comme document de référence.

    Exemple : « document_de_reference: oui » dans une convention signée.
    Correction : écrivez « publie_le » à la place de « document_de_reference ».
    """
    if isinstance(acte, Convention) and acte.document_de_reference and acte.type is not TypeActe.MODELE_CONVENTION:
        yield (
            ("document_de_reference",),
            "seul un modèle peut être un document de référence : écrivez « publie_le » à la place",
        )


@regle("CONV-04", "code civil 1210 et 1212", severite=Severite.AVERTISSEMENT, derogeable=True)
def fin_apres_debut(acte: Acte) -> Iterator[Constat]:
    """Une convention finit après avoir commencé.

    Exemple : un premier jour le 1er septembre 2026 et un dernier jour le 31 août 2026.
    Correction : corrigez « debut » ou « fin » d'après la convention signée.
    """
    if isinstance(acte, Convention) and isinstance(acte.debut, date) and isinstance(acte.fin, date):
        wrong = acte.fin < acte.debut
        told = f"la convention finirait le {jour(acte.fin)}, avant son début le {jour(acte.debut)}"
        yield from [(("fin",), told)] if wrong else []


@regle("CONV-05", "code civil 1214", severite=Severite.AVERTISSEMENT, derogeable=True)
def reconductions_permises(acte: Acte) -> Iterator[Constat]:
    """Une convention n'est reconduite que comme elle le prévoit, et pas plus de fois.

    Exemple : deux décisions de reconduction pour une convention reconductible une fois.
    Correction : vérifiez « nombre_reconductions », « reconduction » et « reconduite_par ».
    """
    if not isinstance(acte, Convention) or not acte.reconduite_par:
        return
    allowed, decided = acte.nombre_reconductions, len(acte.reconduite_par)
    if acte.reconduction is not Reconduction.EXPRESSE:
        yield ("reconduite_par",), "seule une convention à reconduction expresse est reconduite par un acte"
    elif allowed is not None and decided > allowed:
        yield ("reconduite_par",), f"{compte(decided, 'reconduction')} pour {allowed} au plus"


@regle("CONV-06", "code civil 1212", severite=Severite.AVERTISSEMENT, derogeable=True)
def fin_selon_la_duree(acte: Acte) -> Iterator[Constat]:
    """Le dernier jour d'une convention est celui que donnent son premier jour et sa durée.

    Exemple : un an à compter du 1er janvier 2026, et un dernier jour le 1er janvier 2027.
    Correction : relisez la convention ; une durée d'un an finit la veille du même jour, ici le 31 décembre 2026.
    """
    if not isinstance(acte, Convention) or not isinstance(acte.debut, date) or not isinstance(acte.fin, date):
        return
    length = connue(acte.duree)
    counted = dernier_jour(acte.debut, length) if length else acte.fin
    if counted != acte.fin and acte.type is TypeActe.CONVENTION:
        told = (
            f"comptée du {jour(acte.debut)}, la durée de {length} finit le {jour(counted)}, et non le {jour(acte.fin)}"
        )
        yield ("fin",), told


@regle("CONV-07", "code civil 1103 et 1215", severite=Severite.AVERTISSEMENT, derogeable=True)
def denonciation_a_temps(acte: Acte) -> Iterator[Constat]:
    """La dénonciation d'une convention respecte son préavis, et elle met fin à une reconduction tacite.

    Exemple : trois mois de préavis avant le 31 décembre, et une dénonciation le 15 novembre.
    Correction : vérifiez « denoncee_le » ; une dénonciation tardive ne vaut que pour la période suivante.
    """
    if not isinstance(acte, Convention) or acte.denoncee_le is None:
        return
    if acte.reconduction is not Reconduction.TACITE:
        yield (
            ("denoncee_le",),
            "seule une reconduction tacite se dénonce : écrivez « resiliee_le » pour une résiliation",
        )
        return
    notice = connue(acte.preavis)
    for period in terme(acte, 0, acte.denoncee_le).periodes:
        last = preavis_defendable(period.fin, notice) if notice and period.preavis else period.fin
        if last < acte.denoncee_le <= period.fin:
            told = f"dénoncée le {jour(acte.denoncee_le)}, après le dernier jour du préavis, le {jour(last)}"
            yield ("denoncee_le",), f"{told} : elle ne vaut que pour la période suivante"


@regle("CONV-08", derogeable=True)
def resiliation_avant_le_terme(acte: Acte) -> Iterator[Constat]:
    """Une convention n'est résiliée qu'après avoir commencé, et avant de finir d'elle-même.

    Exemple : « resiliee_le » au 1er mars 2026 pour une convention qui commence le 1er avril 2026.
    Correction : corrigez « resiliee_le », « debut » ou « fin ».
    """
    if not isinstance(acte, Convention) or not acte.resiliee_le:
        return
    told = f"la convention prendrait fin le {jour(acte.resiliee_le)}"
    if isinstance(acte.debut, date) and acte.resiliee_le < acte.debut:
        yield ("resiliee_le",), f"{told}, avant son début le {jour(acte.debut)}"
    renewed = acte.reconduction in {Reconduction.TACITE, Reconduction.EXPRESSE}
    if isinstance(acte.fin, date) and acte.fin < acte.resiliee_le and not renewed and not acte.avenants:
        yield ("resiliee_le",), f"{told}, après son dernier jour, le {jour(acte.fin)}"


@regle_ensemble("CONV-09", "code civil 1213 et 1214", severite=Severite.AVERTISSEMENT, derogeable=True)
def prolongee_avant_sa_fin(actes: Ensemble) -> Iterator[tuple[Acte, Chemin, str]]:
    """Une convention est prolongée ou reconduite avant d'avoir pris fin, par un acte adopté.

    Exemple : une convention finie le 30 juin, et un avenant du 20 septembre qui la prolonge.
    Correction : vérifiez les dates ; une convention qui a pris fin ne se prolonge pas, il en faut une nouvelle.
    """
    for acte in actes:
        for chemin, name, end in _prolongations(acte):
            found = actes.renvois.cible(acte, name)
            day = (found.date or _derniere_signature(found)) if found else None
            if found and day and day > end:
                yield acte, chemin, f"« {found.intitule} » est du {jour(day)}, après la fin le {jour(end)}"
            if found and found.votes and found.votes.resultat in {Resultat.REJETEE, Resultat.AJOURNEE}:
                yield acte, chemin, f"« {found.intitule} » n'a pas été adoptée : elle ne reconduit rien"


def _prolongations(acte: Acte) -> Iterator[tuple[Chemin, str, date]]:
    """The acts that make a convention last, each with the end before it."""
    if not isinstance(acte, Convention):
        return
    first = premier_terme(acte).valeur
    periods = terme(acte, len(acte.reconduite_par), date.min).periodes
    for index, name in enumerate(acte.avenants):
        if first and acte.reconduction not in {Reconduction.TACITE, Reconduction.EXPRESSE} and not index:
            yield ("avenants", index), name, first
    for index, name in enumerate(acte.reconduite_par):
        if index < len(periods):
            yield ("reconduite_par", index), name, periods[index].fin


def _derniere_signature(acte: Acte) -> date | None:
    return depuis(acte) if isinstance(acte, Convention) else None


@regle_ensemble("CONV-03", "CGCT L2131-1 et L2122-21", severite=Severite.AVERTISSEMENT, derogeable=True)
def signature_apres_deliberation_executoire(actes: Ensemble) -> Iterator[tuple[Acte, Chemin, str]]:
    """Une convention n'est signée qu'une fois exécutoire la délibération qui l'approuve.

    Exemple : une convention signée le 12 février, approuvée par une délibération exécutoire le 16.
    Correction : vérifiez « signe_le » ; si la signature a précédé la délibération, demandez conseil à la préfecture.
    """
    for acte in actes:
        approval = actes.renvois.cible(acte, acte.approuvee_par) if isinstance(acte, Convention) else None
        since = execution(approval).le.valeur if approval and decide(approval) else None
        for index, day in _signatures(acte) if since else ():
            if since and day < since:
                yield (
                    acte,
                    ("parties", index, "signe_le"),
                    f"signée le {jour(day)}, avant que son approbation soit exécutoire, le {jour(since)}",
                )


def _signatures(acte: Acte) -> Iterator[tuple[int, date]]:
    """The signatures of the authority; nothing when no party is recognised as being it."""
    for index, party in enumerate(acte.parties if isinstance(acte, Convention) else ()):
        if isinstance(party.signe_le, date) and _est(party, acte.collectivite):
            yield index, party.signe_le


def _est(party: Partie, authority: Collectivite) -> bool:
    """« La commune de Sainte-Exemple » and « Mairie de Sainte-Exemple » are « Sainte-Exemple »."""
    names = {_nom(name) for name in (authority.nom, authority.sigle) if name}
    return party.siren == authority.siren or bool({_nom(party.nom), _nom(party.sigle or "-")} & names)


def _nom(name: str) -> tuple[str, ...]:
    return tuple(word for word in cle(name) if word not in _GENERIQUES)
