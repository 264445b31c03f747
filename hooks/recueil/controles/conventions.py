"""Rules on conventions: who they bind."""

from collections.abc import Iterator
from datetime import date

from ..acte import Acte
from ..anomalie import Chemin, Severite
from ..collectivite import Collectivite
from ..convention import Convention, Partie
from ..droit.executoire import execution
from ..droit.transmission import decide
from ..ecriture import jour
from ..nomenclature import TypeActe
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
