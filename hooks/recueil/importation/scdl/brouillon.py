"""From a row to what the other imports make of a document: values with their proofs, a text that is still to come."""

from collections.abc import Iterator
from types import MappingProxyType

from ...nomenclature import TypeActe, TypeCollectivite
from ..assemblage import Assemblage
from ..document import Preuve, document
from ..faits import CLES, Fait, Question, Valeur
from ..redaction.publication import Propre
from ..sortie.ecriture import Lu
from .deliberation import Deliberation

_ORGANES = {
    TypeCollectivite.COMMUNE: "Conseil municipal",
    TypeCollectivite.EPCI_FP: "Conseil communautaire",
    TypeCollectivite.SYNDICAT_COMMUNES: "Comité syndical",
    TypeCollectivite.SM_FERME: "Comité syndical",
    TypeCollectivite.SM_OUVERT: "Comité syndical",
    TypeCollectivite.DEPARTEMENT: "Conseil départemental",
    TypeCollectivite.REGION: "Conseil régional",
    TypeCollectivite.ETABLISSEMENT: "Conseil d'administration",
}
"""The assembly of each kind of authority, which the table does not name; it is asked of a session that is made."""

_TEXTE_VIDE = Propre("", (), fidele=True)


def brouillon(said: Deliberation, nom: str, sorte: str) -> Lu:
    """What the files of a row are made of; its day of publication is nowhere in it, so that it is a draft.

    Args:
        said: the row.
        nom: what it is called, file and line.
        sorte: the kind of the authority, as its file says it.
    """
    facts = {key: Fait(key, value, Preuve(1, said.ligne, str(value))) for key, value in _valeurs(said) if value != ""}
    ordered = {key: facts[key] for key in (*CLES, *facts) if key in facts}
    asked = tuple(Question("tableau", question) for question in said.questions)
    return Lu(Assemblage(MappingProxyType(ordered), asked), document(nom, [organe(sorte)]), _TEXTE_VIDE)


def organe(sorte: str) -> str:
    """The assembly of a kind of authority; nothing for a kind that is not known."""
    return _ORGANES[TypeCollectivite(sorte)] if sorte in {*TypeCollectivite} else ""


def _valeurs(said: Deliberation) -> Iterator[tuple[str, Valeur]]:
    yield "type_document", TypeActe.DELIBERATION.value
    yield "numero", said.numero
    yield "objet", said.objet
    yield "seance", said.jour
    yield "matiere", said.matiere
    figures = {
        "membres_en_exercice": said.vote.effectif,
        "pour": said.vote.pour,
        "contre": said.vote.contre,
        "abstention": said.vote.abstention,
    }
    yield from ((key, value) for key, value in figures.items() if value is not None)
    if said.recu_le:
        yield "recu", said.recu_le
